import type { BotState } from './protocol.ts';

/**
 * Brings a state that an older version kept into today's form: fields that it lacks begin as in `first`, also inside its groups,
 * and everything that it knew stays. A field that changes its meaning gets its line here, and a kept state in the test.
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
