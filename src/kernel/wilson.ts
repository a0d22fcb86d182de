/** The 95 % interval of a share (Wilson), which holds for few cases and near 0 and 1 too. Both ends from 0 to 1. */
export function wilson(hits: number, of: number): { from: number; to: number } {
  if (of === 0) return { from: 0, to: 1 };
  const z = 1.96;
  const share = hits / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return { from: Math.max(0, middle - half), to: Math.min(1, middle + half) };
}
