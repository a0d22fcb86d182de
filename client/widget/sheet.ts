import { createElement, icon } from './createElement.ts';
import { faceOf } from './faceOf.ts';
import { assistantName, type Speech } from './speech.ts';

/** The parts of the chat's sheet that change. */
export interface Sheet {
  sheet: HTMLElement;
  logo: HTMLCanvasElement;
  brokerage: HTMLElement;
  subject: HTMLElement;
  answering: HTMLElement;
  face: HTMLElement;
  person: HTMLButtonElement;
  menu: HTMLButtonElement;
  close: HTMLButtonElement;
  recorded: HTMLElement;
  status: HTMLElement;
  log: HTMLElement;
  opening: HTMLElement;
  hello: HTMLElement;
  notice: HTMLAnchorElement;
  list: HTMLElement;
  chips: HTMLElement;
  newer: HTMLButtonElement;
  form: HTMLFormElement;
  input: HTMLTextAreaElement;
  emoji: HTMLButtonElement;
  attach: HTMLButtonElement;
  sendButton: HTMLButtonElement;
  hint: HTMLElement;
  over: HTMLElement;
  again: HTMLButtonElement;
  aloud: HTMLElement;
}

/** Builds the sheet, empty and hidden. It says from the start who answers, before the hub has said anything. */
export function buildSheet({ words, language, direction }: Speech): Sheet {
  const logo = createElement('canvas', { class: 'logo', 'aria-hidden': 'true', hidden: '' });
  const brokerage = createElement('b', { class: 'brokerage' });
  const subject = createElement('div', { class: 'subject', hidden: '' });
  const answering = createElement('div', { class: 'answering' });
  const face = createElement('span', { class: 'face person', 'aria-hidden': 'true', hidden: '' });
  const person = createElement('button', { type: 'button', class: 'ask-person' }, [words.talkToPerson]);
  const menu = createElement(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': words.more, 'aria-expanded': 'false' },
    [icon('dots-three', 'M6 12h.01M12 12h.01M18 12h.01')],
  );
  const close = createElement('button', { type: 'button', class: 'quiet close', 'aria-label': words.closeChat }, [
    icon('x', 'M6.5 6.5l11 11M17.5 6.5l-11 11'),
  ]);
  const head = createElement('div', { class: 'head' }, [
    createElement('div', { class: 'about' }, [logo, createElement('div', {}, [brokerage, subject])]),
    menu,
    close,
    createElement('div', { class: 'who' }, [face, answering, person]),
  ]);

  const recorded = createElement('div', { class: 'recorded', role: 'note', hidden: '' }, [words.recorded]);
  const status = createElement('div', { class: 'status', role: 'status', hidden: '' });
  const list = createElement('div', { class: 'list', role: 'list', 'aria-label': words.messages });
  const chips = createElement('div', { class: 'chips', role: 'group', 'aria-label': words.quickReplies, hidden: '' });
  const hello = createElement('div', { class: 'text' });
  const by = createElement('div', { class: 'by' }, [
    createElement('b', {}, [assistantName]),
    createElement('span', {}, [words.aiAssistant]),
  ]);
  const opening = createElement('div', { class: 'message opening', hidden: '' }, [faceOf('bot', words.ai), by, hello]);
  // The notice's own name, as the commission gives it, in every language.
  const notice = createElement('a', { class: 'law', target: '_blank', rel: 'noopener', hidden: '' }, [
    'TREC Information About Brokerage Services',
  ]);
  const disclosure = createElement('p', { class: 'disclosure' }, [
    icon('info', 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 11v5M12 8v.01'),
    createElement('span', {}, [`${words.disclosure} `, notice]),
  ]);
  const log = createElement('div', { class: 'log', tabindex: '0', role: 'region', 'aria-label': words.conversation }, [
    opening,
    disclosure,
    list,
    chips,
  ]);
  const newer = createElement('button', { type: 'button', class: 'newer', hidden: '' }, [`${words.newMessages} ↓`]);

  const attributes = {
    rows: '1',
    placeholder: words.writeMessage,
    'aria-label': words.message,
    dir: 'auto',
    enterkeyhint: 'send',
  };
  const input = createElement('textarea', attributes);
  const sendButton = createElement('button', { type: 'submit', class: 'send', 'aria-label': words.send }, [
    icon('arrow', 'M5 12h13M12.5 6l6 6-6 6'),
  ]);
  const emoji = createElement(
    'button',
    { type: 'button', class: 'quiet emoji', 'aria-label': words.emoji, 'aria-expanded': 'false' },
    [icon('smile', 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M9 10v.01M15 10v.01M8.8 14c1.6 2.1 4.8 2.1 6.4 0')],
  );
  const attach = createElement(
    'button',
    { type: 'button', class: 'quiet attach', 'aria-label': words.attach, 'aria-expanded': 'false' },
    [
      icon(
        'clip',
        'M18.5 11.5l-6.8 6.8a4 4 0 0 1-5.7-5.7l7.5-7.5a2.7 2.7 0 0 1 3.8 3.8l-7.4 7.4a1.3 1.3 0 0 1-1.9-1.9l6.6-6.6',
      ),
    ],
  );
  const form = createElement('form', {}, [emoji, attach, input, sendButton]);
  const hint = createElement('div', { class: 'hint', hidden: '' });
  const again = createElement('button', { type: 'button', class: 'again' }, [words.startNew]);
  const over = createElement('div', { class: 'over', hidden: '' }, [again]);
  const foot = createElement('div', { class: 'foot' }, [hint, form, over]);
  const aloud = createElement('div', { class: 'unseen', 'aria-live': 'polite' });
  const sheet = createElement('section', { class: 'sheet', role: 'dialog', 'aria-label': words.chatWith, hidden: '' }, [
    head,
    recorded,
    status,
    createElement('div', { class: 'middle' }, [log, newer]),
    foot,
    aloud,
  ]);
  sheet.lang = language;
  sheet.dir = direction;
  return {
    sheet,
    logo,
    brokerage,
    subject,
    answering,
    face,
    person,
    menu,
    close,
    recorded,
    status,
    log,
    opening,
    hello,
    notice,
    list,
    chips,
    newer,
    form,
    input,
    emoji,
    attach,
    sendButton,
    hint,
    over,
    again,
    aloud,
  };
}
