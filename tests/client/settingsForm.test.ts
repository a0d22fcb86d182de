import { expect, it } from 'vitest';
import { unsaved } from '../../client/desk/settings/useBrokerage.ts';

it('words typed while the settings are being saved stay in the form, and saved ones leave it', () => {
  const sent = { greeting: 'Hi', hours: { monday: null } };
  expect(unsaved<object>(sent, sent)).toEqual({});
  expect(unsaved<object>({ ...sent, greeting: 'Hi there', brokerage: 'Hill' }, sent)).toEqual({
    greeting: 'Hi there',
    brokerage: 'Hill',
  });
});
