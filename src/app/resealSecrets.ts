import { calendarSeal } from '../features/appointments/busyCalendar.ts';
import { phoneSeal } from '../features/calls/provider/managePhone.ts';
import { factorSeal } from '../features/identity/secondFactor.ts';
import { webhookSeal } from '../features/webhooks/signature.ts';
import type { TextSeal } from '../kernel/sealText.ts';
import type { Stores } from './stores.ts';

/** How many keys are sealed with the new secret by now, and how many neither secret opens. */
export interface Resealed {
  sealed: number;
  lost: number;
}

/**
 * Seals with the secret `to` what was sealed with `from`: the keys of phone accounts, the addresses of calendars, the secrets of webhooks,
 * and the second factors of people. A text that `to` already opens stays. Again is harmless.
 */
export async function resealSecrets(
  { identity, busyCalendars, phones, webhooks }: Pick<Stores, 'identity' | 'busyCalendars' | 'phones' | 'webhooks'>,
  from: string,
  to: string,
): Promise<Resealed> {
  const counted: Resealed = { sealed: 0, lost: 0 };
  /** Null: nothing to write. */
  function again(sealOf: (secret: string) => TextSeal, sealed: string): string | null {
    const text = sealOf(to).open(sealed) ?? sealOf(from).open(sealed);
    counted[text === null ? 'lost' : 'sealed'] += 1;
    return text === null || sealOf(to).open(sealed) !== null ? null : sealOf(to).seal(text);
  }
  for (const { id: tenantId } of await identity.listTenants()) {
    for (const { id, sealedToken, sealedSpeechKey } of await phones.ofTenant(tenantId)) {
      const token = again(phoneSeal, sealedToken);
      const speechKey = sealedSpeechKey ? again(phoneSeal, sealedSpeechKey) : null;
      if (token !== null || speechKey !== null)
        await phones.reseal(id, {
          sealedToken: token ?? sealedToken,
          sealedSpeechKey: speechKey ?? sealedSpeechKey,
        });
    }
    for (const { id, sealedSecret } of await webhooks.ofTenant(tenantId)) {
      const secret = again(webhookSeal, sealedSecret);
      if (secret !== null) await webhooks.reseal(id, secret);
    }
    for (const { id, secondFactor } of await identity.listUsers(tenantId)) {
      const factor = secondFactor ? again(factorSeal, secondFactor.sealed) : null;
      if (secondFactor && factor !== null)
        await identity.changeUser(id, { secondFactor: { ...secondFactor, sealed: factor } });
      const calendar = await busyCalendars.ofPerson(tenantId, id);
      const sealedUrl = calendar === null ? null : again(calendarSeal, calendar.sealedUrl);
      if (calendar !== null && sealedUrl !== null) await busyCalendars.set({ ...calendar, sealedUrl });
    }
  }
  return counted;
}
