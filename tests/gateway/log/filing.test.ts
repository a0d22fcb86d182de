import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TagRule } from '../../../src/contract/rest/tags.ts';
import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { codeOf, demoPerson, tokenOf } from '../people.ts';

const tags = Array.from({ length: 12 }, (_, no) => ({ id: `tag-${no}`, name: `Tag ${no}`, colour: 'teal' }));

describe('how the team files conversations', () => {
  let hub: OpenHub;
  let agent: HubClient;
  let settings: (method: 'GET' | 'PUT', body?: object) => Promise<{ status: number; json: Record<string, never> }>;
  const change = async (what: { tags?: object[]; tagRules?: TagRule[] }) =>
    settings('PUT', { version: Number((await settings('GET')).json.version), change: what });

  beforeAll(async () => {
    hub = await openHub();
    agent = await demoPerson(hub.url, 'agent');
    const token = await tokenOf(hub.url, 'admin');
    settings = async (method, body) => {
      const answer = await fetch(`${hub.url}/api/v1/settings`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, json: (await answer.json()) as Record<string, never> };
    };
    expect((await change({ tags })).status).toBe(200);
    await agent.send('board-watch');
  });
  afterAll(async () => {
    agent.close();
    await hub.close();
  });

  async function talk(text = 'hello') {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text });
    return visitor;
  }
  const tagged = (conversationId: string, ids: readonly string[]) =>
    agent.until(
      'board-row',
      (row: BoardRow) => row.conversationId === conversationId && String(row.tags ?? []) === String(ids),
    );

  it('set and taken off by people, shown on the row, and told in the team’s log alone', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const set = { conversationId, add: ['tag-1', 'tag-2'], remove: [] };
    expect(await agent.command('conversation-tag', set)).toMatchObject({ tags: ['tag-1', 'tag-2'] });
    await tagged(conversationId, ['tag-1', 'tag-2']);
    expect(
      await agent.command('conversation-tag', { conversationId, add: ['tag-2'], remove: ['tag-1'] }),
    ).toMatchObject({ tags: ['tag-2'] });
    await tagged(conversationId, ['tag-2']);
    const told = await hub.stores.entries.listOf(conversationId, 'tags-changed', 10);
    expect(told.map(({ data, actor }) => [data, actor.name])).toEqual([
      [
        {
          added: [
            { id: 'tag-1', name: 'Tag 1' },
            { id: 'tag-2', name: 'Tag 2' },
          ],
          removed: [],
        },
        'Maya Torres',
      ],
      [{ added: [], removed: [{ id: 'tag-1', name: 'Tag 1' }] }, 'Maya Torres'],
    ]);
    expect(JSON.stringify(visitor.heard)).not.toContain('tag-');
    visitor.close();
  });

  it('a conversation is ranked as urgent or high by people, shown on the row, and told in the team’s log once', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const ranked = (priority: string | undefined) =>
      agent.until('board-row', (row: BoardRow) => row.conversationId === conversationId && row.priority === priority);
    await agent.command('conversation-prioritise', { conversationId, priority: 'urgent' });
    await ranked('urgent');
    await agent.command('conversation-prioritise', { conversationId, priority: 'urgent' });
    await agent.command('conversation-prioritise', { conversationId, priority: 'normal' });
    await ranked(undefined);
    const told = await hub.stores.entries.listOf(conversationId, 'priority-changed', 10);
    expect(told.map(({ data }) => data)).toEqual([{ priority: 'urgent' }, { priority: 'normal' }]);
    const body = { commandId: randomUUID(), conversationId, priority: 'loud' };
    expect(await codeOf(agent, 'conversation-prioritise', body)).toBe('VALIDATION_FAILED');
    expect(JSON.stringify(visitor.heard)).not.toContain('priority');
    visitor.close();
  });

  it('the same command counts once, and a change that changes nothing writes no line', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const body = { commandId: randomUUID(), conversationId, add: ['tag-1'], remove: [] };
    await agent.send('conversation-tag', body);
    await agent.command('conversation-tag', { conversationId, add: [], remove: ['tag-1'] });
    expect(await agent.send('conversation-tag', body)).toMatchObject({ tags: ['tag-1'], duplicate: true });
    await agent.command('conversation-tag', { conversationId, add: [], remove: ['tag-1', 'tag-9'] });
    expect(await hub.stores.entries.listOf(conversationId, 'tags-changed', 10)).toHaveLength(2);
    expect(await codeOf(agent, 'conversation-tag', { ...body, add: ['tag-2'] })).toBe('COMMAND_REUSED');
    visitor.close();
  });

  it('no more than ten on a conversation, and none that is not on the list', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const ids = tags.map(({ id }) => id);
    const tag = (add: unknown, remove: unknown = []) =>
      codeOf(agent, 'conversation-tag', { commandId: randomUUID(), conversationId, add, remove });
    expect(await tag(ids)).toBe('VALIDATION_FAILED');
    expect(await tag(ids.slice(0, 10))).toBe('ok');
    expect(await tag(['tag-10'])).toBe('QUOTA_EXCEEDED');
    expect(await tag(['tag-10'], ['tag-0'])).toBe('ok');
    expect(await tag(['never'])).toBe('NOT_FOUND');
    for (const bad of ['tag-1', [{ $gt: '' }], null, undefined]) expect(await tag(bad)).toBe('VALIDATION_FAILED');
    visitor.close();
  });

  it('ten thousand tags, two of one name, and a rule for a tag that is not there are refused', async () => {
    const many = Array.from({ length: 10_000 }, (_, no) => ({ id: `t${no}`, name: `T ${no}`, colour: 'red' }));
    const refused = async (what: object) => {
      const { status, json } = await change(what);
      const { code, field } = (json as { error?: { code: string; field?: string } }).error ?? {};
      return [status, code, field];
    };
    expect((await refused({ tags: many }))[1]).toMatch(/^(?:VALIDATION_FAILED|PAYLOAD_TOO_LARGE)$/);
    expect(await refused({ tags: many.slice(0, 51) })).toEqual([400, 'VALIDATION_FAILED', 'change.tags']);
    const twice = [
      { id: 'a', name: 'Investor', colour: 'red' },
      { id: 'b', name: 'INVESTOR', colour: 'blue' },
    ];
    expect(await refused({ tags: twice })).toEqual([400, 'VALIDATION_FAILED', 'change.tags']);
    expect((await refused({ tags: [{ id: 'a', name: 'x'.repeat(31), colour: 'red' }] }))[1]).toBe('VALIDATION_FAILED');
    expect((await refused({ tags: [{ id: 'a', name: 'a', colour: '#ff0000' }] }))[1]).toBe('VALIDATION_FAILED');
    const rule = { when: { fact: 'language', is: 'es' }, tagId: 'never' };
    expect(await refused({ tagRules: [rule] })).toEqual([400, 'VALIDATION_FAILED', 'change.tagRules']);
  });

  it('a rule sets its tag by itself, once: a person who removes it has the last word', async () => {
    await change({ tagRules: [{ when: { fact: 'bot', is: 'buyer' }, tagId: 'tag-3' }] });
    const visitor = await talk('I want to buy a house, three bedrooms, up to $500k');
    const { conversationId } = visitor;
    await tagged(conversationId, ['tag-3']);
    const [line] = await hub.stores.entries.listOf(conversationId, 'tags-changed', 10);
    expect([line?.actor.kind, line?.data]).toEqual([
      'system',
      { added: [{ id: 'tag-3', name: 'Tag 3' }], removed: [], byRule: true },
    ]);
    await agent.command('conversation-tag', { conversationId, add: [], remove: ['tag-3'] });
    await visitor.command('chat-send', { text: 'In Round Rock, please. My name is Nora Field.' });
    const row = await agent.until(
      'board-row',
      (one: BoardRow) => one.conversationId === conversationId && one.lead.name === 'Nora Field',
    );
    expect(row.tags).toBeUndefined();
    expect(await hub.stores.entries.listOf(conversationId, 'tags-changed', 10)).toHaveLength(2);
    visitor.close();
  });
});
