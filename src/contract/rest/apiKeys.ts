import { z } from 'zod';
import { id, isoTime, personText, role } from '../values.ts';

export const apiKeyRequest = z.strictObject({ name: personText(120), role });
export const apiKeyRow = z
  .object({ id, name: z.string(), role, active: z.boolean(), createdAt: isoTime })
  .meta({ id: 'ApiKey' });
export type ApiKeyRow = z.infer<typeof apiKeyRow>;
export const apiKeysAnswer = z.object({ items: z.array(apiKeyRow) });
/** `key` is shown this once. */
export const madeApiKey = apiKeyRow.extend({ key: z.string() });
export type MadeApiKey = z.infer<typeof madeApiKey>;
