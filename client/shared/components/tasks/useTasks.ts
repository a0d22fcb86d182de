import { useCallback, useEffect, useState } from 'react';
import type { TaskRow } from '../../../../src/contract/rest/tasks.ts';
import { callRest } from '../../connection/callRest.ts';
import { type Refusal, refusalIn } from '../../connection/refusal.ts';
import { useSession } from '../SessionContext.ts';
import { useCommand, useToast } from '../Toast.tsx';

const readAgainMs = 60_000;
const mostShown = 200;

/** Every list on the page reads again when one of them changed something. */
const readers = new Set<() => void>();
export const readTasksAgain = (): void => {
  for (const read of [...readers]) read();
};

interface Asked {
  userId?: string;
  leadId?: string;
  from?: string;
  to?: string;
  state?: 'open' | 'done';
}

/** Tasks by when they are due, at most 200; read again now and then, and when `version` is another. Null `asked`: none. */
export function useTasks(asked: Asked | null, version = 0) {
  const { session } = useSession();
  const [found, setFound] = useState<{ of: string; items: TaskRow[]; zone: string } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [count, setCount] = useState(0);
  const of = asked === null ? '' : JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` and `version` ask again
  useEffect(() => {
    if (of === '') return;
    let current = true;
    const query = { ...(JSON.parse(of) as Asked), limit: mostShown };
    callRest(session, 'GET /tasks', { query }).then(
      ({ items, zone }) => {
        if (!current) return;
        setFound({ of, items, zone });
        setRefusal(null);
      },
      (error: unknown) => {
        const refused = refusalIn(error);
        if (!refused) throw error;
        if (current) setRefusal(refused);
      },
    );
    return () => {
      current = false;
    };
  }, [session, of, version, count]);
  useEffect(() => {
    const again = () => setCount((before) => before + 1);
    const timer = setInterval(again, readAgainMs);
    readers.add(again);
    window.addEventListener('focus', again);
    return () => {
      clearInterval(timer);
      readers.delete(again);
      window.removeEventListener('focus', again);
    };
  }, []);
  return {
    /** Null while they are on their way. */
    items: found?.of === of ? found.items : null,
    /** The brokerage's clock. */
    zone: found?.zone,
    refusal,
  };
}

type Change = { done: boolean } | { dueAt: string };

/** Changes a task; the person can undo it for ten seconds. True once the hub did it. */
export function useChangeTask(): (task: TaskRow, change: Change) => Promise<boolean> {
  const run = useCommand();
  const toast = useToast();
  return useCallback(
    async ({ conversationId, taskId }, change) => {
      const send = async (what: Change) => {
        const answer = await run('task-change', { conversationId, taskId, ...what });
        readTasksAgain();
        return answer !== null;
      };
      const isChanged = await send(change);
      if (isChanged && 'done' in change)
        toast(change.done ? 'Task done.' : 'Task reopened.', () => void send({ done: !change.done }));
      return isChanged;
    },
    [run, toast],
  );
}
