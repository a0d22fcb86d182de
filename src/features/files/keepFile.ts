import type { FileType } from '../../contract/fileLimits.ts';
import type { Attachment } from '../../contract/files.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import { cleanFileName } from './cleanFileName.ts';
import { judgeBytes } from './judgeBytes.ts';
import { makePicture } from './makePicture.ts';
import type { FileBytes, StoredFile } from './model.ts';
import type { FileStore, PictureMaker } from './ports.ts';

export interface KeepFileDeps {
  files: Pick<FileStore, 'add' | 'keepBytes' | 'countOfConversation' | 'countOfTenant'>;
  pictures: PictureMaker;
  clock: Clock;
}
/** The conversation that a file is put into, and the person who puts it there. */
export interface FilePlace {
  tenantId: string;
  conversationId: string;
  by: string;
}

export const mostOfConversation = 100;
const mostOfTenant = 50_000;
const mostUnsentOfTenant = 1_000;

/**
 * Keeps a file so that it can be sent in this conversation: a picture made anew from its pixels, a PDF as it is.
 * @throws HubError `VALIDATION_FAILED` (field `file`, with words for the sender) for whatever is neither, `QUOTA_EXCEEDED` when the
 * conversation or the brokerage has as many as it may
 */
export async function keepFile(
  deps: KeepFileDeps,
  place: FilePlace,
  { bytes, name }: { bytes: Buffer; name: string | undefined },
): Promise<Attachment> {
  await refuseTooMany(deps, place);
  const { type, size, ...kept } = await readable(deps, bytes);
  const file: StoredFile = {
    ...place,
    id: newId(),
    name: cleanFileName(name, type),
    type,
    bytes: kept.whole.length,
    width: size?.width ?? null,
    height: size?.height ?? null,
    uploadedAt: deps.clock.now(),
    isWhole: false,
    usedBy: null,
  };
  await deps.files.add(file);
  // Removed in between: the words of this conversation were deleted.
  if (!(await deps.files.keepBytes(file, kept))) throw new HubError('NOT_FOUND');
  return attachmentOf(file);
}

async function readable(
  { pictures }: Pick<KeepFileDeps, 'pictures'>,
  bytes: Buffer,
): Promise<FileBytes & { type: FileType; size: { width: number; height: number } | null }> {
  if (judgeBytes(bytes).kind === 'document')
    return { type: 'application/pdf', whole: bytes, preview: null, size: null };
  const { type, whole, preview, width, height } = await makePicture(pictures.make, bytes);
  return { type, whole, preview, size: { width, height } };
}

async function refuseTooMany({ files }: Pick<KeepFileDeps, 'files'>, place: FilePlace): Promise<void> {
  const { tenantId, conversationId } = place;
  const [here, all, unsent] = await Promise.all([
    files.countOfConversation(tenantId, conversationId, mostOfConversation),
    files.countOfTenant(tenantId, mostOfTenant),
    files.countOfTenant(tenantId, mostUnsentOfTenant, 'unsent'),
  ]);
  if (here >= mostOfConversation)
    throw new HubError('QUOTA_EXCEEDED', { says: 'No more files can be sent in this chat.' });
  if (all >= mostOfTenant || unsent >= mostUnsentOfTenant) throw new HubError('QUOTA_EXCEEDED');
}

/** A file as a message tells it. */
export const attachmentOf = ({ id, name, type, bytes, width, height }: StoredFile): Attachment => ({
  fileId: id,
  name,
  type,
  bytes,
  ...(width === null ? {} : { width }),
  ...(height === null ? {} : { height }),
});
