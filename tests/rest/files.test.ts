import { once } from 'node:events';
import { request } from 'node:http';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { phonePhoto, pixelBomb, smallPdf, smallPng } from '../support/sampleFiles.ts';
import { type RestAnswer, type RunningRest, siteOrigin, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let tenant: Awaited<ReturnType<RunningRest['addTenant']>>;
let agent: string;
beforeAll(async () => {
  hub = await startRest();
  tenant = await hub.addTenant('Austin Homes');
  agent = (await hub.signIn(tenant.emailOf('agent'))).accessToken;
});
afterAll(() => hub.stop());

interface Sender {
  token: string;
  conversationId: string;
  visitorId: string;
}

/** A visitor with an open chat. */
async function aVisitor(of = tenant): Promise<Sender> {
  const { json } = await hub.call('POST', '/api/v1/widget/sessions', {
    body: { siteKey: of.siteKey, page: { url: `${siteOrigin}/a` } },
    headers: { origin: siteOrigin },
  });
  const { id } = await hub.addConversation(of.tenantId, { visitorId: json.visitorId });
  return { token: json.token, conversationId: id, visitorId: json.visitorId };
}

async function upload(
  path: string,
  token: string,
  bytes: Buffer | ReadableStream,
  headers: Record<string, string> = {},
): Promise<Pick<RestAnswer, 'status' | 'json' | 'headers'>> {
  const answer = await fetch(`${hub.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, connection: 'close', ...headers },
    body: bytes as BodyInit,
    ...(bytes instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);
  return { status: answer.status, json: await answer.json(), headers: answer.headers };
}
const fromVisitor = (visitor: Sender, bytes: Buffer, name = 'kitchen.jpg') =>
  upload(`/widget/files?name=${encodeURIComponent(name)}`, visitor.token, bytes, { origin: siteOrigin });

async function download(path: string, token: string): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
  const answer = await fetch(`${hub.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
}

/** As a message does that carries it. */
const send = (fileId: string, { conversationId, visitorId }: Sender) =>
  hub.stores.files.use({ tenantId: tenant.tenantId, conversationId, by: visitorId, id: fileId }, newId());

it('makes a photo anew: upright, without the place, the camera or anything behind the picture', async () => {
  const visitor = await aVisitor();
  const photo = await phonePhoto();
  expect((await sharp(photo).metadata()).exif?.includes('CANARYPHONE')).toBe(true);
  const { status, json, headers } = await fromVisitor(visitor, Buffer.concat([photo, Buffer.from('<script>CANARY')]));
  expect(status).toBe(200);
  expect(json).toMatchObject({ name: 'kitchen.jpg', type: 'image/jpeg', width: 800, height: 1200 });
  expect(headers.get('access-control-allow-origin')).toBe(siteOrigin);
  const { bytes } = await download(`/widget/files/${json.fileId}`, visitor.token);
  const { exif, width, height } = await sharp(bytes).metadata();
  expect([exif, width, height, bytes.length]).toEqual([undefined, 800, 1200, json.bytes]);
  expect(bytes.includes('CANARY')).toBe(false);
  const small = await download(`/widget/files/${json.fileId}?size=preview`, visitor.token);
  expect((await sharp(small.bytes).metadata()).height).toBe(720);
});

it('serves a file alone in its own sandbox, to be kept by no one between, a PDF only as a download', async () => {
  const visitor = await aVisitor();
  const photo = (await fromVisitor(visitor, await smallPng())).json;
  const paper = (await fromVisitor(visitor, smallPdf('<html><script>alert(1)</script>'), 'Offer “1”.pdf')).json;
  expect(paper).toMatchObject({ type: 'application/pdf', name: 'Offer “1”.pdf' });
  const shown = await download(`/widget/files/${photo.fileId}`, visitor.token);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
    'cross-origin-resource-policy': 'same-origin',
    'content-type': 'image/jpeg',
  });
  const { headers } = await download(`/widget/files/${paper.fileId}`, visitor.token);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Offer%20%E2%80%9C1%E2%80%9D.pdf");
});

it('shows a file to the team once it was sent, and to nobody of another conversation or brokerage', async () => {
  const [visitor, neighbour] = [await aVisitor(), await aVisitor()];
  const other = await hub.addTenant('Other Homes');
  const stranger = await hub.signIn(other.emailOf('admin'));
  const { fileId } = (await fromVisitor(visitor, await smallPng())).json;
  expect((await download(`/files/${fileId}`, agent)).status).toBe(404);
  await send(fileId, visitor);
  expect((await download(`/files/${fileId}`, agent)).status).toBe(200);
  expect((await download(`/widget/files/${fileId}`, neighbour.token)).status).toBe(404);
  expect((await download(`/files/${fileId}`, stranger.accessToken)).status).toBe(404);
  const theirs = await upload(
    `/files?conversationId=${visitor.conversationId}`,
    stranger.accessToken,
    await smallPng(),
  );
  expect(theirs.json.error.code).toBe('NOT_FOUND');
});

it('takes a file of the team for a chat, and for no other channel', async () => {
  const { conversationId } = await aVisitor();
  const { status, json } = await upload(
    `/files?conversationId=${conversationId}&name=plan.png`,
    agent,
    await smallPng(),
  );
  expect([status, json.name]).toEqual([200, 'plan.jpg']);
  const texts = await hub.addConversation(tenant.tenantId, { channel: 'sms' });
  const refused = await upload(`/files?conversationId=${texts.id}`, agent, await smallPng());
  expect(refused.json.error.code).toBe('NOT_CONFIGURED');
  const closed = await hub.addConversation(tenant.tenantId, { mode: 'closed' });
  const late = await upload(`/files?conversationId=${closed.id}`, agent, await smallPng());
  expect(late.json.error.code).toBe('CONFLICT');
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
it.each([
  ['a PNG that is HTML', async () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'photo.png'],
  ['an SVG with a script', async () => Buffer.from(svg), 'photo.svg'],
  ['HTML behind the first bytes of a PNG', async () => Buffer.from(`\x89PNG\r\n\x1a\n${svg}`, 'latin1'), 'photo.png'],
  ['a zip archive', async () => Buffer.from('PK\x03\x04…'), 'photos.zip'],
  ['a picture of 400 million pixels in a few bytes', async () => pixelBomb(), 'black.png'],
  ['a GIF', async () => Buffer.from('GIF89a……'), 'fun.gif'],
  ['a HEIC photo', async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 'IMG_1.heic'],
  ['half a photo', async () => (await phonePhoto()).subarray(0, 600), 'half.jpg'],
  ['half a PDF', async () => Buffer.from('%PDF-1.4 and no end'), 'half.pdf'],
  ['nothing', async () => Buffer.alloc(0), 'empty.jpg'],
])('refuses %s in words for its sender, and keeps nothing', async (_, bytes, name) => {
  const visitor = await aVisitor();
  const { status, json } = await fromVisitor(visitor, await bytes(), name);
  expect([status, json.error.code, json.error.field]).toEqual([400, 'VALIDATION_FAILED', 'file']);
  expect(json.error.message).toMatch(/photo|PDF|file/i);
  expect(await hub.stores.files.countOfConversation(tenant.tenantId, visitor.conversationId, 9)).toBe(0);
});

it.each([
  ['../../etc/passwd', 'passwd.jpg'],
  ['C:\\temp\\house.png', 'house.jpg'],
  ['harmless‮gpj.exe', 'harmlessgpj.jpg'],
  ['a\u0000b\r\nset-cookie: x.jpg', 'ab set-cookie x.jpg'],
  ['...', 'photo.jpg'],
  [`${'é'.repeat(300)}.jpg`, `${'é'.repeat(116)}.jpg`],
  ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).jpg'],
])('names %j as %j', async (name, kept) => {
  const { json } = await fromVisitor(await aVisitor(), await smallPng(), name);
  expect(json.name).toBe(kept);
});

it('refuses a file of 100 MB before it has come, and one that does not say its size at the first byte too many', async () => {
  const visitor = await aVisitor();
  const announced = request(`${hub.url}/api/v1/widget/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${visitor.token}`, 'content-length': 100 * 1024 * 1024 },
  });
  announced.on('error', () => {});
  announced.flushHeaders();
  const [answer] = await once(announced, 'response');
  expect([answer.statusCode, answer.headers.connection]).toEqual([413, 'close']);
  announced.destroy();

  let sent = 0;
  const endless = request(`${hub.url}/api/v1/widget/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${visitor.token}`, 'transfer-encoding': 'chunked' },
  });
  endless.on('error', () => {});
  const part = Buffer.alloc(256 * 1024);
  const pour = (): void => {
    if (endless.destroyed || sent > 100 * 1024 * 1024) return;
    sent += part.length;
    endless.write(part, () => setImmediate(pour));
  };
  pour();
  const [refused] = await once(endless, 'response');
  expect(refused.statusCode).toBe(413);
  endless.destroy();
  expect(sent).toBeLessThan(40 * 1024 * 1024);
});

it('keeps nothing of an upload that is cut off in the middle, and lets the next one in', async () => {
  const visitor = await aVisitor();
  const photo = await phonePhoto();
  for (let times = 0; times < 3; times += 1) {
    const cut = request(`${hub.url}/api/v1/widget/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${visitor.token}`, 'content-length': photo.length },
    });
    cut.on('error', () => {});
    cut.write(photo.subarray(0, 500));
    await once(cut, 'socket');
    cut.destroy();
  }
  await expect.poll(async () => (await fromVisitor(visitor, photo)).status).toBe(200);
  expect(await hub.stores.files.countOfConversation(tenant.tenantId, visitor.conversationId, 9)).toBe(1);
});

it('S44: uploads that are begun and not finished are two at once of one visitor, and others still send', async () => {
  const [visitor, other] = [await aVisitor(), await aVisitor()];
  const begun = [1, 2, 3].map(() => {
    const open = request(`${hub.url}/api/v1/widget/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${visitor.token}`, 'content-length': 5000 },
    });
    open.on('error', () => {});
    open.write('%PDF-');
    return open;
  });
  const answered = begun.map(
    (open) =>
      new Promise<number | undefined>((resolve) => {
        open.on('response', ({ statusCode }) => resolve(statusCode));
      }),
  );
  expect(await Promise.race(answered)).toBe(429);
  expect((await fromVisitor(other, smallPdf())).status).toBe(200);
  for (const open of begun) open.destroy();
  await expect.poll(async () => (await fromVisitor(visitor, smallPdf())).status).toBe(200);
});

it('takes so many uploads of one visitor in ten minutes, and so many files in one chat', async () => {
  const visitor = await aVisitor();
  const answers: string[] = [];
  for (let times = 0; times < 41; times += 1)
    answers.push((await fromVisitor(visitor, smallPdf())).json.error?.code ?? 'taken');
  expect(answers).toEqual([...Array(40).fill('taken'), 'RATE_LIMITED']);
  const { conversationId } = await aVisitor();
  for (let times = 0; times < 100; times += 1)
    await hub.stores.files.add({
      ...{ id: newId(), tenantId: tenant.tenantId, conversationId, by: 'x', name: 'a.pdf', type: 'application/pdf' },
      ...{ bytes: 1, width: null, height: null, uploadedAt: 1, isWhole: false, usedBy: 'm' },
    });
  const full = await upload(`/files?conversationId=${conversationId}`, agent, smallPdf());
  expect(full.json.error.code).toBe('QUOTA_EXCEEDED');
});

it('asks for the token of a session and a page of its site', async () => {
  const visitor = await aVisitor();
  const png = await smallPng();
  expect((await upload('/widget/files', agent, png)).json.error.code).toBe('AUTH_INVALID');
  const elsewhere = await upload('/widget/files', visitor.token, png, { origin: 'https://evil.example' });
  expect(elsewhere.json.error.code).toBe('ORIGIN_DENIED');
  const preflight = await hub.call('OPTIONS', '/api/v1/widget/files', { headers: { origin: siteOrigin } });
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
});
