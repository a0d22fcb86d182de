import { HubError } from '../../kernel/hubError.ts';
import { judgeBytes } from './judgeBytes.ts';

/**
 * A picture made anew from its pixels, by a maker that answers null where it cannot read the bytes.
 * @throws HubError `VALIDATION_FAILED` (field `file`, with words for the sender) where the bytes are none
 */
export async function makePicture<T>(make: (bytes: Buffer) => Promise<T | null>, bytes: Buffer): Promise<T> {
  const refuse = (says: string): never => {
    throw new HubError('VALIDATION_FAILED', { field: 'file', says });
  };
  const judged = judgeBytes(bytes);
  if (judged.kind === 'refused') return refuse(judged.says);
  if (judged.kind === 'document') return refuse('This is a PDF. Only photos (JPEG, PNG, or WebP) can be used here.');
  return (await make(bytes)) ?? refuse('This photo is damaged or much too large.');
}
