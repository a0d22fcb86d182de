import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import type { LanguageModel, WritingOrder, WritingOutlet, WritingResult } from './ports.ts';

const failuresInARow = 5;
const triesAgainAfterMs = 15_000;
const spentForMs = 600_000;

const outages: ReadonlySet<ErrorCode> = new Set(['MODEL_OVERLOADED', 'MODEL_TIMEOUT', 'DEPENDENCY_DOWN', 'COST_LIMIT']);
const isOutage = (result: WritingResult): boolean =>
  result.status === 'failed' && !result.late && result.code !== undefined && outages.has(result.code);

/**
 * One model from two: `fallback` writes whenever `model` failed before its first text. After five outages in a row, or a
 * reached spending limit, it writes at once, until a trial succeeds. Text that people have seen is never written over.
 * Before any text `onBasis` says who writes.
 */
export function withFallback(
  model: LanguageModel,
  fallback: LanguageModel,
  deps: { clock: Clock; log: Logger; meter: Meter },
): LanguageModel {
  const circuit = circuitBreaker(
    handleWhenResult((result) => isOutage(result as WritingResult)),
    { halfOpenAfter: triesAgainAfterMs, breaker: new ConsecutiveBreaker(failuresInARow) },
  );
  circuit.onBreak(() => {
    deps.log.warn('the model is down: the playbook writes');
    deps.meter.gauge('hub_model_out', 1);
  });
  circuit.onReset(() => {
    deps.log.info('the model writes again');
    deps.meter.gauge('hub_model_out', 0);
  });
  let spent = false;

  function fall(order: WritingOrder, out: WritingOutlet): Promise<WritingResult> {
    deps.meter.count('hub_model_fallbacks_total', { task: order.task.name });
    out.onBasis?.(fallback.basis);
    return fallback.write(order, out);
  }

  function restAfterSpending(): void {
    if (spent) return;
    spent = true;
    deps.log.error('the model’s spending limit is reached: the playbook writes');
    const resting = circuit.isolate();
    deps.clock.after(spentForMs, () => {
      spent = false;
      resting.dispose();
    });
  }

  return {
    get basis() {
      return circuit.state === CircuitState.Closed ? model.basis : fallback.basis;
    },
    async write(order, out) {
      if (order.byRules) return fall(order, out);
      let result: WritingResult;
      try {
        result = await circuit.execute(() => {
          out.onBasis?.(model.basis);
          return model.write(order, out);
        });
      } catch (thrown) {
        if (thrown instanceof BrokenCircuitError) return fall(order, out);
        throw thrown;
      }
      if (result.code === 'COST_LIMIT') restAfterSpending();
      if (!mayFallBack(order, result) || out.signal.aborted) return result;
      const written = await fall(order, out);
      const late = result.late && written.answer === null ? { late: true as const } : {};
      return { ...written, ...late, ...(result.usage === undefined ? {} : { usage: result.usage }) };
    },
  };
}

/** A refusal is shown to staff as one; a visitor still gets an answer. */
function mayFallBack(order: WritingOrder, result: WritingResult): boolean {
  if (result.started) return false;
  return (
    result.status === 'failed' ||
    result.status === 'truncated' ||
    (result.status === 'refused' && order.task.criticality === 'visitor')
  );
}
