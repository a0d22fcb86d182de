import { expect, it } from 'vitest';
import { resealSecrets } from '../../src/app/resealSecrets.ts';
import { openMemoryStores } from '../../src/app/stores.ts';
import { calendarSeal } from '../../src/features/appointments/busyCalendar.ts';
import { phoneSeal } from '../../src/features/calls/provider/managePhone.ts';
import { factorSeal } from '../../src/features/identity/secondFactor.ts';
import { healthy } from '../../src/features/webhooks/model.ts';
import { webhookSeal } from '../../src/features/webhooks/signature.ts';

/* Costs about 0.1 s: memory stores. */

const [old, fresh] = ['the secret before', 'the secret from now on'];

it('a new secret opens every stored key, once or twice over; a key that neither secret opens is counted', async () => {
  const stores = openMemoryStores();
  const { identity, phones, busyCalendars } = stores;
  await identity.addTenant({ id: 't1', name: 'Barton', timeZone: 'UTC', demo: false, createdAt: 0 });
  await identity.addUser({
    ...{ id: 'a1', tenantId: 't1', email: 'ana@example.com', name: 'Ana', role: 'agent', passwordHash: '' },
    ...{ tokenVersion: 0, active: true, createdAt: 0, presence: { status: 'available', capacity: 5 } },
    secondFactor: { sealed: factorSeal(old).seal('factor'), since: 1 },
  });
  const phone = {
    tenantId: 't1',
    accountSid: 'AC1',
    forwardTo: '+15125550100',
    language: 'en' as const,
    createdAt: 1,
    heardAt: null,
  };
  const sealedSpeechKey = phoneSeal(old).seal('speech');
  await phones.add({ ...phone, id: 'p1', sealedToken: phoneSeal(old).seal('token'), sealedSpeechKey });
  await phones.add({ ...phone, id: 'p2', sealedToken: phoneSeal('a third one').seal('x'), sealedSpeechKey: null });
  await busyCalendars.set({
    ...{ tenantId: 't1', userId: 'a1', sealedUrl: calendarSeal(old).seal('https://calendar.example'), setAt: 1 },
    ...{ etag: null, readAt: null, problem: null, failures: 0, busy: [] },
  });
  await stores.webhooks.add({
    ...{ id: 'w1', tenantId: 't1', url: 'https://crm.example/', description: '', events: ['call.ended'] },
    ...{ sealedSecret: webhookSeal(old).seal('whsec_1'), createdAt: 1, paused: null, ...healthy },
  });

  for (let times = 0; times < 2; times += 1)
    expect(await resealSecrets(stores, old, fresh)).toEqual({ sealed: 5, lost: 1 });
  const kept = await phones.find('p1');
  expect(phoneSeal(fresh).open(kept?.sealedToken ?? '')).toBe('token');
  expect(phoneSeal(fresh).open(kept?.sealedSpeechKey ?? '')).toBe('speech');
  expect(factorSeal(fresh).open((await identity.findUser('a1'))?.secondFactor?.sealed ?? '')).toBe('factor');
  const webhook = await stores.webhooks.find('t1', 'w1');
  expect(webhookSeal(fresh).open(webhook?.sealedSecret ?? '')).toBe('whsec_1');
  const calendar = await busyCalendars.ofPerson('t1', 'a1');
  expect(calendarSeal(fresh).open(calendar?.sealedUrl ?? '')).toBe('https://calendar.example');
});
