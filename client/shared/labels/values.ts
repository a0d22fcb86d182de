import { inSentence } from './inSentence.ts';
import { moneyWords } from './money.ts';
import { spelledOut } from './spelledOut.ts';

const valueLabels: Record<string, string> = {
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
  shared: 'Them and someone else',
  alone: 'Just them',
  viewing: 'A showing',
  unrepresented: 'Without representation',
  agreement: 'With a buyer agreement',
  'own-agent': 'With their own agent',
  'link-in-chat': 'Link shown in the chat; still needs to be emailed or delivered in person',
  emailed: 'Emailed',
  'handed-over': 'Delivered in person',
  mailed: 'Sent by mail',
  land: 'Lot',
  solar: 'Solar panels',
  charger: 'EV charger',
  'wood-floors': 'Wood floors',
  'one-story': 'One story',
  'main-downstairs': 'Main bedroom downstairs',
};

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
    const known = valueLabels[value.toLowerCase()];
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
      return index > 0 && isOurName(value) ? inSentence(words) : words;
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
