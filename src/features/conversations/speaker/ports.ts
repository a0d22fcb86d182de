import type { Mode } from '../../../contract/values.ts';
import type { Conversation, MadeBy, Review, Wait } from '../model.ts';

/** The new speaker, and what that leaves owed. */
export type SpeakerChange = (
  | { mode: Exclude<Mode, 'waiting'> }
  | { mode: 'waiting'; wait: Wait; review?: Review | null }
) & { owner?: Conversation['owner']; pausedUntil: number | null; unanswered?: number | null; by?: MadeBy };

/** The speaker, the owner, and the offer: each change is one compare-and-set. */
export interface SpeakerStore {
  /**
   * Changes who speaks and raises the fence, in one write, if `only` allows it. Without `owner` the owner stays as it is. `by` is kept
   * as `speakerBy`, with what stood before. `wait` and `review` end with mode `waiting`; without `review` one that stands stays.
   * `unanswered`: since when words wait, unless some do already; null: none do; absent: as before.
   * Resolves to what it became and what it was; null when absent or `only` forbade it.
   */
  changeSpeaker(
    tenantId: string,
    conversationId: string,
    change: SpeakerChange,
    only: { modes?: readonly Mode[]; ownerIds?: readonly (string | null)[]; fence?: number },
  ): Promise<{ before: Conversation; after: Conversation } | null>;
  /** Changes the owner alone (no fence), if `only` allows it; an offer ends with it. `by` is kept as `ownerBy`. Null when absent or `only` forbade it. */
  changeOwner(
    tenantId: string,
    conversationId: string,
    change: { owner: Conversation['owner']; by?: MadeBy },
    only: { modes?: readonly Mode[]; ownerIds?: readonly (string | null)[] },
  ): Promise<Conversation | null>;
  /** Holds the bot back, or lets it go (no fence). */
  changeHold(tenantId: string, conversationId: string, hold: Conversation['hold']): Promise<Conversation | null>;
  /**
   * Offers it to somebody, or takes the offer back (no fence): only while it waits, nobody has it, and the offer that stands
   * is `from`. Null otherwise.
   */
  changeOffer(
    tenantId: string,
    conversationId: string,
    offer: Conversation['offer'],
    from: Conversation['offer'],
  ): Promise<Conversation | null>;
  /** Those of the tenant that are not over and that this person has, at most `limit`. */
  listOwned(tenantId: string, ownerId: string, limit: number): Promise<Conversation[]>;
  /** Those of the tenant that wait for a person and that nobody has, at most `limit`. */
  listUnowned(tenantId: string, limit: number): Promise<Conversation[]>;
}
