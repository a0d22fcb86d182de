import type { Entry, EntryData, EntryType } from '../../../src/contract/log/entry.ts';
import type { Mode } from '../../../src/contract/values.ts';

/** The sum of a conversation's two logs. */
export interface ConversationFacts {
  mode: Mode | null;
  modeReason: string | null;
  agentName: string | null;
  owner: { id: string; name: string } | null | undefined;
  bot: EntryData<'bot-turn'>['bot'] | null;
  /** The bot's last turn, with its next question. */
  turn: Entry<'bot-turn'> | null;
  /** Slots that a person set by hand, with what they were before. */
  corrections: ReadonlyMap<string, Correction>;
  qualification: Entry<'qualification-changed'> | null;
  score: Entry<'score-changed'> | null;
  /** The newest suggestion nobody has answered, neither with its buttons nor by writing to the visitor. */
  suggestion: Entry<'suggestion-created'> | null;
  /** The newest cue nobody has answered, while its words are among the newest of the talk. */
  cue: Entry<'cue-created'> | null;
  /** Coach streams whose suggestion is here. */
  suggestedStreams: ReadonlySet<string>;
  /** Older suggestions, newest first, with what became of them. */
  earlier: { entry: Entry<'suggestion-created'>; action: string | null }[];
  answers: Entry<'answer-created'>[];
  /** When the other side last wrote. */
  lastLeadMessageAt: string | null;
  /** When a person of the team last wrote to them. */
  repliedAt: string | null;
}

export interface Correction {
  by: string;
  at: string;
  before: unknown;
  value: unknown;
}

function newest<T extends EntryType>(entries: readonly Entry[], type: T): Entry<T> | null {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry?.type === type) return entry as Entry<T>;
  }
  return null;
}

export function conversationFacts(talk: readonly Entry[], team: readonly Entry[]): ConversationFacts {
  const change = newest(talk, 'conversation-changed');
  const assignment = newest(team, 'assignment-changed');
  const answered = new Map<string, string>();
  const suggestions: Entry<'suggestion-created'>[] = [];
  const answers: Entry<'answer-created'>[] = [];
  const answeredCues = new Set<string>();
  const corrections = new Map<string, Correction>();
  let known: EntryData<'qualification-changed'>['slots'] = {};
  for (const entry of team) {
    if (entry.type === 'suggestion-answered') answered.set(entry.data.suggestionId, entry.data.action);
    else if (entry.type === 'suggestion-created') suggestions.push(entry);
    else if (entry.type === 'cue-answered') answeredCues.add(entry.data.cueId);
    else if (entry.type === 'answer-created') answers.push(entry);
    else if (entry.type === 'qualification-changed') {
      const { corrected, slots } = entry.data;
      if (corrected) {
        const before = known[corrected.slot]?.value ?? null;
        corrections.set(corrected.slot, {
          by: entry.actor.name ?? 'A colleague',
          at: entry.at,
          before,
          value: corrected.value,
        });
      }
      known = slots;
    }
  }
  const latest = suggestions.at(-1) ?? null;
  const turn = newest(team, 'bot-turn');
  const repliedAt = lastMessageAt(talk, byTeam);
  const isPast = latest !== null && repliedAt !== null && repliedAt > latest.at;
  const suggestion = latest && !isPast && !answered.has(latest.data.suggestionId) ? latest : null;
  return {
    mode: change?.data.mode ?? null,
    modeReason: change?.data.reason ?? null,
    agentName: change?.data.agentName ?? null,
    owner: assignment ? (assignment.data.owner ?? null) : undefined,
    bot: turn?.data.bot ?? null,
    turn,
    corrections,
    qualification: newest(team, 'qualification-changed'),
    score: newest(team, 'score-changed'),
    suggestion,
    cue: cueOf(talk, team, answeredCues),
    suggestedStreams: new Set(suggestions.map((one) => one.data.streamId)),
    earlier: suggestions
      .filter((one) => one !== suggestion)
      .map((entry) => ({ entry, action: answered.get(entry.data.suggestionId) ?? null }))
      .reverse(),
    answers,
    lastLeadMessageAt: lastMessageAt(talk, byLead),
    repliedAt,
  };
}

const byLead: ReadonlySet<string> = new Set(['visitor', 'lead']);
const byTeam: ReadonlySet<string> = new Set(['agent', 'supervisor']);

function lastMessageAt(talk: readonly Entry[], by: ReadonlySet<string>): string | null {
  for (let index = talk.length - 1; index >= 0; index -= 1) {
    const entry = talk[index];
    if (entry?.type === 'message-created' && by.has(entry.actor.kind)) return entry.at;
  }
  return null;
}

/** Once the talk has gone on by more lines than these, a cue is about what is past. */
const cueLines = 3;

/** A cue about what the lead wrote is past too once somebody has answered them. */
function cueOf(
  talk: readonly Entry[],
  team: readonly Entry[],
  answered: ReadonlySet<string>,
): ConversationFacts['cue'] {
  const cue = newest(team, 'cue-created');
  const [words] = cue?.data.evidence ?? [];
  if (cue === null || words === undefined || answered.has(cue.data.cueId)) return null;
  // A suggestion took its place.
  if ((newest(team, 'suggestion-created')?.seq ?? 0) > cue.seq) return null;
  const log = words.log.startsWith('public') ? talk : team;
  const lines = log.filter(
    ({ type, seq }) => (type === 'message-created' || type === 'call-segment') && seq > words.seq,
  );
  return lines.length < cueLines &&
    !lines.some(({ type, actor }) => type === 'message-created' && byTeam.has(actor.kind))
    ? cue
    : null;
}
