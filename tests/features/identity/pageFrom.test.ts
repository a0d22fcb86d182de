import { expect, test } from 'vitest';
import { pageFrom } from '../../../src/features/identity/rules.ts';

test.each([
  ['https://homes.example/l/1?email=a@b.example#x', 'https://homes.example/l/1'],
  ['/demo?x=1', '/demo'],
  ['https://user:secret@homes.example/', 'https://homes.example/'],
  ['javascript:alert(1)', ''],
  ['data:text/html,x', ''],
  ['http://[', ''],
])('of the page %s the hub keeps %j', (url, kept) => {
  expect(pageFrom({ url }).url).toBe(kept);
});

test('a token stays small whatever the page is called', () => {
  const page = pageFrom({ url: `https://homes.example/${'ä'.repeat(2000)}`, title: '😀'.repeat(150) }, 'es-MX');
  expect(JSON.stringify(page).length).toBeLessThan(1_100);
  expect(page.title?.isWellFormed()).toBe(true);
  expect(page.language).toBe('es');
  expect(pageFrom({ url: '/' }, '../..').language).toBe('en');
});
