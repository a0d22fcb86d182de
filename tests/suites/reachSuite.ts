import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePerson, readHeld } from '../../src/features/profiles/erasePerson.ts';
import {
  liftSuppression,
  type PersonParts,
  readProven,
  suppressPerson,
} from '../../src/features/profiles/keepRecords.ts';
import { mayReach } from '../../src/features/profiles/mayReach.ts';
import type { PersonRecord } from '../../src/features/profiles/model.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import { mostRecords } from '../../src/features/profiles/person.ts';
import { mostOfLead } from '../../src/features/profiles/ports.ts';
import { fewAtOnce } from '../../src/kernel/fewAtOnce.ts';
import { newId } from '../../src/kernel/ids.ts';
import { holdClock } from '../support/heldClock.ts';

/** Nothing that a stranger can pile up hides an opt-out, or outlives a deletion. `mostMembers`: records of the person who is deleted. */
export function reachSuite(
  name: string,
  open: () => Promise<{ parts: PersonParts; close(): Promise<void> }>,
  mostMembers: number,
): void {
  describe(`reaching a person, ${name}`, () => {
    let parts: PersonParts;
    let close: () => Promise<void>;
    beforeAll(async () => ({ parts, close } = await open()));
    afterAll(() => close?.());

    const stop = (tenantId: string, leadId: string, over: Partial<PersonRecord> = {}) =>
      ({
        ...{ id: newId(), tenantId, leadId, visitorId: 'v', conversationId: 'c', at: 5, said: 'STOP', closed: null },
        evidence: { log: 'public:c', seq: 1, start: 0, end: 4 },
        kind: 'suppression',
        channels: ['call', 'text', 'email'],
        reason: 'visitor opted out',
        ...over,
      }) as PersonRecord & { kind: 'suppression' };

    it('an opt-out in the last of seventy records with one number closes the way to all of them', async () => {
      const tenantId = newId();
      const ids = Array.from({ length: 70 }, () => newId()).sort();
      const [root = '', ...others] = ids;
      await parts.leads.openFor(newLead({ id: root, tenantId, visitorId: root, createdAt: 1 }));
      const link = { leadId: root, by: 'phone', at: 2 } as const;
      await fewAtOnce(others, (id) =>
        parts.leads.openFor({ ...newLead({ id, tenantId, visitorId: id, createdAt: 2 }), link }),
      );
      expect(await mayReach(parts, tenantId, root, 'email')).toBe('yes');
      await suppressPerson(parts, stop(tenantId, ids.at(-1) ?? ''));
      for (const id of [root, ids[5], ids.at(-1)])
        expect(await mayReach(parts, tenantId, id ?? '', 'email')).toBe('suppressed');
    });

    it('a lead with more records than are read is not reached, because the rest may hold an older opt-out', async () => {
      const tenantId = newId();
      const lead = await parts.leads.openFor(newLead({ id: newId(), tenantId, visitorId: newId(), createdAt: 1 }));
      const consent = { kind: 'consent', channels: ['call', 'text'], to: '1', shown: null, page: '' };
      await parts.records.add(stop(tenantId, lead.id, { channels: ['call'], at: 1 } as Partial<PersonRecord>));
      const agree = (at: number) =>
        parts.records.add(stop(tenantId, lead.id, { ...consent, at } as Partial<PersonRecord>));
      await fewAtOnce(
        Array.from({ length: mostOfLead - 2 }, (_, at) => at + 2),
        agree,
      );
      expect(await mayReach(parts, tenantId, lead.id, 'text')).toBe('yes');
      expect(await mayReach(parts, tenantId, lead.id, 'call')).toBe('suppressed');
      await agree(mostOfLead);
      await agree(mostOfLead + 1);
      expect(await mayReach(parts, tenantId, lead.id, 'call')).toBe('suppressed');
    });

    it('START lifts what was stopped in the last of seventy records of one sign-in, and behind two hundred others', async () => {
      const tenantId = newId();
      const ids = Array.from({ length: 70 }, () => newId()).sort();
      for (const id of ids) {
        await parts.leads.openFor({ ...newLead({ id, tenantId, visitorId: id, createdAt: 1 }), identity: 's:u1' });
        await parts.leads.addKey(tenantId, id, 'identity:s:u1');
      }
      const [own = '', last = ''] = [ids[0], ids.at(-1)];
      expect(await readProven(parts, { tenantId, id: own })).toMatchObject({ members: { length: 70 }, isWhole: true });
      await suppressPerson(parts, stop(tenantId, last, { at: 1 }));
      const agreed = {
        kind: 'consent',
        channels: ['call'],
        to: '1',
        shown: null,
        page: '',
        closed: { at: 2, by: 'x' },
      };
      const later = Array.from({ length: mostOfLead }, (_, at) =>
        stop(tenantId, last, { ...agreed, at: at + 9 } as object),
      );
      await fewAtOnce(later, (record) => parts.records.add(record));
      expect(await liftSuppression(parts, { tenantId, id: own }, { at: 500, by: 'START' })).toBe(true);
      expect(await parts.records.listOpen(tenantId, 'suppression')).toEqual([]);
      expect((await parts.leads.find(tenantId, last))?.suppressedAt).toBeNull();
    });

    it('a deletion takes all of a person, even records that are not shown, and an opt-out in the last record alone stays in force', async () => {
      const tenantId = newId();
      const ids = Array.from({ length: mostMembers }, () => newId()).sort();
      const [root = '', last = ''] = [ids[0], ids.at(-1)];
      const link = { leadId: root, by: 'phone', at: 2 } as const;
      await fewAtOnce(ids, (id) =>
        parts.leads.openFor({
          ...newLead({ id, tenantId, visitorId: id, createdAt: id === root ? 1 : 2 }),
          name: 'Ana',
          link: id === root ? null : link,
        }),
      );
      for (const id of [root, last]) await parts.leads.addKey(tenantId, id, 'phone:+15125550101');
      const asked = {
        kind: 'deletion-request',
        confirmBy: '2026-12-01',
        answerBy: '2027-01-05',
        said: 'Ana: forget me',
      };
      await parts.records.add(stop(tenantId, last, { ...asked, at: 1 } as object));
      await parts.records.add(stop(tenantId, last, { at: 2 }));
      const agreed = { kind: 'consent', channels: ['call'], to: '1', shown: null, page: '', said: 'Ana: yes' };
      const many = Array.from({ length: mostOfLead }, (_, at) =>
        stop(tenantId, last, { ...agreed, at: at + 9 } as object),
      );
      await fewAtOnce(many, (record) => parts.records.add(record));
      const talks = Object.fromEntries(
        ids.slice(-2).map((id) => [id, Array.from({ length: 450 }, () => newId()).sort()]),
      );
      const erased: string[] = [];
      const deps = {
        ...parts,
        clock: holdClock(9),
        conversations: {
          listOfLead: async () => [],
          pageOfLead: async (_: string, id: string, after = '') =>
            (talks[id] ?? [])
              .filter((one) => one > after)
              .slice(0, 200)
              .map((one) => ({ id: one })),
        },
        async eraseConversation(_: string, id: string) {
          return erased.push(id) > 0 ? 1 : 0;
        },
        async eraseWritings() {},
        viewedHomes: { async erase() {} },
      };
      expect(await readHeld(deps, tenantId, root)).toMatchObject({
        members: { length: Math.min(mostMembers, mostRecords) },
        isWhole: false,
      });
      const done = await erasePerson(deps, tenantId, root, { by: 'Ana Ruiz', keepProof: false });
      expect(done).toEqual({ lines: 900, closed: 1 });
      expect(erased.sort()).toEqual(Object.values(talks).flat().sort());
      const named: string[] = [];
      await fewAtOnce(ids, async (id) => {
        if ((await parts.leads.find(tenantId, id))?.name !== null) named.push(id);
      });
      expect(named).toEqual([]);
      expect(await parts.records.listOpen(tenantId, 'deletion-request')).toEqual([]);
      const pages = [await parts.records.pageOfLead(tenantId, last)];
      pages.push(await parts.records.pageOfLead(tenantId, last, pages[0]?.at(-1)?.id));
      expect(pages.flat()).toHaveLength(mostOfLead + 2);
      expect(pages.flat().filter(({ said }) => said.includes('Ana'))).toEqual([]);
      const known = await parts.leads.withKey(tenantId, 'phone:+15125550101');
      expect(known.map(({ id }) => id)).toEqual([root, last]);
      expect(await erasePerson(deps, tenantId, root, { by: 'Ana Ruiz', keepProof: false })).toMatchObject({
        closed: 0,
      });
    });
  });
}
