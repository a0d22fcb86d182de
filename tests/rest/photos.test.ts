import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveRest } from '../../src/app/compose/rest.ts';
import { phonePhoto, pixelBomb, smallPdf } from '../support/sampleFiles.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

let hub: RunningRest;
beforeAll(async () => {
  hub = await startRest();
});
afterAll(() => hub.stop());

it('a photo of a person is made anew as a small square without its place, is served to every page, and is gone when it is taken away', async () => {
  const tenant = await hub.addTenant('Austin Homes');
  const { accessToken: token, user } = await hub.signIn(tenant.emailOf('agent'));
  const send = (body: Buffer) =>
    fetch(`${hub.url}/api/v1/me/photo`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, connection: 'close' },
      body: body as BodyInit,
    });
  const given = await phonePhoto();
  const { photo } = (await (await send(given)).json()) as { photo: string };
  const served = await fetch(hub.url + photo);
  expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(served.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(served.headers.get('access-control-allow-origin')).toBe('*');
  const made = await sharp(Buffer.from(await served.arrayBuffer())).metadata();
  expect([made.width, made.height, made.exif, made.xmp]).toEqual([256, 256, undefined, undefined]);
  const own = await hub.call('GET', '/api/v1/me', { token });
  const people = await hub.call('GET', '/api/v1/people', { token });
  expect(own.json.photo).toBe(photo);
  expect(people.json.items.find(({ id }: { id: string }) => id === user.id).photo).toBe(photo);

  const html = Buffer.from('<html><script>alert(1)</script></html>');
  for (const bad of [html, smallPdf(), await pixelBomb()]) expect((await send(bad)).status).toBe(400);
  expect((await fetch(hub.url + photo)).status).toBe(200);

  expect((await hub.call('DELETE', '/api/v1/me/photo', { token })).status).toBe(204);
  expect((await hub.call('GET', '/api/v1/me', { token })).json.photo).toBeUndefined();
  expect((await fetch(`${hub.url}/photos/${user.id}`)).status).toBe(204);
  const nobody = await fetch(`${hub.url}/photos/nobody?v=1`);
  expect([nobody.status, nobody.headers.get('cache-control')]).toEqual([204, 'public, max-age=300']);

  const admin = (await hub.signIn(tenant.emailOf('admin'))).accessToken;
  const takenAway = [
    () => hub.call('DELETE', `/api/v1/people/${user.id}/photo`, { token: admin }),
    () => hub.call('PUT', `/api/v1/people/${user.id}`, { token: admin, body: { active: false } }),
  ];
  for (const takeAway of takenAway) {
    expect((await send(given)).status).toBe(200);
    expect((await takeAway()).status).toBeLessThan(300);
    expect((await fetch(`${hub.url}/photos/${user.id}`)).status).toBe(204);
    const { items } = (await hub.call('GET', '/api/v1/people', { token: admin })).json;
    expect(items.find(({ id }: { id: string }) => id === user.id).photo).toBeUndefined();
  }
  const changes = (await hub.call('GET', '/api/v1/settings/changes', { token: admin })).json.items;
  expect(changes.map(({ action }: { action: string }) => action)).toEqual(['deactivated', 'photo-removed']);
});

it('photos are shown to one address so often and no more', async () => {
  const limits = { ...hub.deps.limits };
  hub.deps.limits.callsPerAddress = { ...limits.callsPerAddress, points: 2 };
  const small = serveRest(hub.deps).listen(0, '127.0.0.1');
  await once(small, 'listening');
  const get = async (path: string) => {
    const { port } = small.address() as AddressInfo;
    return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  };
  const asked: number[] = [];
  for (let at = 0; at < 12; at += 1) asked.push(await get(at % 2 ? '/photos/nobody' : '/home-photos/none'));
  expect([asked[1], asked.slice(-2)]).toEqual([204, [429, 429]]);
  Object.assign(hub.deps.limits, limits);
  small.close();
});
