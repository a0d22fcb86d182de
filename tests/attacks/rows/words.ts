import type { Attack } from '../attack.ts';

export const wordAttacks: readonly Attack[] = [];
