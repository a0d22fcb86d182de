import { useEffect, useState } from 'react';
import type { LeadAnswer } from '../../../../src/contract/rest/leads.ts';
import { callRest } from '../../connection/callRest.ts';
import { useSession } from '../SessionContext.ts';

/** The hub writes its records a moment after the line that announces them; several lines are one question. */
const quietMs = 700;

/** The profile behind a conversation, asked again whenever `version` changes; null until it is known and when there is none. */
export function useLead(leadId: string | undefined, version: number): LeadAnswer | null {
  const { session } = useSession();
  const [lead, setLead] = useState<{ of: string; answer: LeadAnswer } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `version` asks again
  useEffect(() => {
    if (leadId === undefined) return;
    let current = true;
    const ask = () =>
      callRest(session, 'GET /leads/:id', { params: { id: leadId } }).then(
        (answer) => current && setLead({ of: leadId, answer }),
        // Nothing is known of a visitor who said nothing yet; anything else shows with the next line.
        () => undefined,
      );
    const timer = setTimeout(() => void ask(), lead?.of === leadId ? quietMs : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [session, leadId, version]);
  return lead?.of === leadId ? (lead?.answer ?? null) : null;
}
