import { hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { id, role } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';

const issuer = 'jorge-hub';
const hourMs = 3_600_000;
/** How long each token is good for. A refresh token is opaque and lives in the store. */
export const tokenLifetimesMs = {
  staff: hourMs,
  widget: hourMs,
  visitor: 365 * 24 * hourMs,
  refresh: 30 * 24 * hourMs,
} as const;
export type TokenKind = 'staff' | 'widget' | 'visitor';

const claims = {
  /** `sid` is the family of refresh tokens it came from: ending the family ends the token. */
  staff: z.object({ sub: id, tid: id, role, ver: z.number().int(), sid: id }),
  widget: z.object({
    sub: id,
    tid: id,
    lead: id,
    site: id,
    name: z.string().exactOptional(),
    /** The site vouched for the visitor. */
    signed: z.literal(true).exactOptional(),
    /** The page on which the talk may begin: kept here, so that a session that never speaks stores nothing. */
    page: z.object({
      url: z.string(),
      title: z.string().exactOptional(),
      listingId: id.exactOptional(),
      language: z.string(),
      keepViews: z.literal(false).exactOptional(),
    }),
  }),
  /**
   * `known`: the site's own id and `name` of the person it vouched for. The token lies in a browser that others may use: the
   * visitor is that person's only together with another proof of the same person.
   */
  visitor: z.object({
    sub: id,
    tid: id,
    lead: id,
    known: z.string().exactOptional(),
    name: z.string().exactOptional(),
  }),
} as const;
export type Claims<K extends TokenKind> = z.infer<(typeof claims)[K]>;

export interface Tokens {
  sign<K extends TokenKind>(kind: K, claim: Claims<K>): Promise<string>;
  /**
   * Verifies a token of that kind and returns its claims, and when it ends (ms). Errors always have the same words.
   * @throws HubError AUTH_EXPIRED for one that was good; AUTH_INVALID for everything else
   */
  verify<K extends TokenKind>(kind: K, token: string): Promise<Claims<K> & { expiresAt: number }>;
}

/** Signs and checks tokens (HS256). Algorithm, issuer and audience are fixed here: a token's own head decides nothing. */
export function createTokens(secret: string, clock: Clock): Tokens {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'jorge-hub tokens', 32));
  return {
    sign(kind, claim) {
      const now = Math.floor(clock.now() / 1000);
      const { sub, ...rest } = claim;
      return new SignJWT(rest)
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(sub)
        .setIssuer(issuer)
        .setAudience(`hub-${kind}`)
        .setIssuedAt(now)
        .setExpirationTime(now + tokenLifetimesMs[kind] / 1000)
        .sign(key);
    },
    async verify(kind, token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer,
          audience: `hub-${kind}`,
          requiredClaims: ['exp', 'sub'],
          currentDate: new Date(clock.now()),
        });
        const claim = claims[kind].parse(payload) as Claims<typeof kind>;
        return { ...claim, expiresAt: (payload.exp as number) * 1000 };
      } catch (cause) {
        throw new HubError(cause instanceof errors.JWTExpired ? 'AUTH_EXPIRED' : 'AUTH_INVALID', { cause });
      }
    },
  };
}
