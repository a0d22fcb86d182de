import type { ListingFacts } from '../packs/model.ts';

/** The home that a text names: by its number and a word of its street, or by two words of its street; null when none or several are. */
export function findHome<Home extends Pick<ListingFacts, 'title'>>(text: string, homes: readonly Home[]): Home | null {
  const said = ` ${wordsOf(text).join(' ')} `;
  let [best, bestShared, tied]: [Home | null, number, boolean] = [null, 0, false];
  for (const home of homes) {
    const shared = sharedWords(said, wordsOf(home.title));
    if (shared === 0 || shared < bestShared) continue;
    tied = shared === bestShared;
    [best, bestShared] = [home, shared];
  }
  return tied ? null : best;
}

/** How many words of the title are said; 0 where they do not name it. */
function sharedWords(said: string, title: readonly string[]): number {
  const street = title.filter((word) => !/^\d/.test(word));
  const numbered = title.some((word) => /^\d{2,}/.test(word) && said.includes(` ${word} `));
  const one = street.some((word) => word.length > 3 && said.includes(` ${word} `));
  const two = street[0] !== undefined && street[1] !== undefined && said.includes(` ${street[0]} ${street[1]} `);
  if (!(numbered && one) && !two) return 0;
  return title.filter((word) => said.includes(` ${word} `)).length;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
