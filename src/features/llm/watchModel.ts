import type { Clock } from '../../kernel/clock.ts';
import type { LanguageModel } from './ports.ts';

export type ModelState = 'well' | 'slow' | 'out' | 'none';

/** How an order went: `firstTextMs` null when another wrote in the model's stead. */
export interface Outcome {
  at: number;
  firstTextMs: number | null;
}

const keptOutcomes = 5;
const freshForMs = 120_000;
/** A wait that somebody who reads along notices. */
const slowMs = 5_000;

/**
 * The state of the model: `out` while it is passed over, or when another had to write the newest order; `slow` when an order has
 * waited for its first text for 5 s, or the median of the newest did. An order older than two minutes does not count.
 */
export function judgeModel(seen: {
  passedOver: boolean;
  outcomes: readonly Outcome[];
  /** When the orders were given that have no text yet. */
  waiting: Iterable<number>;
  now: number;
}): 'well' | 'slow' | 'out' {
  const fresh = seen.outcomes.filter(({ at }) => seen.now - at < freshForMs);
  if (seen.passedOver || fresh.at(-1)?.firstTextMs === null) return 'out';
  for (const since of seen.waiting) if (seen.now - since >= slowMs) return 'slow';
  const times = fresh.flatMap(({ firstTextMs }) => firstTextMs ?? []).sort((a, b) => a - b);
  return (times[times.length >> 1] ?? 0) >= slowMs ? 'slow' : 'well';
}

/** The same model, which also tells its state. A model that writes by rules from the start is `none`. */
export function watchModel(model: LanguageModel, clock: Clock): LanguageModel & { state(): ModelState } {
  const home = model.basis;
  const outcomes: Outcome[] = [];
  const waiting = new Set<{ since: number }>();
  const note = (outcome: Outcome): void => {
    outcomes.push(outcome);
    if (outcomes.length > keptOutcomes) outcomes.shift();
  };
  return {
    get basis() {
      return model.basis;
    },
    state() {
      if (home === 'rules') return 'none';
      const since = [...waiting].map((one) => one.since);
      return judgeModel({ passedOver: model.basis === 'rules', outcomes, waiting: since, now: clock.now() });
    },
    async write(order, out) {
      const mine = { since: clock.now() };
      let basis = model.basis;
      let noted = false;
      waiting.add(mine);
      const done = (): void => {
        waiting.delete(mine);
        if (noted || out.signal.aborted) return;
        noted = true;
        note({ at: clock.now(), firstTextMs: basis === 'model' ? clock.now() - mine.since : null });
      };
      try {
        const result = await model.write(order, {
          ...out,
          onBasis(next) {
            basis = next;
            out.onBasis?.(next);
          },
          onText(text) {
            done();
            out.onText(text);
          },
        });
        // Nobody wrote in its stead: that a task had no more time tells nothing of others.
        if (result.late && basis === 'rules') noted = true;
        return result;
      } finally {
        done();
      }
    },
  };
}
