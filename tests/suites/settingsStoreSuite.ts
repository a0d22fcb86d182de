import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownColours } from '../../src/contract/rest/contrast.ts';
import type { Change, Invite, SettingsState } from '../../src/features/settings/model.ts';
import type { SettingsStore } from '../../src/features/settings/ports.ts';
import { firstSettings } from '../../src/features/settings/rules.ts';
import { newId } from '../../src/kernel/ids.ts';

const tenant = { id: 't', name: 'Barton', timeZone: 'America/Chicago', demo: false, createdAt: 1 };
const aState = (version: number): SettingsState => ({ version, settings: firstSettings(tenant), logoId: null });
const aChange = (tenantId: string, over: Partial<Change> = {}): Change => ({
  id: newId(),
  tenantId,
  at: 1_000,
  by: { id: 'u', name: 'Ada' },
  kind: 'settings',
  action: 'changed',
  subject: 'Settings',
  before: { colours: ownColours },
  after: {},
  became: null,
  ...over,
});
const anInvite = (tenantId: string, over: Partial<Invite> = {}): Invite => ({
  id: newId(),
  tenantId,
  tokenHash: newId(),
  email: 'ann@homes.example',
  name: null,
  role: 'agent',
  createdAt: 1,
  expiresAt: 2,
  ...over,
});

/** The promises that every SettingsStore keeps. `open` gives an empty one. */
export function settingsStoreSuite(
  name: string,
  open: () => Promise<{ store: SettingsStore; close(): Promise<void> }>,
): void {
  describe(`settings, ${name}`, () => {
    let store: SettingsStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('of several writers of the same version of the settings, the first one’s version stands', async () => {
      const tenantId = newId();
      expect(await store.newest(tenantId)).toBeNull();
      expect(await store.addChange(aChange(tenantId, { became: aState(1) }))).toBe(true);
      const rivals = await Promise.all(
        [1, 2, 3].map((at) => store.addChange(aChange(tenantId, { at, became: { ...aState(2), logoId: `l${at}` } }))),
      );
      expect(rivals.filter(Boolean)).toHaveLength(1);
      const winner = rivals.indexOf(true) + 1;
      expect(await store.newest(tenantId)).toEqual({ ...aState(2), logoId: `l${winner}` });
      expect(await store.newest(newId())).toBeNull();
    });

    it('lists the changes of one tenant, newest first, with and without settings in them', async () => {
      const tenantId = newId();
      const [first, second, third] = [
        aChange(tenantId, { at: 1, kind: 'site', subject: 'Main' }),
        aChange(tenantId, { at: 2, became: aState(1) }),
        aChange(tenantId, { at: 3, before: null, after: { 'a.b': { $c: 1 } } }),
      ];
      for (const change of [first, second, third, aChange(newId())]) await store.addChange(change);
      expect(await store.listChanges(tenantId, 10)).toEqual([third, second, first]);
      expect(await store.listChanges(tenantId, 1)).toEqual([third]);
    });

    it('an invitation is taken once, by its own tenant', async () => {
      const tenantId = newId();
      const [early, late] = [anInvite(tenantId), anInvite(tenantId, { createdAt: 5, name: 'Ann' })];
      await store.addInvite(late);
      await store.addInvite(early);
      expect(await store.listInvites(tenantId)).toEqual([early, late]);
      expect(await store.findInvite(late.tokenHash)).toEqual(late);
      expect(await store.takeInvite(newId(), late.id)).toBeNull();
      const taken = await Promise.all([1, 2, 3].map(() => store.takeInvite(tenantId, late.id)));
      expect(taken.filter((one) => one !== null)).toEqual([late]);
      expect(await store.findInvite(late.tokenHash)).toBeNull();
    });

    it('keeps a logo under its id', async () => {
      const logo = { id: newId(), tenantId: newId(), type: 'image/png', base64: 'AAAA' } as const;
      await store.keepLogo(logo);
      await store.keepLogo(logo);
      expect(await store.findLogo(logo.id)).toEqual(logo);
      expect(await store.findLogo(newId())).toBeNull();
    });
  });
}
