import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeAnthropic, startFakeAnthropic, stop, tokensFor } from '../../support/fakeAnthropic.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { secondTenant } from '../people.ts';

let model: FakeAnthropic;
let hub: OpenHub;
beforeAll(async () => {
  model = await startFakeAnthropic(({ body }) => [
    { do: 'tokens', tokens: tokensFor(body, 'I will ask the team.'), everyMs: 0 },
    stop(),
  ]);
  hub = await openHub({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url } });
});
afterAll(async () => {
  await hub.close();
  await model.close();
});

it('S63: a visitor who asks one brokerage for another’s homes is told nothing about them, and neither is the model', async () => {
  const { siteKey } = await secondTenant(hub);
  const page = { url: `${hub.url}/`, listingId: 'demo-zilker-bungalow' };
  const visitor = await openVisitor(hub.url, { siteKey, page });
  await visitor.command('chat-send', { text: 'How old is the roof of 2417 Ashby Hollow Drive?' });
  await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  await expect.poll(() => model.requests.length).toBeGreaterThan(0);
  const told = JSON.stringify([visitor.heard, model.requests.map(({ body }) => body)]);
  expect(told).not.toMatch(/Standing-seam|live oaks|Barton Ridge/);
  visitor.close();
});
