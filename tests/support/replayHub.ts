import { deepStrictEqual } from 'node:assert';
import { setTimeout } from 'node:timers/promises';
import type { Stores } from '../../src/app/stores.ts';
import { firstState } from '../../src/features/bots/state/firstState.ts';
import { step } from '../../src/features/bots/step.ts';
import { rebuiltRow, rowFieldsOf } from '../../src/features/conversations/board/bringForward.ts';
import { isErased } from '../../src/features/conversations/log/withoutWords.ts';
import { replayTurns } from '../../src/features/turns/replayTurns.ts';

const turnsRead = 1000;
const patienceMs = 90_000;
const againMs = 100;

/** Throws where a row is not what its two logs say, though other nodes had the time to write theirs. */
export async function untilRowsStand(stores: Pick<Stores, 'conversations' | 'entries'>): Promise<void> {
  for (const until = Date.now() + patienceMs; ; await setTimeout(againMs)) {
    const wrong = await checkRows(stores).then(
      () => null,
      (error: Error) => error,
    );
    if (wrong === null) return;
    if (Date.now() > until) throw wrong;
  }
}

/** Throws where a row is not what its two logs say; of all conversations, or of `those`. */
export async function checkRows(
  stores: Pick<Stores, 'conversations' | 'entries'>,
  those?: ReadonlySet<string>,
): Promise<void> {
  for (let after: string | undefined; ; ) {
    const page = await stores.conversations.page(100, after);
    for (const conversation of page) {
      if (isErased(conversation) || those?.has(conversation.id) === false) continue;
      // Of a version before: built when it is next touched.
      if (conversation.board.through === null) continue;
      const { row } = await rebuiltRow(stores, conversation);
      const { through: _, ...kept } = rowFieldsOf(conversation.board);
      const { through: __, ...told } = row;
      // Of one that nothing was said in no row was ever written.
      if (row.through?.public === 0 && row.through.internal === 0) continue;
      deepStrictEqual(kept, told, `the row of conversation ${conversation.id} is not what its logs say`);
    }
    if (page.length < 100) return;
    after = page.at(-1)?.id;
  }
}

/** Steps the turns of these conversations again, and throws where a state, a slot or an effect comes out differently. */
export async function replayHub(stores: Stores, conversations: Iterable<string>): Promise<void> {
  for (const conversationId of conversations) {
    const turns = await stores.turns.list(conversationId, turnsRead);
    const differences = replayTurns(turns, { step, firstState });
    if (differences.length > 0)
      throw new Error(`conversation ${conversationId} replays differently: ${JSON.stringify(differences, null, 2)}`);
  }
}
