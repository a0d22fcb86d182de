import { type CitedFact, type ClaimFault, checkClaims, type Stems, saidId } from './checkClaims.ts';
import { isClaimWord, meansSame } from './claimWords.ts';
import { withoutDerived } from './derivedFigures.ts';
import { isPlain } from './plainWords.ts';
import { type Figure, readFigures } from './readFigures.ts';
import { bareOf, readTold, wordPattern } from './readTold.ts';
import { saidFigures, withoutSaid } from './saidFigures.ts';
import { withoutDeclined } from './withoutDeclined.ts';

/** The support for a sentence of a reply beside the facts that it cites. */
export interface SpokenKnown {
  /** Words that may always stand: the brokerage's, the person's who has the talk. */
  names: readonly string[];
  /** The visitor's words. */
  said: readonly string[];
  /** Earlier words to the visitor, whose figures may be calculated with. */
  told: readonly string[];
  /** The questions that may be asked, as the rules would ask them, and what else a question may name. */
  mayAsk: readonly string[];
  /** Texts that others wrote, such as a home's description: they are told only where they are cited. */
  quoted: readonly string[];
  /** The deeds of the turn, and the words that the team is told. */
  deeds: readonly CitedFact[];
  /** Addresses of homes that may be named. */
  places: readonly string[];
  /** Stems that carry a sentence, as plain words do (`commonIn`). */
  common: Stems;
}

/** So many words in a row are no longer taking up what somebody said: they say it in our name. */
const echoWords = 8;
const runsOf = (bare: string, length = echoWords): string[] => {
  const words = bare.match(wordPattern) ?? [];
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));
};
/** So many of their words in a row are a quote: the team was told what they said. */
const quoteWords = 4;
function quotes(words: string, said: readonly string[]): boolean {
  const theirs = new Set(said.flatMap((one) => runsOf(bareOf(one), quoteWords)));
  return runsOf(bareOf(words), quoteWords).some((run) => theirs.has(run));
}
function echoes(bare: string, theirs: readonly string[], cited: readonly CitedFact[]): boolean {
  const runs = runsOf(bare);
  if (runs.length === 0) return false;
  const told = new Set(cited.flatMap(({ words }) => runsOf(bareOf(words))));
  const echoed = new Set(theirs.flatMap((words) => runsOf(bareOf(words))));
  return runs.some((run) => echoed.has(run) && !told.has(run));
}

/** Words of a sum, which its facts need not have. */
const ofSums: CitedFact = {
  id: 'sum',
  words: 'down payment, loan, interest, principal, fee, enganche, préstamo, intereses',
};

const toThem = /\b(?:you|your|yours|you're|you've|you'd|usted|su|sus|le|se)\b/u;
const question =
  /^(?:[¿"“]\s*)?(?:(?:and|so|also|y|o|or),? )?(?:what|which|when|how|where|who|would|could|may|can|should|shall|do you|are you|have you|is there|is it|are there|does|will you|did you (?!know|see|hear|notice)|que|cual|cuando|como|donde|quien|quiere|prefiere|puede|podria|le gustaria|tiene|hay|ya|busca|(?:le|la|lo|se la|se lo) (?:aparto|reservo|agendo)|para cuando|a que|en que|cuantas?|cuantos?)(?!\p{L})/u;

/** A reply may take up the visitor's words about their deposit. */
const speaksOfMoney = (words: string): boolean => /\b(?:deposit|refund|deposito|reembolso)\b/iu.test(words);
/** The experts to whom a question may be left; their names claim nothing. */
const roles =
  'attorney lawyer lender bank counselor HUD-approved adviser advisor CPA accountant intermediary agent inspector insurer county team title company abogado prestamista banco consejero asesor contador agente equipo';
const handsOver = '(?:sign|pay|send|wire|transfer|give|share|firm\\w+|pag\\w+|mand\\w+|envi\\w+|deposit\\w+)';
const handed =
  '(?:anything|any|more|money|him|her|them|it|that|this|yet|now|today|to|or|and|(?:a copy|copies) of your id|(?:your )?bank details|the (?:link|code|email|message)|cash|(?:a |an? early )?deposits?|up front|anyone|anybody|nobody|no one|ni|nada|nadie|le|a|el|ella|ese|este|(?:un |el )?(?:apartado|anticipo|deposito)|en efectivo)';
/** The obvious protective word, whole: hand this to nobody, stop that payment, keep bank details to yourself. */
const protective = new RegExp(
  [
    `\\b(?:please )?(?:don't|do not|never|por favor no|no)(?: (?:le|les|se lo|lo))? ${handsOver}\\b(?: (?:${handed}|${handsOver}))*(?=\\s*(?:[,;:.!]|$))`,
    '\\b(?:call|contact|ask|tell) your bank\\b[^,;:.]{0,60}\\b(?:stop|reverse|recall|freeze|dispute) (?:it|(?:the|that|this) (?:payment|transfer|wire|charge))\\b',
    '\\bkeep (?:your|any) (?:bank details|copies of your id)(?: and (?:bank details|copies of your id))? to yourself\\b',
  ].join('|'),
  'gu',
);
/** "On the yard, …": names what they asked about. */
const topic = /^(?:on|about|as for|regarding|for|with|since|sobre|en cuanto a|con) ([^,]{1,40}), ?/u;
const tellsDeed =
  /\b(?:i've|i have|i'm|we've|and|i)\b.{0,24}\b(?:told|passed|passing|let the team|noted|asked|asking|sent|added|forwarded|flagged)\b|\b(?:is|are|was|has been|have been) (?:passed|sent) (?:on|to the team)\b|\bthey(?: also| now)? have (?:it|your|that|the|this)\b|\bthe team (?:knows|has been|now has|has (?:your|that|it|this))\b|\b(?:pase|avise|dije|conte|anote|le aviso|se lo paso|el equipo ya)\b/u;

/** Something that the team knows of since this turn; that a way is closed, or homes were found, is none. */
const reachesTeam = ({ id, words }: CitedFact): boolean =>
  id === 'tell' || /\b(?:team|person|equipo|persona)\b/u.test(bareOf(words));

/** That a time was booked, moved or called off is true only where it was done: that the team was told makes none. */
const settles = /\b(?:book|reserv|schedul|mov|cancel|confirm|off\b|set\b|agend|camb|stands)/u;
const claimsSettled =
  /\b(?:i've|i have|i|we've|it's|you're|that's|(?<!\bnothing )is|are) (?:now |all |just )?(?:booked|reserved|scheduled|rescheduled|moved|canceled|cancelled|confirmed)\b|\b(?:le|lo|la|ya) (?:reserve|agende|cancele|confirme)\b|\b(?:queda|esta) (?:reservad|agendad|cancelad|confirmad)[oa]\b/gu;

/** "Neither is booked yet", "todavía no está reservado" settle nothing: the words right before deny it, and nothing farther off does. */
const saysSettled = (bare: string): boolean =>
  !(bare.trimEnd().endsWith('?') && question.test(bare)) &&
  [...bare.matchAll(claimsSettled)].some(({ index }) => !denies.test(bare.slice(0, index)));
const denies =
  /(?:\b(?:neither|nothing|none)(?: (?:of (?:them|these|those|it)|visit|time|showing))?|\bno (?:visit|showing|call|time|tour|appointment)|\b(?:todavia |aun )?no|\b(?:ninguna|nada)) $/u;

/** Most of its words are those of a question that may be asked. */
function isOneOf(bare: string, mayAsk: readonly string[]): boolean {
  const words = bare.match(wordPattern) ?? [];
  return mayAsk.some((one) => {
    const theirs = new Set(bareOf(one).match(wordPattern) ?? []);
    return words.filter((word) => theirs.has(word)).length * 2 > words.length;
  });
}

const ofHomes = /^(?:home|sale|other\d*)\./;

/** Says what the visitor said as theirs. */
const recaps =
  /^(?:so )?(?:you(?:'d| would)? (?:asked|said|told|wrote|mentioned|want|like|prefer)|your (?:open )?questions?)\b|^(?:usted )?(?:dijo|pregunto|quiere)\b/u;

/** Also behind an opening clause: "With February in mind, have you …". */
const asks = (bare: string): boolean => question.test(bare) || question.test(bare.slice(bare.indexOf(', ') + 2));

/**
 * Whether one sentence that Claude wrote may be said: null when it may. With facts it says what they say; without, it takes up what the
 * visitor said, leaves a matter to whom it belongs, or says that something is not known. A question may name what the visitor, the
 * facts or the questions that may be asked name. No label of its own makes a sentence pass.
 */
export function checkSpoken(
  { text, facts }: { text: string; facts: readonly CitedFact[] },
  known: SpokenKnown,
): ClaimFault | null {
  const { names, said, told, mayAsk, quoted, deeds, common, places } = known;
  const called = [...names, ...places, roles];
  const back = said.map((words): CitedFact => ({ id: saidId, words }));
  // Word for word what a fact says.
  if (facts.length > 0 && checkClaims({ text, kind: 'answer', facts }, called) === null) return null;
  const bare = withoutTopic(withoutPlaces(bareOf(text).replace(protective, ''), places), said);
  if (bare.replace(/[^\p{L}\d]/gu, '') === '') return null;
  const isSettled = ({ id, words }: CitedFact): boolean => id.startsWith('done.') && settles.test(bareOf(words));
  if (saysSettled(bare) && !deeds.some(isSettled)) return 'undone';
  if (deeds.some(reachesTeam) && tellsDeed.test(bare)) return checkDeeds(bare, facts, known);
  if (echoes(withoutDeclined(bare).rest, [...said, ...quoted], facts)) return 'echo';
  if (bare.trimEnd().endsWith('?') && asks(bare) && (toThem.test(bare) || isOneOf(bare, mayAsk))) {
    const named = [...facts, ...back, ...mayAsk.map((words): CitedFact => ({ id: saidId, words }))];
    return checkClaims({ text: withoutSaid(bare, said), kind: 'bridge', facts: named, open: mayAsk, common }, called);
  }
  const fault = facts.length === 0 ? 'no-fact' : checkCited(bare, facts, { called, back, said, told, common });
  if (fault === null || fault === 'figure' || fault.startsWith('closed:')) return fault;
  // A sentence that needs no fact may cite one all the same.
  if (checkClaims({ text: bare, kind: 'answer', facts: [], common }, called) === null) return null;
  if (facts.length > 0) return fault;
  const open = recaps.test(bare) ? said : said.filter(speaksOfMoney);
  const sums = withoutDerived(bare, [], saidFigures(bare, [...said, ...told])) ?? bare;
  return checkClaims({ text: withoutSaid(sums, said), kind: 'ack', facts: back, open, common }, called);
}

interface Standing {
  called: readonly string[];
  back: readonly CitedFact[];
  said: readonly string[];
  told: readonly string[];
  common: Stems;
}

function checkCited(
  bare: string,
  facts: readonly CitedFact[],
  { called, back, said, told, common }: Standing,
): ClaimFault | null {
  // Of a home only its file tells; beside other facts their own words and figures may stand.
  const isToThem = toThem.test(bare) || !facts.some(({ id }) => ofHomes.test(id));
  const standing = [...facts, ...(isToThem ? back : [])];
  const text = isToThem ? withoutSaid(bare, said) : bare;
  const fault = checkClaims({ text, kind: 'answer', facts: standing, common }, called);
  if (fault !== 'figure' && fault !== 'figure-of' && fault !== 'words') return fault;
  const before = saidFigures(bare, [...said, ...told]);
  // Told before of something, and perhaps of something else.
  const inDoubt = (one: ClaimFault | null, text: string): ClaimFault | null =>
    one === 'figure' &&
    allStand(readFigures(text), [...facts.flatMap(({ words }) => readFigures(bareOf(words))), ...before])
      ? 'figure-of'
      : one;
  const last = reckonsOn.test(bare) ? readFigures(bareOf(told.at(-1) ?? '')) : [];
  const derived = withoutDerived(bare, facts, before) ?? withoutDerived(bare, facts, [...before, ...last]);
  // A sentence may name the figures of its sum if we told them before or the visitor said them.
  const rest = derived === null ? null : withoutSaid(derived, [...said, ...told]);
  if (rest === null) return inDoubt(fault, bare);
  // If only plain words are left, the sentence said nothing but its figures.
  if (readTold(rest).words.every(({ stem }) => isPlain(stem) && !isClaimWord(stem))) return null;
  return inDoubt(checkClaims({ text: rest, kind: 'answer', facts: [...standing, ofSums], common }, called), rest);
}

/** "Taxes of $14,960 leave $33,040": goes on from the sum of the sentence before, which it doesn't name. */
const reckonsOn = /\b(?:leaves?|less|minus|taking|plus|adding|together|total|deja|dejan|quedan?|menos|suman?|mas)\b/u;

const allStand = (figures: readonly Figure[], known: readonly Figure[]): boolean =>
  figures.every(({ kind, value }) => known.some((one) => one.kind === kind && one.value === value));

/**
 * "I've passed that on": the clause that says so may hold what the team was told, in whatever words, with its figures and the visitor's;
 * the other clauses are checked as sentences of their own. Where the team was told nothing new, only what was done may be told.
 */
function checkDeeds(bare: string, facts: readonly CitedFact[], known: SpokenKnown): ClaimFault | null {
  const { names, said, deeds, common, places } = known;
  const isTold = deeds.some(({ id, words }) => id === 'tell' || quotes(words, said));
  const texts = [...deeds.map(({ words }) => words), ...(isTold ? said : [])];
  for (const clause of bare.split(/, (?:so|and|but|because|y|pero|asi que) |; /u)) {
    if (!tellsDeed.test(clause)) {
      const fault = checkSpoken({ text: clause, facts: facts.filter(({ id }) => id !== 'tell') }, known);
      if (fault !== null) return fault;
      continue;
    }
    const text = isTold ? withoutSmall(withoutSaid(clause, texts)) : clause;
    const fault = checkClaims({ text, kind: 'answer', facts: [...facts, ...deeds], open: texts, common }, [
      ...names,
      ...places,
      roles,
    ]);
    if (fault !== null && (!isTold || fault === 'figure' || fault.startsWith('closed:'))) return fault;
  }
  return null;
}

/** Without figures that are no sum and no share: an address, a day, "your two questions". */
const withoutSmall = (bare: string): string =>
  readFigures(bare).reduceRight(
    (text, { kind, start, end }) =>
      kind === 'money' || kind === 'percent' ? text : `${text.slice(0, start)} ${text.slice(end)}`,
    bare,
  );

/** Without addresses of homes that are known: their numbers count nothing. */
function withoutPlaces(bare: string, places: readonly string[]): string {
  const texts = places.map(bareOf);
  const isKnown = (unit: string): boolean => texts.some((one) => one.includes(unit));
  const rest = bare.replace(/\b(?:unit|apt|suite) ?#?\d+[a-z]?\b/gu, (unit) => (isKnown(unit) ? ' ' : unit));
  return rest.replace(/(?<![\p{L}\d$.,])\d{1,6}[a-z]?(?: \p{L}[\p{L}'.]*){1,4}/gu, (found) => {
    for (let words = found.split(' '); words.length > 1; words = words.slice(0, -1)) {
      const place = words.join(' ');
      if (texts.some((known) => ` ${known} `.includes(` ${place} `) || (streets.test(place) && known.includes(place))))
        return found.replace(place, ' ');
    }
    return found;
  });
}
const streets =
  /\b(?:street|st|avenue|ave|boulevard|blvd|drive|dr|lane|ln|road|rd|court|ct|circle|cir|place|pl|way|terrace|trail|cove|parkway|pass|bend|path|loop|run)\.?$/u;

/** Without an opening that only names what they spoke of. */
function withoutTopic(bare: string, said: readonly string[]): string {
  const found = topic.exec(bare);
  if (found === null || /\d/.test(found[1] ?? '')) return bare;
  const theirs = said.map((words) => readTold(bareOf(words)));
  const isTheirs = readTold(found[1] ?? '').words.every(
    ({ stem }) =>
      (isPlain(stem) && !isClaimWord(stem)) ||
      theirs.some(({ words }) => words.some((word) => meansSame(word.stem, stem))),
  );
  return isTheirs ? bare.slice(found[0].length) : bare;
}
