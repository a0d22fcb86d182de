import type { MessageRow, OfferRow, Row } from './chatModel.ts';
import { linkText } from './linkText.ts';
import { icon, make } from './make.ts';
import { fill, type Speech } from './speech.ts';

export interface TalkActions {
  retry(commandId: string): void;
  discard(commandId: string): void;
  choose(offerId: string, slotId: string): void;
}

type Shown = { row: Row; drawn: string; element: HTMLElement };

/** Draws rows into a list and keeps each element as long as its row's key stays, so that nothing flickers or jumps. */
export function renderTalk(list: HTMLElement, speech: Speech, actions: TalkActions): (rows: readonly Row[]) => void {
  let shown = new Map<string, Shown>();

  return (rows) => {
    const next = new Map<string, Shown>();
    let place: Element | null = list.firstElementChild;
    for (const row of rows) {
      const before = shown.get(row.key);
      const element = before?.element ?? make('div', { role: 'listitem' });
      const drawn = JSON.stringify(row);
      if (drawn !== before?.drawn) draw(element, row, before?.row ?? null, speech, actions);
      next.set(row.key, { row, drawn, element });
      if (element === place) place = place.nextElementSibling;
      else list.insertBefore(element, place);
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
    element.className = `message ${row.who}${row.name ? ' first' : ''}${row.unsent && row.unsent !== 'sent' ? ' unsent' : ''}${row.retracted ? ' retracted' : ''}${row.streaming ? ' streaming' : ''}`;
    element.replaceChildren(...messageParts(row, speech, actions));
  } else if (row.kind === 'cards') {
    element.className = 'cards';
    const homes = make('div', { class: 'homes', role: 'group', 'aria-label': speech.words.homes });
    homes.append(...row.items.map((card) => cardOf(card, speech)));
    element.replaceChildren(homes);
  } else if (row.kind === 'offer') {
    element.className = 'offer';
    element.replaceChildren(...offerParts(row, speech, actions));
  } else if (row.kind === 'typing') {
    element.className = 'typing';
    const dots = make('span', { class: 'dots', 'aria-hidden': 'true' }, [make('i'), make('i'), make('i')]);
    element.replaceChildren(dots, make('span', {}, [fill(speech.words.isWriting, { name: row.name })]));
  } else {
    element.className = row.kind;
    element.replaceChildren(row.kind === 'day' ? row.label : row.text);
  }
}

const onlyGrew = (before: MessageRow, row: MessageRow): boolean =>
  JSON.stringify({ ...before, text: '' }) === JSON.stringify({ ...row, text: '' });

function messageParts(row: MessageRow, { words }: Speech, { retry, discard }: TalkActions): Node[] {
  const parts: Node[] = [];
  if (row.name && row.who !== 'you') {
    const mark =
      row.who === 'bot'
        ? icon('mark', 'M12 4v3M6 7h12v11H6zM9.5 12v1.5M14.5 12v1.5')
        : icon('mark', 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M5 20c.6-3.6 3.4-5.5 7-5.5s6.4 1.9 7 5.5');
    const what = row.who === 'bot' ? words.aiAssistant : words.person;
    parts.push(
      make('div', { class: 'by' }, [
        mark,
        make('b', {}, [row.name]),
        make('span', {}, [`${what} · ${row.time ?? ''}`]),
      ]),
    );
  }
  const text = row.retracted ? [words.takenBack] : linkText(row.text);
  parts.push(make('div', { class: 'text', dir: 'auto' }, text));
  if (row.unsent === 'failed' && row.commandId) {
    const { commandId } = row;
    const again = make('button', { type: 'button' }, [words.sendAgain]);
    const drop = make('button', { type: 'button' }, [words.remove]);
    again.addEventListener('click', () => retry(commandId));
    drop.addEventListener('click', () => discard(commandId));
    parts.push(make('div', { class: 'trouble' }, [`${words.notSent} ${row.trouble ?? ''} `, again, ' ', drop]));
  } else if (row.unsent === 'waiting' || row.unsent === 'sending') {
    const clock = icon('clock', 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 8v4.5l2.8 1.7');
    const label = row.unsent === 'waiting' ? words.waitsToGo : words.sending;
    parts.push(make('div', { class: 'waits' }, [clock, make('span', { class: 'unseen' }, [label])]));
  } else if (row.who === 'you' && row.time) {
    parts.push(make('div', { class: 'at' }, [row.time]));
  }
  return parts;
}

function offerParts({ offerId, slots, state, trouble }: OfferRow, { words }: Speech, actions: TalkActions): Node[] {
  const buttons = slots.map(({ slotId, day, label, chosen, passed }) => {
    const button = make('button', { type: 'button', 'aria-pressed': String(chosen) }, [
      day === null ? '' : `${day} · `,
      // The hub's own words keep their order in a language that is read from the right.
      make('bdi', {}, [label]),
    ]);
    button.disabled = state !== 'open' || passed;
    button.addEventListener('click', () => actions.choose(offerId, slotId));
    return button;
  });
  const said = state === 'asking' ? words.askingTime : state === 'sent' ? words.timeSent : '';
  const note = state === 'gone' ? words.timesGone : (trouble ?? said);
  return [
    make('div', { class: 'times', role: 'group', 'aria-label': words.chooseTime }, buttons),
    make('p', { class: 'times-note', role: 'status' }, [note]),
  ];
}

function cardOf(card: Extract<Row, { kind: 'cards' }>['items'][number], { words, money, number }: Speech): HTMLElement {
  const facts = { beds: number(card.beds), baths: number(card.baths), area: number(card.areaSqft) };
  const parts = [
    make('b', { dir: 'auto' }, [card.title]),
    make('span', { class: 'price' }, [money(card.priceCents, card.currency)]),
    make('span', {}, [fill(words.homeFacts, facts)]),
    make('small', { dir: 'auto' }, [card.attribution]),
  ];
  const isLink = card.url !== undefined && /^https?:/.test(card.url);
  return isLink
    ? make('a', { class: 'card', href: card.url!, target: '_blank', rel: 'noopener noreferrer' }, parts)
    : make('div', { class: 'card' }, parts);
}
