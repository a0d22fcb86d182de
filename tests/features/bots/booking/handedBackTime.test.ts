import { expect, test } from 'vitest';
import { conversation, textOf } from '../play.ts';

test('a time agreed with a person is read after the hand-back, and told when they ask for it', () => {
  const talk = conversation();
  talk.visitor('can I see a house on Larkmoor Street');
  talk.mode('human', 'staff');
  talk.agent('Want to see it Saturday?');
  talk.visitor('Yes, Saturday at 11 works');
  expect(textOf(talk.mode('bot', 'staff'))).toMatch(/Saturday, November 28, 11:00 AM/);
  for (const text of ['so is Saturday 11 confirmed?', 'when is my visit?']) {
    const reply = textOf(talk.visitor(text));
    expect(reply).toMatch(/Saturday, November 28, 11:00 AM/);
    expect(reply).toMatch(/confirm/);
    expect(reply).not.toMatch(/bedrooms|on file/);
  }
});

test('"thanks! one more thing can you send me the disclosure" is no complaint, and reaches the team', () => {
  const talk = conversation();
  talk.visitor('i like this house');
  const result = talk.visitor('thanks! one more thing can you send me the disclosure');
  expect(textOf(result)).not.toMatch(/sorry/i);
  expect(textOf(result)).toMatch(/passed your question|\[/);
});

test('"the auction is next tuesday" reaches the team in those words', () => {
  const talk = conversation();
  talk.visitor('I want to sell my house');
  const result = talk.visitor('we are behind on the mortgage and the auction is next tuesday');
  const told = result.effects.flatMap((effect) => (effect.kind === 'alert' ? [effect.reason] : []));
  expect(told.join(' ')).toMatch(/auction is next tuesday|next tuesday/i);
});
