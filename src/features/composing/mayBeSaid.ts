import { type Fact, isForVisitors } from '../../contract/readings.ts';
import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';
import { readMoney } from '../reading/numbers/readMoney.ts';
import { withoutDerived } from './derivedFigures.ts';
import { factsFor } from './factsFor.ts';
import { homeFacts } from './homeFacts.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { type Figure, type FigureKind, readFigures } from './readFigures.ts';
import { bareOf } from './readTold.ts';

/** Figures that an agent is held to; a day, a time or a small number of things is theirs to name. */
const binding: ReadonlySet<FigureKind> = new Set(['money', 'percent', 'area', 'year']);
/** Figures are worked out from those named last. */
const linesReckoned = 4;

/** More sums than these nobody names in one breath. */
const mostSums = 4;
/** Sums as people speak them: "six ninety", "cuarenta y cinco mil". Those in digits are read as everywhere. */
function spokenSums(text: string): Figure[] {
  const found: Figure[] = [];
  let rest = text;
  for (let n = 0; n < mostSums; n += 1) {
    const sum = readMoney(rest, { bare: true });
    if (sum === null) break;
    const { start, end, value } = sum;
    if (!/\d/.test(rest.slice(start, end)))
      for (const cents of new Set([value.minCents, value.maxCents]))
        if (cents !== null) found.push({ kind: 'money', value: cents / 100, about: false, start, end });
    rest = rest.slice(end);
  }
  return found;
}

/**
 * Whether an agent may be handed a sentence to say as their own. They answer for their own promises and knowledge, so
 * these need no fact; but each sum, share, size and year stands in the material, was named in the talk, or follows from
 * figures that were.
 */
export function mayBeSaid(known: {
  language: Language;
  /** The home of the talk first, then others that were named. */
  homes: readonly ListingFacts[];
  /** All cards of the shelf. */
  shelf: readonly Fact[];
  schools?: Readonly<Record<Language, string>>;
  /** All that was said in the talk, oldest first. */
  said: readonly string[];
}): (sentence: string) => boolean {
  const { language, homes, shelf, schools, said } = known;
  const ofHomes = homes.flatMap((home) => homeFacts(home, language));
  const facts = [...ofHomes, ...factsFor(null, shelf, language, schools)];
  const secret = shelf.filter((fact) => !isForVisitors(fact)).map((fact) => fact.words);
  const judge = judgeAnswer({ language, onFile: facts.map((fact) => fact.words), said, whispers: secret });
  const secretWords = secret.map(bareOf);
  const figuresOf = (texts: readonly string[]): Figure[] => texts.flatMap((text) => readFigures(bareOf(text)));
  const saidIn = (texts: readonly string[]): Figure[] =>
    texts.flatMap((text) => {
      const sums = spokenSums(text);
      // "Six ninety" counts neither six nor ninety.
      return [...figuresOf([text]).filter(({ kind }) => sums.length === 0 || kind !== 'count'), ...sums];
    });
  let named: ReadonlySet<Figure['value']> | null = null;
  /** Read only where a sentence holds an agent to a figure: material and talk are long, and few sentences do. */
  const isOpen = ({ kind, value }: Figure): boolean => {
    if (!binding.has(kind)) return false;
    named ??= new Set([...figuresOf(facts.map((fact) => fact.words)), ...saidIn(said)].map((figure) => figure.value));
    return !named.has(value);
  };
  return (sentence) => {
    if (judge(sentence) !== null) return false;
    const bare = bareOf(sentence);
    if (secretWords.some((words) => bare.includes(words))) return false;
    if (!readFigures(bare).some(isOpen)) return true;
    // Of the cards, whose sums are examples, nothing is worked out.
    const sums = ofHomes.filter((fact) => readFigures(bareOf(fact.words)).some(({ kind }) => kind === 'money'));
    // The home's sums with each other, and with what was named: all at once have too many results to mean anything.
    return [[], saidIn(said.slice(-linesReckoned))].some((named) => {
      const left = withoutDerived(bare, sums, named);
      return left !== null && !readFigures(left).some(isOpen);
    });
  };
}
