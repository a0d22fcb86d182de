import type { CommandStore } from '../features/conversations/ports.ts';
import type { Clock } from '../kernel/clock.ts';
import { HubError } from '../kernel/hubError.ts';

/** A claim this old belongs to a node that died: its work is repeated, and everything it wrote happens once. */
const staleClaimMs = 10_000;
const waitMs = 50;

/**
 * Does a command once for each idempotency key, which is `principalId:commandId`: the same again gets the first answer and
 * `duplicate`. One that failed may be tried again.
 * @throws HubError `COMMAND_REUSED` for the same key with another body
 */
export async function runIdempotent<A extends object>(
  { commands, clock }: { commands: CommandStore; clock: Clock },
  key: string,
  bodyHash: string,
  act: () => Promise<A>,
): Promise<A & { duplicate?: true }> {
  const startedAt = clock.now();
  for (;;) {
    const found = await commands.claim(key, bodyHash, clock.now());
    if (found === 'claimed') break;
    if (found.bodyHash !== bodyHash) throw new HubError('COMMAND_REUSED');
    if (found.answer !== undefined) return { ...(found.answer as A), duplicate: true };
    if (clock.now() - found.claimedAt > staleClaimMs && (await commands.reclaim(key, found.claimedAt, clock.now())))
      break;
    if (clock.now() - startedAt > staleClaimMs + 2000) throw new HubError('DEPENDENCY_DOWN');
    await new Promise<void>((done) => clock.after(waitMs, done));
  }
  try {
    const answer = await act();
    await commands.finish(key, answer);
    return answer;
  } catch (error) {
    await commands.drop(key);
    throw error;
  }
}
