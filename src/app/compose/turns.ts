import { firstState } from '../../features/bots/state/firstState.ts';
import { step } from '../../features/bots/step.ts';
import { factsOnShelf, findFacts } from '../../features/knowledge/findCards.ts';
import { noteUnanswered } from '../../features/knowledge/manageUnanswered.ts';
import { homeNamed } from '../../features/listings/homeNamed.ts';
import type { LanguageModel } from '../../features/llm/ports.ts';
import { adaptsTo } from '../../features/profiles/preferences/adaptsTo.ts';
import { recallPerson } from '../../features/profiles/recallPerson.ts';
import type { Language } from '../../features/reading/model.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import { forgetSpoken } from '../../features/turns/forgetSpoken.ts';
import { createModelReadings, type ModelReadings } from '../../features/turns/modelReadings.ts';
import { keepNewestTurns, type NewestTurns } from '../../features/turns/newestTurns.ts';
import { type EffectDeps, runEffects } from '../../features/turns/runEffects.ts';
import type { TurnDeps } from '../../features/turns/runTurn.ts';
import type { Leases } from '../../kernel/leases.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import { loadReader } from '../loadReader.ts';
import { createPassOfLoop } from '../passOfLoop.ts';
import type { Stores } from '../stores.ts';
import type { AppointmentParts } from './appointments.ts';
import type { ConversationParts } from './conversations.ts';
import type { PackParts } from './packs.ts';
import type { TenantParts } from './tenants.ts';

interface Given extends Pick<TenantParts, 'homes' | 'shelves'>, PackParts {
  conversations: ConversationParts;
  appointments: AppointmentParts;
  leases: Leases;
  streamLog: StreamLog;
  model: LanguageModel;
  log: Logger;
  meter: Meter;
}

/** The dependencies of turns, and of whatever else works on their results. */
export interface TurnParts extends ConversationParts, AppointmentParts, Omit<TurnDeps, keyof ConversationParts> {
  turns: NewestTurns;
  /** The dependencies of a turn's effects. */
  effects: EffectDeps;
  modelReadings: ModelReadings;
}

/** The dependencies of a turn: Jorge, what he knows, and what carries out what he decides. */
export function composeTurns(
  stores: Pick<Stores, 'turns' | 'outcomes' | 'leads' | 'records' | 'knowledge' | 'search'>,
  given: Given,
): TurnParts {
  const { conversations, appointments, leases, streamLog, model, packOf, homes, shelves, botHealth } = given;
  const { log, meter } = given;
  const { clock } = conversations;
  const { outcomes, leads, records } = stores;
  const turns = keepNewestTurns(stores.turns);
  const effects = {
    ...conversations,
    ...appointments,
    turns,
    outcomes,
    leads,
    records,
    streamLog,
    model,
    listings: homes,
    homeOf: homes.homeOf,
    adaptsTo: (tenantId: string, leadId: string) => adaptsTo({ ...conversations, leads }, tenantId, leadId),
    shelfFacts: async (tenantId: string, language: Language) => factsOnShelf(await shelves.shelfOf(tenantId), language),
    log,
  };
  return {
    ...conversations,
    ...appointments,
    turns,
    effects,
    outcomes,
    botHealth,
    leases,
    step,
    firstState,
    reader: loadReader(),
    ownPass: createPassOfLoop(),
    modelReadings: createModelReadings({
      ...{ packOf, folds: conversations.folds, turns, clock, model, firstState, log },
      homesNamed: homes.named,
      homeOf: homes.homeOf,
    }),
    factsFor: async (tenantId, ...asked) => findFacts(await shelves.shelfOf(tenantId), ...asked),
    homeNamed: (tenantId, text, homeId) => homeNamed(homes, tenantId, text, homeId),
    noteUnanswered: (tenantId, conversationId, question) =>
      noteUnanswered({ ...stores, clock }, tenantId, conversationId, question),
    packOf,
    forgetSpoken: (conversation) =>
      forgetSpoken(
        { ...conversations, turnStore: stores.turns, leads, search: stores.search, step, firstState, log },
        conversation,
      ),
    adaptsTo: effects.adaptsTo,
    recall: (conversation) => recallPerson(effects, conversation),
    runEffects: (conversation, turn, pack, isNew) => runEffects(effects, conversation, turn, pack, isNew),
    log,
    meter,
  };
}
