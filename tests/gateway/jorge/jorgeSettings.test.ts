import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVisitor, signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';

let hub: OpenHub;
let token: string;
beforeAll(async () => {
  hub = await openHub();
  token = (await signIn(hub.url, 'admin@demo.example', demoPassword)).accessToken;
});
afterAll(() => hub.close());

async function settings(method: 'GET' | 'PUT', body?: object) {
  const answer = await fetch(`${hub.url}/api/v1/settings`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: await answer.json() };
}
const change = async (what: object) => {
  const { version } = (await settings('GET')).json;
  return settings('PUT', { version, change: what });
};
const mortgage = {
  yearlyRate: 0.0685,
  years: 30,
  downShare: 0.2,
  yearlyTaxShare: 0.018,
  yearlyInsuranceCents: 240_000,
  source: 'Our lender survey',
  asOf: '2026-11-02',
};

beforeAll(async () => {
  expect((await settings('GET')).json.settings).toMatchObject({ review: null, mortgage: null });
  const serves = { areas: ['Austin', '78704'], notKinds: ['land'] };
  expect((await change({ serves, mortgage, review: { scoreOver: 100, valueOverCents: 80_000_000 } })).status).toBe(200);
});

test('a payment is estimated from the figures that the brokerage set up, with their source and day', async () => {
  const visitor = await openVisitor(hub.url);
  await visitor.command('chat-send', { text: 'I want to buy a home, my budget is 500k' });
  await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  await visitor.command('chat-send', { text: 'What would the monthly payment be?' });
  const said = await visitor.untilEntry('message-created', ({ data }) => data.text.includes('Estimate'));
  expect(said.data.text).toMatch(/Estimate: about \$[\d,]+ a month for \$[\d,]+ .*Our lender survey, 2026-11-02/);
  visitor.close();
});

test('Jorge’s words become a note and the visitor waits when a person reviews them first', async () => {
  const visitor = await openVisitor(hub.url);
  await visitor.command('chat-send', { text: 'I want to sell my house for 900k' });
  await visitor.untilEntry('conversation-changed', ({ data }) => data.mode === 'waiting');
  expect(
    visitor.all('entry').filter((entry) => entry.type === 'message-created' && entry.actor.kind === 'bot'),
  ).toEqual([]);
  visitor.close();
});

test('a visitor who wants a home outside the areas served is told so, and waits for a person', async () => {
  const visitor = await openVisitor(hub.url);
  await visitor.command('chat-send', { text: 'I want to buy a house in Dallas' });
  const said = await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  expect(said.data.text).toMatch(/Dallas.*an agent there/);
  await visitor.untilEntry('conversation-changed', ({ data }) => data.mode === 'waiting');
  visitor.close();
});

test('figures that make no sense are refused by their field, and nothing of them is kept', async () => {
  const wrong = [
    { mortgage: { ...mortgage, yearlyRate: 6.85 } },
    { mortgage: { ...mortgage, yearlyRate: 0 } },
    { mortgage: { ...mortgage, yearlyTaxShare: 0 } },
    { mortgage: { ...mortgage, yearlyInsuranceCents: 0 } },
    { mortgage: { ...mortgage, source: '' } },
    { mortgage: { ...mortgage, asOf: 'last week' } },
    { review: { scoreOver: 120, valueOverCents: 1 } },
    { serves: { areas: ['x'.repeat(61)], notKinds: [] } },
    { serves: { areas: [], notKinds: ['castle'] } },
  ];
  const before = (await settings('GET')).json;
  for (const what of wrong) {
    const { status, json } = await change(what);
    expect([status, json.error.code]).toEqual([400, 'VALIDATION_FAILED']);
    expect(json.error.field).toMatch(/^change\.(?:mortgage|review|serves)/);
  }
  expect((await settings('GET')).json).toEqual(before);
});
