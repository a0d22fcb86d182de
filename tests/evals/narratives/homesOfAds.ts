import type { ListingFacts } from '../../../src/features/packs/model.ts';

/** A real ad of `fair_housing/housing_ads_full.jsonl`. Its words are for measuring only. */
export interface HousingAd {
  id: string;
  title: string;
  price: number | null;
  text: string;
}

const spelled = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];
const count = `(\\d(?:\\.5)?|${spelled.slice(1).join('|')})`;
const bedrooms = new RegExp(
  `${count}[\\s-]*(?:(?:full|large|spacious|big)\\s)?(?:bed(?:room)?s?|bd(?:rm)?s?|br|bedrms?)(?![a-z])`,
  'gi',
);
const bathrooms = new RegExp(`${count}[\\s-]*(?:(?:full|large)\\s)?(?:bath(?:room)?s?|ba|bth)(?![a-z])`, 'gi');
const squareFeet =
  /(\d{1,2},\d{3}|\d{3,5})\s*(?:\+\/-\s*)?(?:sq\.?\s*\/?\s*f(?:ee|oo)?t\.?|sqft|s\.?f\.?|square f(?:ee|oo)t|ft2|ft²)(?![a-z])/gi;
const street =
  /\b\d{2,5} (?:[A-Z][\w.]* ){1,3}(?:St|Street|Ave|Avenue|Dr|Drive|Way|Ct|Court|Lane|Ln|Blvd|Boulevard|Rd|Road|Place|Pl|Circle|Terrace)\b/;
const town =
  /\b(?:Alameda|Albany|Antioch|Berkeley|Brentwood|Castro Valley|Concord|Danville|Dublin|El Cerrito|Emeryville|Fremont|Hayward|Hercules|Lafayette|Livermore|Martinez|Moraga|Newark|Oakland|Orinda|Pinole|Pittsburg|Pleasant Hill|Pleasanton|Richmond|San Leandro|San Pablo|San Ramon|Union City|Vallejo|Walnut Creek)\b/i;

/**
 * The home in an ad, as an import of its fields would have it; null if the ad leaves open the rooms, the size, or the
 * price. Other facts that the ad omits stay unknown, and its text is kept as it stands: schools, people, and all.
 */
export function homeOfAd({ id, title, price, text }: HousingAd): ListingFacts | null {
  const beds = /\bstudio\b/i.test(title) ? 0 : onlyOne(title, text, bedrooms);
  const baths = onlyOne(title, text, bathrooms);
  const areaSqft = onlyOne(title, text, squareFeet);
  if (price === null || price < 1_000 || beds === null || baths === null || areaSqft === null) return null;
  const area = town.exec(`${title} ${text}`)?.[0] ?? 'Bay Area';
  return {
    listingId: id,
    title: title.slice(0, 120),
    address: street.exec(text)?.[0] ?? area,
    area,
    priceCents: price * 100,
    currency: 'USD',
    ...{ beds, baths, areaSqft },
    status: 'active',
    description: text.slice(0, 2_000),
    features: featuresOf(text),
    source: 'the ad',
    asOf: '2026-11-16',
  };
}

/** The one value that the title says, else the one that the text says; null where there is none or more than one. */
function onlyOne(title: string, text: string, said: RegExp): number | null {
  for (const words of [title, text]) {
    const values = new Set([...words.matchAll(said)].map(([, value = '']) => numberOf(value)));
    if (values.size > 0) return values.size === 1 ? ([...values][0] as number) : null;
  }
  return null;
}

const numberOf = (value: string): number => {
  const at = spelled.indexOf(value.toLowerCase());
  return at === -1 ? Number(value.replaceAll(',', '')) : at;
};

/** Its bullets and short lines; in a text without them, what its lists of four and more name. Twenty at most, as an import takes them. */
function featuresOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const bullets = lines
    .filter((line) => /^[-*•·+–]/.test(line) || (line.length <= 40 && /\w$/.test(line)))
    .map((line) => line.replace(/^[-*•·+–.\s]+/, ''));
  const lists = text
    .split(/[\n.!:]+/)
    .map((sentence) => sentence.split(/,(?:\s*and)?\s/))
    .filter(({ length }) => length >= 4)
    .flat();
  const items = (bullets.length >= 3 ? bullets : lists).map((item) => item.trim().replace(/[\s.,;*]+$/, ''));
  return [...new Set(items)].filter((item) => item.length >= 3 && item.length <= 80).slice(0, 20);
}
