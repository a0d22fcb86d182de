import type { PromMeter } from '../../adapters/telemetry/promMeter.ts';
import type { CoachingDeps } from '../../features/coaching/deps.ts';
import { createArmFinder } from '../../features/experiments/runningArm.ts';
import type { Presence } from '../../gateway/presence.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { Config } from '../config.ts';
import type { Signals } from '../signals.ts';
import type { Stores } from '../stores.ts';
import { composeAppointments } from './appointments.ts';
import { composeCoaching } from './coaching.ts';
import { type ConversationParts, composeConversations } from './conversations.ts';
import { composeLog } from './log.ts';
import { composeModel, type ModelParts } from './model.ts';
import { composePacks } from './packs.ts';
import { composeTenants, type TenantParts } from './tenants.ts';
import { composeTurnNode, type TurnNode } from './turnNode.ts';
import { composeTurns, type TurnParts } from './turns.ts';

export interface Core extends TenantParts, ModelParts {
  conversations: ConversationParts;
  presence: Presence;
  turns: TurnParts;
  turnNode: TurnNode;
  coaching: CoachingDeps;
}

/** The parts of a node below its edges: no port is opened, and nothing follows yet from what is written. */
export function composeCore(
  config: Config,
  stores: Stores,
  given: { signals: Signals; clock: Clock; log: Logger; meter: PromMeter },
): Core {
  const { signals, clock, log, meter } = given;
  const { wakeups, leases, streamLog, rateLimits } = signals;
  const logs = composeLog(stores, { wakeups, clock, log, meter });
  const tenantParts = composeTenants(stores, { wakeups, clock });
  const { tenants } = tenantParts;
  const { conversations, presence } = composeConversations(stores, { logs, tenants, log });
  const appointments = composeAppointments(stores, tenants, clock);
  const modelParts = composeModel(config, stores, { conversations, rateLimits, log, meter });
  const { model } = modelParts;
  const packs = composePacks(stores, tenantParts, { clock, log });
  const turns = composeTurns(stores, {
    ...{ ...tenantParts, ...packs, conversations, appointments, leases, streamLog, model, log, meter },
  });
  return {
    ...tenantParts,
    ...modelParts,
    conversations,
    presence,
    turns,
    turnNode: composeTurnNode(config.role, turns, tenants),
    coaching: composeCoaching(turns, {
      streamLog,
      model,
      rateLimits,
      findUser: stores.identity.findUser,
      holdEach: tenants.holdEach,
      findArm: createArmFinder({ hold: tenants.hold, experiments: stores.experiments, clock }),
      homes: tenantParts.homes,
      leads: stores.leads,
      timeZoneOf: tenants.timeZoneOf,
      patience: config.modelPatience,
    }),
  };
}
