import type { Job } from '../../../kernel/jobs.ts';
import type { IdentityStore } from '../../identity/ports.ts';
import { mailWithLink } from '../../settings/mailWithLink.ts';
import type { Mailer } from '../../settings/ports.ts';
import type { ReportStore } from './ports.ts';

export interface ReportMailDeps {
  reports: Pick<ReportStore, 'find'>;
  identity: Pick<IdentityStore, 'findUser' | 'findTenant'>;
  mailer: Mailer | null;
  /** How people reach the hub; null only where it sends no mail. */
  publicUrl: string | null;
}

/** The job of a scheduled report that was made: sends whoever set the schedule a link to it. No figure leaves the hub. */
export async function sendReportMail(deps: ReportMailDeps, { tenantId, about, data }: Job): Promise<null> {
  const { mailer, publicUrl, identity, reports } = deps;
  const [report, user, tenant] = await Promise.all([
    reports.find(tenantId, about),
    identity.findUser(String(data.userId)),
    identity.findTenant(tenantId),
  ]);
  if (mailer === null || publicUrl === null || report === null) return null;
  if (user?.tenantId !== tenantId || !user.active || user.role === 'agent') return null;
  const { title, id } = report;
  await mailer.send(
    mailWithLink({
      to: user.email,
      subject: `${title} for ${tenant?.name ?? 'your brokerage'}`,
      before: [
        `Hello ${user.name},`,
        `The report you scheduled is ready: ${title}. You can read it here after signing in:`,
      ],
      link: { url: `${publicUrl}/desk/reports/${encodeURIComponent(id)}`, words: 'Open the report' },
      after: ['To stop these emails, delete the schedule on the Reports page.'],
    }),
  );
  return null;
}
