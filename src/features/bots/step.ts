import { isTeamLog } from '../../contract/log/logs.ts';
import { assertNever } from '../../kernel/assertNever.ts';
import { choosesBuyers } from '../reading/dialogue/choosesBuyers.ts';
import { optionIndex } from '../reading/dialogue/optionIndex.ts';
import { readTopic } from '../reading/dialogue/readTopic.ts';
import { readOptIn, readOptOut } from '../reading/optOut/readOptOut.ts';
import { isData } from '../reading/text/isData.ts';
import { asksForLanguage, leansTo, readLanguage } from '../reading/text/readLanguage.ts';
import { withoutDaysRefused } from '../reading/time/readDay.ts';
import type { TimeChoice } from '../reading/time/readTimeChoice.ts';
import { applyCalendarEvent } from './booking/applyCalendarEvent.ts';
import { trackFragments } from './booking/fragments.ts';
import { hasTime, readQuotedSlot, readSlotChoice, readTakenByContact } from './booking/readSlotChoice.ts';
import { applySignature } from './booking/settle.ts';
import { noteNamedTime, trackTime } from './booking/trackTime.ts';
import { finalizeStep } from './finalizeStep.ts';
import { machineOf } from './flows/machines.ts';
import { isOfForm } from './flows/mayAsk.ts';
import { handOver } from './handoff/handOver.ts';
import { stopsAll } from './policy/closeChannels.ts';
import { tellCalendar } from './policy/goOn.ts';
import { type OptOut, optIn, optOut, optOutLanguage } from './policy/optOut.ts';
import { decideReply } from './policy/policy.ts';
import { trackNotServed } from './policy/referral.ts';
import { tellOfDelay } from './policy/review.ts';
import { speakBrief } from './policy/speakBrief.ts';
import { type LateAnswer, tellAnswers } from './policy/tellAnswers.ts';
import { noteFiles, type SentFiles, thankForFiles } from './policy/thankForFiles.ts';
import { dropCarried } from './say/introduce.ts';
import { copyState } from './state/copyState.ts';
import { heardSpoken } from './state/heardSpoken.ts';
import { type Effect, type Step, type StepInput, unansweredKept, type VisitorMessage } from './state/protocol.ts';
import { answerOf, beginStep, escalationGoesTo, isOpen, languageOf, type StepContext } from './state/stepContext.ts';
import { trackContact } from './track/contact.ts';
import { markDormant, reactivate } from './track/dormant.ts';
import { trackEngagement } from './track/engagement.ts';
import { trackHomeAsks } from './track/homeAsks.ts';
import { followHomes, noteShown, trackHomeMeant } from './track/homes.ts';
import { trackRepresentation } from './track/representation.ts';
import { leaveOldWishes, restoreAppointment, restoreKnownFacts, trackReturning } from './track/returning.ts';
import { trackSlots } from './track/trackSlots.ts';
import { mergeRead } from './understand/mergeRead.ts';
import { namesOfFile } from './understand/namesOfFile.ts';
import { readAside } from './understand/readAside.ts';
import { type MessageReading, readMessage } from './understand/readMessage.ts';
import { isAgreed, type Understood, understand } from './understand/understand.ts';

/**
 * One turn of the bot: everything that happened since the last one goes in, the new state and what is to be done come out. Never throws
 * on what people write; the same input gives the same output. Effects: the reply first, then what silences or informs.
 */
export const step: Step = (before, input, pack) => {
  const turn = beginStep(input.at, pack, copyState(before));
  const applied = applyEvents(turn, input);
  // The time that Jorge spoke of stands for the messages that answer it, and no longer.
  turn.state.booking = { ...turn.state.booking, proposed: null };
  const unanswered = { seq: turn.state.unansweredSeq, pending: turn.state.pending };
  trackFragments(turn, applied.readings);
  const responded = respond(turn, applied);
  const late = tellAnswers(turn, applied.answered);
  const isReply = ({ kind }: Effect): boolean => kind === 'reply';
  const replies = responded
    .filter(isReply)
    // The calendar's word answers the message for which it was asked.
    .map((effect) => (unanswered.pending.length > 0 ? withBrief(turn, effect) : effect));
  const silences = responded.filter((effect) => !isReply(effect));
  return finalizeStep(before, turn, [...replies, ...late, ...silences], unanswered);
};

function withBrief(turn: StepContext, effect: Effect): Effect {
  const brief = effect.kind === 'reply' ? speakBrief(turn, effect) : null;
  return effect.kind === 'reply' && brief !== null ? { ...effect, brief } : effect;
}

/** The results of the events that are not in the state yet. */
interface Applied {
  readings: MessageReading[];
  /** The readings of the messages, by their seq. */
  understood: Map<number, Understood>;
  optOut: OptOut | null;
  optIn: VisitorMessage | null;
  personAsked: boolean;
  resumed: boolean;
  reviewLate: boolean;
  answered: LateAnswer[];
  files: SentFiles | null;
}

function applyEvents(turn: StepContext, input: StepInput): Applied {
  const understood = new Map<number, Understood>();
  const applied: Applied = {
    readings: [],
    understood,
    optOut: null,
    optIn: null,
    personAsked: false,
    resumed: false,
    reviewLate: false,
    answered: [],
    files: null,
  };
  const { state } = turn;
  for (const event of input.happened) {
    switch (event.kind) {
      case 'understood':
        understood.set(event.of, event);
        break;
      case 'visitor-message':
        applyMessage(turn, applied, event);
        break;
      case 'files-sent':
        applied.files = {
          photos: event.photos + (applied.files?.photos ?? 0),
          documents: event.documents + (applied.files?.documents ?? 0),
        };
        break;
      case 'agent-message':
        // The agent answered: the bot's question no longer stands, and the agent's may be answered.
        state.lastText = event.text;
        // Of a photo without words nothing is quoted.
        if (event.text !== '') {
          state.agentSaid = event.text;
          if (state.agent !== null) state.agent = { ...state.agent, said: event.text };
        }
        state.unansweredSeq = null;
        state.pending = [];
        dropCarried(turn);
        state.asked = null;
        state.vagueStreak = 0;
        applied.readings = [];
        break;
      case 'mode-changed':
        if (event.mode === 'waiting' && event.by === 'visitor') applied.personAsked = true;
        if (event.mode === 'bot') {
          if (state.mode === 'human') state.disclosed = false;
          if (state.ended !== 'opted-out') state.ended = null;
          // A person had it after the long talk, and wants Jorge to go on.
          if (state.at === 'HUMAN') state.at = state.bot === 'lead' ? 'NEW' : 'QUALIFY';
          escalationGoesTo(turn, 'released');
          applied.resumed = true;
        }
        if (event.mode === 'closed') escalationGoesTo(turn, 'closed');
        if (event.mode === 'human') {
          reactivate(turn);
          escalationGoesTo(turn, 'in_takeover');
          state.asked = null;
          dropCarried(turn);
          if (event.agentName !== undefined) state.agent = { name: event.agentName, said: null };
          if (state.told.includes('asked-for-person'))
            state.told = state.told.filter((what) => what !== 'asked-for-person');
        }
        state.mode = event.mode;
        state.rests = false;
        break;
      case 'slot-corrected': {
        const { slot, value } = event;
        const cleared = value === null || value === undefined;
        state.slots = {
          ...state.slots,
          [slot]: cleared
            ? { value: null, state: 'unknown', confidence: null, evidence: [] }
            : { value, state: 'answered', confidence: 1, evidence: [] },
        };
        if (slot === 'agreement' && value === true) applySignature(turn);
        break;
      }
      case 'cards-shown':
        noteShown(turn, event.items);
        break;
      case 'spoke':
        Object.assign(state, heardSpoken(state, event));
        break;
      case 'words-erased':
        // All that is still known is told anew, and the score with it, though it be none.
        state.slots = { ...state.slots };
        state.scored ??= -1;
        break;
      case 'slots-read':
        state.slots = mergeRead(state.slots, event.slots) ?? state.slots;
        break;
      case 'person-known':
        restoreKnownFacts(turn, event);
        break;
      case 'review-late':
        applied.reviewLate = true;
        break;
      case 'question-answered':
        applied.answered.push(event);
        break;
      case 'quiet':
        markDormant(turn);
        break;
      case 'bot-chosen':
        // The other bot's question no longer stands.
        state.asked = null;
        if (event.bot !== state.bot) handOver(turn, event.bot, event.reason, 'staff');
        break;
      case 'times-found':
      case 'offer-gone':
      case 'appointment-changed':
      case 'reminder-due':
        applyCalendarEvent(turn, event);
        break;
      default:
        assertNever(event);
    }
  }
  return applied;
}

function applyMessage(turn: StepContext, applied: Applied, { seq, log, text, choiceId }: VisitorMessage): void {
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
  const isOut = state.ended === 'opted-out' || state.before?.suppressedAt !== undefined;
  if (readOptIn(text) && (isOut || applied.optOut !== null)) {
    applied.optOut = null;
    // Also where STOP stood in the same burst: it is answered like any other START.
    applied.optIn = message;
    return;
  }
  restoreAppointment(turn, text);
  const appointment = hasTime(state) || !isOpen(state, 'visit');
  const wantsOut = stopsAll(message, state.asked?.question ?? null)
    ? { value: true, start: 0, end: text.length }
    : readOptOut(text, { cancelIsAppointment: appointment });
  const outIn = wantsOut && optOutLanguage(text, state);
  const understood = applied.understood.get(seq);
  if (outIn) state.language = outIn;
  else changeLanguage(turn, text, understood);
  if (wantsOut) {
    // The last word counts: a STOP after a START of the same burst.
    applied.optIn = null;
    applied.optOut ??= { message, start: wantsOut.start, end: wantsOut.end };
    return;
  }
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
  // "Not Wednesdays, that's my church day" is of days.
  const said = withoutDaysRefused(text);
  if (said !== text && reading.topic === 'exclusion' && readTopic(said) !== 'exclusion') reading.topic = null;
  const isSale =
    state.bot === 'seller' ||
    [answerOf(state, 'intent'), reading.intent?.value].some((side) => side === 'sell' || side === 'both');
  if (reading.topic !== 'exclusion' && choosesBuyers(besideLimits(said, understood), { isSale }))
    reading.topic = 'exclusion';
  // A request that the law forbids is no wish for a visit.
  if (reading.topic === 'exclusion') reading.requests.viewing = false;
  const hasHome = turn.pack.listing !== undefined || state.homes.shown.length > 0 || understood?.named !== undefined;
  // Pasted data says nothing about the visitor.
  if (understood !== undefined && !isData(text)) {
    const wantsVisit = answerOf(state, 'visit') === 'viewing';
    // Beside a booked call, a day that they name is first of all about the call.
    const maySee = hasHome && state.booking.appointment === null;
    understand(reading, understood, { bot: state.bot, hasHome: maySee, wantsVisit });
    const { listing } = turn.pack;
    const isOpen = reading.question === null && reading.asked === null;
    const mayAskOfFile = !reading.isReadByModel && isOpen && reading.act === 'statement';
    if (mayAskOfFile && listing !== undefined && namesOfFile(text, listing)) reading.question = text;
  }
  const notMeant = isData(text) ? [] : trackHomeAsks(turn, reading, before);
  if (answerOf(state, 'intent') !== undefined && onlyAsks(reading)) reading.intent = null;
  // "What's the gross rent? Is there a rental cap?": of a home for sale, and no wish to rent one.
  if (reading.intent?.value === 'rent' && reading.question !== null && turn.pack.listing !== undefined)
    reading.intent = null;
  const ruledOut = reading.understood?.ruledOut.filter((slot) => slot !== reading.asked || !mayAnswer(reading)) ?? [];
  turn.ruledOut = new Set<string>([...ruledOut, ...notMeant]);
  const choice = agreedChoice(turn, reading);
  if (choice !== null) {
    turn.choice = choice;
    // "Anything sooner?" is answered by the calendar.
    if ((reading.question?.length ?? 0) > text.trim().length / 2) reading.question = null;
  }
  // Record no slots from discriminatory requests, from pasted data, or after a request for deletion.
  if (reading.topic !== 'exclusion' && state.at !== 'DELETION_ASKED' && !isData(text)) {
    if (choice === null) machineOf(state.bot).listen(turn, reading);
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
  turn.ruledOut = new Set();
  if (!isSpoken) applied.readings.push(reading);
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

const briefWords = 4;
/** Sticky, but two messages in a row that are plainly of the other language change it, however short they are. Where a model read it, it says. */
function changeLanguage(turn: StepContext, text: string, understood: Understood | undefined): void {
  const { state } = turn;
  const current = languageOf(state);
  const other = current === 'en' ? 'es' : 'en';
  if (understood?.offline !== undefined) {
    if (understood.reading.language !== current) state.language = other;
    turn.switched ||= state.visitorMessages > 1 && understood.reading.language !== current;
    return;
  }
  const first = state.visitorMessages === 1;
  const last = state.recent.at(-1);
  const both = last !== undefined && leansTo(last, current) === other && leansTo(text, current) === other;
  const changes = both || readLanguage(text, current, first) === other;
  if (changes) state.language = other;
  // A longer message in the other language is about something, and is answered in it.
  const isBrief = text.trim().split(/\s+/).length <= briefWords;
  turn.switched ||= asksForLanguage(text) || (!first && changes && isBrief);
}

function respond(turn: StepContext, applied: Applied): Effect[] {
  const { state } = turn;
  if (state.mode === 'closed') return [];
  if (applied.optOut) return optOut(turn, applied.optOut);
  if (applied.optIn) return optIn(turn, applied.optIn);
  if (state.mode === 'human') return [];
  // STOP ends the messages that we send of our own accord; their messages are still answered.
  if (state.ended === 'opted-out' && state.unansweredSeq === null && !applied.personAsked && applied.files === null)
    return [];
  const files = applied.files === null ? null : noteFiles(turn, applied.files);
  if (state.unansweredSeq === null && !applied.personAsked && !turn.calendar)
    return files === null ? [] : thankForFiles(turn, files);
  const known = new Map(applied.readings.map((reading) => [reading.message.seq, reading]));
  // After a give-back, messages that the person left unanswered are read again; their slots are already filled.
  const unanswered = applied.resumed
    ? state.pending.map(
        (message) => known.get(message.seq) ?? readMessage(message, null, turn.at, { names: turn.pack.areas }),
      )
    : applied.readings;
  if (unanswered.length > 0 || applied.personAsked) return decideReply(turn, unanswered, applied.personAsked);
  if (turn.calendar) return tellCalendar(turn);
  return applied.reviewLate ? tellOfDelay(turn) : [];
}
