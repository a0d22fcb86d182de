import { isForVisitors } from '../../contract/readings.ts';
import { lookUpHome } from '../listings/tellHome.ts';
import type { CoachAnswer } from './answers.ts';
import type { CoachBrief, CoachContext, Discussed, TranscriptLine } from './coachContext.ts';
import { type Situation, situations } from './situations.ts';
import { calledOf, questionFor, valueWords } from './slotWords.ts';

const looksAt = 3;

/**
 * Coaches from what the lead wrote last, what is known and what is missing: the first situation that their newest words
 * show, else a question that stands open, else the next slot to ask for, else the next step.
 */
export function coachByRules({ talk, facts, focus }: CoachBrief): CoachAnswer {
  const spoken = talk.lines.filter((line) => line.who === 'lead').slice(-looksAt);
  const last = spoken.at(-1);
  if (last === undefined) return opening(talk);
  const seen = (focus === null ? null : fitting([], focus)) ?? situationIn(spoken, talk);
  if (seen !== null) return coachOn(seen, talk);
  return openQuestion(talk, facts, last) ?? nextStep(talk, last);
}

interface Seen {
  situation: Situation;
  quote: string | null;
}

/** In the newest message that shows one. */
function situationIn(spoken: readonly TranscriptLine[], talk: CoachContext): Seen | null {
  const answeredTo = talk.lines.findLastIndex((line) => line.who === 'agent');
  for (const line of spoken.toReversed()) {
    const seen = fitting([line], line.text);
    const isOver = seen?.situation.untilAnswered && talk.lines.indexOf(line) < answeredTo;
    if (seen !== null && !isOver) return seen;
  }
  return null;
}

function fitting(from: readonly TranscriptLine[], text: string): Seen | null {
  for (const situation of situations) {
    const match = situation.shows.exec(text);
    if (match !== null) return { situation, quote: from.length === 0 ? null : match[0] };
  }
  return null;
}

function coachOn({ situation, quote }: Seen, talk: CoachContext): CoachAnswer {
  const { objection, urgency, strategy } = situation;
  const { say, reply, nextQuestion } = (objection === 'price' ? withinBudget(talk) : null) ?? situation;
  const words = (talk.mode === 'human' ? situation.sayWhileAnswering : undefined) ?? say;
  return {
    say: words.replaceAll('{assistant}', talk.assistant),
    objection,
    reply: reply?.replaceAll('{assistant}', talk.assistant) ?? null,
    nextQuestion,
    urgency,
    strategy,
    quotes: quote === null ? [] : [quote],
  };
}

/** A price objection of someone whose budget is known: nobody asks them for a range again. */
function withinBudget(talk: CoachContext): Pick<Situation, 'say' | 'reply' | 'nextQuestion'> | null {
  const budget = talk.slots.budget;
  const words = budget?.state === 'answered' ? valueWords(budget, talk.lines) : null;
  if (words === null) return null;
  return {
    say: `Price is the obstacle. Their budget is on file: ${words}. Before you defend the price, find out what matters more to them.`,
    reply: 'I hear you on the price. What would make it feel right to you, and what couldn’t you do without?',
    nextQuestion: 'What would make the price feel right to you?',
  };
}

function openQuestion(talk: CoachContext, facts: readonly Discussed[], last: TranscriptLine): CoachAnswer | null {
  const question = last.text.split(/(?<=[.!?])\s+/).findLast((sentence) => sentence.trimEnd().endsWith('?'));
  const isAnswered = talk.lines.at(-1) !== last;
  if (question === undefined || isAnswered) return null;
  const found = talk.listing === null ? [] : lookUpHome(question, talk.listing, 'en').told;
  const shelf = facts.filter(({ seq }) => seq === last.seq).map(({ fact }) => fact);
  const sayable = [...found.map(({ text }) => text), ...shelf.filter(isForVisitors).map(({ words }) => words)];
  const told = sayable.length === 0 ? null : sayable.join(' ');
  const forAgent = shelf.filter((fact) => !isForVisitors(fact)).map(({ words }) => words);
  return {
    say: [
      told === null
        ? 'Their question is still open, and the listing doesn’t answer it. Say so, and tell them when you’ll have the answer.'
        : `Answer their question first. It is on file: ${told}`,
      ...(forAgent.length === 0 ? [] : [`For you only: ${forAgent.join(' ')}`]),
    ].join(' '),
    objection: null,
    reply: told ?? 'Good question. I’ll find out and get back to you.',
    nextQuestion: talk.missing[0] === undefined ? null : questionFor(talk.missing[0]),
    urgency: 'medium',
    strategy: 'answer first',
    quotes: [question.trim()],
  };
}

function nextStep(talk: CoachContext, last: TranscriptLine): CoachAnswer {
  const slot = talk.missing[0];
  const quotes = [last.text.slice(0, 120)];
  if (talk.total === 0) {
    return {
      say: 'They haven’t said what they want yet. Answer what they wrote, then ask whether they want to buy or sell.',
      objection: null,
      reply: 'Happy to help. Are you looking to buy a home or sell one?',
      nextQuestion: 'Are you looking to buy a home or sell one?',
      urgency: 'medium',
      strategy: 'find out what they want',
      quotes,
    };
  }
  if (slot === undefined) {
    return {
      say: 'You have all the answers you need. Offer two specific times for a call or a showing.',
      objection: null,
      reply: 'I have what I need to help you. Would a short call or a showing work better for you?',
      nextQuestion: 'Would a short call or a showing work better for you?',
      urgency: 'high',
      strategy: 'agree on a next step',
      quotes,
    };
  }
  const left = talk.missing.length;
  const isShort = last.text.trim().split(/\s+/).length < 4;
  return {
    say: `${isShort ? 'Their answers are short, so ask just one easy question.' : 'Respond to what they just said, then ask one thing.'} ${left === 1 ? 'Still missing' : `Next of ${left} still missing`}: ${calledOf(slot)}.`,
    objection: null,
    reply: questionFor(slot),
    nextQuestion: questionFor(slot),
    urgency: 'medium',
    strategy: 'ask the next question',
    quotes,
  };
}

function opening(talk: CoachContext): CoachAnswer {
  return {
    say: 'They haven’t written yet. Wait for their first message, or open with one easy question.',
    objection: null,
    reply: talk.listing === null ? 'How can I help you today?' : `How can I help you with ${talk.listing.title}?`,
    nextQuestion: null,
    urgency: 'low',
    strategy: 'let them begin',
    quotes: [],
  };
}
