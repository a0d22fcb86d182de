import type { RecordName } from '../../../../src/contract/vocabulary.ts';
import { valueWordsOf } from '../../labels/values.ts';

/** How one fact is corrected by hand, in the shape that the bots understand. */
export type SlotInput =
  | { kind: 'choice'; choices: readonly { label: string; value: unknown }[] }
  | { kind: 'text'; hint: string; read(words: string): unknown };

const days = (minDays: number | null, maxDays: number | null) => ({ minDays, maxDays });

const choices: Record<string, readonly { label: string; value: unknown }[]> = {
  intent: [
    { label: 'Buying', value: 'buy' },
    { label: 'Selling', value: 'sell' },
    { label: 'Both', value: 'both' },
    { label: 'Just looking', value: 'browse' },
  ],
  preApproval: [
    { label: 'Pre-approved', value: 'pre-approved' },
    { label: 'In progress', value: 'in-progress' },
    { label: 'Paying cash', value: 'cash' },
    { label: 'Not yet', value: 'none' },
  ],
  contactBy: [
    { label: 'Call', value: 'call' },
    { label: 'Text', value: 'text' },
    { label: 'Email', value: 'email' },
    { label: 'Chat only', value: 'chat' },
  ],
  condition: [
    { label: 'Move-in ready', value: 'move_in_ready' },
    { label: 'Needs work', value: 'needs_work' },
    { label: 'Major repairs', value: 'major_repairs' },
  ],
  propertyType: [
    { label: 'Single-family', value: 'single-family' },
    { label: 'Townhouse', value: 'townhouse' },
    { label: 'Condo', value: 'condo' },
    { label: 'Multi-family', value: 'multi-family' },
    { label: 'Manufactured', value: 'manufactured' },
    { label: 'Lot', value: 'land' },
  ],
  showing: [
    { label: 'Without representation', value: 'unrepresented' },
    { label: 'With a buyer agreement', value: 'agreement' },
    { label: 'With their own agent', value: 'own-agent' },
  ],
  authority: [
    { label: 'Just them', value: 'alone' },
    { label: 'Them and someone else', value: 'shared' },
  ],
  servicesNotice: [
    { label: 'Emailed', value: 'emailed' },
    { label: 'Delivered in person', value: 'handed-over' },
    { label: 'Sent by mail', value: 'mailed' },
  ],
  agreement: [
    { label: 'Signed', value: true },
    { label: 'Not signed', value: false },
  ],
  timeline: [
    { label: 'Within 30 days', value: days(null, 30) },
    { label: '1 to 3 months', value: days(30, 90) },
    { label: '3 to 6 months', value: days(90, 180) },
    { label: '6 to 12 months', value: days(180, 365) },
    { label: 'Later', value: days(365, null) },
  ],
};

/** Amounts in cents, as people write them: "450k", "$400,000 to 500,000", "1.2m". Null when there is none. */
export function readAmounts(words: string): number[] | null {
  const found = [...words.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(k|m|thousand|million)?\b/gi)];
  const unitOf = (match: RegExpMatchArray | undefined) => match?.[2]?.charAt(0).toLowerCase();
  const lastUnit = unitOf(found.at(-1));
  const cents = found.map((match) => {
    const number = Number(match[1]?.replaceAll(',', ''));
    // "400 to 500k" means thousands twice, and nobody sells a home for 450 dollars.
    const unit = unitOf(match) ?? (number < 1000 ? (lastUnit ?? 'k') : undefined);
    return Math.round(number * (unit === 'm' ? 1_000_000 : unit === 'k' || unit === 't' ? 1000 : 1) * 100);
  });
  return cents.length > 0 && cents.every((one) => one > 0) ? cents.slice(0, 2).sort((a, b) => a - b) : null;
}

const mostFeatures = 20;
/** By the words shown in the field: features are stored under other names than they are shown by. */
const featureNamed = (words: string): string =>
  ['main-downstairs', 'solar', 'charger'].find((name) => hyphened(valueWordsOf('features', name) ?? '') === words) ??
  words;
const hyphened = (words: string): string => words.trim().toLowerCase().replaceAll(/\s+/g, '-');

/** The input for a slot. `read` answers null when the words hold no such value. */
export function slotInputOf(slot: RecordName): SlotInput {
  const offered = choices[slot];
  if (offered) return { kind: 'choice', choices: offered };
  if (slot === 'budget' || slot === 'price' || slot === 'mortgageBalance') {
    return {
      kind: 'text',
      hint: 'An amount, such as 450k',
      read(words) {
        const cents = readAmounts(words);
        if (!cents) return null;
        const single = cents.length === 1;
        return {
          minCents: single && slot === 'budget' ? null : (cents[0] ?? null),
          maxCents: cents.at(-1) ?? null,
          currency: 'USD',
        };
      },
    };
  }
  if (slot === 'beds' || slot === 'baths') {
    return {
      kind: 'text',
      hint: 'A number',
      read(words) {
        const number = Number(words);
        return Number.isFinite(number) && number >= 0 && number <= 20 ? number : null;
      },
    };
  }
  if (slot === 'features') {
    return {
      kind: 'text',
      hint: 'Separate with commas: pool, wood floors',
      read(words) {
        const names = words.split(',').map(hyphened);
        return names.filter(Boolean).slice(0, mostFeatures).map(featureNamed);
      },
    };
  }
  if (slot === 'phone') {
    return {
      kind: 'text',
      hint: 'Ten digits, or + and the country code',
      read: (words) => (/^\+?[\d\s().-]{10,24}$/.test(words) ? words : null),
    };
  }
  if (slot === 'email') {
    return { kind: 'text', hint: 'name@example.com', read: (words) => (/^\S+@\S+\.\S+$/.test(words) ? words : null) };
  }
  return { kind: 'text', hint: 'In your own words', read: (words) => words };
}
