import type { Entry, EntryType } from '../../../src/contract/log/entry.ts';
import { newsReader } from './bookkeeping.ts';

/** One line of the talk as it is read: a message, something that happened, a note, or what the team alone saw of a turn. */
export type TalkLine =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'message'; key: string; entry: Entry<'message-created'>; retracted: string | null; follows: boolean }
  | { kind: 'spoken'; key: string; entry: Entry<'call-segment'>; follows: boolean }
  | { kind: 'happened'; key: string; entry: Entry }
  | { kind: 'team-words'; key: string; entry: Entry<'note-created' | 'whisper-created'>; note: NoteState }
  | { kind: 'team-turn'; key: string; entries: Entry[] };

/** A note as it stands: its words, when they were changed, and whether it is pinned. */
export interface NoteState {
  text: string;
  editedAt: string | null;
  pinned: boolean;
}

/** How the notes of the team's log stand that were changed, by their numbers. */
function changedNotes(team: readonly Entry[]): ReadonlyMap<number, Partial<NoteState>> {
  const notes = new Map<number, Partial<NoteState>>();
  for (const entry of team) {
    if (entry.type !== 'note-changed') continue;
    const { note, text, pinned } = entry.data;
    notes.set(note, {
      ...notes.get(note),
      ...(text === undefined ? {} : { text, editedAt: entry.at }),
      ...(pinned === undefined ? {} : { pinned }),
    });
  }
  return notes;
}

/** The notes that are pinned, the oldest first. */
export function pinnedNotes(team: readonly Entry[]): { entry: Entry<'note-created'>; text: string }[] {
  const changed = changedNotes(team);
  return team.flatMap((entry) => {
    if (entry.type !== 'note-created') return [];
    const state = changed.get(entry.seq);
    return state?.pinned ? [{ entry, text: state.text ?? entry.data.text }] : [];
  });
}

/** Two logs as one column by time. The order inside each log is never changed, whatever the clocks say. */
export function mergeByTime(talk: readonly Entry[], team: readonly Entry[]): Entry[] {
  const merged: Entry[] = [];
  let left = 0;
  let right = 0;
  while (left < talk.length || right < team.length) {
    const a = talk[left];
    const b = team[right];
    if (a && (!b || a.at <= b.at)) {
      merged.push(a);
      left += 1;
    } else if (b) {
      merged.push(b);
      right += 1;
    }
  }
  return merged;
}

/** A message within this time of the same person's last one needs no name of its own. */
const sameBreathMs = 120_000;

const dayOf = (at: string): string => {
  const day = new Date(at);
  return `${day.getFullYear()}-${day.getMonth()}-${day.getDate()}`;
};

const openTeamTypes: ReadonlySet<EntryType> = new Set(['note-created', 'whisper-created']);
/** Shown elsewhere: the change of mode already says that a person joined, a note stands as it was changed, a translation under its message. */
const silentTypes: ReadonlySet<EntryType> = new Set([
  'message-retracted',
  'participant-changed',
  'note-changed',
  'message-translated',
]);

/** True for a change of owner that the public line about the takeover or hand-back already tells. */
const isSaidByMode = (entry: Entry): boolean =>
  entry.type === 'assignment-changed' && ['takeover', 'call', 'handed-back', 'pause-ended'].includes(entry.data.reason);

/**
 * Both logs as one column: the public log as the talk, notes and whispers open, news of the team in one line. `showAll`: the bots' own
 * bookkeeping too, folded to one line a turn.
 */
export function talkLines(talk: readonly Entry[], team: readonly Entry[], { showAll = false } = {}): TalkLine[] {
  const isNews = newsReader();
  const retracted = new Map<string, string>();
  for (const entry of talk) {
    if (entry.type === 'message-retracted') retracted.set(entry.data.messageId, entry.data.reason);
  }
  const changed = changedNotes(team);
  const wiped = new Set(team.flatMap((entry) => (entry.type === 'call-wiped' ? [entry.data.callId] : [])));
  const lines: TalkLine[] = [];
  let day = '';
  let speaker: { id: string; at: string } | null = null;
  for (const entry of mergeByTime(talk, team)) {
    if (silentTypes.has(entry.type) || isSaidByMode(entry)) continue;
    if (dayOf(entry.at) !== day) {
      day = dayOf(entry.at);
      speaker = null;
      lines.push({ kind: 'day', key: `day:${day}:${entry.id}`, at: entry.at });
    }
    const isPublic = entry.log.startsWith('public:');
    if (entry.type === 'message-created') {
      const id = `${entry.actor.kind}:${entry.actor.id}`;
      const follows: boolean = speaker?.id === id && Date.parse(entry.at) - Date.parse(speaker.at) < sameBreathMs;
      speaker = { id, at: entry.at };
      // The same key as the stream that it was, so that the words stay where they grew.
      const key = entry.data.streamId ? `stream:${entry.data.streamId}` : messageKey(entry);
      lines.push({ kind: 'message', key, entry, retracted: retracted.get(entry.data.messageId) ?? null, follows });
    } else if (entry.type === 'call-segment') {
      if (wiped.has(entry.data.callId)) continue;
      const id = `call:${entry.data.speaker}`;
      const follows = speaker?.id === id && Date.parse(entry.at) - Date.parse(speaker.at) < sameBreathMs;
      speaker = { id, at: entry.at };
      lines.push({ kind: 'spoken', key: entry.id, entry, follows });
    } else if (isPublic) {
      speaker = null;
      lines.push({ kind: 'happened', key: entry.id, entry });
    } else if (openTeamTypes.has(entry.type)) {
      speaker = null;
      const words = entry as Entry<'note-created' | 'whisper-created'>;
      const note = { text: words.data.text, editedAt: null, pinned: false, ...changed.get(entry.seq) };
      lines.push({ kind: 'team-words', key: entry.id, entry: words, note });
    } else if (isNews(entry) || showAll) {
      const last = lines.at(-1);
      if (last?.kind === 'team-turn') last.entries.push(entry);
      else lines.push({ kind: 'team-turn', key: entry.id, entries: [entry] });
    }
  }
  return lines;
}

/** A message keeps one key from the moment it is sent: its command's, then its own. */
const messageKey = (entry: Entry): string => (entry.cause ? `sent:${entry.cause.commandId}` : entry.id);
