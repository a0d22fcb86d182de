import { expect, test } from 'vitest';
import { openVisitor, signIn } from '../support/hubClient.ts';
import { demoPassword, openHub } from '../support/openHub.ts';

test('a Texas brokerage that set its notice shows it in the widget and in the first message of every talk', async () => {
  await using hub = await openHub();
  const url = 'https://www.bartonridge.example/iabs';
  const { accessToken } = await signIn(hub.url, 'admin@demo.example', demoPassword);
  const set = await fetch(`${hub.url}/api/v1/settings`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 0, change: { brokerageServicesUrl: url } }),
  });
  expect(set.status).toBe(200);
  const visitor = await openVisitor(hub.url);
  expect(visitor.session.brokerageServicesUrl).toBe(url);
  await visitor.command('chat-send', { text: 'hi' });
  const said = await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  expect(said.data.text).toContain(`TREC Information About Brokerage Services: ${url} `);
  visitor.close();
});
