import type { Entry } from '../../../src/contract/log/entry.ts';
import { createElement, icon } from '../createElement.ts';
import { faceOf, initialsOf } from '../faceOf.ts';
import { readStorage, writeStorage } from '../readStorage.ts';
import { assistantName, type Speech } from '../speech.ts';
import { withoutNotice } from '../withoutNotice.ts';
import { wordsOf } from '../wordsOf.ts';

/** The last reply, beside the launcher of a closed chat, until it is opened or sent away. */
export function replyToast(
  root: ShadowRoot,
  { words }: Speech,
  { storageKey, hide, open }: { storageKey: string; hide: string; open(): void },
) {
  const hiddenKey = `${storageKey}:toast-hidden`;
  const place = createElement('div', { class: 'toast-place', role: 'status' });
  root.append(place);
  let shownId = '';
  let hiddenId = readStorage('session', hiddenKey);

  return {
    /** Shows the reply; null: none. */
    show(reply: Entry | null, noticeUrl: string | null) {
      if (reply?.type !== 'message-created' || reply.id === hiddenId) {
        if (shownId !== '') place.replaceChildren();
        shownId = '';
        return;
      }
      if (reply.id === shownId) return;
      shownId = reply.id;
      const isBot = reply.actor.kind === 'bot' || reply.actor.kind === 'system';
      const name = reply.actor.name ?? (isBot ? assistantName : words.theTeam);
      const text = createElement('span', { class: 'toast-text', dir: 'auto' }, [
        withoutNotice(wordsOf(reply.data), noticeUrl),
      ]);
      const go = createElement('button', { type: 'button', class: 'toast-open' }, [
        faceOf(isBot ? 'bot' : 'person', isBot ? words.ai : initialsOf(name)),
        createElement('span', { class: 'toast-words' }, [createElement('b', {}, [name]), text]),
      ]);
      go.addEventListener('click', open);
      const away = createElement('button', { type: 'button', class: 'toast-away', 'aria-label': hide }, [
        icon('x', 'M6.5 6.5l11 11M17.5 6.5l-11 11'),
      ]);
      away.addEventListener('click', () => {
        hiddenId = reply.id;
        writeStorage('session', hiddenKey, hiddenId);
        shownId = '';
        place.replaceChildren();
      });
      place.replaceChildren(createElement('div', { class: 'toast' }, [go, away]));
    },
    stop: () => place.remove(),
  };
}
