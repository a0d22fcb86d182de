import { useEffect, useState } from 'react';
import type { HubHealth } from '../../src/contract/socket/health.ts';
import { useHub } from '../shared/components/HubContext.tsx';

/** How the system is, as it was told last; null until then. `onMended`: Redis is back. */
export function useHealth(onMended: () => void): HubHealth | null {
  const hub = useHub();
  const [health, setHealth] = useState<HubHealth | null>(null);
  useEffect(() => {
    let redis: HubHealth['redis'] | null = null;
    return hub.on('health-changed', (next) => {
      // Changes from other nodes were lost in between: the whole board is read again.
      if (redis === 'away' && next.redis === 'well') onMended();
      redis = next.redis;
      setHealth(next);
    });
  }, [hub, onMended]);
  return health;
}
