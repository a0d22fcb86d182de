import type { Slot } from '../../../contract/log/parts.ts';
import { objectionWords } from '../../../contract/objectionWords.ts';
import type { Preference } from '../../../contract/rest/preferences.ts';
import type { Evidence } from '../../../contract/values.ts';
import type { Objection } from '../../../contract/vocabulary.ts';
import { readObjection } from '../../reading/dialogue/readObjection.ts';
import { readQuestion } from '../../reading/dialogue/readQuestion.ts';
import { type AskedFact, readAskedFacts } from '../../reading/home/readAskedFacts.ts';
import { homeFeatures } from '../../reading/home/readHomeFeatures.ts';
import type { Language } from '../../reading/model.ts';
import { readLanguage } from '../../reading/text/readLanguage.ts';

/** A line of a talk. */
export interface SaidLine {
  who: 'lead' | 'agent' | 'bot';
  text: string;
  log: string;
  seq: number;
}

export interface Talked {
  slots: Readonly<Record<string, Slot>>;
  language: Language;
  /** Oldest first. */
  lines: readonly SaidLine[];
}

const mostLines = 60;
const mostEvidence = 3;
/** Fewer messages than this tell nothing of how somebody writes. */
const fewestMessages = 4;
const briefWords = 6;
const longWords = 30;
/** One question on price is everybody's. */
const fewestOnPrice = 2;

/**
 * What somebody prefers, by their own words in a talk: nothing where nothing was observed. By rule and deterministic. It is made of the
 * ways they ask to be reached, how they write, what they ask and what they want of a home. No name, place, age, family, origin,
 * religion, or income is read, nor a wish that can stand for one, such as a home without stairs. The language is theirs to be answered in,
 * and changes nothing else.
 */
export function preferencesOf({ slots, language, lines }: Talked): Preference[] {
  const said = lines.filter(({ who }) => who === 'lead').slice(-mostLines);
  return [
    languageOf(said, language),
    channelOf(slots.contactBy),
    hoursOf(slots),
    toneOf(said),
    priceOf(said),
    mustHavesOf(slots.features),
    objectionsOf(said),
  ].filter((one) => one !== null);
}

function languageOf(said: readonly SaidLine[], language: Language): Preference | null {
  const other = language === 'es' ? 'en' : 'es';
  const line = said.findLast(({ text }) => readLanguage(text, other, true) === language);
  if (line === undefined) return null;
  return {
    name: 'language',
    value: language === 'es' ? 'Spanish' : 'English',
    why: 'They write or speak it.',
    adapts: 'Answers and drafts are in it.',
    evidence: [wholeOf(line)],
  };
}

const channelWords = { text: 'Text', call: 'Call', email: 'Email' } as const;
function channelOf(slot: Slot | undefined): Preference | null {
  const value = answerIn(slot);
  if (typeof value !== 'string' || !Object.hasOwn(channelWords, value)) return null;
  return {
    name: 'channel',
    value: channelWords[value as keyof typeof channelWords],
    why: 'They said so.',
    adapts: 'The next step is proposed that way.',
    evidence: evidenceIn(slot),
  };
}

function hoursOf({ bestTime, timeOfDay, limits }: Talked['slots']): Preference | null {
  const known = [answerIn(bestTime) === undefined ? timeOfDay : bestTime, limits];
  const values = known.map(answerIn).filter((value) => typeof value === 'string' && value !== '');
  if (values.length === 0) return null;
  return {
    name: 'hours',
    value: upperFirst(values.join('; ')),
    why: 'They said so.',
    adapts: 'Calls and messages keep to it.',
    evidence: known.flatMap(evidenceIn).slice(0, mostEvidence),
  };
}

/** Of what they wrote: people speak in longer sentences than they write. */
function toneOf(said: readonly SaidLine[]): Preference | null {
  const written = said.filter(({ log }) => log.startsWith('public')).map((line) => ({ line, words: wordsIn(line) }));
  if (written.length < fewestMessages) return null;
  const median =
    written.map(({ words }) => words).sort((one, other) => one - other)[Math.floor(written.length / 2)] ?? 0;
  const isBrief = median <= briefWords;
  if (!isBrief && median < longWords) return null;
  const such = written.filter(({ words }) => (isBrief ? words <= median : words >= median));
  return {
    name: 'tone',
    value: isBrief ? 'Brief' : 'Detailed',
    why: `${such.length} of their ${written.length} messages have ${isBrief ? 'at most' : 'at least'} ${counted(median, 'word')}.`,
    adapts: isBrief ? 'Messages to them stay short.' : 'Messages to them may go into detail.',
    evidence: such.slice(-2).map(({ line }) => wholeOf(line)),
  };
}

const ofPrice: ReadonlySet<AskedFact> = new Set(['price', 'price-per-sqft', 'hoa', 'taxes']);
function priceOf(said: readonly SaidLine[]): Preference | null {
  const questions = said.flatMap((line) => {
    const question = readQuestion(line.text, () => false);
    return question === null ? [] : [{ line, question, isOnPrice: readAskedFacts(question.value).some(isPrice) }];
  });
  const onPrice = questions.filter(({ isOnPrice }) => isOnPrice);
  if (onPrice.length < fewestOnPrice || onPrice.length * 2 < questions.length) return null;
  const isFirst = questions[0]?.isOnPrice === true;
  return {
    name: 'price',
    value: isFirst ? 'Asks about price first' : 'Often asks about price',
    why: `${onPrice.length} of ${questions.length} questions were about price or costs${isFirst ? ', the first one too' : ''}.`,
    adapts: 'What a home costs comes first.',
    evidence: onPrice.slice(0, mostEvidence).map(({ line, question }) => spanOf(line, question)),
  };
}
const isPrice = (fact: AskedFact): boolean => ofPrice.has(fact);

/** A wish for one of these can stand for age or a disability. */
const canStandForPeople: ReadonlySet<string> = new Set(['one-story', 'main-downstairs', 'elevator']);
const ofHomes: ReadonlySet<string> = new Set([...Object.keys(homeFeatures), 'garage', 'laundry', 'furnished']);
function mustHavesOf(slot: Slot | undefined): Preference | null {
  const value = answerIn(slot);
  const named = Array.isArray(value) ? value.filter((one) => ofHomes.has(one) && !canStandForPeople.has(one)) : [];
  if (named.length === 0) return null;
  return {
    name: 'must-haves',
    value: upperFirst(named.map((one) => one.replaceAll('-', ' ')).join(', ')),
    why: 'They asked for it.',
    adapts: 'Of a home, this is told first.',
    evidence: evidenceIn(slot),
  };
}

function objectionsOf(said: readonly SaidLine[]): Preference | null {
  const raised = said.flatMap((line) => {
    const found = readObjection(line.text);
    return found === null ? [] : [{ objection: found.value, at: spanOf(line, found) }];
  });
  if (raised.length === 0) return null;
  const kinds: Objection[] = [...new Set(raised.map(({ objection }) => objection))];
  return {
    name: 'objections',
    value: upperFirst(kinds.map((one) => objectionWords[one]).join('; ')),
    why: `Raised ${raised.length === 1 ? 'once' : `${raised.length} times`}.`,
    adapts: 'It is taken up before a next step is proposed.',
    evidence: raised.slice(-mostEvidence).map(({ at }) => at),
  };
}

const answerIn = (slot: Slot | undefined): unknown => (slot?.state === 'answered' ? slot.value : undefined);
const evidenceIn = (slot: Slot | undefined): Evidence[] =>
  slot?.state === 'answered' ? slot.evidence.slice(0, mostEvidence) : [];
const spanOf = ({ log, seq }: SaidLine, { start, end }: { start: number; end: number }): Evidence => ({
  ...{ log, seq, start, end },
});
const wholeOf = (line: SaidLine): Evidence => spanOf(line, { start: 0, end: line.text.length });
const wordsIn = ({ text }: SaidLine): number => text.trim().split(/\s+/).length;
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const upperFirst = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
