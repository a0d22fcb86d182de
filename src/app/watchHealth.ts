import type { HubHealth } from '../contract/socket/health.ts';
import type { ModelState } from '../features/llm/watchModel.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Wakeups } from '../kernel/wakeups.ts';

export interface Health {
  now(): HubHealth;
  /** Calls `listener` at every change, until the returned function is called. */
  onChange(listener: (health: HubHealth) => void): () => void;
  /** Says goodbye to the other nodes: this one is not missed. */
  stop(): void;
}

type Check = () => Promise<void>;

const lookEveryMs = 2_000;
/** A database that was well is not asked again for this long. */
const wellForMs = 4_000;
const slowMs = 1_000;
const awayMs = 2_000;
/** A node that was silent for this long is gone; and for how long that is told, if none takes its place. */
const goneMs = 8_000;
const missedForMs = 600_000;
const nodesTopic = 'nodes';

/**
 * How this hub fares: its stores are asked every two seconds, a database that is well every four, the model is watched at work, and nodes tell each other that
 * they are there. A node that said goodbye is not missed; a new node takes the place of one that is gone.
 */
export function watchHealth(parts: {
  node: string;
  clock: Clock;
  wakeups: Wakeups;
  checks: { database: Check; redis: Check | null };
  modelState(): ModelState;
}): Health {
  const { clock, wakeups, checks, node } = parts;
  const heard = new Map<string, number>();
  const listeners = new Set<(health: HubHealth) => void>();
  let database: HubHealth['database'] = 'well';
  let databaseAskedAt = Number.NEGATIVE_INFINITY;
  let redis: HubHealth['redis'] = checks.redis === null ? 'none' : 'well';
  let told = '';
  let stopped = false;
  let cancel = (): void => {};

  const isGone = (at: number): boolean => clock.now() - at >= goneMs;
  const now = (): HubHealth => {
    const others = [...heard.values()];
    const here = others.filter((at) => !isGone(at)).length;
    return { model: parts.modelState(), database, redis, nodes: { here: here + 1, known: others.length + 1 } };
  };

  const unsubscribe = wakeups.subscribe(nodesTopic, (hint) => {
    const other = String(hint.node);
    if (other === node) return;
    if (hint.kind === 'node-left') heard.delete(other);
    else {
      if (!heard.has(other)) {
        const gone = [...heard].find(([, at]) => isGone(at));
        if (gone) heard.delete(gone[0]);
      }
      heard.set(other, clock.now());
    }
    tell();
  });

  function tell(): void {
    const health = now();
    const words = JSON.stringify(health);
    if (words === told) return;
    told = words;
    for (const listener of [...listeners]) listener(health);
  }

  /** Within `awayMs`, how long it took; null when it failed or took longer. */
  function timed(check: Check): Promise<number | null> {
    const since = clock.now();
    return new Promise((resolve) => {
      const late = clock.after(awayMs, () => resolve(null));
      check()
        .then(
          () => resolve(clock.now() - since),
          () => resolve(null),
        )
        .finally(late);
    });
  }

  async function look(): Promise<void> {
    wakeups.publish(nodesTopic, { kind: 'node-here', node });
    const isDatabaseAsked = database !== 'well' || clock.now() - databaseAskedAt >= wellForMs;
    if (isDatabaseAsked) databaseAskedAt = clock.now();
    const [databaseMs, redisMs] = await Promise.all([
      isDatabaseAsked ? timed(checks.database) : 0,
      checks.redis === null ? null : timed(checks.redis),
    ]);
    database = databaseMs === null ? 'away' : databaseMs >= slowMs ? 'slow' : 'well';
    if (checks.redis !== null) redis = redisMs === null ? 'away' : 'well';
    for (const [other, at] of heard) {
      // Without Redis nobody is heard, and nobody is missed for that.
      if (redis === 'away' && !isGone(at)) heard.set(other, clock.now());
      else if (clock.now() - at >= missedForMs) heard.delete(other);
    }
    tell();
  }

  function again(delayMs: number): void {
    cancel = clock.after(delayMs, () => {
      void look().then(() => {
        if (!stopped) again(lookEveryMs);
      });
    });
  }
  again(0);

  return {
    now,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      cancel();
      unsubscribe();
      wakeups.publish(nodesTopic, { kind: 'node-left', node });
    },
  };
}
