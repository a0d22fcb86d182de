import type { Fact } from '../../contract/readings.ts';
import type { Preference } from '../../contract/rest/preferences.ts';
import type { SpeakBrief } from '../bots/state/brief.ts';
import { dataBlock } from '../llm/dataBlock.ts';
import { factsBlock, wordsOf } from '../llm/factsBlock.ts';
import type { WritingOrder } from '../llm/ports.ts';
import type { Language } from '../reading/model.ts';
import { prefersOf, readFromWords } from './prefersOf.ts';
import { cautionWords, speakTask } from './speakTask.ts';

export interface VisitorLine {
  who: 'lead' | 'agent' | 'bot';
  text: string;
}

/** All that one reply may stand on, in the order in which it changes: a prompt's beginning is cached. */
export interface SpeakFacts {
  /** The same for all talks of a market. */
  cards: readonly Fact[];
  /** The brokerage's facts about itself, its words to everybody, and its hours. */
  own: readonly Fact[];
  /** The homes for sale, a line each, where they are few. */
  homes: readonly Fact[];
  /** The home of the page. */
  home: readonly Fact[];
  /** The facts that this talk and this turn add: other homes, times, the date, the deeds of the turn. */
  talk: readonly Fact[];
}

export const allFacts = ({ cards, own, homes, home, talk }: SpeakFacts): Fact[] => [
  ...cards,
  ...own,
  ...homes,
  ...home,
  ...talk,
];

export interface SpeakAsk {
  tenantId: string;
  assistant: string;
  brokerage: string;
  language: Language;
  brief: SpeakBrief;
  facts: SpeakFacts;
  /** The known facts about the visitor, in words. */
  known: Readonly<Record<string, string>>;
  /** What they prefer, by their own words; none where that is turned off. */
  prefers: readonly Preference[];
  /** Oldest first. */
  lines: readonly VisitorLine[];
  /** Whispers of supervisors to Jorge, oldest first. */
  whispers: readonly string[];
}

const keptLines = 20;
/** Of the talk before those, the visitor's own words: enough for a recap, and bounded. */
const earlierLines = 40;
const earlierChars = 200;
/** The order for a whole reply: the part that all talks share first, then the brokerage's, then the home's, then this talk. */
export function speakOrder(ask: SpeakAsk): WritingOrder {
  const { brief, facts, language } = ask;
  const lines = ask.lines.slice(-keptLines).map(({ who, text }) => ({ from: who === 'lead' ? 'visitor' : who, text }));
  const earlier = ask.lines
    .slice(0, -keptLines)
    .flatMap(({ who, text }) => (who === 'lead' ? [text.slice(0, earlierChars)] : []))
    .slice(-earlierLines);
  // A reply that an older version decided may hold a caution that is gone.
  const careful = brief.careful.flatMap((one) => cautionWords[one] ?? []);
  const { opens, closes } = brief;
  // A caution comes before what somebody likes: nobody in grief hears of the price first.
  const prefers = careful.length > 0 ? undefined : prefersOf(ask.prefers, readFromWords);
  const mayAsk = brief.mayAsk.map(({ question, words, why }) => ({ question, words, why }));
  return {
    task: speakTask,
    stable: [
      factsBlock('cards', facts.cards),
      [
        dataBlock('brokerage', { assistant: ask.assistant, name: ask.brokerage }),
        dataBlock('about the brokerage', wordsOf(facts.own)),
      ].join('\n'),
      ...(facts.homes.length === 0 ? [] : [dataBlock('all other homes for sale', wordsOf(facts.homes))]),
      ...(facts.home.length === 0 ? [] : [dataBlock('home of the page', wordsOf(facts.home))]),
    ],
    prompt: [
      dataBlock('facts of this talk', wordsOf(facts.talk)),
      dataBlock('known', ask.known),
      ...(prefers === undefined ? [] : [dataBlock('prefers', prefers)]),
      ...(earlier.length === 0 ? [] : [dataBlock('earlier', earlier)]),
      dataBlock('talk', lines),
      dataBlock('moment', { careful, mayAsk, opens, closes }),
      ...(ask.whispers.length === 0 ? [] : [dataBlock('supervisor', ask.whispers)]),
      `Write the next message in ${language === 'es' ? 'Spanish, with "usted"' : 'English'}.`,
    ].join('\n'),
    brief: null,
    userKey: ask.tenantId,
  };
}

/** The same once more from a refused sentence on: the words before it stand, and the words after it were not said. */
export function speakAgain(
  order: WritingOrder,
  at: {
    said: string;
    tell: string | null;
    refused: readonly { text: string; fault: string }[];
    unsaid: readonly { text: string; facts: readonly string[] }[];
  },
): WritingOrder {
  const refused = at.refused.map(({ text, fault }) => ({ text, why: faultWords(fault) }));
  return {
    ...order,
    prompt: [
      order.prompt,
      dataBlock('already said', at.said),
      dataBlock('your tell', at.tell),
      dataBlock('refused', refused),
      dataBlock('not said yet', at.unsaid),
      'The refused sentences may not be said. Write the message from there on: what can be said in their place, then what was not said yet. What was already said stands before it and is not repeated. Your "tell" stands; an empty list of sentences is allowed.',
    ].join('\n'),
  };
}

function faultWords(fault: string): string {
  if (fault.startsWith('closed:'))
    return `nobody may say this (${fault.slice('closed:'.length)}) unless a cited fact says it in these words`;
  switch (fault) {
    case 'no-fact':
    case 'words':
      return 'it says something that no cited fact says';
    case 'follows-refused':
      return 'it goes on from a sentence that was refused';
    case 'long':
      return 'it is too long';
    case 'echo':
      return 'it repeats what somebody else wrote as if you said it';
    case 'undone':
      return 'it says that something was settled, which was not done';
    case 'figure':
    case 'figure-of':
      return 'a figure is not in its cited facts';
    case 'polarity':
      return 'a cited fact says the contrary';
    case 'mixed':
      return 'it joins what its facts say of different things, or leaves out a reserve';
    default:
      return `it may not be shown to a visitor (${fault})`;
  }
}
