import type { WidgetSessionAnswer, WidgetSessionRequest } from '../../src/contract/rest.ts';
import type { TokenReason } from '../shared/connection/connectHub.ts';
import { type Refusal, refusalIn } from '../shared/connection/refusal.ts';
import { recall, remember } from './recall.ts';

export interface WidgetSession {
  getToken(reason: TokenReason): Promise<string>;
  /** The next token is asked for with this proof of who the visitor is. */
  identify(identityToken: string): void;
}

export interface WidgetSessionOptions {
  hub: string;
  siteKey: string;
  listingId: string | undefined;
  locale: string;
  onAnswer(answer: WidgetSessionAnswer): void;
  /** The hub would not take the proof of identity; the visitor goes on as an anonymous one. */
  onIdentityRefused(refusal: Refusal): void;
}

const earlyMs = 15_000;
const requestTimeoutMs = 15_000;

/**
 * Who this browser is to the hub. The visitor is the same after a reload and in each tab; a token is for one session and is
 * kept in memory only.
 */
export function widgetSession(options: WidgetSessionOptions): WidgetSession {
  const { hub, siteKey, listingId, locale, onAnswer, onIdentityRefused } = options;
  const key = `jorge-hub:${hub}:${siteKey}:visitor`;
  let answer: WidgetSessionAnswer | null = null;
  let identityToken: string | null = null;
  let goodUntil = 0;

  async function request(visitorToken: string | null): Promise<WidgetSessionAnswer> {
    const proof = identityToken;
    const body: WidgetSessionRequest = {
      siteKey,
      ...(visitorToken ? { visitorToken } : {}),
      page: {
        url: location.href.split('#')[0]!.slice(0, 2048),
        title: document.title.slice(0, 300),
        ...(listingId ? { listingId } : {}),
      },
      locale: locale.slice(0, 35),
      ...(proof ? { identityToken: proof } : {}),
    };
    const response = await fetch(`${hub}/api/v1/widget/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    if (response.ok) {
      // From now on the visitorToken says who it is; the proof itself may end within minutes.
      if (identityToken === proof) identityToken = null;
      return (await response.json()) as WidgetSessionAnswer;
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

  async function renew(): Promise<void> {
    answer = await ask(recall('local', key));
    goodUntil = performance.now() + answer.expiresInSeconds * 1000;
    remember('local', key, answer.visitorToken);
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
  };
}
