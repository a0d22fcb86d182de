/** A model on the brokerage's own machine. Costs: one hub, about a second. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLocalModel, howToUse } from '../../../src/app/findLocalModel.ts';
import { type FakeLocalModel, startFakeLocalModel } from '../../support/fakeLocalModel.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';

const words = 'The kitchen has oak floors.';
let model: FakeLocalModel;
let hub: OpenHub;
beforeAll(async () => {
  model = await startFakeLocalModel(words, ['$(reboot)', 'qwen3:8b']);
  hub = await openHub({
    env: {
      ANTHROPIC_API_KEY: 'local',
      ANTHROPIC_BASE_URL: model.url,
      HUB_MODELS: 'all=qwen3:8b',
      HUB_MODEL_PATIENCE: '10',
    },
  });
});
afterAll(async () => {
  await hub.close();
  await model.close();
});

it('a local model that knows no output_config reads and answers a visitor', async () => {
  const visitor = await openVisitor(hub.url, { page: { url: `${hub.url}/`, listingId: 'demo-zilker-bungalow' } });
  await visitor.command('chat-send', { text: 'What are the floors in the kitchen?' });
  const answer = await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  expect(answer.data.text).toContain(words);
  expect(model.asked.length).toBeGreaterThanOrEqual(2);
  for (const body of model.asked) {
    expect(body).toMatchObject({ model: 'qwen3:8b', stream: true });
    expect(JSON.stringify(body.system)).toContain('JSON Schema');
  }
  visitor.close();
});

it('the hub finds a server that lists models, and names one that is safe to paste into a shell', async () => {
  expect(await findLocalModel([9, model.port])).toEqual({ url: model.url, model: 'qwen3:8b' });
  expect(howToUse({ url: model.url, model: 'qwen3:8b' })).toContain(
    `ANTHROPIC_BASE_URL=${model.url} ANTHROPIC_API_KEY=local HUB_MODELS=all=qwen3:8b`,
  );
});

it('no model is found where nobody listens or a server lists none', async () => {
  const empty = await startFakeLocalModel(words, []);
  expect(await findLocalModel([9, empty.port])).toBeNull();
  await empty.close();
});
