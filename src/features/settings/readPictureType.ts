import { disableTypes, imageSize, types } from 'image-size';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import type { Logo } from './model.ts';

const pictureTypes: Record<string, Logo['type']> = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' };
// An SVG may hold scripts, and what is not taken needs no parser.
disableTypes(types.filter((type) => pictureTypes[type] === undefined));

/**
 * The type of a picture by its own header; null for everything but a PNG, JPEG or WebP of at most `settingsLimits.logoSidePx`
 * a side: a few bytes may announce a picture whose pixels fill a browser's memory.
 */
export function readPictureType(bytes: Uint8Array): Logo['type'] | null {
  let header: ReturnType<typeof imageSize>;
  try {
    header = imageSize(bytes);
  } catch {
    // It throws for whatever is no picture, and for nothing else.
    return null;
  }
  const { type = '', width, height } = header;
  const fits = Math.min(width, height) > 0 && Math.max(width, height) <= settingsLimits.logoSidePx;
  return fits ? (pictureTypes[type] ?? null) : null;
}
