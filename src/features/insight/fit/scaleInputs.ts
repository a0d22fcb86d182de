/** The inputs of one person, in a fixed order; null where nothing was observed. */
export type Inputs = readonly (number | null)[];

interface Scale {
  mean: number;
  deviation: number;
  /** How often it was missing; 0 where it never was. */
  missing: number;
}

/** How inputs are brought to one scale, as learned from examples. */
export type Scales = readonly Scale[];

export function learnScales(examples: readonly Inputs[]): Scales {
  return (examples[0] ?? []).map((_, column) => {
    const known = examples.flatMap((inputs) => inputs[column] ?? []);
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length);
    return { mean, deviation: Math.sqrt(variance), missing: 1 - known.length / Math.max(1, examples.length) };
  });
}

/**
 * Each input in deviations from its mean. One that is missing counts as the mean, and an input of its own says that it is missing, where
 * that ever was so among the examples. An input that was always the same says nothing: 0.
 */
export function scaleInputs(scales: Scales, inputs: Inputs): number[] {
  const scaled: number[] = [];
  for (const [column, { mean, deviation, missing }] of scales.entries()) {
    const value = inputs[column] ?? null;
    scaled.push(value === null || deviation === 0 ? 0 : (value - mean) / deviation);
    if (missing === 0 || missing === 1) continue;
    scaled.push((Number(value === null) - missing) / Math.sqrt(missing * (1 - missing)));
  }
  return scaled;
}
