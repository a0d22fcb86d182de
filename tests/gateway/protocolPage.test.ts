import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { expect, it } from 'vitest';
import { errorTable } from '../../src/contract/errors.ts';
import { entryTypes } from '../../src/contract/log/entry.ts';
import { namespaces } from '../../src/contract/socket/commands.ts';
import { serverEvents } from '../../src/contract/socket/events.ts';
import { openHub } from '../support/openHub.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');
const named = new Set([...page.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name));
const rowsOf = (column: RegExp): string[] =>
  [...page.matchAll(/^\| (`[^|]+) \|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name))
    .filter((name) => column.test(name));

it('the page of the wire names every command, event, entry and error of the contract', () => {
  const events = Object.keys(serverEvents).map((name) => (name === 'entry' ? 'message-created' : name));
  const commands = Object.values(namespaces).flatMap((table) => Object.keys(table));
  const all = [...events, ...commands, ...entryTypes, ...Object.keys(errorTable)];
  expect(all.filter((name) => !named.has(name))).toEqual([]);
  const known = new Set([...all, ...entryTypes]);
  expect(rowsOf(/^[a-z]+-[a-z-]+$/).filter((name) => !known.has(name))).toEqual([]);
});

it('each error stands on the page with its status', () => {
  for (const [code, { status }] of Object.entries(errorTable))
    expect(page, code).toMatch(new RegExp(`^\\| ${status} \\|.*\`${code}\``, 'm'));
});

it('the client on the page of the wire talks with a hub', async () => {
  await using hub = await openHub();
  const [, example = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
  const run = new Function('io', 'base', `return (async () => { ${example}; return { answer, log }; })()`) as (
    ...given: unknown[]
  ) => Promise<{ answer: string; log: Map<number, unknown> }>;
  const { answer, log } = await run(io, hub.url);
  expect(answer.length).toBeGreaterThan(10);
  expect([...log.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: log.size }, (_, n) => n + 1));
});
