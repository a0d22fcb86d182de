import type { Entry } from '../../src/contract/entries.ts';
import type { ConversationFacts } from '../shared/state/conversationFacts.ts';
import type { StreamView } from '../shared/state/streamView.ts';

/** Of a coach stream only what the card shows beside its text. */
export type CoachStream = Pick<StreamView, 'streamId' | 'state' | 'basis' | 'end'>;

export type Suggestion = Entry<'suggestion-created'>;
/** What the Now card shows. The key stays while one suggestion grows from its stream. */
export type Card =
  | { kind: 'streaming'; key: string; streamId: string; basis: 'rules' | 'model' }
  | { kind: 'ended'; key: string; words: string }
  | { kind: 'suggestion'; key: string; entry: Suggestion; outdated: boolean }
  | { kind: 'none'; key: string };

/** Nobody reads a suggestion in less. */
export const minShownMs = 3_000;

const endWords: Record<string, string> = {
  stopped: 'Stopped.',
  refused: 'Claude would not suggest anything here.',
  failed: 'The suggestion did not come through.',
  truncated: 'The suggestion was cut short.',
  cut: 'The compliance check stopped this suggestion.',
};

/** What could be sent as it is. `say` is for the agent: what to do, not what to write. */
export const wordsToSend = ({ data }: Suggestion): string | null => data.reply ?? data.nextQuestion ?? null;

/** The newest coach stream and what the log says of suggestions, as the one card that is shown. */
export function cardOf(coach: CoachStream | null, facts: ConversationFacts): Card {
  const { suggestion } = facts;
  if (coach && isComing(coach, facts)) {
    return { kind: 'streaming', key: coach.streamId, streamId: coach.streamId, basis: coach.basis };
  }
  if (suggestion) {
    const outdated = facts.lastLeadMessageAt !== null && facts.lastLeadMessageAt > suggestion.at;
    return { kind: 'suggestion', key: suggestion.data.streamId, entry: suggestion, outdated };
  }
  const words = coach?.end?.code === 'SUPERSEDED' ? undefined : endWords[coach?.end?.status ?? ''];
  return coach && words ? { kind: 'ended', key: `${coach.streamId}:end`, words } : { kind: 'none', key: 'none' };
}

/**
 * A text that is whole waits for its suggestion, one that was superseded for the next: neither makes room for an old one. Once a person
 * has answered the visitor no next one comes by itself.
 */
const isComing = ({ streamId, state, end }: CoachStream, facts: ConversationFacts): boolean =>
  state === 'open' ||
  (end?.code === 'SUPERSEDED' && !isAnswered(facts)) ||
  (end?.status === 'done' && !facts.suggestedStreams.has(streamId));

const isAnswered = ({ repliedAt, lastLeadMessageAt }: ConversationFacts): boolean =>
  repliedAt !== null && repliedAt > (lastLeadMessageAt ?? '');

/**
 * How long the card on show stays though there is a newer one, in ms; null: until it is let go. A suggestion someone is
 * pointing at, or has had for less than three seconds, is not taken from under them; one that was answered goes at once.
 */
export function staysFor(card: Card, newest: Card, held: boolean, shownForMs: number): number | null {
  const isReadable = card.kind === 'suggestion' && newest.kind !== 'none' && card.key !== newest.key;
  if (!isReadable) return 0;
  return held ? null : Math.max(0, minShownMs - shownForMs);
}
