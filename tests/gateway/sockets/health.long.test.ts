import { expect, inject, it } from 'vitest';
import { startFakeAnthropic } from '../../support/fakeAnthropic.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { startHubProcess } from '../../support/hubProcess.ts';
import { openHub } from '../../support/openHub.ts';
import { startRedis, uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson } from '../people.ts';

it('staff are told that Claude does not answer and the playbook writes instead; a visitor is not', async () => {
  const claude = await startFakeAnthropic(() => [{ do: 'status', status: 500, error: 'api_error' }]);
  await using hub = await openHub({ env: { ANTHROPIC_API_KEY: 'a-key', ANTHROPIC_BASE_URL: claude.url } });
  const supervisor = await demoPerson(hub.url, 'supervisor');
  const visitor = await openVisitor(hub.url);
  await visitor.command('chat-send', { text: 'The price seems too high' });
  const { conversationId } = visitor;
  expect(await supervisor.until('health-changed')).toMatchObject({ model: 'well', redis: 'none' });
  await supervisor.send('conversation-open', { conversationId });
  await supervisor.command('coach-start', { conversationId });
  await supervisor.until('health-changed', ({ model }) => model === 'out');
  expect((await supervisor.untilEntry('suggestion-created')).data.basis).toBe('rules');
  expect(visitor.all('health-changed')).toEqual([]);
  supervisor.close();
  visitor.close();
  await claude.close();
});

it('staff of a node are told that Redis went away and that it is back, and of each node that comes and goes', async () => {
  let redis = await startRedis();
  const env = {
    MONGODB_URL: uniqueDatabaseUrl(inject('mongodbUrl')),
    REDIS_URL: redis.url,
    HUB_SECRET: 'a-secret-for-this-test-of-32-chars!',
  };
  const hub = await startHubProcess(env);
  const supervisor = await demoPerson(hub.url, 'supervisor');
  expect(await supervisor.until('health-changed')).toMatchObject({ model: 'none', redis: 'well' });
  const other = await startHubProcess(env);
  await supervisor.until('health-changed', ({ nodes }) => nodes.known === 2 && nodes.here === 2);
  await other.stop();
  await redis.kill();
  await supervisor.until('health-changed', (one) => one.redis === 'away' && one.nodes.known === 1);
  redis = await startRedis(redis.port);
  const wentAt = supervisor.all('health-changed').findIndex((one) => one.redis === 'away');
  await supervisor.until(
    'health-changed',
    (one) => one.redis === 'well' && supervisor.all('health-changed').indexOf(one) > wentAt,
  );
  supervisor.close();
  await hub.stop();
  await redis.stop();
});
