import { useCallback, useEffect, useState } from 'react';
import type { RouteAnswer, RouteName } from '../../../src/contract/rest/routes.ts';
import { callRest, type RestGiven } from '../connection/callRest.ts';
import { type Refusal, refusalIn } from '../connection/refusal.ts';
import { useSession } from './SessionContext.ts';

export interface Loaded<T> {
  data: T | null;
  refusal: Refusal | null;
  reload(): void;
  set(data: T): void;
}

/** The hub's answer to a GET, asked when the section opens and at each `reload`. */
export function useLoaded<N extends RouteName & `GET ${string}`>(
  name: N,
  ...given: RestGiven<N>
): Loaded<RouteAnswer<N>> {
  const { session } = useSession();
  const [data, setData] = useState<RouteAnswer<N> | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again, and `given` is another object each time
  useEffect(() => {
    let current = true;
    callRest(session, name, ...given).then(
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
  }, [session, name, JSON.stringify(given), asked]);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { data, refusal, reload, set: setData };
}

/** A call that the hub answers with nothing is done all the same. */
type Outcome<N extends RouteName> = RouteAnswer<N> extends undefined ? true : RouteAnswer<N>;

export interface Saving {
  state: 'idle' | 'saving' | 'saved' | 'failed';
  refusal: Refusal | null;
  /** Does it; null when the hub refused. */
  run<N extends RouteName>(name: N, ...given: RestGiven<N>): Promise<Outcome<N> | null>;
  /** Clears the outcome of the last call, which is no longer true. */
  clear(): void;
}

/** Runs one call to the hub at a time, and keeps how it went. */
export function useSaving(): Saving {
  const { session } = useSession();
  const [state, setState] = useState<Saving['state']>('idle');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return {
    state,
    refusal,
    async run<N extends RouteName>(name: N, ...given: RestGiven<N>) {
      setState('saving');
      try {
        const answer = await callRest(session, name, ...given);
        setState('saved');
        setRefusal(null);
        return (answer ?? true) as Outcome<N>;
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
