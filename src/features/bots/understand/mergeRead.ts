import type { Slot } from '../../../contract/log/parts.ts';
import { asAnswer } from '../state/stepContext.ts';

type Slots = Readonly<Record<string, Slot>>;

/**
 * Adds what a model read to the known slots: only into a slot that is unknown, only with the visitor's words as evidence, and
 * without a confidence, because nothing measures it. A slot that rules, staff or a refusal settled stays as it is. Null when nothing
 * changes.
 */
export function mergeRead(known: Slots, read: Slots): Record<string, Slot> | null {
  let merged: Record<string, Slot> | null = null;
  for (const [name, { value, state, evidence }] of Object.entries(read)) {
    const isOpen = (known[name]?.state ?? 'unknown') === 'unknown';
    if (!isOpen || state !== 'answered' || value === null || value === undefined || evidence.length === 0) continue;
    merged ??= { ...known };
    merged[name] = asAnswer(value, evidence);
  }
  return merged;
}
