import { HubError } from '../../kernel/hubError.ts';
import type { RateLimits } from '../../kernel/rateLimits.ts';
import type { LanguageModel } from './ports.ts';

const hourMs = 3_600_000;
const pressesAnHour = 20;

/**
 * Checks, before anything begins, whether a person of the team may have the model write once more. The playbook costs nothing, and
 * is not counted.
 * @throws HubError QUOTA_EXCEEDED, with the time to wait, after twenty in an hour
 */
export const admitPress =
  (deps: { rateLimits: RateLimits; model: Pick<LanguageModel, 'basis'> }) =>
  async (tenantId: string, userId: string): Promise<void> => {
    if (deps.model.basis === 'rules') return;
    const limit = { name: 'model-presses', points: pressesAnHour, perMs: hourMs };
    const waitMs = await deps.rateLimits.take(limit, `${tenantId}:${userId}`);
    if (waitMs === 0) return;
    const minutes = Math.ceil(waitMs / 60_000);
    const says = `You have asked Claude ${pressesAnHour} times this hour. Ask again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
    throw new HubError('QUOTA_EXCEEDED', { retryAfterMs: Math.ceil(waitMs), says });
  };
