import { useEffect, useState } from 'react';
import type { NarrativeBatchAnswer, NarrativeBatchRequest } from '../../../src/contract/rest/narratives.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';

const lookEveryMs = 1_500;

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
  // biome-ignore lint/correctness/useExhaustiveDependencies: what becomes of a refusal stays the same
  useEffect(() => {
    if (batchId === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const look = async (): Promise<void> => {
      const found = await orFault(callRest(session, 'GET /narratives/batch/:id', { params: { id: batchId } }));
      if (!current) return;
      if (found !== null) setBatch(found);
      if (found === null || !isOver(found)) timer = setTimeout(look, lookEveryMs);
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
