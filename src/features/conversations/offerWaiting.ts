import type { EntryData } from '../../contract/entries.ts';
import { newId } from '../../kernel/ids.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { systemActor } from './actors.ts';
import { type Candidate, chooseAgent } from './chooseAgent.ts';
import { isOwedAnswer } from './judgeAlerts.ts';
import type { Conversation, Offer } from './model.ts';
import type { ConversationParts } from './parts.ts';

/** So long a conversation is one agent's to take; then it is anybody's. */
export const offerMs = 60_000;
/** As many waiting conversations as are looked at in one go: those that somebody wrote in last. */
const mostAtOnce = 100;
/** As many candidates as the log keeps with an offer. */
const mostKept = 20;

interface OfferParts extends ConversationParts {
  identity: Pick<IdentityStore, 'listUsers'>;
}
interface Here {
  atDesk: ReadonlySet<string>;
  justLeft: ReadonlySet<string>;
}

/**
 * Brings every conversation that waits for a person to one who is there, free, and has room; takes back what was offered to
 * somebody who has left, is on a break, or did not take it in time. What nobody has room for stays for whoever comes. Safe
 * on several nodes at once: each step is one compare-and-set. `nextAt`: when the next offer runs out; `unplaced`: how many
 * nobody could be found for.
 */
export async function offerWaiting(
  parts: OfferParts,
  tenantId: string,
  here: Here,
): Promise<{ nextAt: number | null; unplaced: number }> {
  const now = parts.clock.now();
  const filter = { mode: 'waiting' } as const;
  const { items } = await parts.conversations.list(tenantId, { filter, closed: false, limit: mostAtOnce, now });
  const unowned = items.filter(
    (one) => one.owner === null && isOwedAnswer(one) && (one.board.snoozedUntil ?? 0) <= now,
  );
  if (unowned.length === 0) return { nextAt: null, unplaced: 0 };
  unowned.sort((a, b) => (a.board.waitingSince ?? a.board.lastAt) - (b.board.waitingSince ?? b.board.lastAt));

  const users = (await parts.identity.listUsers(tenantId)).filter(({ active, role }) => active && role === 'agent');
  const isFree = (id: string): boolean => users.some((user) => user.id === id && user.presence.status === 'available');
  const candidates = new Map<string, Candidate>();
  for (const { id, name, presence } of users) {
    if (!here.atDesk.has(id) || presence.status !== 'available') continue;
    const open = await countOpen(parts, tenantId, id, presence.capacity, now);
    const offered = unowned.filter(({ offer }) => offer?.to.id === id && !offer.missed).length;
    candidates.set(id, { id, name, open: open + offered, capacity: presence.capacity });
  }

  let nextAt: number | null = null;
  let unplaced = 0;
  for (const conversation of unowned) {
    let { offer } = conversation;
    if (offer?.missed) continue;
    if (offer !== null) {
      const { id } = offer.to;
      const isThere = isFree(id) && (here.atDesk.has(id) || here.justLeft.has(id));
      const isLate = offer.until <= now;
      if (isThere && !isLate) {
        nextAt = Math.min(nextAt ?? offer.until, offer.until);
        continue;
      }
      const after = isThere ? { ...offer, missed: true } : null;
      if (!(await changeOffer(parts, conversation, after, { reason: after ? 'offer-missed' : 'offer-withdrawn' })))
        continue;
      const known = candidates.get(id);
      if (known) known.open -= 1;
      if (after !== null) continue;
      offer = null;
    }
    const passed = await passedOnBy(parts, conversation.id);
    const choice = chooseAgent(
      conversation.id,
      [...candidates.values()].filter(({ id }) => id !== passed),
    );
    if (choice === null) {
      unplaced += 1;
      continue;
    }
    const { id, name } = choice;
    const made: Offer = { to: { id, name }, until: now + offerMs, missed: false };
    const why = {
      reason: 'offered',
      offered: { id, name },
      candidates: [...candidates.values()].slice(0, mostKept).map((one) => ({ ...one })),
    };
    if (!(await changeOffer(parts, { ...conversation, offer }, made, why))) continue;
    choice.open += 1;
    nextAt = Math.min(nextAt ?? made.until, made.until);
  }
  return { nextAt, unplaced };
}

/** Those of theirs that are not put aside; no further than it matters. */
async function countOpen(parts: OfferParts, tenantId: string, userId: string, capacity: number, now: number) {
  if (capacity === 0) return 0;
  const { items } = await parts.conversations.list(tenantId, {
    filter: { mine: true },
    me: userId,
    closed: false,
    limit: capacity,
    now,
  });
  return items.filter(({ board }) => (board.snoozedUntil ?? 0) <= now).length;
}

/** The agent who gave it to nobody last: it is not offered to them again at once. */
async function passedOnBy(parts: OfferParts, conversationId: string): Promise<string | null> {
  const newest = await parts.entries.newestOf(conversationId, 'assignment-changed');
  if (newest?.type !== 'assignment-changed' || newest.data.owner !== undefined) return null;
  return newest.actor.kind === 'agent' ? newest.actor.id : null;
}

async function changeOffer(
  parts: OfferParts,
  conversation: Conversation,
  offer: Offer | null,
  why: EntryData<'assignment-changed'>,
): Promise<boolean> {
  const { tenantId, id } = conversation;
  if ((await parts.conversations.changeOffer(tenantId, id, offer, conversation.offer)) === null) return false;
  await parts.appender.append(
    { tenantId, conversationId: id },
    {
      type: 'assignment-changed',
      data: why,
      actor: systemActor,
      onceKey: `offer:${newId()}`,
      // Tells every board.
      board: {},
    },
  );
  return true;
}
