import { expect, it } from 'vitest';
import { rememberRecent } from '../../src/kernel/rememberRecent.ts';

it('works a text out once, while it is among the last ones, also where nothing is found', () => {
  const read: string[] = [];
  const find = rememberRecent(2, (text) => {
    read.push(text);
    return text === 'nothing' ? null : text.length;
  });
  for (const text of ['one', 'nothing', 'nothing', 'one']) find(text);
  expect(read).toEqual(['one', 'nothing']);
  expect([find('nothing'), find('one')]).toEqual([null, 3]);
  find('three');
  find('nothing');
  expect(read).toEqual(['one', 'nothing', 'three', 'nothing']);
});

it('remembers no long text', () => {
  const read: string[] = [];
  const find = rememberRecent(2, (text) => read.push(text));
  const long = 'word '.repeat(200);
  find(long);
  find(long);
  expect(read).toHaveLength(2);
});
