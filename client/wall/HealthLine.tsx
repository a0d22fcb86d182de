import { useEffect, useState } from 'react';
import type { HubHealth } from '../../src/contract/health.ts';
import { useHub, useHubStatus } from '../shared/ui/HubContext.tsx';
import { healthTroubles, wellWords } from './healthWords.ts';

/** The state of the system in one quiet line; it speaks up only when something is wrong. `onMended`: Redis is back. */
export function HealthLine({ asOf, onMended }: { asOf: number | null; onMended(): void }) {
  const hub = useHub();
  const status = useHubStatus();
  const [health, setHealth] = useState<HubHealth | null>(null);
  useEffect(() => {
    let redis: HubHealth['redis'] | null = null;
    return hub.on('health-changed', (next) => {
      // What other nodes told meanwhile did not come: the whole board is read again.
      if (redis === 'away' && next.redis === 'well') onMended();
      redis = next.redis;
      setHealth(next);
    });
  }, [hub, onMended]);
  const isLive = status === 'live' && asOf === null;
  const troubles = isLive && health ? healthTroubles(health) : [];
  const words = !isLive
    ? status === 'connecting'
      ? 'Connecting…'
      : 'No connection to the hub.'
    : troubles.length > 0
      ? `${troubles.join('. ')}.`
      : wellWords(health);
  return (
    <div className={`health${isLive && troubles.length === 0 ? '' : ' trouble'}`} role="status" title={words}>
      <i aria-hidden="true" />
      <span className="clip">{words}</span>
    </div>
  );
}
