import { createPackOf } from '../../features/turns/packOf.ts';
import { type BotHealthWatch, watchBotHealth } from '../../features/turns/watchBotHealth.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { Stores } from '../stores.ts';
import type { TenantParts } from './tenants.ts';

export interface PackParts {
  packOf: ReturnType<typeof createPackOf>;
  botHealth: BotHealthWatch;
}

/** Jorge's knowledge besides the talk. */
export function composePacks(
  { outcomes }: Pick<Stores, 'outcomes'>,
  { tenants, homes }: Pick<TenantParts, 'tenants' | 'homes'>,
  { clock, log }: { clock: Clock; log: Logger },
): PackParts {
  const botHealth = watchBotHealth({ clock, log });
  return { packOf: createPackOf({ outcomes, ...tenants, ...homes, botHealth }), botHealth };
}
