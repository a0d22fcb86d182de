import type { Attack } from '../attack.ts';

export const floodAttacks: readonly Attack[] = [];
