import { prioritise } from '../../features/conversations/board/prioritise.ts';
import { type SnoozeDeps, snoozeConversation } from '../../features/conversations/board/snoozeConversation.ts';
import { type TagDeps, tagConversation } from '../../features/conversations/board/tagConversation.ts';
import { addNote, type MentionDeps, type NoteDeps } from '../../features/conversations/log/addNote.ts';
import { changeNote } from '../../features/conversations/log/changeNote.ts';
import { correctSlot } from '../../features/conversations/log/correctSlot.ts';
import type { EntryStore } from '../../features/conversations/ports.ts';
import type { CommandTable } from '../handle.ts';
import { staffOf } from '../session.ts';

export interface AnnotateTableDeps extends Pick<NoteDeps, 'appender'>, MentionDeps {
  conversations: NoteDeps['conversations'] & SnoozeDeps['conversations'];
  entries: Pick<EntryStore, 'newestOf' | 'read'> & TagDeps['entries'];
  rows: SnoozeDeps['rows'];
  clock: SnoozeDeps['clock'];
  settingsOf: TagDeps['settingsOf'];
}

/** The team's notes, corrections and tags in a conversation, how it ranks, and its putting aside. */
export const annotateTable = (deps: AnnotateTableDeps): CommandTable => ({
  'note-add': {
    rate: 'staffMessage',
    run: async (session, { conversationId, text, mentions }, command) => ({
      seq: await addNote(deps, staffOf(session), command, { conversationId, text, mentions }),
    }),
  },
  'note-change': {
    rate: 'command',
    run: async (session, { conversationId, seq, text, mentions, pinned }, command) => ({
      seq: await changeNote(deps, staffOf(session), command, { conversationId, note: seq, text, mentions, pinned }),
    }),
  },
  'slot-correct': {
    rate: 'command',
    run: async (session, { conversationId, slot, value }, command) => ({
      seq: await correctSlot(deps, staffOf(session), command, { conversationId, slot, value }),
    }),
  },
  'conversation-tag': {
    rate: 'command',
    run: async (session, { conversationId, add, remove }, command) => ({
      tags: await tagConversation(deps, staffOf(session), command, { conversationId, add, remove }),
    }),
  },
  'conversation-prioritise': {
    rate: 'command',
    async run(session, { conversationId, priority }, command) {
      await prioritise(deps, staffOf(session), command, { conversationId, priority });
      return {};
    },
  },
  'conversation-snooze': {
    rate: 'command',
    async run(session, { conversationId, until }) {
      await snoozeConversation(deps, staffOf(session), { conversationId, until: Date.parse(until) });
      return {};
    },
  },
});
