/** The written form of how and when somebody may be reached. Costs: milliseconds. */
import { describe, expect, test } from 'vitest';
import { joinLimits, limitsIn } from '../../../src/features/reading/optOut/contactLimits.ts';

describe('limits on how somebody may be reached', () => {
  test.each([
    ['not call', { not: ['call'] }],
    ['only email; after 12:00', { not: ['call', 'text'], from: 720 }],
    ['only chat', { not: ['call', 'text', 'email'] }],
    ['after 17:30; before 21:00; on weekdays', { from: 1050, until: 1260, weekdays: [0, 1, 2, 3, 4] }],
    ['not on sunday', { weekdays: [0, 1, 2, 3, 4, 5] }],
    ['on saturday and sunday', { weekdays: [5, 6] }],
  ])('“%s” is obeyed', (words, limits) => expect(limitsIn(words)).toMatchObject(limits));

  test('a later limit of the same kind takes the place of the earlier one; the others stay', () => {
    expect(joinLimits('after 18:00', 'not call; after 12:00; note: her boss must not know')).toBe(
      'not call; note: her boss must not know; after 18:00',
    );
    expect(joinLimits('not text', 'not call')).toBe('not call; not text');
  });

  test.each(['', 'whenever', 'after lunch', 'not fax', 'on holidays', 'after 25:00'])('“%s” is no limit', (words) =>
    expect(joinLimits(words)).toBeNull(),
  );

  test('a stranger cannot make them long', () => {
    const many = Array.from({ length: 500 }, (_, n) => `note: ${n} ${'x'.repeat(500)}`).join('; ');
    expect(joinLimits(many)?.length).toBeLessThan(1_200);
  });
});
