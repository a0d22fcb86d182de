import { useEffect, useState } from 'react';
import { callRest } from '../../connection/callRest.ts';
import type { Colleague } from '../../state/mentions.ts';
import { useSession } from '../SessionContext.ts';

/** The people who may sign in, read when somebody asks for them; null until they are here. */
export function useTeam(asked: boolean): { people: readonly Colleague[] | null; failed: boolean } {
  const { session } = useSession();
  const [people, setPeople] = useState<readonly Colleague[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!asked) return;
    let current = true;
    setFailed(false);
    callRest(session, 'GET /people').then(
      ({ items }) => current && setPeople(items.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [session, asked]);
  return { people, failed };
}
