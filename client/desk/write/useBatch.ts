import { useEffect, useState } from 'react';
import type { NarrativeBatchAnswer, NarrativeBatchRequest } from '../../../src/contract/rest/narratives.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';

const lookEveryMs = 1_500;
/** After a cancel, while the stories that were begun are written to their end. */
const looksAfterCancel = 20;

export const isOver = ({ done, failed, total, canceled }: NarrativeBatchAnswer): boolean =>
  canceled || done + failed === total;

/** The progress of many stories at once, looked at until all are written; `batchId` null: none was ordered. */
export function useBatch(batchId: string | null) {
  const { session } = useSession();
  const [batch, setBatch] = useState<NarrativeBatchAnswer | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const orFault = async <T>(act: Promise<T>): Promise<T | null> => {
    try {
      const answer = await act;
      setFault(null);
      return answer;
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      setFault(refusal.message);
      return null;
    }
  };
  useEffect(() => {
    if (batchId === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    let left = looksAfterCancel;
    const isWorthMore = ({ done, failed, total, canceled }: NarrativeBatchAnswer): boolean => {
      if (canceled) left -= 1;
      return done + failed < total && left > 0;
    };
    const look = async (): Promise<void> => {
      let goesOn = false;
      try {
        const found = await callRest(session, 'GET /narratives/batch/:id', { params: { id: batchId } });
        if (!current) return;
        setBatch(found);
        setFault(null);
        goesOn = isWorthMore(found);
      } catch (error) {
        const refusal = refusalIn(error);
        if (!refusal) throw error;
        if (!current) return;
        setFault(refusal.message);
        goesOn = refusal.retryable;
      }
      if (goesOn) timer = setTimeout(look, lookEveryMs);
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [session, batchId]);
  return {
    batch: batch?.batchId === batchId ? batch : null,
    fault,
    /** Its id; null where it was refused. */
    async order(request: NarrativeBatchRequest): Promise<string | null> {
      return (await orFault(callRest(session, 'POST /narratives/batch', { body: request })))?.batchId ?? null;
    },
    async cancel(): Promise<void> {
      if (batchId === null) return;
      const canceled = await orFault(callRest(session, 'DELETE /narratives/batch/:id', { params: { id: batchId } }));
      if (canceled !== null) setBatch(canceled);
    },
  };
}
