import { composed, type SaidAct } from '../../../contract/rest/turns.ts';
import { type EndReason, restfulReasons, type WaitReason } from '../../../contract/teamVocabulary.ts';
import type { HomeSearch } from '../../reading/home/homeWish.ts';
import type { Effect, ReplyPart } from '../state/protocol.ts';
import type { Question, Wordings } from '../state/question.ts';
import { actsIn, languageOf, passOn, type StepContext, say, wordsPassedOn } from '../state/stepContext.ts';
import { remarkTexts } from './remarkTexts.ts';

/** A reply that is longer than this leaves out its courtesies. */
export const niceUpToChars = 320;
/** The length that a chat takes in one message. A piece that has no room is left out whole: half a sentence loses what makes it true. */
const hardCapChars = 1000;

/** The pieces of one reply, in the order in which they are said. `nice` pieces go first when it gets too long. */
export interface Reply {
  opening: string[];
  nice: string;
  question: string | null;
  /** Homes that are shown with it. */
  homes?: HomeSearch | null;
  after: string[];
  nudge: string;
  ask: string;
  choices: Question | null;
}

const toldTexts: ReadonlySet<string> = new Set(['told', 'restTold']);

/** Puts the pieces together within the cap, and notes that the visitor is answered. */
export function finishReply(turn: StepContext, reply: Reply, statement: string): Effect[] {
  const { state } = turn;
  const fixed = [...reply.opening, statement, reply.ask].filter((piece) => piece !== '');
  const after = roomFor(reply.after, hardCapChars - fixed.join(' ').length);
  let left = niceUpToChars - [...fixed, ...after].join(' ').length;
  const keep = (piece: string): string => {
    if (piece === '' || piece.length + 1 > left) return '';
    left -= piece.length + 1;
    return piece;
  };
  const nice = keep(reply.nice);
  const nudge = keep(reply.nudge);
  const head = [...reply.opening, nice].filter((piece) => piece !== '').join(' ');
  const tail = [...after, nudge, statement, reply.ask].filter((piece) => piece !== '').join(' ');
  const parts: ReplyPart[] = [];
  const { about } = state.homes;
  const homes = reply.homes ?? null;
  if (head !== '') parts.push({ kind: 'text', text: head });
  if (reply.question !== null)
    parts.push({ kind: 'answer', question: reply.question, ...(about === null ? {} : { listingId: about.listingId }) });
  if (homes !== null) {
    parts.push({ kind: 'homes', search: homes });
    turn.effects.push({ kind: 'listing-cards', search: homes });
  }
  if (tail !== '') parts.push({ kind: 'text', text: tail });
  const [first, second, ...more] = parts;
  if (first === undefined) parts.push({ kind: 'text', text: say(turn, 'told', remarkTexts.told) });
  else if (first.kind === 'text' && second?.kind === 'text' && more.length === 0)
    parts.splice(0, 2, { kind: 'text', text: `${first.text} ${second.text}` });
  state.lastText = parts
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join(' ')
    .trim();
  // Said only where it is true.
  const isTold = turn.acts.some(({ words, said }) => toldTexts.has(said.text) && state.lastText.includes(words));
  const words = wordsPassedOn(turn);
  // An alert that asks for a person holds them already.
  const isAlerted = turn.effects.some((effect) => effect.kind === 'alert' && effect.reason.includes(`“${words}”`));
  if (isTold && !isAlerted) passOn(turn, `For a person to read: “${words}”`);
  state.quietReplies = reply.ask === '' ? state.quietReplies + 1 : 0;
  state.unansweredSeq = null;
  state.pending = [];
  state.carried = null;
  state.talk = { ...state.talk, lastReplyAt: turn.at };
  const language = languageOf(state);
  const choices = reply.choices?.choices?.map(({ id, label }) => ({ id, label: label[language] }));
  return [{ kind: 'reply', parts, acts: actsOfParts(turn, parts), ...(choices ? { choices } : {}) }];
}

/**
 * The acts of the parts. The act of an `answer` part is known only where it is written: it may have to say that nothing
 * is on file.
 */
const actsOfParts = (turn: StepContext, parts: readonly ReplyPart[]): SaidAct[] =>
  parts.flatMap((part) => {
    if (part.kind === 'text') return actsIn(turn, part.text);
    return part.kind === 'homes'
      ? [{ act: 'show-homes' as const, text: 'homes', variant: 0 }]
      : [{ act: 'answer' as const, text: composed, variant: 0 }];
  });

/** As many of the pieces as there is room for, each whole. */
function roomFor(pieces: readonly string[], room: number): string[] {
  let left = room;
  return pieces.filter((piece) => {
    if (piece === '' || piece.length + 1 > left) return false;
    left -= piece.length + 1;
    return true;
  });
}

/** The last words before the bot falls silent for `reason`; `waitsFor`: the reason of the wait, where that is another one. */
export function end(turn: StepContext, effects: Effect[], reason: EndReason, waitsFor: WaitReason = reason): Effect[] {
  turn.state.asked = null;
  turn.state.ended = reason;
  turn.state.vagueStreak = 0;
  return [...effects, ...wait(turn, waitsFor)];
}

/**
 * The effect that makes the conversation wait for a person, or rest: once, until somebody changes the mode. A wait for a person takes the
 * place of a rest, and a rest that goes on settles what was written meanwhile.
 */
export function wait(turn: StepContext, reason: WaitReason): Effect[] {
  const { state } = turn;
  if (state.mode === 'waiting' && !state.rests) return [];
  // A talk that is taken up and ends in the same turn has rested all along.
  turn.effects = turn.effects.filter(({ kind }) => kind !== 'resume');
  state.mode = 'waiting';
  state.rests = restfulReasons.has(reason);
  return [{ kind: 'wait', reason }];
}

/** Jorge goes on where a talk that rested is taken up again. */
export function takeUp(turn: StepContext): void {
  const { state } = turn;
  if (state.mode !== 'waiting' || !state.rests) return;
  state.mode = 'bot';
  state.rests = false;
  turn.effects.push({ kind: 'resume', reason: 'visitor-returned' });
}

/** A reply that is these words and nothing else. */
export function replyWith(turn: StepContext, text: string): Effect {
  turn.state.lastText = text;
  return { kind: 'reply', parts: [{ kind: 'text', text }], acts: actsIn(turn, text) };
}

/** One authored sentence, then the wait for a person. */
export const waitWith = (
  turn: StepContext,
  reply: Reply,
  key: string,
  wordings: Wordings,
  reason: WaitReason,
): Effect[] => [...finishReply(turn, reply, say(turn, key, wordings)), ...wait(turn, reason)];

/** One authored sentence, then silence. */
export const endWith = (
  turn: StepContext,
  reply: Reply,
  key: string,
  wordings: Wordings,
  reason: EndReason,
  value = '',
): Effect[] => end(turn, finishReply(turn, reply, say(turn, key, wordings, value)), reason);
