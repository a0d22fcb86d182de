import { useEffect, useState } from 'react';
import { clockTime } from '../labels/times.ts';
import { useHub, useHubStatus } from './HubContext.tsx';
import { useSession } from './SessionContext.ts';

/** Says that what is shown may be old, and since when. Nothing while the connection is live. */
export function StaleLine() {
  const status = useHubStatus();
  const hub = useHub();
  const { session } = useSession();
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    if (status === 'live') setSince(null);
    else if (status === 'offline') setSince((known) => known ?? Date.now());
  }, [status]);
  if (status === 'ended' && hub.endedBy) {
    return (
      <div className="stale-line ended" role="alert">
        {hub.endedBy.message}{' '}
        <button type="button" className="link" onClick={session.useAnother}>
          Sign in again
        </button>
      </div>
    );
  }
  if (status !== 'offline' || since === null) return null;
  return (
    <div className="stale-line" role="status">
      {hub.session === null
        ? 'Can’t reach the hub. Trying again…'
        : `Reconnecting… Showing data from ${clockTime(since)}`}
    </div>
  );
}
