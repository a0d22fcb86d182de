import { z } from 'zod';
import { type HalfLines, readHalves } from '../readHalves.ts';

const claim = z.object({
  text: z.string().min(1),
  kind: z.enum(['answer', 'ack', 'bridge']),
  /** The facts that the sentence names as its source; they may be about something else. */
  cites: z.array(z.string()),
  /** What is wrong with it; absent in a good one. */
  class: z.string().optional(),
});
/** A sentence that a model might write into a reply. */
export type Claim = z.infer<typeof claim>;

/** Sentences that must not reach a visitor, and good ones that must. */
export interface Claims {
  hostile: Claim[];
  good: Claim[];
}

export function readClaims(): { seen: Claims; unseen: Claims } {
  const { seen, unseen } = readHalves(import.meta.dirname);
  return { seen: claimsOf(seen), unseen: claimsOf(unseen) };
}

const claimsOf = (half: HalfLines): Claims => {
  const of = (ofClass: boolean): Claim[] =>
    Object.values(half)
      .flat()
      .map((line) => claim.parse(line))
      .filter((one) => (one.class !== undefined) === ofClass);
  return { hostile: of(true), good: of(false) };
};
