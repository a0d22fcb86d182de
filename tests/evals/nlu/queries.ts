import { readBeds } from '../../../src/features/reading/home/readBeds.ts';
import { readMoney } from '../../../src/features/reading/numbers/readMoney.ts';
import { readTenure } from '../../../src/features/reading/person/readTenure.ts';
import { Counts, readRows } from './measures.ts';
import { saysAbout } from './saysAbout.ts';

interface Query {
  id: string;
  text: string;
  slots: { max_price?: number; min_price?: number; about_price?: number; bedrooms?: number; bathrooms?: number };
}

export interface QueryFigures {
  queries: number;
  prices: Counts;
  beds: Counts;
  baths: Counts;
}

/** Prices and sizes in search queries. One sum alone is the most somebody would pay; "around 950k" is about. */
export function measureQueries(data: string, show: boolean): QueryFigures {
  const figures: QueryFigures = { queries: 0, prices: new Counts(), beds: new Counts(), baths: new Counts() };
  for (const { id, text, slots } of readRows<Query>(data, 'nlu_buyer_seller/buyer_query_slots.jsonl')) {
    figures.queries += 1;
    const found = pricesIn(text);
    for (const slot of ['max_price', 'min_price', 'about_price'] as const) {
      count(figures.prices, slots[slot], found[slot], `${id} ${slot} | ${text}`, show);
    }
    const { beds, baths } = readBeds(text);
    // The queries call a studio a kind of home, not a home without bedrooms.
    count(figures.beds, slots.bedrooms, beds?.value === 0 ? undefined : beds?.value, `${id} bedrooms | ${text}`, show);
    count(figures.baths, slots.bathrooms, baths?.value, `${id} bathrooms | ${text}`, show);
  }
  return figures;
}

function pricesIn(text: string): Query['slots'] {
  const money = readMoney(text, { rent: readTenure(text)?.value === 'rent' });
  if (!money) return {};
  const dollars = (cents: number | null) => (cents === null ? {} : cents / 100);
  const { minCents, maxCents } = money.value;
  if (minCents === maxCents && maxCents !== null)
    return saysAbout(text, money) ? { about_price: maxCents / 100 } : { max_price: maxCents / 100 };
  return {
    ...(maxCents === null ? {} : { max_price: dollars(maxCents) as number }),
    ...(minCents === null ? {} : { min_price: dollars(minCents) as number }),
  };
}

function count(counts: Counts, gold: number | undefined, value: number | undefined, what: string, show: boolean): void {
  counts.add(gold !== undefined, value !== undefined, gold === value);
  if (show && gold !== value) console.error(`${what}: ${value} for ${gold}`);
}
