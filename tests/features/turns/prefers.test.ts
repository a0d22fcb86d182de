import { expect, it } from 'vitest';
import { onlyAdapted } from '../../../src/features/coaching/onlyAdapted.ts';
import { talkPrompt } from '../../../src/features/coaching/prompts.ts';
import type { LanguageModel, WritingOrder } from '../../../src/features/llm/ports.ts';
import { switchPreferences } from '../../../src/features/profiles/preferences/readPreferences.ts';
import { changeSettings } from '../../../src/features/settings/changeSettings.ts';
import { createTalkReader } from '../../../src/features/turns/readTalk.ts';
import { writeSpoken } from '../../support/answering.ts';
import { home } from '../../support/talk.ts';
import { agent, turnWorld } from './turnWorld.ts';

/** A talk in which every question was on price, of a hub whose model keeps what it is asked. */
async function onPrice() {
  const orders: WritingOrder[] = [];
  const model: LanguageModel = {
    basis: 'model',
    async write(order, { onText }) {
      if (order.task.name !== 'speak') return { status: 'failed', basis: 'model', answer: null, started: false };
      orders.push(order);
      onText(writeSpoken([{ text: 'It has 2 bedrooms.', facts: ['home.beds'] }]));
      return { status: 'done', basis: 'model', answer: null, started: true };
    },
  };
  const world = await turnWorld({ model, listings: [home] });
  const readTalk = createTalkReader(world.parts);
  const coaching = { model, adaptsTo: (tenantId: string) => world.parts.adaptsTo(tenantId, 'l1') };
  /** What Jorge and the coach are told when this is said. */
  const say = async (text: string): Promise<{ jorge: string; coach: string }> => {
    orders.length = 0;
    await world.say(text);
    expect(await world.settle()).toEqual([]);
    const talk = await readTalk('t1', world.id);
    if (talk === null) throw new Error('there is no talk');
    return {
      jorge: orders.map(({ prompt }) => prompt).join('\n'),
      coach: talkPrompt(await onlyAdapted(coaching, talk), { strategy: 'consultative' }),
    };
  };
  await say('How much is it?');
  return { world, say, readTalk };
}
const asked = 'And what are the taxes?';
const told = 'Asks about price first. 2 of 2 questions were about price or costs, the first one too.';

it('Jorge and the coach are told what somebody prefers and why, from the second question on price on', async () => {
  const { say } = await onPrice();
  const { jorge, coach } = await say(asked);
  expect(jorge).toContain(told);
  expect(coach).toContain(told);
});

it('a person who is not to be adapted to is answered and coached without it, and with it again once that is taken back', async () => {
  const { world, say, readTalk } = await onPrice();
  const parts = { ...world.stores, ...world.parts, leads: world.stores.leads, readTalk };
  await switchPreferences(parts, agent, 'l1', false);
  const off = await say(asked);
  expect(off.jorge).toContain(asked);
  expect(off.jorge).not.toContain('data name="prefers"');
  expect(off.coach).toContain(asked);
  expect(off.coach).not.toContain('data name="prefers"');
  await switchPreferences(parts, agent, 'l1', true);
  expect((await say('ok')).coach).toContain(told);
});

it('a brokerage that turned it off adapts to nobody', async () => {
  const { world, say } = await onPrice();
  const admin = { kind: 'staff', id: 'a1', role: 'admin', name: 'Ana' } as const;
  const { stores, clock } = world;
  await changeSettings({ ...stores, clock }, { tenantId: 't1', principal: admin }, 0, { adapts: false });
  const { jorge, coach } = await say(asked);
  expect(jorge).toContain(asked);
  expect(jorge).not.toContain('data name="prefers"');
  expect(coach).not.toContain('data name="prefers"');
});
