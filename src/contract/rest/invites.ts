import { z } from 'zod';
import { id, isoTime, role, staffName } from '../values.ts';
import { settingsLimits } from './settingsLimits.ts';

const email = z.email().max(254);
export const inviteRequest = z.strictObject({ email, name: staffName.optional(), role });
export const invite = z
  .object({ id, email: z.string(), name: z.string().optional(), role, expiresAt: isoTime })
  .meta({ id: 'Invite' });
export type InviteAnswer = z.infer<typeof invite>;
export const invitesAnswer = z.object({ items: z.array(invite) });
/** `token` is shown this once: the link is the desk's `/desk/invite#<token>`. */
export const madeInvite = invite.extend({ token: z.string() });
export type MadeInvite = z.infer<typeof madeInvite>;
export const importRequest = z.strictObject({ csv: z.string().min(1).max(settingsLimits.importChars) });
export const importAnswer = z.object({
  /** Empty when there is a problem: all rows are taken, or none. */
  invites: z.array(madeInvite),
  problems: z.array(z.object({ line: z.number().int(), problem: z.string() })),
});
export type ImportAnswer = z.infer<typeof importAnswer>;
const inviteToken = z.string().min(20).max(100);
export const inviteLook = z.strictObject({ token: inviteToken });
export const inviteSeen = z.object({ email: z.string(), name: z.string().optional(), role, brokerage: z.string() });
export const inviteAccept = z.strictObject({
  token: inviteToken,
  name: staffName,
  /** At least 10 characters and not easily guessed; the error's message says what is wrong with it. */
  password: z.string().min(1).max(256),
});
