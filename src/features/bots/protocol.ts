import type { Choice, EntryData, HomeToShow, Slot } from '../../contract/entries.ts';
import type { Fact, ReaderName, Reading } from '../../contract/readings.ts';
import type { SaidAct } from '../../contract/turns.ts';
import type { BotName, Evidence, Mode, Temperature } from '../../contract/values.ts';
import type { Situation } from '../../contract/vocabulary.ts';
import type { Pack } from '../packs/model.ts';
import type { HomeTalk } from '../reading/followHomeTalk.ts';
import type { HomeSearch, HomeWish } from '../reading/homeWish.ts';
import type { Mended } from '../reading/mendTypos.ts';
import type { Channel } from '../reading/readChannelWish.ts';
import type { Marks } from '../reading/readMarks.ts';
import type { TimeWish } from '../reading/timeWish.ts';
import type { Booked, Booking, CalendarHappening, MeetingKind } from './booking/model.ts';
import type { StateName } from './chart.ts';

/**
 * What a bot remembers of a conversation: plain JSON, kept in each turn, enough to go on from.
 * `step` is a function of this, an event and a pack: no clock, no randomness, no I/O.
 */
export interface BotState {
  /** Of the machines that wrote it; a change that old states do not survive raises it. */
  version: string;
  bot: BotName;
  /** The state of that bot's machine, as `chart` has it. */
  at: StateName;
  slots: Record<string, Slot>;
  /** The question that stands, so that yes and no can be bound to it; `misses`: messages in vain, that neither answered nor wanted anything else. */
  asked: { question: string; times: number; misses: number } | null;
  /** What was said last, so that it is never said twice in a row. */
  lastText: string;
  /** The first message said that it is an AI. */
  disclosed: boolean;
  mode: Mode;
  /** Public seq of a visitor's message that nobody has answered yet. */
  unansweredSeq: number | null;
  visitorMessages: number;
  /** Turns in a row in which the visitor gave nothing that was asked for. */
  vagueStreak: number;
  language: string;
  /** Why the bot fell silent for good, when it did. */
  ended: string | null;
  /** How often each authored text was used, so that the next use takes other words. Bounded by the number of texts. */
  said: Record<string, number>;
  /** What the team was told, so that it is told once: `appointment-wanted`, `asked-for-person` … */
  told: string[];
  /** The visitor's messages that wait for an answer, newest last, at most `unansweredKept`. */
  pending: VisitorMessage[];
  /** The last label given, for the hysteresis of the next, and the score that the team was last told. */
  temperature: Temperature | null;
  /** Whose answers gave it; null before the first. */
  labelOf: BotName | null;
  scored: number | null;
  /** What the visitor's own messages add up to, for the score: sums, so that it stays small. */
  talk: Talk;
  marks: Marks;
  /** Words that told an investor or somebody in distress, each once, at most `personaWordsKept` of a kind. */
  persona: { investor: string[]; distressed: string[] };
  /** How often each objection was met. */
  objections: Record<string, number>;
  /** The visitor's last messages, to see that something is said again. At most three, cut short. */
  recent: string[];
  /** What presses them, since it was said; sympathy is said once. */
  situation: Situation;
  /** How many messages in a row were not understood, and how many questions in a row were passed over. */
  missed: number;
  /** Replies in a row that asked nothing. */
  quietReplies: number;
  passedOver: number;
  /** Steps taken on the ladder that mends a misunderstanding: 1 clarify, 2 rephrase, 3 choices, 4 a person. */
  repairs: number;
  /** Messages that only insulted or advertised. */
  insults: number;
  /** Hand-overs between bots of the last day, oldest first, at most `handoffsKept`. */
  handoffs: Handoff[];
  /** A hand-over that was put off because the other bot is unwell: how often, and until when; null: for good. */
  deferred: { to: BotName; times: number; until: string | null } | null;
  /** Where a wish for a person stands. */
  escalation: 'none' | 'requested' | 'in_takeover' | 'released' | 'closed';
  /** The consent words that were shown last, and what was agreed to so far. */
  consentShown: string | null;
  consented: Channel[];
  /** Ways that they ruled out in this talk: no later word of theirs agrees to one of them unless it names it. */
  closedChannels: Channel[];
  /**
   * When this person was here before, what they wanted then, since when they want no more messages, and the time that stands from then,
   * with what they had said of it, until they speak of it.
   */
  before: {
    at: string;
    intent?: string;
    suppressedAt?: string;
    standing?: { appointment: Booked; slots: Record<string, Slot> };
  } | null;
  booking: Booking;
  /** What was looked for last, the cards on the screen, those that ever were (newest last, at most 60), and the one that is spoken of; what they are after, with the place and the day named last. */
  homes: {
    searched: HomeWish | null;
    shown: ShownHome[];
    seen: string[];
    about: ShownHome | null;
    /** The one that was pointed out since the cards were shown, be it the page's own. */
    picked?: ShownHome | null;
    talk?: HomeTalk;
  };
  /** What a person wrote last, until the visitor's answer is read with it. */
  agentSaid: string | null;
  /** Who of the team had the talk last, and what they wrote last; null before anybody had it. */
  agent: { name: string; said: string | null } | null;
}

/** A home whose card is on the visitor's screen. */
export type ShownHome = HomeToShow;
export const unansweredKept = 5;
export const personaWordsKept = 6;
export const handoffsKept = 11;

export interface Talk {
  messages: number;
  words: number;
  /** Messages that hold a question. */
  asking: number;
  /** Speaks of a call, a tour, a meeting. */
  wantsContact: boolean;
  /** Replies that came to something the bot had said, and how long they took in all. */
  replies: number;
  replyMs: number;
  objectionsRaised: number;
  objectionsResolved: number;
  lastVisitorAt: string | null;
  lastReplyAt: string | null;
}

export interface Handoff {
  from: BotName;
  to: BotName;
  at: string;
  /** A person of the team chose so. */
  byStaff?: true;
  /** How it went, as soon as it is known. */
  outcome?: 'successful' | 'reverted';
}
/** `reverted`: back within ten minutes; `timeout`: the new bot's first answer took longer than a minute; `failed`: it could not take it. */
export type HandoffOutcome = 'successful' | 'reverted' | 'timeout' | 'failed';

export interface VisitorMessage {
  seq: number;
  log: string;
  text: string;
  choiceId?: string;
  /** Only while it is read: the words as they were written, where `text` differs from them, and which slips were mended. */
  written?: string;
  mends?: Mended['mends'];
}

/** What happened since the last turn, oldest first. `at` of the event is the turn's time. */
export interface BotEvent {
  at: string;
  happened: Happening[];
}
export type Happening =
  | CalendarHappening
  /**
   * What the message that follows says, as the reader `by` understood it, and what may be told in answer to its questions. `offline`:
   * what the reader in process made of it, where the reading that counts is a model's.
   */
  | { kind: 'understood'; of: number; by: ReaderName; reading: Reading; offline?: Reading; facts: Fact[] }
  | ({ kind: 'visitor-message' } & VisitorMessage)
  | { kind: 'agent-message'; seq: number; text: string }
  /** `agentName`: who of the team takes it. */
  | {
      kind: 'mode-changed';
      seq: number;
      mode: Mode;
      by: 'visitor' | 'staff' | 'bot' | 'system';
      reason?: string;
      agentName?: string;
    }
  | { kind: 'slot-corrected'; seq: number; slot: string; value: unknown }
  /** These cards went out after the last reply: at most six. */
  | { kind: 'cards-shown'; seq: number; items: ShownHome[] }
  /** Nobody said anything for a month. */
  | { kind: 'quiet'; seq: number }
  /** What was held back for a person still is, a quarter of an hour later. */
  | { kind: 'review-late'; seq: number }
  /** The brokerage wrote down what it tells who asks this. `question`: in short; null where it must not be said again. */
  | { kind: 'question-answered'; seq: number; question: string | null; words: string }
  /** A person of the team chose who goes on. */
  | { kind: 'bot-chosen'; seq: number; bot: BotName; reason: string }
  /** A model read these beside the rules: only slots with evidence. */
  | { kind: 'slots-read'; seq: number; slots: Record<string, Slot> }
  | {
      /** The first thing in a talk with somebody who was here before, by their token or a verified identity. Never by what they typed. */
      kind: 'person-known';
      slots: Record<string, Slot>;
      consented: Channel[];
      lastAt: string;
      suppressedAt?: string;
      /** The next that is booked for them. */
      appointment?: Booked;
    };

/**
 * What is to be done, as data. Run in this order, each once (id `turnId:index`).
 * `reply` is one message: its parts are released in order, sentence by sentence, through the gate;
 * an `answer` part is written at the edge from the listing's facts (by Claude, or by the playbook). Parts are joined by one space.
 */
export type Effect =
  | { kind: 'reply'; parts: ReplyPart[]; acts: SaidAct[]; choices?: Choice[] }
  | { kind: 'wait'; reason: string }
  | { kind: 'qualification'; data: EntryData<'qualification-changed'> }
  | { kind: 'score'; data: EntryData<'score-changed'> }
  | { kind: 'alert'; alert: string; reason: string; priority: number }
  | { kind: 'flag'; flag: string; reason: string }
  | { kind: 'unflag'; flag: string }
  | { kind: 'tag'; add: string[]; remove: string[] }
  /** `held`: the reply that waits for a person's look. */
  | { kind: 'note'; text: string; held?: NonNullable<EntryData<'note-created'>['held']> }
  | { kind: 'listing-cards'; search: HomeSearch }
  | { kind: 'handoff'; data: Omit<EntryData<'handoff-changed'>, 'handoffId'> }
  /** How a hand-over of `at` went: kept for the tenant, so that the rules learn from it. */
  | { kind: 'handoff-outcome'; from: BotName; to: BotName; at: string; outcome: HandoffOutcome }
  /** No more messages through these channels, from now on. */
  | { kind: 'suppress'; channels: Channel[]; evidence: Evidence; said: string; reason: string }
  /** Came back: what they had suppressed is lifted. */
  | { kind: 'lift'; evidence: Evidence; said: string }
  /** Out of the wait, back to answering. */
  | { kind: 'resume'; reason: string }
  /** Agreed to be reached at `to`. `shown`: the words on the visitor's screen; null when they asked for it of their own accord. */
  | { kind: 'consent'; channels: Channel[]; to: string; shown: string | null; evidence: Evidence; said: string }
  /** Days such as `2027-01-05`. */
  | { kind: 'deletion-request'; evidence: Evidence; said: string; confirmBy: string; answerBy: string }
  /** Ask the calendar: the answer comes as `times-found`. */
  | { kind: 'find-times'; meeting: MeetingKind; wish: TimeWish; home?: ShownHome }
  | { kind: 'offer-slots'; data: EntryData<'slots-offered'> }
  /** A time that is held, or one of an offer; whether it was to be had comes as `appointment-changed`. */
  | ({ kind: 'book'; replaces?: string } & ({ appointmentId: string } | { offerId: string; slotId: string }))
  | { kind: 'cancel-appointment'; appointmentId: string }
  | { kind: 'drop-reminders'; appointmentId: string };
export type ReplyPart =
  | { kind: 'text'; text: string }
  /** `listingId`: the home it is about, where that is not the one of the page. */
  | { kind: 'answer'; question: string; listingId?: string }
  /** What a look through the homes came to, in a sentence or two; its cards follow as an effect of their own. */
  | { kind: 'homes'; search: HomeSearch };

export interface StepResult {
  state: BotState;
  effects: Effect[];
  /** For the `bot-turn` entry and the board. */
  summary: {
    from: string;
    to: string;
    questionsAnswered: number;
    nextQuestion?: string;
    temperature: Temperature | null;
    /** The rules of the policy that said or did something, in order. */
    rules: string[];
  };
}

export type Step = (state: BotState, event: BotEvent, pack: Pack) => StepResult;
