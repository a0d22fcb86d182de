import { SignJWT } from 'jose';
import { expect, inject, it } from 'vitest';
import { connect, type HubClient, openVisitor, post, widgetSession } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { codeOf, demoPerson, refusal } from '../people.ts';
import { openRaw } from '../rawSocket.ts';

const siteSecret = 'what the site signs its visitors with';

/** Two nodes of one hub, on whose demo site visitors may be signed in. */
async function twoNodes(): Promise<{ here: OpenHub; there: OpenHub; close(): Promise<void> }> {
  const shared = { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')), redisUrl: inject('redisUrl') };
  const here = await openHub(shared);
  const there = await openHub(shared);
  const site = await here.stores.identity.findSiteByKey('demo');
  await here.stores.identity.changeSite(site?.tenantId ?? '', site?.id ?? '', { identitySecret: siteSecret });
  return {
    here,
    there,
    async close() {
      await here.close();
      await there.close();
    },
  };
}
const proofOf = (sub: string): Promise<string> =>
  new SignJWT({ name: 'Robin Ortega' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(siteSecret));
const isOut = async (client: HubClient): Promise<void> => {
  expect(await client.until('session-ended')).toEqual({ code: 'AUTH_REVOKED' });
  await expect.poll(() => client.socket.connected).toBe(false);
};

it('S82: a thief with a copied visitor token reads nothing said after the visitor signs in, on any node and by any way', async () => {
  const { here, there, close } = await twoNodes();
  const victim = await openVisitor(here.url);
  await victim.command('chat-send', { text: 'Is the pool heated?' });
  const copy = { visitorToken: victim.session.visitorToken };
  const copies = await Promise.all([here, there, there].map(({ url }) => openVisitor(url, copy)));
  for (const one of copies) expect(one.conversationId).toBe(victim.conversationId);

  const session = await widgetSession(here.url, { ...copy, identityToken: await proofOf('robin') });
  expect(session.visitorId).toBe(victim.session.visitorId);
  const signed = await connect(there.url, '/widget', session.token);
  const { conversationId } = await signed.send('chat-open');
  expect(conversationId).toBe(victim.conversationId);
  const { seq } = await signed.command('chat-send', { text: 'My number is 512 555 0143.' });
  const agent = await demoPerson(here.url, 'agent');
  await agent.command('message-send', { conversationId, text: 'Robin, the code of the door is 4711.' });
  await signed.untilEntry('message-created', ({ data }) => data.text.includes('4711'));

  for (const one of [victim, ...copies]) {
    await isOut(one);
    expect(one.entries('message-created').filter((entry) => entry.seq >= Number(seq))).toEqual([]);
    expect(JSON.stringify(one.heard)).not.toMatch(/0143|4711/);
  }
  for (const { url } of [here, there]) {
    // The hour-long token that such a socket had.
    const { token } = victim.session;
    expect(await refusal(url, '/widget', { token, protocol: 1 })).toMatchObject({ code: 'AUTH_REVOKED' });
    const other = await openVisitor(url, copy);
    expect(other.conversationId).not.toBe(conversationId);
    const log = `public:${conversationId}`;
    expect(await codeOf(other, 'log-fetch', { log, fromSeq: 1 })).toBe('NOT_FOUND');
    const streams = (await here.stores.turns.list(String(conversationId), 100)).map(({ id }) => id);
    for (const { event, payload } of signed.heard)
      if (event === 'stream-start') streams.push((payload as { streamId: string }).streamId);
    for (const streamId of streams)
      expect(await codeOf(other, 'stream-sync', { streamId, attempt: 1, length: 0 })).toBe('NOT_FOUND');
    other.close();
  }
  // And the person who signed in reads all of it, on a page that was loaded again too.
  const again = await openVisitor(here.url, { ...copy, identityToken: await proofOf('robin') });
  expect(again.conversationId).toBe(conversationId);
  for (const text of ['pool heated', '0143', '4711'])
    await again.untilEntry('message-created', ({ data }) => data.text.includes(text));
  for (const client of [signed, again, agent]) client.close();
  await close();
});

it('S82: a socket that is being let in at the moment of the sign-in is put out', async () => {
  await using hub = await openHub();
  const site = await hub.stores.identity.findSiteByKey('demo');
  await hub.stores.identity.changeSite(site?.tenantId ?? '', site?.id ?? '', { identitySecret: siteSecret });
  const before = await widgetSession(hub.url);
  const { findSite } = hub.stores.identity;
  // The token was looked at, and the sign-in comes before the socket is in.
  hub.stores.identity.findSite = async (siteId) => {
    hub.stores.identity.findSite = findSite;
    await widgetSession(hub.url, { visitorToken: before.visitorToken, identityToken: await proofOf('robin') });
    return findSite(siteId);
  };
  const late = await openRaw(hub.url);
  late.socket.send(`40/widget,${JSON.stringify({ token: before.token, protocol: 1 })}`);
  await late.closed;
  expect(late.heard.join()).toContain('AUTH_REVOKED');
  expect(late.heard.join()).not.toContain('session-ready');
});

it('S82: ending a visitor’s sessions on a shared computer ends their open chats on every node, and no others', async () => {
  const { here, there, close } = await twoNodes();
  const mine = await openVisitor(here.url);
  const { visitorToken } = mine.session;
  const elsewhere = await openVisitor(there.url, { visitorToken });
  const stranger = await openVisitor(there.url);
  const ended = await post(here.url, '/widget/sessions/end', { siteKey: 'demo', visitorToken });
  expect(ended.status).toBe(204);
  await isOut(mine);
  await isOut(elsewhere);
  expect(stranger.socket.connected).toBe(true);
  const next = await openVisitor(there.url, { visitorToken });
  expect(next.conversationId).not.toBe(mine.conversationId);
  for (const client of [stranger, next]) client.close();
  await close();
});

it('S82: a node that hears nothing of its neighbors finds out by itself whose sessions were ended', async () => {
  const mongodbUrl = uniqueDatabaseUrl(inject('mongodbUrl'));
  await using here = await openHub({ mongodbUrl });
  await using deaf = await openHub({ mongodbUrl });
  const visitor = await openVisitor(deaf.url);
  const { visitorToken } = visitor.session;
  const ended = await post(here.url, '/widget/sessions/end', { siteKey: 'demo', visitorToken });
  expect(ended).toEqual({ status: 204, body: {} });
  await isOut(visitor);
});
