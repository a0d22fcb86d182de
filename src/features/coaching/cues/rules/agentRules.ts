import { reviewWords } from '../../../compliance/reviewWords.ts';
import type { Category } from '../../../compliance/rule.ts';
import { readQuestion } from '../../../reading/dialogue/readQuestion.ts';
import type { CueLine, CueRule, Span } from '../model.ts';
import { inSentence, saidBefore } from './saying.ts';

const longWords = 60;
const longMs = 45_000;
const questionsInARow = 3;

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;
const whole = ({ text }: CueLine): Span => ({ start: 0, end: text.length });

/** The agent's lines since the lead was last heard, and at least the newest. */
function inOneGo(lines: readonly CueLine[]): CueLine[] {
  const from = lines.findLastIndex(({ who }) => who !== 'agent') + 1;
  return lines.slice(from);
}

/** Once per stretch of talk: the line with which it became too long. */
function tooLong(lines: readonly CueLine[]): Span | null {
  const spoken = inOneGo(lines);
  const newest = spoken.at(-1);
  if (newest === undefined) return null;
  const isLong = (some: readonly CueLine[]): boolean =>
    some.reduce((sum, { text }) => sum + wordsIn(text), 0) >= longWords ||
    some.reduce((sum, { lengthMs }) => sum + (lengthMs ?? 0), 0) >= longMs;
  return isLong(spoken) && !isLong(spoken.slice(0, -1)) ? whole(newest) : null;
}

const filler =
  /^\W*(?:(?:ok(?:ay)?|um+|uh+|hm+|well|ah|oh|wait|hold on|one (?:sec|second|moment)|este|pues|mmm*)\W*)*$/i;

/** Questions of the agent that stand without an answer, and the newest line asks one of them. */
function unansweredQuestions(lines: readonly CueLine[]): Span | null {
  const newest = lines.at(-1);
  if (newest === undefined || !newest.text.includes('?')) return null;
  let asked = 0;
  for (const { who, text } of lines.toReversed()) {
    if (who === 'agent') asked += (text.match(/\?+/g) ?? []).length;
    else if (!filler.test(text)) break;
  }
  return asked >= questionsInARow ? whole(newest) : null;
}

/** Asked of the agent as a favor, a greeting or a proposal: the next question may well go on from it. */
const noInquiry =
  /\b(?:can|could|may|might|shall|should) (?:i|we|you|u)\b|\b(?:would|will) you\b|\bhow (?:are|is) (?:you|it|your)\b|\bhow about\b|\bwhat about\b|\bright\?|\bok(?:ay)?\?|\byou\?\W*$|\b(?:available|free|alternatives?|deliver|sounds|weather|ride|negotia\w+|lower|price|lowest)\b|\$\s?\d/i;
const inquiry =
  /^\W*(?:(?:and|also|but|so|ok(?:ay)?|great|oh|hi|hello|hey|well|thanks|y|pero)\b\W{0,3}){0,3}(?:is|are|does|do|did|has|have|was|were|will|how|what|when|where|why|which|who|qu[eé]|cu[aá]\p{L}+|d[oó]nde|hay|tiene|es|est[aá])(?!\p{L})[^?]{8,}\?\W*$/iu;
const repliesToIt =
  /\b(?:find out|check|look into|ask (?:them|the)|get back|let (?:you|me) (?:know|see)|i['’]?ll|not sure|unsure|unaware|don['’]?t (?:know|have)|do not (?:know|have)|no information|unable|can['’]?t|cannot|sorry|yes|yeah|yep|no|nope|sure|of course|absolutely|there (?:is|are)|it (?:is|has|does|was)|they (?:are|have|do)|s[ií]|claro|no s[eé]|averiguo)\b/i;
const contentOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5));
const commonWords = new Set(
  'what when where which have does this that with there they your like would about much many some'
    .split(' ')
    .map((word) => word.slice(0, 5)),
);

/** The lead's last question, if the agent's line only asks something else. */
function leftOpen(lines: readonly CueLine[]): Span | null {
  const newest = lines.at(-1);
  if (newest === undefined || inOneGo(lines).length > 1) return null;
  const before = saidBefore(lines);
  const question = readQuestion(before, (sentence) => !inquiry.test(sentence) || noInquiry.test(sentence));
  if (question === null || !before.trim().endsWith('?')) return null;
  const said = newest.text.trim();
  if (!/\?\W*$/.test(said) || repliesToIt.test(said) || /[.!;,]\s+\p{L}/u.test(said)) return null;
  const shared = new Set(contentOf(question.value).filter((word) => !commonWords.has(word)));
  return contentOf(said).some((word) => shared.has(word)) ? null : whole(newest);
}

/** Words about people, places and residents. */
const fairHousing: ReadonlySet<Category> = new Set([
  'protected-class',
  'familial-status',
  'disability',
  'steering-people',
  'steering-schools',
  'steering-safety',
  'source-of-income',
]);
/** Of what nobody can promise, and what others are licensed for. */
const promises: ReadonlySet<Category> = new Set(['guarantee', 'legal-tax-advice']);

/** Of what a person says, the rules for a bot take too much: "sure thing", "only a couple of years", "people like you". */
const harmless =
  /\bsure thing\b|\bonly a couple (?:of )?(?:\w+ )?(?:years?|minutes?|months?|days?|weeks?|hours?|miles?|blocks?|times?|scratch\w*)\b|\bpeople like (?:you|us|me)\b|\bno kids driving\b|\bi need to get\b|\bhav(?:e|ing) a safe place\b|\bchildren? soli?d/i;

const breaking =
  (watched: ReadonlySet<string>): CueRule['find'] =>
  (lines) =>
    inSentence(lines.at(-1)?.text ?? '', (sentence) => {
      const { action, category } = reviewWords(sentence, { audience: 'staff', speaker: 'person' });
      if (action === 'pass' || !watched.has(category) || harmless.test(sentence)) return null;
      return { start: 0, end: sentence.trimEnd().length };
    });

/** Moments in the agent's own words. */
export const agentRules: readonly CueRule[] = [
  {
    id: 'compliance-fair-housing',
    kind: 'compliance',
    on: 'agent',
    find: breaking(fairHousing),
    text: 'Fair housing: take that back, and point to public sources.',
    priority: 1,
    lastsMin: 15,
  },
  {
    id: 'compliance-promise',
    kind: 'compliance',
    on: 'agent',
    find: breaking(promises),
    text: 'Don’t promise outcomes or advise on law. Stick to the facts.',
    priority: 1,
    lastsMin: 15,
  },
  {
    id: 'open-question',
    kind: 'open-question',
    on: 'agent',
    find: leftOpen,
    text: 'Their question is open. Answer it, or promise to find out.',
    priority: 1,
    lastsMin: 15,
  },
  {
    id: 'many-questions',
    kind: 'many-questions',
    on: 'agent',
    find: unansweredQuestions,
    text: 'Three questions in a row. Pause and let them answer.',
    priority: 2,
    lastsMin: 15,
  },
  {
    id: 'monologue',
    kind: 'monologue',
    on: 'agent',
    find: tooLong,
    text: 'That was long. Pause now, and let them talk.',
    priority: 2,
    lastsMin: 15,
  },
];
