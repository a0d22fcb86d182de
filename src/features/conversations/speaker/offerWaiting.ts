import type { EntryData } from '../../../contract/log/entry.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Jobs } from '../../../kernel/jobs.ts';
import { tenantTopic, type Wakeups } from '../../../kernel/wakeups.ts';
import type { StaffUser } from '../../identity/model.ts';
import type { HeldRead } from '../../tenants/tenantVersions.ts';
import { systemActor } from '../actors.ts';
import type { Appender, Place } from '../log/appendEntry.ts';
import type { Conversation, Offer } from '../model.ts';
import { owedOf } from '../owed.ts';
import type { ConversationStore, EntryStore } from '../ports.ts';
import { type Candidate, chooseAgent } from './chooseAgent.ts';
import type { SpeakerStore } from './ports.ts';

/** The hint that an offer of the tenant has run out. */
export const offerOver = 'offer-over';
/** For this long only one agent may take an offered conversation; then anybody may. */
export const offerMs = 60_000;
/** As many waiting conversations as are looked at in one go. */
const mostAtOnce = 100;
/** As many candidates as the log keeps with an offer. */
const mostKept = 20;

export interface OfferDeps {
  conversations: Pick<SpeakerStore, 'listUnowned' | 'listOwned' | 'changeOffer'>;
  entries: Pick<EntryStore, 'newestOf'>;
  appender: Pick<Appender, 'append'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
  /** The people who may sign in. Held: every brokerage with somebody at a desk is looked at every few seconds. */
  peopleOf: HeldRead<readonly StaffUser[]>;
}
export interface OfferLookDeps {
  conversations: Pick<ConversationStore, 'find'>;
  wakeups: Pick<Wakeups, 'publish'>;
  clock: Clock;
}
interface Here {
  atDesk: ReadonlySet<string>;
  justLeft: ReadonlySet<string>;
}

/**
 * Brings every conversation that waits for a person to one who is there, free, and has room; takes back what was offered to
 * somebody who has left, is on a break, or did not take it in time. A conversation that nobody has room for waits for the
 * next free person. Safe on several nodes at once: each step is one compare-and-set. `unplaced`: how many nobody could be
 * found for.
 */
export async function offerWaiting(deps: OfferDeps, tenantId: string, here: Here): Promise<{ unplaced: number }> {
  const now = deps.clock.now();
  const items = await deps.conversations.listUnowned(tenantId, mostAtOnce);
  const isCalled = (one: Conversation): boolean => owedOf(one).kind === 'now';
  // A visitor who left is offered to nobody: an earlier offer runs out.
  const unowned = items.filter((one) => (isCalled(one) || one.offer !== null) && !isAside(one, now));
  if (unowned.length === 0) return { unplaced: 0 };
  unowned.sort((a, b) => waitsFrom(a) - waitsFrom(b));

  const users = (await deps.peopleOf(tenantId)).filter(({ role }) => role === 'agent');
  const isFree = (id: string): boolean => users.some((user) => user.id === id && user.presence.status === 'available');
  const candidates = new Map<string, Candidate>();
  for (const { id, name, presence } of users) {
    if (!here.atDesk.has(id) || presence.status !== 'available') continue;
    const open = await countOpen(deps, tenantId, id, presence.capacity, now);
    const offered = unowned.filter(({ offer }) => offer?.to.id === id && !offer.missed).length;
    candidates.set(id, { id, name, open: open + offered, capacity: presence.capacity });
  }

  let unplaced = 0;
  for (const conversation of unowned) {
    let { offer } = conversation;
    if (offer?.missed) continue;
    if (offer !== null) {
      const { id } = offer.to;
      const isThere = isFree(id) && (here.atDesk.has(id) || here.justLeft.has(id));
      const isLate = hasRunOut(offer, now);
      if (isThere && !isLate) continue;
      const after = isThere ? { ...offer, missed: true } : null;
      if (!(await changeOffer(deps, conversation, after, { reason: after ? 'offer-missed' : 'offer-withdrawn' })))
        continue;
      const known = candidates.get(id);
      if (known) known.open -= 1;
      if (after !== null) continue;
      offer = null;
    }
    if (!isCalled(conversation)) continue;
    const passed = await passedOnBy(deps, conversation.id);
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
    const about = conversation.id;
    await deps.jobs.schedule({ tenantId, conversationId: about, kind: 'offer', about, at: made.until });
    if (!(await changeOffer(deps, { ...conversation, offer }, made, why))) continue;
    choice.open += 1;
  }
  return { unplaced };
}

/**
 * The job of an offer: once it has run out, the node that looks after the brokerage's offers hears of it. When it runs out, in ms since
 * the epoch, where another was made since; else null.
 */
export async function lookAtOffer(
  { conversations, wakeups, clock }: OfferLookDeps,
  { tenantId, conversationId }: Place,
): Promise<number | null> {
  const offer = (await conversations.find(tenantId, conversationId))?.offer ?? null;
  if (offer === null || offer.missed) return null;
  if (!hasRunOut(offer, clock.now())) return offer.until;
  wakeups.publish(tenantTopic(tenantId), { kind: offerOver });
  return null;
}

/** Also one that would last twice as long: it was made by a clock that was wrong. */
const hasRunOut = ({ until }: Offer, now: number): boolean => until <= now || until > now + 2 * offerMs;

const waitsFrom = (one: Conversation): number => owedOf(one).since ?? one.wait?.since ?? one.createdAt;

const isAside = ({ snoozedUntil }: Conversation, now: number): boolean => (snoozedUntil ?? 0) > now;

/** Those of theirs that are not put aside. */
async function countOpen(deps: OfferDeps, tenantId: string, userId: string, capacity: number, now: number) {
  if (capacity === 0) return 0;
  const open = await deps.conversations.listOwned(tenantId, userId, mostAtOnce);
  return open.filter((one) => !isAside(one, now)).length;
}

/** The agent who gave it to nobody last: it is not offered to them again at once. */
async function passedOnBy(deps: OfferDeps, conversationId: string): Promise<string | null> {
  const newest = await deps.entries.newestOf(conversationId, 'assignment-changed');
  if (newest?.type !== 'assignment-changed' || newest.data.owner !== undefined) return null;
  return newest.actor.kind === 'agent' ? newest.actor.id : null;
}

async function changeOffer(
  deps: OfferDeps,
  conversation: Conversation,
  offer: Offer | null,
  why: EntryData<'assignment-changed'>,
): Promise<boolean> {
  const { tenantId, id } = conversation;
  if ((await deps.conversations.changeOffer(tenantId, id, offer, conversation.offer)) === null) return false;
  await deps.appender.append(
    { tenantId, conversationId: id },
    {
      type: 'assignment-changed',
      data: why,
      actor: systemActor,
      onceKey: `offer:${newId()}`,
    },
  );
  return true;
}
