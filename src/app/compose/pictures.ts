import { createPictureMaker } from '../../adapters/sharp/pictureMaker.ts';
import { createPortraitMaker } from '../../adapters/sharp/portraitMaker.ts';
import type { PictureMaker } from '../../features/files/ports.ts';
import type { PortraitMaker } from '../../features/settings/ports.ts';
import { createInTurn } from '../../kernel/inTurn.ts';

export interface Pictures {
  pictures: PictureMaker;
  portraits: PortraitMaker;
}

/** Makes all pictures of this node, one at a time, because each takes much memory. */
export function composePictures(): Pictures {
  const inTurn = createInTurn();
  return { pictures: createPictureMaker(inTurn), portraits: createPortraitMaker(inTurn) };
}
