import { fileLimits, sendableTypes } from '../../../src/contract/fileLimits.ts';

/** The types that a file picker offers. HEIC is missing because phones turn it into JPEG for a page that asks for JPEG. */
export const pickable = sendableTypes.join(',');

/** Why a file need not be sent up at all; null where the hub is to decide. Pure. */
export function judgeFile({ size, type }: Pick<File, 'size' | 'type'>): 'too-large' | 'wrong-type' | null {
  if (size > fileLimits.bytes) return 'too-large';
  // Some systems know no type: the hub looks into the file anyway.
  return type === '' || (sendableTypes as readonly string[]).includes(type) ? null : 'wrong-type';
}

/** The size at which a picture stands in a talk, in CSS pixels: known before it has come, so that nothing moves when it does. Pure. */
export function shownSize(
  { width = 4, height = 3 }: { width?: number | undefined; height?: number | undefined },
  most: number,
): { width: number; height: number } {
  const scale = most / Math.max(width, height);
  const side = (pixels: number) => Math.max(72, Math.round(pixels * Math.min(scale, 1.5)));
  return { width: side(width), height: side(height) };
}
