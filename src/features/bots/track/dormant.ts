import type { StepContext } from '../state/stepContext.ts';

/** States in which the talk has already ended. */
const hasEnded: ReadonlySet<string> = new Set([
  'OPTED_OUT',
  'CLOSED_LOST',
  'EXHAUSTED',
  'REPRESENTED',
  'NOT_CONSUMER',
  'REFERRED',
  'MUTED',
  'HUMAN',
  'DELETION_ASKED',
]);

/** Marks the talk as dormant after a month without a word: nothing is said, and a reply goes on where the talk was. */
export function markDormant({ state, effects }: StepContext): void {
  const isBots = state.mode === 'bot' || state.mode === 'waiting';
  if (!isBots || state.at === 'DORMANT' || hasEnded.has(state.at)) return;
  state.at = 'DORMANT';
  effects.push({ kind: 'tag', add: ['Dormant'], remove: [] });
}

/** Reactivates a dormant talk when the visitor writes again: known facts and the open question still hold. */
export function reactivate({ state, effects }: StepContext): void {
  if (state.at !== 'DORMANT') return;
  state.at = state.bot === 'lead' ? 'NEW' : 'QUALIFY';
  effects.push({ kind: 'tag', add: [], remove: ['Dormant'] });
}
