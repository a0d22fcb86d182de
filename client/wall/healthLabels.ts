import type { HubHealth } from '../../src/contract/socket/health.ts';

const count = (gone: number, known: number): string =>
  gone === 1 ? `One of ${known} nodes is gone` : `${gone} of ${known} nodes are gone`;

/** The faults, the worst first, in words for supervisors. Empty while all is well. */
export function healthTroubles({ model, database, redis, nodes }: HubHealth): string[] {
  const gone = nodes.known - nodes.here;
  return [
    database === 'away' && 'The database does not answer: nothing new is kept until it does',
    database === 'slow' && 'The database is slow: messages take longer to arrive',
    redis === 'away' && 'Redis is away: cards of other nodes may be old, nothing is lost',
    gone > 0 && `${count(gone, nodes.known)}: the others go on with its conversations`,
    model === 'out' && 'Claude does not answer: coaching comes from the playbook',
    model === 'slow' && 'Claude is slow: coaching comes late',
  ].filter((words) => words !== false);
}

export const healthSummary = (health: HubHealth | null): string =>
  health === null
    ? 'Connected. Every card is live.'
    : health.model === 'none'
      ? 'Everything works. The playbook coaches.'
      : 'Everything works.';
