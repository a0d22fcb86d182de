import { isTeamLog } from '../../contract/log/logs.ts';
import { choosesBuyers } from '../reading/dialogue/choosesBuyers.ts';
import { optionIndex } from '../reading/dialogue/optionIndex.ts';
import { readTopic } from '../reading/dialogue/readTopic.ts';
import { readOptIn, readOptOut } from '../reading/optOut/readOptOut.ts';
import { isData } from '../reading/text/isData.ts';
import { withoutDaysRefused } from '../reading/time/readDay.ts';
import type { TimeChoice } from '../reading/time/readTimeChoice.ts';
import { hasTime, readQuotedSlot, readSlotChoice, readTakenByContact } from './booking/readSlotChoice.ts';
import { noteNamedTime, trackTime } from './booking/trackTime.ts';
import { machineOf } from './flows/machines.ts';
import { isOfForm } from './flows/mayAsk.ts';
import { stopsAll } from './policy/closeChannels.ts';
import { type OptOut, optOutLanguage } from './policy/optOut.ts';
import { trackNotServed } from './policy/referral.ts';
import { unansweredKept, type VisitorMessage } from './state/protocol.ts';
import { answerOf, isOpen, type StepContext } from './state/stepContext.ts';
import { changeLanguage } from './track/changeLanguage.ts';
import { trackContact } from './track/contact.ts';
import { reactivate } from './track/dormant.ts';
import { trackEngagement } from './track/engagement.ts';
import { trackHomeAsks } from './track/homeAsks.ts';
import { followHomes, trackHomeMeant } from './track/homes.ts';
import { trackRepresentation } from './track/representation.ts';
import { leaveOldWishes, restoreAppointment, trackReturning } from './track/returning.ts';
import { trackSlots } from './track/trackSlots.ts';
import { namesOfFile } from './understand/namesOfFile.ts';
import { readAside } from './understand/readAside.ts';
import { type MessageReading, readMessage } from './understand/readMessage.ts';
import { isAgreed, type Understood, understand } from './understand/understand.ts';

/** What the messages of a turn came to. */
export interface Heard {
  readings: MessageReading[];
  /** The readings of the messages, by their seq. */
  understood: Map<number, Understood>;
  optOut: OptOut | null;
  optIn: VisitorMessage | null;
}

/** Takes in one message: what it asks for, and what it tells. It is also read while a person has the talk. */
export function takeMessage(turn: StepContext, heard: Heard, { seq, log, text, choiceId }: VisitorMessage): void {
  const { state } = turn;
  if (text.trim() === '') return;
  reactivate(turn);
  const message: VisitorMessage = { seq, log, text, ...(choiceId === undefined ? {} : { choiceId }) };
  const isSpoken = isTeamLog(log);
  state.visitorMessages += 1;
  if (!isSpoken) {
    state.unansweredSeq = seq;
    state.pending = [...state.pending, message].slice(-unansweredKept);
  }
  if (state.mode === 'closed') return;
  const understood = heard.understood.get(seq);
  if (takeOptOut(turn, heard, message, understood)) return;
  const reading = readInTalk(turn, message, understood);
  const choice = agreedChoice(turn, reading);
  if (choice !== null) {
    turn.choice = choice;
    // "Anything sooner?" is answered by the calendar.
    if ((reading.question?.length ?? 0) > text.trim().length / 2) reading.question = null;
  }
  // Record no slots from discriminatory requests, from pasted data, or after a request for deletion.
  if (reading.topic !== 'exclusion' && state.at !== 'DELETION_ASKED' && !isData(text)) track(turn, reading, choice);
  turn.ruledOut = new Set();
  if (!isSpoken) heard.readings.push(reading);
}

/** Notes a STOP or a START, and the language of the message. True where it was one of them, and is read no further. */
function takeOptOut(
  turn: StepContext,
  heard: Heard,
  message: VisitorMessage,
  understood: Understood | undefined,
): boolean {
  const { state } = turn;
  const { text } = message;
  const isOut = state.ended === 'opted-out' || state.before?.suppressedAt !== undefined;
  if (readOptIn(text) && (isOut || heard.optOut !== null)) {
    heard.optOut = null;
    // Also where STOP stood in the same burst: it is answered like any other START.
    heard.optIn = message;
    return true;
  }
  restoreAppointment(turn, text);
  const appointment = hasTime(state) || !isOpen(state, 'visit');
  const wantsOut = stopsAll(message, state.asked?.question ?? null)
    ? { value: true, start: 0, end: text.length }
    : readOptOut(text, { cancelIsAppointment: appointment });
  const outIn = wantsOut && optOutLanguage(text, state);
  if (outIn) state.language = outIn;
  else changeLanguage(turn, text, understood);
  if (!wantsOut) return false;
  // The last word counts: a STOP after a START of the same burst.
  heard.optIn = null;
  heard.optOut ??= { message, start: wantsOut.start, end: wantsOut.end };
  return true;
}

/** Reads a message by rules and by its reader, as what it is in this talk: to the question that stands, the cards, and the home. */
function readInTalk(turn: StepContext, message: VisitorMessage, understood: Understood | undefined): MessageReading {
  const { state } = turn;
  const { text, choiceId } = message;
  const asked = state.asked?.question ?? null;
  const answeredAlready = asked !== null && turn.filled.includes(asked);
  const reading = readMessage(message, answeredAlready ? null : asked, turn.at, {
    recent: state.recent,
    names: turn.pack.areas,
  });
  const before = state.recent;
  if (!isData(text)) {
    trackEngagement(turn, text, understood?.reading);
    followHomes(turn, reading);
  }
  const aside = choiceId === undefined ? readAside(reading.message.text, reading.asked, state) : null;
  // A question about the talk is no answer: "what does without representation mean?" chooses nothing.
  if (aside !== null)
    Object.assign(reading, {
      aside,
      topic: aside === 'recap' ? null : reading.topic,
      question: null,
      asked: null,
      repeats: false,
      requests: { ...reading.requests, refusal: false },
    });
  // "The 2nd one", said to the cards on the screen, is no answer to the question below them.
  if (choiceId === undefined && pointsAtCard(turn, reading))
    Object.assign(reading, { asked: null, question: reading.message.text });
  noteExclusion(turn, reading, text, understood);
  const hasHome = turn.pack.listing !== undefined || state.homes.shown.length > 0 || understood?.named !== undefined;
  // Pasted data says nothing about the visitor.
  if (understood !== undefined && !isData(text)) {
    const wantsVisit = answerOf(state, 'visit') === 'viewing';
    // Beside a booked call, a day that they name is first of all about the call.
    const maySee = hasHome && state.booking.appointment === null;
    understand(reading, understood, { bot: state.bot, hasHome: maySee, wantsVisit });
    const { listing } = turn.pack;
    const isOpenTo = reading.question === null && reading.asked === null;
    const mayAskOfFile = !reading.isReadByModel && isOpenTo && reading.act === 'statement';
    if (mayAskOfFile && listing !== undefined && namesOfFile(text, listing)) reading.question = text;
  }
  const notMeant = isData(text) ? [] : trackHomeAsks(turn, reading, before);
  if (answerOf(state, 'intent') !== undefined && onlyAsks(reading)) reading.intent = null;
  // "What's the gross rent? Is there a rental cap?": of a home for sale, and no wish to rent one.
  if (reading.intent?.value === 'rent' && reading.question !== null && turn.pack.listing !== undefined)
    reading.intent = null;
  const ruledOut = reading.understood?.ruledOut.filter((slot) => slot !== reading.asked || !mayAnswer(reading)) ?? [];
  turn.ruledOut = new Set<string>([...ruledOut, ...notMeant]);
  return reading;
}

/** A wish to choose buyers or neighbors by who they are, which the law forbids, and no wish for a visit. */
function noteExclusion(
  { state }: StepContext,
  reading: MessageReading,
  text: string,
  understood: Understood | undefined,
): void {
  // "Not Wednesdays, that's my church day" is of days.
  const said = withoutDaysRefused(text);
  if (said !== text && reading.topic === 'exclusion' && readTopic(said) !== 'exclusion') reading.topic = null;
  const isSale =
    state.bot === 'seller' ||
    [answerOf(state, 'intent'), reading.intent?.value].some((side) => side === 'sell' || side === 'both');
  if (reading.topic !== 'exclusion' && choosesBuyers(besideLimits(said, understood), { isSale }))
    reading.topic = 'exclusion';
  if (reading.topic === 'exclusion') reading.requests.viewing = false;
}

/** Fills the slots with what a message tells; `choice`: the time on offer that it chose. */
function track(turn: StepContext, reading: MessageReading, choice: TimeChoice | null): void {
  if (choice === null) machineOf(turn.state.bot).listen(turn, reading);
  trackContact(turn, reading);
  if (choice === null) trackHomeMeant(turn, reading);
  trackReturning(turn, reading);
  trackRepresentation(turn, reading);
  trackTime(turn, reading);
  // After the rules: a quoted correction beats what they made of the same words.
  trackSlots(turn, reading);
  noteNamedTime(turn, reading);
  trackNotServed(turn, reading);
  leaveOldWishes(turn);
}

function pointsAtCard({ state }: StepContext, { asked, message: { text } }: MessageReading): boolean {
  const isOptional = asked === null || asked === 'visit' || isOfForm(asked);
  return isOptional && state.booking.offer === null && state.homes.shown[optionIndex(text)] !== undefined;
}

/** The visitor's answer to the times on offer. A time that a model read differently, or not at all, is asked about again and not booked. */
function agreedChoice(turn: StepContext, reading: MessageReading): TimeChoice | null {
  const taken = readTakenByContact(turn, reading);
  if (taken !== null) return taken;
  const choice = readSlotChoice(turn, reading.message, reading.asked) ?? readQuotedSlot(turn, reading);
  const chosen = choice?.kind === 'slot' ? turn.state.booking.offer?.slots[choice.index] : undefined;
  return chosen === undefined || isAgreed(reading, chosen.slotId) ? choice : { kind: 'other' };
}

/** Without the words that a reader quotes as limits on being reached: "not weds" rules out no buyer. */
const besideLimits = (text: string, understood: Understood | undefined): string =>
  (understood?.reading.slots ?? []).reduce(
    (left, { name, quote }) => (ofTimes.has(name) ? left.replace(quote, ' ') : left),
    text,
  );
const ofTimes: ReadonlySet<string> = new Set(['limits', 'bestTime', 'day', 'timeOfDay']);

/** "Is it dumb to rent, should I be buying?" changes nothing of what they came for. */
const onlyAsks = ({ understood, message }: MessageReading): boolean =>
  message.choiceId === undefined &&
  (understood?.acts.length ?? 0) > 0 &&
  understood?.acts.every((act) => act === 'asks') === true;

/** True when the standing question says better than any reader what a figure in the answer is about. */
const mayAnswer = ({ understood }: MessageReading): boolean =>
  understood === null || understood.acts.length === 0 || understood.acts.some((act) => answering.has(act));
const answering: ReadonlySet<string> = new Set(['answers', 'agrees', 'refuses', 'corrects']);
