import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import type { Logger } from '../../kernel/observe.ts';
import { addressKey, type Limit, type RateLimits, refuseFor } from '../../kernel/rateLimits.ts';
import type { StaffUser } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { emailKey } from '../identity/rules.ts';
import { mailWithLink } from './mailWithLink.ts';
import { newPasswordLink } from './passwordLinks.ts';
import type { Mail, Mailer, SettingsStore } from './ports.ts';
import { changeBy } from './recordChange.ts';

export interface ForgottenPasswordDeps {
  identity: Pick<IdentityStore, 'findUserByEmail'>;
  /** Null where the hub sends no email. */
  mailer: Mailer | null;
  jobs: Pick<Jobs, 'schedule'>;
  rateLimits: Pick<RateLimits, 'take'>;
  clock: Clock;
  log: Logger;
}

const hourMs = 3_600_000;
const asksPerAddress: Limit = { name: 'forgotten-passwords', points: 10, perMs: hourMs };
const mailsPerAccount: Limit = { name: 'password-mails', points: 3, perMs: hourMs };

/**
 * Has a link for a new password sent to a person who forgot theirs. An address that nobody has, or that was sent three
 * within the hour, gets the same answer after the same time, and no mail.
 * @throws HubError NOT_CONFIGURED: this hub sends no email; RATE_LIMITED: too many from one network address
 */
export async function requestPasswordMail(deps: ForgottenPasswordDeps, email: string, address: string): Promise<void> {
  const says = 'This hub doesn’t send email. An admin at your brokerage can give you a link to reset your password.';
  if (deps.mailer === null) throw new HubError('NOT_CONFIGURED', { says });
  refuseFor(await deps.rateLimits.take(asksPerAddress, addressKey(address)), 'Too many attempts from your network.');
  const user = await deps.identity.findUserByEmail(emailKey(email));
  // Not awaited: only accounts that exist have a mail to write, and that must not show by the time of the answer.
  if (user?.active)
    setMail(deps, user).catch((err: unknown) => deps.log.warn('a password link could not be sent', { err }));
}

async function setMail({ rateLimits, jobs, clock }: ForgottenPasswordDeps, { id, tenantId }: StaffUser): Promise<void> {
  if ((await rateLimits.take(mailsPerAccount, id)) > 0) return;
  await jobs.schedule({ tenantId, kind: 'password-mail', about: id, at: clock.now() });
}

export interface PasswordMailDeps {
  identity: Pick<IdentityStore, 'findUser' | 'findTenant' | 'changeUser'>;
  settings: Pick<SettingsStore, 'addChange'>;
  mailer: Mailer | null;
  /** How people reach the hub; null only where it sends no mail. */
  publicUrl: string | null;
  clock: Clock;
}

/** The job of a forgotten password: makes the link, which is kept nowhere else, and sends it. Each run replaces the link before. */
export async function sendPasswordMail(
  deps: PasswordMailDeps,
  { tenantId, userId }: { tenantId: string; userId: string },
): Promise<null> {
  const { identity, mailer, publicUrl, clock } = deps;
  const [user, tenant] = await Promise.all([identity.findUser(userId), identity.findTenant(tenantId)]);
  if (mailer === null || publicUrl === null || user?.tenantId !== tenantId || !user.active) return null;
  const { token } = await newPasswordLink(deps, userId);
  const link = `${publicUrl}/desk/password#${token}`;
  await mailer.send(passwordMail(user, tenant?.name ?? 'your brokerage', link));
  const told = { kind: 'person', action: 'password-link', subject: user.name, before: null, after: null } as const;
  await deps.settings.addChange(changeBy(user, clock.now(), told));
  return null;
}

const passwordMail = ({ email, name }: StaffUser, brokerage: string, url: string): Mail =>
  mailWithLink({
    to: email,
    subject: `Reset your password for ${brokerage}`,
    before: [
      `Hello ${name},`,
      `Someone asked to reset the password for your account at ${brokerage}. Choose a new password here:`,
    ],
    link: { url, words: 'Choose a new password' },
    after: [
      'The link works once and expires in 24 hours. If this wasn’t you, ignore this email. Your password stays the same.',
    ],
  });
