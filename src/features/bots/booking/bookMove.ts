import { timeLabel, zoneLabel } from '../../../kernel/timeLabel.ts';
import {
  type CalendarDate,
  daysBetween,
  instantOf,
  plusDays,
  wallTimeAt,
  weekdayOf,
} from '../../../kernel/zonedTime.ts';
import { limitsIn } from '../../reading/optOut/contactLimits.ts';
import { dayRangeOf, type TimeWish, weekdayNear } from '../../reading/time/timeWish.ts';
import { aloneQuestion, bookingTexts, oneSlotQuestion, showingQuestion, slotQuestion } from '../say/bookingTexts.ts';
import { mostRepresentedAsks, representedQuestion } from '../say/situationTexts.ts';
import { timeWanted } from '../say/timeWanted.ts';
import { homeWords, whenWords } from '../say/whenWords.ts';
import type { MeetingKind, TimesOffer } from '../state/bookingState.ts';
import {
  answerOf,
  asAnswer,
  decline,
  isOpen,
  languageOf,
  type Move,
  type StepContext,
  say,
  stateOf,
  unknownSlot,
} from '../state/stepContext.ts';
import { cannotBeCalled, letCallGo, numberFirst } from './numberToCall.ts';
import { isOpenSlot, letPickGo, type PickedTime, pickedTime } from './readSlotChoice.ts';
import { homeToShow, whichHomeQuestion } from './whichHome.ts';

/** Calendar searches before the team takes over. */
const mostSearches = 6;
/** Times that we ask which slot to book while the visitor speaks of something else. */
const mostAsks = 2;

/** Times that we ask which home the showing is of, before the team takes over. */
const mostHomeAsks = 2;

/** Times that we ask how the buyer is to be shown the home, as the law requires, before the team takes over question and time. */
const mostPathAsks = 2;

/** Somebody who only sells is not shown a home: a talk is what they get. */
export const meetingOf = ({ state }: StepContext): MeetingKind =>
  answerOf(state, 'visit') === 'viewing' && (state.bot !== 'seller' || answerOf(state, 'intent') === 'both')
    ? 'viewing'
    : 'call';

/** Whether the law of the market requires that a buyer says, before a showing, with or without which agent it is to be. */
const asksForPath = (turn: StepContext, meeting: MeetingKind): boolean =>
  turn.pack.law?.showing !== undefined && meeting === 'viewing' && answerOf(turn.state, 'intent') !== 'rent';

/** The bot may not book this kind of showing: an agreement has to be signed first, or they would not say. */
const needsTeam = (turn: StepContext, meeting = meetingOf(turn)): boolean => {
  const path = answerOf(turn.state, 'showing');
  const isClear = path === 'unrepresented' || answerOf(turn.state, 'agreement') === true;
  return asksForPath(turn, meeting) && !isClear && !isOpen(turn.state, 'showing');
};

/** The home of the page has a buyer: whether it is still shown is for the team to find out. */
function isUnderContract(turn: StepContext): boolean {
  const { listing } = turn.pack;
  if (listing === undefined || listing.status === 'active' || meetingOf(turn) !== 'viewing') return false;
  const home = homeToShow(turn);
  return home !== null && home !== 'unclear' && home.listingId === listing.listingId;
}

/** The team sets the time: there is no calendar, it has nothing, the law wants something signed first, or the home has a buyer. */
export const isByTeam = (turn: StepContext): boolean =>
  turn.pack.books !== true || turn.state.booking.byTeam || needsTeam(turn) || isUnderContract(turn);

/**
 * The next step towards an appointment; null when there is none to take, else what to ask for in words. Only while
 * the calendar may be used. `eager`: everything is known that makes it worth a talk, so times are offered unasked.
 */
export function bookMove(turn: StepContext, eager: boolean): Move | 'ask-time' | 'ask-day' | null {
  const { state } = turn;
  const wishedAnew = turn.changed.includes('day') || turn.changed.includes('timeOfDay');
  const picked = pickedTime(state);
  if (picked !== null) {
    const isMeant = !wishedAnew && turn.choice === null && turn.calledOff === null && isOf(turn, picked);
    if (isMeant) return settlePick(turn, picked);
    letPickGo(turn);
  }
  const { booking } = state;
  if (booking.appointment !== null && !booking.moving) return null;
  if (meetingOf(turn) === 'call' && cannotBeCalled(turn)) return letCallGo(turn);
  const offer = booking.offer !== null && booking.offer.expiresAt > turn.at ? booking.offer : null;
  const { choice } = turn;
  if (offer !== null && choice !== null) {
    const slot = choice.kind === 'slot' ? offer.slots[choice.index] : undefined;
    if (slot) return choose(turn, offer, slot);
    if (choice.kind === 'none') {
      state.booking = { ...booking, offer: null };
      reopen(turn);
      return 'ask-day';
    }
    state.booking = { ...booking, isNamed: false };
    if (choice.kind === 'sooner') return sooner(turn, offer);
    if (choice.kind === 'later') return search(turn, laterThan(turn, offer, choice.sameDay));
  }
  const isForThis = offer !== null && isOf(turn, offer) && !wishedAnew;
  if (offer !== null && isForThis && offer.shown === 0) {
    const [only] = offer.slots;
    if (only === undefined || !namesOne(offer) || !booking.isNamed) return show(turn, offer);
    return choose(turn, offer, only);
  }
  if (offer !== null && isForThis && mayChooseNow(turn)) return askAgain(turn, offer);
  if (offer !== null && isForThis) return null;
  if (!wantsTime(turn, eager)) return isOpen(state, 'timeOfDay') ? 'ask-time' : null;
  return search(turn, wishOf(turn));
}

function wantsTime(turn: StepContext, eager: boolean): boolean {
  const { state } = turn;
  const named = ['visit', 'day', 'timeOfDay'].some((slot) => stateOf(state, slot) === 'answered');
  // After a cancellation we offer times only on request.
  const refused = stateOf(state, 'visit') === 'declined';
  return (eager && !refused) || named || state.booking.moving || turn.calledOff === 'moved';
}

function wishOf({ state, pack, at }: StepContext): TimeWish {
  const [named, time] = [answerOf(state, 'day'), answerOf(state, 'timeOfDay')];
  const { appointment, offer } = state.booking;
  const near = appointment?.startsAt ?? offer?.slots[0]?.startsAt;
  const zone = pack.timeZone;
  const day =
    typeof named === 'string' && near !== undefined
      ? weekdayNear(named, wallTimeAt(Date.parse(near), zone), wallTimeAt(Date.parse(at), zone))
      : named;
  return { ...(typeof day === 'string' ? { day } : {}), ...(typeof time === 'string' ? { time } : {}) };
}

/**
 * The days that they left, and for a call the hours too. A day that they name for a showing counts before their limits; times
 * offered in its place keep to them.
 */
function limitsOf(turn: StepContext, { day }: TimeWish): Pick<TimeWish, 'until' | 'weekdays' | 'from'> {
  const words = answerOf(turn.state, 'limits');
  if (typeof words !== 'string') return {};
  const { from, until, weekdays } = limitsIn(words);
  if (meetingOf(turn) === 'viewing') {
    const today = wallTimeAt(Date.parse(turn.at), turn.pack.timeZone);
    return weekdays === null ? {} : { weekdays: [...new Set([...weekdays, ...weekdaysNamed(day, today)])].sort() };
  }
  const days = weekdays === null ? {} : { weekdays };
  return { ...(from === null ? {} : { from }), ...(until === null ? {} : { until }), ...days };
}

/** Of single days alone: "next week" leaves out what they refused. */
function weekdaysNamed(day: string | undefined, today: CalendarDate): number[] {
  return (day?.split(' or ') ?? []).flatMap((one) => {
    const range = dayRangeOf(one, today);
    return range !== null && daysBetween(range.from, range.to) === 0 ? [weekdayOf(range.from)] : [];
  });
}

/** The times are for what they want: the same kind of meeting, the same home. */
function isOf(turn: StepContext, { meeting, home }: Pick<TimesOffer, 'home'> & { meeting?: MeetingKind }): boolean {
  const wanted = meeting === 'viewing' ? homeToShow(turn) : null;
  if (meeting !== undefined && meeting !== meetingOf(turn)) return false;
  // Cards that came after the offer name no other home by themselves.
  return wanted === null || wanted === 'unclear' || home === undefined || home.listingId === wanted.listingId;
}

/** A visitor who picks a time wants what it was offered for, whatever else they spoke of: "call me at 512 555 0143, and the second one". */
export function wantMeeting(turn: StepContext, meeting: MeetingKind): void {
  if (meetingOf(turn) === meeting) return;
  const evidence = turn.state.slots.visit?.evidence ?? [];
  turn.state.slots = { ...turn.state.slots, visit: asAnswer(meeting, evidence) };
}

/** A time was picked in words. */
function choose(turn: StepContext, offer: TimesOffer, { slotId, startsAt }: TimesOffer['slots'][number]): Move | null {
  const chosen = { offerId: offer.offerId, slotId };
  wantMeeting(turn, offer.meeting);
  turn.state.booking = { ...turn.state.booking, chosen, isNamed: false };
  return settlePick(turn, { ...offer, startsAt, which: chosen });
}

/** Books the picked time once all is known that it takes, or leaves it to the team. */
function settlePick(turn: StepContext, picked: PickedTime): Move | null {
  const { meeting = meetingOf(turn) } = picked;
  const first = asksForPath(turn, meeting) ? askForPath(turn, picked) : null;
  if (first !== null || needsTeam(turn, meeting)) return first;
  return numberFirst(turn, meeting) ?? book(turn, picked.which);
}

/**
 * Times of a showing are offered to everybody; none is booked before the law's question has its answer. A time that was just picked is said
 * back with it, and that it isn't booked.
 */
function askForPath(turn: StepContext, { startsAt }: PickedTime): Move | null {
  const { state, pack } = turn;
  const law = pack.law?.showing;
  const isAnswered = !isOpen(state, 'showing') || answerOf(state, 'agreement') === true;
  if (law === undefined || isAnswered) return null;
  const { pathAsks, leansAlone } = state.booking;
  if (!leansAlone && pathAsks >= mostPathAsks) {
    decline(turn, 'showing');
    return null;
  }
  // A buyer who answers the plain question with their number is asked it again, and not all ways anew.
  const isAlone = leansAlone || (state.asked?.question === 'showingAlone' && turn.filled.length > 0);
  // Of somebody who told of an agent only the signature is unknown.
  const mayBeSigned =
    state.told.includes('has-agent') &&
    isOpen(state, 'represented') &&
    (state.said['q:represented'] ?? 0) < mostRepresentedAsks;
  const question = mayBeSigned ? representedQuestion : isAlone ? aloneQuestion : showingQuestion(law);
  state.booking = { ...state.booking, leansAlone: false, pathAsks: leansAlone ? pathAsks : pathAsks + 1 };
  const at = mayBeSigned ? 'ASK_REPRESENTED' : 'ASK_SHOWING';
  const stands = ofWays.has(state.asked?.question ?? '');
  if (stands && turn.choice === null && !turn.calendar) return { kind: 'ask', question, at };
  const when = timeLabel(Date.parse(startsAt), pack.timeZone, languageOf(state));
  return { kind: 'do', at, effects: [], question, says: say(turn, 'picked', bookingTexts.picked, when) };
}

const ofWays: ReadonlySet<string> = new Set(['showing', 'showingAlone', 'represented']);

function search(turn: StepContext, wish: TimeWish): Move | null {
  const { state } = turn;
  const home = meetingOf(turn) === 'viewing' ? homeToShow(turn) : null;
  if (home === 'unclear' && (state.said['q:whichHome'] ?? 0) < mostHomeAsks)
    return { kind: 'ask', question: whichHomeQuestion(turn), at: 'ASK_HOME' };
  if (home === 'unclear' || state.booking.searches >= mostSearches) {
    state.booking = { ...state.booking, byTeam: true, offer: null };
    return null;
  }
  state.booking = { ...state.booking, searches: state.booking.searches + 1, misses: 0, pathAsks: 0 };
  return {
    kind: 'do',
    at: 'LOOKING_UP',
    effects: [
      {
        kind: 'find-times',
        meeting: meetingOf(turn),
        wish: { ...wish, ...limitsOf(turn, wish) },
        ...(home === null ? {} : { home }),
      },
    ],
    question: null,
    says: '',
  };
}

function book(turn: StepContext, which: PickedTime['which']): Move {
  const { appointment, moving } = turn.state.booking;
  const replaces = moving && appointment !== null ? { replaces: appointment.appointmentId } : {};
  turn.state.booking = { ...turn.state.booking, held: null, chosen: null };
  return { kind: 'do', at: 'BOOKING', effects: [{ kind: 'book', ...which, ...replaces }], question: null, says: '' };
}

function show(turn: StepContext, offer: TimesOffer): Move {
  const language = languageOf(turn.state);
  const { timeZone } = turn.pack;
  const zone = zoneLabel(timeZone, language);
  const open = offer.slots.filter((slot) => isOpenSlot(slot, turn.at));
  const slots = open.map((slot) => ({
    ...slot,
    label: `${timeLabel(Date.parse(slot.startsAt), timeZone, language)} (${zone})`,
  }));
  const shown = { ...offer, slots: open, shown: offer.shown + 1, amongHomes: false };
  const [only] = open;
  const proposed = namesOne(offer) && only !== undefined ? only.slotId : null;
  turn.state.booking = { ...turn.state.booking, offer: shown, proposed, isNamed: false };
  return {
    kind: 'do',
    at: 'SLOT_OFFER',
    effects: [{ kind: 'offer-slots', data: { offerId: offer.offerId, slots, expiresAt: offer.expiresAt } }],
    question: namesOne(offer) ? oneSlotQuestion : slotQuestion,
    says: offerWords(turn, offer),
  };
}

/** True when the exact time that was asked for is free: the reply then names it with its day and date, as what a yes would book. */
const namesOne = ({ slots, shown, fits }: TimesOffer): boolean => shown === 0 && fits && slots.length === 1;

/** The sentence above the times, with the home if they are for one. */
function offerWords(turn: StepContext, offer: TimesOffer): string {
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
  const kept = shown > 0 ? '' : keepWish(turn, isViewing);
  const said = kept === '' ? words : `${words} ${kept}`;
  return at === '' ? said : `${say(turn, 'visitTo', bookingTexts.visitTo, at)} ${said}`;
}

/** The team hears of a day and hour that the calendar does not have, and may open it. */
function keepWish(turn: StepContext, isViewing: boolean): string {
  const [day, time] = [answerOf(turn.state, 'day'), answerOf(turn.state, 'timeOfDay')];
  const wanted = typeof day === 'string' && typeof time === 'string' ? timeWanted(turn) : null;
  if (wanted === null) return '';
  turn.effects.push({
    kind: 'note',
    text: `${isViewing ? 'Would like a showing' : 'Would like a call'}, but it isn’t open: ${wanted}`,
  });
  return say(turn, 'timeKept', bookingTexts.timeKept, wanted);
}

/** Asks again after a message about something else; shows the times again when the visitor seems not to have seen them. */
function askAgain(turn: StepContext, offer: TimesOffer): Move {
  if (turn.missedChoice) return show(turn, offer);
  turn.state.booking = { ...turn.state.booking, offer: { ...offer, asks: offer.asks + 1 } };
  return { kind: 'ask', question: slotQuestion, at: 'SLOT_OFFER' };
}

const mayChooseNow = (turn: StepContext): boolean =>
  turn.missedChoice || (turn.state.booking.offer?.asks ?? 0) < mostAsks || turn.news.length > 0;

/**
 * Looks for something sooner. When no day or hour was wished for, the first time on offer is the soonest there is; otherwise the
 * calendar is asked.
 */
function sooner(turn: StepContext, offer: TimesOffer): Move | null {
  const { day, time, after } = offer.wish;
  const first = offer.slots.find((slot) => isOpenSlot(slot, turn.at));
  const isSoonest = day === undefined && time === undefined && after === undefined;
  const isFirst = first === offer.slots[0];
  // "After 5" still holds for what is sooner; the day and the hour that were wished for don't.
  const bound = time !== undefined && /^(?:after|before) /.test(time) ? { time } : {};
  if (!(isSoonest && isFirst) && first !== undefined) return search(turn, { before: first.startsAt, ...bound });
  return {
    kind: 'do',
    at: 'SLOT_OFFER',
    effects: [],
    question: slotQuestion,
    says: say(turn, 'soonest', bookingTexts.soonest),
  };
}

function laterThan(turn: StepContext, offer: TimesOffer, sameDay: boolean): TimeWish {
  const after = offer.slots.at(-1)?.startsAt ?? turn.at;
  if (!sameDay) return { after };
  const { timeZone } = turn.pack;
  const midnight = instantOf({ ...plusDays(wallTimeAt(Date.parse(after), timeZone), 1), hour: 0, minute: 0 }, timeZone);
  return { after, before: new Date(midnight).toISOString() };
}

/** Reopens the wish for a day and an hour, because what was offered for it did not suit. */
export function reopen(turn: StepContext): void {
  turn.state.slots = { ...turn.state.slots, timeOfDay: unknownSlot, day: unknownSlot };
}
