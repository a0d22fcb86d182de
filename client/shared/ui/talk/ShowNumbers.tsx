import { useState } from 'react';
import type { Entry } from '../../../../src/contract/entries.ts';
import { callRest } from '../../connection/callRest.ts';
import { refusalIn } from '../../connection/refusal.ts';
import { useSession } from '../SessionContext.ts';

/** Words whose numbers stand as dots, and the button that shows them here; the hub notes who pressed it. */
export function ShowNumbers({ entry }: { entry: Entry<'message-created'> }) {
  const { session } = useSession();
  const [shown, setShown] = useState<{ text: string } | { problem: string } | null>(null);
  const [asking, setAsking] = useState(false);
  const conversationId = entry.log.slice(entry.log.indexOf(':') + 1);

  async function show(): Promise<void> {
    setAsking(true);
    try {
      setShown(await callRest(session, 'POST', `/conversations/${conversationId}/messages/${entry.seq}/reveal`));
    } catch (error) {
      setShown({ problem: refusalIn(error)?.message ?? 'The number could not be shown. Try again.' });
    }
    setAsking(false);
  }

  if (shown !== null && 'text' in shown) {
    return (
      <p className="under-message">
        As written: {shown.text}{' '}
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
      It is noted who looked.
    </p>
  );
}
