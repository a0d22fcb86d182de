import { createAnthropicModel } from '../../adapters/anthropic/createAnthropicModel.ts';
import { defaultModels, type ModelSettings } from '../../adapters/anthropic/defaultModels.ts';
import { createPlaybook } from '../../adapters/playbook/createPlaybook.ts';
import type { PromMeter } from '../../adapters/telemetry/promMeter.ts';
import { keepLedger, type Ledger, withLedger } from '../../features/llm/ledger.ts';
import type { LanguageModel } from '../../features/llm/ports.ts';
import { countSpending, type Spending } from '../../features/llm/spending.ts';
import { watchModel } from '../../features/llm/watchModel.ts';
import { withBudget } from '../../features/llm/withBudget.ts';
import { withFallback } from '../../features/llm/withFallback.ts';
import { withHiddenPeople } from '../../features/llm/withHiddenPeople.ts';
import { withSecondModel } from '../../features/llm/withSecondModel.ts';
import { newId } from '../../kernel/ids.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { RateLimits } from '../../kernel/rateLimits.ts';
import type { Config } from '../config.ts';
import { allTasks } from '../settings.ts';
import type { Stores } from '../stores.ts';
import { tellBudgetUsedUp, tellSpending } from '../tellBudgetUsedUp.ts';
import type { ConversationParts } from './conversations.ts';

export interface ModelParts {
  model: LanguageModel;
  spending: Spending;
  ledger: Ledger;
  modelState: ReturnType<typeof watchModel>['state'];
}

/** The one door to Claude: within its budget, in the ledger, watched; the playbook where there is none. */
export function composeModel(
  config: Config,
  stores: Pick<Stores, 'ledger'>,
  deps: { conversations: ConversationParts; rateLimits: RateLimits; log: Logger; meter: PromMeter },
): ModelParts {
  const { rateLimits, log, meter } = deps;
  const { clock } = deps.conversations;
  const playbook = createPlaybook({ clock });
  const spending = countSpending({ rateLimits, limits: config.limits });
  const ledger = keepLedger({ store: stores.ledger, clock, log });
  const noted = { ledger, clock, newId, charge: spending.charge };
  const watched = watchModel(modelFrom(config, playbook, { log, meter, ...noted }), clock);
  const model = withBudget(watched, playbook, {
    rateLimits,
    limits: config.limits,
    spending,
    off: new Set(config.tasksOff),
    onUsedUp: (scope, cause) => tellBudgetUsedUp({ ...deps.conversations, log }, scope, cause),
    onSpending: (state, place) => tellSpending({ ...deps.conversations, log }, state, place),
  });
  return { model, spending, ledger, modelState: watched.state };
}

/** It reads of nobody, each call is in the ledger, the small model and then the playbook stand behind it. */
function modelFrom(
  config: Config,
  playbook: LanguageModel,
  parts: { log: Logger; meter: PromMeter } & Parameters<typeof withLedger>[1],
): LanguageModel {
  if (config.anthropic.apiKey === null) return playbook;
  const { [allTasks]: one, ...byTask } = config.models;
  const settings: ModelSettings = {
    tiers: one === undefined ? defaultModels.tiers : { small: one, large: one },
    models: { ...defaultModels.models, ...byTask },
    efforts: { ...defaultModels.efforts, ...config.efforts },
    prices: { ...defaultModels.prices, ...config.prices },
  };
  const claude = createAnthropicModel({
    ...settings,
    ...parts,
    apiKey: config.anthropic.apiKey,
    patience: config.modelPatience,
    ...(config.anthropic.baseUrl === null ? {} : { baseUrl: config.anthropic.baseUrl }),
  });
  return withFallback(withSecondModel(withLedger(withHiddenPeople(claude), parts)), playbook, parts);
}
