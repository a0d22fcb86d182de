import type { Attack } from '../attack.ts';

export const budgetAttacks: readonly Attack[] = [];
