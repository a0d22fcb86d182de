import { type NarrativeAnswer, wordRange } from '../../../src/contract/rest/narratives.ts';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import type { ListingFacts } from '../../../src/features/packs/model.ts';
import { figureFaults, figuresOf, type HomeFigures } from './figures.ts';
import { type HomeClaim, homeClaims } from './homeClaims.ts';
import { peopleWordsIn } from './peopleWords.ts';

export type FaultKind = 'figure' | 'feature' | 'quote' | 'fact' | 'length' | 'flag' | 'discriminatory';
export interface Fault {
  kind: FaultKind | 'excused';
  what: string;
  text: string;
}

/** A home's file, read once for all stories about it. */
export interface HomeFile {
  home: ListingFacts;
  words: string;
  figures: HomeFigures;
  said: ReadonlySet<string>;
}

export function readHome(home: ListingFacts): HomeFile {
  const words = wordsOf(home).join('\n');
  const said = new Set(homeClaims.flatMap((claim) => [...stances(words, claim)].map((is) => `${is} ${claim.name}`)));
  for (const [name, is] of Object.entries(home.amenities ?? {})) said.add(`${is ? 'has' : 'lacks'} ${name}`);
  // A field that is filled in says that there is such a thing.
  const fields = { parking: home.parking, heating: home.heating, cooling: home.heating, tax: home.taxCentsPerYear };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) said.add(`has ${name}`);
  if (home.hoaCentsPerMonth !== undefined) said.add(`${home.hoaCentsPerMonth > 0 ? 'has' : 'lacks'} hoa`);
  if (home.propertyType === 'single-family') said.add('has house');
  if (home.hoaRules !== undefined) said.add('has hoa');
  if (home.rentalRules !== undefined) said.add('has rent');
  if (home.steps !== undefined) said.add('has stairs');
  if ((home.openHouses ?? []).length > 0) said.add('has open house');
  return { home, words, figures: figuresOf(home, words), said };
}

/** All that is wrong with a story by the home's file alone, and what in it was let pass as advice. */
export function checkNarrative(
  { home, words: fileWords, figures, said }: HomeFile,
  answer: NarrativeAnswer,
  { brokerage, phrases }: { brokerage: string; phrases: readonly string[] },
): Fault[] {
  const faults: Fault[] = [];
  const keys = [...Object.keys(home), ...Object.keys(home.amenities ?? {})].map((key) => key.toLowerCase());
  for (const { text, facts } of answer.sentences) {
    const add = (kind: Fault['kind'], what: string): void => void faults.push({ kind, what, text });
    const own = text.split(brokerage).join('the brokerage');
    for (const what of figureFaults(own, home, figures, fileWords))
      add(advice.test(own) && /minut/.test(what) ? 'excused' : 'figure', what);
    for (const claim of homeClaims)
      for (const stance of stances(own, claim)) {
        if (said.has(`${stance} ${claim.name}`)) continue;
        add(isAdviceOn(own, claim) ? 'excused' : 'feature', `${stance} ${claim.name}`);
      }
    for (const quote of quotesOf(own)) if (!folded(fileWords).includes(folded(quote))) add('quote', quote);
    for (const { id, words } of facts) {
      if (!isOfFile(id, keys)) add('fact', id);
      for (const what of figureFaults(words, home, figures, fileWords)) add('fact', `${id}: ${what}`);
    }
    const people = peopleWordsIn(own, phrases);
    if (people !== null) add('discriminatory', people);
    const verdict = reviewWords(text, { audience: 'public', brokerage });
    if (verdict.action !== 'pass') add('flag', verdict.rule);
  }
  for (const { rule, text } of answer.flags) faults.push({ kind: 'flag', what: rule, text });
  const count = answer.text.split(/\s+/).filter((word) => word !== '').length;
  const { min, max } = wordRange[answer.length];
  if (count < min || count > max) faults.push({ kind: 'length', what: `${count} words`, text: answer.length });
  return faults;
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

const negated =
  /(?:^|[^\p{L}])(?:no|not|without|never|isn.t|doesn.t|hasn.t|sin|ning[uú]n[oa]?|ni|tampoco)[ ][^.;,:\n“”]{0,18}$/iu;

/** Whether the words say that a home has it, that it lacks it, or both. */
function stances(words: string, { pattern }: HomeClaim): Set<'has' | 'lacks'> {
  const found = new Set<'has' | 'lacks'>();
  for (const { index } of words.matchAll(pattern))
    found.add(negated.test(words.slice(Math.max(0, index - 40), index)) ? 'lacks' : 'has');
  return found;
}

const advice =
  /^(?:and |then |y |luego )?(?:if|a cpa|un contador|tell|leave|díganos|deje|dele|when|before|after|while|once|ask|bring|walk|take|come|see|look|check|compare|try|stand|listen|measure|count|visit|plan|give|note|imagine|picture|start|keep|read|talk|open|think|make|write|let|spend|book|call|drive|notice|feel|run|turn|you (?:can|may|might|could|will want)|si|cuando|antes|después|mientras|una vez|pregunte|pregúntele|traiga|venga|recorra|mire|vea|revise|compare|pruebe|escuche|mida|cuente|visite|planee|anote|imagine|imagínese|empiece|lea|hable|abra|piense|haga|escriba|dedique|pida|llame|fíjese|tome|dese|usted puede|puede|podrá)(?!\p{L})/iu;
const leftOpen =
  /(?:whether|if there|any|how|where|which|what|si|si hay|algún|alguna|cuánt[oa]s?|cómo|dónde|qué|qué tan)\s[^.;:]{0,30}$/iu;

/** Advice may name what every home has; anything else only where it leaves open whether the home has it. */
function isAdviceOn(text: string, { pattern, common }: HomeClaim): boolean {
  if (!text.endsWith('?') && !advice.test(text)) return false;
  return common || [...text.matchAll(pattern)].every(({ index }) => leftOpen.test(text.slice(0, index)));
}

const quotesOf = (text: string): string[] => [...text.matchAll(/[“«"]([^”»"]+)[”»"]/gu)].map(([, inner = '']) => inner);
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\s.,;]+/g, ' ')
    .trim();

/** Facts that are called otherwise than the fields of the file. */
const fieldsOf: Readonly<Record<string, string>> = { size: 'areasqft', taxes: 'taxcentsperyear', kind: 'propertytype' };

/** `home.price-per-sqft` rests on `priceCents`: the file has a field that begins like the fact. */
function isOfFile(id: string, keys: readonly string[]): boolean {
  const field = /^home\.([a-z]+)/i.exec(id)?.[1]?.toLowerCase();
  if (field === undefined) return id.startsWith('lead.');
  const called = fieldsOf[field] ?? field;
  return keys.some((key) => key.startsWith(called) || called.startsWith(key));
}
