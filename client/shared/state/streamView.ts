import type { Answer } from '../../../src/contract/socket/commands.ts';
import type { StreamDelta, StreamEnd, StreamReset, StreamStart } from '../../../src/contract/socket/streams.ts';

/** A text that grows. It is `ended` only when all of it is here. */
export interface StreamView extends Omit<StreamStart, 'attempt'> {
  readonly attempt: number;
  readonly text: string;
  readonly state: 'open' | 'ended';
  /** Set as soon as the hub says it is over, even if text is still missing. */
  readonly end: StreamEnd | null;
  /** Deltas past a hole, or of an attempt whose reset has not come. */
  readonly aside: readonly StreamDelta[];
  /** The furthest point that is known to exist. */
  readonly known: { readonly attempt: number; readonly length: number };
}

/** More than this is not kept aside: `stream-sync` brings it all at once. */
const maxAside = 200;

/** A start of what we have already is a repeat; a start of a higher attempt begins again. */
export function applyStreamStart(view: StreamView | undefined, start: StreamStart): StreamView {
  if (view && view.attempt >= start.attempt) return view;
  const known = view && view.known.attempt >= start.attempt ? view.known : { attempt: start.attempt, length: 0 };
  const aside = view?.aside.filter((delta) => delta.attempt >= start.attempt) ?? [];
  return settle({ ...start, text: '', state: 'open', end: view?.end ?? null, aside, known });
}

export function applyStreamDelta(view: StreamView, delta: StreamDelta): StreamView {
  if (view.state === 'ended' || delta.attempt < view.attempt) return view;
  const until = delta.offset + delta.text.length;
  if (delta.attempt === view.attempt && until <= view.text.length) return view;
  const aside = view.aside.length < maxAside ? [...view.aside, delta] : view.aside;
  return settle({ ...view, aside, known: further(view.known, { attempt: delta.attempt, length: until }) });
}

export function applyStreamReset(view: StreamView, reset: StreamReset): StreamView {
  if (view.state === 'ended' || reset.attempt <= view.attempt) return view;
  // After a missed reset nobody can say how much of our text still holds.
  const keep = reset.attempt === view.attempt + 1 ? reset.keep : 0;
  return settle({
    ...view,
    attempt: reset.attempt,
    text: view.text.slice(0, keep),
    known: further(view.known, { attempt: reset.attempt, length: reset.keep }),
  });
}

export function applyStreamEnd(view: StreamView, end: StreamEnd): StreamView {
  if (view.state === 'ended' || end.attempt < view.attempt) return view;
  return settle({ ...view, end, known: further(view.known, { attempt: end.attempt, length: end.length }) });
}

/** The answer to `stream-sync`, which was asked with `view.attempt` and `view.text.length`. */
export function applyStreamSync(view: StreamView, sync: Answer<'stream-sync'>): StreamView {
  if (view.state === 'ended' || sync.attempt < view.attempt) return view;
  const until = sync.offset + sync.text.length;
  let text = view.text;
  if (sync.attempt > view.attempt && sync.offset <= text.length) text = text.slice(0, sync.offset) + sync.text;
  else if (sync.attempt > view.attempt) text = '';
  else if (sync.offset <= text.length && until > text.length) text += sync.text.slice(text.length - sync.offset);
  const known = further(view.known, { attempt: sync.attempt, length: until });
  return settle({ ...view, attempt: sync.attempt, text, end: sync.end ?? view.end, known });
}

/** Whether there is text that no delta will bring anymore: ask `stream-sync`. */
export const needsSync = (view: StreamView): boolean =>
  view.state === 'open' && (view.known.attempt > view.attempt || view.known.length > view.text.length);

/** Whether the whole text is what the hub wrote. `unchecked` on pages without `crypto.subtle` (plain http). */
export async function verifyStream(view: StreamView): Promise<'matches' | 'differs' | 'unchecked'> {
  if (!view.end || typeof crypto === 'undefined' || !crypto.subtle) return 'unchecked';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(view.text));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === view.end.sha256 ? 'matches' : 'differs';
}

/** The same stream with no text, as if it had just started: to be filled by `stream-sync` after a text that differs. */
export const emptied = (view: StreamView): StreamView => ({ ...view, text: '', state: 'open', aside: [] });

type Point = StreamView['known'];
const further = (a: Point, b: Point): Point =>
  b.attempt > a.attempt || (b.attempt === a.attempt && b.length > a.length) ? b : a;

/** Appends deltas from aside that now fit, forgets outdated ones, and ends the stream when all is here. */
function settle(view: StreamView): StreamView {
  let { text } = view;
  const aside = view.aside
    .filter((delta) => delta.attempt >= view.attempt)
    .sort((a, b) => a.attempt - b.attempt || a.offset - b.offset)
    .filter((delta) => {
      if (delta.attempt !== view.attempt || delta.offset > text.length) return true;
      text += delta.text.slice(text.length - delta.offset);
      return false;
    });
  const end = view.end && view.end.attempt >= view.attempt ? view.end : null;
  const whole = end !== null && end.attempt === view.attempt && text.length >= end.length;
  if (whole) return { ...view, text: text.slice(0, end.length), aside: [], end, state: 'ended' };
  return { ...view, text, aside, end };
}
