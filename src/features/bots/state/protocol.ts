import type { EntryData } from '../../../contract/log/entry.ts';
import type { Choice, HomeToShow, Slot } from '../../../contract/log/parts.ts';
import type { Fact, ReaderName, Reading } from '../../../contract/readings.ts';
import type { SaidAct } from '../../../contract/rest/turns.ts';
import type {
  AlertKind,
  ChangeReason,
  EndReason,
  FlagKind,
  Tag,
  WaitReason,
} from '../../../contract/teamVocabulary.ts';
import type { BotName, Evidence, Mode, Temperature } from '../../../contract/values.ts';
import type { QuestionName, Situation, Stage } from '../../../contract/vocabulary.ts';
import type { Pack } from '../../packs/model.ts';
import type { HomeTalk } from '../../reading/home/followHomeTalk.ts';
import type { HomeSearch, HomeWish } from '../../reading/home/homeWish.ts';
import type { Channel } from '../../reading/optOut/readChannelWish.ts';
import type { Marks } from '../../reading/person/readMarks.ts';
import type { FixedText } from '../../reading/text/fixTypos.ts';
import type { TimeWish } from '../../reading/time/timeWish.ts';
import type { Booked, Booking, CalendarEvent, MeetingKind } from './bookingState.ts';
import type { SpeakBrief } from './brief.ts';

/**
 * A bot's memory of a conversation: plain JSON, kept in each turn, enough to go on from.
 * `step` is a function of this, an event and a pack: no clock, no randomness, no I/O.
 */
export interface BotState {
  /** Version of the machines that wrote it; raised by a change that old states do not survive. */
  version: string;
  bot: BotName;
  /** The state of that bot's machine, as `chart` has it. */
  at: Stage;
  slots: Record<string, Slot>;
  /**
   * The question that stands, so that yes and no can be bound to it; `misses`: replies in a row that neither answered nor asked for
   * anything else.
   */
  asked: { question: QuestionName; times: number; misses: number } | null;
  /** Jorge's last message, so that the same words never come twice in a row. */
  lastText: string;
  /** The first message said that it is an AI. */
  disclosed: boolean;
  mode: Mode;
  /** While it waits: for nobody, because the talk ended so that no person owes a word. */
  rests: boolean;
  /** Public seq of a visitor's message that nobody has answered yet. */
  unansweredSeq: number | null;
  visitorMessages: number;
  /** Turns in a row in which the visitor gave nothing that was asked for. */
  vagueStreak: number;
  language: string;
  /** Why the bot fell silent for good, when it did. */
  ended: EndReason | null;
  /** How often each authored text was used, so that the next use takes other words. Bounded by the number of texts. */
  said: Record<string, number>;
  /** The news that the team was told, so that it is told once: `appointment-wanted`, `asked-for-person` … */
  told: string[];
  /** The visitor's messages that wait for an answer, newest last, at most `unansweredKept`. */
  pending: VisitorMessage[];
  /** The last label given, for the hysteresis of the next, and the score that the team was last told. */
  temperature: Temperature | null;
  /** The bot whose answers gave the label; null before the first. */
  labelOf: BotName | null;
  scored: number | null;
  /** The sums of the visitor's own messages, for the score: sums, so that it stays small. */
  talk: EngagementStats;
  marks: Marks;
  /** Words that told an investor or somebody in distress, each once, at most `personaWordsKept` of a kind. */
  persona: { investor: string[]; distressed: string[] };
  /** How often each objection was met. */
  objections: Record<string, number>;
  /** The visitor's last messages, to see that something is said again. At most three, cut short. */
  recent: string[];
  /** The visitor's situation, from the message that told it on; sympathy is said once. */
  situation: Situation;
  /** How many messages in a row were not understood, and how many questions in a row were passed over. */
  missed: number;
  /** Replies in a row that asked nothing. */
  quietReplies: number;
  passedOver: number;
  /** Steps taken on the ladder that repairs a misunderstanding: 1 clarify, 2 rephrase, 3 choices, 4 a person. */
  repairs: number;
  /** Messages that only insulted or advertised. */
  insults: number;
  /** Hand-overs between bots of the last day, oldest first, at most `handoffsKept`. */
  handoffs: Handoff[];
  /** A hand-over that was put off because the other bot fails or is slow: how often, and until when; null: for good. */
  deferred: { to: BotName; times: number; until: string | null } | null;
  /** Where a wish for a person stands. */
  escalation: 'none' | 'requested' | 'in_takeover' | 'released' | 'closed';
  /** The consent words that were shown last, and what was agreed to so far. */
  consentShown: string | null;
  consented: Channel[];
  /** Ways that they ruled out in this talk: no later word of theirs agrees to one of them unless it names it. */
  closedChannels: Channel[];
  /**
   * The knowledge from earlier talks: what this person wanted, since when they are opted out, and the appointment that still stands,
   * with what was said of it, until they speak of it. Null where they were never here.
   */
  before: {
    intent?: string;
    suppressedAt?: string;
    standing?: { appointment: Booked; slots: Record<string, Slot> };
  } | null;
  booking: Booking;
  /** The reply that waits for the answer of the calendar; null: nothing waits. */
  carried: Carried | null;
  /**
   * The last search, the cards on the screen, all cards ever shown (newest last, at most 60), and the home that is spoken of; what
   * the visitor is after, with the place and the day named last.
   */
  homes: {
    searched: HomeWish | null;
    shown: ShownHome[];
    seen: string[];
    about: ShownHome | null;
    /** The one that was pointed out since the cards were shown, be it the page's own. */
    picked?: ShownHome | null;
    /** The homes that were named together last: "those two", "either". */
    together?: string[];
    talk?: HomeTalk;
  };
  /** A person's last message, until the visitor's answer is read with it. */
  agentSaid: string | null;
  /** The team member who had the talk last, with their last message; null before anybody had it. */
  agent: { name: string; said: string | null } | null;
}

/** The pieces of a reply that wait for the calendar, so that one message answers all that was written; `introduction` as in the step. */
export interface Carried {
  opening: string[];
  nice: string;
  question: string | null;
  homes: HomeSearch | null;
  after: string[];
  acts: { words: string; said: SaidAct }[];
  introduction: string;
}

/** A home whose card is on the visitor's screen. */
export type ShownHome = HomeToShow & { priceCents?: number };
export const unansweredKept = 5;
export const personaWordsKept = 6;
export const handoffsKept = 11;
export const replyTimesKept = 12;
export const moodsKept = 8;

export interface EngagementStats {
  messages: number;
  words: number;
  /** Messages that hold a question. */
  asking: number;
  /** Speaks of a call, a tour, a meeting. */
  wantsContact: boolean;
  /** Replies that came to something the bot had said, and how long they took in all. */
  replies: number;
  replyMs: number;
  /** How long the newest replies took, in ms, oldest first, at most `replyTimesKept`. Absent in states of older versions, as the two below. */
  replyTimesMs?: number[];
  /** Of the newest messages that were read, whether each was free of anger and complaint, oldest first, at most `moodsKept`. */
  moods?: boolean[];
  /** Messages that took back what was said before. */
  takenBack?: number;
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

/** `log`: the name of its log, the team's for what was said on the phone, which nobody answers in writing. */
export interface VisitorMessage {
  seq: number;
  log: string;
  text: string;
  choiceId?: string;
  /** Only while it is read: the words as they were written, where `text` differs from them, and which typos were fixed. */
  written?: string;
  typoFixes?: FixedText['fixes'];
}

/**
 * The events since the last turn, oldest first. `at` of the event is the turn's time. `language`: the one that the first state
 * began in, kept with a first turn, so that a replay begins there too; absent on first turns that older versions kept.
 */
export interface StepInput {
  at: string;
  language?: string;
  happened: BotEvent[];
}
export type BotEvent =
  | CalendarEvent
  /**
   * The reading of the message that follows, as the reader `by` understood it, and what may be told in answer to its questions. `offline`:
   * what the reader in process made of it, where the reading that counts is a model's. `named`: the home for sale that it names.
   */
  | {
      kind: 'understood';
      of: number;
      by: ReaderName;
      reading: Reading;
      offline?: Reading;
      facts: Fact[];
      named?: ShownHome;
    }
  /** Claude wrote the last reply, and asked this in it; null: nothing. `slotId`: the only time on offer that it spoke of. */
  | { kind: 'spoke'; asked: QuestionName | null; slotId?: string }
  | ({ kind: 'visitor-message' } & VisitorMessage)
  /** Photos or documents without a word: nothing of what they show is known. */
  | { kind: 'files-sent'; seq: number; photos: number; documents: number }
  /** `spoken`: on the phone, in the team's log. */
  | { kind: 'agent-message'; seq: number; text: string; spoken?: true }
  /** `agentName`: the team member who takes it. */
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
  /** The reply that was held for review still is, a quarter of an hour later. */
  | { kind: 'review-late'; seq: number }
  /** The brokerage wrote down what it tells who asks this. `question`: in short; null where it must not be said again. */
  | { kind: 'question-answered'; seq: number; question: string | null; words: string }
  /** A person of the team chose who goes on. */
  | { kind: 'bot-chosen'; seq: number; bot: BotName; reason: string }
  /** The words of a call were erased, and the state knows nothing of them any more. */
  | { kind: 'words-erased'; seq: number }
  /** A model read these beside the rules: only slots with evidence. */
  | { kind: 'slots-read'; seq: number; slots: Record<string, Slot> }
  | {
      /** The first thing in a talk with somebody who was here before, by their token or a verified identity. Never by what they typed. */
      kind: 'person-known';
      slots: Record<string, Slot>;
      consented: Channel[];
      suppressedAt?: string;
      /** The next that is booked for them. */
      appointment?: Booked;
    };

/**
 * The effects of a turn, as data. Run in this order, each once (id `turnId:index`).
 * `reply` is one message: its parts are released in order, sentence by sentence, through the gate;
 * an `answer` part is written at the edge from the listing's facts. Parts are joined by one space. With a `brief`, Claude may write the
 * reply in their place; absent: they stand word for word.
 */
export type Effect =
  | { kind: 'reply'; parts: ReplyPart[]; acts: SaidAct[]; choices?: Choice[]; brief?: SpeakBrief }
  | { kind: 'wait'; reason: WaitReason }
  | { kind: 'qualification'; data: EntryData<'qualification-changed'> }
  | { kind: 'score'; data: EntryData<'score-changed'> }
  | { kind: 'alert'; alert: AlertKind; reason: string; priority: number }
  | { kind: 'flag'; flag: FlagKind; reason: string }
  | { kind: 'unflag'; flag: FlagKind }
  | { kind: 'tag'; add: Tag[]; remove: Tag[] }
  /** `held`: the reply that waits for a person's look. */
  | { kind: 'note'; text: string; held?: NonNullable<EntryData<'note-created'>['held']> }
  | { kind: 'listing-cards'; search: HomeSearch }
  | { kind: 'handoff'; data: Omit<EntryData<'handoff-changed'>, 'handoffId'> }
  /** How a hand-over of `at` went: kept for the tenant, so that the rules learn from it. */
  | { kind: 'handoff-outcome'; from: BotName; to: BotName; at: string; outcome: HandoffOutcome }
  /** No more messages through these channels, from now on. */
  | { kind: 'suppress'; channels: Channel[]; evidence: Evidence; said: string; reason: string }
  /** The visitor opted in again: the suppression is lifted. */
  | { kind: 'lift'; evidence: Evidence; said: string }
  /** The bot stops waiting and answers again. */
  | { kind: 'resume'; reason: ChangeReason }
  /** Agreed to be reached at `to`. `shown`: the words on the visitor's screen; null when they asked for it of their own accord. */
  | { kind: 'consent'; channels: Channel[]; to: string; shown: string | null; evidence: Evidence; said: string }
  /** `confirmBy` and `answerBy` are days such as `2027-01-05`. */
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
  /** The result of a look through the homes, in a sentence or two; its cards follow as an effect of their own. */
  | { kind: 'homes'; search: HomeSearch };

export interface StepResult {
  state: BotState;
  effects: Effect[];
  /** For the `bot-turn` entry and the board. */
  summary: {
    from: Stage;
    to: Stage;
    questionsAnswered: number;
    nextQuestion?: QuestionName;
    /** The rules of the policy that said or did something, in order. */
    rules: string[];
  };
}

export type Step = (state: BotState, event: StepInput, pack: Pack) => StepResult;
