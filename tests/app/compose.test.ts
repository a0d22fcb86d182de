import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createPromMeter } from '../../src/adapters/telemetry/promMeter.ts';
import { composeAdmission } from '../../src/app/compose/admission.ts';
import { composeBusyCalendars } from '../../src/app/compose/busyCalendars.ts';
import { listenToChannels } from '../../src/app/compose/channels.ts';
import { composeHelp } from '../../src/app/compose/coaching.ts';
import { composeHub } from '../../src/app/compose/composeHub.ts';
import { composeCore } from '../../src/app/compose/core.ts';
import { composeGateway } from '../../src/app/compose/gateway.ts';
import { composeHomePhotos } from '../../src/app/compose/homePhotos.ts';
import { composeInterventions } from '../../src/app/compose/interventions.ts';
import { composeNarratives } from '../../src/app/compose/narratives.ts';
import { composePhone } from '../../src/app/compose/phone.ts';
import { composePictures } from '../../src/app/compose/pictures.ts';
import { composeReports } from '../../src/app/compose/reports.ts';
import { composeRest, serveRest } from '../../src/app/compose/rest.ts';
import { composeWebhooks } from '../../src/app/compose/webhooks.ts';
import { startWork } from '../../src/app/compose/work.ts';
import { readConfig } from '../../src/app/config.ts';
import { openMemorySignals } from '../../src/app/signals.ts';
import { openMemoryStores } from '../../src/app/stores.ts';
import type { Channel, ToldMessage } from '../../src/features/channels/model.ts';
import { openChat } from '../../src/features/conversations/openChat.ts';
import { createTenant } from '../../src/features/identity/createTenant.ts';
import type { VisitorScope } from '../../src/features/identity/model.ts';
import { fromVisitor, receiveMessage } from '../../src/features/turns/receiveMessage.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { noTenant } from '../../src/kernel/jobs.ts';
import { silentLogger } from '../../src/kernel/observe.ts';

it('a hub is built from the bottom up: each layer stands before the next is there, and the next takes up its leftovers', async () => {
  const [log, clock, config] = [silentLogger, systemClock, readConfig({})];
  const meter = createPromMeter(log);
  const stores = openMemoryStores();
  const signals = openMemorySignals(log, clock);
  const answers = async (conversationId: string) =>
    (await stores.entries.read(conversationId, 'public', 1, 100, 100)).filter(
      ({ type, actor }) => type === 'message-created' && actor.kind === 'bot',
    );

  const core = composeCore(config, stores, { signals, clock, log, meter });
  const { conversations, tenants } = core;
  const tenant = await createTenant({ store: stores.identity, clock }, { name: 'Barton', timeZone: 'America/Chicago' });
  const scope: VisitorScope = {
    tenantId: tenant.id,
    principal: { kind: 'visitor', id: 'v', leadId: 'l', siteId: 's', role: 'visitor' },
  };
  const { id } = await openChat(conversations, scope, { url: 'https://home.example/', language: 'en' });
  const message = fromVisitor(scope, { commandId: 'c', bodyHash: '' }, { text: 'I want to buy a house' });
  await receiveMessage({ ...conversations, ...tenants }, message);
  expect(await core.coaching.readTalk(tenant.id, id)).not.toBeNull();
  expect(await core.turns.calendar.busy(tenant.id, 0, clock.now())).toEqual([]);
  expect(await core.turns.packOf((await conversations.folds.read(tenant.id, id))!)).toMatchObject({
    brokerage: 'Barton',
  });
  expect(core.model.basis).toBe('rules');
  expect(await stores.entries.listOwed(Number.MAX_SAFE_INTEGER, 10)).toHaveLength(1);

  const admission = composeAdmission(config, stores, {
    ...signals,
    secret: 'of a test',
    tenants,
    clock,
    log,
  });
  const busyTimes = composeBusyCalendars(stores, { conversations, tenants, secret: 'of a test' });
  const narrating = composeNarratives(stores, core, { ...signals, secret: 'of a test', log, meter });
  const phone = composePhone(stores, {
    ...signals,
    conversations,
    secret: 'of a test',
    meter,
    log,
    speechUrl: config.speechUrl,
    twilioUrl: 'http://127.0.0.1:1',
  });
  const reporting = composeReports(stores, core, { ...signals, mailer: null, publicUrl: null });
  const outgoing = composeWebhooks(config, stores, { conversations, tenants, secret: 'of a test', log, meter });
  const interventions = composeInterventions(stores, core);
  const rest = composeRest(config, stores, {
    ...composePictures(),
    ...phone,
    ...{
      core,
      admission,
      busyTimes,
      narrating,
      reports: reporting,
      webhooks: outgoing.webhooks,
      interventions: interventions.deciding,
      mailer: null,
      log,
      meter,
      clientDir: import.meta.dirname,
    },
    health: { isDraining: () => false, checks: {}, readMetrics: meter.read, readPerformance: meter.percentiles },
  });
  const http = serveRest(rest);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  expect((await fetch(`http://127.0.0.1:${port}/livez`, { headers: { connection: 'close' } })).status).toBe(200);

  const health = { now: () => ({}) as never, onChange: () => () => {} };
  const gateway = composeGateway(config, stores, { core, admission, signals, http, health, log, meter });
  const help = composeHelp(core.coaching, { folds: conversations.folds, entries: stores.entries }, gateway.feed);
  expect(gateway.feed.isReadByStaff(id)).toBe(false);
  expect(await answers(id)).toEqual([]);

  let text: (told: ToldMessage) => Promise<void> = async () => {};
  const sent: string[] = [];
  const sms: Channel = {
    kind: 'sms',
    send: async (outbound) => void sent.push(outbound.to),
    listen(receive) {
      text = receive;
      return () => {};
    },
  };
  const passwordMails = { ...stores, mailer: null, publicUrl: null, clock };
  const homePhotos = composeHomePhotos(stores, composePictures().pictures, conversations.clock);
  const work = startWork({
    ...core,
    stores,
    channels: [sms],
    busyTimes,
    narrating,
    reporting,
    passwordMails,
    homePhotos,
    ...outgoing,
    ...interventions,
    streamLog: signals.streamLog,
    help,
  });
  await expect.poll(async () => (await answers(id)).length).toBe(1);
  await expect.poll(() => stores.entries.listOwed(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  await expect.poll(() => stores.jobStore.count(noTenant, 10)).toBe(3);

  const { blocklist } = admission;
  listenToChannels([sms], { ...conversations, ...tenants, blocklist, leads: stores.leads });
  await text({ tenantId: tenant.id, from: '+15125550137', providerId: 'p1', text: 'I want to sell my house' });
  await expect.poll(() => sent).toEqual(['+15125550137']);

  help.quietCoach.stop();
  await gateway.drain(0);
  http.close();
  await work.stop(0);
  await conversations.rows.stop();
  await core.ledger.stop();
});

it('a node that stops while a turn runs leaves its name, so that its rows are looked at; one that ended all its turns takes it out', async () => {
  const [log, clock, config] = [silentLogger, systemClock, readConfig({})];
  async function stopped(holdsTurn: boolean): Promise<number> {
    const stores = openMemoryStores();
    const { insert } = stores.turns;
    let go = (): void => {};
    const held = new Promise<void>((done) => {
      go = done;
    });
    const began = new Promise<void>((done) => {
      stores.turns.insert = async (turn) => {
        done();
        if (holdsTurn) await held;
        return insert(turn);
      };
    });
    const signals = openMemorySignals(log, clock);
    const hub = await composeHub(config, stores, signals, log, createPromMeter(log), import.meta.dirname);
    hub.http.listen(0, '127.0.0.1');
    await once(hub.http, 'listening');
    const { conversations, tenants } = hub.core;
    const tenant = await createTenant({ store: stores.identity, clock }, { name: 'B', timeZone: 'America/Chicago' });
    const scope: VisitorScope = {
      tenantId: tenant.id,
      principal: { kind: 'visitor', id: 'v', leadId: 'l', siteId: 's', role: 'visitor' },
    };
    const { id } = await openChat(conversations, scope, { url: 'https://home.example/', language: 'en' });
    const message = fromVisitor(scope, { commandId: 'c', bodyHash: '' }, { text: 'I want to buy a house' });
    await receiveMessage({ ...conversations, ...tenants }, message);
    await began;
    if (!holdsTurn) await expect.poll(() => stores.entries.listOwed(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
    hub.http.close();
    await hub.drain(0);
    const known = await stores.keepers.silentSince(Number.MAX_SAFE_INTEGER);
    go();
    await expect.poll(async () => (await stores.conversations.find(tenant.id, id))?.board.lastLines.length).toBe(2);
    return known.length;
  }
  expect(await stopped(true)).toBe(1);
  expect(await stopped(false)).toBe(0);
});
