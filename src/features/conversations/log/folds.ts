import { LRUCache } from 'lru-cache';
import { type Entry, logKindOf } from '../../../contract/log/entry.ts';
import type { LogKind } from '../../../contract/log/logs.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import { conversationTopic, type Wakeups } from '../../../kernel/wakeups.ts';
import { isOfVisitor } from '../actors.ts';
import type { Conversation } from '../model.ts';
import type { ConversationStore, EntryStore, WaitingWords } from '../ports.ts';
import { charsOf, type FoldedLog, firstOf, isNext, linesIn, newestIn, withLines } from './foldedLog.ts';

/**
 * This node's memory of the conversations that it works on: how each stands and the newest lines of its logs. It is brought forward by
 * what this node appends and by the hints of other nodes. A hint may be lost, so what is held may be behind the store: a number that was
 * given meanwhile, a raised fence or a later turn then refuse the write, and what is held is read again. Nothing is held of a conversation
 * that is over. For what must be true whatever was held (the feed, REST, mending) there is the store.
 */
export interface Folds {
  /** As the store has it now. */
  read(tenantId: string, conversationId: string): Promise<Conversation | null>;
  /**
   * As this node knows it: no change of speaker or owner stands in the log up to `headOf`. The board's fields, and
   * everything else if a hint was lost, may be a minute old.
   */
  find(tenantId: string, conversationId: string): Promise<Conversation | null>;
  /** This node changed it otherwise than by a line: it is read again when it is next asked for, here and on other nodes. */
  changed(conversationId: string): void;
  /** This node marked that these words wait for an answer. */
  waits(conversationId: string, words: WaitingWords): void;
  /** This node marked that all words up to the number `through` are answered. */
  answered(conversationId: string, through: number): void;
  /** This node appended these lines of one log, in order; `fence`: the one that it wrote under. */
  appended(lines: readonly Entry[], fence?: number): void;
  /** Reads from the store what stands there and is not known here. A log that is known up to what `seen` names is not read. */
  catchUp(conversationId: string, seen?: SeenSeqs): Promise<void>;
  /** The head as this node knows it; null where it does not hold the log. */
  headOf(conversationId: string, kind: LogKind): number | null;
  /**
   * Whether this line of the team's log is known to stand before anything is deleted from that log: a deletion marks the conversation, tells
   * the log of a conversation with a call, and then takes out its words. False where this node cannot tell.
   */
  standsBeforeDeletion(entry: Entry): boolean;
  /** The logs as this node knows them; it reads the lines that it does not hold. */
  entries: Pick<EntryStore, 'head' | 'read' | 'newestOf'>;
  forget(conversationId: string): void;
}

/** Numbers of lines that are known to stand in a log. */
export type SeenSeqs = Partial<Record<LogKind, number>>;

interface FoldDeps {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'head' | 'read' | 'newestOf'>;
  wakeups: Wakeups;
  clock: Clock;
}

interface Fold {
  /** `internal`: the head of the team's log that was held when the read began; null where none was. */
  conversation: { is: Conversation; readAt: number; internal: number | null } | null;
  /** Counts what may have changed the conversation without its being known how. */
  doubts: number;
  logs: Record<LogKind, FoldedLog | null>;
  stopListening(): void;
}

const changedHint = 'changed';

const mostFolds = 5_000;
/** Of all of them: some 40 MB. */
const mostCharsHeld = 20_000_000;
const leastChars = 2_000;
/** Time without activity after which a fold goes: words that another process deleted may stay in memory for that long. */
const keptMs = 300_000;
/** The longest that a lost hint leaves a conversation wrong. */
const believedMs = 60_000;
const linesPerRead = 200;

export function createFolds({ conversations, entries, wakeups, clock }: FoldDeps): Folds {
  const node = newId();
  // In a box, because the cache takes the size of a value anew only when the value is another.
  const folds = new LRUCache<string, { fold: Fold }>({
    max: mostFolds,
    maxSize: mostCharsHeld,
    sizeCalculation: ({ fold }) => leastChars + charsOf(fold.logs.public) + charsOf(fold.logs.internal),
    ttl: keptMs,
    ttlAutopurge: true,
    perf: { now: () => clock.now() },
    ttlResolution: 0,
    dispose: ({ fold }, _, reason) => reason !== 'set' && fold.stopListening(),
  });

  const foldOf = (conversationId: string): Fold | null => folds.get(conversationId)?.fold ?? null;

  const keep = (conversationId: string, fold: Fold): void => void folds.set(conversationId, { fold });

  function open(conversationId: string): Fold {
    const found = foldOf(conversationId);
    if (found !== null) return found;
    const fold: Fold = {
      conversation: null,
      doubts: 0,
      logs: { public: null, internal: null },
      stopListening: wakeups.subscribe(conversationTopic(conversationId), (hint) => {
        if (hint.kind === 'entry') takeLines(conversationId, fold, [hint.entry as Entry], 'of another');
        else if (hint.kind === changedHint && hint.node !== node) doubt(fold);
      }),
    };
    keep(conversationId, fold);
    return fold;
  }

  function doubt(fold: Fold): void {
    fold.doubts += 1;
    fold.conversation = null;
  }

  /** `by`: the fence that this node wrote them under, where it did; `of another` where it heard or read of them. */
  function takeLines(
    conversationId: string,
    fold: Fold,
    lines: readonly Entry[],
    by: number | 'of another' | undefined,
  ): void {
    const [line] = lines;
    if (line === undefined || foldOf(conversationId) !== fold) return;
    const kind = logKindOf(line.type);
    const held = fold.logs[kind];
    const taken = withLines(held, lines);
    if (taken === held) return;
    fold.logs[kind] = taken;
    const fresh = held === null ? lines : lines.filter(({ seq }) => seq > held.head);
    // If the log was not known up to here, the unknown part may hold a change of speaker.
    if (kind === 'public' && (held === null || (fresh.length > 0 && !isNext(held, fresh)))) doubt(fold);
    for (const entry of fresh) {
      const isOver = entry.type === 'conversation-changed' && entry.data.mode === 'closed';
      // Words that were erased are not to be held.
      if (isOver || entry.type === 'call-wiped') {
        forget(conversationId);
        return;
      }
      const isUnderFence = typeof by === 'number' && fold.conversation?.is.fence === by;
      if (entry.type === 'assignment-changed' || (entry.type === 'conversation-changed' && !isUnderFence)) doubt(fold);
      if (by === 'of another' && fold.conversation !== null && mayChangeWait(entry, fold.conversation.is)) doubt(fold);
    }
    keep(conversationId, fold);
  }

  /** A log of which nothing is held yet, and whose head is known. */
  function takeHead(conversationId: string, kind: LogKind, head: number): void {
    const fold = foldOf(conversationId);
    if (fold === null || fold.logs[kind] !== null) return;
    fold.logs[kind] = { lines: [], head };
    if (kind === 'public') doubt(fold);
  }

  function forget(conversationId: string): void {
    folds.delete(conversationId);
  }

  function hold(conversation: Conversation, internal: number | null): void {
    if (conversation.mode === 'closed') {
      forget(conversation.id);
      return;
    }
    const fold = open(conversation.id);
    fold.conversation = { is: conversation, readAt: clock.now(), internal };
    keep(conversation.id, fold);
  }

  function changeWait(
    conversationId: string,
    change: (fold: { is: Conversation; lines: readonly Entry[] }) => Partial<Conversation>,
  ): void {
    const fold = foldOf(conversationId);
    if (fold === null) return;
    // A read that is under way may return the row from before this change.
    fold.doubts += 1;
    if (fold.conversation === null) return;
    const { is } = fold.conversation;
    const changed = change({ is, lines: fold.logs.public?.lines ?? [] });
    fold.conversation = { ...fold.conversation, is: { ...is, ...changed } };
  }

  async function read(tenantId: string, conversationId: string): Promise<Conversation | null> {
    const before = foldOf(conversationId);
    const doubts = before?.doubts;
    const internal = before?.logs.internal?.head ?? null;
    const conversation = await conversations.find(tenantId, conversationId);
    if (conversation === null) return null;
    // A change while it was read may be in it or not.
    const isSure = foldOf(conversationId) === before && before?.doubts === doubts;
    if (isSure || conversation.mode === 'closed') hold(conversation, internal);
    return conversation;
  }

  return {
    read,
    async find(tenantId, conversationId) {
      const held = foldOf(conversationId)?.conversation;
      const isGood = held?.is.tenantId === tenantId && clock.now() - held.readAt < believedMs;
      return isGood ? held.is : read(tenantId, conversationId);
    },
    changed(conversationId) {
      const fold = foldOf(conversationId);
      if (fold !== null) doubt(fold);
      wakeups.publish(conversationTopic(conversationId), { kind: changedHint, node });
    },
    waits(conversationId, { at }) {
      changeWait(conversationId, ({ is }) => ({
        unansweredSince: is.unansweredSince ?? at,
        snoozedUntil: null,
      }));
    },
    answered(conversationId, through) {
      changeWait(conversationId, ({ is, lines }) => {
        const later = lines.findLast((entry) => entry.seq > through && isOfVisitor(entry));
        return {
          unansweredSince:
            later === undefined ? null : is.unansweredSince && Math.max(is.unansweredSince, Date.parse(later.at)),
        };
      });
    },
    appended(lines, fence) {
      const [line] = lines;
      if (line === undefined) return;
      const { conversationId } = line;
      const found = foldOf(conversationId);
      // Nothing is said in a conversation that is over.
      if (found === null && !lines.some(({ type }) => type === 'message-created')) return;
      // As a store gives them back: a line read here must not differ from one read there.
      takeLines(conversationId, found ?? open(conversationId), JSON.parse(JSON.stringify(lines)), fence);
    },
    async catchUp(conversationId, seen = {}) {
      const fold = foldOf(conversationId);
      if (fold === null) return;
      const catchUpOn = async (kind: LogKind): Promise<void> => {
        for (;;) {
          const head = fold.logs[kind]?.head;
          if (head === undefined || head >= (seen[kind] ?? Number.POSITIVE_INFINITY)) return;
          const to = Number.MAX_SAFE_INTEGER;
          const lines = await entries.read(conversationId, kind, head + 1, to, linesPerRead);
          takeLines(conversationId, fold, lines, 'of another');
          if (lines.length < linesPerRead) return;
        }
      };
      await Promise.all([catchUpOn('public'), catchUpOn('internal')]);
    },
    headOf: (conversationId, kind) => foldOf(conversationId)?.logs[kind]?.head ?? null,
    standsBeforeDeletion({ conversationId, type, seq }) {
      const fold = foldOf(conversationId);
      const read = fold?.conversation ?? null;
      const held = fold?.logs.internal ?? null;
      if (logKindOf(type) !== 'internal' || held === null || read === null) return false;
      // What stood when the conversation was read without the mark is before the deletion; what came since must be known in full. A call that
      // stood by then is seen by every deletion after it, which then tells the log.
      const { internal } = read;
      if (internal === null || firstOf(held) > internal + 1 || seq > held.head) return false;
      const hasCall = held.lines.some((line) => line.seq <= internal && isOfCall(line));
      return hasCall && !held.lines.some((line) => line.seq > internal && tellsOfDeletion(line));
    },
    entries: {
      async head(conversationId, kind) {
        const held = foldOf(conversationId)?.logs[kind];
        if (held) return held.head;
        const head = await entries.head(conversationId, kind);
        takeHead(conversationId, kind, head);
        return foldOf(conversationId)?.logs[kind]?.head ?? head;
      },
      async read(conversationId, kind, fromSeq, toSeq, limit) {
        const fold = foldOf(conversationId);
        const held = fold?.logs[kind] ?? null;
        if (fold === null || held === null) {
          const lines = await entries.read(conversationId, kind, fromSeq, toSeq, limit);
          const isEnd = toSeq === Number.MAX_SAFE_INTEGER && lines.length < limit;
          if (fold !== null && isEnd && fold.logs[kind] === null) {
            if (lines.length > 0) takeLines(conversationId, fold, lines, 'of another');
            else takeHead(conversationId, kind, fromSeq - 1);
          }
          return lines;
        }
        const first = firstOf(held);
        if (fromSeq >= first) return linesIn(held, fromSeq, toSeq, limit);
        const older = await entries.read(conversationId, kind, fromSeq, Math.min(toSeq, first - 1), limit);
        takeLines(conversationId, fold, older, 'of another');
        return [...older, ...linesIn(held, first, toSeq, limit - older.length)];
      },
      async newestOf(conversationId, type) {
        const held = foldOf(conversationId)?.logs[logKindOf(type)];
        const newest = held ? newestIn(held, type) : 'unknown';
        return newest === 'unknown' ? entries.newestOf(conversationId, type) : newest;
      },
    },
    forget,
  };
}

const isOfCall = ({ type }: Entry): boolean => type === 'call-started' || type === 'call-segment';
const tellsOfDeletion = ({ type }: Entry): boolean => type === 'call-wiped';

/** Whether a message may end the wait for an answer, or begin one. */
const mayChangeWait = (entry: Entry, { unansweredSince, snoozedUntil }: Conversation): boolean =>
  entry.type === 'message-created' &&
  (isOfVisitor(entry) ? unansweredSince === null || snoozedUntil !== null : unansweredSince !== null);
