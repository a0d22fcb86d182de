import type { BotName } from '../../../contract/values.ts';
import type { Stage } from '../../../contract/vocabulary.ts';

/** One state of a bot. It is entered from any state but the silent ones, as soon as the condition in `when` holds. */
interface ChartedState {
  bots: readonly BotName[];
  when: string;
  /** Nothing is asked here; the visitor's next words decide. */
  rests?: true;
}

const all = ['lead', 'buyer', 'seller'] as const;
const sides = ['buyer', 'seller'] as const;

/** Every state of the three machines. `npm run chart` prints it; a walk over random talks checks that no other is reached. */
export const chart = {
  NEW: { bots: ['lead'], when: 'the conversation starts, or starts over after a STOP or a person', rests: true },
  ASK_STILL: { bots: all, when: 'they are back, and what they wanted last time is old' },
  ASK_INTENT: { bots: ['lead'], when: "it isn't known what brings them" },
  ASK_WHICH_FIRST: { bots: ['lead'], when: "they are buying and selling, and it isn't known which comes first" },
  ASK_TIMELINE: { bots: ['lead'], when: "it isn't known when they want it done" },
  BROWSING: {
    bots: all,
    when: "they are just looking around or reading a home's page, or did not say what brings them",
    rests: true,
  },
  QUALIFY: { bots: sides, when: 'a question for a buyer or seller is open, or another bot handed over' },
  ASK_REPRESENTED: { bots: all, when: "they mention an agent, and it isn't known whether one works for them" },
  ASK_TIME: { bots: all, when: "they want a time that Jorge doesn't book, and the time of day isn't known" },
  ASK_DAY: { bots: all, when: "they want a time that Jorge doesn't book, and the day isn't known" },
  CONFIRMED: { bots: all, when: 'the team has the time that works for them, or they are asked how to reach them' },
  ASK_SHOWING: {
    bots: ['lead', 'buyer'],
    when: 'they picked a time for a showing, and the law requires them to say how',
  },
  ASK_HOME: { bots: ['lead', 'buyer'], when: "they want a showing, and it isn't known of which home" },
  LOOKING_UP: { bots: all, when: 'the calendar was asked for times', rests: true },
  SLOT_OFFER: { bots: all, when: 'times are on offer' },
  ASK_NUMBER: { bots: all, when: 'they chose a call, and there is no number to call' },
  NO_NUMBER: { bots: all, when: 'they give no number, so no call is booked' },
  BOOKING: { bots: all, when: 'they chose a time, and the calendar is asked to hold it', rests: true },
  BOOKED: { bots: all, when: 'a time is booked, and there is nothing else to ask', rests: true },
  MANUAL: { bots: all, when: 'no time could be found, so the team sets one', rests: true },
  REFERRED: { bots: all, when: "the place or the kind of home isn't served, and a colleague is needed" },
  REPRESENTED: { bots: all, when: 'another agent works for them', rests: true },
  NOT_CONSUMER: { bots: all, when: 'they are an agent, a vendor or a job seeker', rests: true },
  MUTED: { bots: all, when: 'they keep insulting or advertising', rests: true },
  HUMAN_BRIDGE: { bots: all, when: 'what happens next is up to a person', rests: true },
  HUMAN: { bots: all, when: 'the conversation is so long that a person has to take it', rests: true },
  EXHAUSTED: {
    bots: all,
    when: 'nothing was understood several times in a row, and a person has to take it',
    rests: true,
  },
  DELETION_ASKED: { bots: all, when: 'they want their data deleted', rests: true },
  OPTED_OUT: { bots: all, when: 'they want no more messages', rests: true },
  NURTURE: { bots: all, when: 'everything is asked, and their plans are far off', rests: true },
  DORMANT: { bots: all, when: 'nobody has written for a month', rests: true },
  CLOSED_LOST: { bots: all, when: 'they no longer want to buy or sell', rests: true },
  DONE: { bots: all, when: 'everything is asked, or they said goodbye', rests: true },
} as const satisfies Record<Stage, ChartedState>;

/** Which other bot a bot hands over to, and when. */
export const handOvers: Readonly<Record<BotName, readonly { to: BotName; when: string }[]>> = {
  lead: [
    { to: 'buyer', when: 'they want to buy, or say something only buyers say' },
    { to: 'seller', when: 'they want to sell, or say something only sellers say' },
  ],
  buyer: [
    { to: 'seller', when: 'they want to sell first, or talk about the home they are selling' },
    { to: 'lead', when: 'someone on the team chose it' },
  ],
  seller: [
    { to: 'buyer', when: 'they want to buy, or the questions about the sale are done and a purchase is left' },
    { to: 'lead', when: 'someone on the team chose it' },
  ],
};
