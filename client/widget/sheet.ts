import { icon, make } from './make.ts';
import type { Speech } from './speech.ts';

/** The parts of the chat's sheet that change. */
export interface Sheet {
  sheet: HTMLElement;
  logo: HTMLCanvasElement;
  brokerage: HTMLElement;
  subject: HTMLElement;
  answering: HTMLElement;
  person: HTMLButtonElement;
  close: HTMLButtonElement;
  status: HTMLElement;
  log: HTMLElement;
  notice: HTMLAnchorElement;
  list: HTMLElement;
  start: HTMLElement;
  chips: HTMLElement;
  newer: HTMLButtonElement;
  form: HTMLFormElement;
  input: HTMLTextAreaElement;
  sendButton: HTMLButtonElement;
  hint: HTMLElement;
  over: HTMLElement;
  again: HTMLButtonElement;
  end: HTMLElement;
  aloud: HTMLElement;
}

/** Builds the sheet, empty and hidden. It says from the start who answers, before the hub has said anything. */
export function buildSheet({ words, language, direction }: Speech): Sheet {
  const logo = make('canvas', { class: 'logo', 'aria-hidden': 'true', hidden: '' });
  const brokerage = make('b', { class: 'brokerage' });
  const subject = make('div', { class: 'subject', hidden: '' });
  const answering = make('div', { class: 'answering' });
  const person = make('button', { type: 'button', class: 'ask-person' }, [words.talkToPerson]);
  const close = make('button', { type: 'button', class: 'close', 'aria-label': words.closeChat }, [
    icon('x', 'M6.5 6.5l11 11M17.5 6.5l-11 11'),
  ]);
  const head = make('div', { class: 'head' }, [
    make('div', { class: 'about' }, [logo, make('div', {}, [brokerage, subject])]),
    close,
    make('div', { class: 'who' }, [answering, person]),
  ]);

  const status = make('div', { class: 'status', role: 'status', hidden: '' });
  const list = make('div', { class: 'list', role: 'list', 'aria-label': words.messages });
  const chips = make('div', { class: 'chips', role: 'group', 'aria-label': words.quickReplies, hidden: '' });
  const disclosure = make('p', { class: 'disclosure' }, [words.disclosure]);
  // The notice's own name, as the commission gives it, in every language.
  const notice = make('a', { class: 'law', target: '_blank', rel: 'noopener', hidden: '' }, [
    'TREC Information About Brokerage Services',
  ]);
  const start = make('p', { class: 'start', hidden: '' }, [words.askFirst]);
  const log = make('div', { class: 'log', tabindex: '0', role: 'region', 'aria-label': words.conversation }, [
    disclosure,
    notice,
    list,
    start,
    chips,
  ]);
  const newer = make('button', { type: 'button', class: 'newer', hidden: '' }, [`${words.newMessages} ↓`]);

  const attributes = {
    rows: '1',
    placeholder: words.writeMessage,
    'aria-label': words.message,
    dir: 'auto',
    enterkeyhint: 'send',
  };
  const input = make('textarea', attributes);
  const sendButton = make('button', { type: 'submit', class: 'send', 'aria-label': words.send }, [
    icon('arrow', 'M5 12h13M12.5 6l6 6-6 6'),
  ]);
  const form = make('form', {}, [input, sendButton]);
  const hint = make('div', { class: 'hint', hidden: '' });
  const again = make('button', { type: 'button', class: 'again' }, [words.startNew]);
  const over = make('div', { class: 'over', hidden: '' }, [again]);
  const end = make('div', { class: 'end', hidden: '' });
  const foot = make('div', { class: 'foot' }, [hint, form, over, end]);
  const aloud = make('div', { class: 'unseen', 'aria-live': 'polite' });
  const sheet = make('section', { class: 'sheet', role: 'dialog', 'aria-label': words.chatWith, hidden: '' }, [
    head,
    status,
    make('div', { class: 'middle' }, [log, newer]),
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
    person,
    close,
    status,
    log,
    notice,
    list,
    start,
    chips,
    newer,
    form,
    input,
    sendButton,
    hint,
    over,
    again,
    end,
    aloud,
  };
}
