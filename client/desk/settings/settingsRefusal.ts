import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { tagLimits } from '../../../src/contract/tagLimits.ts';

const refusedFields: Record<string, string> = {
  'change.greeting': 'The greeting',
  'change.closedSays': 'What is said while closed',
  'change.card.hoursToo': 'What you say beyond your hours',
  'change.card.office': 'The office',
  'change.card.fees': 'What you say about fees',
  'change.card.represents': 'Whom you work for',
  'change.card.people': 'What a person does',
};

/** What a field must be, the longest beginning first. */
const mustBe: readonly (readonly [field: string, words: string])[] = [
  ['change.colours', 'This color cannot be read on the widget. Choose a stronger one.'],
  ['change.hours', 'Each day must open before it closes, and open again after that.'],
  ['change.closedDays', `At most ${settingsLimits.closedDays} days, each once, with a name.`],
  ['change.appointments.showingHours', 'Each day must begin before it ends, and begin again after that.'],
  ['change.appointments', 'A whole number of hours.'],
  ['change.waiting', 'Red must come after amber, both in whole minutes.'],
  ['change.review.scoreOver', 'A whole number from 0 to 100.'],
  ['change.review', 'A whole amount in dollars.'],
  ['change.mortgage.yearlyRate', 'The rate is above 0 and at most 30 percent.'],
  ['change.mortgage.downShare', 'From 0 to 100 percent.'],
  ['change.mortgage.yearlyTaxShare', 'The tax is above 0 and at most 10 percent a year.'],
  ['change.mortgage.yearlyInsuranceCents', 'The insurance is above 0 and at most $100,000 a year.'],
  ['change.mortgage.years', 'From 1 to 50 years.'],
  ['change.mortgage.source', 'Say where the figures come from, in at most 60 characters.'],
  ['change.mortgage.asOf', 'Choose the day that the figures are of.'],
  ['change.serves', 'At most 100 places, each of 60 characters or fewer.'],
  ['change.card.people', 'Every person needs a name, of 120 characters at most.'],
  ['change.card.areas', 'At most 30 areas, each of 60 characters or fewer.'],
  ['change.card', `Words that start with a letter or a digit, ${settingsLimits.cardTextChars} characters at most.`],
  ['change.tags.', `A tag has a name of 1 to ${tagLimits.nameChars} characters.`],
  ['change.tags', `At most ${tagLimits.list} tags, no two of the same name.`],
  ['change.tagRules.', 'A rule lacks its words, or its sum.'],
  ['change.tagRules', `At most ${tagLimits.rules} rules, each with a tag of the list.`],
  ['change.timeZone', 'Choose a time zone from the list.'],
  ['change.brokerageServicesUrl', 'A link that begins with https://, of at most 100 characters.'],
  ['change.brokerage', 'The name must have 1 to 120 characters.'],
  ['change.greeting', 'At most 300 characters, beginning with a letter or a digit.'],
  ['change.closedSays', 'At most 300 characters, beginning with a letter or a digit.'],
  ['image', 'The logo must be a PNG, JPEG or WebP of at most 64 KB and 2,000 pixels a side.'],
];

/** Words for what the hub refused about the settings. */
export function settingsRefusal({ code, field = '' }: { code: string; field?: string | undefined }): string | null {
  if (code === 'CONFLICT')
    return 'Somebody else changed the settings meanwhile. Load their version: what you typed stays. Then save again.';
  if (code === 'POLICY_BLOCKED') {
    const which = Object.entries(refusedFields).find(([name]) => field.startsWith(name))?.[1] ?? 'This';
    return `${which} holds words that may not be said to visitors: about who lives somewhere, schools or safety, promises about prices or loans, or that Jorge is a person. Change them and save again.`;
  }
  if (code !== 'VALIDATION_FAILED') return null;
  return mustBe.find(([name]) => field.startsWith(name))?.[1] ?? 'Something here is not valid.';
}
