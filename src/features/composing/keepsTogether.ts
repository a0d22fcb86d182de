import { isClaimWord, meansSame, stemOf } from './claimWords.ts';
import { isPlain } from './plainWords.ts';
import { bareOf, readTold, type Told, wordPattern } from './readTold.ts';

export const verbs =
  /\b(?:is|are|was|were|isn't|aren't|wasn't|has|have|had|hasn't|haven't|does|doesn't|do|don't|can|can't|could|may|comes?|costs?|includes?|runs?|measures?|holds?|held|works?|speaks?|represents?|lists?|helps?|pays?|gets?|gives?|takes?|shows?|says?|es|son|esta|estan|tiene|tienen|hay|mide|puede|pueden|habla|trabaja|atiende|paga|fue|fueron)\b/u;
export const partEnd = /[,;:.!?]|\b(?:but|and|while|where|which|y|pero|mientras)\b/u;

/** Words that make a sentence true only sometimes, for some, or on a condition; words on one line stand for each other. */
const reserves: readonly RegExp[] = [
  /\b(?:some|many|most|often|usually|typically|generally|nearly|tends?|in general|varies|vary|differs?|sometimes|plenty|lots|algun[oa]s|much[oa]s?|suelen?|casi|normalmente|a veces|varia)\b/u,
  /\b(?:can|may|could|might|free to|welcome to|able to|allows?|pueden?|podria|permiten?)\b/u,
  /\b(?:whether|depends?|what|which|how|if|when|si|depende|que|cual|como|cuando)\b/u,
  /\b(?:only|unless|until|before|solo|hasta|antes)\b/u,
];
const cardReserves = [
  reserves[0],
  /(?<!\b(?:you|agent|lender|counselor|company|attorney|site|that|who|they|usted|agente) )\b(?:can|may|could|might|puede|podria)\b/u,
  /\b(?:whether|depends?|si|depende)\b/u,
  /\b(?:only|unless|solo)\b/u,
] as const;

/**
 * Whether the parts of a sentence belong together as they do in one fact: two facts about two things are not one fact; an
 * action of a person of the team must stand behind their name; and words that a card says with a reserve are not said without it.
 */
export function keepsTogether(told: Told, whole: string, facts: readonly { id: string; words: string }[]): boolean {
  const segments = facts.flatMap(segmentsOf);
  for (const part of told.bare.split(partEnd)) {
    const verb = verbs.exec(part);
    if (verb === null) continue;
    const subject = tellingIn(part.slice(0, verb.index));
    const predicate = tellingIn(part.slice(verb.index));
    if (predicate.length === 0) continue;
    if (subject.length === 0) {
      if (/\bwe\b/u.test(part) && !saysAllOf(predicate, facts)) return false;
      continue;
    }
    const together = segments.some(
      ({ stems }) =>
        subject.some((stem) => stems.some((other) => meansSame(stem, other))) &&
        predicate.some((stem) => stems.some((other) => meansSame(stem, other))),
    );
    if (!together) return false;
  }
  return keepsReserve(told, whole, facts.filter(({ id }) => id.startsWith('card')).flatMap(segmentsOf));
}

/** True when one clause of one fact says all that a sentence says that we do. */
const saysAllOf = (predicate: readonly string[], facts: readonly { words: string }[]): boolean =>
  facts
    .flatMap(({ words }) => bareOf(words).split(/[.;!?](?:\s|$)|, (?:and|y)\b/u))
    .map(tellingIn)
    .some((stems) => predicate.every((stem) => stems.some((other) => meansSame(stem, other))));

interface Segment {
  bare: string;
  stems: string[];
}

const names = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu;

/**
 * The sentences of a fact, each with the one before it, which it goes on from; where a fact says what people do, the part behind
 * each name.
 */
function segmentsOf(fact: { id: string; words: string }): Segment[] {
  const known = read.get(fact);
  if (known !== undefined) return known;
  const segments = readSegments(fact);
  read.set(fact, segments);
  return segments;
}

const read = new WeakMap<object, Segment[]>();

function readSegments({ id, words }: { id: string; words: string }): Segment[] {
  const starts = /people|team/.test(id) ? [...words.matchAll(names)].map(({ index }) => index) : [];
  if (starts.length > 1)
    return starts.map((start, at) => segmentOf(bareOf(words.slice(start, starts[at + 1] ?? words.length))));
  const sentences = bareOf(words).split(/[.;!?](?:\s|$)/u);
  return sentences.map((sentence, at) => segmentOf(at > 0 ? `${sentences[at - 1]}, ${sentence}` : sentence));
}

const segmentOf = (bare: string): Segment => ({ bare, stems: tellingIn(bare) });
const tellingIn = (bare: string): string[] =>
  readTold(bare).words.flatMap(({ stem }) => (!isPlain(stem) || isClaimWord(stem) ? [stem] : []));

function keepsReserve(told: Told, whole: string, segments: readonly Segment[]): boolean {
  const mine = tellingIn(told.bare);
  let best: string | null = null;
  let most = 0;
  for (const { bare } of segments)
    for (const clause of bare.split(/[,:;]|\b(?:but|so|since|pero|porque)\b/u)) {
      const stems = tellingIn(clause);
      const shared = mine.filter((stem) => stems.some((other) => meansSame(stem, other))).length;
      if (shared <= most || (shared < 2 && shared < mine.length)) continue;
      most = shared;
      best = clause;
    }
  if (best === null) return true;
  const clause = best;
  return cardReserves.every(
    (reserve, at) =>
      !(reserve as RegExp).test(clause) || (reserves[at] as RegExp).test(whole) || saysAsMuch(clause, told.bare),
  );
}

/** Nearly all of the clause's own words, in their order. */
function saysAsMuch(clause: string, bare: string): boolean {
  const words = clause.match(wordPattern) ?? [];
  const said = new Set((bare.match(wordPattern) ?? []).map(stemOf));
  return words.filter((word) => said.has(stemOf(word))).length >= words.length * 0.9;
}
