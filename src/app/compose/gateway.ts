import type { Server as HttpServer } from 'node:http';
import { hostname } from 'node:os';
import { createRateKeeper, ratesFrom } from '../../gateway/limits.ts';
import { createGateway, type Gateway, type GatewayDeps } from '../../gateway/server.ts';
import type { Config } from '../config.ts';
import type { Signals } from '../signals.ts';
import type { Stores } from '../stores.ts';
import type { AdmissionParts } from './admission.ts';
import type { AppointmentParts } from './appointments.ts';
import type { Core } from './core.ts';

/** The edge of sockets over what the node consists of. */
export function composeGateway(
  config: Config,
  stores: Pick<
    Stores,
    'identity' | 'commands' | 'audit' | 'leads' | 'records' | 'tasks' | 'calls' | 'search' | 'viewedHomes'
  >,
  given: Pick<GatewayDeps, 'health' | 'log' | 'meter'> & {
    core: Core;
    admission: AdmissionParts;
    signals: Signals;
    http: HttpServer;
  },
): Gateway {
  const { core, admission, signals, http, health, log, meter } = given;
  const { conversations, turns, tenants, homes, presence, coaching, turnNode } = core;
  const { verifier, origins, blocklist, nameAddress } = admission;
  const { limits } = config;
  const { identity, commands, audit, leads, records, tasks, calls, search, viewedHomes } = stores;
  const { appointments, calendar }: AppointmentParts = turns;
  const gateway = createGateway(
    {
      ...conversations,
      ...{ identity, commands, audit, leads, records, tasks, calls, search, viewedHomes },
      ...{ appointments, calendar, presence, coaching },
      ...{ verifier, origins, blocklist, nameAddress, health, log, meter },
      streamLog: signals.streamLog,
      rateLimits: signals.rateLimits,
      rates: createRateKeeper(ratesFrom(limits)),
      callsPerAddress: limits.callsPerAddress,
      widgetSocketsPerAddress: limits.widgetSocketsPerAddress,
      messagesPerMinute: limits.messagesPerMinute,
      recorded: config.recorded,
      trustedProxies: config.trustProxyHops,
      node: `${hostname()}:${process.pid}`,
      listingTitleOf: async (tenantId, listingId) => (await homes.homeOf(tenantId, listingId))?.title ?? null,
      timeZoneOf: tenants.timeZoneOf,
      peopleOf: tenants.peopleOf,
      homeOf: homes.homeOf,
      turns: turnNode.requests,
      readVersion: tenants.readVersion,
    },
    http,
  );
  if (signals.socketAdapter !== null) gateway.io.adapter(signals.socketAdapter);
  return gateway;
}
