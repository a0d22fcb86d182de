import type { Role } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffUser } from './model.ts';
import type { IdentityStore, PasswordHasher } from './ports.ts';
import { emailKey } from './rules.ts';

/**
 * Adds a person of the staff. Null when the address is taken, in this tenant or another.
 * @throws HubError NOT_FOUND: there is no such tenant
 */
export async function createUser(
  deps: { store: Pick<IdentityStore, 'findTenant' | 'addUser'>; hasher: Pick<PasswordHasher, 'hash'>; clock: Clock },
  input: { tenantId: string; email: string; name: string; role: Role; password: string },
): Promise<StaffUser | null> {
  if (!(await deps.store.findTenant(input.tenantId))) throw new HubError('NOT_FOUND', { field: 'tenant' });
  const user: StaffUser = {
    id: newId(),
    tenantId: input.tenantId,
    email: emailKey(input.email),
    name: input.name,
    role: input.role,
    passwordHash: await deps.hasher.hash(input.password),
    active: true,
    tokenVersion: 1,
    presence: { status: 'available', capacity: 5 },
    createdAt: deps.clock.now(),
  };
  return (await deps.store.addUser(user)) ? user : null;
}
