import { Button } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isPicture } from '../../../../src/contract/fileLimits.ts';
import type { Attachment } from '../../../../src/contract/files.ts';
import type { PathOf } from '../../../../src/contract/rest/routes.ts';
import { refusalIn } from '../../connection/refusal.ts';
import { fetchFile } from '../../files/fetchFile.ts';
import { shownSize } from '../../files/judgeFile.ts';
import { paintPicture } from '../../files/paintPicture.ts';
import { saveFile } from '../../files/saveFile.ts';
import { addressOf } from '../../rest/addressOf.ts';
import { Icon } from '../Icon.tsx';
import { useSession } from '../SessionContext.ts';
import { useToast } from '../Toast.tsx';

const mostShown = 280;
const path: PathOf<'GET /files/:id'> = '/files/:id';

function useFileBytes(): (file: Attachment, size: 'whole' | 'preview') => Promise<Blob> {
  const { session } = useSession();
  return ({ fileId }, size) =>
    fetchFile(`/api/v1${addressOf(path, { id: fileId }, { size })}`, (refused) => session.token(refused));
}

/** The photos and documents of a message: a press enlarges the one and downloads the other. */
export function Files({ files }: { files: readonly Attachment[] }) {
  const [open, setOpen] = useState<Attachment | null>(null);
  return (
    <div className="files">
      {files.map((file) =>
        isPicture(file) ? (
          <Picture key={file.fileId} file={file} onOpen={() => setOpen(file)} />
        ) : (
          <Paper key={file.fileId} file={file} />
        ),
      )}
      {open ? <Lightbox file={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

/** Its place is as large as the picture from the start; the bytes come when it is in view. */
function Picture({ file, onOpen }: { file: Attachment; onOpen(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isSeen = useSeen(button);
  usePainted(canvas, file, 'preview', isSeen);
  const { width, height } = shownSize(file, mostShown);
  return (
    <button
      ref={button}
      type="button"
      className="photo"
      style={{ width, aspectRatio: `${width} / ${height}` }}
      onClick={onOpen}
    >
      <canvas ref={canvas} role="img" aria-label={`Photo: ${file.name}`} />
    </button>
  );
}

function Paper({ file }: { file: Attachment }) {
  const save = useSave(file);
  return (
    <button type="button" className="paper" onClick={save}>
      <Icon name="paper" size={20} />
      <span>
        <bdi>{file.name}</bdi>
        <small>PDF · {Math.max(1, Math.round(file.bytes / 1024)).toLocaleString()} KB · Download</small>
      </span>
    </button>
  );
}

function Lightbox({ file, onClose }: { file: Attachment; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const save = useSave(file);
  usePainted(canvas, file, 'whole', true);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="lightbox"
      aria-label={file.name}
      onClose={onClose}
      // Keys of the desk stay out of it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <bdi>{file.name}</bdi>
        <Button variant="default" size="compact-sm" onClick={save}>
          Download
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </header>
      <canvas ref={canvas} role="img" aria-label={file.name} width={file.width} height={file.height} />
    </dialog>
  );
}

function useSave(file: Attachment): () => void {
  const bytesOf = useFileBytes();
  const toast = useToast();
  return () => {
    bytesOf(file, 'whole').then(
      (bytes) => saveFile(file.name, file.type, bytes),
      (error: unknown) => toast(refusalIn(error)?.message ?? 'The file didn’t load. Try again.'),
    );
  };
}

function usePainted(
  canvas: RefObject<HTMLCanvasElement | null>,
  file: Attachment,
  size: 'whole' | 'preview',
  wanted: boolean,
): void {
  const bytesOf = useFileBytes();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same file is the same bytes
  useEffect(() => {
    if (!wanted) return;
    // A file that cannot be loaded stays an empty frame with its name.
    bytesOf(file, size)
      .then((bytes) => (canvas.current ? paintPicture(canvas.current, bytes) : undefined))
      .catch(refusalIn);
  }, [file.fileId, size, wanted]);
}

function useSeen(element: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver((changes) => {
      if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
      setSeen(true);
      observer.disconnect();
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isSeen;
}
