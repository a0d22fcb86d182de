import type { MadePicture } from '../../features/files/model.ts';
import type { PictureMaker } from '../../features/files/ports.ts';
import type { InTurn } from '../../kernel/inTurn.ts';

/** The largest cameras of telephones in their usual setting; more is a bomb. */
export const mostPixels = 50_000_000;
const wholeSide = 2560;
const previewSide = 720;
const quality = 82;
/** The makers of pictures and of portraits wait in this line together. */
export const pictures = 'pictures';

/** Loaded with the first picture: a hub that gets none does without. */
type Sharp = typeof import('sharp')['default'];
let loading: Promise<Sharp> | null = null;
export function loadSharp(): Promise<Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    // One thread for one picture, so that answers to visitors keep the others.
    sharp.concurrency(1);
    // Only what is sent here is ever parsed: readers of other formats are shut.
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    });
    return sharp;
  });
  return loading;
}

/**
 * Pictures by libvips, off the event loop and one at a time with all that is made `inTurn`, so that their pixels fill the memory once.
 * Nothing of the bytes that came is kept: no place, no camera, nothing hidden before or behind the picture.
 */
export const createPictureMaker = (inTurn: InTurn): PictureMaker => ({
  make: (bytes) => inTurn(pictures, () => make(bytes)),
});

async function make(bytes: Buffer): Promise<MadePicture | null> {
  const sharp = await loadSharp();
  const read = (from: Buffer) => sharp(from, { limitInputPixels: mostPixels, failOn: 'error', animated: false });
  const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;
  try {
    const { hasAlpha } = await read(bytes).metadata();
    const upright = read(bytes).autoOrient().resize(within(wholeSide));
    const whole = await (hasAlpha ? upright.webp({ quality }) : upright.jpeg({ quality })).toBuffer({
      resolveWithObject: true,
    });
    const small = read(whole.data).resize(within(previewSide));
    const preview = await (hasAlpha ? small.webp({ quality }) : small.jpeg({ quality })).toBuffer();
    const { width, height } = whole.info;
    return { type: hasAlpha ? 'image/webp' : 'image/jpeg', whole: whole.data, preview, width, height };
  } catch {
    // The sender can do the same about every error of libvips: send a picture that can be shown.
    return null;
  }
}
