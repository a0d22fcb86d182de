import type { HubHealth } from '../../src/contract/socket/health.ts';

const count = (gone: number, known: number): string =>
  gone === 1 ? `One of ${known} nodes is down` : `${gone} of ${known} nodes are down`;

/** The faults, the worst first, in words for supervisors. Empty while all is well. */
export function healthTroubles({ model, database, redis, nodes }: HubHealth): string[] {
  const gone = nodes.known - nodes.here;
  return [
    database === 'away' && 'The database isn’t responding: nothing new is saved until it does',
    database === 'slow' && 'The database is slow: messages take longer to arrive',
    redis === 'away' && 'Redis is down: cards from other nodes may be out of date, but nothing is lost',
    gone > 0 && `${count(gone, nodes.known)}: the rest of the hub has taken over`,
    model === 'out' && 'Claude isn’t responding: coaching comes from the playbook',
    model === 'slow' && 'Claude is slow: coaching is delayed',
  ].filter((words) => words !== false);
}

export const healthSummary = (health: HubHealth | null): string =>
  health === null
    ? 'Connected. Every card is live.'
    : health.model === 'none'
      ? 'Everything is working. The playbook does the coaching.'
      : 'Everything is working.';
