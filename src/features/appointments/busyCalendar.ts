import type { BusyProblem } from '../../contract/busyProblems.ts';
import type { BusyCalendarAnswer } from '../../contract/rest/busyCalendar.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { createTextSeal, type TextSeal } from '../../kernel/sealText.ts';
import type { StaffScope, StaffUser } from '../identity/model.ts';
import type { BusyCalendar, BusyPeriod } from './model.ts';
import type { BusyCalendarStore } from './ports.ts';

/** Thrown by what fetches and reads calendars. */
export class BusyFault extends Error {
  readonly problem: BusyProblem;
  constructor(problem: BusyProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

/** The file behind an address, or that it is the one of this ETag. @throws BusyFault */
export type FetchCalendar = (
  url: string,
  etag: string | null,
) => Promise<{ text: string; etag: string | null } | 'unchanged'>;
/**
 * The busy times (ms since the epoch) of a calendar file that overlap the time from `from` to `until`, ascending, none overlapping
 * another. `zone`: the clock of times that name none. @throws BusyFault
 */
export type ReadBusyTimes = (text: string, window: BusyWindow) => Promise<BusyPeriod[]>;
export interface BusyWindow {
  from: number;
  until: number;
  zone: string;
}

export interface BusyCalendarDeps {
  busyCalendars: BusyCalendarStore;
  seal: TextSeal;
  fetchCalendar: FetchCalendar;
  readBusyTimes: ReadBusyTimes;
  findUser(userId: string): Promise<Pick<StaffUser, 'tenantId' | 'active'> | null>;
  timeZoneOf(tenantId: string): Promise<string>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

export const calendarSeal = (secret: string): TextSeal => createTextSeal(secret, 'addresses of calendars');

const minuteMs = 60_000;
const dayMs = 86_400_000;
const everyMs = 15 * minuteMs;
const longestPauseMs = 6 * 60 * minuteMs;
/** After this long the file is read anew though it has not changed, because repeating times go on. */
const readAnewMs = dayMs;
const daysAhead = 92;
/** Of one person, the soonest. */
const mostPeriods = 3_000;
const againMs = 3_000;

/** A person of the team, who may have a calendar; a key of an integration is nobody's. */
function personOf({ principal }: StaffScope): string {
  if (principal.kind !== 'staff') throw new HubError('FORBIDDEN');
  return principal.id;
}

/**
 * Whether one's busy times are read, and how that goes.
 * @throws HubError `FORBIDDEN` for a key
 */
export async function readBusyCalendar(
  { busyCalendars, clock }: Pick<BusyCalendarDeps, 'busyCalendars' | 'clock'>,
  scope: StaffScope,
): Promise<BusyCalendarAnswer> {
  const found = await busyCalendars.ofPerson(scope.tenantId, personOf(scope));
  if (found === null) return { setAt: null, busy: 0 };
  const { setAt, readAt, problem, busy } = found;
  return {
    setAt: isoOf(setAt),
    busy: busy.filter(({ endsAt }) => endsAt > clock.now()).length,
    ...(readAt === null ? {} : { readAt: isoOf(readAt) }),
    ...(problem === null ? {} : { problem }),
  };
}

/**
 * From now on the busy times behind this address are one's own; the address before is forgotten. They are read at once: how that went is
 * in the answer.
 * @throws HubError `FORBIDDEN` for a key; `VALIDATION_FAILED`, in words, for what is no address by https; `CONFLICT` twice in a moment
 */
export async function setBusyCalendar(
  deps: BusyCalendarDeps,
  scope: StaffScope,
  url: string,
): Promise<BusyCalendarAnswer> {
  const { tenantId } = scope;
  const userId = personOf(scope);
  const address = addressIn(url);
  const now = deps.clock.now();
  const before = await deps.busyCalendars.ofPerson(tenantId, userId);
  if (before !== null && now - before.setAt < againMs && before.setAt <= now)
    throw new HubError('CONFLICT', { says: 'You just saved this. Wait a moment.' });
  await deps.jobs.schedule({ tenantId, kind: 'busy-times', about: userId, at: now + everyMs });
  await deps.busyCalendars.set({
    ...{ tenantId, userId, sealedUrl: deps.seal.seal(address), setAt: now },
    ...{ etag: null, readAt: null, problem: null, failures: 0, busy: [] },
  });
  await lookAtBusyCalendar(deps, { tenantId, userId });
  return readBusyCalendar(deps, scope);
}

/** They are read no more, and those that were read are forgotten. @throws HubError `FORBIDDEN` for a key */
export const endBusyCalendar = (
  { busyCalendars }: Pick<BusyCalendarDeps, 'busyCalendars'>,
  scope: StaffScope,
): Promise<void> => busyCalendars.remove(scope.tenantId, personOf(scope));

/**
 * The job of a person's busy times: reads them anew. The times read before stand while that fails. Returns when to look
 * again, in ms since the epoch: every quarter of an hour, less often while it fails; null once there is no address.
 */
export async function lookAtBusyCalendar(
  deps: BusyCalendarDeps,
  { tenantId, userId }: { tenantId: string; userId: string },
): Promise<number | null> {
  const { busyCalendars, clock } = deps;
  const calendar = await busyCalendars.ofPerson(tenantId, userId);
  if (calendar === null) return null;
  const user = await deps.findUser(userId);
  if (user?.tenantId !== tenantId || !user.active) {
    await busyCalendars.remove(tenantId, userId);
    return null;
  }
  const read = await readNow(deps, calendar);
  // Of an address that was replaced meanwhile nothing is kept.
  await busyCalendars.keep(calendar, read);
  return clock.now() + Math.min(everyMs * 2 ** read.failures, longestPauseMs);
}

async function readNow(deps: BusyCalendarDeps, calendar: BusyCalendar): Promise<BusyRead> {
  const { tenantId, sealedUrl, readAt, etag, busy, failures } = calendar;
  const now = deps.clock.now();
  try {
    const url = deps.seal.open(sealedUrl);
    if (url === null) throw new BusyFault('address-lost');
    const isFresh = readAt !== null && now - readAt < readAnewMs;
    const file = await deps.fetchCalendar(url, isFresh ? etag : null);
    if (file === 'unchanged') return { etag, readAt, busy, problem: null, failures: 0 };
    const window = { from: now - dayMs, until: now + daysAhead * dayMs, zone: await deps.timeZoneOf(tenantId) };
    const periods = await deps.readBusyTimes(file.text, window);
    return { etag: file.etag, readAt: now, busy: periods.slice(0, mostPeriods), problem: null, failures: 0 };
  } catch (error) {
    if (!(error instanceof BusyFault)) throw error;
    return { etag, readAt, busy, problem: error.problem, failures: Math.min(failures + 1, 10) };
  }
}
type BusyRead = Pick<BusyCalendar, 'etag' | 'readAt' | 'busy' | 'problem' | 'failures'>;

/** `webcal:` is how calendars write `https:`. */
function addressIn(text: string): string {
  const refused = (): HubError =>
    new HubError('VALIDATION_FAILED', {
      field: 'url',
      says: 'Paste the full secret address of your calendar. It starts with https://.',
    });
  if (!URL.canParse(text)) throw refused();
  const url = new URL(text.replace(/^webcals?:/i, 'https:'));
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') throw refused();
  return url.href;
}
