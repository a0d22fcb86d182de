import { expect, test } from 'vitest';
import { changeSettings } from '../../support/changeSettings.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { openHub } from '../../support/openHub.ts';

test('a Texas brokerage that set its notice shows it in the widget and in the first message of every talk', async () => {
  await using hub = await openHub();
  const url = 'https://www.bartonridge.example/iabs';
  await changeSettings(hub.url, { brokerageServicesUrl: url });
  const visitor = await openVisitor(hub.url);
  expect(visitor.session.brokerageServicesUrl).toBe(url);
  await visitor.command('chat-send', { text: 'hi' });
  const said = await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  expect(said.data.text).toContain(`TREC Information About Brokerage Services: ${url} `);
  visitor.close();
});
