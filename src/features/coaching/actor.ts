import type { Actor } from '../../contract/log/parts.ts';

/** The author of entries that coaching leads to. Not a bot: it never speaks to a visitor. */
export const coachActor: Actor = { kind: 'system', id: 'coach', name: 'Coach' };
