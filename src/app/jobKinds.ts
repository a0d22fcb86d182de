import { type BusyCalendarDeps, lookAtBusyCalendar } from '../features/appointments/busyCalendar.ts';
import type { AppointmentStore } from '../features/appointments/ports.ts';
import { pastKeptMs } from '../features/appointments/rules.ts';
import { type CallLookDeps, lookAtCall } from '../features/calls/endCall.ts';
import { type SendDeps, sendByChannel } from '../features/channels/sendByChannel.ts';
import { type NarrativeBatchDeps, runBatch } from '../features/composing/narratives/runBatch.ts';
import { type RunScheduleDeps, runSchedule } from '../features/composing/reports/runSchedule.ts';
import { type ReportMailDeps, sendReportMail } from '../features/composing/reports/sendReportMail.ts';
import { judgeWait, type WaitDeps } from '../features/conversations/board/judgeWait.ts';
import { type AlertDeps, raiseAlert } from '../features/conversations/board/raiseAlert.ts';
import type { Appender } from '../features/conversations/log/appendEntry.ts';
import { lookAtOffer, type OfferLookDeps } from '../features/conversations/speaker/offerWaiting.ts';
import { lookAtExperiment } from '../features/experiments/countExposures.ts';
import type { ReadDeps } from '../features/experiments/readExperiment.ts';
import type { FileStore } from '../features/files/ports.ts';
import { lookAtCooling, type ProposeDeps } from '../features/interventions/lookAtCooling.ts';
import { type FetchHomePhotosDeps, fetchHomePhotos } from '../features/listings/fetchHomePhotos.ts';
import { type ScheduledLookDeps, sendScheduled } from '../features/profiles/scheduleMessage.ts';
import { type PasswordMailDeps, sendPasswordMail } from '../features/settings/forgottenPassword.ts';
import { lookAtTask, type TaskLookDeps } from '../features/tasks/lookAtTask.ts';
import { type AppointmentLookDeps, lookAtAppointment } from '../features/turns/lookAtAppointment.ts';
import { lookAtPause, type MendDeps, mendSpeaker, type PauseDeps } from '../features/turns/mendSpeaker.ts';
import { noteQuiet, type QuietDeps } from '../features/turns/noteQuiet.ts';
import { noteReviewLate } from '../features/turns/noteReviewLate.ts';
import type { DeliveryStore } from '../features/webhooks/ports.ts';
import { type SendDeliveriesDeps, sendDeliveries } from '../features/webhooks/sendDeliveries.ts';
import { tidyDeliveries } from '../features/webhooks/tidyDeliveries.ts';
import { type Job, type JobKind, type JobStore, type Jobs, keyOf } from '../kernel/jobs.ts';

/** Does what is due; resolves to when the job wants to run again (ms since the epoch), or null. */
export type JobRun = (job: Job) => Promise<number | null>;

/** Of a kind that this version does not know. */
export class UnknownJob extends Error {}

export type JobDeps = PauseDeps &
  MendDeps &
  QuietDeps &
  AppointmentLookDeps &
  OfferLookDeps &
  WaitDeps &
  SendDeps &
  TaskLookDeps &
  CallLookDeps &
  ScheduledLookDeps & {
    busyTimes: BusyCalendarDeps;
    passwordMails: PasswordMailDeps;
    homePhotos: FetchHomePhotosDeps;
    narrating: NarrativeBatchDeps;
    reporting: RunScheduleDeps & ReportMailDeps;
    experimenting: ReadDeps;
    proposing: ProposeDeps;
    appender: Pick<Appender, 'append' | 'appendUnder'>;
    appointments: Pick<AppointmentStore, 'removePast'>;
    jobStore: Pick<JobStore, 'removeDead'>;
    files: Pick<FileStore, 'removeUnsent'>;
    webhooks: SendDeliveriesDeps;
    deliveries: Pick<DeliveryStore, 'removeOld' | 'overdue'>;
    jobs: Pick<Jobs, 'schedule'>;
  };

export interface JobRow {
  kind: JobKind;
  /** The team reads this when the job failed for good. */
  failed: string;
  run(deps: JobDeps, job: Job): Promise<number | null>;
}

/** Past data is forgotten now and then, so much at a time; sooner while there is more. */
const tidyEveryMs = 600_000;
const tidyAgainMs = 60_000;
const pastAtOnce = 200;
/** For this long a dead job can be looked at. */
const deadKeptMs = 30 * 86_400_000;
/** A file that was put into a conversation and not sent by then is not sent anymore. */
const unsentKeptMs = 86_400_000;

const placeOf = ({ tenantId, about }: Job) => ({ tenantId, conversationId: about });

/** All that the hub does later, one row each. */
export const jobRows: readonly JobRow[] = [
  {
    kind: 'pause',
    failed: 'Jorge’s pause ended, but he couldn’t be resumed',
    run: (deps, job) => lookAtPause(deps, placeOf(job)),
  },
  {
    kind: 'speaker',
    failed: 'The speaker changed, but the conversation couldn’t be updated',
    async run(deps, job) {
      await mendSpeaker(deps, placeOf(job));
      return null;
    },
  },
  {
    kind: 'quiet',
    failed: 'A month without messages couldn’t be recorded',
    run: (deps, job) => noteQuiet(deps, placeOf(job)),
  },
  {
    kind: 'wait',
    failed: 'This visitor’s wait couldn’t be checked',
    run: (deps, job) =>
      judgeWait(deps, placeOf(job), (conversation, since) => noteReviewLate(deps, conversation, since)),
  },
  {
    kind: 'sending',
    failed: 'A message here couldn’t be sent',
    run: (deps, job) => sendByChannel(deps, placeOf(job)),
  },
  {
    kind: 'scheduled-message',
    failed: 'A scheduled message couldn’t be sent',
    run: sendScheduled,
  },
  {
    kind: 'appointment',
    failed: 'An appointment reminder couldn’t be sent, or a held time couldn’t be released',
    run: (deps, { tenantId, about }) => lookAtAppointment(deps, { tenantId, appointmentId: about }),
  },
  {
    kind: 'task',
    failed: 'A task is due, but no one could be notified',
    run: (deps, { tenantId, about }) => lookAtTask(deps, { tenantId, taskId: about }),
  },
  {
    kind: 'call',
    failed: 'A call is over, but its conversation couldn’t be closed',
    run: lookAtCall,
  },
  {
    kind: 'busy-times',
    failed: '',
    run: ({ busyTimes }, { tenantId, about }) => lookAtBusyCalendar(busyTimes, { tenantId, userId: about }),
  },
  {
    kind: 'password-mail',
    failed: '',
    run: ({ passwordMails }, { tenantId, about }) => sendPasswordMail(passwordMails, { tenantId, userId: about }),
  },
  {
    kind: 'offer',
    failed: 'Nobody took the conversation in time, and it couldn’t be offered to someone else',
    run: (deps, job) => lookAtOffer(deps, placeOf(job)),
  },
  {
    kind: 'home-photos',
    failed: '',
    run: ({ homePhotos }) => fetchHomePhotos(homePhotos),
  },
  {
    kind: 'narratives',
    failed: '',
    run: ({ narrating }, { tenantId, about }) => runBatch(narrating, { tenantId, batchId: about }),
  },
  {
    kind: 'report',
    failed: '',
    run: ({ reporting }, job) => runSchedule(reporting, job),
  },
  {
    kind: 'report-mail',
    failed: '',
    run: ({ reporting }, job) => sendReportMail(reporting, job),
  },
  {
    kind: 'experiment',
    failed: '',
    run: ({ experimenting }, { tenantId, about }) => lookAtExperiment(experimenting, { tenantId, experimentId: about }),
  },
  {
    kind: 'cooling',
    failed: '',
    run: ({ proposing }, job) => lookAtCooling(proposing, job),
  },
  {
    kind: 'webhook',
    failed: '',
    run: ({ webhooks }, job) => sendDeliveries(webhooks, job),
  },
  {
    kind: 'forget-past',
    failed: '',
    async run({ appointments, jobStore, files, deliveries, jobs, clock }) {
      const now = clock.now();
      const removed = await appointments.removePast(now - pastKeptMs, pastAtOnce);
      const unsent = await files.removeUnsent(now - unsentKeptMs, pastAtOnce);
      await jobStore.removeDead(now - deadKeptMs, pastAtOnce);
      await tidyDeliveries({ deliveries, jobs, clock });
      return now + (Math.max(removed, unsent) < pastAtOnce ? tidyEveryMs : tidyAgainMs);
    },
  },
];

/** Tells the supervisors of a job that was given up, once. Jobs of no conversation are told in the log of the hub alone. */
export async function tellDeadJob(deps: AlertDeps, job: Job & { dueAt: number }): Promise<void> {
  const { tenantId, kind, conversationId, dueAt } = job;
  if (conversationId === null) return;
  const reason = jobRows.find((row) => row.kind === kind)?.failed ?? 'Something was due but couldn’t be done';
  const occasion = `${keyOf(job)}:${dueAt}`;
  await raiseAlert(deps, { tenantId, conversationId }, { kind: 'job-failed', reason, priority: 2, occasion });
}

/** @throws UnknownJob for a kind that has no row */
export const runJobsWith =
  (deps: JobDeps, rows: readonly JobRow[] = jobRows): JobRun =>
  async (job) => {
    const row = rows.find(({ kind }) => kind === job.kind);
    if (row === undefined) throw new UnknownJob(job.kind);
    return row.run(deps, job);
  };
