import { LRUCache } from 'lru-cache';
import { foldWords } from '../compliance/foldWords.ts';
import { splitSentences } from '../compliance/splitSentences.ts';
import { excludesOther, isClaimWord, isFeatureWord, meansSame, stemOf } from './claimWords.ts';
import { closedClaims } from './closedClaims.ts';
import { keepsTogether, partEnd, verbs } from './keepsTogether.ts';
import { isPlain } from './plainWords.ts';
import type { Figure } from './readFigures.ts';
import { bareOf, readTold, type Told, type Word, withoutIdioms, wordPattern } from './readTold.ts';
import { withoutDeclined } from './withoutDeclined.ts';

export type SentenceKind = 'answer' | 'ack' | 'bridge';

/** The citation of a sentence: an id, and the words that may be told of it. */
export interface CitedFact {
  id: string;
  words: string;
}

/** The id of what the visitor said themselves: it may be said back to them, and opens nothing that is closed. */
export const saidId = 'said';
/** Whether the fact tells of something that was done, by the hub or by what the team is told. */
const isDeed = ({ id }: CitedFact): boolean => id === 'tell' || id.startsWith('done.');

/**
 * `figure`: it stands nowhere; `figure-of`: it stands in a fact, or counts a few things, and of what is in doubt; `polarity`: the fact
 * says the contrary; `words`: words that no cited fact has; `mixed`: what two of them say of different things, or one of them says with a
 * reserve; `long`: nobody reads it; `echo`: somebody else's words in our name; `undone`: it was not done; `closed:…`: nobody may say it.
 */
export type ClaimFault =
  | 'no-fact'
  | 'figure'
  | 'figure-of'
  | 'polarity'
  | 'words'
  | 'mixed'
  | 'long'
  | 'echo'
  | 'undone'
  | `closed:${string}`;

/**
 * Whether one sentence says only what its facts say: null when it may be said. An answer stands on its facts: each of its words carries
 * the sentence, or stands in a cited fact, with the same yes or no; each figure is one of the same kind of that thing. Acknowledgements
 * and bridges claim nothing. A closed matter (offers, law, promises …) is said in a fact's own words or not at all. `names`: words that
 * may always stand, as the brokerage's own. A sentence may tell a deed as one's own if it cites the deed. `open`: texts whose own
 * closed matters may be named; `common`: stems that carry a sentence, as plain words do.
 */
export function checkClaims(
  sentence: {
    text: string;
    kind: SentenceKind;
    facts: readonly CitedFact[];
    open?: readonly string[];
    common?: Stems;
  },
  names: readonly string[] = [],
): ClaimFault | null {
  if (sentence.text.length > longestChars) return 'long';
  if ((sentence.text.match(/\d+/g) ?? []).length > mostNumbers) return 'figure';
  const written = bareOf(sentence.text);
  // Word for word what one of its facts says.
  if (sentence.facts.some((fact) => readFact(fact).sentences.has(written))) return null;
  const bare = withoutIdioms(written);
  const { rest, declined } = withoutDeclined(bare);
  const onFile = sentence.facts.filter((fact) => !isNotOnFile(fact));
  const cited = onFile.map((fact) => readFact(fact).told);
  const ours = onFile.filter(({ id }) => id !== saidId);
  const deeds = ours.filter(isDeed);
  const opening = ours.map((fact) => readFact(fact).told);
  // However the words are dressed up, their plain forms are read too.
  const forms = foldWords(rest);
  const isOfDeals = dealWords.test(rest) || readTold(rest).words.some(({ stem }) => isFeatureWord(stem));
  const closed = closedClaims.find(({ matter, pattern, onDeals }) => {
    if (onDeals && !isOfDeals) return false;
    if (
      sentence.kind !== 'answer' &&
      (matter === 'own-promise' || (matter === 'steering' && !places.test(rest) && toThem.test(rest)))
    )
      return false;
    return forms.some((form) => {
      const hit = pattern.exec(form)?.[0];
      if (hit !== undefined && sentence.open?.some((text) => pattern.test(bareOf(text)))) return false;
      if (hit === undefined || (deeds.length > 0 && isOwnDeed(matter, hit))) return false;
      return !opening.some((fact) => saysItself(fact, rest, hit));
    });
  });
  if (closed !== undefined) return `closed:${closed.matter}`;
  if (sentence.kind !== 'answer')
    return forms.map((form) => asideFault(readTold(form.toLowerCase()), sentence, cited)).find(Boolean) ?? null;
  const told = readTold(rest);
  // Before the words: where those alone are in doubt, a model may clear them.
  const figureFaults = told.figures.map((figure) => judgeFigure(figure, cited, rest));
  if (figureFaults.includes('figure')) return 'figure';
  if (figureFaults.includes('figure-of')) return 'figure-of';
  if (cited.length === 0 && !declined && !refers.test(rest)) return 'no-fact';
  const own = new Set(names.flatMap((name) => bareOf(name).match(wordPattern) ?? []).map(stemOf));
  // A sum of money is a price: no fact need say the word.
  const costs = told.figures.some(({ kind }) => kind === 'money');
  for (const word of told.words) {
    const isCarrying = isPlain(word.stem) || sentence.common?.has(word.stem) === true;
    if (isCarrying && !isClaimWord(word.stem)) continue;
    const fault = own.has(word.stem) || (costs && meansSame(word.stem, priceStem)) ? null : judgeWord(word, cited);
    if (fault !== null && !(isPlain(word.stem) && fault === 'words')) return fault;
  }
  if (cited.length === 0) return null;
  const anything = told.figures.length > 0 || told.words.some(({ stem }) => cited.some((fact) => hasWord(fact, stem)));
  if (!anything && !declined && deeds.length === 0 && !refers.test(rest)) return 'words';
  return refersOn.test(rest) || deeds.length > 0 || keepsTogether(told, bare, ours) ? null : 'mixed';
}

// Nobody reads a longer one; the patterns need time that grows with it.
const longestChars = 500;
const mostNumbers = 24;

interface ReadFact {
  told: Told;
  /** Each of its own sentences, bare. */
  sentences: ReadonlySet<string>;
}

export type Stems = Pick<ReadonlySet<string>, 'has'>;

/** The stems of what facts say, but for those that state something of a home or a deal. Of one list they are made once. */
export function commonIn(...lists: readonly (readonly CitedFact[])[]): Stems {
  const stems = lists.map(stemsIn);
  return { has: (stem) => stems.some((one) => one.has(stem)) };
}

function stemsIn(facts: readonly CitedFact[]): ReadonlySet<string> {
  const known = listStems.get(facts);
  if (known !== undefined) return known;
  const stems = new Set<string>();
  for (const fact of facts)
    for (const { stem } of readFact(fact).told.words) if (!stems.has(stem) && !isClaimWord(stem)) stems.add(stem);
  listStems.set(facts, stems);
  return stems;
}
const listStems = new WeakMap<readonly CitedFact[], ReadonlySet<string>>();

/**
 * Facts as they were read, by what they say: the same home's facts are worded anew for every answer. Bounded by their characters,
 * for anybody's shelf may be long.
 */
const readFacts = new LRUCache<string, ReadFact>({ maxSize: 400_000, sizeCalculation: (_, key) => key.length });

/** The words of a fact. The topic of a card may be named. */
function readFact({ id, words }: CitedFact): ReadFact {
  const key = `${id}\n${words}`;
  const known = readFacts.get(key);
  if (known !== undefined) return known;
  const told = readTold(bareOf(words));
  const topic = id.startsWith('card') ? id.split(/[^a-z]+/).slice(1) : [];
  for (const word of topic) told.words.push({ stem: stemOf(word), negated: false, at: 0, topic: true });
  const splitter = splitSentences();
  const fact = { told, sentences: new Set([words, ...splitter.push(words), splitter.flush()].map(bareOf)) };
  readFacts.set(key, fact);
  return fact;
}

/** True for a fact that says that nothing is on file. */
export const isNotOnFile = ({ words }: CitedFact): boolean => notOnFile.test(words);
const notOnFile = /\bnot on file\b|\bno (?:est[aá]|consta) en la ficha\b/i;
const refersOn =
  /\b(?:right person|one to ask|one for an?|leave (?:it|that|this) to|(?:person|people|place) to (?:ask|call|check)|a question for|belongs? with|(?:ask|call|talk (?:to|with)|speak (?:to|with)|consult|see|check with|contact|point you to|up to)(?: \w+){0,3} (?:attorney|lawyer|lender|advis[eo]r|accountant|counselor|inspector|agent|authority|county|company)|(?:attorney|lawyer|lender|advis[eo]r|accountant|counselor|inspector|agent|authority|company) (?:can|could|would) (?:tell|say|explain|answer|help|advise|confirm|go over|walk|look)|lo indicado|(?:source|site) to check)\b/u;
const toThem = /\b(?:you|your|yours|you're|you've|usted|su|sus|le)\b/u;
/** Without one of these words, family or quiet is about the visitor's life, and not about an area. */
const places = /\b(?:area|neighbou?rhood|street|zone|community|block|here|there|barrio|zona|calle|vecindario|aqui)\b/u;
const refers =
  /\b(?:right person|person to ask|people to call|is for an?|question for|belongs? with|(?:ask|tell|call|reach|help)(?: \w+)? you|ask (?:an?|the|your)|(?:leave|share) (?:a|your) (?:phone|number|email)|(?:team|agent|lender|attorney|lawyer|adviser|inspector|someone|person) (?:can|may|could|would)|leave (?:it|that|this) to|one for an?|equipo puede|puede (?:averiguar|preguntar|explicar|llamar)\w*|i(?:'ll| will| can|'d (?:need|have) to| would (?:need|have) to| need to| have to) (?:ask|check|find out|note|pass|help)|(?:preguntar|consultar)(?:le)? (?:a|al|con)|se lo pregunto|lo indicado|le toca|\b(?:decir|explicar|contestar|responder|ver|revisar)(?:le|selo|lo)? (?:un|una|el|la) (?:abogad|prestamist|agent|asesor|contador)\w*)/u;

const sameWord = (stem: string, word: Word): boolean => (word.topic ? stem === word.stem : meansSame(stem, word.stem));
const hasWord = ({ words }: Told, stem: string): boolean =>
  (!isPlain(stem) || isClaimWord(stem)) && words.some((word) => sameWord(stem, word));

function judgeWord({ stem, negated }: Word, cited: readonly Told[]): ClaimFault | null {
  const same = cited.flatMap(({ words }) => words.filter((word) => sameWord(stem, word)));
  if (same.some((word) => word.negated === negated)) return null;
  if (same.length > 0) return 'polarity';
  const excluded =
    negated && cited.some(({ words }) => words.some((word) => !word.negated && excludesOther(stem, word.stem)));
  return excluded ? null : 'words';
}

const priceStem = stemOf('price');
/** Beside one of these, "you don't have to" speaks of a deal or a duty. */
const dealWords =
  /\b(?:sign\w*|firm\w+|sell|sale|buy|pay\w*|paid|clos(?:e|ing)|rent\w*|estate|own|move|moving|leave|file|filing|appear|disclos\w*|report\w*|insur\w*|inspect\w*|vend\w+|compr\w+|pag\w+)\b/u;
const offBy = 0.03;
const sqftPerSqm = 10.7639;

/**
 * Whether a cited fact has this figure, for the same thing: of several, those count whose figure shares most of the words beside it. A
 * figure that stands there of something else may be told well all the same ("9:00, 10:30, or 11:30"), and so may a small count of things
 * that no fact counts ("all three").
 */
function judgeFigure(figure: Figure & { near: string[] }, cited: readonly Told[], whole: string): ClaimFault | null {
  const known = cited.flatMap(({ figures }) => figures.filter((one) => comparable(figure, one)));
  const scores = known.map(({ near }) => nearness(figure.near, near));
  const most = Math.max(...scores);
  const agreed = known.some((one, at) => scores[at] === most && agrees(figure, one)) || isSum(figure, known, whole);
  if (figure.negated ? known.length > 0 && !agreed : agreed) return null;
  const ofAnother = ({ of: noun }: Figure): boolean =>
    figure.kind === 'money' && figure.of !== undefined && noun !== undefined && figure.of !== noun;
  const stands = known.some((one) => one.value === figure.value && !ofAnother(one));
  return stands || countsAnew(figure, known) ? 'figure-of' : 'figure';
}

const mostCounted = 12;
/** A count of things, or of days and years, that no fact counts. */
const countsAnew = ({ kind, value, of: noun }: Figure, known: readonly Figure[]): boolean =>
  (kind === 'count' || kind === 'span') &&
  Number.parseFloat(String(value)) <= mostCounted &&
  !(noun !== undefined && isFeatureWord(stemOf(noun))) &&
  !known.some((one) => noun !== undefined && one.of !== undefined && meansSame(stemOf(noun), stemOf(one.of)));

const inAll = /\b(?:total|in all|altogether|combined|together)\b/u;
/** "Three cars in all": one in the carport, two on the driveway. */
const isSum = ({ kind, value }: Figure, known: readonly Figure[], whole: string): boolean =>
  kind === 'count' && inAll.test(whole) && value === known.reduce((sum, one) => sum + Number(one.value), 0);

const days = new Set(
  'weekday monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo'
    .split(' ')
    .map(stemOf),
);

/** How many of the words beside one figure stand beside the other too; a day of the week weighs most, then the last word. */
function nearness(mine: readonly string[], theirs: readonly string[]): number {
  if (mine.length === 0) return theirs.length === 0 ? 1 : 0;
  return mine.reduce((sum, stem, at) => {
    const weight = days.has(stem) ? 4 : at === mine.length - 1 ? 2 : 1;
    return sum + (theirs.some((other) => meansSame(stem, other)) ? weight : 0);
  }, 0);
}

function comparable(figure: Figure, known: Figure): boolean {
  if (figure.kind === 'area-metric') return known.kind === 'area' || known.kind === 'area-metric';
  // "549k" needs no dollar sign.
  const bare = figure.of === undefined || isPlain(stemOf(figure.of));
  if (figure.kind === 'count' && bare && Number(figure.value) >= 10_000 && known.kind === 'money') return true;
  return figure.kind === known.kind;
}

function agrees(figure: Figure, known: Figure): boolean {
  if (figure.kind === 'count' && figure.of !== undefined && known.of !== undefined) {
    const [mine, theirs] = [stemOf(figure.of), stemOf(known.of)];
    if (!isPlain(mine) && !meansSame(mine, theirs)) return false;
  }
  if (typeof figure.value === 'string' || typeof known.value === 'string') return sameText(figure, known);
  const metric = figure.kind === 'area-metric' && known.kind === 'area';
  const monthly = figure.about && figure.of === 'month' && known.of === 'year';
  if (figure.of !== undefined && figure.kind === 'money' && figure.of !== known.of && !monthly) return false;
  const truth = metric ? known.value / sqftPerSqm : monthly ? known.value / 12 : known.value;
  if (figure.value === truth) return true;
  if (!figure.about && !metric) return false;
  if (figure.side === 'under' && figure.value < truth) return false;
  if (figure.side === 'over' && figure.value > truth) return false;
  return Math.abs(figure.value - truth) <= truth * offBy || figure.value === Number(truth.toPrecision(2));
}

/** Times without their half of the day agree with both. */
const sameText = (one: Figure, other: Figure): boolean =>
  one.value === other.value ||
  (one.kind === 'time' && `${other.value}`.startsWith(`${one.value}`) && !/m$/.test(`${one.value}`));

/** "The house has a pool", said by the visitor, is still told as true of the home. */
const ofHome =
  /\b(?:it|this (?:one|home|house|place)|(?:the|that) (?:home|house|place|property|condo|area|neighborhood|street)|there(?!(?:'s| is) (?:no|nothing)\b))(?:'s| is| are| has| have| comes?| was| were)\b|^(?:yes|no|si)\b|\b(?:tiene|hay|la casa|esta casa)\b/u;

/** Speaks of the visitor, or of what we do for them. */
const personal =
  /\b(?:you|your|you're|you've|i|i'm|i've|i'll|i'd|me|my|us|we|we're|our|her|his|their|let's|let|sorry|thanks|thank|usted|su|sus|le|lo siento|gracias|puedo|podemos)\b/u;
/** "It's a lot to carry": said of what they go through. */
const ofFeelings: ReadonlySet<string> = new Set(
  'understandable hard harder tough lot stressful overwhelming okay normal frustrating rough heavy scary brave carry handle alone once weigh deal congratulation congrat rush hurry feel feeling nervous worry reasonable fair big step fine natural sorry pain loss dificil duro normal comprensible pesado triste'
    .split(' ')
    .map(stemOf),
);

const ownDeed =
  /^(?:i|we)(?:'ve|'ll| have| will)\b|^(?:le|ya) |\b(?:i've|i have) (?:booked|reserved|passed|sent|told|arranged|scheduled|held)\b/u;
/** "I've passed that on", if it was. Promises about anybody else's deeds stay closed. */
const isOwnDeed = (matter: string, hit: string): boolean =>
  matter === 'own-promise' || (matter === 'promise' && ownDeed.test(hit.trim()));

const predicates =
  /\b(?:is|are|was|were|has|have|had|comes?|costs?|includes?|offers?|gets?|will|won't|can|can't|es|son|tiene|tienen|hay|esta|estan|cuesta)\b|'s\b/;
const ownPredicates =
  /\b(?:here's|here is|what's|what is|what i (?:have|can|know)|what isn't|that's|that is|i can|we can|may i|can i|if it's|if that's)\b/g;

/** The claim in a sentence that should make none. `said`: words that may be said back, each word and figure as it was said. */
function asideFault(
  { words, figures, bare }: Told,
  { kind, common }: { kind: SentenceKind; common?: Stems },
  said: readonly Told[],
): 'figure' | 'figure-of' | 'words' | null {
  const isSmall = ({ kind, of: noun, value }: Figure): boolean =>
    kind === 'count' && noun === undefined && Number(value) <= 3;
  const wasSaid = (figure: Figure): boolean =>
    said.some(({ figures: theirs }) =>
      theirs.some((one) => (comparable(figure, one) || comparable(one, figure)) && agrees(figure, one)),
    );
  const unsaid = figures.filter((figure) => !isSmall(figure) && !wasSaid(figure));
  if (unsaid.length > 0) return unsaid.every((figure) => countsAnew(figure, [])) ? 'figure-of' : 'figure';
  const wasWord = ({ stem }: Word): boolean => said.some((one) => hasWord(one, stem));
  // Of a home, and of what neither they nor we do, even a word that nobody knows is a claim.
  const isStrange = ({ stem }: Word): boolean => !isPlain(stem) && !ofFeelings.has(stem) && !common?.has(stem);
  const strange = words.filter((word) => isStrange(word) && !wasWord(word));
  if (strange.length > 0 && (ofHome.test(bare) || (predicates.test(bare) && !personal.test(bare)))) return 'words';
  if (kind === 'ack' && bare.split(partEnd).some(tellsOfOthers)) return 'words';
  const features = words.filter(({ stem }) => isFeatureWord(stem) && !isPlain(stem));
  const back = features.every(wasWord);
  if (features.length === 0 || (back && !ofHome.test(bare))) return null;
  return kind === 'bridge' && !predicates.test(bare.replace(ownPredicates, '')) ? null : 'words';
}

const speakers = /\b(?:i|you|we|it|its|that|this|what|which|there|who|nobody|nothing|if|whether|usted|eso|esto|yo)\b/u;
const others =
  /\b(?:attorneys?|lawyers?|lenders?|banks?|counselors?|advis[eo]rs?|accountants?|agents?|brokers?|inspectors?|insurers?|appraisers?|sellers?|owners?|buyers?|landlords?|tenants?|court|judge|county|city|hoa|hud|\w+ company|abogad[oa]s?|prestamistas?|bancos?|consejer[oa]s?|asesor(?:es)?|agentes?|vendedor\w*|duen[oa]s?|comprador\w*|inquilin[oa]s?|inspector\w*)\b/u;
/** "Your lender can stop the payments": the deed is the lender's, whoever hears of it. */
function tellsOfOthers(part: string): boolean {
  const verb = verbs.exec(part);
  const subject = part.slice(0, verb?.index ?? 0);
  return others.test(subject) && !speakers.test(subject);
}

/** Whether a fact says it in these very words: the hit stands in it, and so do most runs of three words of the clause around it. */
function saysItself({ bare }: Told, sentence: string, hit: string): boolean {
  if (!bare.includes(hit.trim())) return false;
  const clause = sentence.split(/[,;:]/).find((part) => part.includes(hit.trim())) ?? sentence;
  const words = clause.match(wordPattern) ?? [];
  const fact = ` ${(bare.match(wordPattern) ?? []).join(' ')} `;
  if (words.length < 3) return fact.includes(` ${words.join(' ')} `);
  const runs = words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '));
  return runs.filter((run) => fact.includes(` ${run} `)).length >= runs.length * 0.6;
}
