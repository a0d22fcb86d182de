import { LRUCache } from 'lru-cache';
import type { Clock } from '../../kernel/clock.ts';
import type { SettingsStore } from './ports.ts';
import { firstWaiting } from './rules.ts';

const keptForMs = 10_000;

/** After how long without an answer a wait is too long, in milliseconds, by tenant; asked at most once in ten seconds. */
export function createRedMsOf(deps: {
  settings: Pick<SettingsStore, 'newest'>;
  clock: Clock;
}): (tenantId: string) => Promise<number> {
  const known = new LRUCache<string, { redMs: number; until: number }>({ max: 10_000 });
  return async (tenantId) => {
    const kept = known.get(tenantId);
    if (kept !== undefined && kept.until > deps.clock.now()) return kept.redMs;
    const { redMinutes } = (await deps.settings.newest(tenantId))?.settings.waiting ?? firstWaiting;
    known.set(tenantId, { redMs: redMinutes * 60_000, until: deps.clock.now() + keptForMs });
    return redMinutes * 60_000;
  };
}
