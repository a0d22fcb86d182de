import type { HubConnection } from '../shared/connection/connectHub.ts';
import type { OutboxItem } from '../shared/connection/outbox.ts';
import type { Refusal } from '../shared/connection/refusal.ts';
import type { Speech } from './speech.ts';
import type { ChatDraft } from './talkRows.ts';
import { emitToPage } from './widgetEvents.ts';

const graceMs = 1_500;
/** Codes with which the hub refuses for a while because too many come at once. */
const limitCodes: ReadonlySet<string> = new Set(['CONNECTION_LIMIT', 'RATE_LIMITED']);

interface Told {
  connection: HubConnection<'/widget'>;
  outbox: readonly OutboxItem<ChatDraft>[];
  /** On the clock of `performance`; null while the connection is live. */
  offlineSince: number | null;
  refused: Refusal | null;
  blocked: boolean;
  reasonOf(refusal: Refusal): string;
}

/**
 * The slim line that says why nothing comes or goes, and tells the page of a refusal. Returns in how many milliseconds it says
 * something else by itself; null where it does not.
 */
export function statusLine(line: HTMLElement, element: HTMLElement, words: Speech['words']) {
  let slowedDown = false;
  let toldCode: string | undefined;

  /** Whether the hub slows the visitor down. Between two tries nothing says so, and the line must not blink. */
  function sendsTooFast(outbox: Told['outbox']): boolean {
    if (outbox.some(({ state, refusal }) => state === 'waiting' && refusal !== undefined)) slowedDown = true;
    else if (outbox.every(({ state }) => state === 'sent' || state === 'failed')) slowedDown = false;
    return slowedDown;
  }

  return ({ connection, outbox, offlineSince, refused, blocked, reasonOf }: Told): number | null => {
    const lostForMs = offlineSince === null ? 0 : performance.now() - offlineSince;
    const lost = connection.status !== 'live' && lostForMs > graceMs;
    const tooFast = sendsTooFast(outbox);
    const crowded = connection.status !== 'live' && limitCodes.has(connection.heldOffBy?.code ?? '');
    if (refused) line.textContent = blocked ? words.blocked : `${words.notHere} ${reasonOf(refused)}`;
    else if (crowded) line.textContent = `${words.crowded} ${words.sentThen}`;
    else if (lost) {
      const now = connection.session === null ? words.notReached : words.reconnecting;
      line.textContent = `${now} ${words.sentThen}`;
    } else if (tooFast) line.textContent = words.tooFast;
    if (refused && refused.code !== toldCode)
      emitToPage(element, 'error', { code: refused.code, message: refused.message });
    toldCode = refused?.code;
    line.hidden = !refused && !lost && !crowded && !tooFast;
    return !refused && !lost && offlineSince !== null ? graceMs - lostForMs : null;
  };
}
