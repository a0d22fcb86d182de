import { expect, it } from 'vitest';
import { unsaved } from '../../client/desk/settings/useBrokerage.ts';

it('what is typed while the settings are being saved stays in the form, and what was saved leaves it', () => {
  const sent = { greeting: 'Hi', hours: { monday: null } };
  expect(unsaved<object>(sent, sent)).toEqual({});
  expect(unsaved<object>({ ...sent, greeting: 'Hi there', brokerage: 'Hill' }, sent)).toEqual({
    greeting: 'Hi there',
    brokerage: 'Hill',
  });
});
