import type { Role } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import { makeApiKey } from './apiKeys.ts';
import type { IdentityStore } from './ports.ts';

/**
 * Makes a key for an integrator. The key itself is returned here and kept nowhere.
 * @throws HubError NOT_FOUND: there is no such tenant
 */
export async function createApiKey(
  deps: { store: Pick<IdentityStore, 'findTenant' | 'addApiKey'>; clock: Clock },
  input: { tenantId: string; name: string; role: Role },
): Promise<{ apiKeyId: string; key: string }> {
  if (!(await deps.store.findTenant(input.tenantId))) throw new HubError('NOT_FOUND', { field: 'tenant' });
  const { apiKeyId, secret, key } = makeApiKey();
  await deps.store.addApiKey({
    ...input,
    id: apiKeyId,
    secretHash: sha256(secret),
    active: true,
    createdAt: deps.clock.now(),
  });
  return { apiKeyId, key };
}
