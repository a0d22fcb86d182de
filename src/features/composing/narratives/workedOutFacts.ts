import type { Fact } from '../../../contract/readings.ts';
import { leastAcres, sqftOfAcre } from '../../listings/factWords.ts';
import { formatCents } from '../../listings/formatFigures.ts';
import type { ListingFacts } from '../../packs/model.ts';
import type { Language } from '../../reading/model.ts';

/**
 * What follows from the figures of a home's file and what a buyer would work out from them: a sentence may have no figure of its own, so
 * each stands here. Null: a figure of the file is missing, or what follows from it says nothing.
 */
const workedOut: Readonly<Record<string, (home: ListingFacts) => Readonly<Record<Language, string>> | null>> = {
  'taxes-per-month': ({ taxCentsPerYear: taxes, currency }) => {
    if (!taxes) return null;
    const sum = perMonth(taxes, currency);
    return { en: `The property taxes come to about ${sum} a month.`, es: `Los impuestos salen a unos ${sum} al mes.` };
  },
  'taxes-and-hoa': ({ taxCentsPerYear: taxes, hoaCentsPerMonth: fee, currency }) => {
    if (!taxes || !fee) return null;
    const [year, month] = [formatCents(taxes + fee * 12, currency), perMonth(taxes + fee * 12, currency)];
    return {
      en: `The property taxes and the HOA fee together come to ${year} a year, about ${month} a month.`,
      es: `Los impuestos y la cuota del HOA suman juntos ${year} al año, unos ${month} al mes.`,
    };
  },
  'lot-in-acres': ({ lotSqft = 0 }) => {
    const acres = lotSqft / sqftOfAcre;
    // The lot's own fact tells a larger one in acres.
    if (acres < 0.05 || acres >= leastAcres) return null;
    return {
      en: `The lot is about ${acres.toFixed(2)} acres.`,
      es: `El terreno es de unos ${acres.toFixed(2)} acres.`,
    };
  },
};

/** By the year's sum, in whole dollars. */
const perMonth = (cents: number, currency: string): string => formatCents(Math.round(cents / 12 / 100) * 100, currency);

export const workedOutFacts = (home: ListingFacts, language: Language): Fact[] =>
  Object.entries(workedOut).flatMap(([name, tell]) => {
    const words = tell(home)?.[language];
    if (words === undefined) return [];
    const { source, asOf } = home;
    return [{ id: `home.${name}`, words, source, asOf, audience: 'visitor' } satisfies Fact];
  });
