import type { ApiKeyRow, MadeApiKey } from '../../contract/rest/apiKeys.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import type { Role } from '../../contract/values.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { createApiKey } from '../identity/createApiKey.ts';
import type { ApiKey, StaffScope } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { type RecordDeps, recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

export interface ApiKeysDeps extends RecordDeps {
  identity: Pick<IdentityStore, 'findTenant' | 'listApiKeys' | 'addApiKey' | 'revokeApiKey'>;
}

const rowOf = ({ id, name, role, active, createdAt }: ApiKey): ApiKeyRow => ({
  id,
  name,
  role,
  active,
  createdAt: isoOf(createdAt),
});

/** All keys of the tenant without their secrets, for an admin. */
export async function listApiKeys(
  deps: { identity: Pick<IdentityStore, 'listApiKeys'> },
  scope: StaffScope,
): Promise<ApiKeyRow[]> {
  requireAdmin(scope);
  return (await deps.identity.listApiKeys(scope.tenantId)).map(rowOf);
}

/**
 * Makes a key, which is in this answer and nowhere else.
 * @throws HubError QUOTA_EXCEEDED: there are as many active keys as one tenant may have
 */
export async function addApiKey(
  deps: ApiKeysDeps,
  scope: StaffScope,
  words: { name: string; role: Role },
): Promise<MadeApiKey> {
  requireAdmin(scope);
  const active = (await deps.identity.listApiKeys(scope.tenantId)).filter((key) => key.active);
  if (active.length >= settingsLimits.apiKeys) throw new HubError('QUOTA_EXCEEDED');
  const createdAt = isoOf(deps.clock.now());
  const keys = { store: deps.identity, clock: deps.clock };
  const { apiKeyId, key } = await createApiKey(keys, { tenantId: scope.tenantId, ...words });
  await recordChange(deps, scope, {
    kind: 'api-key',
    action: 'added',
    subject: words.name,
    before: null,
    after: words,
  });
  return { id: apiKeyId, ...words, active: true, createdAt, key };
}

/**
 * Ends a key, on every node within two seconds.
 * @throws HubError NOT_FOUND
 */
export async function revokeApiKey(deps: ApiKeysDeps, scope: StaffScope, apiKeyId: string): Promise<void> {
  requireAdmin(scope);
  const key = await deps.identity.revokeApiKey(scope.tenantId, apiKeyId);
  if (!key) throw new HubError('NOT_FOUND');
  const before = { name: key.name, role: key.role };
  await recordChange(deps, scope, { kind: 'api-key', action: 'removed', subject: key.name, before, after: null });
}
