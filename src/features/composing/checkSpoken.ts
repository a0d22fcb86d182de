import { type CitedFact, type ClaimFault, checkClaims, saidId } from './checkClaims.ts';
import { isClaimWord } from './claimWords.ts';
import { withoutDerived } from './derivedFigures.ts';
import { isPlain } from './plainWords.ts';
import { bareOf, readTold, wordPattern } from './readTold.ts';
import { withoutDeclined } from './withoutDeclined.ts';

/** What one sentence of a reply may stand on beside the facts it cites. */
export interface SpokenKnown {
  /** Words that may always stand: the brokerage's, the person's who has the talk. */
  names: readonly string[];
  /** What the visitor said. */
  said: readonly string[];
  /** The questions that may be asked, as the rules would ask them. */
  mayAsk: readonly string[];
  /** Texts that others wrote, such as a home's description: they are told only where they are cited. */
  quoted: readonly string[];
}

/** So many words in a row are no longer taking up what somebody said: they say it in our name. */
const echoWords = 8;
const runsOf = (bare: string): string[] => {
  const words = bare.match(wordPattern) ?? [];
  return words.slice(echoWords - 1).map((_, at) => words.slice(at, at + echoWords).join(' '));
};
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
  words: 'down payment, loan, fee, enganche, préstamo',
};

const toThem = /\b(?:you|your|yours|you're|you've|you'd|usted|su|sus|le|se)\b/u;
const question =
  /^(?:[¿"“]\s*)?(?:(?:and|so|also|y|o|or),? )?(?:what|which|when|how|where|who|would|could|may|can|should|do you|are you|have you|is there|is it|are there|does|will you|did you (?!know|see|hear|notice)|que|cual|cuando|como|donde|quien|quiere|prefiere|puede|podria|le gustaria|tiene|hay|ya|busca|para cuando|a que|en que|cuantas?|cuantos?)(?!\p{L})/u;

/**
 * Whether one sentence that Claude wrote may be said: null when it may. With facts it says what they say; without, it takes up what the
 * visitor said, leaves a matter to whom it belongs, or says that something is not known. A question may name what the visitor, the
 * facts or the questions that may be asked name. No label of its own makes a sentence pass.
 */
export function checkSpoken(
  { text, facts }: { text: string; facts: readonly CitedFact[] },
  { names, said, mayAsk, quoted }: SpokenKnown,
): ClaimFault | null {
  const bare = bareOf(text);
  const back = said.map((words): CitedFact => ({ id: saidId, words }));
  if (echoes(withoutDeclined(bare).rest, [...said, ...quoted], facts)) return 'words';
  if (bare.trimEnd().endsWith('?') && question.test(bare) && toThem.test(bare)) {
    const named = [...facts, ...back, ...mayAsk.map((words): CitedFact => ({ id: saidId, words }))];
    return checkClaims({ text, kind: 'bridge', facts: named }, names);
  }
  if (facts.length === 0) {
    const plain = checkClaims({ text, kind: 'answer', facts: [] }, names);
    return plain === null ? null : checkClaims({ text, kind: 'ack', facts: back }, names);
  }
  const standing = [...facts, ...(toThem.test(bare) ? back : [])];
  const fault = checkClaims({ text, kind: 'answer', facts: standing }, names);
  if (fault !== 'figure' && fault !== 'words') return fault;
  const rest = withoutDerived(bare, standing);
  // Where nothing but plain words is left, the figures were all that it says.
  if (rest === null) return fault;
  if (readTold(rest).words.every(({ stem }) => isPlain(stem) && !isClaimWord(stem))) return null;
  return checkClaims({ text: rest, kind: 'answer', facts: [...standing, ofSums] }, names);
}
