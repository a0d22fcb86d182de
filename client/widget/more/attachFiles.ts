import { fileLimits, isPicture } from '../../../src/contract/fileLimits.ts';
import type { Attachment } from '../../../src/contract/files.ts';
import type { PathOf } from '../../../src/contract/rest/routes.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { judgeFile, pickable } from '../../shared/files/judgeFile.ts';
import { paintPicture } from '../../shared/files/paintPicture.ts';
import { uploadFile } from '../../shared/files/uploadFile.ts';
import type { ChatHost } from '../chatParts.ts';
import { createElement, icon } from '../createElement.ts';
import { fill } from '../speech.ts';
import { popUp } from './popUp.ts';
import type { MoreWords } from './words/en.ts';

interface Chosen {
  file: File;
  element: HTMLElement;
  bar: HTMLProgressElement;
  cancelled: AbortController;
  sent: Attachment | null;
  failed: boolean;
}

/** Files for the next message: chosen, dropped on the sheet, pasted, or taken with the phone's camera; shown above the text field while they go up. */
export function attachFiles(host: ChatHost, words: MoreWords) {
  const { root, ui, speech } = host;
  let chosen: Chosen[] = [];
  let going: Promise<void> = Promise.resolve();

  const tray = createElement('div', { class: 'tray', role: 'group', 'aria-label': words.filesToSend, hidden: '' });
  const picker = (more: Record<string, string>) => {
    const input = createElement('input', { type: 'file', hidden: '', ...more });
    input.addEventListener('change', () => {
      add([...(input.files ?? [])]);
      input.value = '';
    });
    return input;
  };
  const files = picker({ accept: pickable, multiple: '' });
  const camera = picker({ accept: 'image/jpeg', capture: 'environment' });
  const choice = (label: string, input: HTMLInputElement) => {
    const button = createElement('button', { type: 'button' }, [label]);
    button.addEventListener('click', () => {
      pop.close();
      input.click();
    });
    return button;
  };
  const panel = createElement('div', { class: 'attach-menu' }, [
    choice(words.takePhoto, camera),
    choice(words.chooseFile, files),
  ]);
  ui.form.before(tray, panel, files, camera);
  const pop = popUp(ui.attach, panel, root);

  function changed() {
    tray.hidden = chosen.length === 0;
    host.refreshSend();
  }

  function add(picked: readonly File[]) {
    host.hint('');
    for (const file of picked) {
      const fault = judgeFile(file);
      if (fault !== null) host.hint(fault === 'too-large' ? words.fileTooLarge : words.fileWrong);
      else if (chosen.length >= fileLimits.perMessage)
        host.hint(fill(words.fileMost, { n: speech.number(fileLimits.perMessage) }));
      else start(file);
    }
    changed();
    ui.input.focus({ preventScroll: true });
  }

  function start(file: File) {
    const bar = createElement('progress', { max: '1', value: '0', 'aria-label': words.sendingFile });
    const drop = createElement(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': fill(words.removeFile, { name: file.name }) },
      [icon('x', 'M6.5 6.5l11 11M17.5 6.5l-11 11')],
    );
    const face = isPicture(file) ? createElement('canvas', { 'aria-hidden': 'true' }) : createElement('b', {}, ['PDF']);
    const element = createElement('div', { class: 'chosen-file' }, [
      face,
      createElement('span', {}, [createElement('bdi', {}, [file.name]), bar]),
      drop,
    ]);
    // A format that this browser cannot draw goes up all the same.
    if (face instanceof HTMLCanvasElement) paintPicture(face, file).catch(() => face.remove());
    const one: Chosen = { file, element, bar, cancelled: new AbortController(), sent: null, failed: false };
    drop.addEventListener('click', () => {
      remove(one);
      ui.input.focus({ preventScroll: true });
    });
    chosen.push(one);
    tray.append(element);
    // One after the other: the first is there soonest.
    going = going.then(() => send(one));
  }

  async function send(one: Chosen): Promise<void> {
    const { signal } = one.cancelled;
    if (signal.aborted) return;
    const onProgress = (part: number) => one.bar.setAttribute('value', String(part));
    const stopped = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
    try {
      const token = await host.token();
      const address = `${host.hub}/api/v1${'/widget/files' satisfies PathOf<'POST /widget/files'>}`;
      one.sent = await Promise.race([uploadFile(address, token, one.file, { onProgress, signal }), stopped]);
      one.bar.remove();
    } catch (error) {
      one.failed = true;
      one.element.classList.add('failed');
      one.bar.replaceWith(createElement('small', { role: 'alert' }, [troubleOf(error)]));
    }
    changed();
  }

  /** The hub explains itself in English; in the other languages the code has to do. */
  function troubleOf(error: unknown): string {
    if (speech.language === 'en') return host.reasonOf(error);
    const code = refusalIn(error)?.code;
    if (code === 'PAYLOAD_TOO_LARGE') return words.fileTooLarge;
    return code === 'VALIDATION_FAILED' ? words.fileWrong : host.reasonOf(error);
  }

  function remove(one: Chosen) {
    one.cancelled.abort();
    one.element.remove();
    chosen = chosen.filter((other) => other !== one);
    changed();
  }

  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true && !ui.form.hidden;
  const over = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    ui.sheet.classList.add('dropping');
  };
  const left = (event: DragEvent) => {
    if (!ui.sheet.contains(event.relatedTarget as Node | null)) ui.sheet.classList.remove('dropping');
  };
  const dropped = (event: DragEvent) => {
    ui.sheet.classList.remove('dropping');
    if (!carriesFiles(event)) return;
    event.preventDefault();
    add([...(event.dataTransfer?.files ?? [])]);
  };
  const pasted = (event: ClipboardEvent) => {
    const pastedFiles = [...(event.clipboardData?.files ?? [])];
    if (pastedFiles.length === 0) return;
    event.preventDefault();
    add(pastedFiles);
  };
  ui.sheet.addEventListener('dragover', over);
  ui.sheet.addEventListener('dragleave', left);
  ui.sheet.addEventListener('drop', dropped);
  ui.input.addEventListener('paste', pasted);

  return {
    /** A phone is asked whether to take a photo; elsewhere the files open at once. */
    toggle() {
      if (window.matchMedia('(pointer: coarse)').matches) pop.toggle();
      else files.click();
    },
    /** Those that can be sent; null while one is still on its way. */
    ready: (): Attachment[] | null =>
      chosen.some(({ sent, failed }) => sent === null && !failed)
        ? null
        : chosen.flatMap(({ sent }) => (sent === null ? [] : [sent])),
    clear() {
      for (const one of [...chosen]) remove(one);
    },
    stop() {
      for (const { cancelled } of chosen) cancelled.abort();
      ui.sheet.removeEventListener('dragover', over);
      ui.sheet.removeEventListener('dragleave', left);
      ui.sheet.removeEventListener('drop', dropped);
      ui.input.removeEventListener('paste', pasted);
      pop.stop();
      for (const part of [tray, files, camera]) part.remove();
    },
  };
}
