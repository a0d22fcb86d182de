import { useState } from 'react';
import type { Entry } from '../../../../src/contract/log/entry.ts';
import { callRest } from '../../connection/callRest.ts';
import { refusalIn } from '../../connection/refusal.ts';
import { useSession } from '../SessionContext.ts';

/** A message whose numbers are masked, and the button that shows them here; the hub records who pressed it. */
export function ShowNumbers({ entry }: { entry: Entry<'message-created'> }) {
  const { session } = useSession();
  const [shown, setShown] = useState<{ text: string } | { problem: string } | null>(null);
  const [asking, setAsking] = useState(false);
  const conversationId = entry.log.slice(entry.log.indexOf(':') + 1);

  async function show(): Promise<void> {
    setAsking(true);
    try {
      setShown(
        await callRest(session, 'POST /conversations/:id/messages/:seq/reveal', {
          params: { id: conversationId, seq: entry.seq },
        }),
      );
    } catch (error) {
      setShown({ problem: refusalIn(error)?.message ?? 'Couldn’t show the number. Try again.' });
    }
    setAsking(false);
  }

  if (shown !== null && 'text' in shown) {
    return (
      <p className="under-message">
        Original: {shown.text}{' '}
        <button type="button" className="link" onClick={() => setShown(null)}>
          Hide
        </button>
      </p>
    );
  }
  return (
    <p className="under-message" role={shown === null ? undefined : 'alert'}>
      {shown === null ? 'A private number is hidden.' : shown.problem}{' '}
      <button type="button" className="link" disabled={asking} onClick={() => void show()}>
        Show
      </button>{' '}
      Each view is logged.
    </p>
  );
}
