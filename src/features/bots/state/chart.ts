import type { BotName } from '../../../contract/values.ts';
import type { Stage } from '../../../contract/vocabulary.ts';

/** One state of a bot. It is entered from any state but the silent ones, as soon as the condition in `when` holds. */
interface ChartedState {
  bots: readonly BotName[];
  when: string;
  /** Nothing is asked here; what the visitor says next decides. */
  rests?: true;
}

const all = ['lead', 'buyer', 'seller'] as const;
const sides = ['buyer', 'seller'] as const;

/** Every state of the three machines. `npm run chart` prints it; a walk over random talks checks that no other is reached. */
export const chart = {
  NEW: { bots: ['lead'], when: 'the talk begins, or begins anew after a STOP or a person', rests: true },
  ASK_STILL: { bots: all, when: 'somebody is back, and what they wanted the last time is old' },
  ASK_INTENT: { bots: ['lead'], when: 'what brings them is not known' },
  ASK_WHICH_FIRST: { bots: ['lead'], when: 'they buy and sell, and which comes first is not known' },
  ASK_TIMELINE: { bots: ['lead'], when: 'by when is not known' },
  BROWSING: {
    bots: all,
    when: 'they only look around or read the page of a home, or did not say what brings them',
    rests: true,
  },
  QUALIFY: { bots: sides, when: 'a question of this side is open, or another bot handed over' },
  ASK_REPRESENTED: { bots: all, when: 'they speak of an agent of theirs, and whether one works for them is not known' },
  ASK_TIME: { bots: all, when: 'a time is wanted that Jorge does not book, and the time of day is not known' },
  ASK_DAY: { bots: all, when: 'a time is wanted that Jorge does not book, and the day is not known' },
  CONFIRMED: { bots: all, when: 'the team has the time that suits them, or how to reach them is asked' },
  ASK_SHOWING: { bots: ['lead', 'buyer'], when: 'a home is to be shown, and the law wants to know how' },
  ASK_HOME: { bots: ['lead', 'buyer'], when: 'a home is to be shown, and which is not known' },
  LOOKING_UP: { bots: all, when: 'the calendar was asked for times', rests: true },
  SLOT_OFFER: { bots: all, when: 'times are on offer' },
  ASK_NUMBER: { bots: all, when: 'a call was chosen, and there is no number for it' },
  NO_NUMBER: { bots: all, when: 'they give no number, so no call is booked' },
  BOOKING: { bots: all, when: 'a time was chosen, and the calendar is asked to hold it', rests: true },
  BOOKED: { bots: all, when: 'a time is booked, and nothing else is to be asked', rests: true },
  MANUAL: { bots: all, when: 'no time could be found, so a person sets one', rests: true },
  REFERRED: { bots: all, when: 'the place or the kind of home is not served, and a colleague is looked for' },
  REPRESENTED: { bots: all, when: 'another agent works for them', rests: true },
  NOT_CONSUMER: { bots: all, when: 'an agent, a vendor or somebody who wants a job writes', rests: true },
  MUTED: { bots: all, when: 'they only insult or advertise, again and again', rests: true },
  HUMAN_BRIDGE: { bots: all, when: 'what happens next belongs to a person', rests: true },
  HUMAN: { bots: all, when: 'the talk is so long that a person has to have it', rests: true },
  EXHAUSTED: { bots: all, when: 'nothing was understood again and again, and a person has to have it', rests: true },
  DELETION_ASKED: { bots: all, when: 'they want their data deleted', rests: true },
  OPTED_OUT: { bots: all, when: 'they want no more messages', rests: true },
  NURTURE: { bots: all, when: 'all is asked, and their time is far off', rests: true },
  DORMANT: { bots: all, when: 'nobody said anything for a month', rests: true },
  CLOSED_LOST: { bots: all, when: 'they do not want to buy or sell any more', rests: true },
  DONE: { bots: all, when: 'all is asked, or they took their leave', rests: true },
} as const satisfies Record<Stage, ChartedState>;

/** The state of a bot's machine. */
export type StateName = Stage;

/** Which other bot a bot hands over to, and when. */
export const handOvers: Readonly<Record<BotName, readonly { to: BotName; when: string }[]>> = {
  lead: [
    { to: 'buyer', when: 'they want to buy, or say what only buyers say' },
    { to: 'seller', when: 'they want to sell, or say what only sellers say' },
  ],
  buyer: [
    { to: 'seller', when: 'they want to sell first, or speak of the home that they sell' },
    { to: 'lead', when: 'a person of the team chose so' },
  ],
  seller: [
    { to: 'buyer', when: 'they want to buy, or the sale is asked and a purchase is left' },
    { to: 'lead', when: 'a person of the team chose so' },
  ],
};
