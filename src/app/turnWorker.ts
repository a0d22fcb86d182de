import type { WrittenEntry } from '../features/conversations/log/writtenEntries.ts';
import type { EntryStore, OwedEntry } from '../features/conversations/ports.ts';
import type { StreamLog } from '../features/streams/ports.ts';
import { sweepOrphans } from '../features/streams/sweepOrphans.ts';
import type { TurnQueue } from '../features/turns/turnQueue.ts';
import type { Clock } from '../kernel/clock.ts';
import { fewAtOnce } from '../kernel/fewAtOnce.ts';
import type { Logger } from '../kernel/observe.ts';
import type { Wakeups } from '../kernel/wakeups.ts';

export interface TurnWorker {
  stop(): void;
}

/** How soon the stream of a dead writer ends is promised. */
const streamsEveryMs = 1000;
/** With the looks of the job runner and of the node's health one question in a second. */
const owedEveryMs = 2_000;
const owedPerLook = 200;
const longestAgainMs = 60_000;

interface WorkerDeps {
  entries: Pick<EntryStore, 'listOwed' | 'setOwed'>;
  wakeups: Wakeups;
  clock: Clock;
  log: Logger;
  streamLog: StreamLog;
  turnQueue: Pick<TurnQueue, 'knows' | 'request'>;
  /** Runs what follows from an entry, and settles what is owed to it, but for its turn. */
  react(written: WrittenEntry): Promise<void>;
}

/** Looks every second or two, at the start too, for what a dead node left over: streams without a writer, entries to which something is owed. */
export function startTurnWorker(deps: WorkerDeps): TurnWorker {
  const { clock, log, entries, turnQueue } = deps;
  let stopped = false;

  /** A failure is logged, and tried again with the next look. */
  function every(everyMs: number, look: () => Promise<void>): () => void {
    let cancel = (): void => {};
    const again = (delayMs: number): void => {
      cancel = clock.after(delayMs, () => {
        void look()
          .catch((err: unknown) => log.warn('checking for due turns failed', { err }))
          .then(() => {
            if (!stopped) again(everyMs);
          });
      });
    };
    again(0);
    return () => cancel();
  }
  const stopStreams = every(streamsEveryMs, async () => {
    await sweepOrphans({ log: deps.streamLog, wakeups: deps.wakeups });
  });
  const stopOwed = every(owedEveryMs, async () => {
    await fewAtOnce(await entries.listOwed(clock.now(), owedPerLook), doOwed);
  });

  async function doOwed({ tenantId, entry, settledBy }: OwedEntry): Promise<void> {
    const now = clock.now();
    // This node takes a turn of it anyhow, or waits for its time.
    if (settledBy === 'turn' && turnQueue.knows(entry.conversationId)) return;
    try {
      await deps.react({ tenantId, entry });
    } catch (err) {
      log.warn('the reactions to an entry were not run', { err, conversationId: entry.conversationId });
      // From now on no turn settles it. It is tried ever less often, without a count: after as long again as it has failed by now.
      const waitMs = Math.min(longestAgainMs, Math.max(owedEveryMs, now - Date.parse(entry.at)));
      await entries.setOwed(entry, { at: now + waitMs, settledBy: 'reactions' });
      return;
    }
    // A turn settles its marks, also where the entry calls for none.
    if (settledBy === 'turn') turnQueue.request(tenantId, entry.conversationId, clock.now());
  }

  return {
    stop() {
      stopped = true;
      stopStreams();
      stopOwed();
    },
  };
}
