import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import type { BoardStore } from '../conversations/board/ports.ts';
import { type Conversation, quietMs } from '../conversations/model.ts';
import type { KnownOutcome } from '../insight/fit/compareWithRules.ts';
import { inputsOf } from '../insight/fit/fitInputs.ts';
import { featuresOf } from '../insight/readings/features.ts';
import { readingsOf } from '../insight/readings/readings.ts';
import type { TurnStore } from './ports.ts';

/** The outcomes of the conversations of a brokerage. */
export interface Outcomes {
  known: KnownOutcome[];
  /** Something may still become of them. */
  open: number;
  /** Too short to be read, or an appointment stood before they could be. */
  unread: number;
  /** False: there are older ones that were not looked at. */
  complete: boolean;
}

/** The newest that are looked at: of each, its first turns are read. */
export const mostConversations = 5_000;
const atOnce = 100;
/** After so many messages a conversation is read: early enough to act on. */
const readAfter = 3;
const mostTurns = 60;

/**
 * Of each conversation, how it stood after the visitor's third message, and whether an appointment was booked later. Not booked is known
 * once it was quiet for 30 days. Nothing that came after the third message is an input.
 */
export async function readOutcomes(
  { conversations, turns }: { conversations: Pick<BoardStore, 'list'>; turns: Pick<TurnStore, 'list' | 'newest'> },
  tenantId: string,
  now: number,
): Promise<Outcomes> {
  const found: Outcomes = { known: [], open: 0, unread: 0, complete: true };
  let cursor: string | undefined;
  for (let looked = 0; looked < mostConversations; looked += atOnce) {
    const page = await conversations.list(tenantId, {
      limit: atOnce,
      now,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const outcome of await fewAtOnce(page.items, (talk) => outcomeOf(turns, talk, now))) {
      if (outcome === 'open' || outcome === 'unread') found[outcome] += 1;
      else found.known.push(outcome);
    }
    if (page.nextCursor === null) return found;
    cursor = page.nextCursor;
  }
  return { ...found, complete: false };
}

async function outcomeOf(
  turns: Pick<TurnStore, 'list' | 'newest'>,
  { id, board }: Conversation,
  now: number,
): Promise<KnownOutcome | 'open' | 'unread'> {
  const first = await turns.list(id, mostTurns);
  const read = first.find(({ stateAfter }) => stateAfter.talk.messages >= readAfter);
  if (read === undefined || read.stateAfter.booking.appointment !== null) return 'unread';
  const later = first.length < mostTurns ? first : [...first, await turns.newest(id)];
  const happened = later.some((turn) => turn !== null && turn.stateAfter.booking.appointment !== null);
  if (!happened && board.lastAt > now - quietMs) return 'open';
  const features = featuresOf([{ conversationId: id, state: read.stateAfter }], read.at);
  return { at: read.at, inputs: inputsOf(features), byRule: readingsOf(features).appointment.value, happened };
}
