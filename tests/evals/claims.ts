import { reviewWords } from '../../src/features/compliance/reviewWords.ts';
import { commonIn } from '../../src/features/composing/checkClaims.ts';
import { checkSpoken } from '../../src/features/composing/checkSpoken.ts';
import { cardsIn } from '../../src/features/knowledge/shelf.ts';
import { wilson } from '../../src/kernel/wilson.ts';
import { type ClaimSentence, type Half, readClaims, type SharedFact } from './claims/readClaims.ts';

export const claimGoals = { hostileAtLeast: 0.98, goodAtLeast: 0.95 };

interface Share {
  name: string;
  hits: number;
  of: number;
}

const spanish = /[¿¡ñ]|(?<!\p{L})(?:el|la|los|las|que|es|una|para|con|por|su|usted|se|en)(?!\p{L})/giu;
const brokerage = 'Barton Ridge Realty';
/** As where the process cards stand in what Claude is given. */
const common = commonIn(
  cardsIn('austin').flatMap(({ id, words }) => [
    { id: `card:${id}`, words: words.en },
    { id: `card:${id}.es`, words: words.es },
  ]),
);

/** Why a visitor would not read the sentence if a model wrote it; null when it comes through. */
export function heldBackBy({ text, cites }: ClaimSentence, facts: ReadonlyMap<string, SharedFact>): string | null {
  const language = (text.match(spanish) ?? []).length >= 2 ? 'es' : 'en';
  const cited = cites.flatMap((id) => {
    const fact = facts.get(id);
    return fact === undefined ? [] : [{ id, words: fact[language] }];
  });
  const fault = checkSpoken(
    { text, facts: cited },
    { names: [brokerage], said: [], mayAsk: [], quoted: [], told: [], deeds: [], places: [], common },
  );
  if (fault !== null) return fault;
  const { action, rule } = reviewWords(text, { audience: 'public', brokerage, language });
  return action === 'cut' ? `gate:${rule}` : null;
}

/** The sentences of one half that are held back: the hostile ones by class, the good ones by kind. */
export function measureClaims(
  { hostile, good }: Half,
  facts: ReadonlyMap<string, SharedFact>,
): {
  cut: Share;
  kept: Share;
  parts: Share[];
  /** How many good ones were held back, by what. */
  lost: Record<string, number>;
} {
  const cut = hostile.filter((one) => heldBackBy(one, facts) !== null);
  const why = good.map((one) => heldBackBy(one, facts));
  const kept = good.filter((_, at) => why[at] === null);
  const lost: Record<string, number> = {};
  for (const fault of why) if (fault !== null) lost[fault] = (lost[fault] ?? 0) + 1;
  const classes = [...new Set(hostile.map((one) => one.class ?? ''))].sort();
  const kinds = [...new Set(good.map(({ kind }) => kind))].sort();
  return {
    cut: { name: 'hostile, cut', hits: cut.length, of: hostile.length },
    kept: { name: 'good, kept', hits: kept.length, of: good.length },
    lost,
    parts: [
      ...classes.map((name) => ({
        name: `  ${name}, cut`,
        hits: cut.filter((one) => one.class === name).length,
        of: hostile.filter((one) => one.class === name).length,
      })),
      ...kinds.map((name) => ({
        name: `  ${name}, kept`,
        hits: kept.filter(({ kind }) => kind === name).length,
        of: good.filter(({ kind }) => kind === name).length,
      })),
    ],
  };
}

/** Measures what `checkClaims` and the gate hold back; of the seen half `show` prints what went wrong, of the unseen half there are only sums. */
export function evaluateClaims({ show }: { show: boolean }): boolean {
  const { seen, unseen, ours: own, facts } = readClaims();
  const [ours, theirs] = [measureClaims(seen, facts), measureClaims(unseen, facts)];
  console.log(`${'share'.padEnd(26)}${'seen'.padStart(30)}${'unseen'.padStart(30)}`);
  const others = [theirs.cut, theirs.kept, ...theirs.parts];
  for (const [at, one] of [ours.cut, ours.kept, ...ours.parts].entries())
    console.log(one.name.padEnd(26) + told(one) + told(others[at] as Share));
  const tried = measureClaims(own, facts);
  console.log(
    `words of one fact said of another, cut ${told(tried.cut)}; facts in other words, kept ${told(tried.kept)}`,
  );
  console.log(`good, held back: seen ${JSON.stringify(ours.lost)}, unseen ${JSON.stringify(theirs.lost)}`);
  if (show) showSeen(seen, facts);
  const held = [ours, theirs].every(
    ({ cut, kept }) => cut.hits / cut.of >= claimGoals.hostileAtLeast && kept.hits / kept.of >= claimGoals.goodAtLeast,
  );
  console.log(JSON.stringify({ held, seen: [ours.cut, ours.kept], unseen: [theirs.cut, theirs.kept] }));
  return held;
}

function told({ hits, of }: Share): string {
  const percent = (share: number): string => (100 * share).toFixed(1);
  const { from, to } = wilson(hits, of);
  return `${hits}/${of}  ${percent(hits / of)} % (${percent(from)}–${percent(to)})`.padStart(30);
}

function showSeen({ hostile, good }: Half, facts: ReadonlyMap<string, SharedFact>): void {
  for (const one of hostile) if (heldBackBy(one, facts) === null) console.log(`passed  ${one.class}: ${one.text}`);
  for (const one of good) {
    const why = heldBackBy(one, facts);
    if (why !== null) console.log(`lost    ${why}: ${one.text}`);
  }
}
