import type { Saving } from '../../shared/components/useLoaded.ts';
import type { Refusal } from '../../shared/connection/refusal.ts';

/** Whether what was refused is this field, or a part of it. */
export const isOfField = (refusal: Pick<Refusal, 'field'> | null, name: string): boolean =>
  refusal?.field === name || (refusal?.field?.startsWith(`${name}.`) ?? false);

/** The hub's refusal of this field at the last save, in words; null: none. */
export const fieldFault = (
  { state, refusal }: Pick<Saving, 'state' | 'refusal'>,
  name: string,
  words: (refusal: Refusal) => string | null,
): string | null =>
  state === 'failed' && refusal !== null && isOfField(refusal, name) ? (words(refusal) ?? refusal.message) : null;
