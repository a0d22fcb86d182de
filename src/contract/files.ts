import { z } from 'zod';
import { fileLimits, fileTypes } from './fileLimits.ts';
import { id } from './values.ts';

/** A photo or a document of a message. `width` and `height` of a picture, in pixels; `bytes` as it is served. */
export const attachment = z
  .object({
    fileId: id,
    name: z.string(),
    type: z.enum(fileTypes),
    bytes: z.number().int(),
    width: z.number().int().optional(),
    height: z.number().int().optional(),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof attachment>;

/** Files to send, as the upload answered them; only their ids count. */
export const attachmentsToSend = z
  .array(
    z.strictObject({
      fileId: id,
      name: z.string().max(500).optional(),
      type: z.string().max(80).optional(),
      bytes: z.number().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
    }),
  )
  .min(1)
  .max(fileLimits.perMessage);
