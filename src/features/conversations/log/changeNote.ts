import { HubError } from '../../../kernel/hubError.ts';
import type { StaffScope } from '../../identity/model.ts';
import { type CommandRef, commandOrigin } from '../actors.ts';
import { findConversation } from '../findConversation.ts';
import type { EntryStore } from '../ports.ts';
import { type MentionDeps, mentioned, type NoteDeps } from './addNote.ts';

interface NoteChange {
  conversationId: string;
  /** The note's number in the team's log. */
  note: number;
  text?: string | undefined;
  /** The people whom the new words mention. */
  mentions?: readonly string[] | undefined;
  pinned?: boolean | undefined;
}

/**
 * Gives a person's note other words, or pins it, or unpins it. Only its author changes the words; the log keeps what they were.
 * Returns the number of the line that says so.
 * @throws HubError NOT_FOUND: there is no such conversation, or no note under that number; FORBIDDEN: the words are somebody else's;
 *   VALIDATION_FAILED: a mentioned person cannot sign in here
 */
export async function changeNote(
  deps: NoteDeps & MentionDeps & { entries: Pick<EntryStore, 'read'> },
  scope: StaffScope,
  command: CommandRef,
  { conversationId, note, text, mentions, pinned }: NoteChange,
): Promise<number> {
  await findConversation(deps.conversations, scope, conversationId);
  const [found] = await deps.entries.read(conversationId, 'internal', note, note, 1);
  if (found?.type !== 'note-created') throw new HubError('NOT_FOUND', { field: 'seq' });
  if (text !== undefined && found.actor.id !== scope.principal.id) throw new HubError('FORBIDDEN');
  const named = await mentioned(deps, scope, mentions);
  const { entry } = await deps.appender.append(
    { tenantId: scope.tenantId, conversationId },
    {
      type: 'note-changed',
      data: { note, ...(text === undefined ? {} : { text }), ...named, ...(pinned === undefined ? {} : { pinned }) },
      ...commandOrigin(scope, command, 'note'),
    },
  );
  return entry.seq;
}
