import { expect, it } from 'vitest';
import type { Namespace } from '../../../src/contract/socket/commands.ts';
import type { Role } from '../../../src/contract/values.ts';
import type { StaffScope } from '../../../src/features/identity/model.ts';
import type { Session } from '../../../src/gateway/session.ts';
import { type SessionTableDeps, sessionTable } from '../../../src/gateway/tables/session.ts';

const scopeOf = (role: Role): StaffScope => ({
  tenantId: 't1',
  principal: { kind: 'staff', id: 'u1', role, name: 'Ana' },
});
const verifiedAs = (role: Role) => ({ scope: scopeOf(role), expiresAt: 60_000, familyId: 'f1', tokenVersion: 1 });

/** A socket of somebody who connected as `was` and, as the hub reads it now, is `is`. */
function refresh(namespace: Namespace, was: Role, is: Role) {
  const session = { namespace, scope: scopeOf(was), verified: verifiedAs(was) } as Session;
  const parts = { verifier: { verifyStaff: async () => verifiedAs(is) } } as unknown as SessionTableDeps;
  const command = { commandId: '', bodyHash: '', afterAck: () => {} };
  return { session, done: sessionTable(parts)['auth-refresh']?.run(session, { token: 'any' }, command) };
}

it('a demoted person who renews the session before it ends keeps none of the old rights', async () => {
  const { session, done } = refresh('/agent', 'admin', 'agent');
  await done;
  expect(session.scope.principal.role).toBe('agent');
});

it('a former supervisor cannot renew a session among supervisors', async () => {
  const { session, done } = refresh('/supervisor', 'supervisor', 'agent');
  await expect(done).rejects.toMatchObject({ code: 'FORBIDDEN' });
  // As it was: the next look finds that it has ended.
  expect(session.verified.scope.principal.role).toBe('supervisor');
});
