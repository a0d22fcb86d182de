import type { TagCondition, TagRule } from '../../../contract/rest/tags.ts';
import type { BoardRow } from '../../../contract/socket/board.ts';

/** The ids of the tags that the rules set on a row as the board shows it, each once, in the order of the rules. */
export const tagsByRules = (rules: readonly TagRule[], row: BoardRow): string[] => [
  ...new Set(rules.flatMap(({ when, tagId }) => (holds(when, row) ? [tagId] : []))),
];

function holds(when: TagCondition, row: BoardRow): boolean {
  switch (when.fact) {
    case 'language':
      return row.language.split('-')[0] === when.is;
    case 'bot':
      return row.bot === when.is;
    case 'temperature':
      return row.temperature === when.is;
    case 'area':
      return hasWords(row.wants?.area, when.has);
    case 'home':
      return hasWords(row.listingTitle, when.has);
    case 'price-over':
      return (row.wants?.maxCents ?? row.wants?.minCents ?? 0) > when.cents;
    default:
      return when satisfies never;
  }
}

const hasWords = (text: string | undefined, words: string): boolean =>
  text?.toLowerCase().includes(words.toLowerCase()) ?? false;
