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
  const corrections = new Map<string, Correction>();
  let known: EntryData<'qualification-changed'>['slots'] = {};
  for (const entry of team) {
    if (entry.type === 'suggestion-answered') answered.set(entry.data.suggestionId, entry.data.action);
    else if (entry.type === 'suggestion-created') suggestions.push(entry);
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
