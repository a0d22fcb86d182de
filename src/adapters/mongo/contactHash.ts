import { createHmac } from 'node:crypto';
import { sha256 } from '../../kernel/ids.ts';

/** As contacts were hashed before there was a key: all numbers of a country can be tried within hours. */
export const plainHashOf = (tenantId: string, contact: string): string => sha256(`${tenantId}\u0000${contact}`);
export const isPlainHash = /^[0-9a-f]{64}$/;

/** Made from the plain hash, so that old ones can be brought to it without the number. */
export const keyedHashOf = (contactKey: string, plainHash: string): string =>
  `keyed:${createHmac('sha256', contactKey).update(plainHash).digest('hex')}`;
