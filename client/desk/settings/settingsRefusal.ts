import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { tagLimits } from '../../../src/contract/tagLimits.ts';

const refusedFields: Record<string, string> = {
  'change.greeting': 'The greeting',
  'change.closedSays': 'The message while you’re closed',
  'change.card.hoursToo': 'The note about your hours',
  'change.card.office': 'The office',
  'change.card.fees': 'The text about fees',
  'change.card.represents': 'The text about your role on your listings',
  'change.card.people': 'The text about a person',
};

/** The words for a refused field, by how its name begins; the longest beginning comes first. */
const mustBe: readonly (readonly [field: string, words: string])[] = [
  ['change.colours', 'This color is too hard to read on the widget. Choose a stronger one.'],
  [
    'change.hours',
    'The opening time must be before the closing time, and each later period must start after the one before it ends.',
  ],
  ['change.closedDays', `You can list up to ${settingsLimits.closedDays} days, each once and with a name.`],
  [
    'change.appointments.showingHours',
    'Each period must start before it ends, and the next one must start after that.',
  ],
  ['change.appointments', 'Enter a whole number of hours.'],
  ['change.waiting', 'Red must come after amber, both in whole minutes.'],
  ['change.review.scoreOver', 'Enter a whole number from 0 to 100.'],
  ['change.review', 'Enter a whole dollar amount.'],
  ['change.mortgage.yearlyRate', 'The rate must be above 0 and no more than 30 percent.'],
  ['change.mortgage.downShare', 'Enter 0 to 100 percent.'],
  ['change.mortgage.yearlyTaxShare', 'The tax must be above 0 and no more than 10 percent a year.'],
  ['change.mortgage.yearlyInsuranceCents', 'The insurance must be above 0 and no more than $100,000 a year.'],
  ['change.mortgage.years', 'Enter 1 to 50 years.'],
  ['change.mortgage.source', 'Enter the source of the figures in up to 60 characters.'],
  ['change.mortgage.asOf', 'Choose the date of the figures.'],
  ['change.serves', 'Enter up to 100 places of up to 60 characters each.'],
  ['change.card.people', 'Every person needs a name of up to 120 characters.'],
  ['change.card.areas', 'Enter up to 30 areas of up to 60 characters each.'],
  ['change.card', `Start with a letter or a digit and use up to ${settingsLimits.cardTextChars} characters.`],
  ['change.tags.', `A tag needs a name of 1 to ${tagLimits.nameChars} characters.`],
  ['change.tags', `You can have up to ${tagLimits.list} tags, each with a different name.`],
  ['change.tagRules.', 'A rule is missing its words or its amount.'],
  ['change.tagRules', `You can have up to ${tagLimits.rules} rules, each with a tag from the list.`],
  ['change.timeZone', 'Choose a time zone from the list.'],
  ['change.brokerageServicesUrl', 'Enter a link that starts with https:// and has up to 100 characters.'],
  ['change.brokerage', 'Enter a name of 1 to 120 characters.'],
  ['change.greeting', 'Use up to 300 characters, starting with a letter or a digit.'],
  ['change.closedSays', 'Use up to 300 characters, starting with a letter or a digit.'],
  ['image', 'The logo must be a PNG, JPEG, or WebP of up to 64 KB and 2,000 pixels per side.'],
];

/** Words for what the hub refused about the settings. */
export function settingsRefusal({ code, field = '' }: { code: string; field?: string | undefined }): string | null {
  if (code === 'CONFLICT')
    return 'Someone else just changed the settings. Load their version (what you typed stays), then save again.';
  if (code === 'POLICY_BLOCKED') {
    const which = Object.entries(refusedFields).find(([name]) => field.startsWith(name))?.[1] ?? 'This';
    return `${which} says something Jorge can’t tell visitors: who lives in an area, how good schools are or how safe it is, a promise about prices or loans, or that Jorge is a person. Change it and save again.`;
  }
  if (code !== 'VALIDATION_FAILED') return null;
  return mustBe.find(([name]) => field.startsWith(name))?.[1] ?? 'Something here isn’t valid.';
}
