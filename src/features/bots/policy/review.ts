import { identityTexts } from '../say/identityTexts.ts';
import { introduce, takeBackIntroduction } from '../say/introduce.ts';
import { replyWith, wait } from '../say/reply.ts';
import type { BotState, Effect, ReplyPart, VisitorMessage } from '../state/protocol.ts';
import { answerOf, escalate, noteTold, notifyTeamOnce, type StepContext, say } from '../state/stepContext.ts';

/** Turns the reply into a note for the team, and tells the visitor honestly to wait, where the brokerage wants a person to look first. */
export function holdForReview(
  turn: StepContext,
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
  notifyTeamOnce(turn, 'hitl-review', 'A person needs to review this before Jorge continues', 1);
  escalate(turn, 'review', 'high');
  turn.effects.push({ kind: 'tag', add: ['HITL-Review'], remove: [] });
  turn.effects = turn.effects.filter((effect) => effect.kind !== 'listing-cards');
  const others = spoken.filter((effect) => effect.kind !== 'reply');
  const note: Effect = { kind: 'note', text: `Held for review: ${draft}`, held: heldOf(turn, reply.parts) };
  return [...others, ...wait(turn, 'review'), note];
}

/** True when score or value is strictly above the brokerage's bounds; an unknown figure is no reason. */
export function needsReview(
  state: BotState,
  score: number | null,
  bounds: { scoreOver: number; valueOverCents: number },
): boolean {
  const value = (answerOf(state, 'price') ?? answerOf(state, 'budget')) as { maxCents?: number | null } | undefined;
  return (score ?? 0) > bounds.scoreOver || (value?.maxCents ?? 0) > bounds.valueOverCents;
}

/**
 * The reply as a person may send it in Jorge's place: without his introduction, and with the questions and homes that they have to
 * answer or show themselves.
 */
function heldOf(
  { introduction }: StepContext,
  parts: readonly ReplyPart[],
): NonNullable<(Effect & { kind: 'note' })['held']> {
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

/** Tells the visitor once, honestly and without a time, that nobody has looked yet. Empty when it was settled meanwhile. */
export function tellOfDelay(turn: StepContext): Effect[] {
  const { state } = turn;
  const isHeld = state.mode === 'waiting' && state.unansweredSeq !== null && state.told.includes('hitl-review');
  if (!isHeld || !noteTold(turn, 'review-late')) return [];
  const words = say(turn, 'stillInReview', identityTexts.stillInReview);
  return [replyWith(turn, [...introduce(turn, false), words].join(' '))];
}
