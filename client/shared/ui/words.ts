import type { BoardRow } from '../../../src/contract/board.ts';
import type { HomeToShow } from '../../../src/contract/entries.ts';
import type { Mode, Temperature } from '../../../src/contract/values.ts';
import { moneyWords } from './money.ts';
import { shortTime } from './times.ts';

/** Names of the hub's own as words for people. What is not listed is spelled out from its name. */
const slotWords: Record<string, string> = {
  slots: 'Facts known',
  frs: 'Readiness',
  pcs: 'Commitment',
  recency: 'Wrote lately',
  represented: 'Has an agent',
  authority: 'Who decides',
  homes: 'Homes to sell',
  intent: 'Goal',
  timeline: 'Timeline',
  timeOfDay: 'Preferred time',
  timePref: 'Preferred time',
  timePreference: 'Preferred time',
  callTime: 'Preferred time',
  day: 'Preferred day',
  callDay: 'Preferred day',
  dayPreference: 'Preferred day',
  budget: 'Budget',
  preApproval: 'Pre-approval',
  financing: 'Financing',
  beds: 'Bedrooms',
  baths: 'Bathrooms',
  features: 'Must-haves',
  area: 'Area',
  home: 'Home they mean',
  address: 'Address',
  propertyAddress: 'Address',
  propertyType: 'Property type',
  motivation: 'Reason to move',
  relocationDestination: 'Moving to',
  timelineAcceptable: 'Sale within 30 to 45 days',
  timelineUrgency: 'Urgency',
  condition: 'Condition',
  propertyCondition: 'Condition',
  repairEstimate: 'Repair estimate',
  repairs: 'Repairs needed',
  rent: 'Rent by the month',
  homeBeds: 'Bedrooms of their home',
  homeBaths: 'Bathrooms of their home',
  price: 'Price in mind',
  priceExpectation: 'Price in mind',
  priceFlexibility: 'Flexible on price',
  first: 'What comes first',
  visit: 'Wants a visit',
  showing: 'How they are shown it',
  agreement: 'Buyer agreement signed',
  servicesNotice: 'Brokerage services notice',
  name: 'Name',
  email: 'Email',
  bestTime: 'Good time',
  contactBy: 'Prefers',
  mayCall: 'Agrees to calls and texts',
  still: 'Whether it still holds',
  contact: 'Phone or e-mail',
  phone: 'Phone',
  notServed: 'Not served here',
};

const valueWords: Record<string, string> = {
  buy: 'Buying',
  buyer: 'Buying',
  sell: 'Selling',
  seller: 'Selling',
  both: 'Buying and selling',
  move_in_ready: 'Move-in ready',
  needs_work: 'Needs work',
  browse: 'Just looking',
  rent: 'Renting',
  cash: 'Paying cash',
  none: 'Not yet',
  any: 'Anywhere',
  asap: 'As soon as possible',
  shared: 'Together with somebody',
  alone: 'On their own',
  viewing: 'A showing',
  unrepresented: 'Without representation',
  agreement: 'With a buyer agreement',
  'own-agent': 'With their own agent',
  'link-in-chat': 'Link shown in the chat; still to e-mail or hand over',
  emailed: 'E-mailed',
  'handed-over': 'Handed over',
  mailed: 'Sent by mail',
  land: 'Lot',
  solar: 'Solar panels',
  charger: 'Car charger',
  'wood-floors': 'Wood floors',
  'one-story': 'One story',
  'main-downstairs': 'Main bedroom downstairs',
};

const stageWords: Record<string, string> = {
  new: 'New',
  greet: 'Greeting',
  greeting: 'Greeting',
  ask_intent: 'Buying or selling?',
  ask_which_first: 'Which comes first?',
  intent_known: 'Knows what they want',
  ask_timeline: 'Timeline',
  ask_home: 'Which home?',
  ask_number: 'Number to call',
  no_number: 'No number to call',
  ask_showing: 'How to be shown it',
  ask_time: 'Preferred time',
  ask_day: 'Preferred day',
  ask_address: 'Address',
  qualify: 'Qualifying',
  qualifying: 'Qualifying',
  matching: 'Matching homes',
  present: 'Showing homes',
  slot_offer: 'Offering times',
  confirmed: 'Contact details',
  wrap_up: 'Wrapping up',
  booked: 'Booked',
  done: 'Done',
  human: 'With a person',
  opted_out: 'Opted out',
  handoff: 'Handing over',
  referred: 'To be referred',
  dormant: 'Gone quiet',
  nurture: 'Not for now',
};

/** `needsWork`, `NEEDS_WORK`, `needs-work` → "Needs work". */
export function spelledOut(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\-:.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const camel = (name: string): string =>
  name.toLowerCase() === name || name.includes('_')
    ? name.toLowerCase().replace(/[_-](.)/g, (_, letter: string) => letter.toUpperCase())
    : name;

/** "908 Larkmoor Street, Austin, TX 78704": its address, with its title before it where that is another. */
export const homeWords = ({ title, address }: HomeToShow): string =>
  address === undefined || title.startsWith(address)
    ? title
    : address.startsWith(title)
      ? address
      : `${title}, ${address}`;

export const slotName = (slot: string): string => slotWords[camel(slot)] ?? spelledOut(slot);

/** `QUALIFY(budget)`, `ASK_TIMELINE`, `buyer:qualify` → words. */
export function stageName(stage: string): string {
  const named = stageWords[stage.toLowerCase()];
  if (named) return named;
  const asking = /^[a-z_]*\((\w+)\)$/i.exec(stage) ?? /^(?:ask|qualify)[_:](\w+)$/i.exec(stage);
  if (asking?.[1]) return slotName(asking[1]);
  return stage === '' ? 'New' : spelledOut(stage.replace(/^(lead|buyer|seller)[:.]/i, ''));
}

export const temperatureName: Record<Temperature, string> = { hot: 'Hot', warm: 'Warm', cold: 'Cold' };
export const botName: Record<'lead' | 'buyer' | 'seller', string> = {
  lead: 'Lead bot',
  buyer: 'Buyer bot',
  seller: 'Seller bot',
};
/** Whose words a stream or a suggestion is. */
export const basisName = { model: 'Claude', rules: 'Playbook' } as const;

export const modeName: Record<Mode, string> = {
  bot: 'Jorge is answering',
  human: 'A person is answering',
  waiting: 'Waiting for a person',
  closed: 'Closed',
};

/** Who the conversation is with: a name, or what is known of where they came from. */
export function whoIs(row: Pick<BoardRow, 'lead' | 'listingTitle' | 'startedAt'>): string {
  if (row.lead.name) return row.lead.name;
  const came = row.startedAt ? ` · ${shortTime(row.startedAt)}` : '';
  return `${row.listingTitle ? `Visitor from ${row.listingTitle}` : 'Website visitor'}${came}`;
}

/** Why a conversation waits, as the bots name it. */
const reasonWords: Record<string, string> = {
  'asked-for-person': 'Asked for a person',
  'appointment-wanted': 'Would like a time to talk',
  'answers-complete': 'All questions are answered',
  'legal-sensitive': 'A legal question for a person',
  'data-deletion': 'Asks to have their data deleted',
  'bot-failed': 'Jorge could not go on',
  'not-served': 'Wants what the team does not serve',
  'max-turns': 'A long talk for a person',
  'changes-sides': 'Buys or sells, to and fro',
  nurture: 'Not within a year',
  review: 'A reply to look at first',
  objection: 'Comes back to the same concern',
  misunderstood: 'Jorge and they keep missing each other',
  'no-progress': 'Jorge gets no further',
  goodbye: 'Said goodbye',
  'changed-mind': 'No longer interested',
  'opted-out': 'Wants no more messages',
  abuse: 'Insults or spam',
  represented: 'Has an agent already',
  'not-a-client': 'Is no client',
  danger: 'May be in danger',
  distress: 'In a hard situation',
};

export const reasonName = (reason: string): string =>
  reasonWords[reason] ?? (/^[a-z]+(-[a-z]+)*$/.test(reason) ? spelledOut(reason) : reason);

/** Why nobody owes a word though Jorge is silent, such as "Said goodbye"; null where somebody does, or Jorge answers. */
export function restWords({
  mode,
  waitingSince,
  flags,
}: Pick<BoardRow, 'mode' | 'waitingSince' | 'flags'>): string | null {
  if (mode !== 'waiting' || waitingSince !== undefined) return null;
  const why = flags.findLast(({ kind }) => kind === 'waiting');
  return why === undefined ? null : reasonName(why.reason);
}

/**
 * What a row is marked for, in words: what a person is awaited for first. That it waits is left out where another flag tells why,
 * and where nobody owes a word.
 */
export function flagWords(row: Pick<BoardRow, 'flags' | 'awaits' | 'mode' | 'waitingSince'>): string[] {
  const { flags, awaits } = row;
  const kinds = new Set(flags.map((flag) => flag.kind));
  const rests = restWords(row) !== null;
  const words = flags
    .filter((flag) => flag.kind !== 'waiting' || !(rests || kinds.has(flag.reason)))
    .map((flag) => reasonName(flag.reason));
  return [...new Set([...(awaits ? [reasonName(awaits.reason)] : []), ...words])];
}

const isMoneyName = (name: string): boolean => /cents$/i.test(name);
const isMoneySlot = (slot: string): boolean => /budget|price|mortgage|estimate/i.test(slot);

/** A name with its hyphens as they are said: "pre-approved" → "Pre-approved", `needs_work` → "Needs work". */
const worded = (value: string): string => value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' ');

const isOurName = (value: unknown): boolean => typeof value === 'string' && /^[a-z]+([_-][a-z]+)*$/.test(value);

/** A slot's value in words, whatever its shape; null when there is none. */
export function valueWordsOf(slot: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    if (slot === 'beds' && value === 0) return 'Studio';
    if (isMoneySlot(slot) || isMoneyName(slot)) return moneyWords(value);
    return value.toLocaleString('en-US');
  }
  if (typeof value === 'string') {
    const known = valueWords[value.toLowerCase()];
    if (known) return known;
    return isOurName(value) ? worded(value) : value;
  }
  if (Array.isArray(value)) return listWords(slot, value);
  return recordWords(slot, value as Record<string, unknown>);
}

/** One sentence of several values: the hub's own names lose their capital after the first, names of places keep it. */
const listWords = (slot: string, values: readonly unknown[]): string | null =>
  values
    .map((value, index) => {
      const words = valueWordsOf(slot, value) ?? '';
      return index > 0 && isOurName(value) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
    })
    .filter(Boolean)
    .join(', ') || null;

function recordWords(slot: string, value: Record<string, unknown>): string | null {
  const { text, label } = value;
  if (typeof label === 'string') return label;
  if (typeof text === 'string') return text;
  if ('minDays' in value || 'maxDays' in value) return daysWords(value);
  const low = value.minCents ?? value.min ?? value.lowCents;
  const high = value.maxCents ?? value.max ?? value.highCents;
  if (typeof low === 'number' || typeof high === 'number') {
    const money = 'minCents' in value || 'maxCents' in value || isMoneySlot(slot);
    const word = (one: number) => (money ? moneyWords(one) : one.toLocaleString('en-US'));
    if (typeof low === 'number' && typeof high === 'number')
      return low === high ? word(low) : `${word(low)} to ${word(high)}`;
    return typeof high === 'number' ? `Up to ${word(high)}` : `From ${word(low as number)}`;
  }
  const parts: string[] = [];
  for (const [name, part] of Object.entries(value)) {
    if (name === 'currency' || part === null || part === undefined || part === false) continue;
    if (isMoneyName(name) && typeof part === 'number') parts.push(moneyWords(part));
    else if (name === 'days' && typeof part === 'number') parts.push(part === 1 ? '1 day' : `${part} days`);
    else if (part === true) parts.push(spelledOut(name));
    else if (name === 'kind' || name === 'status' || name === 'value') parts.push(valueWordsOf(slot, part) ?? '');
    else parts.push(`${spelledOut(name)}: ${valueWordsOf(name, part) ?? '—'}`);
  }
  return parts.filter(Boolean).join(' · ') || null;
}

/** Days as a person plans: "Within 30 days", "3 to 6 months". */
function daysWords({ minDays, maxDays, accepted }: Record<string, unknown>): string {
  if (accepted === false) return 'Not within 45 days';
  const min = typeof minDays === 'number' && minDays > 0 ? minDays : null;
  const max = typeof maxDays === 'number' ? maxDays : null;
  if (min === null && max === null) return accepted === true ? '30 to 45 days' : 'Open';
  if (max === 0) return 'Right away';
  // A limit by the calendar ("by spring") is so many days, not about so many months.
  const byDate = min === null && max !== null && max % 30 !== 0 && max % 365 !== 0;
  const inMonths = !byDate && ((min ?? max ?? 0) >= 60 || ((min ?? 30) >= 30 && (max ?? 0) >= 90));
  const count = (one: number) => (inMonths ? Math.round(one / 30.4) : one);
  const unit = (one: number) => (inMonths ? (one === 1 ? 'month' : 'months') : one === 1 ? 'day' : 'days');
  if (min !== null && max !== null) {
    const [low, high] = [count(min), count(max)];
    return low === high ? `About ${low} ${unit(low)}` : `${low} to ${high} ${unit(high)}`;
  }
  if (max !== null) return `Within ${count(max)} ${unit(count(max))}`;
  return `After ${count(min ?? 0)} ${unit(count(min ?? 0))}`;
}
