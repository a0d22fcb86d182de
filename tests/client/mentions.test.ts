import { expect, it } from 'vitest';
import { askedMention, colleaguesFor, mentionsIn, withMention } from '../../client/shared/state/mentions.ts';

const people = [
  { id: 'm', name: 'Maya Chen' },
  { id: 'o', name: 'Owen Park' },
  { id: 'o2', name: 'Owen Lund' },
  { id: 'j', name: 'José Ríos' },
];

it('an @ at the beginning of a word asks for a colleague, up to two words long; that of an address asks for nobody', () => {
  expect(askedMention('Ask @ma', 7)).toEqual({ at: 4, asked: 'ma' });
  expect(askedMention('@', 1)).toEqual({ at: 0, asked: '' });
  expect(askedMention('(@Maya Ch', 9)).toEqual({ at: 1, asked: 'Maya Ch' });
  expect(askedMention('@Maya Chen is', 13)).toBeNull();
  expect(askedMention('mail dana@home', 14)).toBeNull();
});

it('colleagues are offered by any part of their name, without its accents, and the chosen one takes the place of the letters', () => {
  expect(colleaguesFor(people, 'rios').map(({ id }) => id)).toEqual(['j']);
  expect(colleaguesFor(people, 'owen').map(({ id }) => id)).toEqual(['o', 'o2']);
  expect(colleaguesFor(people, 'zz')).toEqual([]);
  expect(withMention('Ask @ma about it', 4, 7, 'Maya Chen')).toEqual({ text: 'Ask @Maya Chen about it', caret: 15 });
});

it('a note mentions whom it names in full, or by a first name that is one colleague’s alone', () => {
  expect(mentionsIn('@Maya please, and @owen lund', people)).toEqual(['o2', 'm']);
  expect(mentionsIn('@Owen?', people)).toEqual([]);
  expect(mentionsIn('@Mayan, x@Maya and Maya', people)).toEqual([]);
  expect(mentionsIn('cc @Jose.', people)).toEqual(['j']);
});
