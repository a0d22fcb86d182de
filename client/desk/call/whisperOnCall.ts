import type { Entry } from '../../../src/contract/log/entry.ts';

type Whisper = Entry<'whisper-created'>;

/** The newest whisper to this person of a call that began at `startedAt`, for as long as it stands; null where there is none. */
export function whisperOnCall(
  team: readonly Entry[],
  { startedAt, me, now }: { startedAt: string; me: string; now: number },
): Whisper | null {
  const isMine = (entry: Entry): entry is Whisper =>
    entry.type === 'whisper-created' &&
    entry.data.to === 'agent' &&
    (entry.data.reader === undefined || entry.data.reader.id === me) &&
    entry.at >= startedAt;
  const newest = team.findLast(isMine);
  if (newest === undefined) return null;
  const { expiresAt } = newest.data;
  return expiresAt === undefined || Date.parse(expiresAt) > now ? newest : null;
}
