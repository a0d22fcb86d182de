import { readStorage, writeStorage } from './readStorage.ts';
import type { Sheet } from './sheet.ts';
import { fill, type Speech } from './speech.ts';

const maxChars = 4_000;
const typingIdleMs = 4_000;
const typingRepeatMs = 3_000;

/** The text field: Enter sends, Shift+Enter breaks the line, and a draft survives a reload. */
export function composer(
  { form, input, sendButton, hint }: Sheet,
  { words, number }: Pick<Speech, 'words' | 'number'>,
  {
    draftKey,
    send,
    typing,
    files,
  }: {
    draftKey: string;
    /** `no`: the words stay in the line. */
    send(text: string): 'taken' | 'full' | 'no';
    typing(on: boolean): void;
    /** How many files go along; null while one is not there yet. */
    files(): number | null;
  },
) {
  /** Pasted text is never cut off: its author decides what goes. */
  const isTooLong = () => input.value.trim().length > maxChars;
  const showLength = () => showHint(isTooLong() ? fill(words.holdsMost, { n: number(maxChars) }) : '');

  let typingSince = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function canSend(): boolean {
    const count = files();
    return count !== null && (count > 0 || input.value.trim() !== '') && !isTooLong();
  }

  function measure() {
    sendButton.disabled = !canSend();
    input.style.height = 'auto';
    if (input.scrollHeight > 0) input.style.height = `${input.scrollHeight + 2}px`;
  }

  function stopTyping() {
    clearTimeout(idle);
    if (typingSince === 0) return;
    typingSince = 0;
    typing(false);
  }

  function showHint(text: string) {
    hint.textContent = text;
    hint.hidden = text === '';
  }

  input.addEventListener('input', () => {
    measure();
    writeStorage('session', draftKey, input.value || null);
    showLength();
    clearTimeout(idle);
    if (input.value.trim() === '') return stopTyping();
    idle = setTimeout(stopTyping, typingIdleMs);
    if (performance.now() - typingSince < typingRepeatMs) return;
    typingSince = performance.now();
    typing(true);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!canSend()) return;
    const sent = send(text);
    if (sent === 'full') showHint(words.tooManyWait);
    if (sent !== 'taken') return;
    input.value = '';
    writeStorage('session', draftKey, null);
    showHint('');
    measure();
    stopTyping();
    input.focus({ preventScroll: true });
  });
  input.value = readStorage('session', draftKey) ?? '';
  measure();
  showLength();

  return {
    /** On a touch screen focus would throw up the keyboard over the first message. */
    focus() {
      measure();
      if (window.matchMedia('(pointer: coarse)').matches)
        form.closest<HTMLElement>('.sheet')?.querySelector<HTMLElement>('.log')?.focus();
      else input.focus({ preventScroll: true });
    },
    hint: showHint,
    measure,
    /** Puts words that were not sent back into the field, before what is written there. */
    putBack(text: string) {
      input.value = [text, input.value].filter(Boolean).join('\n');
      input.dispatchEvent(new Event('input'));
    },
    /** Puts words where the cursor is. */
    write(text: string) {
      input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
      input.dispatchEvent(new Event('input'));
      input.focus({ preventScroll: true });
    },
    clear() {
      input.value = '';
      writeStorage('session', draftKey, null);
      showHint('');
      measure();
    },
  };
}
