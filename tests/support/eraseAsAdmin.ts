import { composeLog } from '../../src/app/compose/log.ts';
import { openMemorySignals } from '../../src/app/signals.ts';
import type { Stores } from '../../src/app/stores.ts';
import { nothingFollows } from '../../src/features/conversations/log/writtenEntries.ts';
import { erasePerson } from '../../src/features/profiles/erasePerson.ts';
import { eraseConversation } from '../../src/features/turns/eraseConversation.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../src/kernel/observe.ts';

/** Deletes a person's data as the command of an admin does, which runs beside the hub. */
export async function eraseAsAdmin(stores: Stores, tenantId: string, leadId: string): Promise<void> {
  const [clock, log] = [systemClock, silentLogger];
  const { wakeups, streamLog } = openMemorySignals(log, clock);
  const erasing = {
    ...stores,
    ...composeLog(stores, { wakeups, clock, log, meter: silentMeter }, nothingFollows),
    streamLog,
  };
  const how = {
    eraseConversation: (tenant: string, talk: string) => eraseConversation(erasing, tenant, talk),
    eraseWritings: stores.narratives.eraseOfLead,
  };
  await erasePerson({ ...stores, ...how, clock }, tenantId, leadId, { by: 'Ana', keepProof: false });
}
