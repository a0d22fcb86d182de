import { useState } from 'react';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import type { CommandName, Payload } from '../../src/contract/socket/commands.ts';
import { useHub } from '../shared/components/HubContext.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { useToast } from '../shared/components/Toast.tsx';
import { callRest } from '../shared/connection/callRest.ts';
import { newCommandId } from '../shared/connection/newCommandId.ts';
import { refusalIn } from '../shared/connection/refusal.ts';
import { whoIs } from '../shared/labels/names.ts';
import { untilTime } from '../shared/labels/times.ts';
import { actOnEach } from '../shared/state/selection.ts';
import { backNow } from './talk/snoozeTimes.ts';

type BulkCommand = Extract<
  CommandName,
  'conversation-assign' | 'conversation-tag' | 'conversation-snooze' | 'conversation-unread'
>;

/** A row of any list of conversations. */
export type BulkRow = Pick<BoardRow, 'conversationId' | 'owner'> & Parameters<typeof whoIs>[0];

export interface Bulk {
  busy: boolean;
  /** Of the last act: which conversations refused, and why. */
  refused: readonly { id: string; name: string; why: string }[];
  forget(): void;
  assign(rows: readonly BulkRow[], to: { id: string; name: string } | null): Promise<void>;
  tag(rows: readonly BoardRow[], tag: { id: string; name: string }, on: boolean): Promise<void>;
  snooze(rows: readonly BoardRow[], until: string): Promise<void>;
  markRead(rows: readonly BoardRow[]): Promise<void>;
}

const some = (count: number): string => (count === 1 ? '1 conversation' : `${count} conversations`);

/** Does one thing to several conversations: refusals are told by name, and the person can undo the rest for ten seconds. */
export function useBulk(): Bulk {
  const hub = useHub();
  const { session } = useSession();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Bulk['refused']>([]);

  const send = <C extends BulkCommand>(name: C, payload: Omit<Payload<C>, 'commandId'>) =>
    hub.send(name, { ...payload, commandId: newCommandId() } as Payload<C>);

  async function run<R extends BulkRow>(
    rows: readonly R[],
    told: (done: number) => string,
    act: (row: R) => Promise<unknown>,
    undo: (row: R) => Promise<unknown>,
  ): Promise<void> {
    const byId = new Map(rows.map((row) => [row.conversationId, row]));
    const on = (what: (row: R) => Promise<unknown>) => async (id: string) => {
      const row = byId.get(id);
      if (row) await what(row);
    };
    const each = async (ids: readonly string[], what: (row: R) => Promise<unknown>) => {
      setBusy(true);
      const outcome = await actOnEach(ids, on(what), (error) => refusalIn(error)?.message ?? null);
      setBusy(false);
      setRefused(
        [...outcome.refused].map(([id, why]) => {
          const row = byId.get(id);
          return { id, name: row ? whoIs(row) : '', why };
        }),
      );
      return outcome.done;
    };
    const done = await each([...byId.keys()], act);
    if (done.length > 0) toast(told(done.length), () => void each(done, undo));
  }

  return {
    busy,
    refused,
    forget: () => setRefused([]),
    assign: (rows, to) =>
      run(
        rows.filter(({ owner }) => owner?.id !== to?.id),
        (done) => (to === null ? `${some(done)} unassigned.` : `${some(done)} assigned to ${to.name}.`),
        ({ conversationId }) => send('conversation-assign', { conversationId, to: to?.id ?? null }),
        ({ conversationId, owner }) => send('conversation-assign', { conversationId, to: owner?.id ?? null }),
      ),
    tag(rows, { id, name }, on) {
      const set = (isOn: boolean) => (row: BoardRow) =>
        send('conversation-tag', {
          conversationId: row.conversationId,
          add: isOn ? [id] : [],
          remove: isOn ? [] : [id],
        });
      return run(
        rows.filter(({ tags = [] }) => tags.includes(id) !== on),
        (done) => (on ? `${some(done)} tagged ${name}.` : `Tag ${name} removed from ${some(done)}.`),
        set(on),
        set(!on),
      );
    },
    snooze: (rows, until) =>
      run(
        rows,
        (done) => `${some(done)} snoozed until ${untilTime(until)}.`,
        ({ conversationId }) => send('conversation-snooze', { conversationId, until }),
        ({ conversationId, snoozedUntil = backNow }) =>
          send('conversation-snooze', { conversationId, until: snoozedUntil }),
      ),
    markRead: (rows) =>
      run(
        rows.filter(({ unread }) => unread > 0),
        (done) => `${some(done)} marked as read.`,
        async ({ conversationId: id }) => {
          const { publicHead: seq } = await callRest(session, 'GET /conversations/:id', { params: { id } });
          await hub.send('read-mark', { conversationId: id, seq });
        },
        ({ conversationId }) => send('conversation-unread', { conversationId }),
      ),
  };
}
