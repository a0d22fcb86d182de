import { pastKeptMs } from '../features/appointments/rules.ts';
import { raiseLongWaits } from '../features/conversations/raiseAlert.ts';
import type { StreamLog } from '../features/streams/ports.ts';
import { sweepOrphans } from '../features/streams/sweepOrphans.ts';
import { lookAtAppointment } from '../features/turns/lookAtAppointment.ts';
import { endPause } from '../features/turns/mendSpeaker.ts';
import { noteQuiet } from '../features/turns/noteQuiet.ts';
import { noteReviewLate } from '../features/turns/noteReviewLate.ts';
import { runTurn, type TurnParts } from '../features/turns/runTurn.ts';

export interface TurnWorker {
  /** Something will be due then: look at it on time, instead of with the next look at everything. */
  isDue(tenantId: string, conversationId: string, dueAt: number): void;
  /** Takes no more turns, and waits for those that run. */
  stop(withinMs: number): Promise<void>;
}

const lookEveryMs = 1000;
const conversationsPerLook = 200;
/** What is past is forgotten now and then, so much at a time. */
const tidyEveryMs = 60_000;
const pastPerLook = 200;
/** Turns at once: enough to keep the database busy, few enough to keep memory small. */
const turnsAtOnce = 32;

/**
 * Takes turns when they are due. The timers are only for speed: every second the due marks of all conversations are looked
 * at, at the start too, so that nothing that a dead node left is forgotten.
 */
export function startTurnWorker(
  parts: TurnParts & { streamLog: StreamLog; redMsOf(tenantId: string): Promise<number> },
): TurnWorker {
  const { clock, log, conversations } = parts;
  const timers = new Map<string, { at: number; cancel(): void }>();
  const running = new Map<string, Promise<void>>();
  /** Conversations whose turn waits for a place, with their tenant. */
  const waiting = new Map<string, string>();
  let stopped = false;
  let cancelLook = (): void => {};

  function isDue(tenantId: string, conversationId: string, dueAt: number): void {
    if (stopped) return;
    const known = timers.get(conversationId);
    if (known !== undefined && known.at <= dueAt) return;
    known?.cancel();
    const cancel = clock.after(Math.max(0, dueAt - clock.now()), () => {
      timers.delete(conversationId);
      take(tenantId, conversationId);
    });
    timers.set(conversationId, { at: dueAt, cancel });
  }

  function take(tenantId: string, conversationId: string): void {
    if (stopped || running.has(conversationId)) return;
    if (running.size >= turnsAtOnce) {
      waiting.set(conversationId, tenantId);
      return;
    }
    waiting.delete(conversationId);
    const turn = runTurn(parts, tenantId, conversationId)
      .then((nextAt) => {
        if (nextAt !== null) isDue(tenantId, conversationId, nextAt);
      })
      .catch((err: unknown) => log.error('a turn failed', { err, conversationId }))
      .finally(() => {
        running.delete(conversationId);
        const [next] = waiting;
        if (next !== undefined) take(next[1], next[0]);
      });
    running.set(conversationId, turn);
  }

  /** What failed in this look, the first of each kind: without a database that is all of it, every second. */
  const failed = new Map<string, { err: unknown; conversationId: string | undefined }>();
  /** What fails is told after the look and tried again with the next; it does not stand in the way of the others. */
  async function tried(what: string, act: () => Promise<unknown>, conversationId?: string): Promise<void> {
    await act().catch((err: unknown) => failed.has(what) || failed.set(what, { err, conversationId }));
  }
  function tellFailed(): void {
    const [first] = failed.values();
    if (first === undefined) return;
    log.warn('a look at what is due failed', { ...first, what: [...failed.keys()].join(', ') });
    failed.clear();
  }

  let tidyAt = 0;
  async function look(): Promise<void> {
    const now = clock.now();
    const most = conversationsPerLook;
    // First: how soon the stream of a dead writer ends is promised.
    await tried('lost streams', () => sweepOrphans({ log: parts.streamLog, wakeups: parts.wakeups }));
    await tried('pauses', async () => {
      for (const one of await conversations.listPausesEnded(now, most))
        await tried('a pause', async () => (await endPause(parts, one)) && take(one.tenantId, one.id), one.id);
    });
    await tried('turns', async () => {
      for (const { tenantId, id } of await conversations.listDue(now, most)) take(tenantId, id);
    });
    await tried('appointments', async () => {
      for (const one of await parts.appointments.listDue(now, most)) {
        await tried('an appointment', () => lookAtAppointment(parts, one), one.conversationId);
        take(one.tenantId, one.conversationId);
      }
    });
    await tried('quiet talks', async () => {
      for (const one of await conversations.listQuiet(now, most)) {
        await tried('a quiet talk', () => noteQuiet(parts, one), one.id);
        take(one.tenantId, one.id);
      }
    });
    await tried('long waits', () =>
      raiseLongWaits(parts, parts.redMsOf, (one, since) => noteReviewLate(parts, one, since)),
    );
    if (now < tidyAt) return;
    tidyAt = now + tidyEveryMs;
    await tried('what is past', () => parts.appointments.removePast(now - pastKeptMs, pastPerLook));
  }

  function lookAgain(delayMs: number): void {
    cancelLook = clock.after(delayMs, () => {
      void look().then(() => {
        tellFailed();
        if (!stopped) lookAgain(lookEveryMs);
      });
    });
  }
  lookAgain(0);

  return {
    isDue,
    async stop(withinMs) {
      stopped = true;
      cancelLook();
      for (const timer of timers.values()) timer.cancel();
      waiting.clear();
      const late = new Promise<void>((done) => clock.after(withinMs, done));
      await Promise.race([Promise.allSettled(running.values()), late]);
    },
  };
}
