import { recall, remember } from './recall.ts';

/** Where a site's chat keeps things in the browser. */
export const storageKeyOf = (hub: string, siteKey: string): string => `jorge-hub:${hub}:${siteKey}`;

/** The token of who chats here without being signed in to the site. */
export const anonymousKeyOf = (storageKey: string): string => `${storageKey}:visitor`;
/** The token of who was signed in here last: of use only together with a proof that it is them again. */
export const signedKeyOf = (storageKey: string): string => `${storageKey}:signed`;

/** What stays when a visitor is forgotten: it is the brokerage's, not theirs. */
const ofNobody = ['look'];

/** Takes everything that was kept of visitors out of this browser. */
export function forgetKept(storageKey: string) {
  for (const kind of ['local', 'session'] as const) {
    for (const key of keysOf(kind)) {
      if (!key.startsWith(`${storageKey}:`)) continue;
      if (!ofNobody.includes(key.slice(storageKey.length + 1))) remember(kind, key, null);
    }
  }
}

function keysOf(kind: 'local' | 'session'): string[] {
  try {
    return Object.keys(kind === 'local' ? window.localStorage : window.sessionStorage);
  } catch (error) {
    if (error instanceof DOMException) return [];
    throw error;
  }
}

const retriesMs = [0, 1_000, 5_000, 20_000];

/**
 * Asks the hub to end the sessions of everybody of whom this browser has a token, so that a copy of it is of no use. False when
 * the hub could not be reached, after a few tries.
 */
export async function endKeptSessions(hub: string, siteKey: string): Promise<boolean> {
  const storageKey = storageKeyOf(hub, siteKey);
  const tokens = [anonymousKeyOf(storageKey), signedKeyOf(storageKey)].flatMap((key) => recall('local', key) ?? []);
  const ended = await Promise.all(tokens.map((visitorToken) => endSessions(hub, { siteKey, visitorToken })));
  return ended.every(Boolean);
}

async function endSessions(hub: string, body: { siteKey: string; visitorToken: string }): Promise<boolean> {
  for (const afterMs of retriesMs) {
    if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
    // Outlives the page, which may go away at once when somebody signs out.
    const answer = await fetch(`${hub}/api/v1/widget/sessions/end`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      keepalive: true,
    }).catch(() => null);
    // 401: a token that the hub does not take is of no use to anybody.
    if (answer?.ok || answer?.status === 401) return true;
  }
  return false;
}
