import type { Entry } from '../../../src/contract/log/entry.ts';
import type { ConversationFacts } from '../../shared/state/conversationFacts.ts';
import type { StreamView } from '../../shared/state/streamView.ts';

/** The card's view of a coach stream beside its text. */
export type CoachStream = Pick<StreamView, 'streamId' | 'state' | 'basis' | 'end'> & {
  /** Whether it has any words yet. A coach who has nothing to say is not seen beginning. */
  hasWords: boolean;
};

export type Suggestion = Entry<'suggestion-created'>;
/** The content of the suggestion card. The key stays while one suggestion grows from its stream. */
export type Card =
  | { kind: 'streaming'; key: string; streamId: string; basis: 'rules' | 'model' }
  | { kind: 'cue'; key: string; entry: Entry<'cue-created'> }
  | { kind: 'ended'; key: string; words: string }
  | { kind: 'suggestion'; key: string; entry: Suggestion; outdated: boolean }
  | { kind: 'none'; key: string };

/** The time it takes to read a suggestion, at least. */
const minShownMs = 3_000;

const endWords: Record<string, string> = {
  stopped: 'Stopped.',
  refused: 'Claude declined to suggest anything here.',
  failed: 'The suggestion didn’t come through.',
  truncated: 'The suggestion was cut short.',
  cut: 'The compliance check stopped this suggestion.',
};

/** Whether the newest suggestion was left to the rules because the spending limit is reached. */
export const isOverLimit = (coach: CoachStream | null): boolean => coach?.end?.code === 'COST_LIMIT';

/** The text that could be sent as it is. `say` is advice for the agent, not words to write. */
export const wordsToSend = ({ data }: Suggestion): string | null => data.reply ?? data.nextQuestion ?? null;

/** The newest coach stream and what the log says of suggestions, as the one card that is shown. */
export function chooseCard(coach: CoachStream | null, facts: ConversationFacts): Card {
  const { suggestion, cue } = facts;
  if (coach && isComing(coach, facts)) {
    return { kind: 'streaming', key: coach.streamId, streamId: coach.streamId, basis: coach.basis };
  }
  if (cue) return { kind: 'cue', key: cue.data.cueId, entry: cue };
  if (suggestion) {
    const outdated = facts.lastLeadMessageAt !== null && facts.lastLeadMessageAt > suggestion.at;
    return { kind: 'suggestion', key: suggestion.data.streamId, entry: suggestion, outdated };
  }
  const words = coach?.end?.code === 'SUPERSEDED' ? undefined : endWords[coach?.end?.status ?? ''];
  return coach && words ? { kind: 'ended', key: `${coach.streamId}:end`, words } : { kind: 'none', key: 'none' };
}

/**
 * True while a newer suggestion is on its way: a whole text waits for its `suggestion-created`, a superseded one for the next.
 * Neither makes room for an old one. Once a person has answered the visitor no next one comes by itself.
 */
const isComing = ({ streamId, state, end, hasWords }: CoachStream, facts: ConversationFacts): boolean =>
  (state === 'open' && hasWords) ||
  (end?.code === 'SUPERSEDED' && !isAnswered(facts)) ||
  (end?.status === 'done' && hasWords && !facts.suggestedStreams.has(streamId));

const isAnswered = ({ repliedAt, lastLeadMessageAt }: ConversationFacts): boolean =>
  repliedAt !== null && repliedAt > (lastLeadMessageAt ?? '');

/**
 * How long the present card stays though there is a newer one, in ms; null: until it is let go. A suggestion that somebody points
 * at, or has had for less than three seconds, is not taken from under them; one that was answered goes at once.
 */
export function staysFor(card: Card, newest: Card, held: boolean, shownForMs: number): number | null {
  const isReadable = card.kind === 'suggestion' && newest.kind !== 'none' && card.key !== newest.key;
  if (!isReadable) return 0;
  return held ? null : Math.max(0, minShownMs - shownForMs);
}
