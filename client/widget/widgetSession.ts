import type { WidgetSessionAnswer, WidgetSessionRequest } from '../../src/contract/rest.ts';
import type { TokenReason } from '../shared/connection/connectHub.ts';
import { refusalIn } from '../shared/connection/refusal.ts';
import { recall, remember } from './recall.ts';

export interface WidgetSession {
  getToken(reason: TokenReason): Promise<string>;
  readonly answer: WidgetSessionAnswer | null;
}

const earlyMs = 15_000;
const requestTimeoutMs = 15_000;

/**
 * Who this browser is to the hub. The visitor is the same after a reload and in each tab; a token is for one session and is
 * kept in memory only.
 */
export function widgetSession(options: {
  hub: string;
  siteKey: string;
  listingId: string | undefined;
  onAnswer(answer: WidgetSessionAnswer): void;
}): WidgetSession {
  const { hub, siteKey, listingId, onAnswer } = options;
  const key = `jorge-hub:${hub}:${siteKey}:visitor`;
  let answer: WidgetSessionAnswer | null = null;
  let goodUntil = 0;

  async function request(visitorToken: string | null): Promise<WidgetSessionAnswer> {
    const body: WidgetSessionRequest = {
      siteKey,
      ...(visitorToken ? { visitorToken } : {}),
      page: {
        url: location.href.split('#')[0]!.slice(0, 2048),
        title: document.title.slice(0, 300),
        ...(listingId ? { listingId } : {}),
      },
      locale: navigator.language,
    };
    const response = await fetch(`${hub}/api/v1/widget/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    if (response.ok) return (await response.json()) as WidgetSessionAnswer;
    const refused = (await response.json().catch(() => null)) as { error?: unknown } | null;
    throw refusalIn(refused?.error) ?? new Error(`widget session: ${response.status}`);
  }

  async function renew(): Promise<void> {
    const visitorToken = recall('local', key);
    try {
      answer = await request(visitorToken);
    } catch (error) {
      // A token that the hub no longer takes (its data or its secret is new) must not lock this browser out for ever.
      if (!visitorToken || !refusalIn(error)?.code.startsWith('AUTH_')) throw error;
      answer = await request(null);
    }
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
    get answer() {
      return answer;
    },
  };
}
