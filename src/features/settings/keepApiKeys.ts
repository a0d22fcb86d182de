import type { ApiKeyRow, MadeApiKey } from '../../contract/settings.ts';
import { settingsLimits } from '../../contract/settingsLimits.ts';
import type { Role } from '../../contract/values.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { createApiKey } from '../identity/createApiKey.ts';
import type { ApiKey, StaffScope } from '../identity/model.ts';
import type { SettingsParts } from './ports.ts';
import { recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

const rowOf = ({ id, name, role, active, createdAt }: ApiKey): ApiKeyRow => ({
  id,
  name,
  role,
  active,
  createdAt: isoOf(createdAt),
});

/** All keys of the tenant without their secrets, for an admin. */
export async function listApiKeys(parts: SettingsParts, scope: StaffScope): Promise<ApiKeyRow[]> {
  requireAdmin(scope);
  return (await parts.identity.listApiKeys(scope.tenantId)).map(rowOf);
}

/** The key is in this answer and nowhere else. `QUOTA_EXCEEDED` counts the keys that still open something. */
export async function addApiKey(
  parts: SettingsParts,
  scope: StaffScope,
  words: { name: string; role: Role },
): Promise<MadeApiKey> {
  requireAdmin(scope);
  const active = (await parts.identity.listApiKeys(scope.tenantId)).filter((key) => key.active);
  if (active.length >= settingsLimits.apiKeys) throw new HubError('QUOTA_EXCEEDED');
  const createdAt = isoOf(parts.clock.now());
  const deps = { store: parts.identity, clock: parts.clock };
  const { apiKeyId, key } = await createApiKey(deps, { tenantId: scope.tenantId, ...words });
  await recordChange(parts, scope, {
    kind: 'api-key',
    action: 'added',
    subject: words.name,
    before: null,
    after: words,
  });
  return { id: apiKeyId, ...words, active: true, createdAt, key };
}

/** It opens nothing any more, on every node within two seconds. */
export async function revokeApiKey(parts: SettingsParts, scope: StaffScope, apiKeyId: string): Promise<void> {
  requireAdmin(scope);
  const key = await parts.identity.revokeApiKey(scope.tenantId, apiKeyId);
  if (!key) throw new HubError('NOT_FOUND');
  const before = { name: key.name, role: key.role };
  await recordChange(parts, scope, { kind: 'api-key', action: 'removed', subject: key.name, before, after: null });
}
