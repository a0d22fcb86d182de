import { z } from 'zod';
import { hourCycle, id, role } from '../values.ts';

export const loginRequest = z.strictObject({
  email: z.string().min(3).max(254),
  password: z.string().min(1).max(256),
  /** Of who has a second factor: a code of their app, or one of their recovery codes. */
  code: z.string().min(1).max(40).optional(),
});
/** `passwordMail`: the hub can mail people who forgot their password a link for a new one. */
export const authOptions = z.object({ passwordMail: z.boolean() });
export const forgottenPassword = z.strictObject({ email: z.string().min(3).max(254) });
export const refreshRequest = z.strictObject({ refreshToken: z.string().min(1).max(512) });
export const loginAnswer = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string(),
    expiresInSeconds: z.number().int(),
    /** `hourCycle`: how a clock is read where the brokerage is. `setUpSecondFactor`: nothing else is open to them before they have. */
    user: z.object({ id, name: z.string(), role, hourCycle, setUpSecondFactor: z.literal(true).optional() }),
  })
  .meta({ id: 'Login' });
export type LoginAnswer = z.infer<typeof loginAnswer>;
