import type { BotState } from './protocol.ts';

/**
 * A state as an older version kept it, in the form of this one: what it did not keep yet begins as in `first`, also inside its groups,
 * and all that it knew stays. A field that changes its meaning gets its line here, and a kept state in the test.
 */
export function migrateState(kept: Partial<BotState>, first: BotState): BotState {
  return {
    ...first,
    ...kept,
    version: first.version,
    talk: { ...first.talk, ...kept.talk },
    marks: { ...first.marks, ...kept.marks },
    persona: { ...first.persona, ...kept.persona },
    booking: { ...first.booking, ...kept.booking },
    homes: { ...first.homes, ...kept.homes },
  };
}
