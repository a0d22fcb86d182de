import type { Actor } from '../../contract/entries.ts';

/** Who writes what coaching leads to. Not a bot: it never speaks to a visitor. */
export const coachActor: Actor = { kind: 'system', id: 'coach', name: 'Coach' };
