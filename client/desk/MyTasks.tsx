import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { TaskRow } from '../../src/contract/rest/tasks.ts';
import { useSession } from '../shared/components/SessionContext.ts';
import { useToast } from '../shared/components/Toast.tsx';
import { useTasks } from '../shared/components/tasks/useTasks.ts';
import { softSound } from './softSound.ts';
import { usePersistedState } from './usePersistedState.ts';

interface MyTasks {
  items: readonly TaskRow[];
  /** The brokerage's clock, once it is known. */
  zone: string | undefined;
}
const MyTasksContext = createContext<MyTasks>({ items: [], zone: undefined });
const longestTimerMs = 2_000_000_000;

/** Keeps the open tasks of the signed-in person, and tells each when its time has come. */
export function MyTasksProvider({ children }: { children: ReactNode }) {
  const { user } = useSession();
  const { items, zone } = useTasks({ userId: user.id });
  const toast = useToast();
  const [quiet] = usePersistedState(`jorge-hub.quiet.${user.id}`, false);
  const told = useRef(new Set<string>());
  useEffect(() => {
    const next = items?.find(({ dueAt }) => Date.parse(dueAt) > Date.now());
    if (!next) return;
    const key = `${next.taskId} ${next.dueAt}`;
    const timer = setTimeout(
      () => {
        if (told.current.has(key)) return;
        told.current.add(key);
        toast(`Due now: ${next.text}`);
        if (!quiet) softSound();
      },
      Math.min(Date.parse(next.dueAt) - Date.now(), longestTimerMs),
    );
    return () => clearTimeout(timer);
  }, [items, toast, quiet]);
  return <MyTasksContext value={{ items: items ?? [], zone }}>{children}</MyTasksContext>;
}

export const useMyTasks = (): MyTasks => useContext(MyTasksContext);
