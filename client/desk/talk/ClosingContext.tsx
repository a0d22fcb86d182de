import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Disposition } from '../../../src/contract/dispositions.ts';
import { useBoard } from '../../shared/components/BoardContext.tsx';
import { useHub } from '../../shared/components/HubContext.tsx';
import { undoneMs, useToast } from '../../shared/components/Toast.tsx';
import { newCommandId } from '../../shared/connection/newCommandId.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { whoIs } from '../../shared/labels/names.ts';
import { hasWrittenSince } from '../../shared/state/boardView.ts';
import { actOnEach } from '../../shared/state/selection.ts';
import { goTo } from '../route.ts';

interface Closing {
  /** The conversations that are about to be closed: on the list no more. */
  ids: ReadonlySet<string>;
  close(conversationIds: readonly string[], disposition: Disposition): void;
}
const ClosingContext = createContext<Closing>({ ids: new Set(), close: () => undefined });
export const useClosing = (): Closing => useContext(ClosingContext);

/** Closes conversations ten seconds after they were closed here, so that it can be taken back and the visitor never reads of it. */
export function ClosingProvider({ children }: { children: ReactNode }) {
  const board = useBoard();
  const hub = useHub();
  const toast = useToast();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const pending = useRef(new Map<string, () => Promise<void>>());

  const close = useCallback(
    (conversationIds: readonly string[], disposition: Disposition) => {
      const before = new Map(conversationIds.map((id) => [id, board.get().rows.get(id)]));
      const key = newCommandId();
      const without = () => setIds((now) => new Set([...now].filter((id) => !before.has(id))));
      const finish = async () => {
        clearTimeout(timer);
        pending.current.delete(key);
        const { rows } = board.get();
        const left: string[] = [];
        const { refused } = await actOnEach(
          conversationIds,
          async (id) => {
            const [was, row] = [before.get(id), rows.get(id)];
            if (was && row && hasWrittenSince(row, was))
              left.push(`${whoIs(row)} just wrote, so the conversation stays open.`);
            else await hub.send('conversation-close', { conversationId: id, disposition, commandId: newCommandId() });
          },
          (error) => refusalIn(error)?.message ?? null,
        );
        for (const [id, why] of refused) {
          const row = rows.get(id);
          left.push(conversationIds.length === 1 || !row ? why : `${whoIs(row)}: ${why}`);
        }
        if (left.length > 0) toast(left.join(' '));
        without();
      };
      const timer = setTimeout(() => void finish(), undoneMs);
      pending.current.set(key, finish);
      setIds((now) => new Set([...now, ...conversationIds]));
      const [only] = conversationIds;
      toast(
        conversationIds.length === 1
          ? `Closed as ${disposition}.`
          : `${conversationIds.length} closed as ${disposition}.`,
        () => {
          if (!pending.current.delete(key)) return;
          clearTimeout(timer);
          without();
          if (conversationIds.length === 1 && only) goTo(only);
        },
      );
    },
    [board, hub, toast],
  );

  useEffect(() => {
    const finishAll = () => {
      for (const finish of [...pending.current.values()]) void finish();
    };
    window.addEventListener('pagehide', finishAll);
    return () => {
      window.removeEventListener('pagehide', finishAll);
      finishAll();
    };
  }, []);

  const closing = useMemo(() => ({ ids, close }), [ids, close]);
  return <ClosingContext value={closing}>{children}</ClosingContext>;
}
