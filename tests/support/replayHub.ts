import type { Stores } from '../../src/app/stores.ts';
import { firstState, step } from '../../src/features/bots/step.ts';
import { replayTurns } from '../../src/features/turns/replayTurns.ts';

const turnsRead = 1000;

/** Steps the turns of these conversations again, and throws where a state, a slot or an effect comes out differently. */
export async function replayHub(stores: Stores, conversations: Iterable<string>): Promise<void> {
  for (const conversationId of conversations) {
    const turns = await stores.turns.list(conversationId, turnsRead);
    // The language a page began in is not part of a turn: the beginning that fits is the one it was.
    const tries = ['en', 'es'].map((language) => replayTurns(turns, { step, firstState: firstState(language) }));
    const [differences = []] = tries.sort((a, b) => a.length - b.length);
    if (differences.length > 0)
      throw new Error(`conversation ${conversationId} replays differently: ${JSON.stringify(differences, null, 2)}`);
  }
}
