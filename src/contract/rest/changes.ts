import { z } from 'zod';
import { id, isoTime } from '../values.ts';

export const changeRecord = z
  .object({
    id,
    at: isoTime,
    by: z.object({ id, name: z.string() }),
    kind: z.enum([
      'settings',
      'logo',
      'site',
      'person',
      'invite',
      'reply',
      'api-key',
      'block',
      'card',
      'phone',
      'webhook',
    ]),
    action: z.enum([
      'changed',
      'added',
      'removed',
      'deactivated',
      'activated',
      'accepted',
      'unlocked',
      'password-link',
      'password-changed',
      'second-factor-on',
      'second-factor-off',
      'photo-removed',
      'blocked',
      'lifted',
    ]),
    /** The thing that was changed, as people call it. */
    subject: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Change' });
export type ChangeRecord = z.infer<typeof changeRecord>;
export const changesAnswer = z.object({ items: z.array(changeRecord) });
