import type { Slot } from '../../../contract/log/parts.ts';
import type { SaidAct } from '../../../contract/rest/turns.ts';
import type { NewsKind, WaitReason } from '../../../contract/teamVocabulary.ts';
import type { Evidence } from '../../../contract/values.ts';
import type { Stage } from '../../../contract/vocabulary.ts';
import type { Pack } from '../../packs/model.ts';
import type { Language, Read, Span } from '../../reading/model.ts';
import { writtenSpan } from '../../reading/text/fixTypos.ts';
import type { TimeChoice } from '../../reading/time/readTimeChoice.ts';
import { actOf } from './actOf.ts';
import type { CalendarNews } from './bookingState.ts';
import type { BotState, Effect, VisitorMessage } from './protocol.ts';
import type { Question, Wordings } from './question.ts';

/** The working copy of one step. `state` is this turn's own; the input is never changed. */
export interface StepContext {
  at: string;
  pack: Pack;
  state: BotState;
  /** Slots that got a new value in this turn, in order. */
  filled: string[];
  /** Of these, the slots that had another value before. */
  changed: string[];
  /** Slots that were taken back in this turn: nothing is known of them any more. */
  cleared: string[];
  /** The visitor cancelled or moved the time that was passed on to the team. */
  calledOff: 'cancelled' | 'moved' | null;
  /** The time that the message chose of those on offer; `missedChoice`: it said something else, to no effect. */
  choice: TimeChoice | null;
  missedChoice: boolean;
  /** The calendar answered, or an appointment changed, and what there is to say of it. */
  calendar: boolean;
  news: CalendarNews[];
  /** The appointment that was to be moved stays. */
  kept: boolean;
  /** The sentence about an appointment that the visitor took back. */
  takenBack: string;
  /** The introduction that this turn gave, the notice included; empty where it gave none. */
  introduction: string;
  /** They changed the language, or asked for the other one. */
  switched: boolean;
  /** A hand-over that may not be: `circle` where the talk goes to and fro, `other` where the other bot cannot take it. */
  blocked: 'circle' | 'other' | null;
  /** A place that is not served, named beside one that is. */
  outside: string | null;
  /** Slots that the message says nothing about, as far as its reader could tell. */
  ruledOut: ReadonlySet<string>;
  /** Every text that was chosen in this turn, and what it does; those that found no place in the reply are left out of it. */
  acts: { words: string; said: SaidAct }[];
  /** The rules of the policy that said or did something, in order. */
  rules: string[];
  /** Effects other than the reply and the wait, in order. */
  effects: Effect[];
}

/** Before anything was taken in. `state` is this turn's own from now on. */
export const beginStep = (at: string, pack: Pack, state: BotState): StepContext => ({
  at,
  pack,
  state,
  filled: [],
  changed: [],
  cleared: [],
  calledOff: null,
  choice: null,
  missedChoice: false,
  calendar: false,
  news: [],
  kept: false,
  takenBack: '',
  introduction: '',
  switched: false,
  blocked: null,
  outside: null,
  ruledOut: new Set(),
  acts: [],
  rules: [],
  effects: [],
});

/** Where a bot goes next. */
export type Move =
  | { kind: 'ask'; question: Question; at: Stage }
  | { kind: 'hand-over'; to: 'buyer' | 'seller' }
  | { kind: 'rest'; at: Stage }
  /** `says` and `question` go out with it; where it says nothing, the reply waits for what comes of it. */
  | { kind: 'do'; at: Stage; effects: Effect[]; says: string; question: Question | null }
  | { kind: 'finish' };

/** The language of the authored texts: Spanish for every kind of it, English for all else. */
export const languageOf = (state: BotState): Language => (state.language.startsWith('es') ? 'es' : 'en');

/** The next wording of a text, filled in; the use is counted, so the next one differs. */
export const say = (turn: StepContext, key: string, wordings: Wordings, value = ''): string =>
  sayFrom(turn, key, wordings[languageOf(turn.state)], value);

/** The same for a list of wordings in a language that the other texts do not have. */
export function sayFrom(turn: StepContext, key: string, list: readonly string[], value = ''): string {
  const used = turn.state.said[key] ?? 0;
  turn.state.said = { ...turn.state.said, [key]: used + 1 };
  const variant = used % list.length;
  const words = (list[variant] as string)
    .replace('{brokerage}', turn.pack.brokerage)
    .replace('{assistant}', turn.pack.assistant)
    // "3:00 p. m." ends with its own point.
    .replace('{value}.', value.endsWith('.') ? value : `${value}.`)
    .replace('{value}', value);
  turn.acts.push({ words, said: { act: actOf(key), text: key, variant } });
  return words;
}

/** The acts of the texts that a reply holds, in the order in which they were chosen. */
export const actsIn = (turn: StepContext, text: string): SaidAct[] =>
  turn.acts.filter(({ words }) => words !== '' && text.includes(words)).map(({ said }) => said);

/** Where a slot stands; one that was never touched is unknown. */
export const stateOf = (state: BotState, slot: string): Slot['state'] => state.slots[slot]?.state ?? 'unknown';
/** The value that was answered; undefined while it is unknown or declined. */
export const answerOf = (state: BotState, slot: string): unknown =>
  stateOf(state, slot) === 'answered' ? state.slots[slot]?.value : undefined;
/** Neither answered nor declined: it may still be asked. */
export const isOpen = (state: BotState, slot: string): boolean => stateOf(state, slot) === 'unknown';

/** Where words stand in what the visitor wrote. */
export const evidenceAt = ({ log, seq, typoFixes }: VisitorMessage, span: Span): Evidence => ({
  log,
  seq,
  ...(typoFixes === undefined ? { start: span.start, end: span.end } : writtenSpan(typoFixes, span)),
});

/** A slot of which nothing is known. */
export const unknownSlot: Slot = { value: null, state: 'unknown', confidence: null, evidence: [] };
/** A slot with its answer. */
export const asAnswer = (value: unknown, evidence: Slot['evidence'] = []): Slot => ({
  value,
  state: 'answered',
  confidence: null,
  evidence,
});

const wholeOf = ({ text }: VisitorMessage): Span => ({ start: 0, end: text.length });

/**
 * Puts what the visitor said into a slot, with the words that say it: all of the message, where no `span` says which. The same value
 * again keeps the first evidence.
 */
export function fill(
  turn: StepContext,
  slot: string,
  value: unknown,
  message: VisitorMessage,
  span: Span = wholeOf(message),
): void {
  if (turn.ruledOut.has(slot)) return;
  const old = turn.state.slots[slot];
  if (old?.state === 'answered' && JSON.stringify(old.value) === JSON.stringify(value)) {
    turn.filled.push(slot);
    return;
  }
  const evidence = [evidenceAt(message, span)];
  turn.state.slots = { ...turn.state.slots, [slot]: asAnswer(value, evidence) };
  turn.filled.push(slot);
  turn.changed.push(slot);
}

/** The same of what a reader read, where it read anything. */
export function fillRead(turn: StepContext, slot: string, read: Read<unknown> | null, message: VisitorMessage): void {
  if (read !== null) fill(turn, slot, read.value, message, read);
}

/** Nothing is known of it any more, and it may be asked again. */
export function clear(turn: StepContext, slot: string): void {
  const { [slot]: gone, ...slots } = turn.state.slots;
  if (gone === undefined) return;
  turn.state.slots = { ...slots, [slot]: unknownSlot };
  turn.filled = turn.filled.filter((one) => one !== slot);
  turn.cleared.push(slot);
}

/** Keeps words that point to an answer without being one: the question still comes. */
export function hint(turn: StepContext, slot: string, value: unknown, message: VisitorMessage, span: Span): void {
  const evidence = [evidenceAt(message, span)];
  turn.state.slots = { ...turn.state.slots, [slot]: { ...unknownSlot, value, evidence } };
}

/** The visitor would not say (`refusal`: their words), or did not after two tries. An answer that is already there stays. */
export function decline(turn: StepContext, slot: string, refusal?: VisitorMessage): void {
  if (!isOpen(turn.state, slot)) return;
  const evidence = refusal === undefined ? [] : [evidenceAt(refusal, wholeOf(refusal))];
  turn.state.slots = { ...turn.state.slots, [slot]: { ...unknownSlot, state: 'declined', evidence } };
}

/** Marks something as told. False when it was before. */
export function noteTold({ state }: StepContext, what: string): boolean {
  if (state.told.includes(what)) return false;
  state.told = [...state.told, what];
  return true;
}

/** Tells the team once: an alert and a flag on the row. False when they were told before. */
export function notifyTeamOnce(turn: StepContext, what: NewsKind, reason: string, priority: number): boolean {
  if (!noteTold(turn, what)) return false;
  turn.effects.push({ kind: 'alert', alert: what, reason, priority }, { kind: 'flag', flag: what, reason });
  return true;
}

/** How much of what a visitor wrote the team reads in an alert or a note. */
export const charsPassedOn = 160;

/** The newest words that wait for an answer, as the team reads them: older ones only where there is room. */
export function wordsPassedOn({ state }: StepContext): string {
  const words = state.pending.map(({ text }) => text);
  while (words.length > 1 && words.join(' ').length > charsPassedOn) words.shift();
  return words.join(' ').slice(0, charsPassedOn);
}

/** Tells the team of words for a person: the first of a talk alert it, and later ones are noted. */
export function passOn(turn: StepContext, text: string): void {
  if (!notifyTeamOnce(turn, 'question-open', text, 3)) turn.effects.push({ kind: 'note', text });
}

/** Asks for a person, as far as the hand-over's record goes; the words and the wait are the caller's. */
export function escalate(turn: StepContext, reason: WaitReason | 'distress', urgency: 'normal' | 'high'): void {
  const { state } = turn;
  if (state.escalation === 'requested' || state.escalation === 'in_takeover') return;
  state.escalation = 'requested';
  turn.effects.push({ kind: 'handoff', data: { state: 'requested', from: state.bot, to: 'human', reason, urgency } });
}

/** Moves an open wish for a person on: met, ended, or over with the talk. Does nothing when none is open. */
export function escalationGoesTo(turn: StepContext, next: 'in_takeover' | 'released' | 'closed'): void {
  const { state } = turn;
  const open = state.escalation === 'requested' || state.escalation === 'in_takeover';
  if (!open || state.escalation === next) return;
  const from = next === 'in_takeover' ? state.bot : 'human';
  const to = next === 'in_takeover' ? 'human' : state.bot;
  state.escalation = next;
  turn.effects.push({ kind: 'handoff', data: { state: next, from, to, reason: next, urgency: 'normal' } });
}
