import type { Given, PathOf, RouteAnswer } from '../../src/contract/rest/routes.ts';
import type { WidgetSessionAnswer } from '../../src/contract/rest/widgetSessions.ts';
import type { TokenReason } from '../shared/connection/connectHub.ts';
import { type Refusal, refusalIn } from '../shared/connection/refusal.ts';
import { readStorage, writeStorage } from './readStorage.ts';
import { anonymousKeyOf, signedKeyOf, storageKeyOf } from './visitorStorage.ts';

export interface WidgetSession {
  getToken(reason: TokenReason): Promise<string>;
  /** Uses this proof of identity when the next token is asked for. */
  identify(identityToken: string): void;
  /** True when somebody was signed in here and nothing proves that it is them again. */
  isAfterSomebody(): boolean;
}

export interface WidgetSessionOptions {
  hub: string;
  siteKey: string;
  listingId: string | undefined;
  locale: string;
  /** False: the visitor said no, so the hub keeps none of the homes that they look at. */
  keepViews: boolean;
  onAnswer(answer: WidgetSessionAnswer): void;
  /** The hub refused the proof of identity, or the proof has ended; the visitor goes on as an anonymous one. */
  onIdentityRefused(refusal: Pick<Refusal, 'code' | 'message'>): void;
  /**
   * The site vouches for the visitor from now on, or no longer. `isOther`: it is somebody else than before, and nothing of that
   * person may be shown or sent anymore.
   */
  onPerson(change: { signed: boolean; isOther: boolean }): void;
}

type Opening = 'POST /widget/sessions';

const earlyMs = 15_000;
const requestTimeoutMs = 15_000;

/** The claims of a token, not verified: good for choosing among tokens, and no reason to believe them. */
function claimsIn(token: string | null): { sub?: string; known?: string } {
  try {
    const bytes = atob((token?.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0))));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return {};
    throw error;
  }
}

/**
 * The session of this browser's visitor. An anonymous visitor is the same after a reload and in each tab. A person who is signed in
 * to the site stays so for as long as the page stands, and on the next page when that page vouches for them again. A token is for
 * one session and is kept in memory only.
 */
export function widgetSession(options: WidgetSessionOptions): WidgetSession {
  const { hub, siteKey, listingId, locale, keepViews, onAnswer, onIdentityRefused, onPerson } = options;
  const key = anonymousKeyOf(storageKeyOf(hub, siteKey));
  const signedKey = signedKeyOf(storageKeyOf(hub, siteKey));
  let answer: WidgetSessionAnswer | null = null;
  /** The site vouched for the visitor on this page. */
  let signed = false;
  let identityToken: string | null = null;
  let goodUntil = 0;

  async function request(visitorToken: string | null): Promise<WidgetSessionAnswer> {
    const proof = identityToken;
    const body: Given<Opening>['body'] = {
      siteKey,
      ...(visitorToken ? { visitorToken } : {}),
      page: {
        url: location.href.split('#')[0]!.slice(0, 2048),
        title: document.title.slice(0, 300),
        ...(listingId ? { listingId } : {}),
      },
      locale: locale.slice(0, 35),
      ...(keepViews ? {} : { keepViews }),
      ...(proof ? { identityToken: proof } : signed && answer ? { token: answer.token } : {}),
    };
    const response = await fetch(`${hub}/api/v1${'/widget/sessions' satisfies PathOf<Opening>}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    if (response.ok) {
      const opened = (await response.json()) as RouteAnswer<Opening>;
      // From now on the session carries the identity; the proof itself may end within minutes.
      if (identityToken === proof) identityToken = null;
      keep(opened, proof);
      return opened;
    }
    const refused = (await response.json().catch(() => null)) as { error?: unknown } | null;
    throw refusalIn(refused?.error) ?? new Error(`widget session: ${response.status}`);
  }

  /** Asks without what the hub refused, so that neither an old token nor a bad proof locks the visitor out. */
  async function ask(visitorToken: string | null): Promise<WidgetSessionAnswer> {
    try {
      return await request(visitorToken);
    } catch (error) {
      const refusal = refusalIn(error);
      if (identityToken && refusal?.field === 'identityToken' && !refusal.retryable) {
        identityToken = null;
        onIdentityRefused(refusal);
        return ask(visitorToken);
      }
      // A token that the hub no longer takes (its data or its secret is new).
      if (visitorToken && refusal?.code.startsWith('AUTH_')) return ask(null);
      throw error;
    }
  }

  /** The token to go on with: that of the person who is signed in, where they were here before, or the anonymous one. */
  function kept(): string | null {
    const last = readStorage('local', signedKey);
    if (identityToken === null) return signed && answer ? answer.visitorToken : readStorage('local', key);
    const { known } = claimsIn(last);
    return known !== undefined && known === claimsIn(identityToken).sub ? last : readStorage('local', key);
  }

  const isAfterSomebody = () =>
    !signed && readStorage('local', signedKey) !== null && readStorage('local', key) === null;

  function keep(opened: WidgetSessionAnswer, proof: string | null) {
    const before = readStorage('local', signedKey);
    const wasSigned = signed;
    const isOther = answer !== null && answer.visitorId !== opened.visitorId;
    const isForgotten = answer !== null && before === null && readStorage('local', key) === null;
    signed = proof !== null || (wasSigned && !isOther);
    writeStorage('local', signed ? signedKey : key, opened.visitorToken);
    // The messages here from before the sign-in are theirs now.
    if (signed) writeStorage('local', key, null);
    if (signed && !wasSigned) onPerson({ signed, isOther: claimsIn(before).known !== claimsIn(proof).sub });
    else if (isOther && (wasSigned || isForgotten)) onPerson({ signed, isOther });
    if (wasSigned && !signed)
      onIdentityRefused({ code: 'AUTH_EXPIRED', message: 'The signed-in visitor’s session has ended.' });
  }

  async function renew(): Promise<void> {
    answer = await ask(kept());
    goodUntil = performance.now() + answer.expiresInSeconds * 1000;
    onAnswer(answer);
  }

  return {
    async getToken(reason) {
      if (reason !== 'connect' || !answer || performance.now() > goodUntil - earlyMs) {
        // Two tabs that open at once for the first time would otherwise be two visitors.
        await (navigator.locks?.request(key, renew) ?? renew());
      }
      return answer!.token;
    },
    identify(token) {
      identityToken = token;
      goodUntil = 0;
    },
    isAfterSomebody: () => identityToken === null && isAfterSomebody(),
  };
}
