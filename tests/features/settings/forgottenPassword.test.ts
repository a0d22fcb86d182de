import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, it } from 'vitest';
import { createMemoryIdentityStore } from '../../../src/adapters/memory/identityStore.ts';
import { createMemoryRateLimits } from '../../../src/adapters/memory/rateLimits.ts';
import { createMemorySettingsStore } from '../../../src/adapters/memory/settingsStore.ts';
import { createSmtpMailer } from '../../../src/adapters/smtp/smtpMailer.ts';
import { requestPasswordMail, sendPasswordMail } from '../../../src/features/settings/forgottenPassword.ts';
import { readPasswordLink } from '../../../src/features/settings/passwordLinks.ts';
import type { Mailer } from '../../../src/features/settings/ports.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { holdClock } from '../../support/heldClock.ts';

async function brokerage(mailer: Mailer | null) {
  const clock = holdClock();
  const identity = createMemoryIdentityStore();
  const tenant = { id: 't1', name: 'Barton <Ridge>', timeZone: 'UTC', demo: false, createdAt: 0 };
  await identity.addTenant(tenant);
  await identity.addUser({
    ...{ id: 'u1', tenantId: 't1', email: 'ana@home.example', name: 'Ana', role: 'agent', passwordHash: '' },
    ...{ active: true, tokenVersion: 0, presence: { status: 'available', capacity: 5 }, createdAt: 0 },
  });
  const set: string[] = [];
  const jobs = {
    schedule: async ({ kind, about }: { kind: string; about: string }) => void set.push(`${kind} ${about}`),
  };
  const deps = {
    ...{ identity, settings: createMemorySettingsStore(), mailer, jobs, clock, log: silentLogger },
    ...{ publicUrl: 'https://hub.example', rateLimits: createMemoryRateLimits(clock) },
  };
  const ask = async (email: string, address = '192.0.2.1') => {
    await requestPasswordMail(deps, email, address);
    await clock.pass(0);
  };
  return { deps, set, ask };
}

it('a forgotten password is answered by an email with the link, from a real server, and kept nowhere else', async () => {
  const received: { to: string[]; words: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let words = '';
      stream.on('data', (part: Buffer) => (words += part.toString()));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), words });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const from = 'Jorge Hub <hub@hub.example>';
  const { deps } = await brokerage(createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from }));
  await sendPasswordMail(deps, { tenantId: 't1', userId: 'u1' });
  await new Promise<void>((closed) => server.close(() => closed()));
  expect(received.map(({ to }) => to)).toEqual([['ana@home.example']]);
  const words = received[0]?.words.replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? '';
  expect(words).toContain(`From: ${from}`);
  expect(words).toContain('text/plain');
  expect(words).toContain('Barton &lt;Ridge&gt;');
  const token = /https:\/\/hub\.example\/desk\/password#(\S+)/.exec(words)?.[1] ?? '';
  expect(await readPasswordLink(deps, token)).toEqual({ email: 'ana@home.example', name: 'Ana' });
  expect(JSON.stringify(await deps.identity.findUser('u1'))).not.toContain(token);
  expect(await deps.settings.listChanges('t1', 10)).toMatchObject([{ action: 'password-link', by: { id: 'u1' } }]);
});

it('asking for a new password never tells whether an address is known, and mails an account at most three times an hour', async () => {
  const { set, ask } = await brokerage({ send: async () => {} });
  await ask('nobody@home.example');
  expect(set).toEqual([]);
  for (let time = 0; time < 5; time += 1) await ask('Ana@Home.example', '198.51.100.7');
  expect(set).toEqual(['password-mail u1', 'password-mail u1', 'password-mail u1']);
  for (let time = 0; time < 9; time += 1) await ask('nobody@home.example');
  await expect(ask('nobody@home.example')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});

it('a mail that a server does not take fails the job, which is tried again; a hub without one says whom to ask', async () => {
  const refusing = await brokerage({ send: () => Promise.reject(new Error('451')) });
  await expect(sendPasswordMail(refusing.deps, { tenantId: 't1', userId: 'u1' })).rejects.toThrow('451');
  expect(await refusing.deps.settings.listChanges('t1', 10)).toEqual([]);
  const { ask } = await brokerage(null);
  await expect(ask('ana@home.example')).rejects.toMatchObject({ code: 'NOT_CONFIGURED' });
});
