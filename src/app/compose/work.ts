import type { BusyCalendarDeps } from '../../features/appointments/busyCalendar.ts';
import type { Channel } from '../../features/channels/model.ts';
import type { QuietCoach } from '../../features/coaching/coachWhenQuiet.ts';
import type { NarrativeBatchDeps } from '../../features/composing/narratives/runBatch.ts';
import type { RunScheduleDeps } from '../../features/composing/reports/runSchedule.ts';
import type { ReportMailDeps } from '../../features/composing/reports/sendReportMail.ts';
import type { FetchHomePhotosDeps } from '../../features/listings/fetchHomePhotos.ts';
import type { PasswordMailDeps } from '../../features/settings/forgottenPassword.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import { noTenant } from '../../kernel/jobs.ts';
import { type Reaction, reactions } from '../../reactions/reactions.ts';
import { startReactions } from '../../reactions/startReactions.ts';
import { runJobsWith, tellDeadJob } from '../jobKinds.ts';
import { startJobRunner } from '../jobRunner.ts';
import type { Stores } from '../stores.ts';
import { startTurnWorker } from '../turnWorker.ts';
import type { Help } from './coaching.ts';
import type { Interventions } from './interventions.ts';
import type { TenantParts } from './tenants.ts';
import type { TurnNode } from './turnNode.ts';
import type { TurnParts } from './turns.ts';
import type { WebhookParts } from './webhooks.ts';

interface Given extends WebhookParts, Pick<Interventions, 'proposing' | 'silence'> {
  turns: TurnParts;
  turnNode: TurnNode;
  tenants: Pick<TenantParts['tenants'], 'waitSlaMsOf'>;
  stores: Pick<
    Stores,
    | ('identity' | 'jobStore' | 'leads' | 'records' | 'search' | 'tasks' | 'calls' | 'notifications')
    | ('experiments' | 'deliveries')
  >;
  streamLog: StreamLog;
  channels: readonly Channel[];
  busyTimes: BusyCalendarDeps;
  narrating: NarrativeBatchDeps;
  reporting: RunScheduleDeps & ReportMailDeps;
  passwordMails: PasswordMailDeps;
  homePhotos: FetchHomePhotosDeps;
  help: Omit<Help, 'quietCoach'> & { quietCoach: Pick<QuietCoach, 'leadSpoke'> };
}

export interface Work {
  /** Begins nothing new, and waits for what runs, no longer than `withinMs`. Whether all of it ended. */
  stop(withinMs: number): Promise<boolean>;
}

/**
 * Starts the reactions to this node's entries; and where the node takes turns, looks for what was left over,
 * and runs jobs.
 */
export function startWork(given: Given, rows: readonly Reaction[] = reactions): Work {
  const {
    turns,
    turnNode,
    tenants,
    stores,
    streamLog,
    channels,
    busyTimes,
    narrating,
    reporting,
    homePhotos,
    passwordMails,
    webhooks,
    webhookQueue,
    proposing,
    silence,
    help,
  } = given;
  const { jobs, clock, wakeups, log, meter } = turns;
  const { queue, requests } = turnNode;
  const { identity, jobStore, leads, records, tasks, calls } = stores;
  const react = startReactions(
    {
      ...turns,
      conversations: turns,
      turns: requests,
      // If nobody here takes the turn, several nodes would ask the model and one would use it.
      modelReadings: queue === null ? null : turns.modelReadings,
      ...help,
      ...{ leads, records, search: stores.search },
      exposing: { experiments: stores.experiments, conversations: turns.conversations },
      webhookQueue,
      silence,
      notifying: { notifications: stores.notifications, wakeups },
      streams: { log: streamLog, wakeups, clock },
    },
    rows,
  );
  if (queue === null) return { stop: async () => true };
  const worker = startTurnWorker({ ...turns, streamLog, turnQueue: queue, react });
  const runner = startJobRunner({
    store: jobStore,
    run: runJobsWith({
      ...turns,
      channels,
      busyTimes,
      narrating,
      reporting,
      proposing,
      experimenting: { ...turns, experiments: stores.experiments, records },
      passwordMails,
      homePhotos,
      webhooks,
      deliveries: stores.deliveries,
      identity,
      jobStore,
      leads,
      records,
      tasks,
      calls,
      search: stores.search,
      streamLog,
      waitSlaMsOf: tenants.waitSlaMsOf,
    }),
    onDead: (job) => tellDeadJob(turns, job),
    ...{ jobs, clock, log, meter },
  });
  for (const kind of ['forget-past', 'home-photos', 'cooling'] as const)
    jobs
      .schedule({ tenantId: noTenant, kind, about: 'all', at: clock.now() })
      .catch((err: unknown) => log.warn('a job of the hub itself won’t run until the next start', { kind, err }));
  return {
    async stop(withinMs) {
      worker.stop();
      return !(await Promise.all([queue.stop(withinMs), runner.stop(withinMs)])).includes(false);
    },
  };
}
