import type { PortraitMaker } from '../../features/settings/ports.ts';
import type { InTurn } from '../../kernel/inTurn.ts';
import { loadSharp, mostPixels, pictures } from './pictureMaker.ts';

const side = 256;
const quality = 82;

/**
 * Portraits by libvips, one at a time with all that is made `inTurn`: upright, the middle of the picture as a square, and nothing else
 * of the bytes that came.
 */
export const createPortraitMaker = (inTurn: InTurn): PortraitMaker => ({
  make: (bytes) => inTurn(pictures, () => make(bytes)),
});

async function make(bytes: Buffer): Promise<Buffer | null> {
  const sharp = await loadSharp();
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'cover' })
      .flatten({ background: '#fff' })
      .jpeg({ quality })
      .toBuffer();
  } catch {
    // The sender can do the same about every error of libvips: send a picture that can be shown.
    return null;
  }
}
