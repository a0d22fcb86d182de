import { z } from 'zod';
import { id } from '../values.ts';

const fileName = z.string().max(500).optional();
/** The body of the call is the file itself, as bytes. */
export const widgetUploadQuery = z.strictObject({ name: fileName });
export const uploadQuery = z.strictObject({ name: fileName, conversationId: id });
/** `preview`: a picture made small enough for a talk. */
export const fileQuery = z.strictObject({ size: z.enum(['whole', 'preview']).default('whole') });
export type FileSize = z.infer<typeof fileQuery>['size'];
