import { randomBytes } from 'node:crypto';
import { newId } from '../../kernel/ids.ts';

/** A new key of an integrator: `hk_<id>_<secret>`. Only the hash of the secret is kept. */
export function makeApiKey(): { apiKeyId: string; secret: string; key: string } {
  const apiKeyId = newId();
  const secret = randomBytes(32).toString('base64url');
  return { apiKeyId, secret, key: `hk_${apiKeyId}_${secret}` };
}

/** The parts of a key, by their fixed lengths (both may hold `_`); null when the text is none. */
export function parseApiKey(text: string): { apiKeyId: string; secret: string } | null {
  const match = /^hk_([\w-]{22})_([\w-]{43})$/.exec(text);
  return match ? { apiKeyId: match[1] as string, secret: match[2] as string } : null;
}
