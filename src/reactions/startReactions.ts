import type { Entry } from '../contract/log/entry.ts';
import { owedAfterMs } from '../features/conversations/log/appendEntry.ts';
import type { WrittenEntries, WrittenEntry } from '../features/conversations/log/writtenEntries.ts';
import type { Logger } from '../kernel/observe.ts';
import { isOwed, type Reaction, type ReactionDeps, reactions } from './reactions.ts';

/**
 * Runs the reactions to each entry of this process, at once. A reaction that fails is logged and holds up no other; an owed one
 * is taken up again by the sweep for owed entries, which calls the returned function. That waits for what is owed to the entry, but for
 * its turn, and settles it.
 * @throws when a reaction failed that is owed to the entry: it stays owed
 */
export function startReactions(
  deps: ReactionDeps & { written: WrittenEntries; log: Logger },
  rows: readonly Reaction[] = reactions,
): (written: WrittenEntry) => Promise<void> {
  const warn = (message: string, { conversationId }: Entry, fields: object): void =>
    deps.log.warn(message, { conversationId, ...fields });

  async function hasRun({ name, run }: Reaction, written: WrittenEntry): Promise<boolean> {
    try {
      await run(deps, written);
      return true;
    } catch (err) {
      warn('a reaction failed', written.entry, { err, reaction: name });
      return false;
    }
  }

  async function react(written: WrittenEntry, by: readonly Reaction[]): Promise<void> {
    const { entry } = written;
    const started = by.filter(({ on }) => on.includes(entry.type)).map((row) => ({ row, ran: hasRun(row, written) }));
    const owed = started.filter(({ row }) => isOwed(row, entry));
    const own = owed.filter(({ row }) => !row.isSettledByTurn);
    if (own.length === 0) return;
    if ((await Promise.all(own.map(({ ran }) => ran))).includes(false)) throw new Error('owed reactions were not run');
    const { clock, entries } = deps.conversations;
    const isTurnOwed = own.length < owed.length;
    await entries.setOwed(entry, isTurnOwed ? { at: clock.now() + owedAfterMs, settledBy: 'turn' } : null);
  }

  deps.written.listen((written) => {
    react(written, rows).catch((err: unknown) =>
      warn('the reactions to an entry are still owed', written.entry, { err }),
    );
  });
  const swept = rows.filter(({ byWriterOnly }) => byWriterOnly !== true);
  return (written) => react(written, swept);
}
