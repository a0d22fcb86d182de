import type { Readiness } from '../../contract/coaching.ts';
import type { EntryData } from '../../contract/log/entry.ts';
import type { Slot } from '../../contract/log/parts.ts';
import type { RecordName } from '../../contract/vocabulary.ts';
import { formatCents } from '../listings/formatFigures.ts';
import type { TranscriptLine } from './coachContext.ts';

/** How a slot is called in a sentence, how one asks for it, and why it matters. */
const words: Record<string, { called: string; ask: string; why: string }> = {
  intent: {
    called: 'whether they buy or sell',
    ask: 'Are you looking to buy, to sell, or both?',
    why: 'everything else depends on it',
  },
  budget: {
    called: 'the budget',
    ask: 'What price range feels comfortable to you?',
    why: 'it decides which homes are worth their time',
  },
  preApproval: {
    called: 'the pre-approval',
    ask: 'Have you talked to a lender yet, or will you pay another way?',
    why: 'an owner takes an offer seriously only with it',
  },
  beds: { called: 'the number of bedrooms', ask: 'How many bedrooms do you need?', why: 'without it no search fits' },
  area: { called: 'the area', ask: 'What part of town would you like best?', why: 'without it no search fits' },
  timeline: { called: 'the timeline', ask: 'When would you like to move?', why: 'it tells how fast to move' },
  timeOfDay: {
    called: 'a time of day to talk',
    ask: 'Do mornings or afternoons work better for you?',
    why: 'a call needs a time',
  },
  day: { called: 'a day to talk', ask: 'What day would work for a short call?', why: 'a call needs a day' },
  contact: {
    called: 'how to reach them',
    ask: 'What’s the best way for an agent to reach you?',
    why: 'without it the talk ends here',
  },
  motivation: {
    called: 'the reason for the move',
    ask: 'What has you thinking about moving?',
    why: 'it tells what matters to them',
  },
  condition: {
    called: 'the condition of the home',
    ask: 'What would a buyer want to fix first?',
    why: 'it moves the price more than anything else',
  },
  price: {
    called: 'the price they hope for',
    ask: 'What price do you have in mind?',
    why: 'it shows how far their hopes are from the market',
  },
  address: {
    called: 'the address',
    ask: 'What is the address of the home?',
    why: 'nothing can be compared without it',
  },
};

export const calledOf = (slot: string): string => words[slot]?.called ?? spaced(slot);
export const questionFor = (slot: string): string =>
  words[slot]?.ask ?? `Could you tell me more about ${spaced(slot)}?`;

const mostToAsk = 3;

/** The missing facts to find out next, in the order of asking. */
export const toAskOf = (missing: readonly RecordName[]): NonNullable<EntryData<'qualification-changed'>['toAsk']> =>
  missing
    .flatMap((slot) => (words[slot] ? [{ slot, why: words[slot].why, ask: words[slot].ask }] : []))
    .slice(0, mostToAsk);

/** By the share of answers alone: most of them make somebody ready, half of them get there. */
export function readinessOf({
  answered,
  total,
}: Pick<EntryData<'qualification-changed'>, 'answered' | 'total'>): Readiness {
  const share = total === 0 ? 0 : answered / total;
  return share >= readyFrom ? 'ready' : share >= halfway ? 'getting-there' : 'early';
}
const readyFrom = 0.75;
const halfway = 0.4;

const spaced = (slot: string): string =>
  slot
    .replace(/[-_]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

/** The value of a slot, in the lead's own words where they are at hand; null when there is nothing to print. */
export function valueWords(slot: Slot, lines: readonly TranscriptLine[]): string | null {
  for (const { log, seq, start, end } of slot.evidence) {
    const quoted = lines
      .find((line) => line.log === log && line.seq === seq)
      ?.text.slice(start, end)
      .trim();
    if (quoted !== undefined && quoted !== '' && quoted.length <= 80) return `“${quoted}”`;
  }
  const { value } = slot;
  if (typeof value === 'string' && value !== '') return value.replaceAll('_', ' ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return moneyWords(value);
}

/** The money shape of the readers: `{minCents, maxCents}`. */
function moneyWords(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { minCents, maxCents } = value as { minCents?: unknown; maxCents?: unknown };
  const low = typeof minCents === 'number' ? formatCents(minCents) : null;
  const high = typeof maxCents === 'number' ? formatCents(maxCents) : null;
  if (low !== null && high !== null) return low === high ? low : `${low} to ${high}`;
  if (high !== null) return `up to ${high}`;
  return low === null ? null : `from ${low}`;
}
