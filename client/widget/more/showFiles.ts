import { isPicture } from '../../../src/contract/fileLimits.ts';
import type { Attachment } from '../../../src/contract/files.ts';
import type { PathOf } from '../../../src/contract/rest/routes.ts';
import { fetchFile } from '../../shared/files/fetchFile.ts';
import { shownSize } from '../../shared/files/judgeFile.ts';
import { paintPicture } from '../../shared/files/paintPicture.ts';
import { saveFile } from '../../shared/files/saveFile.ts';
import { addressOf } from '../../shared/rest/addressOf.ts';
import type { ChatHost } from '../chatParts.ts';
import { createElement, icon } from '../createElement.ts';
import { fill } from '../speech.ts';
import type { MoreWords } from './words/en.ts';

const mostShown = 232;
const path: PathOf<'GET /widget/files/:id'> = '/widget/files/:id';

/** Draws the files of messages: pictures that a tap enlarges, documents that a tap downloads. Each is fetched when it comes into view. */
export function showFiles(host: ChatHost, words: MoreWords) {
  const { root, ui } = host;
  const drawn = new Map<string, HTMLElement>();
  const loads = new WeakMap<Element, () => void>();
  const seen = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes)
        if (isIntersecting) {
          seen.unobserve(target);
          loads.get(target)?.();
        }
    },
    { root: ui.log, rootMargin: '200px' },
  );
  const box = createElement('dialog', { class: 'lightbox' });
  root.append(box);
  box.addEventListener('click', () => box.close());
  // Esc closes the picture, and the sheet stays.
  box.addEventListener('keydown', (event) => event.stopPropagation());

  const bytesOf = (fileId: string, size: 'whole' | 'preview'): Promise<Blob> =>
    fetchFile(`${host.hub}/api/v1${addressOf(path, { id: fileId }, { size })}`, host.token);
  const failed = (error: unknown) => host.hint(host.reasonOf(error));

  function enlarge(file: Attachment) {
    const canvas = createElement('canvas', { role: 'img', 'aria-label': file.name });
    canvas.width = file.width ?? 4;
    canvas.height = file.height ?? 3;
    const close = createElement('button', { type: 'button', class: 'quiet close', 'aria-label': words.closePhoto }, [
      icon('x', 'M6.5 6.5l11 11M17.5 6.5l-11 11'),
    ]);
    box.setAttribute('aria-label', file.name);
    box.replaceChildren(canvas, close);
    box.showModal();
    bytesOf(file.fileId, 'whole').then((bytes) => paintPicture(canvas, bytes), failed);
  }

  function photo(file: Attachment): HTMLElement {
    const canvas = createElement('canvas', { role: 'img', 'aria-label': fill(words.photoOf, { name: file.name }) });
    const button = createElement('button', { type: 'button', class: 'photo' }, [canvas]);
    const { width, height } = shownSize(file, mostShown);
    Object.assign(button.style, { width: `${width}px`, aspectRatio: `${width} / ${height}` });
    button.addEventListener('click', () => enlarge(file));
    loads.set(button, () => {
      bytesOf(file.fileId, 'preview')
        .then((bytes) => paintPicture(canvas, bytes))
        // A file that cannot be loaded stays an empty frame with its name; a tap asks again.
        .catch(() => button.classList.add('missing'));
    });
    seen.observe(button);
    return button;
  }

  function paper(file: Attachment): HTMLElement {
    const size = host.speech.number(Math.max(1, Math.round(file.bytes / 1024)));
    const button = createElement('button', { type: 'button', class: 'paper' }, [
      icon('sheet-of-paper', 'M7 3.5h7l4 4V20a.5.5 0 0 1-.5.5h-11A.5.5 0 0 1 6 20V4a.5.5 0 0 1 .5-.5zM13.5 3.5V8H18'),
      createElement('span', {}, [
        createElement('bdi', {}, [file.name]),
        createElement('small', {}, [`PDF · ${size} KB · ${words.download}`]),
      ]),
    ]);
    button.addEventListener('click', () => {
      bytesOf(file.fileId, 'whole').then((bytes) => saveFile(file.name, file.type, bytes), failed);
    });
    return button;
  }

  return {
    draw: (files: readonly Attachment[]): HTMLElement[] =>
      files.map((file) => {
        const element = drawn.get(file.fileId) ?? (isPicture(file) ? photo(file) : paper(file));
        drawn.set(file.fileId, element);
        return element;
      }),
    stop() {
      seen.disconnect();
      box.remove();
    },
  };
}
