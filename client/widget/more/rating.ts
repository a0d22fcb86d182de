import { createElement, icon } from '../createElement.ts';
import { readStorage, writeStorage } from '../readStorage.ts';
import { fill } from '../speech.ts';
import type { MoreWords } from './words/en.ts';

const best = 5;

/** Asks at the end of a talk, once, how it was: one tap answers. */
export function rating(
  over: HTMLElement,
  words: MoreWords,
  { storageKey, rate }: { storageKey: string; rate(stars: number): Promise<void> },
) {
  const key = `${storageKey}:rated`;
  const stars = Array.from({ length: best }, (_, place) => {
    const star = createElement(
      'button',
      { type: 'button', 'aria-label': fill(words.stars, { n: String(place + 1) }) },
      [icon('star', 'M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.7 9.6 9z')],
    );
    star.addEventListener('click', () => give(place + 1));
    return star;
  });
  const group = createElement('div', { class: 'stars', role: 'group', 'aria-label': words.howWasIt }, stars);
  const question = createElement('p', {}, [words.howWasIt]);
  const thanks = createElement('p', { role: 'status' });
  const box = createElement('div', { class: 'rating', hidden: '' }, [question, group, thanks]);
  over.prepend(box);
  let talk = '';

  function give(given: number) {
    for (const [place, star] of stars.entries()) {
      star.disabled = true;
      star.classList.toggle('given', place < given);
    }
    rate(given).then(
      () => {
        writeStorage('local', key, talk);
        thanks.textContent = words.thanks;
      },
      () => {
        for (const star of stars) {
          star.disabled = false;
          star.classList.remove('given');
        }
      },
    );
  }

  return {
    drawn({ closed, conversationId }: { closed: boolean; conversationId: string | null }) {
      if (!closed || conversationId === null) {
        box.hidden = true;
        talk = '';
        return;
      }
      if (talk === conversationId) return;
      talk = conversationId;
      thanks.textContent = '';
      for (const star of stars) {
        star.disabled = false;
        star.classList.remove('given');
      }
      box.hidden = readStorage('local', key) === talk;
    },
    stop: () => box.remove(),
  };
}
