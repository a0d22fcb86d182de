import type { Sheet } from './sheet.ts';

const nearEndPx = 60;

/** Keeps the reader where they read: at the end it follows new lines, elsewhere it holds still and offers a button to the end. */
export function keepScroll({ log, list, newer, sheet }: Sheet) {
  let atEnd = true;

  const toEnd = () => {
    atEnd = true;
    newer.hidden = true;
    log.scrollTop = log.scrollHeight;
  };
  log.addEventListener(
    'scroll',
    () => {
      atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < nearEndPx;
      if (atEnd) newer.hidden = true;
    },
    { passive: true },
  );
  newer.addEventListener('click', () => {
    toEnd();
    log.focus({ preventScroll: true });
  });
  // The status line, the growing composer and the keyboard all take room from the talk.
  const resized = new ResizeObserver(() => {
    if (atEnd) toEnd();
  });
  resized.observe(log);
  // A phone's keyboard takes its room from the sheet: without this the composer would lie under it.
  const measure = () => {
    const view = window.visualViewport;
    if (!view) return;
    sheet.style.setProperty('--visible-height', `${view.height}px`);
    sheet.style.setProperty('--visible-top', `${view.offsetTop}px`);
  };
  window.visualViewport?.addEventListener('resize', measure);
  window.visualViewport?.addEventListener('scroll', measure);
  measure();

  return {
    toEnd,
    stop() {
      resized.disconnect();
      window.visualViewport?.removeEventListener('resize', measure);
      window.visualViewport?.removeEventListener('scroll', measure);
    },
    /** Runs a change of the talk and keeps the reader's position, also when older lines come in above. */
    around(change: () => void) {
      const messages = () => list.getElementsByClassName('message').length;
      const before = { count: messages(), first: list.firstElementChild, fromEnd: log.scrollHeight - log.scrollTop };
      change();
      if (atEnd) toEnd();
      else if (before.first !== list.firstElementChild) log.scrollTop = log.scrollHeight - before.fromEnd;
      else if (messages() > before.count) newer.hidden = false;
    },
  };
}
