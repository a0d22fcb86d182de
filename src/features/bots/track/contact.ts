import { consents, readYesNo } from '../../reading/dialogue/readYesNo.ts';
import type { Read, Span } from '../../reading/model.ts';
import { joinLimits } from '../../reading/optOut/contactLimits.ts';
import { type Channel, keepsNumber, refusesCalls } from '../../reading/optOut/readChannelWish.ts';
import { readLimits } from '../../reading/optOut/readLimits.ts';
import { readContact } from '../../reading/person/readContact.ts';
import { sentencesOf } from '../../reading/text/sentencesOf.ts';
import { readDay } from '../../reading/time/readDay.ts';
import { readTimeOfDay } from '../../reading/time/readTimeOfDay.ts';
import { emailQuestion } from '../say/bookingTexts.ts';
import {
  bestTimeQuestion,
  callConsent,
  contactQuestion,
  contactQuestions,
  inviteTexts,
  mayCallQuestion,
  nameQuestion,
} from '../say/contactTexts.ts';
import { niceUpToChars, type Reply } from '../say/reply.ts';
import { isGentle } from '../state/gentle.ts';
import type { BotState, VisitorMessage } from '../state/protocol.ts';
import type { Question } from '../state/question.ts';
import {
  answerOf,
  decline,
  evidenceAt,
  fill,
  fillRead,
  isOpen,
  type Move,
  noteTold,
  type StepContext,
  say,
  stateOf,
} from '../state/stepContext.ts';
import { channelWishOf } from '../understand/channelWishOf.ts';
import { chosenValue, type MessageReading } from '../understand/readMessage.ts';
import { isAgreed } from '../understand/understand.ts';

const longestTimeWords = 60;

/** A number or an address is known. */
export const canBeReached = ({ state }: Pick<StepContext, 'state'>): boolean =>
  stateOf(state, 'phone') === 'answered' || stateOf(state, 'email') === 'answered';

/** Whether a way to be reached may still be asked for: not known, not refused, not asked before, not opted out. */
const mayAskForContact = ({ state }: StepContext): boolean =>
  !canBeReached({ state }) &&
  isOpen(state, 'phone') &&
  isOpen(state, 'email') &&
  isOpen(state, 'contact') &&
  state.before?.suppressedAt === undefined &&
  !wasAsked(state, contactQuestion) &&
  !state.told.includes('contact-invited');

/** Each of these questions is asked once; the count of its wordings tells whether it was. */
const wasAsked = (state: BotState, question: Question): boolean => (state.said[`q:${question.id}`] ?? 0) > 0;

/** Asks for a way to reach a visitor who wants to be reached; null when nothing is left to ask. */
export function contactMove(turn: StepContext): Move | null {
  const { state } = turn;
  const ask = (question: Question): Move => ({ kind: 'ask', question, at: 'CONFIRMED' });
  if (mayAskForContact(turn)) return ask(contactQuestion);
  if (!canBeReached(turn)) return null;
  // In trouble, or with a complaint, they are asked how to be reached, and nothing else.
  if (isGentle(state.situation) || state.situation === 'anger') return null;
  if (isOpen(state, 'name') && !wasAsked(state, nameQuestion)) return ask(nameQuestion);
  const numberWithoutConsent =
    !state.closedChannels.includes('call') &&
    // The consent is one for calls and texts.
    !state.closedChannels.includes('text') &&
    stateOf(state, 'phone') === 'answered' &&
    answerOf(state, 'contactBy') !== 'email' &&
    !state.consented.includes('call');
  if (numberWithoutConsent && isOpen(state, 'mayCall') && !wasAsked(state, mayCallQuestion))
    return ask(mayCallQuestion);
  return null;
}

/** Asks once for an email address where the visitor keeps their number to themselves. */
export function emailMove({ state }: StepContext): Move | null {
  const mayAsk = isOpen(state, 'email') && state.before?.suppressedAt === undefined && !wasAsked(state, emailQuestion);
  return mayAsk ? { kind: 'ask', question: emailQuestion, at: 'NO_NUMBER' } : null;
}

/** Asks for the name and for a good time, once each, after a visitor asked for a person and left a number. */
export function callBackMove(turn: StepContext): Move | null {
  const { state } = turn;
  if (!state.told.includes('asked-for-person') || !canBeReached(turn)) return null;
  const contact = contactMove(turn);
  if (contact) return contact;
  const isWritten = answerOf(state, 'contactBy') === 'email' || state.closedChannels.includes('call');
  const known = isWritten || ['bestTime', 'timeOfDay', 'day'].some((slot) => !isOpen(state, slot));
  return known || wasAsked(state, bestTimeQuestion)
    ? null
    : { kind: 'ask', question: bestTimeQuestion, at: 'CONFIRMED' };
}

/** The consent words that go before a question, as far as the message has room for them; they are kept as shown. */
export function consentWordsFor(turn: StepContext, reply: Reply, question: Question, ask: string): string {
  if (question.id === 'mayCall') turn.state.consentShown = ask;
  if (!givesNumber.has(question.id) || isClosedTo(turn.state)) return '';
  const room = niceUpToChars - [...reply.opening, ...reply.after, ask].join(' ').length - 2;
  return showConsent(turn, room);
}

/** "Leave a number, if you like": a statement, once, where the visitor leaves or waits for a person. Empty when it is of no use. */
export function inviteToLeaveContact(turn: StepContext, reply: Reply, statement: string): string {
  if (!mayAskForContact(turn)) return '';
  const room = niceUpToChars - [...reply.opening, ...reply.after, statement].join(' ').length - 2;
  const invite = say(turn, 'invite', inviteTexts);
  if (invite.length > room) return '';
  noteTold(turn, 'contact-invited');
  return invite;
}

/** Neither calls nor texts: no consent to them is asked for. */
const isClosedTo = ({ closedChannels }: BotState): boolean =>
  closedChannels.includes('call') && closedChannels.includes('text');

/** Questions that are answered with a number. */
const givesNumber: ReadonlySet<string> = new Set(['contact', 'callNumber']);

function showConsent(turn: StepContext, room: number): string {
  const words = say(turn, 'callConsent', callConsent);
  if (words.length > room) return '';
  turn.state.consentShown = words;
  return words;
}

/** Fills name, phone, email and good time from what was said, and notes what was agreed to, with the words that were shown. */
export function trackContact(turn: StepContext, reading: MessageReading): void {
  const { message, asked } = reading;
  const { state } = turn;
  // "So what happens next?" answers no question for a name.
  const askedName = asked === 'name' && reading.topic === null && !message.text.trimEnd().endsWith('?');
  const contact = readContact(message.text, { askedName });
  if (reading.isReadByModel) {
    contact.phone = ownOf(reading, 'phone', contact.phone);
    contact.email = ownOf(reading, 'email', contact.email);
  }
  // "Contact mine, not me: Carol, 512 …": somebody else's number, which the team reads in their words.
  const given = contact.phone ?? contact.email;
  if (!reading.isReadByModel && given !== null && ofAnother.test(sentenceAround(message.text, given))) {
    reading.aside = null;
    if (namesThemselves.test(message.text)) fillRead(turn, 'name', contact.name, message);
    return;
  }
  if (contact.name === null && givesOnlyName(turn, reading))
    contact.name = readContact(message.text, { askedName: true }).name;
  // "It's Lindquist with a u" puts part of a name right, and is no name in its place.
  const called = answerOf(state, 'name');
  const isPart = typeof called === 'string' && called.includes(' ') && contact.name?.value.includes(' ') === false;
  if (!isPart) fillRead(turn, 'name', contact.name, message);
  // First: "no calls, text me at 512 555 0101" agrees to texts alone.
  trackChannelWish(turn, reading);
  const limits = reading.isReadByModel ? null : readLimits(message.text);
  if (limits) {
    const before = answerOf(state, 'limits');
    const joined = joinLimits(limits.value, typeof before === 'string' ? before : '') ?? limits.value;
    fill(turn, 'limits', joined, message, limits);
  }
  if (reading.saysCall && !refusesCalls(message.text))
    state.closedChannels = state.closedChannels.filter((channel) => channel !== 'call');
  if (contact.phone) {
    fill(turn, 'phone', contact.phone.value, message, contact.phone);
    // Asking for a call is consent to that call, whatever was shown; texts and automatic calls need the consent words.
    const asShown: Channel[] = state.consentShown === null ? [] : asPreferred(turn, ['call', 'text']);
    if (asShown.length > 0) agree(turn, asShown, contact.phone.value, message, contact.phone);
    if (reading.saysCall && !refusesCalls(message.text) && !asShown.includes('call'))
      agree(turn, ['call'], contact.phone.value, message, { start: 0, end: message.text.length }, null);
  }
  if (contact.phone === null) trackNoNumber(turn, reading, contact.email !== null);
  if (contact.email) {
    fill(turn, 'email', contact.email.value, message, contact.email);
    if (state.consentShown !== null)
      agree(turn, asPreferred(turn, ['email']), contact.email.value, message, contact.email);
  }
  if (asked === 'mayCall') trackConsent(turn, reading);
  const waitsForCall = asked === 'mayCall' && state.told.includes('asked-for-person');
  if (asked === 'bestTime' || waitsForCall) trackBestTime(turn, reading);
}

/** "Walt, 512 555 0150. I'll give you her number later": the sentence says whose number it is. */
const sentenceAround = (text: string, { start }: Span): string =>
  sentencesOf(text).findLast((one) => one.start <= start)?.plain ?? text;

const namesThemselves = /\bmy name\b|\bme llamo\b|\bmi nombre\b/i;
const ofAnother =
  /\bnot me\b|\b(?:her|his|their) (?:number|cell|phone|e-?mail)\b|\b(?:contact|call|text|reach|e-?mail) (?:mine|her|him|them|my (?:agent|realtor|broker|lawyer|attorney|son|daughter|husband|wife|mom|mother|dad|father|brother|sister))\b(?!,? (?:or|and) me)/i;

/**
 * Of the numbers and addresses in a message, the visitor's own, where a model quotes it: a neighbor's, a cousin's, or a scammer's is not how
 * they are reached. One that they take back is none. Where the model says nothing of any, what the rules `found` stands.
 */
function ownOf(
  { understood, message }: MessageReading,
  name: 'phone' | 'email',
  found: Read<string> | null,
): Read<string> | null {
  const slots = understood?.slots.filter((slot) => slot.name === name) ?? [];
  const own = slots.find(({ op }) => op !== 'clear');
  if (own === undefined) return slots.length > 0 ? null : found;
  const quoted = readContact(own.quote)[name];
  const from = message.text.indexOf(own.quote);
  return quoted === null || from < 0 ? found : { ...quoted, start: from + quoted.start, end: from + quoted.end };
}

/** The number and the address in a message in which they ask to be left alone, or for their data: to be found by, and for nothing else. */
export function fillContact(turn: StepContext, message: VisitorMessage): boolean {
  const { phone, email } = readContact(message.text);
  fillRead(turn, 'phone', phone, message);
  fillRead(turn, 'email', email, message);
  return phone !== null || email !== null;
}

/** "I'd rather not give my number", or an email in its place: nobody is to call. */
function trackNoNumber(turn: StepContext, reading: MessageReading, wroteEmail: boolean): void {
  const { message, asked } = reading;
  const isAsked = asked === 'callNumber';
  const pressed = isAsked ? chosenValue(reading, contactQuestions.callNumber) : null;
  if (pressed !== null) fill(turn, 'contactBy', pressed.value, message);
  const refuses = isAsked && (reading.requests.refusal || reading.act === 'no' || wroteEmail || pressed !== null);
  if (!refuses && !keepsNumber(message.text)) return;
  // "Just looking, not giving my number" wants no other way either.
  if (reading.intent?.value === 'browse' && !wroteEmail) declineContact(turn, message);
  else decline(turn, 'phone', message);
  // "No thanks" is no goodbye here: the call that waits for a number is let go first.
  turn.calendar ||= isAsked;
}

/** "512 555 0101", and then "John": the name belongs to the number. */
const givesOnlyName = ({ state }: StepContext, { act, asked }: MessageReading): boolean =>
  act === 'name' && isOpen(state, 'name') && canBeReached({ state }) && (asked === null || nameMayCome.has(asked));
const nameMayCome: ReadonlySet<string> = new Set([
  'contact',
  'callNumber',
  'mayCall',
  'bestTime',
  'timeOfDay',
  'day',
  'slot',
]);

/** A refusal of "phone or email?" is one of both. */
export function declineContact(turn: StepContext, refusal: VisitorMessage | undefined): void {
  decline(turn, 'phone', refusal);
  decline(turn, 'email', refusal);
}

function trackConsent(turn: StepContext, reading: MessageReading): void {
  const { message, requests } = reading;
  const read = readYesNo(message.text);
  const agrees = consents(message.text) && !requests.thanks && !requests.goodbye;
  const isMeant = isAgreed(reading, 'yes') || (reading.understood?.acts.includes('agrees') ?? false);
  const isClear = read?.value === false || (agrees && isMeant);
  // "Ok but today?" asks; it agrees to nothing.
  const said =
    (isClear && !message.text.includes('?') ? read : null) ??
    (message.choiceId === 'yes' ? { value: true, start: 0, end: message.text.length } : null);
  if (said === null) return;
  fill(turn, 'mayCall', said.value, message, said);
  const phone = answerOf(turn.state, 'phone');
  if (said.value && typeof phone === 'string') agree(turn, asPreferred(turn, ['call', 'text']), phone, message, said);
}

function trackBestTime(turn: StepContext, { message, requests, question }: MessageReading): void {
  if (requests.refusal || question !== null || message.text.length > longestTimeWords) return;
  const found = [readDay(message.text), readTimeOfDay(message.text)].filter((one) => one !== null);
  if (found.length === 0) return;
  const span = { start: Math.min(...found.map(({ start }) => start)), end: Math.max(...found.map(({ end }) => end)) };
  fill(turn, 'bestTime', found.map(({ value }) => value).join(' '), message, span);
}

function trackChannelWish(turn: StepContext, reading: MessageReading): void {
  const { message } = reading;
  const wish = channelWishOf(reading);
  if (wish === null) return;
  const { by, not } = wish.value;
  if (by !== null) fill(turn, 'contactBy', by, message, wish);
  const { state } = turn;
  state.closedChannels = state.closedChannels.filter((channel) => channel !== by);
  closeWays(turn, message, not, wish, by === null ? undefined : `prefers ${by}`);
}

/** These ways to reach them are closed from now on, and no consent to one of them stands. Nothing where they were closed before. */
export function closeWays(
  turn: StepContext,
  message: VisitorMessage,
  ways: readonly Channel[],
  span: Span,
  reason = `no ${ways.join(', no ')}`,
): void {
  const { state } = turn;
  const closed = ways.filter((channel) => !state.closedChannels.includes(channel));
  state.consented = state.consented.filter((channel) => !ways.includes(channel));
  if (closed.length === 0) return;
  state.closedChannels = [...state.closedChannels, ...closed];
  turn.effects.push({
    kind: 'suppress',
    channels: [...ways],
    evidence: evidenceAt(message, span),
    said: message.written ?? message.text,
    reason,
  });
}

/** A visitor who would rather get texts agrees to no calls, whatever the consent words name. */
function asPreferred({ state }: StepContext, named: Channel[]): Channel[] {
  const by = answerOf(state, 'contactBy');
  return by === undefined ? named : named.filter((channel) => channel === by);
}

function agree(
  turn: StepContext,
  channels: Channel[],
  to: string,
  message: VisitorMessage,
  span: { start: number; end: number },
  shown: string | null = turn.state.consentShown,
): void {
  const { state } = turn;
  const open = channels.filter((channel) => !state.closedChannels.includes(channel));
  const fresh = open.filter((channel) => !state.consented.includes(channel));
  const isNewAddress = turn.changed.includes('phone') || turn.changed.includes('email');
  if (open.length === 0 || (fresh.length === 0 && !isNewAddress)) return;
  state.consented = [...state.consented, ...fresh];
  turn.effects.push({
    kind: 'consent',
    channels: open,
    to,
    shown,
    evidence: evidenceAt(message, span),
    said: message.written ?? message.text,
  });
}
