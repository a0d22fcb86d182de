import { assertNever } from '../../kernel/assertNever.ts';
import { isData } from '../reading/isData.ts';
import { readContact } from '../reading/readContact.ts';
import { asksForLanguage, leansTo, readLanguage } from '../reading/readLanguage.ts';
import { readOptIn, readOptOut } from '../reading/readOptOut.ts';
import { readOrigin } from '../reading/readOrigin.ts';
import type { TimeChoice } from '../reading/readTimeChoice.ts';
import { hasTime, hearChoice } from './booking/hearChoice.ts';
import { noBooking } from './booking/model.ts';
import { takeSignature } from './booking/settle.ts';
import { takeCalendar } from './booking/takeCalendar.ts';
import { stopsAll } from './closeChannels.ts';
import { conclude } from './conclude.ts';
import { hearContact } from './contact.ts';
import { copyState } from './copyState.ts';
import { fallDormant, wake } from './dormant.ts';
import { hearTogether } from './fragments.ts';
import { tellCalendar } from './goOn.ts';
import { handOver } from './handOver.ts';
import { type Heard, hear } from './hear.ts';
import { hearStanding } from './hearStanding.ts';
import { hearTime } from './hearTime.ts';
import { hearHomeAsks } from './homeAsks.ts';
import { followHomes, hearHomeMeant, noteShown } from './homes.ts';
import { machineOf } from './machines.ts';
import { mergeRead } from './mergeRead.ts';
import { type OptOut, optIn, optOut, optOutLanguage } from './optOut.ts';
import { converse } from './policy.ts';
import {
  type BotEvent,
  type BotState,
  type Effect,
  type Step,
  unansweredKept,
  type VisitorMessage,
} from './protocol.ts';
import { readAside } from './readAside.ts';
import { hearNotServed } from './referral.ts';
import { hearReturning, leaveOldWishes, takeUp, takeUpTime } from './returning.ts';
import { tellOfDelay } from './review.ts';
import { noteTalk } from './talk.ts';
import { type LateAnswer, tellAnswers } from './tellAnswers.ts';
import { track } from './track.ts';
import { answerOf, beginTurn, escalationGoesTo, isOpen, languageOf, type Turn, tellTeam } from './turn.ts';
import { isAgreed, type Understood, understand } from './understand.ts';

export const botVersion = 'bots-3';

/** The state before the first message. */
export function firstState(language = 'en'): BotState {
  return {
    version: botVersion,
    bot: 'lead',
    at: 'NEW',
    slots: {},
    asked: null,
    lastText: '',
    disclosed: false,
    mode: 'bot',
    unansweredSeq: null,
    visitorMessages: 0,
    vagueStreak: 0,
    language,
    ended: null,
    said: {},
    told: [],
    pending: [],
    temperature: null,
    labelOf: null,
    scored: null,
    talk: {
      messages: 0,
      words: 0,
      asking: 0,
      wantsContact: false,
      replies: 0,
      replyMs: 0,
      objectionsRaised: 0,
      objectionsResolved: 0,
      lastVisitorAt: null,
      lastReplyAt: null,
    },
    marks: { motivation: null, timeline: null, condition: null, price: null },
    persona: { investor: [], distressed: [] },
    objections: {},
    recent: [],
    repairs: 0,
    situation: 'none',
    missed: 0,
    quietReplies: 0,
    passedOver: 0,
    insults: 0,
    handoffs: [],
    deferred: null,
    escalation: 'none',
    consentShown: null,
    consented: [],
    closedChannels: [],
    before: null,
    booking: noBooking,
    homes: { searched: null, shown: [], seen: [], about: null, picked: null },
    agentSaid: null,
    agent: null,
  };
}

/**
 * One turn of the bot: everything that happened since the last one goes in, the new state and what is to be done come out. Never throws
 * on what people write; the same input gives the same output. Effects: the reply first, then what silences or informs.
 */
export const step: Step = (before, event, pack) => {
  const turn = beginTurn(event.at, pack, copyState(before));
  const news = takeIn(turn, event);
  const unanswered = { seq: turn.state.unansweredSeq, pending: turn.state.pending };
  hearTogether(turn, news.heard);
  const spoken = respond(turn, news);
  return conclude(before, turn, [...spoken, ...tellAnswers(turn, news.answered)], unanswered);
};

/** What the event brought, apart from what is already in the state. */
interface News {
  heard: Heard[];
  /** What readers made of the messages, by their seq. */
  readings: Map<number, Understood>;
  optOut: OptOut | null;
  optIn: VisitorMessage | null;
  personAsked: boolean;
  resumed: boolean;
  reviewLate: boolean;
  answered: LateAnswer[];
}

function takeIn(turn: Turn, event: BotEvent): News {
  const readings = new Map<number, Understood>();
  const news: News = {
    heard: [],
    readings,
    optOut: null,
    optIn: null,
    personAsked: false,
    resumed: false,
    reviewLate: false,
    answered: [],
  };
  const { state } = turn;
  for (const happening of event.happened) {
    switch (happening.kind) {
      case 'understood':
        readings.set(happening.of, happening);
        break;
      case 'visitor-message':
        takeMessage(turn, news, happening);
        break;
      case 'agent-message':
        // The agent answered; what the bot had asked no longer stands, and what the agent asks may be answered.
        state.lastText = happening.text;
        state.agentSaid = happening.text;
        if (state.agent !== null) state.agent = { ...state.agent, said: happening.text };
        state.unansweredSeq = null;
        state.pending = [];
        state.asked = null;
        state.vagueStreak = 0;
        news.heard = [];
        break;
      case 'mode-changed':
        if (happening.mode === 'waiting' && happening.by === 'visitor') news.personAsked = true;
        if (happening.mode === 'bot') {
          if (state.mode === 'human') state.disclosed = false;
          if (state.ended !== 'opted-out') state.ended = null;
          // A person had it after the long talk, and wants Jorge to go on.
          if (state.at === 'HUMAN') state.at = state.bot === 'lead' ? 'NEW' : 'QUALIFY';
          escalationGoesTo(turn, 'released');
          news.resumed = true;
        }
        if (happening.mode === 'closed') escalationGoesTo(turn, 'closed');
        if (happening.mode === 'human') {
          wake(turn);
          escalationGoesTo(turn, 'in_takeover');
          state.asked = null;
          if (happening.agentName !== undefined) state.agent = { name: happening.agentName, said: null };
          if (state.told.includes('asked-for-person'))
            state.told = state.told.filter((what) => what !== 'asked-for-person');
        }
        state.mode = happening.mode;
        break;
      case 'slot-corrected': {
        const { slot, value } = happening;
        const cleared = value === null || value === undefined;
        state.slots = {
          ...state.slots,
          [slot]: cleared
            ? { value: null, state: 'unknown', confidence: null, evidence: [] }
            : { value, state: 'answered', confidence: 1, evidence: [] },
        };
        if (slot === 'agreement' && value === true) takeSignature(turn);
        break;
      }
      case 'cards-shown':
        noteShown(turn, happening.items);
        break;
      case 'slots-read':
        state.slots = mergeRead(state.slots, happening.slots) ?? state.slots;
        break;
      case 'person-known':
        takeUp(turn, happening);
        break;
      case 'review-late':
        news.reviewLate = true;
        break;
      case 'question-answered':
        news.answered.push(happening);
        break;
      case 'quiet':
        fallDormant(turn);
        break;
      case 'bot-chosen':
        // What the other bot had asked no longer stands.
        state.asked = null;
        if (happening.bot !== state.bot) handOver(turn, happening.bot, happening.reason, 'staff');
        break;
      case 'times-found':
      case 'offer-gone':
      case 'appointment-changed':
      case 'reminder-due':
        takeCalendar(turn, happening);
        break;
      default:
        assertNever(happening);
    }
  }
  return news;
}

function takeMessage(turn: Turn, news: News, { seq, log, text, choiceId }: VisitorMessage): void {
  const { state } = turn;
  if (text.trim() === '') return;
  wake(turn);
  const message: VisitorMessage = { seq, log, text, ...(choiceId === undefined ? {} : { choiceId }) };
  state.visitorMessages += 1;
  state.unansweredSeq = seq;
  state.pending = [...state.pending, message].slice(-unansweredKept);
  if (state.mode === 'closed') return;
  const isOut = state.ended === 'opted-out' || state.before?.suppressedAt !== undefined;
  if (readOptIn(text) && (isOut || news.optOut !== null)) {
    news.optOut = null;
    // Also where STOP stood in the same burst: it is answered like any other START.
    news.optIn = message;
    return;
  }
  if (state.ended === 'opted-out') {
    // The last word counts: a STOP after a START of the same burst.
    if (readOptOut(text)) news.optIn = null;
    return;
  }
  takeUpTime(turn, text);
  const appointment = hasTime(state) || !isOpen(state, 'visit');
  // Who leaves a number wants to be reached by it: what they rule out is one way of it.
  const leavesNumber = readContact(text).phone !== null;
  const wantsOut = stopsAll(message, state.asked?.question ?? null)
    ? { value: true, start: 0, end: text.length }
    : leavesNumber
      ? null
      : readOptOut(text, { cancelIsAppointment: appointment });
  const outIn = wantsOut && optOutLanguage(text, state);
  if (outIn) state.language = outIn;
  else changeLanguage(turn, text);
  if (wantsOut) {
    news.optOut ??= { message, start: wantsOut.start, end: wantsOut.end };
    return;
  }
  const asked = state.asked?.question ?? null;
  const answeredAlready = asked !== null && turn.filled.includes(asked);
  const heard = hear(message, answeredAlready ? null : asked, turn.at, {
    recent: state.recent,
    names: turn.pack.areas,
  });
  const before = state.recent;
  if (!isData(text)) {
    noteTalk(turn, text);
    followHomes(turn, heard);
  }
  const aside = choiceId === undefined ? readAside(heard.message.text, heard.asked, state) : null;
  // What is asked about the talk answers nothing: "what does without representation mean?" chooses nothing.
  if (aside !== null)
    Object.assign(heard, {
      aside,
      question: null,
      asked: null,
      repeats: false,
      requests: { ...heard.requests, refusal: false },
    });
  const understood = news.readings.get(seq);
  // Pasted data says nothing of who pasted it.
  if (understood !== undefined && !isData(text)) understand(heard, understood, state.bot);
  const notMeant = isData(text) ? [] : hearHomeAsks(turn, heard, before);
  if (answerOf(state, 'intent') !== undefined && onlyAsks(heard)) heard.intent = null;
  const ruledOut = heard.reading?.ruledOut.filter((slot) => slot !== heard.asked || !mayAnswer(heard)) ?? [];
  turn.ruledOut = new Set<string>([...ruledOut, ...notMeant]);
  const choice = agreedChoice(turn, heard);
  if (choice !== null) {
    turn.choice = choice;
    // "Anything sooner?" is answered by the calendar.
    if ((heard.question?.length ?? 0) > text.trim().length / 2) heard.question = null;
  }
  // A wish that the law forbids is not noted as a wish, data that somebody pasted tells nothing of them, and of who wants their data deleted nothing more is noted.
  if (heard.topic !== 'exclusion' && state.at !== 'DELETION_ASKED' && !isData(text)) {
    if (choice === null) machineOf(state.bot).listen(turn, heard);
    hearContact(turn, heard);
    if (choice === null) hearHomeMeant(turn, heard);
    hearReturning(turn, heard);
    hearStanding(turn, heard);
    hearTime(turn, heard);
    // After the rules: a quoted correction beats what they made of the same words.
    track(turn, heard);
    turn.origin ||= readOrigin(heard.message.text)?.value ?? '';
    hearNotServed(turn, heard);
    leaveOldWishes(turn);
  }
  turn.ruledOut = new Set();
  news.heard.push(heard);
}

/** What is said to the times on offer. A time that a model read differently, or not at all, is asked about again and not booked. */
function agreedChoice(turn: Turn, heard: Heard): TimeChoice | null {
  const choice = hearChoice(turn, heard.message, heard.asked);
  const chosen = choice?.kind === 'slot' ? turn.state.booking.offer?.slots[choice.index] : undefined;
  return chosen === undefined || isAgreed(heard, chosen.slotId) ? choice : { kind: 'other' };
}

/** "Is it dumb to rent, should I be buying?" changes nothing of what they came for. */
const onlyAsks = ({ reading, message }: Heard): boolean =>
  message.choiceId === undefined &&
  (reading?.acts.length ?? 0) > 0 &&
  reading?.acts.every((act) => act === 'asks') === true;

/** Of an answer the standing question says better than any reader what a figure is of. */
const mayAnswer = ({ reading }: Heard): boolean =>
  reading === null || reading.acts.length === 0 || reading.acts.some((act) => answering.has(act));
const answering: ReadonlySet<string> = new Set(['answers', 'agrees', 'refuses', 'corrects']);

/** Sticky, but two messages in a row that are plainly of the other language change it, however short they are. */
function changeLanguage(turn: Turn, text: string): void {
  const { state } = turn;
  const current = languageOf(state);
  const other = current === 'en' ? 'es' : 'en';
  const first = state.visitorMessages === 1;
  const last = state.recent.at(-1);
  const both = last !== undefined && leansTo(last, current) === other && leansTo(text, current) === other;
  const changes = both || readLanguage(text, current, first) === other;
  if (changes) state.language = other;
  turn.switched ||= !first && (changes || asksForLanguage(text));
}

function respond(turn: Turn, news: News): Effect[] {
  const { state } = turn;
  if (state.mode === 'closed') return [];
  if (news.optOut && state.ended !== 'opted-out') return optOut(turn, news.optOut);
  if (news.optIn) return optIn(turn, news.optIn);
  if (state.mode === 'human') return [];
  if (state.ended === 'opted-out') {
    if (news.personAsked) tellTeam(turn, 'asked-for-person', 'The visitor asked for a person after opting out', 1);
    if (state.mode !== 'bot' || state.unansweredSeq === null) return [];
    state.mode = 'waiting';
    return [{ kind: 'wait', reason: 'opted-out' }];
  }
  if (state.unansweredSeq === null && !news.personAsked && !turn.calendar) return [];
  const known = new Map(news.heard.map((heard) => [heard.message.seq, heard]));
  // After a give-back: what the person left unanswered is read again; its slots are already filled.
  const unanswered = news.resumed
    ? state.pending.map((message) => known.get(message.seq) ?? hear(message, null, turn.at, { names: turn.pack.areas }))
    : news.heard;
  if (unanswered.length > 0 || news.personAsked) return converse(turn, unanswered, news.personAsked);
  if (turn.calendar) return tellCalendar(turn);
  return news.reviewLate ? tellOfDelay(turn) : [];
}
