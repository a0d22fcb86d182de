import { lookUpHome } from '../listings/tellHome.ts';
import type { AskAnswer } from './answers.ts';
import type { AskBrief, TranscriptLine } from './coachContext.ts';
import { calledOf, valueWords } from './slotWords.ts';

const nothing = 'The conversations and the listing don’t say.';

/** Other names that a question may give a slot. */
const alsoCalled: Record<string, RegExp> = {
  budget: /\b(money|afford|spend|price range)\b/i,
  preApproval: /\b(loan|lender|mortgage|bank|financ\w+)\b/i,
  timeline: /\b(when|how soon)\b.*\b(move|buy|sell)\b/i,
};

const fillers = new Set(
  'a about all an and any are as at be been but by can could did do does for from had has have he her him his how i if in is it its lead me mention mentioned my of on or our said say says she should so tell than that the their them there they this to told us visitor was we were what when where which who why will with would you your'.split(
    ' ',
  ),
);

/**
 * Answers an agent by looking it up: a slot that the question names, the listing's field, else what the brokerage wrote down, else
 * the line that shares most words with the question, of this talk or of the newest earlier one that has any. When none of these answers, it says so.
 */
export function answerAgent({ talk, others, facts, question }: AskBrief): AskAnswer {
  const asked = keywords(question);
  const aboutLead =
    /\b(they|their|lead|he|she|his|her|visitor|client|buyer|seller|said|say|mention\w*|told|want\w*|budget)\b/i.test(
      question,
    );
  const said = bestSentence(talk.lines, asked);
  const slot = Object.entries(talk.slots).find(
    ([name, { state }]) =>
      state === 'answered' &&
      (alsoCalled[name]?.test(question) || [...keywords(calledOf(name))].some((word) => asked.has(word))),
  );
  if (slot !== undefined) {
    const words = valueWords(slot[1], talk.lines);
    const place = slot[1].evidence[0];
    const quote = place === undefined ? null : quoteAt(talk.lines, place);
    if (words !== null)
      return {
        say: `About ${calledOf(slot[0])}, they said: ${words}.`,
        sources: quote === null ? [] : [{ quote, field: null, fact: null }],
      };
  }
  const told = talk.listing === null ? [] : lookUpHome(question, talk.listing, 'en').told;
  const isSaid = aboutLead && said !== null && said.shared > 1;
  if (told.length > 0 && !isSaid) {
    const sources = told.map(({ field }) => ({ quote: null, field, fact: null }));
    return { say: told.map(({ text }) => text).join(' '), sources };
  }
  const known = facts.filter(({ seq }) => seq === null).map(({ fact }) => fact);
  if (known.length > 0 && !isSaid) {
    const sources = known.map(({ id }) => ({ quote: null, field: null, fact: id }));
    return { say: known.map(({ words }) => words).join(' '), sources };
  }
  if (said !== null) return tell(said, talk.assistant, '');
  for (const { when, lines } of others) {
    const earlier = bestSentence(lines, asked);
    if (earlier !== null) return tell(earlier, talk.assistant, ` on ${when}`);
  }
  return { say: nothing, sources: [] };
}

function tell(
  { line, sentence }: { line: TranscriptLine; sentence: string },
  assistant: string,
  when: string,
): AskAnswer {
  const who = line.who === 'lead' ? 'The lead' : line.who === 'agent' ? 'The agent' : assistant;
  return { say: `${who} wrote${when}: “${sentence}”`, sources: [{ quote: sentence, field: null, fact: null }] };
}

function quoteAt(
  lines: readonly TranscriptLine[],
  place: { log: string; seq: number; start: number; end: number },
): string | null {
  const line = lines.find(({ log, seq }) => log === place.log && seq === place.seq);
  return line === undefined ? null : line.text.slice(place.start, place.end);
}

/** The lead's sentence counts before others' when both share as many words; the newer before the older. */
function bestSentence(
  lines: readonly TranscriptLine[],
  asked: ReadonlySet<string>,
): { line: TranscriptLine; sentence: string; shared: number } | null {
  let best: { line: TranscriptLine; sentence: string; shared: number; rank: number } | null = null;
  for (const line of lines) {
    for (const sentence of line.text.split(/(?<=[.!?])\s+|\n+/)) {
      // A question tells nothing.
      if (sentence.trim() === '' || sentence.trimEnd().endsWith('?')) continue;
      const shared = [...keywords(sentence)].filter((word) => asked.has(word)).length;
      const rank = shared + (line.who === 'lead' ? 0.5 : 0);
      if (shared > 0 && (best === null || rank >= best.rank))
        best = { line, sentence: sentence.trim().slice(0, 300), shared, rank };
    }
  }
  return best;
}

function keywords(text: string): Set<string> {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(found.filter((word) => word.length > 1 && !fillers.has(word)).map(stem));
}

/** "bedrooms" and "bedroom" are one word here; no more than that. */
const stem = (word: string): string => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word);
