import { useCallback, useEffect, useState } from 'react';
import { callRest } from '../../shared/connection/callRest.ts';
import { type Refusal, refusalIn } from '../../shared/connection/refusal.ts';
import { useSession } from '../../shared/ui/SessionContext.ts';

export interface Loaded<T> {
  data: T | null;
  refusal: Refusal | null;
  reload(): void;
  set(data: T): void;
}

/** What the hub answers to a GET, asked when the section opens and at each `reload`. */
export function useLoaded<T>(path: string): Loaded<T> {
  const { session } = useSession();
  const [data, setData] = useState<T | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    let current = true;
    callRest<T>(session, 'GET', path).then(
      (answer) => {
        if (!current) return;
        setData(answer);
        setRefusal(null);
      },
      (error: unknown) => current && setRefusal(refusalOr(error)),
    );
    return () => {
      current = false;
    };
  }, [session, path, asked]);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { data, refusal, reload, set: setData };
}

export interface Saving {
  state: 'idle' | 'saving' | 'saved' | 'failed';
  refusal: Refusal | null;
  /** Does it; null when the hub refused. */
  run<T>(method: string, path: string, body?: unknown): Promise<T | null>;
  /** What was said about the last one is no longer true. */
  clear(): void;
}

/** One thing at a time that the hub is asked to do, with how it went. */
export function useSaving(): Saving {
  const { session } = useSession();
  const [state, setState] = useState<Saving['state']>('idle');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return {
    state,
    refusal,
    async run<T>(method: string, path: string, body?: unknown) {
      setState('saving');
      try {
        const answer = await callRest<T>(session, method, path, body);
        setState('saved');
        setRefusal(null);
        // A 204 has nothing to say, and is a yes.
        return (answer ?? ({} as T)) as T;
      } catch (error) {
        setState('failed');
        setRefusal(refusalOr(error));
        return null;
      }
    },
    clear() {
      setState('idle');
      setRefusal(null);
    },
  };
}

function refusalOr(error: unknown): Refusal {
  const refusal = refusalIn(error);
  if (!refusal) throw error;
  return refusal;
}
