import type { CallLanguage, PhoneConnectionRow } from '../../../contract/rest/phone.ts';
import { settingsLimits } from '../../../contract/rest/settingsLimits.ts';
import { isoOf } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { newId } from '../../../kernel/ids.ts';
import { createTextSeal, type TextSeal } from '../../../kernel/sealText.ts';
import type { StaffScope } from '../../identity/model.ts';
import { phoneKeyOf } from '../../reading/person/readContact.ts';
import { type RecordDeps, recordChange } from '../../settings/recordChange.ts';
import { requireAdmin } from '../../settings/rules.ts';
import type { PhoneConnection } from './model.ts';
import type { PhoneConnectionStore } from './ports.ts';

export interface PhoneDeps extends RecordDeps {
  phones: PhoneConnectionStore;
  phoneSeal: TextSeal;
}

export const phoneSeal = (secret: string): TextSeal => createTextSeal(secret, 'phone tokens');

/** The addresses to which Twilio posts the events of a connection. `base`: the address of the hub, such as https://hub.example.com. */
export const hookUrl = (base: string, connectionId: string, hook: string): string =>
  `${base}/api/v1/hooks/twilio/${connectionId}/${hook}`;

const rowOf = (
  { id, accountSid, forwardTo, language, createdAt, heardAt, sealedSpeechKey }: PhoneConnection,
  base: string,
): PhoneConnectionRow => ({
  ...{ id, accountSid, forwardTo, language, createdAt: isoOf(createdAt) },
  speech: sealedSpeechKey ? 'deepgram' : 'twilio',
  ...(heardAt === null ? {} : { heardAt: isoOf(heardAt) }),
  voiceUrl: hookUrl(base, id, 'voice'),
  statusUrl: hookUrl(base, id, 'status'),
  transcriptionUrl: hookUrl(base, id, 'transcription'),
});

/** The phone accounts of the tenant without their secrets, for an admin. */
export async function listPhones(
  { phones }: Pick<PhoneDeps, 'phones'>,
  scope: StaffScope,
  base: string,
): Promise<PhoneConnectionRow[]> {
  requireAdmin(scope);
  return (await phones.ofTenant(scope.tenantId)).map((one) => rowOf(one, base));
}

/**
 * Connects an account at Twilio. Its token is kept sealed and told to nobody again.
 * @throws HubError `VALIDATION_FAILED`, in words, for what is no phone number; `QUOTA_EXCEEDED` where there are as many as one tenant may have
 */
export async function addPhone(
  { phones, phoneSeal, ...deps }: PhoneDeps,
  scope: StaffScope,
  wanted: {
    accountSid: string;
    authToken: string;
    forwardTo: string;
    speechKey?: string | undefined;
    language: CallLanguage;
  },
  base: string,
): Promise<PhoneConnectionRow> {
  requireAdmin(scope);
  const { tenantId } = scope;
  const { accountSid, authToken, speechKey, language } = wanted;
  const forwardTo = phoneKeyOf(wanted.forwardTo);
  if (forwardTo === null)
    throw new HubError('VALIDATION_FAILED', { field: 'forwardTo', says: 'Enter a full phone number.' });
  if (language === 'both' && speechKey === undefined)
    throw new HubError('VALIDATION_FAILED', {
      field: 'language',
      says: 'Two languages in one call need a Deepgram API key.',
    });
  if ((await phones.ofTenant(tenantId)).length >= settingsLimits.phones) throw new HubError('QUOTA_EXCEEDED');
  const connection: PhoneConnection = {
    ...{ id: newId(), tenantId, accountSid, sealedToken: phoneSeal.seal(authToken), forwardTo, language },
    sealedSpeechKey: speechKey === undefined ? null : phoneSeal.seal(speechKey),
    ...{ createdAt: deps.clock.now(), heardAt: null },
  };
  await phones.add(connection);
  const after = { accountSid, forwardTo, language };
  await recordChange(deps, scope, { kind: 'phone', action: 'added', subject: 'Twilio', before: null, after });
  return rowOf(connection, base);
}

/** From now on nothing of this account is taken. @throws HubError `NOT_FOUND` */
export async function removePhone(
  { phones, ...deps }: Omit<PhoneDeps, 'phoneSeal'>,
  scope: StaffScope,
  connectionId: string,
): Promise<void> {
  requireAdmin(scope);
  const removed = await phones.remove(scope.tenantId, connectionId);
  if (removed === null) throw new HubError('NOT_FOUND');
  const { accountSid, forwardTo } = removed;
  const before = { accountSid, forwardTo };
  await recordChange(deps, scope, { kind: 'phone', action: 'removed', subject: 'Twilio', before, after: null });
}
