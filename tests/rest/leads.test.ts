import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { leadsAnswer, timelineAnswer } from '../../src/contract/rest/leads.ts';
import type { BoardFields, Conversation } from '../../src/features/conversations/model.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import { recogniseByContact } from '../../src/features/profiles/recognise.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let token: string;
let tenantId: string;
const start = 1_750_000_000_000;

beforeAll(async () => {
  hub = await startRest();
});
beforeEach(async () => {
  const own = await hub.addTenant(newId());
  tenantId = own.tenantId;
  token = (await hub.signIn(own.emailOf('agent'))).accessToken;
});
afterAll(() => hub.stop());

const talkAt = (minutes: number, board: Partial<BoardFields> = {}, over: Partial<Conversation> = {}) =>
  hub.addConversation(tenantId, { ...over, board: { lastAt: start + minutes * 60_000, ...board } as BoardFields });
const list = async (query = '') => leadsAnswer.parse((await hub.call('GET', `/api/v1/leads${query}`, { token })).json);
const told = (value: string, conversationId: string) => ({
  ...{ value, state: 'answered', confidence: 1, source: 'rules', evidence: [], conversationId, at: start },
});
/** The profile of a talk's person, with what they told. */
async function profile(talk: Conversation, fields: Record<string, string>): Promise<void> {
  const { leads } = hub.stores;
  await leads.openFor(
    newLead({ id: talk.leadId, tenantId, visitorId: talk.visitorId ?? '', createdAt: talk.board.lastAt }),
  );
  const slots = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, told(value, talk.id)]));
  await leads.change(tenantId, talk.leadId, { fields: slots as never, name: fields.name ?? null });
  await recogniseByContact(leads, { tenantId, id: talk.leadId }, fields, start);
}

test('the people of a brokerage come by when they were last spoken with, each once, with how to reach them', async () => {
  const sarah = await talkAt(1, { leadName: 'Sarah', listingTitle: '12 Oak', stage: 'QUALIFY' });
  const unnamed = await talkAt(3, { wants: { wish: 'buy', beds: 3, area: 'Round Rock' } });
  const again = await talkAt(5, { leadName: 'Sarah', temperature: 'warm' }, { leadId: sarah.leadId });
  await profile(sarah, { name: 'Sarah Whitcomb', phone: '512 555 0100', email: 'sarah@homes.example' });
  const { items, nextCursor } = await list();
  expect(nextCursor).toBeUndefined();
  expect(items).toMatchObject([
    {
      ...{ id: sarah.leadId, name: 'Sarah Whitcomb', phone: '512 555 0100', email: 'sarah@homes.example' },
      ...{ conversationId: again.id, temperature: 'warm', talks: 2, suppressed: [] },
    },
    { id: unnamed.leadId, wants: { wish: 'buy', beds: 3, area: 'Round Rock' }, talks: 1 },
  ]);
  expect(items[1]).not.toHaveProperty('name');
});

test('pages follow one another without a gap and without anybody twice, also where a person has talks on several', async () => {
  const ids = new Set<string>();
  let often = '';
  for (let no = 0; no < 23; no += 1) {
    const { leadId } = await talkAt(no, {}, no % 5 === 0 && often !== '' ? { leadId: often } : {});
    if (no === 0) often = leadId;
    ids.add(leadId);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(`?limit=4${cursor === undefined ? '' : `&cursor=${cursor}`}`);
    expect(page.items.length).toBeLessThanOrEqual(4);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(ids.size);
  expect(new Set(seen)).toEqual(ids);
});

test('records that turned out to be of one person are one row', async () => {
  const [first, second] = [await talkAt(1), await talkAt(2)];
  await profile(first, { name: 'Ana', phone: '512 555 0111' });
  await profile(second, { phone: '(512) 555-0111' });
  const { items } = await list();
  expect(items).toMatchObject([{ id: first.leadId, name: 'Ana', conversationId: second.id, talks: 2 }]);
});

test('people are found by words of their name, of what they want, and by a whole number or address', async () => {
  const one = await talkAt(1, { leadName: 'José García', listingTitle: '908 Kinney Oaks Court' });
  const other = await talkAt(2, { wants: { wish: 'sell', area: 'Round Rock' } });
  await profile(one, { name: 'José García', phone: '512 555 0122', email: 'jose@homes.example' });
  const found = async (q: string) => (await list(`?q=${encodeURIComponent(q)}`)).items.map(({ id }) => id);
  expect(await found('garcia jos')).toEqual([one.leadId]);
  expect(await found('KINNEY')).toEqual([one.leadId]);
  expect(await found('round rock')).toEqual([other.leadId]);
  expect(await found('+1 (512) 555-0122')).toEqual([one.leadId]);
  expect(await found('Jose@homes.example')).toEqual([one.leadId]);
  expect(await found('garcia round')).toEqual([]);
  expect(await found('512 555 0199')).toEqual([]);
});

test('a lead who opted out is listed with the channels that are closed to them', async () => {
  const talk = await talkAt(1, { leadName: 'Kim' });
  await profile(talk, { name: 'Kim' });
  await hub.stores.leads.change(tenantId, talk.leadId, { suppressedAt: start });
  expect((await list()).items[0]?.suppressed).toEqual(['call', 'text', 'email']);
});

test('an erased lead is in no list and no search finds them', async () => {
  const gone = await talkAt(1, { leadName: 'Gone' });
  await profile(gone, { name: 'Gone', phone: '512 555 0133' });
  await hub.stores.conversations.erasePage(tenantId, gone.id);
  await hub.stores.leads.erase(tenantId, gone.leadId, { keepKeys: true });
  for (const query of ['', '?q=gone', '?q=512-555-0133']) expect(await list(query)).toEqual({ items: [] });
});

test('a search through more talks than one page looks at ends in a cursor that goes on', async () => {
  const wanted = await talkAt(0, { leadName: 'Wilhelmina' });
  for (let no = 1; no <= 1_050; no += 1) await talkAt(no, { leadName: 'Another' });
  const first = await list('?q=wilhelmina');
  expect(first.items).toEqual([]);
  const second = await list(`?q=wilhelmina&cursor=${first.nextCursor}`);
  expect(second).toMatchObject({ items: [{ id: wanted.leadId }] });
  expect(second.nextCursor).toBeUndefined();
});

test.each(['limit=0', 'limit=101', 'cursor=nothing', 'q=', 'sort=name'])(
  '%s is refused as a wrong request',
  async (query) => {
    const answer = await hub.call('GET', `/api/v1/leads?${query}`, { token });
    expect(answer.json.error.code).toBe('VALIDATION_FAILED');
  },
);

test('people are chosen by how warm they are, how long nobody wrote, and whose they are, as their newest talk has it', async () => {
  const day = 86_400_000;
  const minutesAgo = (days: number) => (Date.now() - days * day - start) / 60_000;
  const { id: me } = (await hub.call('GET', '/api/v1/me', { token })).json;
  const owner = { id: me, name: 'Ana' };
  const quiet = await talkAt(minutesAgo(10), { temperature: 'hot', leadName: 'Quiet' });
  const mine = await talkAt(minutesAgo(20), { temperature: 'warm', leadName: 'Mine' }, { owner });
  await talkAt(minutesAgo(1), { temperature: 'hot', leadName: 'Recent' });
  await talkAt(minutesAgo(12), { temperature: 'hot', pressed: true, leadName: 'In grief' });
  // Hot once, and back since.
  const { leadId } = await talkAt(minutesAgo(40), { temperature: 'hot', leadName: 'Back' });
  await talkAt(minutesAgo(0), { temperature: 'cold', leadName: 'Back' }, { leadId });
  const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
  expect(await ids('?temperature=hot&quietDays=7')).toEqual([quiet.leadId]);
  expect(await ids('?quietDays=7&q=quiet')).toEqual([quiet.leadId]);
  expect(await ids('?quietDays=30&q=back')).toEqual([]);
  expect(await ids('?mine=true')).toEqual([mine.leadId]);
  expect(await ids('?temperature=cold')).toEqual([leadId]);
  const { json } = await hub.call('GET', '/api/v1/leads?quietDays=0', { token });
  expect(json.error).toMatchObject({ code: 'VALIDATION_FAILED', field: 'quietDays' });
});

const allPages = async (query: string): Promise<string[]> => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(`?${query}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return seen;
};

test('by score the highest come first, as their newest talk has it, and those without one last, over pages of any size', async () => {
  const hot = await talkAt(1, { score: 88, temperature: 'hot' });
  const warm = await talkAt(2, { score: 61.5 });
  const none = await talkAt(3);
  const pressed = await talkAt(4, { score: 95, temperature: 'hot', pressed: true });
  // Hot once, and back since.
  const { leadId } = await talkAt(0, { score: 99 });
  await talkAt(5, { score: 12 }, { leadId });
  const byScore = [hot.leadId, warm.leadId, leadId, pressed.leadId, none.leadId];
  for (const limit of [1, 2, 5, 50]) expect(await allPages(`sort=score&limit=${limit}`)).toEqual(byScore);
  const { items } = await list('?sort=score');
  expect(items.map(({ score }) => score)).toEqual([88, 61.5, 12, undefined, undefined]);
  expect(await allPages('sort=recent')).toEqual((await list()).items.map(({ id }) => id));
  const { nextCursor } = await list('?limit=1');
  const mixed = await hub.call('GET', `/api/v1/leads?sort=score&cursor=${nextCursor}`, { token });
  expect(mixed.json.error).toMatchObject({ code: 'VALIDATION_FAILED', field: 'cursor' });
});

test('people are found by a tag of any of their talks, each where the newest of those stands, in either order', async () => {
  const ana = await talkAt(1, { tags: ['vip'], score: 20 });
  await talkAt(9, { tags: ['cash'], score: 30 }, { leadId: ana.leadId });
  const bo = await talkAt(2, { tags: ['vip', 'cash'], score: 10, leadName: 'Bo' });
  await talkAt(3, { tags: ['cash'] });
  await talkAt(4);
  expect(await allPages('tag=vip')).toEqual([bo.leadId, ana.leadId]);
  expect(await allPages('tag=vip&limit=1&sort=score')).toEqual([ana.leadId, bo.leadId]);
  expect(await allPages('tag=vip&q=bo')).toEqual([bo.leadId]);
  expect((await list('?tag=vip')).items.map(({ tags }) => tags)).toEqual([
    ['vip', 'cash'],
    ['cash', 'vip'],
  ]);
  expect((await list()).items[1]).not.toHaveProperty('tags');
  for (const wrong of ['tag=', `tag=${'t'.repeat(65)}`]) {
    const { json } = await hub.call('GET', `/api/v1/leads?${wrong}`, { token });
    expect(json.error).toMatchObject({ code: 'VALIDATION_FAILED', field: 'tag' });
  }
  await hub.stores.conversations.erasePage(tenantId, bo.id);
  expect(await allPages('tag=vip')).toEqual([ana.leadId]);
});

test('a timeline has what happened in all conversations of a person, the newest first', async () => {
  const first = await talkAt(1);
  const second = await talkAt(9, {}, { leadId: first.leadId });
  const write = async (talk: Conversation, log: 'public' | 'internal', seq: number, minutes: number, line: object) =>
    hub.stores.entries.insert({
      tenantId,
      entry: {
        ...{ v: 1, id: newId(), log: `${log}:${talk.id}`, seq, at: new Date(start + minutes * 60_000).toISOString() },
        ...{ conversationId: talk.id, actor: { kind: 'visitor', id: 'v' }, ...line },
      } as never,
      ...{ onceKey: newId(), bodyHash: null, owedAt: null },
    });
  const said = (text: string) => ({
    type: 'message-created',
    data: { messageId: newId(), text, channel: 'widget', language: 'en' },
  });
  await write(first, 'public', 1, 1, said('My number is 123-45-6789'));
  await write(first, 'public', 2, 2, said('Are you there?'));
  await write(first, 'internal', 1, 3, { type: 'note-created', data: { text: 'Called them' } });
  await write(second, 'public', 1, 9, said('Me again'));
  const { json } = await hub.call('GET', `/api/v1/leads/${first.leadId}/timeline`, { token });
  const { items, complete } = timelineAnswer.parse(json);
  expect(items.map(({ conversationId, data }) => [conversationId, data.text])).toEqual([
    [second.id, 'Me again'],
    [first.id, 'Called them'],
    [first.id, 'My number is •••-••-6789'],
  ]);
  expect(complete).toBe(true);
  expect((await hub.call('GET', '/api/v1/leads/nobody/timeline', { token })).status).toBe(404);
});
