import { createHmac } from 'node:crypto';
import { createTextSeal, type TextSeal } from '../../kernel/sealText.ts';

export const webhookSeal = (secret: string): TextSeal => createTextSeal(secret, 'secrets of webhooks');

/** The header by which a receiver knows that a body is this hub's, and of which second. */
export function signatureOf(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex')}`;
}
