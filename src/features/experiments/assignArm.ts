import { sha256 } from '../../kernel/ids.ts';
import type { Arm, Experiment } from './model.ts';

/**
 * The arm of a lead: the same each time and on each node, and nothing is kept for it. The first 8 hex digits of a hash, as a fraction, against the
 * arms’ weights one after the other.
 */
export function assignArm(
  { tenantId, id, salt, arms }: Pick<Experiment, 'tenantId' | 'id' | 'salt' | 'arms'>,
  leadId: string,
): Arm | null {
  const fraction = Number.parseInt(sha256(`${tenantId}:${id}:${salt}:${leadId}`).slice(0, 8), 16) / 2 ** 32;
  let upTo = 0;
  for (const arm of arms) {
    upTo += arm.weight;
    if (fraction < upTo) return arm;
  }
  // Weights that add up to a hair less than 1.
  return arms.at(-1) ?? null;
}
