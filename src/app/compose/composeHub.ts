import type { Server as HttpServer } from 'node:http';
import { createSmtpMailer } from '../../adapters/smtp/smtpMailer.ts';
import type { PromMeter } from '../../adapters/telemetry/promMeter.ts';
import { reviewWords } from '../../features/compliance/reviewWords.ts';
import { mendRows } from '../../features/conversations/board/mendRows.ts';
import { reindexConversation } from '../../features/search/reindex.ts';
import { serveMedia } from '../../gateway/mediaSockets.ts';
import type { Gateway } from '../../gateway/server.ts';
import { systemClock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { Config } from '../config.ts';
import { demoStaff, demoTenantId } from '../demoTenant.ts';
import { startDispatcher } from '../dispatcher.ts';
import { provideSecret } from '../provideSecret.ts';
import type { Signals } from '../signals.ts';
import type { Stores } from '../stores.ts';
import { watchHealth } from '../watchHealth.ts';
import { composeAdmission } from './admission.ts';
import { composeBusyCalendars } from './busyCalendars.ts';
import { channels as allChannels, listenToChannels, openChannels } from './channels.ts';
import { composeHelp } from './coaching.ts';
import { type Core, composeCore } from './core.ts';
import { composeGateway } from './gateway.ts';
import { composeHomePhotos } from './homePhotos.ts';
import { composeInterventions } from './interventions.ts';
import { composeNarratives } from './narratives.ts';
import { composePhone } from './phone.ts';
import { composePictures } from './pictures.ts';
import { composeReports } from './reports.ts';
import { composeRest, serveRest } from './rest.ts';
import { composeWebhooks } from './webhooks.ts';
import { startWork } from './work.ts';

export interface Hub {
  http: HttpServer;
  gateway: Gateway;
  core: Core;
  /** Says no to `/readyz`, sends everyone elsewhere, finishes the turns that run. */
  drain(withinMs: number): Promise<void>;
}

/** All wiring, by hand, from the bottom up: parts that are built first know nothing of later ones. */
export async function composeHub(
  config: Config,
  stores: Stores,
  signals: Signals,
  log: Logger,
  meter: PromMeter,
  clientDir: string,
  channelRows = allChannels,
): Promise<Hub> {
  const channels = openChannels(channelRows, config);
  const clock = systemClock;
  const { wakeups, leases, streamLog, rateLimits } = signals;
  const core = composeCore(config, stores, { signals, clock, log, meter });
  const { conversations, presence, tenants, turnNode } = core;
  const { rows, folds } = conversations;
  const secret = await provideSecret(config, stores.identity);
  const admission = composeAdmission(config, stores, {
    secret,
    tenants,
    rateLimits,
    wakeups,
    clock,
    log,
  });
  const makers = composePictures();
  const homePhotos = composeHomePhotos(stores, makers.pictures, clock);
  const busyTimes = composeBusyCalendars(stores, { conversations, tenants, secret });
  const narrating = composeNarratives(stores, core, { rateLimits, secret, log, meter });
  const phone = composePhone(stores, {
    conversations,
    ...signals,
    secret,
    meter,
    log,
    speechUrl: config.speechUrl,
    twilioUrl: config.twilioUrl,
  });
  const mailer = config.mail === null ? null : createSmtpMailer(config.mail);
  const reporting = composeReports(stores, core, { rateLimits, mailer, publicUrl: config.publicUrl });
  const passwordMails = { ...stores, mailer, publicUrl: config.publicUrl, clock };
  const interventions = composeInterventions(stores, core);
  const outgoing = composeWebhooks(config, stores, { conversations, tenants, secret, log, meter });
  const { ping } = signals;
  const health = watchHealth({
    node: newId(),
    clock,
    wakeups,
    checks: { database: stores.ping, redis: ping },
    modelState: core.modelState,
  });
  // The rules are compiled by their first use, which takes most of a second: not while a visitor waits.
  reviewWords('No words yet.', { audience: 'public' });
  const draining = new AbortController();
  const checks = { database: stores.ping, ...(ping === null ? {} : { redis: ping }) };
  const hasDemo = !config.production && (await stores.identity.findTenant(demoTenantId)) !== null;
  const rest = composeRest(config, stores, {
    ...makers,
    ...{ phone: phone.phone, phoneHooks: phone.phoneHooks },
    ...{ core, admission, busyTimes, narrating, reports: reporting, mailer, channels, log, meter, clientDir },
    webhooks: outgoing.webhooks,
    interventions: interventions.deciding,
    demoAccounts: hasDemo ? demoStaff : [],
    health: {
      isDraining: () => draining.signal.aborted,
      checks,
      readMetrics: meter.read,
      readPerformance: meter.percentiles,
    },
  });
  const http = serveRest(rest);
  const gateway = composeGateway(config, stores, { core, admission, signals, http, health, log, meter });

  const closeMedia = serveMedia(http, { ...phone.audio, publicUrl: config.publicUrl });
  const dispatcher = startDispatcher({ ...conversations, ...tenants, leases, log, here: presence.here });
  presence.onChange(dispatcher.look);
  const help = composeHelp(core.coaching, { folds, entries: stores.entries }, gateway.feed);
  const work = startWork({
    ...core,
    stores,
    channels,
    busyTimes,
    narrating,
    reporting,
    homePhotos,
    passwordMails,
    ...outgoing,
    ...interventions,
    streamLog,
    help,
  });
  const stopChannels = listenToChannels(channels, {
    ...{ ...conversations, ...tenants, blocklist: admission.blocklist, leads: stores.leads },
  });
  const mending = mendRows({
    ...{ ...conversations, keepers: stores.keepers, isOnly: ping === null, leases, log },
    async redo(place) {
      await reindexConversation({ ...stores, clock }, place);
      await outgoing.webhookQueue.hearAgain(stores, place);
    },
  });

  return {
    http,
    gateway,
    core,
    async drain(withinMs) {
      draining.abort();
      stopChannels();
      health.stop();
      help.quietCoach.stop();
      dispatcher.stop();
      closeMedia();
      await gateway.drain(Math.min(2000, withinMs));
      turnNode.stopListening();
      const isAllDone = await work.stop(Math.max(0, withinMs - 2500));
      const isEveryRowKept = await rows.stop();
      // A turn that still runs writes on until the process ends.
      await mending.stop(isAllDone && isEveryRowKept);
      await core.ledger.stop();
    },
  };
}
