import type { FileType } from '../../contract/fileLimits.ts';

/** A file that somebody put into a conversation. Its bytes are kept beside it. */
export interface StoredFile {
  id: string;
  tenantId: string;
  conversationId: string;
  /** The visitor or the person of the team who sent it up. */
  by: string;
  name: string;
  type: FileType;
  /** Size of the whole, as it is served. */
  bytes: number;
  /** In pixels; null of a document. */
  width: number | null;
  height: number | null;
  uploadedAt: number;
  /** Its bytes are kept too. */
  isWhole: boolean;
  /** The message that carries it, by its key; null while it was not sent. */
  usedBy: string | null;
}

/** The bytes that are served of a file: a document has no preview. */
export interface FileBytes {
  whole: Buffer;
  preview: Buffer | null;
}

/** A picture made anew from its pixels alone. */
export interface MadePicture extends FileBytes {
  type: Exclude<FileType, 'application/pdf'>;
  width: number;
  height: number;
}
