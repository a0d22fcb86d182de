import { pastKeptMs } from '../features/appointments/rules.ts';
import { raiseLongWaits } from '../features/conversations/raiseAlert.ts';
import type { StreamLog } from '../features/streams/ports.ts';
import { sweepOrphans } from '../features/streams/sweepOrphans.ts';
import { lookAtAppointment } from '../features/turns/lookAtAppointment.ts';
import { endPause } from '../features/turns/mendSpeaker.ts';
import { noteQuiet } from '../features/turns/noteQuiet.ts';
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

  let tidyAt = 0;
  async function look(): Promise<void> {
    const now = clock.now();
    for (const conversation of await conversations.listPausesEnded(now, conversationsPerLook)) {
      if (await endPause(parts, conversation)) take(conversation.tenantId, conversation.id);
    }
    for (const { tenantId, id } of await conversations.listDue(now, conversationsPerLook)) take(tenantId, id);
    for (const appointment of await parts.appointments.listDue(now, conversationsPerLook)) {
      const { tenantId, conversationId } = appointment;
      // One that fails is looked at again with the next look; it does not stand in the way of the others.
      await lookAtAppointment(parts, appointment).catch((err: unknown) =>
        log.warn('an appointment could not be looked at', { err, conversationId }),
      );
      take(tenantId, conversationId);
    }
    for (const conversation of await conversations.listQuiet(now, conversationsPerLook)) {
      await noteQuiet(parts, conversation);
      take(conversation.tenantId, conversation.id);
    }
    if (now >= tidyAt) {
      tidyAt = now + tidyEveryMs;
      await parts.appointments.removePast(now - pastKeptMs, pastPerLook);
    }
    await sweepOrphans({ log: parts.streamLog, wakeups: parts.wakeups });
    await raiseLongWaits(parts, parts.redMsOf);
  }

  function lookAgain(delayMs: number): void {
    cancelLook = clock.after(delayMs, () => {
      look()
        .catch((err: unknown) => log.warn('due marks could not be read', { err }))
        .finally(() => {
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
