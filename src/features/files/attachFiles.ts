import type { Attachment } from '../../contract/files.ts';
import { HubError } from '../../kernel/hubError.ts';
import { attachmentOf, type FilePlace } from './keepFile.ts';
import type { FileStore } from './ports.ts';

export interface AttachDeps {
  files: Pick<FileStore, 'use' | 'giveBack'>;
}

/**
 * Gives files to the message of that key, in this order. The same key again gets the same files.
 * @throws HubError `NOT_FOUND` (field `attachments`) when one of them is not the sender's own of this conversation, or was sent before;
 * then none is given
 */
export async function attachFiles(
  { files }: AttachDeps,
  place: FilePlace,
  fileIds: readonly string[],
  onceKey: string,
): Promise<Attachment[]> {
  const used: Attachment[] = [];
  for (const id of new Set(fileIds)) {
    const file = await files.use({ ...place, id }, onceKey);
    if (file === null) {
      for (const { fileId } of used) await files.giveBack(place.tenantId, fileId, onceKey);
      throw new HubError('NOT_FOUND', { field: 'attachments' });
    }
    used.push(attachmentOf(file));
  }
  return used;
}
