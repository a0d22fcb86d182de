import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Appointment } from '../../src/features/appointments/model.ts';
import type { AppointmentStore } from '../../src/features/appointments/ports.ts';
import { firstRow } from '../../src/features/conversations/board/rowAfter.ts';
import type { ConversationStores } from '../../src/features/conversations/ports.ts';
import type { ListingStore } from '../../src/features/listings/ports.ts';
import type { PersonRecord } from '../../src/features/profiles/model.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import type { LeadStore, RecordStore } from '../../src/features/profiles/ports.ts';
import { changesAsked, type ReadChanged, readChanges } from '../../src/kernel/changes.ts';
import { newId } from '../../src/kernel/ids.ts';
import { aConversation } from './conversationStoreSuite.ts';
import { aListing } from './listingStoreSuite.ts';

export interface ChangingStores {
  leads: LeadStore;
  records: RecordStore;
  listings: ListingStore;
  appointments: AppointmentStore;
  conversations: ConversationStores;
}

/** The promises that every store keeps about `changedAfter`. */
export function changesSuite(
  name: string,
  open: () => Promise<{ store: ChangingStores; close(): Promise<void> }>,
): void {
  describe(`changes, ${name}`, () => {
    let stores: ChangingStores;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store: stores, close } = await open()));
    afterAll(() => close?.());
    afterEach(() => void vi.useRealTimers());

    /** Reads on from its cursor: the new changes, newest last. */
    function follow<Row>(tenantId: string, ...read: ReadChanged<Row>[]) {
      let cursor: string | undefined;
      const seen: { id: string; at: number; row: Row }[] = [];
      return {
        seen,
        async readOn(limit: number): Promise<boolean> {
          const since = '2020-01-01T00:00:00.000Z';
          const asked = changesAsked({ since, limit, cursor });
          if (asked === null) throw new Error('no changes asked');
          const page = await readChanges(read, tenantId, asked);
          expect(page.changes.length).toBeLessThanOrEqual(limit);
          const times = page.changes.map(({ at }) => at);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          seen.push(...page.changes);
          ({ cursor } = page);
          return page.more;
        },
        async readAll(limit = 100): Promise<void> {
          while (await this.readOn(limit));
        },
      };
    }
    const aLead = (tenantId: string) => newLead({ id: newId(), tenantId, visitorId: newId(), createdAt: 1 });
    const aRecord = (tenantId: string, leadId: string): PersonRecord => ({
      ...{ id: newId(), tenantId, leadId, conversationId: 'c', at: 1, said: 'stop', closed: null },
      ...{ kind: 'suppression', channels: ['text'], reason: 'asked' },
      evidence: { log: 'public:c', seq: 1, start: 0, end: 4 },
    });

    it('a reader that keeps its cursor sees every change, however writers overlap and whatever their clocks say', async () => {
      const tenantId = newId();
      const ids = Array.from({ length: 7 }, () => newId());
      for (const id of ids) await stores.leads.openFor({ ...aLead(tenantId), id });
      const reader = follow(tenantId, stores.leads.changedAfter);
      let isWriting = true;
      const written = new Map<string, string>();
      // Each has its own leads, so that which of its changes is the last is known.
      const writers = ids.map(async (id, writer) => {
        for (let round = 0; round < 12; round++) {
          const clock = (writer * 7 + round * 5) % 3;
          vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-26T12:00:00Z') + (clock - 1) * 3_600_000 });
          const word = `${writer}.${round}`;
          await stores.leads.change(tenantId, id, { name: word });
          written.set(id, word);
        }
      });
      const reading = (async () => {
        for (let round = 0; isWriting; round++) await reader.readOn(1 + (round % 4));
      })();
      await Promise.all(writers);
      isWriting = false;
      await reading;
      vi.useRealTimers();
      await expect
        .poll(async () => {
          await reader.readAll(3);
          return new Map(reader.seen.map(({ id, row }) => [id, row.name]));
        })
        .toEqual(written);
    });

    it('changes in several stores come as one list', async () => {
      const tenantId = newId();
      const lead = await stores.leads.openFor(aLead(tenantId));
      await stores.records.add(aRecord(tenantId, lead.id));
      const read: ReadChanged<unknown>[] = [stores.leads.changedAfter, stores.records.changedAfter];
      const reader = follow(tenantId, ...read);
      const talked = stores.records.add(aRecord(tenantId, lead.id));
      await stores.leads.change(tenantId, lead.id, { tags: { add: ['Hot-Buyer'], remove: [] } });
      await talked;
      await expect
        .poll(async () => {
          await reader.readAll(1);
          return new Set(reader.seen.map(({ id }) => id)).size;
        })
        .toBe(3);
    });

    it('a reader whose place is something that was erased since reads on from there, and is told of it', async () => {
      const tenantId = newId();
      const { conversations } = stores;
      const ids: string[] = [];
      for (let made = 0; made < 3; made++) {
        const { conversation } = await conversations.openFor(aConversation({ tenantId }));
        ids.push(conversation.id);
        await conversations.changeLanguage(tenantId, conversation.id, 'es');
      }
      const reader = follow(tenantId, conversations.changedAfter);
      await expect
        .poll(async () => {
          await reader.readOn(1);
          return reader.seen.map(({ id }) => id);
        })
        .toEqual(ids.slice(0, 1));
      const [erased = ''] = ids;
      await conversations.changeSpeaker(tenantId, erased, { mode: 'closed', pausedUntil: null, unanswered: null }, {});
      await conversations.erasePage(tenantId, erased);
      await expect
        .poll(async () => {
          await reader.readAll(1);
          return reader.seen.map(({ id }) => id);
        })
        .toEqual([...ids, erased]);
    });

    it('every kind of write is a change, and nothing of another tenant is told', async () => {
      const tenantId = newId();
      const { leads, records, listings, appointments, conversations } = stores;
      await leads.openFor(aLead(newId()));
      const elder = await leads.openFor(aLead(tenantId));
      const photo = { id: 'p', width: 1, height: 1 };
      const speaker = { mode: 'human', pausedUntil: null } as const;
      const lead = (write: (id: string) => Promise<unknown>) => async () => {
        const { id } = await leads.openFor(aLead(tenantId));
        return { id, write: () => write(id) };
      };
      const parted = async () => {
        const [own, other] = [await leads.openFor(aLead(tenantId)), await leads.openFor(aLead(tenantId))];
        await leads.link(tenantId, own.id, { leadId: other.id, by: 'phone', at: 1 });
        // Both are other people than they were.
        return [own, other].map(({ id }) => ({ id, write: () => leads.unlink(tenantId, own.id) }));
      };
      const record = (write: (one: PersonRecord) => Promise<unknown>) => async () => {
        const one = aRecord(tenantId, elder.id);
        await records.add(one);
        return { id: one.id, write: () => write(one) };
      };
      const home = (write: (listingId: string) => Promise<unknown>) => async () => {
        const listingId = newId();
        await listings.put([aListing({ tenantId, listingId })]);
        return { id: listingId, write: () => write(listingId) };
      };
      const time = (write: (id: string) => Promise<unknown>) => async () => {
        const one = aTime(tenantId);
        await appointments.hold(one, 0);
        await appointments.book(tenantId, one.id, [5]);
        return { id: one.id, write: () => write(one.id) };
      };
      const talk = (write: (id: string) => Promise<unknown>) => async () => {
        const { conversation } = await conversations.openFor(aConversation({ tenantId }));
        return { id: conversation.id, write: () => write(conversation.id) };
      };
      const kinds = [
        lead((id) => leads.change(tenantId, id, { name: 'Ann' })),
        lead((id) => leads.link(tenantId, id, { leadId: elder.id, by: 'phone', at: 1 })),
        lead((id) => leads.identify(tenantId, id, 'ann')),
        lead((id) => leads.erase(tenantId, id, { keepKeys: false })),
        record((one) => records.close(tenantId, one.id, { at: 2, by: 'START' })),
        record((one) => records.rewrite({ ...one, said: '' })),
        home((listingId) => listings.write(aListing({ tenantId, listingId, beds: 4 }), 1)),
        home((listingId) => listings.put([aListing({ tenantId, listingId, beds: 5 })])),
        home((listingId) => listings.setPhotos(tenantId, listingId, [photo], 0)),
        time((id) => appointments.move(tenantId, id, aTimeOf('ben'), [], 0)),
        time((id) => appointments.note(tenantId, id, { note: 'Late' })),
        time((id) => appointments.release(tenantId, id, 'cancelled')),
        talk((id) => conversations.awaitAnswer(tenantId, id, { seq: 1, at: 1 })),
        talk((id) => conversations.settleAnswer(tenantId, id, 1)),
        talk((id) => conversations.writeRow(tenantId, id, { ...firstRow({ createdAt: 1 }), through: later })),
        talk((id) => conversations.markRow(tenantId, id, { read: 1 })),
        talk((id) => conversations.putAside(tenantId, id, 9)),
        talk((id) => conversations.changeLanguage(tenantId, id, 'es')),
        talk((id) => conversations.changeSpeaker(tenantId, id, speaker, {})),
        talk((id) => conversations.changeOwner(tenantId, id, { owner: { id: 'a', name: 'A' } }, {})),
        talk((id) => conversations.erasePage(tenantId, id)),
      ];
      const things: { id: string; write(): Promise<unknown> }[] = [];
      for (const kind of kinds) things.push(await kind());
      things.push(...(await parted()));
      const ids = things.map(({ id }) => id);
      const reads: ReadChanged<unknown>[] = [leads, records, listings, appointments, conversations].map(
        (store) =>
          (...asked) =>
            store.changedAfter(...asked),
      );
      const timesNow = async (): Promise<Map<string, number>> => {
        const reader = follow(tenantId, ...reads);
        await reader.readAll();
        return new Map(reader.seen.map(({ id, at }) => [id, at]));
      };
      let before = new Map<string, number>();
      await expect
        .poll(async () => {
          before = await timesNow();
          return [...before.keys()];
        })
        .toEqual(expect.arrayContaining(ids));
      expect(before.size).toBe(ids.length + 1);
      for (const { write } of things) await write();
      await expect
        .poll(async () => {
          const now = await timesNow();
          return ids.flatMap((id, at) =>
            (now.get(id) ?? 0) > (before.get(id) ?? 0) ? [] : [String(kinds[at] ?? parted)],
          );
        })
        .toEqual([]);
    });
  });
}

const later = { public: 5, internal: 5 };
const aTimeOf = (agentId: string) => ({
  ...{ agentId, agentName: agentId, startsAt: 9_000_000, endsAt: 9_900_000, busyUntil: 9_900_000 },
  setBy: { id: 'x', name: 'X' },
});
let agents = 0;
const aTime = (tenantId: string): Appointment => ({
  ...{
    id: newId(),
    tenantId,
    conversationId: newId(),
    kind: 'call' as const,
    agentId: `agent-${agents++}`,
    agentName: 'Ana',
  },
  ...{ startsAt: 3_600_000, endsAt: 7_200_000, busyUntil: 7_200_000, zone: 'America/Chicago', state: 'held' as const },
  ...{ heldUntil: 600_000, reminders: [], createdAt: 0 },
});
