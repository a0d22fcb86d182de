import type { Attack } from '../attack.ts';

export const isolationAttacks: readonly Attack[] = [];
