import { identityTexts } from './identityTexts.ts';
import { introduce, takeBackIntroduction } from './introduce.ts';
import type { BotState, Effect, ReplyPart, VisitorMessage } from './protocol.ts';
import { wait } from './reply.ts';
import { actsIn, answerOf, escalate, noteTold, say, type Turn, tellTeam } from './turn.ts';

/** Where the brokerage wants a person to look first, the words become a note and the visitor is told to wait, honestly. */
export function holdForReview(
  turn: Turn,
  spoken: Effect[],
  score: number | null,
  before: BotState,
  unanswered: { seq: number | null; pending: VisitorMessage[] },
): Effect[] {
  const { state, pack } = turn;
  const reply = spoken.find((effect) => effect.kind === 'reply');
  if (pack.review === undefined || reply === undefined || state.ended === 'opted-out') return spoken;
  if (state.escalation === 'released' || !needsReview(state, score, pack.review)) return spoken;
  if (isDelayTold(state) && !isDelayTold(before)) return spoken;
  const draft = reply.parts
    .map((part) =>
      part.kind === 'text' ? part.text : part.kind === 'homes' ? '[homes]' : `[answer to: ${part.question}]`,
    )
    .join(' ');
  state.lastText = before.lastText;
  takeBackIntroduction(turn, before);
  state.unansweredSeq = unanswered.seq;
  state.pending = unanswered.pending;
  tellTeam(turn, 'hitl-review', 'A person has to look before the bot goes on', 1);
  escalate(turn, 'review', 'high');
  turn.effects.push({ kind: 'tag', add: ['HITL-Review'], remove: [] });
  turn.effects = turn.effects.filter((effect) => effect.kind !== 'listing-cards');
  const others = spoken.filter((effect) => effect.kind !== 'reply');
  const note: Effect = { kind: 'note', text: `Held back for review: ${draft}`, held: heldOf(turn, reply.parts) };
  return [...others, ...wait(turn, 'review'), note];
}

/** Strictly above the bounds; what is not known is no reason. */
export function needsReview(
  state: BotState,
  score: number | null,
  bounds: { scoreOver: number; valueOverCents: number },
): boolean {
  const value = (answerOf(state, 'price') ?? answerOf(state, 'budget')) as { maxCents?: number | null } | undefined;
  return (score ?? 0) > bounds.scoreOver || (value?.maxCents ?? 0) > bounds.valueOverCents;
}

/** What a person may send in Jorge's place: without his introduction, which is his alone, and with what they have to answer or show themselves. */
function heldOf({ introduction }: Turn, parts: readonly ReplyPart[]): NonNullable<(Effect & { kind: 'note' })['held']> {
  const words = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join(' ');
  const asked = parts.find((part) => part.kind === 'answer');
  const text = words.startsWith(introduction) ? words.slice(introduction.length) : words;
  return {
    text: text.trim(),
    ...(asked === undefined ? {} : { question: asked.question }),
    ...(parts.some((part) => part.kind === 'homes') ? { homes: true as const } : {}),
  };
}

const isDelayTold = ({ told }: BotState): boolean => told.includes('review-late');

/** Nobody has looked yet: the visitor is told once, honestly and without a time. Nothing where it was settled meanwhile. */
export function tellOfDelay(turn: Turn): Effect[] {
  const { state } = turn;
  const isHeld = state.mode === 'waiting' && state.unansweredSeq !== null && state.told.includes('hitl-review');
  if (!isHeld || !noteTold(turn, 'review-late')) return [];
  const text = [...introduce(turn, false), say(turn, 'stillInReview', identityTexts.stillInReview)].join(' ');
  state.lastText = text;
  return [{ kind: 'reply', parts: [{ kind: 'text', text }], acts: actsIn(turn, text) }];
}
