import type { BotName } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';
import { type BotHealth, bandOf } from '../bots/handoff/handoffs.ts';

const windowMs = 15 * 60_000;
const turnsKept = 200;
const enoughTurns = 10;
/** Goal for the p95 of a reply, from its turn to its last word. */
const goalMs = 6_000;

/** How the bots do on this node: how long their turns of the last quarter of an hour took, and which failed. */
export interface BotHealthWatch {
  /** A turn that said something, with how long it took, or a turn that failed: the bot threw, or its reply did. */
  note(bot: BotName, turn: { ms: number } | 'failed'): void;
  /** Null: too few turns to say. */
  healthOf(bot: BotName): BotHealth | null;
  /** Those that get no new conversations for now, by name. */
  unwell(): BotName[];
}

/** Tells the log when a bot gets into another band. */
export function watchBotHealth({ clock, log }: { clock: Clock; log: Logger }): BotHealthWatch {
  const turnsOf = new Map<BotName, { at: number; ms: number | null }[]>();
  const bands = new Map<BotName, string>();

  function healthOf(bot: BotName): BotHealth | null {
    const since = clock.now() - windowMs;
    const turns = turnsOf.get(bot)?.filter(({ at }) => at > since) ?? [];
    if (turns.length < enoughTurns) return null;
    const times = turns.flatMap(({ ms }) => (ms === null ? [] : [ms])).sort((a, b) => a - b);
    const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? 0;
    return { errors: (turns.length - times.length) / turns.length, p95OfGoal: p95 / goalMs };
  }
  const bandNow = (bot: BotName) => {
    const health = healthOf(bot);
    return health === null ? 'well' : bandOf(health);
  };

  return {
    healthOf,
    note(bot, turn) {
      const turns = turnsOf.get(bot) ?? [];
      turns.push({ at: clock.now(), ms: turn === 'failed' ? null : turn.ms });
      turnsOf.set(bot, turns.slice(-turnsKept));
      const band = bandNow(bot);
      if (band === (bands.get(bot) ?? 'well')) return;
      bands.set(bot, band);
      log.warn(band === 'well' ? 'a bot has recovered' : 'a bot is failing or slow', {
        bot,
        band,
        ...healthOf(bot),
      });
    },
    unwell: () => [...turnsOf.keys()].filter((bot) => bandNow(bot) === 'unwell').sort(),
  };
}
