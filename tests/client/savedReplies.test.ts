import { expect, test } from 'vitest';
import { askedReply, fillReply, repliesFor } from '../../client/shared/components/composer/savedReplies.ts';

const values = { visitor: 'Kim', agent: 'Maya', listing: '12 Oak Lane', brokerage: 'Barton' };
const reply = (title: string, text: string) => ({ id: title, title, text, for: 'team' as const });

test('a saved reply is filled in, and braces inside a value are never filled in', () => {
  expect(fillReply('Hi {{visitor}}, {{ agent }} here about {{listing}}.', values)).toBe(
    'Hi Kim, Maya here about 12 Oak Lane.',
  );
  expect(fillReply('{{visitor}} $& {{other}} {{toString}}', { ...values, visitor: '{{agent}}' })).toBe(
    '{{agent}} $& {{other}} {{toString}}',
  );
});

test('only a reply that begins with a slash, on one line, asks for saved ones', () => {
  expect(['/', '/hou rs', 'a/b', ' /x', '/x\ny', ''].map(askedReply)).toEqual(['', 'hou rs', null, null, null, null]);
});

test('titles come before texts, every word counts, and the list is short', () => {
  const replies = [reply('Parking', 'See the opening hours'), reply('Opening hours', 'Nine to six')];
  expect(repliesFor(replies, 'HOURS open').map(({ title }) => title)).toEqual(['Opening hours', 'Parking']);
  expect(repliesFor(replies, 'nine parking')).toEqual([]);
  expect(
    repliesFor(
      Array.from({ length: 30 }, (_, at) => reply(`r${at}`, 'x')),
      '',
    ),
  ).toHaveLength(8);
});
