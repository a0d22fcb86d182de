import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonParts, suppressPerson } from '../../src/features/profiles/keepRecords.ts';
import { mayReach } from '../../src/features/profiles/mayReach.ts';
import type { PersonRecord } from '../../src/features/profiles/model.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import { mostOfLead } from '../../src/features/profiles/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

/** Nothing that a stranger can pile up hides an opt-out. */
export function reachSuite(name: string, open: () => Promise<{ parts: PersonParts; close(): Promise<void> }>): void {
  describe(`who may be reached, ${name}`, () => {
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
      await Promise.all(
        others.map((id) => parts.leads.openFor({ ...newLead({ id, tenantId, visitorId: id, createdAt: 2 }), link })),
      );
      expect(await mayReach(parts, tenantId, root, 'email')).toBe('yes');
      await suppressPerson(parts, stop(tenantId, ids.at(-1) ?? ''));
      for (const id of [root, ids[5], ids.at(-1)])
        expect(await mayReach(parts, tenantId, id ?? '', 'email')).toBe('suppressed');
    });

    it('who has more records than are read is not reached: an older stop may stand in the rest', async () => {
      const tenantId = newId();
      const lead = await parts.leads.openFor(newLead({ id: newId(), tenantId, visitorId: newId(), createdAt: 1 }));
      const consent = { kind: 'consent', channels: ['call', 'text'], to: '1', shown: null, page: '' };
      await parts.records.add(stop(tenantId, lead.id, { channels: ['call'], at: 1 } as Partial<PersonRecord>));
      const agree = (at: number) =>
        parts.records.add(stop(tenantId, lead.id, { ...consent, at } as Partial<PersonRecord>));
      await Promise.all(Array.from({ length: mostOfLead - 2 }, (_, at) => agree(at + 2)));
      expect(await mayReach(parts, tenantId, lead.id, 'text')).toBe('yes');
      expect(await mayReach(parts, tenantId, lead.id, 'call')).toBe('suppressed');
      await agree(mostOfLead);
      await agree(mostOfLead + 1);
      expect(await mayReach(parts, tenantId, lead.id, 'call')).toBe('suppressed');
    });
  });
}
