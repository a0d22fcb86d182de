import { useEffect, useState } from 'react';
import type { AppointmentRow } from '../../../src/contract/rest/appointments.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { type Refusal, refusalIn } from '../../shared/connection/refusal.ts';

export interface Shown {
  zone: string;
  items: AppointmentRow[];
  /** There are more than are shown. */
  cut: boolean;
}

const readAgainMs = 30_000;
/** As many of the hub's pages are shown, which is a thousand appointments. */
const pagesShown = 5;
const pageSize = 200;

/** The appointments that begin between two times (ISO 8601), of everybody or of one person; read again now and then, and when the page is looked at again. */
export function useAppointments(from: string, to: string, userId: string) {
  const { session } = useSession();
  const [shown, setShown] = useState<{ of: string; data: Shown } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [asked, setAsked] = useState(0);
  const of = `${from} ${to} ${userId}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    let current = true;
    async function read() {
      const data: Shown = { zone: '', items: [], cut: false };
      let cursor: string | undefined;
      for (let page = 0; page < pagesShown; page++) {
        const query = { from, to, limit: pageSize, ...(userId ? { userId } : {}), ...(cursor ? { cursor } : {}) };
        const { zone, items, nextCursor } = await callRest(session, 'GET /appointments', { query });
        data.zone = zone;
        data.items.push(...items);
        cursor = nextCursor;
        if (cursor === undefined) break;
      }
      return { ...data, cut: cursor !== undefined };
    }
    read().then(
      (data) => {
        if (!current) return;
        setShown({ of, data });
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
  }, [session, of, asked]);
  useEffect(() => {
    const again = () => setAsked((count) => count + 1);
    const timer = setInterval(again, readAgainMs);
    window.addEventListener('focus', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', again);
    };
  }, []);
  return {
    /** Null while they are on their way. */
    data: shown?.of === of ? shown.data : null,
    /** The brokerage's clock, once it is known. */
    zone: shown?.data.zone ?? null,
    refusal,
    reload: () => setAsked((count) => count + 1),
  };
}
