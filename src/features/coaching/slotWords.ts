import type { Slot } from '../../contract/log/parts.ts';
import { formatCents } from '../listings/formatFigures.ts';
import type { TranscriptLine } from './coachContext.ts';

/** How a slot is called in a sentence, and how one asks for it. */
const words: Record<string, { called: string; ask: string }> = {
  intent: { called: 'whether they buy or sell', ask: 'Are you looking to buy, to sell, or both?' },
  budget: { called: 'the budget', ask: 'What price range feels comfortable to you?' },
  preApproval: { called: 'the pre-approval', ask: 'Have you talked to a lender yet, or will you pay another way?' },
  beds: { called: 'the number of bedrooms', ask: 'How many bedrooms do you need?' },
  area: { called: 'the area', ask: 'What part of town would you like best?' },
  timeline: { called: 'the timeline', ask: 'When would you like to move?' },
  timeOfDay: { called: 'a time of day to talk', ask: 'Do mornings or afternoons work better for you?' },
  day: { called: 'a day to talk', ask: 'What day would work for a short call?' },
  contact: { called: 'how to reach them', ask: 'What’s the best way for an agent to reach you?' },
  motivation: { called: 'the reason for the move', ask: 'What has you thinking about moving?' },
  condition: { called: 'the condition of the home', ask: 'What would a buyer want to fix first?' },
  price: { called: 'the price they hope for', ask: 'What price do you have in mind?' },
  address: { called: 'the address', ask: 'What is the address of the home?' },
};

export const calledOf = (slot: string): string => words[slot]?.called ?? spaced(slot);
export const questionFor = (slot: string): string =>
  words[slot]?.ask ?? `Could you tell me more about ${spaced(slot)}?`;

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
