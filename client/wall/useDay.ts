import { useEffect, useState } from 'react';
import type { DayFigures } from '../../src/contract/rest/insight.ts';
import { useSession } from '../shared/components/SessionContext.ts';
import { callRest } from '../shared/connection/callRest.ts';
import { refusalIn } from '../shared/connection/refusal.ts';

const readEveryMs = 20_000;

export interface DayNow {
  figures: DayFigures | null;
  /** Why there are no figures, or why they are no longer new. */
  problem: string | null;
}
export type ReadDay = () => Promise<DayFigures>;

/** The day's figures, read again every 20 seconds while the page is in sight; the last ones stay if that fails. */
export function useDay(readDay?: ReadDay): DayNow {
  const { session } = useSession();
  const [day, setDay] = useState<DayNow>({ figures: null, problem: null });
  useEffect(() => {
    let over = false;
    const read = readDay ?? (() => callRest(session, 'GET /day'));
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      read().then(
        (figures) => over || setDay({ figures, problem: null }),
        (error: unknown) => {
          const problem = refusalIn(error)?.message ?? 'Couldn’t load the figures.';
          if (!over) setDay(({ figures }) => ({ figures, problem }));
        },
      );
    };
    look();
    const timer = setInterval(look, readEveryMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      over = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [session, readDay]);
  return day;
}
