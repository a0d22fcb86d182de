import { readWhichFirst } from '../../reading/dialogue/readWhichFirst.ts';
import { readBeds } from '../../reading/home/readBeds.ts';
import { type Condition, readCondition } from '../../reading/home/readCondition.ts';
import { readHomeKind } from '../../reading/home/readHomeKind.ts';
import { readMoney } from '../../reading/numbers/readMoney.ts';
import { joinLimits } from '../../reading/optOut/contactLimits.ts';
import { type Financing, readFinancing } from '../../reading/person/readFinancing.ts';
import { type Intent, readIntent } from '../../reading/person/readIntent.ts';
import { type Motivation, readMotivation } from '../../reading/person/readMotivation.ts';
import { readAddress } from '../../reading/place/readAddress.ts';
import { readDay } from '../../reading/time/readDay.ts';
import { readTimeline } from '../../reading/time/readTimeline.ts';
import { readTimeOfDay } from '../../reading/time/readTimeOfDay.ts';

/** How a slot's value is put into words, and how words become the value that the rules would have read. */
interface SlotForm {
  /** The shape that a reader should give the words. */
  words: string;
  /** Null where the words are no value of this slot. `at`: now, ISO. */
  valueOf(words: string, at: string): unknown;
}

const intents: readonly Intent[] = ['buy', 'sell', 'both', 'rent', 'browse'];
const financings: readonly Financing[] = ['pre-approved', 'cash', 'in-progress', 'none'];
const conditions: readonly Condition[] = ['move_in_ready', 'needs_work', 'major_repairs'];
const motivations: readonly Motivation[] = [
  'inherited',
  'divorce',
  'financial',
  'relocation',
  'downsizing',
  'upgrading',
  'investment',
  'other',
];
const kinds = ['single-family', 'townhouse', 'condo', 'multi-family', 'manufactured', 'land'];
/** A model says "house" of what stands alone. */
const kindOf = (words: string): string | undefined =>
  words === 'house' ? 'single-family' : kinds.find((kind) => kind === words);
const placeChars = 80;

/** Words that rule a day out. */
export const rulesOut = /^(?:not?|never|except|any ?(?:day|thing) but|sin|menos|excepto)\b/i;

const oneOf = (values: readonly string[], read: (words: string) => unknown = () => null): SlotForm => ({
  words: `one of ${values.join(', ')}`,
  valueOf: (words) => values.find((value) => value === words.trim().toLowerCase()) ?? read(words),
});

const forms: Readonly<Record<string, SlotForm>> = {
  intent: oneOf(intents, (words) => readIntent(words)?.value ?? null),
  first: oneOf(['buy', 'sell'], (words) => readWhichFirst(words)),
  budget: {
    words: 'dollars, one sum or a range: $450,000 or $450,000 to $500,000',
    valueOf: (words) => asBudget(readMoney(words, { bare: true })?.value ?? null),
  },
  price: {
    words: 'dollars, one sum or a range: $650,000',
    valueOf: (words) => readMoney(words, { bare: true })?.value ?? null,
  },
  preApproval: oneOf(financings, (words) => readFinancing(words)?.value ?? null),
  beds: { words: 'a number', valueOf: (words) => readBeds(words, { asked: true }).beds?.value ?? null },
  baths: { words: 'a number', valueOf: (words) => readBeds(words, { askedBaths: true }).baths?.value ?? null },
  homeBeds: { words: 'a number', valueOf: (words) => readBeds(words, { asked: true }).beds?.value ?? null },
  homeBaths: { words: 'a number', valueOf: (words) => readBeds(words, { askedBaths: true }).baths?.value ?? null },
  area: { words: 'the place, as they call it', valueOf: (words) => (words.length <= placeChars ? words : null) },
  timeline: {
    words: 'a time from now: within 2 months, by July, in six weeks',
    valueOf: (words, at) => readTimeline(words, { at, asked: true })?.value ?? null,
  },
  address: {
    words: 'number and street',
    // Streets have names that no list holds: their words are enough where somebody says that it is an address.
    valueOf: (words) =>
      readAddress(words)?.value ?? (/\p{L}{3}/u.test(words) && words.length <= placeChars ? words : null),
  },
  mortgageBalance: {
    words: 'dollars: $210,000, or none',
    valueOf: (words) =>
      /^(?:none|no|nothing|0|\$0|paid off)$/i.test(words)
        ? { minCents: 0, maxCents: 0, currency: 'USD' }
        : (readMoney(words, { bare: true })?.value ?? null),
  },
  propertyType: {
    words: `one of ${kinds.join(', ')}`,
    valueOf: (words) => kindOf(words.toLowerCase()) ?? readHomeKind(words)?.value ?? null,
  },
  authority: oneOf(['alone', 'shared']),
  contactBy: oneOf(['text', 'call', 'email']),
  limits: { words: 'parts such as: only email; after 12:00; not on sunday', valueOf: (words) => joinLimits(words) },
  motivation: oneOf(motivations, (words) => readMotivation(words)?.value ?? null),
  condition: oneOf(conditions, (words) => readCondition(words)?.value ?? null),
  timeOfDay: {
    words: 'morning, afternoon, evening or a time of the day',
    valueOf: (words) => readTimeOfDay(words)?.value ?? null,
  },
  // "Not Saturday" rules a day out, and names none.
  day: {
    words: 'a day, as they call it',
    valueOf: (words) => (rulesOut.test(words) ? null : (readDay(words)?.value ?? null)),
  },
};

type Sum = NonNullable<ReturnType<typeof readMoney>>['value'];

/** A single sum is the most somebody wants to pay, not the least. */
export const asBudget = (sum: Sum | null): Sum | null =>
  sum !== null && sum.minCents === sum.maxCents ? { ...sum, minCents: null } : sum;

/** How the value of a slot is to be written; null for a slot that only its own question fills. */
export const slotFormOf = (slot: string): string | null => forms[slot]?.words ?? null;

/**
 * The value that a few words of a reading stand for, in the very shape in which the rules keep that slot; null when they are none of it.
 * `at`: now, ISO.
 */
export function slotValueOf(slot: string, words: string, at: string): unknown {
  const said = words.trim();
  return said === '' ? null : (forms[slot]?.valueOf(said, at) ?? null);
}
