import type { FileBytes, MadePicture, StoredFile } from './model.ts';

/** The files of conversations. */
export interface FileStore {
  /** The file without its bytes: it counts from here on, and cannot be sent yet. */
  add(file: StoredFile): Promise<void>;
  /** Keeps its bytes, and says that it is whole; false, with nothing kept, where it was removed meanwhile. */
  keepBytes(file: Pick<StoredFile, 'id' | 'tenantId'>, bytes: FileBytes): Promise<boolean>;
  find(tenantId: string, id: string): Promise<StoredFile | null>;
  /** Null where it has none of that size. */
  read(file: Pick<StoredFile, 'id'>, size: 'whole' | 'preview'): Promise<Buffer | null>;
  /**
   * Gives the file to a message, once forever: again under the same key is the same. Null where it is not whole, not of this
   * conversation, not of this sender, or another message has it.
   */
  use(file: FileOfSender, usedBy: string): Promise<StoredFile | null>;
  /** Takes it back from a message that was not written after all. */
  giveBack(tenantId: string, id: string, usedBy: string): Promise<void>;
  /** How many a conversation has, counted no further than `upTo`. */
  countOfConversation(tenantId: string, conversationId: string, upTo: number): Promise<number>;
  /** How many a tenant has, or has that were never sent; counted no further than `upTo`. */
  countOfTenant(tenantId: string, upTo: number, only?: 'unsent'): Promise<number>;
  /** Removes files that were uploaded before `before` (ms since the epoch) and never sent, `limit` at most. How many. */
  removeUnsent(before: number, limit: number): Promise<number>;
  /** Removes all files of a conversation and their bytes. */
  removeOf(tenantId: string, conversationId: string): Promise<void>;
}

export interface FileOfSender {
  tenantId: string;
  conversationId: string;
  by: string;
  id: string;
}

/** Makes pictures anew: from their pixels alone, upright, no larger than is useful. Null where the bytes are no picture that it can read. */
export interface PictureMaker {
  make(bytes: Buffer): Promise<MadePicture | null>;
}
