/**
 * Whether a browser page may call. Allowed are the origins of the list and the host that the request itself was sent to;
 * a call without an `Origin` is not a browser's, and its token alone decides. Compared as the browser writes it
 * (scheme, host and port): `null`, other spellings and sub-domains are foreign.
 */
export function judgeOrigin(origin: string | undefined, host: string | undefined, allowed: readonly string[]): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin !== origin || (url.protocol !== 'https:' && url.protocol !== 'http:')) return false;
  return allowed.includes(origin) || (host !== undefined && url.host === host.toLowerCase());
}

/** An origin as it is kept in a site's list, or null when the text is none. A path or a trailing slash is dropped. */
export function originFrom(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : null;
}
