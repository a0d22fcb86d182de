import { type Figure, readFigures } from './readFigures.ts';
import { bareOf } from './readTold.ts';

const written = /(\d[\d,]*(?:\.\d+)?)\s?(k|m|mm|mil|million|thousand)?(?![\p{L}\d])/giu;
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  mil: 1e3,
  m: 1e6,
  mm: 1e6,
  million: 1e6,
};

/** Every number in what somebody wrote, also as they may have meant it: "450" of a price is 450,000, "1.1" is 1,100,000. */
function numbersIn(texts: readonly string[]): Set<number> {
  const numbers = new Set<number>();
  for (const text of texts) {
    const bare = bareOf(text);
    for (const [, digits = '', scale = ''] of bare.matchAll(written)) {
      const value = Number(digits.replaceAll(',', '')) * (scales[scale.toLowerCase()] ?? 1);
      for (const factor of [1, 1e3, 1e6, 1e-3, 1e-6]) numbers.add(Number((value * factor).toPrecision(9)));
    }
    for (const { value } of readFigures(bare)) if (typeof value === 'number') numbers.add(value);
  }
  return numbers;
}

const clock = /(?<!\d)(1[0-2]|0?[1-9])(?::?([0-5]\d))?(?!\d)/g;
/** Hours as they may have been meant: "430" is 4:30, "3" is 3:00. */
const clocksIn = (texts: readonly string[]): Set<string> =>
  new Set(
    texts.flatMap((text) =>
      [...text.matchAll(clock)].map(([, hour = '', minutes = '00']) => `${Number(hour)}:${minutes}`),
    ),
  );

/** The figures of a sentence in bare letters that stand in these texts. */
export function saidFigures(bare: string, texts: readonly string[]): Figure[] {
  const numbers = numbersIn(texts);
  const clocks = clocksIn(texts);
  return readFigures(bare).filter(
    ({ kind, value, start, end }) =>
      numbers.has(kind === 'span' ? Number.parseFloat(String(value)) : Number(value)) ||
      (kind === 'time' && clocks.has(String(value).replace(/[ap]m$/, ''))) ||
      (typeof value === 'string' && texts.some((text) => bareOf(text).includes(bare.slice(start, end)))),
  );
}

/** The sentence without them: they may be said back. */
export const withoutSaid = (bare: string, texts: readonly string[]): string =>
  saidFigures(bare, texts).reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, bare);
