import { afterAll, beforeAll, expect, test } from 'vitest';
import { settingsLimits } from '../../src/contract/rest/settingsLimits.ts';
import { noteUnanswered } from '../../src/features/knowledge/manageUnanswered.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let tenantId: string;
let supervisor: string;
let agent: string;
let admin: string;
beforeAll(async () => {
  hub = await startRest({ env: { HUB_LIMIT_LOGINS: '10000' } });
  const own = await hub.addTenant('Barton Ridge Realty');
  tenantId = own.tenantId;
  [supervisor, agent, admin] = (await Promise.all(
    (['supervisor', 'agent', 'admin'] as const).map(async (role) => (await hub.signIn(own.emailOf(role))).accessToken),
  )) as [string, string, string];
});
afterAll(() => hub.stop());

const api = (method: string, path: string, token: string, body?: unknown) =>
  hub.call(method, `/api/v1${path}`, { token, ...(body === undefined ? {} : { body }) });
const ask = async (text: string, language: 'en' | 'es' = 'en') =>
  (await api('POST', '/knowledge/ask', agent, { text, language })).json.cards as {
    id: string;
    words: string;
    source: string;
  }[];
const card = {
  questions: ['Do you manage rental homes?', 'can you rent out my house for me'],
  language: 'en',
} as const;

test('a supervisor writes a card, Jorge tells it at once with its source, and it can be changed and deleted', async () => {
  const made = await api('POST', '/knowledge', supervisor, { ...card, answer: 'We only help people buy and sell.' });
  expect(made.json).toMatchObject({ questions: card.questions, by: { name: expect.any(String) } });
  expect((await api('GET', '/knowledge', agent)).json.items).toEqual([made.json]);
  expect(await ask('do you guys manage rental houses')).toEqual([
    {
      id: `card:${made.json.id}`,
      words: 'We only help people buy and sell.',
      source: 'Barton Ridge Realty, its team',
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      audience: 'visitor',
    },
  ]);
  expect((await ask('do you manage rental homes', 'es'))[0]?.words).toBe(
    'Nuestra oficina lo dice así, en inglés: "We only help people buy and sell."',
  );
  await api('PUT', `/knowledge/${made.json.id}`, admin, { ...card, answer: 'A sister company of ours does.' });
  expect((await ask('do you manage rental homes'))[0]?.words).toBe('A sister company of ours does.');
  expect((await api('DELETE', `/knowledge/${made.json.id}`, supervisor)).status).toBe(204);
  expect(await ask('do you manage rental homes')).toEqual([]);
  const told = (await api('GET', '/settings/changes', admin)).json.items.map(
    ({ kind, action }: { kind: string; action: string }) => `${kind} ${action}`,
  );
  expect(told.slice(0, 3)).toEqual(['card removed', 'card changed', 'card added']);
});

test('a card for the team alone may say more, and no visitor is told it', async () => {
  const answer = 'We send owners to Casa Rentals, who pay us $300 for each.';
  const made = await api('POST', '/knowledge', supervisor, { ...card, answer, audience: 'staff' });
  expect(made.json).toMatchObject({ answer, audience: 'staff' });
  expect(await ask('do you manage rental homes')).toEqual([]);
  expect((await api('DELETE', `/knowledge/${made.json.id}`, supervisor)).status).toBe(204);
});

test('an answer that may not be told to visitors is refused with the reason, and nothing is kept', async () => {
  const answer = 'It is a very safe neighborhood with great schools.';
  const refused = await api('POST', '/knowledge', supervisor, { ...card, answer });
  expect([refused.status, refused.json.error.code, refused.json.error.field]).toEqual([
    403,
    'POLICY_BLOCKED',
    'answer',
  ]);
  expect(refused.json.error.message).toMatch(/can’t tell visitors this: it rates (schools|how safe a place is)/);
  const text = `## One?\nYes.\n## Two?\n${answer}`;
  const file = await api('POST', '/knowledge/import', supervisor, { text, form: 'markdown', language: 'en' });
  expect(file.json).toEqual({
    added: 0,
    problems: [{ line: 3, problem: expect.stringContaining('can’t tell visitors this') }],
  });
  expect((await api('GET', '/knowledge', agent)).json.items).toEqual([]);
});

test('a text of questions and answers is taken in as a whole, and again without doubling them', async () => {
  const text =
    'question,answer\nDo you have an app?,Not yet.\nIs there parking at your office?,"Yes, behind the house."\n';
  const body = { text, form: 'csv', language: 'en' };
  expect((await api('POST', '/knowledge/import', supervisor, body)).json).toEqual({ added: 2, problems: [] });
  expect((await api('POST', '/knowledge/import', supervisor, body)).json).toEqual({ added: 2, problems: [] });
  expect((await api('GET', '/knowledge', agent)).json.items).toHaveLength(2);
  expect((await ask('is there parking at the office?'))[0]?.words).toBe('Yes, behind the house.');
});

test('a brokerage has as many cards as are possible, and not one more', async () => {
  const room = settingsLimits.cards - (await api('GET', '/knowledge', agent)).json.items.length;
  const file = (count: number) => Array.from({ length: count }, () => `## Question ${newId()}?\nYes.`).join('\n');
  const over = { text: file(room + 1), form: 'markdown', language: 'en' };
  expect((await api('POST', '/knowledge/import', supervisor, over)).json.error.code).toBe('QUOTA_EXCEEDED');
  const full = { ...over, text: file(room) };
  expect((await api('POST', '/knowledge/import', supervisor, full)).json.added).toBe(room);
  const more = await api('POST', '/knowledge', supervisor, { ...card, answer: 'Yes.' });
  expect(more.json.error.code).toBe('QUOTA_EXCEEDED');
});

test('a text as long as may be comes in whole', async () => {
  const padding = 'ñ'.repeat(settingsLimits.cardImportChars - 100);
  const answer = await api('POST', '/knowledge/import', supervisor, { text: padding, form: 'text', language: 'es' });
  expect([answer.status, answer.json.added]).toEqual([200, 0]);
});

test('unanswered questions are listed and counted, without anybody’s contact details', async () => {
  const note = (question: string) => noteUnanswered(hub.deps.knowledge, tenantId, 'c1', question);
  await note('Can I bring my  parrot to the showing?');
  await note('can i bring my parrot to the showing');
  await note('call me at 512-555-0143 or ann@homes.example about the boat dock');
  await note('??');
  const { items } = (await api('GET', '/knowledge/unanswered', agent)).json;
  expect(items.map(({ question, times }: { question: string; times: number }) => [question, times])).toEqual([
    ['can i bring my parrot to the showing', 2],
    ['call me at … or … about the boat dock', 1],
  ]);
  expect((await api('DELETE', `/knowledge/unanswered/${items[0].id}`, agent)).json.error.code).toBe('FORBIDDEN');
  expect((await api('DELETE', `/knowledge/unanswered/${items[0].id}`, supervisor)).status).toBe(204);
  expect((await api('GET', '/knowledge/unanswered', agent)).json.items).toHaveLength(1);
});

test('a visitor’s question shows what the hub itself would tell, and nothing where nobody has set anything', async () => {
  expect((await ask('what are closing costs?'))[0]?.id).toBe('card:closing-costs');
  expect(await ask('what are your hours')).toEqual([]);
  const { version } = (await api('GET', '/settings', admin)).json;
  await api('PUT', '/settings', admin, { version, change: { greeting: 'Hello there.' } });
  expect((await ask('what are your hours'))[0]?.words).toContain('Monday to Saturday, 9 AM to 6 PM');
});

test('a visitor’s question of two sentences is answered from its card with the source, in English and in Spanish', async () => {
  const english = await ask('We are just starting to look around. What are closing costs?');
  expect(english.map(({ id }) => id)).toEqual(['card:closing-costs']);
  expect(english[0]?.source).toMatch(/.+, .+/);
  expect(english[0]).toMatchObject({ asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  const spanish = await ask('Hola, estamos empezando a buscar. ¿Cuánto son los gastos de cierre?', 'es');
  expect(spanish.map(({ id }) => id)).toEqual(['card:closing-costs']);
  expect(spanish[0]?.words).not.toBe(english[0]?.words);
  expect(spanish[0]?.words).toMatch(/^Los gastos de cierre se suman al precio/);
  const both = await ask('What are closing costs? And what is earnest money?');
  expect(both.map(({ id }) => id).sort()).toEqual(['card:closing-costs', 'card:earnest-money']);
});
