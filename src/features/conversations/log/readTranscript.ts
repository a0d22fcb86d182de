import type { Entry, EntryData } from '../../../contract/log/entry.ts';
import type { LogKind } from '../../../contract/log/logs.ts';
import { limits } from '../../../contract/values.ts';
import { assertNever } from '../../../kernel/assertNever.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { StaffScope } from '../../identity/model.ts';
import type { ReadingDeps } from '../readConversation.ts';
import { entryForStaff } from './entryForStaff.ts';

/** A whole log as staff read it, oldest first, up to its head at the time of the call. `NOT_FOUND`. */
export async function readTranscript(
  deps: ReadingDeps,
  scope: StaffScope,
  conversationId: string,
  log: LogKind,
): Promise<{ conversationId: string; entries: Entry[] }> {
  if (!(await deps.conversations.find(scope.tenantId, conversationId))) throw new HubError('NOT_FOUND');
  const head = await deps.entries.head(conversationId, log);
  const entries: Entry[] = [];
  for (let seq = 1; seq <= head; seq += limits.fetchEntries) {
    const toSeq = Math.min(head, seq + limits.fetchEntries - 1);
    const read = await deps.entries.read(conversationId, log, seq, toSeq, limits.fetchEntries);
    entries.push(...read.map(entryForStaff));
  }
  return { conversationId, entries };
}

/** A log for people: one line per message or change, times in UTC. */
export function transcriptText(entries: readonly Entry[]): string {
  return entries.map((entry) => `${lineOf(entry)}\n`).join('');
}

function lineOf(entry: Entry): string {
  const stamp = `[${entry.at.slice(0, 16).replace('T', ' ')}]`;
  switch (entry.type) {
    case 'message-created':
      // Indented, so that no line of a message can pass for a line of the transcript.
      return `${stamp} ${speakerOf(entry)}: ${saidIn(entry.data).replaceAll('\n', '\n    ')}`;
    case 'conversation-changed':
      return `${stamp} -- ${modeWords(entry.data.mode)}${entry.data.agentName ? ` (${entry.data.agentName})` : ''}`;
    case 'note-created':
    case 'whisper-created':
      return `${stamp} ${entry.type} by ${speakerOf(entry)}: ${entry.data.text.replaceAll('\n', '\n    ')}`;
    case 'note-changed': {
      const { note, text, pinned } = entry.data;
      const pin = pinned === undefined ? [] : [pinned ? 'pinned' : 'unpinned'];
      const words = text === undefined ? [] : [text.replaceAll('\n', '\n    ')];
      return `${stamp} note-changed by ${speakerOf(entry)}, note ${note}: ${[...pin, ...words].join(', ')}`;
    }
    case 'conversation-ended': {
      const { disposition, rating, comment } = entry.data;
      const parts = [disposition, rating === undefined ? undefined : `rated ${rating} of 5`, comment];
      const told = parts.filter((part) => part !== undefined).join(', ');
      return `${stamp} -- ended by ${speakerOf(entry)}: ${told.replaceAll('\n', '\n    ')}`;
    }
    default:
      return `${stamp} -- ${entry.type}`;
  }
}

/** The words of a message, and its files by their names. */
const saidIn = ({ text, attachments = [] }: EntryData<'message-created'>): string =>
  [text, ...attachments.map(({ name }) => `[file: ${name}]`)].filter((part) => part !== '').join(' ');

const speakerOf = ({ actor }: Entry): string => actor.name?.replaceAll('\n', ' ') ?? actor.kind;

function modeWords(mode: 'bot' | 'human' | 'waiting' | 'closed'): string {
  switch (mode) {
    case 'bot':
      return 'the assistant is answering';
    case 'human':
      return 'a person is answering';
    case 'waiting':
      return 'waiting for a person';
    case 'closed':
      return 'closed';
    default:
      return assertNever(mode);
  }
}
