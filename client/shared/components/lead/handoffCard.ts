import type { Entry } from '../../../../src/contract/log/entry.ts';
import type { Mode } from '../../../../src/contract/values.ts';
import type { RecordName } from '../../../../src/contract/vocabulary.ts';
import { reasonLabel } from '../../labels/reasons.ts';
import { asks } from '../../labels/slots.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import { heldReplyOf } from '../../state/heldReply.ts';

/** The facts for a person who takes over. */
export interface HandoffCard {
  why: string;
  isUrgent: boolean;
  summary: string;
  /** Their last message, which nobody answered. */
  unanswered: string | null;
  next: string;
}

interface Given {
  talk: readonly Entry[];
  team: readonly Entry[];
  facts: Pick<ConversationFacts, 'qualification' | 'score' | 'suggestion' | 'bot'>;
  mode: Mode;
}

const wordsKept = 200;
const sideOf = { lead: 'Visitor', buyer: 'Buyer', seller: 'Seller' } as const;

/** The card while a person is asked for or speaks; null while Jorge goes on alone, or the talk is over. */
export function handoffCardOf({ talk, team, facts, mode }: Given): HandoffCard | null {
  const why = whyOf(team, mode);
  if (why === null) return null;
  const { slots = {}, missing = [] } = facts.qualification?.data ?? {};
  const open = missing.filter((slot) => slots[slot]?.state !== 'declined');
  const unanswered = unansweredOf(talk);
  const temperature = facts.score?.data.temperature ?? null;
  return {
    why: why.words,
    isUrgent: why.isUrgent || temperature === 'hot',
    summary: summaryOf(talk, facts),
    unanswered,
    next: nextOf({ talk, team, facts, mode }, open[0], unanswered),
  };
}

function whyOf(team: readonly Entry[], mode: Mode): { words: string; isUrgent: boolean } | null {
  if (mode !== 'waiting' && mode !== 'human') return null;
  const handoffs = team.filter(
    (entry): entry is Entry<'handoff-changed'> =>
      entry.type === 'handoff-changed' && (entry.data.to === 'human' || entry.data.from === 'human'),
  );
  const stands = handoffs.at(-1)?.data.state;
  const asked = handoffs.findLast(({ data }) => data.state === 'requested');
  if (asked !== undefined && (stands === 'requested' || stands === 'in_takeover'))
    return { words: reasonLabel(asked.data.reason), isUrgent: asked.data.urgency === 'high' };
  return mode === 'human' ? { words: 'Someone on the team took over', isUrgent: false } : null;
}

/** "Seller · 9 messages". */
function summaryOf(talk: readonly Entry[], { bot }: Given['facts']): string {
  const written = talk.filter(isTheirs).length;
  const who = sideOf[bot ?? 'lead'];
  return `${who} · ${written} ${written === 1 ? 'message' : 'messages'}`;
}

const isTheirs = ({ type, actor }: Entry): boolean =>
  type === 'message-created' && (actor.kind === 'visitor' || actor.kind === 'lead');

function unansweredOf(talk: readonly Entry[]): string | null {
  const last = talk.findLast(({ type }) => type === 'message-created');
  if (last?.type !== 'message-created' || !isTheirs(last)) return null;
  const { text } = last.data;
  return text.length > wordsKept ? `${text.slice(0, wordsKept)}…` : text;
}

/** The coach's advice, or else the next step that follows from the state of the talk. */
function nextOf({ talk, team, facts }: Given, missing: RecordName | undefined, unanswered: string | null): string {
  if (heldReplyOf(talk, team) !== null) return 'Review the reply Jorge has ready.';
  if (facts.suggestion !== null) return facts.suggestion.data.say;
  if (unanswered !== null) return 'Answer their last message.';
  return missing === undefined
    ? 'Nothing left to ask. Agree on the next step with them.'
    : `${asks(missing).replace(/^asks/, 'Ask')}.`;
}
