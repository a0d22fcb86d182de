import type { Basis } from '../../contract/log/parts.ts';
import type { StreamEnd } from '../../contract/socket/streams.ts';
import type { Clock } from '../../kernel/clock.ts';
import { sha256 } from '../../kernel/ids.ts';
import { conversationTopic, type Hint, type Wakeups } from '../../kernel/wakeups.ts';
import type { StreamEnding, StreamHeader, StreamHint } from './model.ts';
import type { StreamLog } from './ports.ts';
import { type StopHint, streamTopic } from './stopHint.ts';

export interface StreamDeps {
  log: StreamLog;
  wakeups: Wakeups;
  clock: Clock;
}

export interface StreamWriter {
  readonly streamId: string;
  /** Aborted when the stream may no longer be written: stopped, superseded, taken over. The writer must then stop. */
  readonly signal: AbortSignal;
  /** Everything written so far in this attempt, well formed, whether or not it is stored yet. */
  text(): string;
  write(text: string): void;
  /** Begins again as the next attempt on another basis; the words so far are dropped. Nothing when it is on that basis and empty. */
  restart(basis: Basis): void;
  /** Stores what is left; nothing may be written after it. Whether all of this attempt was taken, and nobody is known to have ended it. */
  flush(): Promise<boolean>;
  /**
   * Stores what is left and ends the stream. How this attempt really ended: somebody may have stopped it before. Null when it is gone,
   * or when a higher attempt goes on.
   */
  end(ending: StreamEnding): Promise<StreamEnd | null>;
}

const mergeMs = 25;
const mergeChars = 80;
const keepAliveEveryMs = 1500;
const aliveForMs = 5000;

/**
 * Opens a stream, or a higher attempt of one that keeps `kept`, and announces it. Null when the log refuses it.
 * The first text is stored at once; later text is merged while an append runs, for 25 ms, or up to 80 characters or a
 * sentence end. `write` costs a string concatenation: no promise and no timer per token.
 */
export async function openStream(deps: StreamDeps, header: StreamHeader, kept = ''): Promise<StreamWriter | null> {
  if (!(await deps.log.open(header, kept.length))) return null;
  return new LogWriter(deps, header, kept);
}

class LogWriter implements StreamWriter {
  readonly streamId: string;
  readonly signal: AbortSignal;
  readonly #deps: StreamDeps;
  readonly #topic: string;
  readonly #aborter = new AbortController();
  readonly #cancelStopListener: () => void;
  #header: StreamHeader;
  /** Stored, or on its way. */
  #sent: string;
  /** Not yet on its way. */
  #pending = '';
  #firstSent = false;
  /** An append or a restart runs: text waits for it. */
  #busy = false;
  #restartOn: Basis | null = null;
  #onIdle: (() => void)[] = [];
  #cancelFlush: (() => void) | null = null;
  #cancelKeepAlive: (() => void) | null = null;
  #ending: Promise<StreamEnd | null> | null = null;
  /** The store did not answer: the stream cannot end well anymore. */
  #storeFailed = false;

  constructor(deps: StreamDeps, header: StreamHeader, kept: string) {
    this.streamId = header.streamId;
    this.signal = this.#aborter.signal;
    this.#deps = deps;
    this.#header = header;
    this.#sent = kept;
    this.#topic = conversationTopic(header.conversationId);
    this.#cancelStopListener = deps.wakeups.subscribe(streamTopic(header.streamId), (hint) => this.#onHint(hint));
    this.#publish({ kind: 'stream-opened', header, keep: kept.length });
    this.#beat();
  }

  text(): string {
    return (this.#sent + this.#pending).toWellFormed();
  }

  write(text: string): void {
    if (text === '' || this.#ending !== null || this.signal.aborted) return;
    this.#pending += text;
    if (!this.#busy) this.#goOn();
  }

  restart(basis: Basis): void {
    if (this.#ending !== null || this.signal.aborted) return;
    const isEmpty = this.#sent === '' && this.#pending === '';
    if (isEmpty && basis === (this.#restartOn ?? this.#header.basis)) return;
    this.#pending = '';
    this.#restartOn = basis;
    if (!this.#busy) this.#goOn();
  }

  end(ending: StreamEnding): Promise<StreamEnd | null> {
    this.#ending ??= this.#finish(ending);
    return this.#ending;
  }

  async flush(): Promise<boolean> {
    await this.#storeRest();
    return this.#ending === null && !this.signal.aborted;
  }

  async #finish(ending: StreamEnding): Promise<StreamEnd | null> {
    this.#stopTimers();
    this.#cancelStopListener();
    await this.#storeRest();
    const { streamId, attempt } = this.#header;
    const how: StreamEnding = this.#storeFailed ? { status: 'failed', code: 'DEPENDENCY_DOWN' } : ending;
    const ended = await this.#deps.log.end(streamId, attempt, how);
    if (!ended) this.#aborter.abort();
    // After a failure only the store knows how much of the text it took.
    if (!ended || this.#storeFailed) {
      const stored = (await this.#deps.log.read(streamId))?.end ?? null;
      if (ended && stored !== null) this.#publish({ kind: 'stream-ended', end: stored });
      return stored?.attempt === attempt ? stored : null;
    }
    const end: StreamEnd = { streamId, attempt, ...how, length: this.#sent.length, sha256: sha256(this.#sent) };
    this.#publish({ kind: 'stream-ended', end });
    return end;
  }

  async #storeRest(): Promise<void> {
    await this.#idle();
    if (this.#restartOn !== null) {
      this.#reopen(this.#restartOn);
      await this.#idle();
    }
    if (!this.signal.aborted) {
      this.#flush(true);
      await this.#idle();
    }
  }

  /** Not busy: what is next? */
  #goOn(): void {
    for (const resolve of this.#onIdle.splice(0)) resolve();
    if (this.#ending !== null) return;
    if (this.#restartOn !== null) this.#reopen(this.#restartOn);
    else if (this.#pending === '') return;
    else if (!this.#firstSent || isDue(this.#pending)) this.#flush(false);
    else if (this.#cancelFlush === null) this.#cancelFlush = this.#deps.clock.after(mergeMs, this.#onFlushTime);
  }

  readonly #onFlushTime = (): void => {
    this.#cancelFlush = null;
    if (!this.#busy) this.#flush(false);
  };

  /** Sends what waits; half of a surrogate pair waits for its other half, unless nothing will follow. */
  #flush(last: boolean): void {
    this.#cancelFlush?.();
    this.#cancelFlush = null;
    const held = !last && isHighSurrogate(this.#pending.charCodeAt(this.#pending.length - 1)) ? 1 : 0;
    const text = this.#pending.slice(0, this.#pending.length - held).toWellFormed();
    this.#pending = held === 0 ? '' : this.#pending.slice(-1);
    if (text === '') return;
    const { streamId, attempt } = this.#header;
    const offset = this.#sent.length;
    this.#sent += text;
    this.#firstSent = true;
    this.#busy = true;
    this.#deps.log.append(streamId, attempt, offset, text).then((stored) => {
      if (stored) this.#publish({ kind: 'stream-grown', streamId, attempt, offset, text });
      this.#settle(stored);
    }, this.#onStoreFailure);
  }

  #reopen(basis: Basis): void {
    this.#restartOn = null;
    this.#busy = true;
    const header = { ...this.#header, attempt: this.#header.attempt + 1, basis };
    this.#deps.log.open(header, 0).then((opened) => {
      if (opened) {
        this.#header = header;
        this.#sent = '';
        this.#firstSent = false;
        this.#publish({ kind: 'stream-opened', header, keep: 0 });
      }
      this.#settle(opened);
    }, this.#onStoreFailure);
  }

  readonly #onStoreFailure = (): void => {
    this.#storeFailed = true;
    this.#settle(false);
  };

  #settle(allowed: boolean): void {
    this.#busy = false;
    if (!allowed) this.#giveUp();
    this.#goOn();
  }

  #giveUp(): void {
    this.#pending = '';
    this.#restartOn = null;
    this.#stopTimers();
    this.#aborter.abort();
  }

  async #idle(): Promise<void> {
    while (this.#busy) await new Promise<void>((resolve) => this.#onIdle.push(resolve));
  }

  /** A refusal means that another writer or an end came first. A store that is away is no refusal: the next beat asks again. */
  readonly #beat = (): void => {
    this.#cancelKeepAlive = this.#deps.clock.after(keepAliveEveryMs, this.#beat);
    const { streamId, attempt } = this.#header;
    this.#deps.log.keepAlive(streamId, attempt, aliveForMs).then(
      (alive) => {
        if (!alive && !this.#busy && this.#ending === null && attempt === this.#header.attempt) this.#giveUp();
      },
      () => undefined,
    );
  };

  #onHint(hint: Hint): void {
    if (hint.kind !== 'stream-stop' || this.#ending !== null) return;
    const { code } = hint as StopHint;
    // The model hears of it at once; the stored text stays.
    this.#pending = '';
    this.#aborter.abort();
    this.end({ status: 'stopped', ...(code === undefined ? {} : { code }) }).catch(() => undefined);
  }

  #stopTimers(): void {
    this.#cancelFlush?.();
    this.#cancelFlush = null;
    this.#cancelKeepAlive?.();
    this.#cancelKeepAlive = null;
  }

  #publish(hint: StreamHint): void {
    this.#deps.wakeups.publish(this.#topic, hint);
  }
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** Long enough, or at a sentence's end: a cheap guess, with at most one quote, bracket or space behind the mark. */
function isDue(pending: string): boolean {
  const { length } = pending;
  return (
    length >= mergeChars ||
    isSentenceEnd(pending.charCodeAt(length - 1)) ||
    (length > 1 && isSentenceEnd(pending.charCodeAt(length - 2)))
  );
}
const isSentenceEnd = (unit: number): boolean => unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x0a;
