import type { MessageSource } from '../../../src/contract/log/publicEntries.ts';
import type { ChatMore } from '../chatParts.ts';
import { createElement } from '../createElement.ts';
import { fill, type Speech } from '../speech.ts';
import { button } from './pressable.ts';
import type { MoreWords } from './words/en.ts';

/** Draws the mark under a message that opens, in place, the facts behind it. */
export function showSources(log: HTMLElement, speech: Speech, words: MoreWords): ChatMore['drawSources'] {
  // Open sources stay open while their message is drawn again.
  const drawn = new Map<string, HTMLElement>();
  const day = new Intl.DateTimeFormat(speech.locale, { dateStyle: 'medium', timeZone: 'UTC' });

  const itemOf = ({ words: told, source, date }: MessageSource): HTMLElement => {
    const whence = [source, date === undefined ? undefined : day.format(new Date(date))].flatMap((part) =>
      part === undefined ? [] : [' · ', createElement('bdi', {}, [part])],
    );
    return createElement('li', {}, [
      createElement('span', { dir: 'auto' }, [told]),
      createElement('small', {}, whence.slice(1)),
    ]);
  };

  function made(sources: readonly MessageSource[]): HTMLElement {
    const list = createElement('ul', {}, sources.map(itemOf));
    list.hidden = true;
    const mark = button(fill(words.sources, { n: speech.number(sources.length) }), toggle, {
      'aria-expanded': 'false',
    });
    function toggle() {
      list.hidden = !list.hidden;
      mark.setAttribute('aria-expanded', String(!list.hidden));
      // Only the talk is scrolled, never the page around it, and the mark stays in view.
      const [view, top] = [log.getBoundingClientRect(), mark.getBoundingClientRect().top];
      log.scrollTop += Math.max(0, Math.min(list.getBoundingClientRect().bottom + 8 - view.bottom, top - view.top));
    }
    return createElement('div', { class: 'sources' }, [mark, list]);
  }

  return ({ key, sources }) => {
    const element = drawn.get(key) ?? made(sources);
    drawn.set(key, element);
    return [element];
  };
}
