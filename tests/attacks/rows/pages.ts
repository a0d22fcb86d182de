import type { Attack } from '../attack.ts';

export const pageAttacks: readonly Attack[] = [];
