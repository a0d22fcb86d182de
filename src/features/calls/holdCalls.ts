import { LRUCache } from 'lru-cache';
import type { Entry, EntryType } from '../../contract/log/entry.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Folds } from '../conversations/log/folds.ts';
import type { Call } from './model.ts';
import type { CallStore } from './ports.ts';
import { mayKeepWords } from './rules.ts';

/** Calls whose words come in many times a second: one that may be written down is read seldom. */
export interface HeldCalls extends Pick<CallStore, 'find'> {
  /**
   * The call once number `seq` of its log stands. A refusal changes the call, writes a line, and then erases the words
   * before that line: so a line of words with no such line before it either stood in time, or is found and erased. Null
   * if the call is gone.
   */
  findAfter(call: Call, seq: number): Promise<Call | null>;
}

export interface HoldDeps {
  calls: Pick<CallStore, 'find'>;
  folds: { headOf: Folds['headOf']; entries: Pick<Folds['entries'], 'read'> };
  clock: Clock;
}

interface Held {
  call: Call;
  readAt: number;
  /** Up to here the team's log says nothing else of it; null: not known. */
  through: number | null;
}

const mostHeld = 10_000;
/** A no that was never written down, because its node died, is seen by then, and before its job erases what came in meanwhile. */
const believedMs = 8_000;
/** The same where this node does not hold the log. */
const believedUnseenMs = 1_000;

const changesCall = ({ type }: Entry): boolean => changes.has(type);
/** The entries that change a call; an assignment puts the person who takes the conversation on it. */
const changes: ReadonlySet<EntryType> = new Set([
  'call-started',
  'call-consent-changed',
  'call-ended',
  'call-wiped',
  'assignment-changed',
]);

export function holdCalls({ calls, folds, clock }: HoldDeps): HeldCalls {
  const held = new LRUCache<string, Held>({ max: mostHeld });

  async function read(tenantId: string, callId: string, through: number | null): Promise<Call | null> {
    const readAt = clock.now();
    const call = await calls.find(tenantId, callId);
    if (call !== null && call.endedAt === null && mayKeepWords(call)) held.set(callId, { call, readAt, through });
    else held.delete(callId);
    return call;
  }

  /** Whether the log says nothing of the call after what is known of it, up to number `head`. */
  async function isAsKnown({ call, through }: Held, head: number): Promise<boolean> {
    if (through === null) return false;
    if (head <= through) return true;
    const lines = await folds.entries.read(call.conversationId, 'internal', through + 1, head, head - through);
    return lines.length === head - through && !lines.some(changesCall);
  }

  return {
    async find(tenantId, callId) {
      const known = held.get(callId);
      if (known?.call.tenantId !== tenantId) return read(tenantId, callId, null);
      const ageMs = clock.now() - known.readAt;
      const head = folds.headOf(known.call.conversationId, 'internal');
      const stands = head === null ? ageMs < believedUnseenMs : ageMs < believedMs && (await isAsKnown(known, head));
      if (stands) return known.call;
      return read(tenantId, callId, head);
    },
    async findAfter({ tenantId, id }, seq) {
      const known = held.get(id);
      if (known === undefined || !(await isAsKnown(known, seq))) return read(tenantId, id, seq);
      held.set(id, { ...known, through: Math.max(known.through ?? 0, seq) });
      return known.call;
    },
  };
}
