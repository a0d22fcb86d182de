import { joinWords } from '../../kernel/joinWords.ts';
import { sentencesOf } from '../reading/text/sentencesOf.ts';
import type { RecapAnswer } from './answers.ts';
import type { RecapBrief } from './coachContext.ts';
import { calledOf, valueWords } from './slotWords.ts';

const mostPromises = 5;
const promise =
  /\b(?:i['’]ll|i will|i['’]m going to|we['’]ll|we will|let me)\b.*\b(?:send|email|text|call|check|find out|look into|get back|ask|schedule|set up|book|put together|draft)\b/i;

/** The facts that the rules read in the lead's words, and the agent's sentences that promise something; no summary of the rest. */
export function recapByRules({ talk, lines }: RecapBrief): RecapAnswer {
  const seqs = new Set(lines.map(({ log, seq }) => `${log} ${seq}`));
  const learned = Object.entries(talk.slots).flatMap(([name, slot]) => {
    if (slot.state !== 'answered' || name === 'first') return [];
    if (!slot.evidence.some(({ log, seq }) => seqs.has(`${log} ${seq}`))) return [];
    const words = valueWords(slot, lines);
    return words === null ? [] : [`${calledOf(name)} (${words})`];
  });
  const promised = lines
    .filter(({ who }) => who === 'agent')
    .flatMap(({ text }) =>
      sentencesOf(text)
        .map(({ plain, start }) => text.slice(start, start + plain.length).trim())
        .filter((one) => promise.test(one)),
    );
  return {
    summary: learned.length === 0 ? '' : `Heard on the call: ${joinWords(learned, 'and')}.`,
    nextStep: null,
    promises: promised.slice(-mostPromises).map((text) => ({ text, day: null, quote: text })),
    quotes: [],
  };
}
