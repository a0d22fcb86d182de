import { make } from './make.ts';
import type { Speech } from './speech.ts';

/** Ending asks once more, in place: a slip must not cost the talk. Returns what shows the way out, or hides it. */
export function endButton(place: HTMLElement, words: Speech['words'], end: () => void) {
  const button = (label: string, action: () => void) => {
    const made = make('button', { type: 'button' }, [label]);
    made.addEventListener('click', action);
    return made;
  };
  const offer = () => {
    const way = button(words.endChat, ask);
    place.replaceChildren(way);
    return way;
  };
  const ask = () => {
    const sure = button(words.endIt, () => {
      offer().focus();
      end();
    });
    place.replaceChildren(
      `${words.endAsk} `,
      sure,
      button(words.keepIt, () => offer().focus()),
    );
    sure.focus();
  };
  return (on: boolean) => {
    if (on && place.hidden) offer();
    place.hidden = !on;
  };
}
