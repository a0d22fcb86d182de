import { expect, it } from 'vitest';
import type { StaffScope, StaffUser } from '../../../src/features/identity/model.ts';
import { readInvite } from '../../../src/features/settings/invitePeople.ts';
import { listApiKeys } from '../../../src/features/settings/manageApiKeys.ts';
import { changePerson, listPeople } from '../../../src/features/settings/managePeople.ts';
import { listReplies } from '../../../src/features/settings/manageReplies.ts';
import { sha256 } from '../../../src/kernel/ids.ts';

const scope: StaffScope = { tenantId: 't', principal: { kind: 'staff', id: 'a', role: 'admin', name: 'Ann' } };
const clock = { now: () => 5, after: () => () => {} };
const ben: StaffUser = {
  ...{ id: 'b', tenantId: 't', email: 'ben@t.example', name: 'Ben', role: 'agent', passwordHash: '' },
  ...{ active: true, tokenVersion: 1, presence: { status: 'available', capacity: 3 }, createdAt: 0 },
};

/** Only the ports named here exist: the types refuse a use case that asks for more. */
it('a use case of the settings runs on the ports that it names, and on no others', async () => {
  const changes: string[] = [];
  const settings = { addChange: async ({ action }: { action: string }) => changes.push(action) > 0 };
  const photos = { remove: async () => {} };
  const identity = {
    findUser: async () => ben,
    listUsers: async () => [ben],
    listLockouts: async () => [],
    removeLockouts: async () => 0,
    revokeUserTokens: async () => {},
    changeUser: async () => {},
  };
  const left = await changePerson({ identity, settings, photos, clock, handOn: async () => 2 }, scope, 'b', {
    active: false,
  });
  expect(left).toMatchObject({ active: false, handedOn: 2 });
  expect(changes).toEqual(['deactivated']);
  expect(await listPeople({ identity, ownHours: { listOwnHours: async () => [] } }, scope)).toHaveLength(1);

  const replies = {
    list: async () => [],
    find: async () => null,
    add: async () => {},
    change: async () => {},
    remove: async () => {},
  };
  expect(await listReplies({ replies }, scope)).toEqual([]);
  expect(await listApiKeys({ identity: { listApiKeys: async () => [] } }, scope)).toEqual([]);

  const invite = { id: 'i', tenantId: 't', tokenHash: sha256('x'), email: 'c@t.example', name: null };
  const findInvite = async () => ({ ...invite, role: 'agent', createdAt: 0, expiresAt: 9 }) as const;
  const findTenant = async () => null;
  const seen = await readInvite({ settings: { findInvite }, identity: { findTenant }, clock }, 'x');
  expect(seen).toEqual({ email: 'c@t.example', role: 'agent', brokerage: '' });
});
