import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ConversationTag } from '../../../src/contract/rest/tags.ts';
import { callRest } from '../connection/callRest.ts';
import type { WaitLimits } from '../labels/times.ts';
import { useHubStatus } from './HubContext.tsx';
import { useSession } from './SessionContext.ts';

interface Brokerage {
  /** When the waiting clocks turn. */
  waiting: WaitLimits;
  /** Its own list, in its order. */
  tags: readonly ConversationTag[];
  /** Reads it again: it was changed here, or a row has a tag that the list of this page lacks. */
  reload(): void;
}

/** The values shown until the brokerage's own have come. */
export const firstBrokerage: Brokerage = {
  waiting: { amberMinutes: 2, redMinutes: 5 },
  tags: [],
  reload: () => undefined,
};
export const BrokerageContext = createContext(firstBrokerage);

/** Gives every page the brokerage's settings, read with every new connection. */
export function BrokerageProvider({ children }: { children: ReactNode }) {
  const { session } = useSession();
  const live = useHubStatus() === 'live';
  const [known, setKnown] = useState<Omit<Brokerage, 'reload'>>(firstBrokerage);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    if (!live) return;
    let current = true;
    callRest(session, 'GET /settings').then(
      ({ settings: { waiting, tags } }) => current && setKnown({ waiting, tags }),
      // The last known settings stay in use.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [session, live, asked]);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  const brokerage = useMemo(() => ({ ...known, reload }), [known, reload]);
  return <BrokerageContext value={brokerage}>{children}</BrokerageContext>;
}

export const useBrokerageContext = (): Brokerage => useContext(BrokerageContext);
export const useWaitLimits = (): WaitLimits => useBrokerageContext().waiting;

const noTags: readonly string[] = [];

/** The tags with these ids; one that was taken off the brokerage's list is left out. */
export function useTagsOf(ids: readonly string[] = noTags): ConversationTag[] {
  const { tags, reload } = useBrokerageContext();
  const lookedFor = useRef(new Set<string>());
  useEffect(() => {
    const unknown = ids.filter((id) => !lookedFor.current.has(id) && !tags.some((tag) => tag.id === id));
    if (unknown.length === 0) return;
    for (const id of unknown) lookedFor.current.add(id);
    reload();
  }, [ids, tags, reload]);
  return ids.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
}
