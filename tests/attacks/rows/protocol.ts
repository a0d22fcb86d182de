import type { Attack } from '../attack.ts';

export const protocolAttacks: readonly Attack[] = [];
