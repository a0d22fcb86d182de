import type { HubHealth } from '../../src/contract/socket/health.ts';
import { useHubStatus } from '../shared/components/HubContext.tsx';
import { healthSummary, healthTroubles } from './healthLabels.ts';

/** The state of the system in one quiet line; it speaks up only when something is wrong. */
export function HealthLine({ health, asOf }: { health: HubHealth | null; asOf: number | null }) {
  const status = useHubStatus();
  const isLive = status === 'live' && asOf === null;
  const troubles = isLive && health ? healthTroubles(health) : [];
  const words = !isLive
    ? status === 'connecting'
      ? 'Connecting…'
      : 'No connection to the hub.'
    : troubles.length > 0
      ? `${troubles.join('. ')}.`
      : healthSummary(health);
  return (
    <div className={`health${isLive && troubles.length === 0 ? '' : ' trouble'}`} role="status" title={words}>
      <i aria-hidden="true" />
      <span className="clip">{words}</span>
    </div>
  );
}
