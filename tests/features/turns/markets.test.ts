import { expect, test } from 'vitest';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import { step } from '../../../src/features/bots/step.ts';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { houseFacts } from '../../../src/features/composing/houseFacts.ts';
import { cardsIn } from '../../../src/features/knowledge/shelf.ts';
import { marketPacks, schoolsOf } from '../../../src/features/packs/markets.ts';
import { changeSettings } from '../../../src/features/settings/changeSettings.ts';
import { firstJorge } from '../../../src/features/settings/rules.ts';
import { replayTurns } from '../../../src/features/turns/replayTurns.ts';
import { packWorld } from './packWorld.ts';
import { turnWorld } from './turnWorld.ts';

const admin = { tenantId: 't1', principal: { kind: 'staff', id: 'ad1', role: 'admin', name: 'Ada' } } as const;
const ofTexas = /texas|austin|TREC|IABS/i;

async function talkIn(market: 'austin' | 'texas' | 'us') {
  const world = await turnWorld();
  const { packOf, ...stores } = packWorld(world);
  const brokerageServicesUrl = 'https://example.com/notice.pdf';
  await changeSettings({ ...stores, clock: world.clock }, admin, 0, { market, brokerageServicesUrl });
  world.parts.packOf = packOf;
  for (const text of ['How are the schools there?', 'I want to see it on Saturday', 'Do you have homes in Zilker?']) {
    await world.say(text);
    await world.settle();
  }
  const turns = await world.plain.turns.list(world.id, 100);
  return { turns, said: JSON.stringify(turns.map(({ effects }) => effects)) };
}

test('a brokerage in a market without a pack has no areas, no notice and no law of Texas, in turns that replay', async () => {
  const { turns, said } = await talkIn('us');
  expect(said).not.toMatch(ofTexas);
  expect(turns[0]?.knew?.facts).toMatchObject({ marketId: 'us', areas: [] });
  expect(replayTurns(turns, { step, firstState })).toEqual([]);
});

test('a brokerage elsewhere in Texas has its law and not Austin’s areas, in turns that replay', async () => {
  const { turns, said } = await talkIn('texas');
  expect(said).toMatch(/Texas/);
  expect(said).not.toMatch(/Austin/);
  expect(turns[0]?.knew?.facts).toMatchObject({ marketId: 'texas', areas: [] });
  expect(replayTurns(turns, { step, firstState })).toEqual([]);
});

test('the settings of Jorge’s ways hold from the next message on, in turns that replay', async () => {
  const world = await turnWorld();
  const { packOf, ...stores } = packWorld(world);
  const jorge = { ...firstJorge, buyerAsks: ['timeline' as const], tone: 'brief' as const, leaves: ['taxes' as const] };
  await changeSettings({ ...stores, clock: world.clock }, admin, 0, { jorge });
  world.parts.packOf = packOf;
  await world.say('I want to buy a house');
  await world.settle();
  const turns = await world.plain.turns.list(world.id, 100);
  expect(turns.at(-1)?.stateAfter.asked?.question).toBe('timeline');
  expect(turns[0]?.knew?.facts).toMatchObject({ tone: 'brief', leaves: ['taxes'], asks: { buyer: ['timeline'] } });
  expect(replayTurns(turns, { step, firstState })).toEqual([]);
});

test('the general words that stand in for a market’s own do not speak of Texas', () => {
  for (const { en, es } of [schoolsOf(marketPacks.us)]) expect(`${en} ${es}`).not.toMatch(ofTexas);
  const cut = reviewWords('The schools there are great.', { audience: 'public' });
  expect([cut.action, ofTexas.test(cut.safeText ?? '')]).toEqual(['cut', false]);
  const inAustin = { audience: 'public', schools: schoolsOf(marketPacks.austin) } as const;
  expect(reviewWords('The schools there are great.', inAustin).safeText).toContain('the Texas Education Agency');
  const said = houseFacts('en', schoolsOf(marketPacks.us)).map(({ words }) => words);
  expect(said.join(' ')).not.toMatch(ofTexas);
  const cards = cardsIn('us').map(({ words, source }) => `${words.en} ${words.es} ${source.name} ${source.where}`);
  expect(cards.length).toBeGreaterThan(5);
  for (const card of cards) expect(card).not.toMatch(ofTexas);
  for (const { words } of cardsIn('texas')) expect(words.en).not.toMatch(/Austin/);
});
