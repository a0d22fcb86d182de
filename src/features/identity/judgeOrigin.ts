import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Logger } from '../../kernel/observe.ts';

/** The origin and the address that a request tells of itself. */
export interface Asked {
  origin: string | undefined;
  host: string | undefined;
  /** `http` or `https`, as a proxy says that wrote `X-Forwarded-Proto`. */
  forwardedScheme: string | undefined;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** `host`: where it is not the header's, because a proxy says another. */
export function askedBy(headers: Headers, host = headers.host): Asked {
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
  return { origin: one(headers.origin), host: one(host), forwardedScheme: one(headers['x-forwarded-proto']) };
}

/** How the hub itself is reached. */
export interface OwnAddress {
  /** The origin that is its own; null: it is known by the host of the request. */
  publicUrl: string | null;
  /** Names of this machine, beside `localhost`. */
  names: readonly string[];
  /** How many proxies in front are ours: with none, what a request says of its proxy is not believed. */
  trustedProxies: number;
}

export interface OriginJudge {
  /**
   * Whether a page of this origin may call, where `allowed` and the hub's own pages may. A call without an `Origin` is not a
   * browser's, and its token alone decides. Compared as the browser writes it (scheme, host and port): `null`, other spellings
   * and sub-domains are foreign.
   */
  allows(asked: Asked, allowed: readonly string[]): boolean;
  /**
   * For the hub's own page at an address that it does not know, the log says what to set.
   * @throws HubError ORIGIN_DENIED
   */
  require(asked: Asked, allowed: readonly string[]): void;
}

const setPublicUrl =
  'This hub doesn’t recognize this address as its own. Set PUBLIC_URL to the address in the browser, for example PUBLIC_URL=https://hub.example.com, and restart the hub.';
const sayAgainMs = 60_000;

/**
 * Which origins are the hub's own at this request. A host name that somebody else may point at this machine is not: their page
 * would pass for ours. An address in figures is, because a page that asks by it was served by it.
 */
function ownOriginsOf({ publicUrl, names, trustedProxies }: OwnAddress, asked: Omit<Asked, 'origin'>): string[] {
  if (publicUrl !== null) return [publicUrl];
  if (asked.host === undefined || !URL.canParse(`http://${asked.host}`)) return [];
  const { hostname } = new URL(`http://${asked.host}`);
  const inFigures = hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname);
  const isOurs = inFigures || hostname === 'localhost' || hostname.endsWith('.localhost') || names.includes(hostname);
  if (!isOurs) return [];
  const scheme = trustedProxies === 0 ? 'http' : asked.forwardedScheme?.split(',')[0]?.trim();
  const schemes = scheme === 'http' || scheme === 'https' ? [scheme] : ['http', 'https'];
  return schemes.map((one) => new URL(`${one}://${asked.host}`).origin);
}

export function createOriginJudge(own: OwnAddress, { clock, log }: { clock: Clock; log: Logger }): OriginJudge {
  let saidAt = Number.NEGATIVE_INFINITY;
  const allows: OriginJudge['allows'] = (asked, allowed) =>
    asked.origin === undefined || allowed.includes(asked.origin) || ownOriginsOf(own, asked).includes(asked.origin);
  return {
    allows,
    require(asked, allowed) {
      if (allows(asked, allowed)) return;
      if (!isSentToItself(asked)) throw new HubError('ORIGIN_DENIED');
      // A stranger can cause it: once a minute is enough for the reader of the log.
      if (clock.now() - saidAt > sayAgainMs) {
        saidAt = clock.now();
        log.warn(`A page was refused: ${setPublicUrl}`);
      }
      throw new HubError('ORIGIN_DENIED', { says: setPublicUrl });
    },
  };
}

/** The page came from where its call went: it is ours, or somebody made a name of theirs point here. */
const isSentToItself = ({ origin, host }: Asked): boolean =>
  origin !== undefined && URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();

/** An origin as it is kept in a site's list, or null when the text is none. A path or a trailing slash is dropped. */
export function originFrom(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : null;
}
