import { createElement, icon } from './createElement.ts';
import type { LauncherWords } from './launcherWords.ts';

/** The round button and the word beside it at first sight. */
export function makeLauncher(words: LauncherWords, aboutHome: boolean) {
  const badge = createElement('span', { class: 'badge', hidden: '' });
  const button = createElement(
    'button',
    { class: 'launcher', type: 'button', 'aria-label': words.open, 'aria-expanded': 'false' },
    [
      icon(
        'talk',
        'M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H10l-4.6 3.9A.85.85 0 0 1 4 19.25z',
        'M8 7.8h8M8 11.3h5',
      ),
      icon('down', 'M6 9.5l6 6 6-6'),
      badge,
    ],
  );
  const ask = createElement('button', { type: 'button' }, [aboutHome ? words.home : words.site]);
  const later = createElement('button', { class: 'later', type: 'button', 'aria-label': words.hide }, ['×']);
  const teaser = createElement('div', { class: 'teaser' }, [ask, later]);
  return { button, badge, ask, later, teaser };
}
