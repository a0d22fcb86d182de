import type { Attack } from '../attack.ts';

export const doorAttacks: readonly Attack[] = [];
