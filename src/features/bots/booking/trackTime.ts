import type { Slot } from '../../../contract/log/parts.ts';
import { wallTimeAt } from '../../../kernel/zonedTime.ts';
import { agreesOutright } from '../../reading/dialogue/readYesNo.ts';
import { askedFacts } from '../../reading/home/readAskedFacts.ts';
import type { Read } from '../../reading/model.ts';
import { afterPuttingRight } from '../../reading/text/afterPuttingRight.ts';
import { readDay } from '../../reading/time/readDay.ts';
import { readOfferedHour } from '../../reading/time/readOfferedHour.ts';
import {
  callsOff,
  cancels,
  cancelsItsDay,
  isAboutWeather,
  movesTime,
  plansTime,
  prefersTime,
} from '../../reading/time/readPlans.ts';
import { readTimeOfDay } from '../../reading/time/readTimeOfDay.ts';
import { clockOf, fitsWish, isSameTime } from '../../reading/time/timeWish.ts';
import { isGentle } from '../state/gentle.ts';
import { answerOf, fill, fillRead, isOpen, type StepContext, unknownSlot } from '../state/stepContext.ts';
import type { MessageReading } from '../understand/readMessage.ts';
import { slotValueOf } from '../understand/slotForms.ts';
import { reopen } from './bookMove.ts';
import { hasTime, keepsTime, openOffer, takeBack, withoutContact } from './readSlotChoice.ts';

/** Fills the wish to see the home or to talk, and the time for it; takes back or moves what was arranged. */
export function trackTime(turn: StepContext, reading: MessageReading): void {
  const { message, asked, requests } = reading;
  const agrees = asked === 'visit' && (message.choiceId === 'yes' || agreesOutright(message.text));
  const wish = requests.viewing || agrees || namesVisit(turn, reading) ? 'viewing' : requests.call ? 'call' : null;
  if (wish && turn.state.mode !== 'human') fill(turn, 'visit', wish, message);
  // "I am in town on Saturday. … Can I see it?"
  const { day: meant } = reading.home.meant;
  if (wish === 'viewing' && meant?.evidence && isOpen(turn.state, 'day'))
    fill(turn, 'day', meant.value, { ...meant.evidence, text: '' }, meant.evidence);
  const begun = turn.filled.includes('timeOfDay') || turn.filled.includes('visit');
  const scheduling = (asksForTime.has(asked ?? '') && !asksElse(reading)) || wish !== null || begun;
  // Once a time is wanted, only words of planning change it: "everything I needed today" does not.
  const passed = hasTime(turn.state) || isWanted(turn, asked, message.text);
  // A visitor who waits for a person says with a time when they can be reached.
  const waits = requests.person || turn.state.told.includes('asked-for-person') || corrects.test(message.text);
  const reaches = waits && reading.question === null && !ofOtherTimes.test(message.text);
  // "Did I say Wednesday? I meant Thursday."
  const late = afterPuttingRight(message.text);
  const replans =
    (passed &&
      (asksForTimes(turn, reading) ||
        (late !== null && (readDay(late) ?? readTimeOfDay(late)) !== null) ||
        (reading.question === null && (plansTime(message.text) || message.text.length < 24)))) ||
    reaches ||
    (!isOpen(turn.state, 'day') &&
      reading.question === null &&
      readDay(message.text) !== null &&
      !ofOtherTimes.test(message.text));
  if (keepsTime(turn, message.text)) {
    turn.kept = true;
    return;
  }
  // "See you Friday" asks for nothing new.
  if (
    turn.state.booking.appointment !== null &&
    requests.goodbye &&
    !movesTime(message.text) &&
    !callsOff(message.text)
  )
    return;
  if (letsWishGo(turn, reading)) {
    callOff(turn, true);
    return;
  }
  // "The 2nd" is one of the times on offer, and no day of the month.
  if (turn.choice?.kind === 'slot') return;
  // A question about opening hours says nothing of when they come.
  if (reading.question !== null && asksHours.test(message.text)) return;
  const namesTime = readDay(message.text) !== null || readTimeOfDay(message.text) !== null;
  if (turn.state.booking.appointment !== null && movesTime(message.text) && !namesTime) {
    turn.state.booking = { ...turn.state.booking, moving: true, offer: null };
    reopen(turn);
    turn.calledOff = 'moved';
    return;
  }
  // "Friday I'm away, cancel that" names the day that is off; "cancel that, can we do Friday" names another.
  const asksHow = reading.question !== null && howTo.test(message.text);
  const isOff =
    callsOff(message.text) && !asksHow && (!namesTime || (cancels(message.text) && !plansTime(message.text)));
  // "Cancel this one and put us there": nothing is booked yet that could be called off, and another visit is wished for.
  const isExchanged = reading.isReadByModel && wish !== null && turn.state.booking.appointment === null;
  if (passed && !isExchanged && (cancelsItsDay(message.text) || isOff)) {
    callOff(turn, cancels(message.text));
    return;
  }
  const prefers = reading.question === null && prefersTime(message.text);
  if ((!scheduling && !replans && !prefers) || (isAboutWeather(message.text) && wish === null)) return;
  const day = (late === null ? null : readDay(late)) ?? readDay(message.text);
  fillRead(turn, 'timeOfDay', timeIn(turn, message.text), message);
  // "From Tuesday on" names no day.
  if (day && !isOnward(message.text, day)) fill(turn, 'day', day.value, message, day);
}

/** While times are on offer, a figure with a word beside it is an hour: "10 works". Alone it may be the place of one of them. */
const timeIn = ({ state, at }: StepContext, text: string): Read<string> | null =>
  openOffer(state, at) === null || !/\p{L}/u.test(text) ? readTimeOfDay(text) : readOfferedHour(withoutContact(text));

/** "Can we do Saturday instead?" is answered with times. */
const asksForTimes = (turn: StepContext, { question, isReadByModel }: MessageReading): boolean =>
  !isReadByModel &&
  question !== null &&
  plansTime(question) &&
  (readDay(question) ?? timeIn(turn, question)) !== null &&
  askedFacts(question, { asked: true }).length === 0;

const isOnward = (text: string, { end }: { end: number }): boolean =>
  /^ (?:on(?:wards?)?|en adelante)(?!\p{L})/iu.test(text.slice(end));

/** "Does the deck get the afternoon sun?" names no hour of theirs, where no model reads what it is for. */
const asksElse = ({ isReadByModel, question, message: { text } }: MessageReading): boolean =>
  !isReadByModel &&
  question !== null &&
  !(plansTime(text) || movesTime(text) || asksForOpen.test(text)) &&
  (readDay(text) === null || readTimeOfDay(text) === null);
const asksForOpen =
  /(?<!\p{L})(?:open|free|any(?:thing)?|earl\p{L}+|later?|slots?|times?|opening|what day|when|libres?|horas?|citas?|cu[aá]ndo|d[ií]as?|(?:is|are) (?:\p{L}+day|tomorrow|today|\d))(?!\p{L})/iu;

/**
 * "Ok, put me down for Saturday 10:30", to somebody with a home at hand: a day with its hour wishes for a visit, where no model reads what
 * it is for, or nothing else is said.
 */
function namesVisit(
  { state, pack }: StepContext,
  { message: { text }, requests, ...reading }: MessageReading,
): boolean {
  if (reading.question !== null || answerOf(state, 'intent') === 'sell') return false;
  if (reading.isReadByModel && !isTimeAlone(text, reading)) return false;
  if (requests.call || requests.person || requests.goodbye || state.told.includes('asked-for-person')) return false;
  if (isGentle(state.situation) || looksLikeTime.has(reading.asked ?? '') || reading.asked === 'bestTime') return false;
  const isAtHand = pack.listing?.status === 'active' || state.homes.shown.length > 0;
  if (!isAtHand || state.booking.appointment !== null || readDay(text) === null) return false;
  if (seeing.test(text)) return true;
  const time = readTimeOfDay(text)?.value;
  return time !== undefined && (clockOf(time) !== null || ends.has(time)) && !ofOtherTimes.test(text);
}

const wordsOfTimeAlone = 6;
const isTimeAlone = (text: string, { understood }: Pick<MessageReading, 'understood'>): boolean =>
  text.trim().split(/\s+/).length <= wordsOfTimeAlone &&
  ['day', 'timeOfDay'].every((slot) => understood?.slots.some(({ name, op }) => name === slot && op !== 'clear'));

/** "I see the doctor Tuesday" is of no home. */
const seeing =
  /(?<!\p{L})(?:(?:see|tour|view|visit) (?:it|both|them|this|that|the (?:house|home|place|condo|unit|one|inside))|verl[ao]s?|visitarl[ao]s?)(?!\p{L})/iu;

/**
 * Notes whether the day and the hour of the wish are the visitor's own words, read alike by rules and model, and no question of what is open:
 * then a free time is booked as it was asked for.
 */
export function noteNamedTime(turn: StepContext, reading: MessageReading): void {
  const named = ['day', 'timeOfDay'].filter((slot) => turn.filled.includes(slot));
  if (named.length === 0) return;
  const { state, at, pack } = turn;
  const isParting = reading.requests.goodbye && !movesTime(reading.message.text);
  if (turn.choice?.kind === 'slot' || turn.kept || isParting) return;
  const [day, time] = [answerOf(state, 'day'), answerOf(state, 'timeOfDay')];
  const wish = { ...(typeof day === 'string' ? { day } : {}), ...(typeof time === 'string' ? { time } : {}) };
  const standing = state.booking.appointment;
  const isOther = standing !== null && !fitsWish(Date.parse(standing.startsAt), wish, Date.parse(at), pack.timeZone);
  // The appointment that stands holds until the other one is booked.
  if (isOther && named.some((slot) => turn.changed.includes(slot)))
    state.booking = { ...state.booking, moving: true, offer: null };
  const { message, requests, question, isReadByModel, understood } = reading;
  const byRules: Readonly<Record<string, unknown>> = {
    day: readDay(message.text)?.value,
    timeOfDay: timeIn(turn, message.text)?.value,
  };
  const today = wallTimeAt(Date.parse(at), pack.timeZone);
  const isAlike = (slot: string): boolean => {
    const value = answerOf(state, slot);
    const quoted = understood?.slots.find(({ name, op }) => name === slot && op !== 'clear');
    const byModel = quoted === undefined ? null : slotValueOf(slot, quoted.value, at);
    const isRead =
      isSameTime(value, byRules[slot], today) ||
      (byRules[slot] === undefined && quoted !== undefined && showsClock(quoted.quote, value));
    return isRead && (!isReadByModel || isSameTime(value, byModel, today));
  };
  const asksOnly = isReadByModel
    ? !(understood?.acts ?? []).some((act) => arranging.has(act))
    : question !== null && !requests.viewing && !requests.call;
  const isElsewhere = !isReadByModel && otherZone.test(message.text);
  const isExact =
    !isElsewhere && typeof day === 'string' && typeof time === 'string' && (clockOf(time) !== null || ends.has(time));
  state.booking = { ...state.booking, isNamed: isExact && !asksOnly && named.every(isAlike) };
  if (asksForTimes(turn, reading)) reading.question = null;
}

/** "So 2?", quoted as two in the afternoon: the figure stands there, whatever no rule makes of it. */
function showsClock(quote: string, value: unknown): boolean {
  const minutes = typeof value === 'string' ? clockOf(value) : null;
  const [, hour, past = '0'] = /(?<!\d)(\d{1,2})(?::?(\d{2}))?(?!\d)/.exec(quote) ?? [];
  return minutes !== null && Number(hour) % 12 === Math.floor(minutes / 60) % 12 && Number(past) === minutes % 60;
}

/** "And if we can't make it, how do I cancel?" */
const howTo = /\bhow (?:do|can|would|should) (?:i|we)\b|(?<!\p{L})c[oó]mo (?:puedo|podemos|le hago|se|cancel|cambi)/iu;

/** The hours of somebody far away: open times are offered with their zone, and nothing is booked at their word. */
const otherZone =
  /\b(?:pacific|eastern|mountain|my|their|our) time\b|\b(?:[pem][sd]t|pacific|eastern)\b|(?<!\p{L})(?:hora|horario) (?:de|del) (?!central)|\bhora m[ií]a\b/iu;

/** Of a day there is one of each. */
const ends: ReadonlySet<string> = new Set(['earliest', 'latest']);

/** Acts beside which a time is a wish: "is Monday at 3 open?" only asks. */
const arranging: ReadonlySet<string> = new Set([
  'wants-visit',
  'wants-call',
  'answers',
  'agrees',
  'corrects',
  'retracts',
]);

const takesBack: ReadonlySet<string> = new Set(['retracts', 'refuses']);
const wishes: ReadonlySet<string> = new Set(['wants-visit', 'wants-call']);
const ofTime: ReadonlySet<string> = new Set(['day', 'timeOfDay']);

/**
 * "Leave the visit for now": a model reads that the time is taken back and none put in its place. A booking stands until the rules
 * read it in the words as well.
 */
function letsWishGo({ state }: StepContext, { isReadByModel, understood }: MessageReading): boolean {
  const { acts = [], slots = [] } = understood ?? {};
  const times = slots.filter(({ name }) => ofTime.has(name));
  return (
    isReadByModel &&
    state.booking.appointment === null &&
    typeof answerOf(state, 'visit') === 'string' &&
    acts.some((act) => takesBack.has(act)) &&
    !acts.some((act) => wishes.has(act)) &&
    times.length > 0 &&
    times.every(({ op }) => op === 'clear')
  );
}

/** Words beside which a time is not a time to meet. */
const ofOtherTimes =
  /\b(?:offer|clock|deadline|expires?|due|auction|hearing|court|closing|closes|lease|kids?|school|dinner|bed)\b[^.?!]{0,40}$|\bbefore (?:i|we)\b|\b(?:offer|auction|hearing) (?:dies|is|on)\b/i;
const corrects =
  /^\W*(?:perd[oó]n|sorry|actually|no,? wait|wait|scrap|make (?:it|that)|mejor|correction|delayed|oops|disculpe)\b/i;
const asksHours = /\b(?:open(?: house)?|hours|office|closed?|abiert[oa]s?|abren|oficina|horario)(?!\p{L})/iu;
/** Questions that are answered with a time, or that stand between the wish for one and the time itself. */
const asksForTime: ReadonlySet<string> = new Set(['timeOfDay', 'day', 'slot', 'showing', 'showingAlone']);
/** Questions whose answers look like times: "in two weeks", "about 3". */
const looksLikeTime: ReadonlySet<string> = new Set(['timeline', 'beds', 'budget', 'price']);

/** A visit or a call is wished for, and no question stands whose answer could be mistaken for its time. */
const isWanted = ({ state }: StepContext, asked: string | null, text: string): boolean =>
  typeof answerOf(state, 'visit') === 'string' &&
  // "Tuesday morning" is no price, and no month to move in.
  (!looksLikeTime.has(asked ?? '') || (readDay(text) !== null && readTimeOfDay(text) !== null));

/** The time that was passed on no longer holds. Cancelled: not asked again. Moved: time and day are open once more. */
function callOff(turn: StepContext, cancelled: boolean): void {
  const { state } = turn;
  const stood = state.booking.appointment !== null || state.told.includes('appointment-wanted');
  takeBack(turn, cancelled);
  const empty: Slot = cancelled ? { ...unknownSlot, state: 'declined' } : unknownSlot;
  state.slots = { ...state.slots, timeOfDay: empty, day: empty, ...(cancelled ? { visit: empty } : {}) };
  state.told = state.told.filter((what) => what !== 'appointment-wanted');
  turn.calledOff = cancelled ? 'cancelled' : 'moved';
  if (!stood) return;
  const reason = cancelled
    ? 'The visitor canceled the time they had asked for'
    : 'The time the visitor asked for no longer works';
  turn.effects.push({ kind: 'alert', alert: 'appointment-called-off', reason, priority: 2 });
}
