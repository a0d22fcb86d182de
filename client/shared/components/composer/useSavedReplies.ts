import { useEffect, useState } from 'react';
import type { SavedReplyAnswer } from '../../../../src/contract/rest/savedReplies.ts';
import { callRest } from '../../connection/callRest.ts';
import { useSession } from '../SessionContext.ts';

export interface SavedReplies {
  replies: readonly SavedReplyAnswer[];
  brokerage: string;
}

/** The saved replies, read anew each time that somebody asks for them; null until they are here, `failed` when they do not come. */
export function useSavedReplies(asked: boolean): { saved: SavedReplies | null; failed: boolean } {
  const { session } = useSession();
  const [saved, setSaved] = useState<SavedReplies | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!asked) return;
    let current = true;
    setFailed(false);
    Promise.all([callRest(session, 'GET /saved-replies'), callRest(session, 'GET /settings')]).then(
      ([{ items }, { settings }]) => current && setSaved({ replies: items, brokerage: settings.brokerage }),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [session, asked]);
  return { saved, failed };
}
