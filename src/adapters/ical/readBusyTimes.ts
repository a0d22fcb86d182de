import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { BusyFault, type ReadBusyTimes } from '../../features/appointments/busyCalendar.ts';
import type { BusyPeriod } from '../../features/appointments/model.ts';

const withinMs = 8_000;
const heapMb = 192;

/** Reads files apart from the rest of the node: one whose rules never end, or that needs too much room, is ended. `workerFile`: the built worker. */
export const createBusyTimesReader =
  (workerFile: string, { endAfterMs = withinMs }: { endAfterMs?: number } = {}): ReadBusyTimes =>
  async (text, window) => {
    const worker = new Worker(workerFile, {
      workerData: { text, window },
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    try {
      // Rejects with what the worker throws, too.
      const [busy] = await once(worker, 'message', { signal: AbortSignal.timeout(endAfterMs) });
      return busy as BusyPeriod[];
    } catch (cause) {
      throw new BusyFault('not-a-calendar', { cause });
    } finally {
      await worker.terminate();
    }
  };
