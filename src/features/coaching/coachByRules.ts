import { isForVisitors } from '../../contract/readings.ts';
import { lookUpHome } from '../listings/tellHome.ts';
import type { CoachAnswer } from './answers.ts';
import type { CoachBrief, CoachContext, Discussed, TranscriptLine } from './coachContext.ts';
import { type Situation, situations } from './situations.ts';
import { calledOf, questionFor, valueWords } from './slotWords.ts';

const looksAt = 3;

/**
 * Coaches from what the lead wrote last, what is known and what is missing: the first situation that their newest words
 * show, else a question that stands open, else the next slot to ask for, else the next step. Where nobody asked for it, only what is
 * seldom wrong is said, of what no person has answered yet, and once for the same words.
 */
export const coachByRules = (brief: CoachBrief): CoachAnswer => ({ ...cardFor(brief), unaided: '', worth: 10 });

type Card = Omit<CoachAnswer, 'unaided' | 'worth'>;

function cardFor(brief: CoachBrief): Card {
  const { talk, facts, focus, pressed } = brief;
  const since = pressed ? 0 : talk.lines.findLastIndex(({ who }) => who === 'agent') + 1;
  const spoken = talk.lines
    .slice(since)
    .filter(({ who }) => who === 'lead')
    .slice(-looksAt);
  const last = spoken.at(-1);
  if (last === undefined) return pressed ? opening(talk) : silence;
  const seen = (focus === null ? null : fitting([], focus)) ?? situationIn(spoken, brief);
  const isWorth = seen?.situation.unasked === true || (seen?.situation.unasked === 'to-jorge' && talk.mode !== 'human');
  if (seen !== null && (pressed || isWorth)) return coachOn(seen, talk);
  const open = openQuestion(talk, facts, last);
  if (!pressed) return open?.isOnFile === true && seen === null ? open.card : silence;
  return open?.card ?? nextStep(talk, last);
}

const silence: Card = {
  ...{ say: '', correct: null, reply: null, objection: null, urgency: 'low' },
  quotes: [],
  doubts: [],
};

interface Seen {
  situation: Situation;
  quote: string | null;
}

/** In the newest message that shows one. */
function situationIn(spoken: readonly TranscriptLine[], { talk, pressed }: CoachBrief): Seen | null {
  const answeredTo = talk.lines.findLastIndex((line) => line.who === 'agent');
  for (const line of spoken.toReversed()) {
    const seen = fitting([line], line.text);
    const isOver = seen?.situation.untilAnswered && talk.lines.indexOf(line) < answeredTo;
    if (seen !== null && !isOver && (pressed || line === spoken.at(-1) || !isSaid(seen, talk))) return seen;
  }
  return null;
}

/** The card of an older line was shown when it came. */
const isSaid = (seen: Seen, talk: CoachContext): boolean =>
  talk.advised.some(({ say }) => say === coachOn(seen, talk).say);

function fitting(from: readonly TranscriptLine[], text: string): Seen | null {
  for (const situation of situations) {
    const match = situation.shows.exec(text);
    if (match !== null) return { situation, quote: from.length === 0 ? null : match[0] };
  }
  return null;
}

function coachOn({ situation, quote }: Seen, talk: CoachContext): Card {
  const { objection, urgency } = situation;
  const { say, reply } = (objection === 'price' ? withinBudget(talk) : null) ?? situation;
  const words = (talk.mode === 'human' ? situation.sayWhileAnswering : undefined) ?? say;
  return {
    say: words.replaceAll('{assistant}', talk.assistant),
    objection,
    correct: null,
    reply: reply?.replaceAll('{assistant}', talk.assistant) ?? null,
    urgency,
    quotes: quote === null ? [] : [quote],
    doubts: [],
  };
}

/** A price objection of someone whose budget is known: nobody asks them for a range again. */
function withinBudget(talk: CoachContext): Pick<Situation, 'say' | 'reply'> | null {
  const budget = talk.slots.budget;
  const words = budget?.state === 'answered' ? valueWords(budget, talk.lines) : null;
  if (words === null) return null;
  return {
    say: `Price is the obstacle. Their budget is on file: ${words}. Before you defend the price, find out what matters more to them.`,
    reply: 'I hear you on the price. What would make it feel right to you, and what couldn’t you do without?',
  };
}

function openQuestion(
  talk: CoachContext,
  facts: readonly Discussed[],
  last: TranscriptLine,
): { card: Card; isOnFile: boolean } | null {
  const question = last.text.split(/(?<=[.!?])\s+/).findLast((sentence) => sentence.trimEnd().endsWith('?'));
  const isAnswered = talk.lines.at(-1) !== last;
  if (question === undefined || isAnswered) return null;
  const found = talk.listing === null ? [] : lookUpHome(question, talk.listing, 'en').told;
  const shelf = facts.filter(({ seq }) => seq === last.seq).map(({ fact }) => fact);
  const sayable = [...found.map(({ text }) => text), ...shelf.filter(isForVisitors).map(({ words }) => words)];
  const told = sayable.length === 0 ? null : sayable.join(' ');
  const forAgent = shelf.filter((fact) => !isForVisitors(fact)).map(({ words }) => words);
  const words =
    told === null
      ? 'Their question is still open. Say you’ll find out, and when they’ll hear from you.'
      : 'Their question is open, and the answer is on file.';
  const card: Card = {
    say: [words, ...(forAgent.length === 0 ? [] : [`For you only: ${forAgent.join(' ')}`])].join(' '),
    correct: null,
    reply: told ?? 'Good question. I’ll find out and get back to you.',
    objection: null,
    urgency: 'medium',
    quotes: [question.trim()],
    doubts: [],
  };
  return { card, isOnFile: told !== null };
}

function nextStep(talk: CoachContext, last: TranscriptLine): Card {
  const slot = talk.missing[0];
  const quotes = [last.text.slice(0, 120)];
  if (talk.total === 0) {
    return {
      say: 'They haven’t said what they want yet. Answer what they wrote, then ask whether they want to buy or sell.',
      correct: null,
      objection: null,
      reply: 'Happy to help. Are you looking to buy a home or sell one?',
      urgency: 'medium',
      quotes,
      doubts: [],
    };
  }
  if (slot === undefined) {
    return {
      say: 'You have all the answers you need. Offer two specific times for a call or a showing.',
      correct: null,
      objection: null,
      reply: 'I have what I need to help you. Would a short call or a showing work better for you?',
      urgency: 'high',
      quotes,
      doubts: [],
    };
  }
  const left = talk.missing.length;
  const isShort = last.text.trim().split(/\s+/).length < 4;
  return {
    say: `${isShort ? 'Their answers are short, so ask just one easy question.' : 'Respond to what they just said, then ask one thing.'} ${left === 1 ? 'Still missing' : `Next of ${left} still missing`}: ${calledOf(slot)}.`,
    correct: null,
    objection: null,
    reply: questionFor(slot),
    urgency: 'medium',
    quotes,
    doubts: [],
  };
}

function opening(talk: CoachContext): Card {
  return {
    say: 'They haven’t written yet. Wait for their first message, or open with one easy question.',
    correct: null,
    objection: null,
    reply: talk.listing === null ? 'How can I help you today?' : `How can I help you with ${talk.listing.title}?`,
    urgency: 'low',
    quotes: [],
    doubts: [],
  };
}
