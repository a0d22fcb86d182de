import { LRUCache } from 'lru-cache';
import type { Turn } from './model.ts';
import type { TurnStore, Written } from './ports.ts';

export interface NewestTurns extends Pick<TurnStore, 'newest' | 'insert' | 'markDone' | 'remove'> {
  forget(conversationId: string): void;
}

const mostHeld = 5_000;
/** Of all of them: some 40 MB. */
const mostCharsHeld = 20_000_000;
/** Time without a turn after which one goes: words that another process deleted may stay in memory for that long. */
const keptMs = 300_000;

/** The turn's record of the words that were written at the edge, with these added. */
export function withWritten(turn: Turn, written: Written = {}): Pick<Turn, keyof Written> {
  const {
    composed = {},
    spoken = {},
    factIds = {},
    askedAbout = {},
  } = JSON.parse(JSON.stringify(written)) as ReturnType<typeof withWritten>;
  const some = (of: object): boolean => Object.keys(of).length > 0;
  return {
    ...(some(composed) ? { composed: { ...turn.composed, ...composed } } : {}),
    ...(some(spoken) ? { spoken: { ...turn.spoken, ...spoken } } : {}),
    ...(some(factIds) ? { factIds: { ...turn.factIds, ...factIds } } : {}),
    ...(some(askedAbout) ? { askedAbout: { ...turn.askedAbout, ...askedAbout } } : {}),
  };
}

const isDone = (turn: Turn | null): boolean => turn === null || turn.done.length >= turn.effects.length;

/**
 * The same store, where the newest turn of a conversation that this node saw last is not read again. Another node may have taken a later
 * one: then the next number is refused, and the newest is read. So a turn that is held too long costs a try, never a wrong turn. One with
 * effects that are not done is always read: another node may have done them and gone on, and to do them again would undo what came after.
 * Of a conversation that is over nothing is to be held (`forget`): there the numbers begin again when its words are deleted.
 */
export function keepNewestTurns(store: Pick<TurnStore, 'newest' | 'insert' | 'markDone' | 'remove'>): NewestTurns {
  const held = new LRUCache<string, { turn: Turn | null }>({
    max: mostHeld,
    maxSize: mostCharsHeld,
    ttl: keptMs,
    ttlAutopurge: true,
    sizeCalculation: ({ turn }) => (turn === null ? 1 : JSON.stringify(turn).length),
  });
  const hold = (conversationId: string, turn: Turn | null): void => void held.set(conversationId, { turn });

  return {
    async newest(conversationId) {
      const found = held.get(conversationId);
      if (found !== undefined && isDone(found.turn)) return found.turn;
      const turn = await store.newest(conversationId);
      // One that was taken meanwhile is newer.
      if (held.get(conversationId) === found) hold(conversationId, turn);
      return turn;
    },
    async insert(turn) {
      const { conversationId } = turn;
      try {
        const isInserted = await store.insert(turn);
        // As a store gives it back: the next turn must go on from the same state.
        if (isInserted) hold(conversationId, JSON.parse(JSON.stringify(turn)) as Turn);
        else held.delete(conversationId);
        return isInserted;
      } catch (error) {
        // It may have been written or not.
        held.delete(conversationId);
        throw error;
      }
    },
    async markDone(marked, effectIndexes, written) {
      await store.markDone(marked, effectIndexes, written);
      const turn = held.get(marked.conversationId)?.turn;
      if (turn?.id === marked.id)
        hold(marked.conversationId, {
          ...turn,
          ...withWritten(turn, written),
          done: [...new Set([...turn.done, ...effectIndexes])],
        });
    },
    async remove(conversationId) {
      held.delete(conversationId);
      await store.remove(conversationId);
    },
    forget: (conversationId) => void held.delete(conversationId),
  };
}
