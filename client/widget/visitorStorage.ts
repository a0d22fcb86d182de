import type { Given, PathOf } from '../../src/contract/rest/routes.ts';
import { readStorage, writeStorage } from './readStorage.ts';

/** The prefix under which a site's chat stores things in the browser. */
export const storageKeyOf = (hub: string, siteKey: string): string => `jorge-hub:${hub}:${siteKey}`;

/** Key of the token of a visitor who is not signed in to the site. */
export const anonymousKeyOf = (storageKey: string): string => `${storageKey}:visitor`;
/** Key of the token of the person who was signed in here last; useless without a new proof of identity. */
export const signedKeyOf = (storageKey: string): string => `${storageKey}:signed`;

/** Key of the language that the visitor chose here. */
export const languageKeyOf = (storageKey: string): string => `${storageKey}:language`;

/** Kept when a visitor is forgotten: it is the brokerage's, not theirs. */
const ofNobody = ['look'];

/** Removes everything that was stored about visitors from this browser. */
export function clearVisitorStorage(storageKey: string) {
  for (const kind of ['local', 'session'] as const) {
    for (const key of keysOf(kind)) {
      if (!key.startsWith(`${storageKey}:`)) continue;
      if (!ofNobody.includes(key.slice(storageKey.length + 1))) writeStorage(kind, key, null);
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
 * Asks the hub to end the sessions of every visitor of whom this browser has a token, so that a copy of the token is of no use.
 * False when the hub could not be reached, after a few tries.
 */
export async function endStoredSessions(hub: string, siteKey: string): Promise<boolean> {
  const storageKey = storageKeyOf(hub, siteKey);
  const tokens = [anonymousKeyOf(storageKey), signedKeyOf(storageKey)].flatMap(
    (key) => readStorage('local', key) ?? [],
  );
  const ended = await Promise.all(tokens.map((visitorToken) => endSessions(hub, { siteKey, visitorToken })));
  return ended.every(Boolean);
}

type Ending = 'POST /widget/sessions/end';

async function endSessions(hub: string, body: Given<Ending>['body']): Promise<boolean> {
  for (const afterMs of retriesMs) {
    if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
    // `keepalive`: the page may go away at once when somebody signs out.
    const answer = await fetch(`${hub}/api/v1${'/widget/sessions/end' satisfies PathOf<Ending>}`, {
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
