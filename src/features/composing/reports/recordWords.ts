import { recordLabels } from '../../../contract/recordLabels.ts';
import type { RecordName } from '../../../contract/vocabulary.ts';
import { formatCents } from '../../listings/formatFigures.ts';

const valueChars = 200;

export const labelOf = (record: string): string => recordLabels[record as RecordName] ?? record;

/** A known value as a report prints it; null if it has no short form. */
export function recordWords(value: unknown): string | null {
  if (typeof value === 'string') return value.replaceAll('_', ' ').trim().slice(0, valueChars) || null;
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(recordWords).filter(Boolean).join(', ').slice(0, valueChars) || null;
  if (typeof value !== 'object' || value === null) return null;
  const { minCents, maxCents, minDays, maxDays } = value as Record<string, unknown>;
  if (isNumber(maxDays))
    return isNumber(minDays) && minDays > 0 ? `in ${minDays} to ${maxDays} days` : `within ${maxDays} days`;
  const [low, high] = [
    isNumber(minCents) ? formatCents(minCents) : null,
    isNumber(maxCents) ? formatCents(maxCents) : null,
  ];
  if (low !== null && high !== null) return low === high ? low : `${low} to ${high}`;
  return high !== null ? `up to ${high}` : low === null ? null : `from ${low}`;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
