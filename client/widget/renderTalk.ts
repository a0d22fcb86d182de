import type { ChatMore } from './chatParts.ts';
import { createElement, icon } from './createElement.ts';
import { faceOf } from './faceOf.ts';
import { linkText } from './linkText.ts';
import { fill, type Speech } from './speech.ts';
import type { MessageRow, Row } from './talkRows.ts';

export interface TalkActions {
  retry(commandId: string): void;
  discard(commandId: string): void;
  /** Draws what only the second part makes. */
  drawMore: ChatMore['draw'];
  drawFiles: ChatMore['drawFiles'];
  drawSources: ChatMore['drawSources'];
}

type Shown = { row: Row; drawn: string; element: HTMLElement };

/** Draws rows into a list and keeps each element as long as its row's key stays, so that nothing flickers or jumps. */
export function renderTalk(list: HTMLElement, speech: Speech, actions: TalkActions): (rows: readonly Row[]) => void {
  let shown = new Map<string, Shown>();
  // Its time is there for readers who want it; in between, pauses and days are told.
  list.addEventListener('click', ({ target }) => {
    const text = (target as Element).closest('.text');
    if (text && !(target as Element).closest('a')) text.parentElement?.classList.toggle('timed');
  });

  return (rows) => {
    const next = new Map<string, Shown>();
    let cursor: Element | null = list.firstElementChild;
    for (const row of rows) {
      const before = shown.get(row.key);
      const element = before?.element ?? createElement('div', { role: 'listitem' });
      const drawn = JSON.stringify(row);
      if (drawn !== before?.drawn) draw(element, row, before?.row ?? null, speech, actions);
      next.set(row.key, { row, drawn, element });
      if (element === cursor) cursor = cursor.nextElementSibling;
      else list.insertBefore(element, cursor);
    }
    for (const [key, { element }] of shown) if (!next.has(key)) element.remove();
    shown = next;
  };
}

function draw(element: HTMLElement, row: Row, before: Row | null, speech: Speech, actions: TalkActions) {
  if (row.kind === 'message') {
    if (before?.kind === 'message' && onlyGrew(before, row)) {
      element.querySelector('.text')?.replaceChildren(...linkText(row.text));
      return;
    }
    element.className = `message ${row.who}${row.named || row.face !== null ? ' first' : ''}${row.unsent && row.unsent !== 'sent' ? ' unsent' : ''}${row.retracted ? ' retracted' : ''}${row.streaming ? ' streaming' : ''}`;
    if (row.byId) element.dataset.by = row.byId;
    element.replaceChildren(...messageParts(row, speech, actions));
  } else if (row.kind === 'typing') {
    element.className = 'typing';
    const dots = createElement('span', { class: 'dots', 'aria-hidden': 'true' }, [
      createElement('i'),
      createElement('i'),
      createElement('i'),
    ]);
    element.replaceChildren(dots, createElement('span', {}, [fill(speech.words.isWriting, { name: row.name })]));
  } else if (row.kind === 'day' || row.kind === 'notice') {
    element.className = row.kind;
    element.replaceChildren(row.kind === 'day' ? row.label : row.text);
  } else actions.drawMore(element, row);
}

const onlyGrew = (before: MessageRow, row: MessageRow): boolean =>
  JSON.stringify({ ...before, text: '' }) === JSON.stringify({ ...row, text: '' });

function messageParts(row: MessageRow, { words }: Speech, actions: TalkActions): Node[] {
  const { retry, discard, drawFiles, drawSources } = actions;
  const parts: Node[] = [];
  const what = row.who === 'bot' ? words.aiAssistant : '';
  if (row.face !== null && row.who !== 'you') parts.push(faceOf(row.who, row.face));
  // Screen readers name the speaker of each line, because their users do not see the marks.
  parts.push(
    createElement('div', { class: row.named ? 'by' : 'unseen' }, [
      createElement('b', {}, [row.by]),
      createElement('span', {}, [what]),
    ]),
  );
  const text = row.retracted ? [words.takenBack] : linkText(row.text);
  if (row.files.length > 0) parts.push(createElement('div', { class: 'files' }, drawFiles(row.files)));
  if (row.text !== '' || row.files.length === 0)
    parts.push(createElement('div', { class: 'text', dir: 'auto', title: row.time }, text));
  if (row.sources.length > 0) parts.push(...drawSources(row));
  if (row.unsent === 'failed' && row.commandId) {
    const { commandId } = row;
    const again = createElement('button', { type: 'button' }, [words.sendAgain]);
    const drop = createElement('button', { type: 'button' }, [words.remove]);
    again.addEventListener('click', () => retry(commandId));
    drop.addEventListener('click', () => discard(commandId));
    parts.push(
      createElement('div', { class: 'trouble' }, [`${words.notSent} ${row.trouble ?? ''} `, again, ' ', drop]),
    );
  } else if (row.unsent === 'waiting' || row.unsent === 'sending') {
    const clock = icon('clock', 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 8v4.5l2.8 1.7');
    const label = row.unsent === 'waiting' ? words.waitsToGo : words.sending;
    parts.push(createElement('div', { class: 'waits' }, [clock, createElement('span', { class: 'unseen' }, [label])]));
  } else parts.push(createElement('div', { class: 'at' }, [row.time]));
  return parts;
}
