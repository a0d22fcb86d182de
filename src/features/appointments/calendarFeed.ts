import { randomBytes } from 'node:crypto';
import type { CalendarFeedAnswer, MadeCalendarFeed } from '../../contract/rest/appointments.ts';
import type { BoardRow } from '../../contract/socket/board.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { HubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import type { StaffScope, StaffUser } from '../identity/model.ts';
import { type IcsEvent, icsFile } from './icsFile.ts';
import type { Appointment } from './model.ts';
import type { AppointmentStore, FeedStore } from './ports.ts';

const dayMs = 86_400_000;
const daysBack = 30;
const daysAhead = 366;
/** As many as a calendar is given; the soonest after the window's beginning. */
const eventsGiven = 500;

export interface FeedDeps {
  feeds: FeedStore;
  appointments: Pick<AppointmentStore, 'listBetween'>;
  findUser(userId: string): Promise<Pick<StaffUser, 'tenantId' | 'name' | 'active'> | null>;
  rowOf(tenantId: string, conversationId: string): Promise<Pick<BoardRow, 'lead' | 'listingTitle'> | null>;
  brokerageOf(tenantId: string): Promise<string>;
  clock: Clock;
}

/** A person of the team, who may have a calendar; a key of an integration is nobody's. */
function personOf({ principal }: StaffScope): string {
  if (principal.kind !== 'staff') throw new HubError('FORBIDDEN');
  return principal.id;
}

/**
 * Whether one has an address for one's calendar, and since when.
 * @throws HubError FORBIDDEN for a key
 */
export async function readFeed(deps: Pick<FeedDeps, 'feeds'>, scope: StaffScope): Promise<CalendarFeedAnswer> {
  const feed = await deps.feeds.ofPerson(scope.tenantId, personOf(scope));
  return { madeAt: feed === null ? null : isoOf(feed.madeAt) };
}

/**
 * Makes an address under which one's appointments can be subscribed to; the one before ends. It is returned here and kept nowhere.
 * @throws HubError FORBIDDEN for a key
 */
export async function makeFeed(
  { feeds, clock }: Pick<FeedDeps, 'feeds' | 'clock'>,
  scope: StaffScope,
): Promise<MadeCalendarFeed> {
  const userId = personOf(scope);
  const secret = randomBytes(32).toString('base64url');
  const madeAt = clock.now();
  await feeds.set({ tenantId: scope.tenantId, userId, secretHash: sha256(secret), madeAt });
  return { path: `/api/v1/calendar/${secret}.ics`, madeAt: isoOf(madeAt) };
}

/** The address ends. @throws HubError FORBIDDEN for a key */
export const endFeed = (deps: Pick<FeedDeps, 'feeds'>, scope: StaffScope): Promise<void> =>
  deps.feeds.remove(scope.tenantId, personOf(scope));

/**
 * The calendar file of the person whose secret it is: a month back and a year ahead. `base`: where the desk is, such as
 * `https://hub.example`.
 * @throws HubError NOT_FOUND: nobody's, or somebody's who is no longer let in
 */
export async function feedFile(deps: FeedDeps, secret: string, base: string): Promise<string> {
  const feed = await deps.feeds.find(sha256(secret));
  const user = feed && (await deps.findUser(feed.userId));
  if (!feed || !user?.active || user.tenantId !== feed.tenantId) throw new HubError('NOT_FOUND');
  const { tenantId, userId } = feed;
  const now = deps.clock.now();
  const found = await deps.appointments.listBetween(tenantId, {
    from: now - daysBack * dayMs,
    to: now + daysAhead * dayMs,
    agentId: userId,
    limit: eventsGiven,
  });
  const events = await fewAtOnce(found, async (one) => {
    const row = await deps.rowOf(tenantId, one.conversationId);
    const who = row?.lead.name ?? (row?.listingTitle ? `visitor from ${row.listingTitle}` : 'website visitor');
    return {
      ...eventOf(one),
      summary: `${one.kind === 'call' ? 'Call' : 'Showing'}: ${who}`,
      description: one.note,
      url: `${base}/desk/c/${encodeURIComponent(one.conversationId)}`,
    };
  });
  return icsFile(`${user.name}, ${await deps.brokerageOf(tenantId)}`, events, now);
}

const eventOf = ({ id, startsAt, endsAt, state, moves = 0, home }: Appointment): Omit<IcsEvent, 'summary'> => ({
  id,
  startsAt,
  endsAt,
  sequence: moves + (state === 'cancelled' ? 1 : 0),
  cancelled: state === 'cancelled',
  location: home === undefined ? undefined : (home.address ?? home.title),
});
