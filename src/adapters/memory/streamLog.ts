import type { StreamEnd } from '../../contract/socket/streams.ts';
import type { StreamHeader } from '../../features/streams/model.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import { type Clock, systemClock } from '../../kernel/clock.ts';
import { sha256 } from '../../kernel/ids.ts';

/** How long an opened stream vouches for its writer: until the first `keepAlive`. */
export const aliveAfterOpenMs = 4_000;
export const keptAfterEndMs = 3_600_000;
const mostEnded = 5_000;

interface Kept {
  header: StreamHeader;
  /** Grown by `+=`, which joins nothing until somebody reads. */
  text: string;
  end: StreamEnd | null;
  aliveUntil: number;
}

/** Streams of this process. The newest 5,000 ended ones are kept for an hour. */
export function createMemoryStreamLog(clock: Clock = systemClock): StreamLog {
  const streams = new Map<string, Kept>();
  const runningIds = new Set<string>();
  /** When each ended, oldest first. */
  const endedAt = new Map<string, number>();

  const forgetOld = (): void => {
    for (const [streamId, at] of endedAt) {
      if (endedAt.size <= mostEnded && at + keptAfterEndMs > clock.now()) break;
      endedAt.delete(streamId);
      streams.delete(streamId);
    }
  };
  const writable = (streamId: string, attempt: number): Kept | null => {
    const kept = streams.get(streamId);
    return kept?.end === null && kept.header.attempt === attempt ? kept : null;
  };
  const runningWhere = (is: (kept: Kept) => boolean): StreamHeader[] =>
    [...runningIds].flatMap((streamId) => {
      const kept = streams.get(streamId);
      return kept && is(kept) ? [{ ...kept.header }] : [];
    });

  return {
    async open(header, keep) {
      forgetOld();
      const before = streams.get(header.streamId);
      if (before && (before.end || before.header.attempt >= header.attempt)) return false;
      const text = before?.text ?? '';
      if (keep > text.length) return false;
      streams.set(header.streamId, {
        header: { ...header },
        text: text.slice(0, keep),
        end: null,
        aliveUntil: clock.now() + aliveAfterOpenMs,
      });
      runningIds.add(header.streamId);
      return true;
    },
    async append(streamId, attempt, offset, text) {
      const kept = writable(streamId, attempt);
      if (kept?.text.length !== offset) return false;
      kept.text += text;
      return true;
    },
    async end(streamId, attempt, ending) {
      const kept = writable(streamId, attempt);
      if (!kept) return false;
      kept.end = { streamId, attempt, ...ending, length: kept.text.length, sha256: sha256(kept.text) };
      runningIds.delete(streamId);
      endedAt.set(streamId, clock.now());
      forgetOld();
      return true;
    },
    async read(streamId) {
      forgetOld();
      const kept = streams.get(streamId);
      return kept ? { header: { ...kept.header }, text: kept.text, end: kept.end && { ...kept.end } } : null;
    },
    async running(conversationId) {
      return runningWhere(({ header }) => header.conversationId === conversationId);
    },
    async keepAlive(streamId, attempt, aliveForMs) {
      const kept = writable(streamId, attempt);
      if (!kept) return false;
      kept.aliveUntil = clock.now() + aliveForMs;
      return true;
    },
    async listOrphans() {
      return runningWhere(({ aliveUntil }) => aliveUntil <= clock.now());
    },
    async forget(conversationId) {
      for (const [streamId, { header }] of streams) {
        if (header.conversationId !== conversationId) continue;
        streams.delete(streamId);
        runningIds.delete(streamId);
        endedAt.delete(streamId);
      }
    },
  };
}
