import { expect, it } from 'vitest';
import { createRateKeeper, ratesFrom } from '../../../src/gateway/limits.ts';

const rates = ratesFrom({ visitorMessageBurst: 20, messagesPerMinute: 120 });

/** How many of one rate one person gets through at once. */
function burstOf(name: keyof typeof rates): number {
  const { take } = createRateKeeper(rates);
  for (let n = 0; ; n += 1) {
    try {
      take('ana', name, 0);
    } catch {
      return n;
    }
  }
}

it('staff may use the whole minute’s allowance of session-ready at once, streams too; a visitor has twenty messages', () => {
  expect([burstOf('visitorMessage'), burstOf('staffMessage'), burstOf('model')]).toEqual([20, 120, 120]);
});
