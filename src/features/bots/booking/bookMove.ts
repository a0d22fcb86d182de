import { timeLabel, zoneLabel } from '../../../kernel/timeLabel.ts';
import { instantOf, plusDays, wallTimeAt } from '../../../kernel/zonedTime.ts';
import type { TimeWish } from '../../reading/timeWish.ts';
import { answerOf, decline, isOpen, languageOf, type Move, say, stateOf, type Turn } from '../turn.ts';
import { aloneQuestion, bookingTexts, oneSlotQuestion, showingQuestion, slotQuestion } from './bookingTexts.ts';
import { isOpenSlot } from './hearChoice.ts';
import type { MeetingKind, TimesOffer } from './model.ts';
import { cannotBeCalled, letCallGo, numberFirst } from './numberToCall.ts';
import { homeWords, whenWords } from './whenWords.ts';
import { homeToShow, whichHomeQuestion } from './whichHome.ts';

/** So often the calendar is asked before a person sees to it. */
const mostSearches = 6;
/** So often which of the times it shall be is asked while the visitor speaks of something else. */
const mostAsks = 2;

/** So often it is asked which home the showing is of; then the team sees to it. */
const mostHomeAsks = 2;

/** So often the law's question is asked with all its ways; then the team sees to it, and to the time. */
const mostPathAsks = 2;

/** Who named a time in between has not passed over the question, and is asked once more. */
const isPathAskedEnough = (turn: Turn): boolean => {
  const asks = turn.state.said['q:showing'] ?? 0;
  const namesTime = turn.changed.includes('day') || turn.changed.includes('timeOfDay');
  return asks >= (namesTime ? mostPathAsks + 1 : mostPathAsks);
};

/** A seller is not shown a home: a talk is what they get. */
export const meetingOf = ({ state }: Turn): MeetingKind =>
  answerOf(state, 'visit') === 'viewing' && state.bot !== 'seller' ? 'viewing' : 'call';

/** Whether the law of the market asks how a buyer without an agent is shown a home (compliance page §3). */
const asksForPath = (turn: Turn): boolean =>
  turn.pack.showingsNeedPath === true && meetingOf(turn) === 'viewing' && answerOf(turn.state, 'intent') !== 'rent';

/** The bot may not book this kind of showing: an agreement has to be signed first, or they would not say. */
const needsTeam = (turn: Turn): boolean => {
  const path = answerOf(turn.state, 'showing');
  const isClear = path === 'unrepresented' || answerOf(turn.state, 'agreement') === true;
  return asksForPath(turn) && !isClear && !isOpen(turn.state, 'showing');
};

/** The team sets the time: there is no calendar, it has nothing, or the law wants something signed first. */
export const isByTeam = (turn: Turn): boolean =>
  turn.pack.books !== true || turn.state.booking.byTeam || needsTeam(turn);

/**
 * The next step towards an appointment; null when there is none to take, else what to ask for in words. Only while
 * the calendar may be used. `eager`: everything is known that makes it worth a talk, so times are offered unasked.
 */
export function bookMove(turn: Turn, eager: boolean): Move | 'ask-time' | 'ask-day' | null {
  const { state } = turn;
  const { booking } = state;
  if (asksForPath(turn) && isOpen(state, 'showing') && isPathAskedEnough(turn)) {
    decline(turn, 'showing');
    return null;
  }
  if (booking.held !== null) {
    const { appointmentId, meeting = meetingOf(turn) } = booking.held;
    return numberFirst(turn, meeting) ?? book(turn, { appointmentId });
  }
  if (booking.appointment !== null && !booking.moving) return null;
  if (meetingOf(turn) === 'call' && cannotBeCalled(turn)) return letCallGo(turn);
  const offer = booking.offer !== null && booking.offer.expiresAt > turn.at ? booking.offer : null;
  const { choice } = turn;
  if (offer !== null && choice !== null) {
    const slot = choice.kind === 'slot' ? offer.slots[choice.index] : undefined;
    if (slot) return choose(turn, offer, slot.slotId);
    if (choice.kind === 'none') {
      state.booking = { ...booking, offer: null };
      reopen(turn);
      return 'ask-day';
    }
    if (choice.kind === 'sooner') return sooner(turn, offer);
    if (choice.kind === 'later') return search(turn, laterThan(turn, offer, choice.sameDay));
  }
  const wishedAnew = turn.changed.includes('day') || turn.changed.includes('timeOfDay');
  const isForThis = offer !== null && isOf(turn, offer) && !wishedAnew;
  if (isForThis && booking.chosen?.offerId === offer.offerId) return choose(turn, offer, booking.chosen.slotId);
  if (offer !== null && isForThis && offer.shown === 0) return show(turn, offer);
  if (offer !== null && isForThis && mayChooseNow(turn)) return askAgain(turn, offer);
  if (offer !== null && isForThis) return null;
  if (!wantsTime(turn, eager)) return isOpen(state, 'timeOfDay') ? 'ask-time' : null;
  return search(turn, wishOf(turn));
}

function wantsTime(turn: Turn, eager: boolean): boolean {
  const { state } = turn;
  const named = ['visit', 'day', 'timeOfDay'].some((slot) => stateOf(state, slot) === 'answered');
  // Who took a time back is not offered one again unasked.
  const refused = stateOf(state, 'visit') === 'declined';
  return (eager && !refused) || named || state.booking.moving || turn.calledOff === 'moved';
}

function wishOf({ state }: Turn): TimeWish {
  const [day, time] = [answerOf(state, 'day'), answerOf(state, 'timeOfDay')];
  return { ...(typeof day === 'string' ? { day } : {}), ...(typeof time === 'string' ? { time } : {}) };
}

/** A showing is asked for, and it is not clear of which home. */
const isHomeOpen = (turn: Turn): boolean => meetingOf(turn) === 'viewing' && homeToShow(turn) === 'unclear';

/** The offer is for what they want: the same kind of meeting, the same home. */
function isOf(turn: Turn, { meeting, home }: TimesOffer): boolean {
  const wanted = meeting === 'viewing' ? homeToShow(turn) : null;
  if (meeting !== meetingOf(turn)) return false;
  // Cards that came after the offer name no other home by themselves.
  return wanted === null || wanted === 'unclear' || home === undefined || home.listingId === wanted.listingId;
}

/** A time was chosen: it is booked once all is known that it takes. */
function choose(turn: Turn, offer: TimesOffer, slotId: string): Move | null {
  const which = { offerId: offer.offerId, slotId };
  const first = askForPath(turn);
  if (first !== null) return first;
  turn.state.booking = { ...turn.state.booking, chosen: which };
  return numberFirst(turn, offer.meeting) ?? book(turn, which);
}

/** No time of a showing is looked up, and none is booked, before the law's question has its answer. */
const askForPath = (turn: Turn): Move | null =>
  asksForPath(turn) && isOpen(turn.state, 'showing') && answerOf(turn.state, 'agreement') !== true
    ? { kind: 'ask', question: turn.leansAlone ? aloneQuestion : showingQuestion, at: 'ASK_SHOWING' }
    : null;

function search(turn: Turn, wish: TimeWish): Move | null {
  const { state } = turn;
  const isUnclear = isHomeOpen(turn);
  if (isUnclear && (state.said['q:whichHome'] ?? 0) < mostHomeAsks)
    return { kind: 'ask', question: whichHomeQuestion(turn), at: 'ASK_HOME' };
  const question = isUnclear ? null : askForPath(turn);
  if (question !== null) return question;
  const home = meetingOf(turn) === 'viewing' ? homeToShow(turn) : null;
  const of = home === null || home === 'unclear' ? {} : { home };
  if (isUnclear || state.booking.searches >= mostSearches) {
    state.booking = { ...state.booking, byTeam: true, offer: null };
    return null;
  }
  state.booking = { ...state.booking, searches: state.booking.searches + 1, misses: 0 };
  return {
    kind: 'do',
    at: 'LOOKING_UP',
    effects: [{ kind: 'find-times', meeting: meetingOf(turn), wish, ...of }],
    question: null,
    says: '',
    aside: () => say(turn, 'lookingUp', bookingTexts.lookingUp),
  };
}

function book(turn: Turn, which: { appointmentId: string } | { offerId: string; slotId: string }): Move {
  const { appointment, moving } = turn.state.booking;
  const replaces = moving && appointment !== null ? { replaces: appointment.appointmentId } : {};
  turn.state.booking = { ...turn.state.booking, held: null, chosen: null };
  return { kind: 'do', at: 'BOOKING', effects: [{ kind: 'book', ...which, ...replaces }], question: null, says: '' };
}

function show(turn: Turn, offer: TimesOffer): Move {
  const language = languageOf(turn.state);
  const { timeZone } = turn.pack;
  const zone = zoneLabel(timeZone, language);
  const open = offer.slots.filter((slot) => isOpenSlot(slot, turn.at));
  const slots = open.map((slot) => ({
    ...slot,
    label: `${timeLabel(Date.parse(slot.startsAt), timeZone, language)} (${zone})`,
  }));
  const shown = { ...offer, slots: open, shown: offer.shown + 1, amongHomes: false };
  turn.state.booking = { ...turn.state.booking, offer: shown };
  return {
    kind: 'do',
    at: 'SLOT_OFFER',
    effects: [{ kind: 'offer-slots', data: { offerId: offer.offerId, slots, expiresAt: offer.expiresAt } }],
    question: namesOne(offer) ? oneSlotQuestion : slotQuestion,
    says: offerWords(turn, offer),
  };
}

/** The very time that was wished for is free: it is said back with its day and date, as what would be booked. */
const namesOne = ({ slots, shown, fits }: TimesOffer): boolean => shown === 0 && fits && slots.length === 1;

/** What is said above the times; a home that they are for is named. */
function offerWords(turn: Turn, offer: TimesOffer): string {
  const { shown, fits, closed, home, slots } = offer;
  const isViewing = meetingOf(turn) === 'viewing';
  const at = isViewing && home !== undefined ? homeWords(home) : '';
  const [only] = slots;
  if (only !== undefined && namesOne(offer)) {
    const words = say(turn, 'offeredOne', bookingTexts.offeredOne, whenWords(turn, { ...only, with: null }));
    return at === '' ? words : `${say(turn, 'visitTo', bookingTexts.visitTo, at)} ${words}`;
  }
  if (shown === 0 && fits && !isViewing) return say(turn, 'offeredCall', bookingTexts.offeredCall);
  if (shown === 0 && fits && at === '') return say(turn, 'offeredViewing', bookingTexts.offeredViewing);
  if (shown === 0 && fits) return say(turn, 'offeredViewingAt', bookingTexts.offeredViewingAt, at);
  const words =
    shown > 0
      ? say(turn, 'again', bookingTexts.again)
      : closed
        ? say(turn, 'closedThen', bookingTexts.closedThen)
        : say(turn, 'nearest', bookingTexts.nearest);
  return at === '' ? words : `${say(turn, 'visitTo', bookingTexts.visitTo, at)} ${words}`;
}

/** Somebody who says something else is asked again, and shown the times again when they seem not to have seen them. */
function askAgain(turn: Turn, offer: TimesOffer): Move {
  if (turn.missedChoice) return show(turn, offer);
  turn.state.booking = { ...turn.state.booking, offer: { ...offer, asks: offer.asks + 1 } };
  return { kind: 'ask', question: slotQuestion, at: 'SLOT_OFFER' };
}

const mayChooseNow = (turn: Turn): boolean =>
  turn.missedChoice || (turn.state.booking.offer?.asks ?? 0) < mostAsks || turn.news.length > 0;

/** The first of times that nothing was asked of is the soonest there is; otherwise the calendar is asked. */
function sooner(turn: Turn, offer: TimesOffer): Move | null {
  const { day, time, after } = offer.wish;
  const first = offer.slots.find((slot) => isOpenSlot(slot, turn.at));
  const isSoonest = day === undefined && time === undefined && after === undefined;
  const isFirst = first === offer.slots[0];
  if (!(isSoonest && isFirst) && first !== undefined) return search(turn, { before: first.startsAt });
  return {
    kind: 'do',
    at: 'SLOT_OFFER',
    effects: [],
    question: slotQuestion,
    says: say(turn, 'soonest', bookingTexts.soonest),
  };
}

function laterThan(turn: Turn, offer: TimesOffer, sameDay: boolean): TimeWish {
  const after = offer.slots.at(-1)?.startsAt ?? turn.at;
  if (!sameDay) return { after };
  const { timeZone } = turn.pack;
  const midnight = instantOf({ ...plusDays(wallTimeAt(Date.parse(after), timeZone), 1), hour: 0, minute: 0 }, timeZone);
  return { after, before: new Date(midnight).toISOString() };
}

/** The wish for a day and an hour is open again: what was offered for it did not suit. */
export function reopen(turn: Turn): void {
  const empty = { value: null, state: 'unknown' as const, confidence: null, evidence: [] };
  turn.state.slots = { ...turn.state.slots, timeOfDay: empty, day: { ...empty } };
}
