import type { Turn } from './turn.ts';

/** Where the talk has an end of its own, quiet or not. */
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

/** A month without a word: nothing is said, and a reply goes on where the talk was. */
export function fallDormant({ state, effects }: Turn): void {
  const isBots = state.mode === 'bot' || state.mode === 'waiting';
  if (!isBots || state.at === 'DORMANT' || hasEnded.has(state.at)) return;
  state.at = 'DORMANT';
  effects.push({ kind: 'tag', add: ['Dormant'], remove: [] });
}

/** Somebody writes again: what is known and what was asked still stands. */
export function wake({ state, effects }: Turn): void {
  if (state.at !== 'DORMANT') return;
  state.at = state.bot === 'lead' ? 'NEW' : 'QUALIFY';
  effects.push({ kind: 'tag', add: [], remove: ['Dormant'] });
}
