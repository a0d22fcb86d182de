import type { LanguageModel } from './ports.ts';

/** The same model; where the large one failed before its first text, the small one tries. */
export function withSecondModel(model: LanguageModel): LanguageModel {
  return {
    get basis() {
      return model.basis;
    },
    async write(order, out) {
      const first = await model.write(order, out);
      const isLarge = (order.tier ?? order.task.tier) === 'large';
      const mayHelp = first.status === 'failed' && !first.started && !first.late && first.code !== 'COST_LIMIT';
      return isLarge && mayHelp && !out.signal.aborted ? model.write({ ...order, tier: 'small' }, out) : first;
    },
  };
}
