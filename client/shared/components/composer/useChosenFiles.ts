import { useEffect, useRef, useState } from 'react';
import { fileLimits } from '../../../../src/contract/fileLimits.ts';
import type { Attachment } from '../../../../src/contract/files.ts';
import type { PathOf } from '../../../../src/contract/rest/routes.ts';
import { newCommandId } from '../../connection/newCommandId.ts';
import { refusalIn } from '../../connection/refusal.ts';
import { judgeFile } from '../../files/judgeFile.ts';
import { uploadFile } from '../../files/uploadFile.ts';
import { addressOf } from '../../rest/addressOf.ts';
import { useSession } from '../SessionContext.ts';
import { useToast } from '../Toast.tsx';

/** A file for the next reply. `part`: how much of it has gone, from 0 to 1. */
export interface ChosenFile {
  key: string;
  file: File;
  part: number;
  sent: Attachment | null;
  /** Why it was not taken, in words. */
  fault: string | null;
}

const path: PathOf<'POST /files'> = '/files';

const faults = {
  'too-large': 'Files can be up to 10 MB.',
  'wrong-type': 'You can send only photos (JPEG, PNG, or WebP) and PDF files.',
};

/** Files for the next reply in a conversation: they go up one after the other as soon as they are chosen. */
export function useChosenFiles(conversationId: string) {
  const { session } = useSession();
  const toast = useToast();
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  const going = useRef<Promise<void>>(Promise.resolve());
  const cancels = useRef(new Map<string, AbortController>());
  useEffect(
    () => () => {
      for (const cancel of cancels.current.values()) cancel.abort();
    },
    [],
  );

  const change = (key: string, news: Partial<ChosenFile>) =>
    setChosen((now) => now.map((one) => (one.key === key ? { ...one, ...news } : one)));

  async function send(key: string, file: File, { signal }: AbortController): Promise<void> {
    if (signal.aborted) return;
    const stopped = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
    const onProgress = (part: number) => change(key, { part });
    try {
      const address = `/api/v1${addressOf(path, {}, { conversationId })}`;
      const upload = uploadFile(address, await session.token(), file, { onProgress, signal });
      change(key, { sent: await Promise.race([upload, stopped]) });
    } catch (error) {
      change(key, { fault: refusalIn(error)?.message ?? 'Upload failed. Remove the file and try again.' });
    }
  }

  function remove(key: string) {
    cancels.current.get(key)?.abort();
    cancels.current.delete(key);
    setChosen((now) => now.filter((one) => one.key !== key));
  }

  return {
    chosen,
    /** True while one is still on its way. */
    isBusy: chosen.some(({ sent, fault }) => sent === null && fault === null),
    ready: chosen.flatMap(({ sent }) => (sent === null ? [] : [sent])),
    add(files: readonly File[]) {
      let count = chosen.length;
      for (const file of files) {
        const fault = judgeFile(file);
        if (fault !== null) {
          toast(faults[fault]);
          continue;
        }
        if (count >= fileLimits.perMessage) {
          toast(`You can attach up to ${fileLimits.perMessage} files.`);
          return;
        }
        count += 1;
        const key = newCommandId();
        const cancel = new AbortController();
        cancels.current.set(key, cancel);
        setChosen((now) => [...now, { key, file, part: 0, sent: null, fault: null }]);
        going.current = going.current.then(() => send(key, file, cancel));
      }
    },
    remove,
    clear: () => setChosen([]),
  };
}
export type ChosenFiles = ReturnType<typeof useChosenFiles>;
