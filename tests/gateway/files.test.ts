import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubClient, openVisitor, uploadFile } from '../support/hubClient.ts';
import { type OpenHub, openHub } from '../support/openHub.ts';
import { smallPdf, smallPng } from '../support/sampleFiles.ts';
import { codeOf, demoPerson, tokenOf } from './people.ts';

let hub: OpenHub;
let agent: HubClient;
let token: string;
beforeAll(async () => {
  hub = await openHub();
  agent = await demoPerson(hub.url, 'agent');
  token = await tokenOf(hub.url, 'agent');
});
afterAll(async () => {
  agent.close();
  await hub.close();
});

type Visitor = Awaited<ReturnType<typeof openVisitor>>;
const uploaded = async (visitor: Visitor, name = 'kitchen.png') =>
  uploadFile(hub.url, visitor.session.token, await smallPng(), name);
const get = async (path: string, accept = 'application/json') => {
  const answer = await fetch(`${hub.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}`, accept } });
  return answer.text();
};

it('a photo reaches the other side with the message, also without words, and is found and told by its name', async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await agent.send('conversation-open', { conversationId });
  const photo = await uploaded(visitor, 'Quince kitchen.png');
  expect(photo).toMatchObject({ name: 'Quince kitchen.jpg', type: 'image/jpeg', width: 40, height: 30 });
  await visitor.command('chat-send', { attachments: [{ fileId: photo.fileId }] });
  const seen = await agent.untilEntry('message-created', ({ actor }) => actor.kind === 'visitor');
  expect(seen.data).toMatchObject({ text: '', attachments: [photo] });
  await expect.poll(() => get('/search?q=quince')).toContain(conversationId);
  expect(await get(`/conversations/${conversationId}/transcript`, 'text/plain')).toContain(
    '[file: Quince kitchen.jpg]',
  );

  const plan = await uploadFile(hub.url, token, smallPdf(), 'Plan.pdf', conversationId);
  await agent.command('message-send', { conversationId, text: 'The floor plan', attachments: [plan] });
  const got = await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'agent');
  expect(got.data).toMatchObject({ text: 'The floor plan', attachments: [plan] });
  visitor.close();
});

it('a file is sent once, by its uploader and in its conversation: any other try answers as if it were not there', async () => {
  const [visitor, other] = [await openVisitor(hub.url), await openVisitor(hub.url)];
  const { fileId } = await uploaded(visitor);
  const sends = (client: HubClient, ...files: string[]) =>
    codeOf(client, 'chat-send', { commandId: randomUUID(), attachments: files.map((id) => ({ fileId: id })) });
  expect(await sends(other, fileId)).toBe('NOT_FOUND');
  const { conversationId } = visitor;
  const attachments = [{ fileId }];
  expect(await codeOf(agent, 'message-send', { commandId: randomUUID(), conversationId, attachments })).toBe(
    'NOT_FOUND',
  );
  // One that is refused keeps none of the others from being sent.
  expect(await sends(visitor, fileId, 'no-such-file')).toBe('NOT_FOUND');
  const command = { commandId: randomUUID(), text: 'Here', attachments };
  const first = await visitor.send('chat-send', command);
  expect(await visitor.send('chat-send', command)).toEqual({ ...first, duplicate: true });
  expect(await sends(visitor, fileId)).toBe('NOT_FOUND');
  visitor.close();
  other.close();
});

it('a message says something: words, or at most five files', async () => {
  const visitor = await openVisitor(hub.url);
  const sends = (payload: object) => codeOf(visitor, 'chat-send', { commandId: randomUUID(), ...payload });
  expect(await sends({})).toBe('VALIDATION_FAILED');
  expect(await sends({ text: ' ', attachments: [] })).toBe('VALIDATION_FAILED');
  expect(await sends({ attachments: Array.from({ length: 6 }, () => ({ fileId: 'x' })) })).toBe('VALIDATION_FAILED');
  expect(await sends({ attachments: [{ fileId: { $gt: '' } }] })).toBe('VALIDATION_FAILED');
  visitor.close();
});
