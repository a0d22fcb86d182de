import { describe, expect, test } from 'vitest';
import { linksIn } from '../../client/shared/state/linksIn.ts';

const hrefs = (text: string) => linksIn(text).flatMap(({ href }) => (href === undefined ? [] : [href]));

describe('links in what people write', () => {
  test.each([
    ['See https://www.bartonridge.example/homes/908?x=1.', ['https://www.bartonridge.example/homes/908?x=1']],
    ['(https://maps.example/a_(b)) and http://a.example/', ['https://maps.example/a_(b)', 'http://a.example/']],
    ['(see https://a.example/b)', ['https://a.example/b']],
    ['mail ana.diaz+home@mail.example.com, please', ['mailto:ana.diaz+home@mail.example.com']],
    ['call 512-555-0134 or (512) 555 0134', ['tel:+15125550134', 'tel:+15125550134']],
    ['5125550134 is mine, +1 512.555.0134 too', ['tel:+15125550134', 'tel:+15125550134']],
    ['from Madrid +34 612 345 678', ['tel:+34612345678']],
  ])('%s', (text, expected) => {
    expect(hrefs(text)).toEqual(expected);
  });

  test.each([
    'javascript:alert(1) data:text/html,hi file:///etc/passwd //evil.example',
    '[click](javascript:alert(1)) <a href="x">y</a>',
    'https://bank.example@evil.example/ https:// http://localhost/',
    'https://good.example\u202Eelpmaxe.live',
    'up to $5,125,550 or 700000 to 750000, 2026-11-21, 12/24, lot 7200, 78704-5125',
    'MLS 51255501345, order 512-555-01345',
  ])('nothing in “%s” leads anywhere it does not say', (text) => {
    expect(hrefs(text).filter((href) => href !== 'https://good.example')).toEqual([]);
  });

  test('the parts together are the text, to the letter, and every link is http(s), mailto or tel', () => {
    const text = 'a https://x.example/y, b me@x.example! \n +1 (512) 555-0134 javascript:void(0) 🏡 end';
    expect(
      linksIn(text)
        .map(({ words }) => words)
        .join(''),
    ).toBe(text);
    for (const href of hrefs(text)) expect(href).toMatch(/^(https?:\/\/|mailto:|tel:\+?\d)/);
  });

  test.each([
    ['dots', '.'.repeat(4_000)],
    ['letters of an address', 'a.'.repeat(2_000)],
    ['digits', '5'.repeat(4_000)],
    ['digits with blanks', '51 2 '.repeat(800)],
    ['an address without end', `https://${'a'.repeat(3_990)}`],
    ['closing brackets', `https://a.example/${')'.repeat(3_900)}`],
  ])('4,000 characters of %s are read at once, and all are kept', (_, text) => {
    expect(
      linksIn(text)
        .map(({ words }) => words)
        .join(''),
    ).toBe(text);
  });
});
