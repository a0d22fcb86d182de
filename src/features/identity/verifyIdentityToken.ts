import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { personText } from '../../contract/values.ts';
import { HubError } from '../../kernel/hubError.ts';

/** A visitor's identity by the word of a site's own server; `sub` is its id of them. */
export interface VerifiedIdentity {
  sub: string;
  name?: string;
  email?: string;
  phone?: string;
}

const claims = z.object({
  sub: personText(128),
  name: personText(120).optional(),
  email: z.email().max(254).optional(),
  phone: personText(40).optional(),
});

/**
 * Verifies a token that a site signed (JWT, HS256, with `sub` and `exp`; `name`, `email` and `phone` may be there), at `now` (ms
 * since the epoch).
 * @throws HubError AUTH_EXPIRED or AUTH_INVALID, both for the field `identityToken`
 */
export async function verifyIdentityToken(token: string, secret: string, now: number): Promise<VerifiedIdentity> {
  const field = 'identityToken';
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      requiredClaims: ['sub', 'exp'],
      currentDate: new Date(now),
    });
    const { sub, name, email, phone } = claims.parse(payload);
    return {
      sub,
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
    };
  } catch (cause) {
    throw new HubError(cause instanceof errors.JWTExpired ? 'AUTH_EXPIRED' : 'AUTH_INVALID', { field, cause });
  }
}
