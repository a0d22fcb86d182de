import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoTenantId } from '../../../src/app/demoTenant.ts';
import { type StrategyName, strategyNames } from '../../../src/contract/coaching.ts';
import type { ExperimentReading } from '../../../src/contract/rest/experiments.ts';
import { strategies } from '../../../src/features/coaching/strategies.ts';
import { type FakeAnthropic, startFakeAnthropic, stop, tokensFor } from '../../support/fakeAnthropic.ts';
import { openVisitor, post } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { demoPerson, tokenOf } from '../people.ts';

/* One hub and a model that says the same each time: four seconds. */

let model: FakeAnthropic;
let hub: OpenHub;
beforeAll(async () => {
  model = await startFakeAnthropic(({ body }) => [
    { do: 'tokens', tokens: tokensFor(body, 'Ask what matters most.'), everyMs: 0 },
    stop(),
  ]);
  hub = await openHub({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url } });
});
afterAll(async () => {
  await hub.close();
  await model.close();
});

it('while an experiment runs, each lead’s agent is coached by its arm, and the lead’s next step is counted', async () => {
  const authorization = { authorization: `Bearer ${await tokenOf(hub.url, 'supervisor')}` };
  const tried: StrategyName[] = ['empathetic', 'assertive'];
  const asked = { name: 'Warm or brisk', strategies: tried, metric: 'replied' };
  const { status, body } = await post(hub.url, '/experiments', asked, authorization);
  expect(status).toBe(201);
  const { id: experimentId } = body as { id: string };
  const read = async () =>
    (await (
      await fetch(`${hub.url}/api/v1/experiments/${experimentId}`, { headers: authorization })
    ).json()) as ExperimentReading;

  const agent = await demoPerson(hub.url, 'agent');
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await agent.send('conversation-open', { conversationId });
  await visitor.command('chat-send', { text: 'We like it, but it is too expensive for us.' });
  const before = model.requests.length;
  await agent.command('coach-start', { conversationId });
  const card = await agent.untilEntry('suggestion-created', ({ data }) => data.basis === 'model');
  expect(card.data).toMatchObject({ experimentId });
  const strategy = card.data.strategy as StrategyName;
  expect(tried).toContain(strategy);
  const prompts = model.requests.slice(before).map(({ body: sent }) => JSON.stringify(sent.messages));
  const ofCoach = prompts.filter((prompt) => strategyNames.some((name) => prompt.includes(strategies[name].tone)));
  expect(ofCoach.length).toBeGreaterThan(0);
  expect(ofCoach.every((prompt) => prompt.includes(strategies[strategy].tone))).toBe(true);

  const exposed = () => hub.stores.experiments.exposures(demoTenantId, experimentId);
  await expect.poll(exposed).toMatchObject([{ strategy, conversationId }]);
  await visitor.command('chat-send', { text: 'Is there anything cheaper?' });
  await agent.command('coach-start', { conversationId });
  const arms = (await read()).arms.filter((one) => one.exposed > 0);
  expect(arms).toMatchObject([{ strategy, exposed: 1, outcomes: 1 }]);
  for (const client of [agent, visitor]) client.close();
});
