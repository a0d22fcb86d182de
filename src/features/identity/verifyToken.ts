import { LRUCache } from 'lru-cache';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import { parseApiKey } from './apiKeys.ts';
import type { ApiKey, Scope, SessionPage, StaffScope, StaffUser, VisitorScope } from './model.ts';
import type { IdentityDeps } from './ports.ts';

/** A token that was checked: who it speaks for and how long. */
export interface VerifiedSession<S extends Scope = Scope> {
  scope: S;
  /** Milliseconds since the epoch. Of an API key, which has no end: a day from now, then it is shown again. */
  expiresAt: number;
  /** The login it came from; null for visitors and API keys. */
  familyId: string | null;
  /** Version of the person's sessions at login; null for visitors and API keys. */
  tokenVersion: number | null;
}

export interface VisitorSession extends VerifiedSession<VisitorScope> {
  page: SessionPage;
}

export interface TokenVerifier {
  /** A staff access token or an API key. Throws `AUTH_INVALID`, `AUTH_EXPIRED` or `AUTH_REVOKED`. */
  verifyStaff(token: string): Promise<VerifiedSession<StaffScope>>;
  /** A widget token. Throws `AUTH_INVALID` or `AUTH_EXPIRED`. */
  verifyVisitor(token: string): Promise<VisitorSession>;
  /** For what stays connected: null while the session stands, otherwise why it ended. */
  recheck(session: VerifiedSession): Promise<ErrorCode | null>;
  /** Believes nothing it remembers of this login: on this node what just ended ends at once. */
  forget(familyId: string): void;
}

// How long a person who was locked out may still act, on any node.
const trustMs = 2_000;
// Nobody can name a key before it is made, so one that is not there will not be: asked for again, it costs no look-up.
const unknownKeyMs = 60_000;
const dayMs = 24 * 3_600_000;

/** Turns tokens into scopes. Who is locked out, demoted or signed out is noticed within two seconds. */
export function createTokenVerifier(deps: Pick<IdentityDeps, 'store' | 'tokens' | 'clock'>): TokenVerifier {
  const { store, tokens, clock } = deps;
  const users = remembering<StaffUser | null>(clock, (userId) => store.findUser(userId));
  const endedFamilies = remembering<boolean>(clock, (familyId) => store.isFamilyEnded(familyId));
  const apiKeys = remembering<ApiKey | null>(
    clock,
    (apiKeyId) => store.findApiKey(apiKeyId),
    (key) => (key === null ? unknownKeyMs : trustMs),
  );

  async function standing(userId: string, tokenVersion: number, familyId: string): Promise<StaffUser | null> {
    const [user, ended] = await Promise.all([users.find(userId), endedFamilies.find(familyId)]);
    return user?.active && user.tokenVersion === tokenVersion && !ended ? user : null;
  }

  async function verifyApiKey(parts: { apiKeyId: string; secret: string }): Promise<VerifiedSession<StaffScope>> {
    const key = await apiKeys.find(parts.apiKeyId);
    if (!key || key.secretHash !== sha256(parts.secret)) throw new HubError('AUTH_INVALID');
    if (!key.active) throw new HubError('AUTH_REVOKED');
    const principal = { kind: 'integration', id: key.id, role: key.role, name: key.name } as const;
    return {
      scope: { tenantId: key.tenantId, principal },
      expiresAt: clock.now() + dayMs,
      familyId: null,
      tokenVersion: null,
    };
  }

  return {
    async verifyStaff(token) {
      const apiKey = parseApiKey(token);
      if (apiKey) return verifyApiKey(apiKey);
      const claim = await tokens.verify('staff', token);
      const user = await standing(claim.sub, claim.ver, claim.sid);
      if (!user || user.tenantId !== claim.tid) throw new HubError('AUTH_REVOKED');
      return {
        // The role as it is now: a token from before a change gives no right that was taken away.
        scope: { tenantId: user.tenantId, principal: { kind: 'staff', id: user.id, role: user.role, name: user.name } },
        expiresAt: claim.expiresAt,
        familyId: claim.sid,
        tokenVersion: claim.ver,
      };
    },
    async verifyVisitor(token) {
      const claim = await tokens.verify('widget', token);
      const principal = {
        kind: 'visitor',
        id: claim.sub,
        leadId: claim.lead,
        siteId: claim.site,
        role: 'visitor',
        ...(claim.name === undefined ? {} : { name: claim.name }),
      } as const;
      return {
        scope: { tenantId: claim.tid, principal },
        expiresAt: claim.expiresAt,
        familyId: null,
        tokenVersion: null,
        page: claim.page,
      };
    },
    async recheck(session) {
      if (session.expiresAt <= clock.now()) return 'AUTH_EXPIRED';
      const { principal } = session.scope;
      if (principal.kind === 'integration') return (await apiKeys.find(principal.id))?.active ? null : 'AUTH_REVOKED';
      if (session.tokenVersion === null || session.familyId === null) return null;
      const user = await standing(principal.id, session.tokenVersion, session.familyId);
      return user && user.role === principal.role ? null : 'AUTH_REVOKED';
    },
    forget: endedFamilies.forget,
  };
}

/** Asks once per key and two seconds, or as long as the answer is good, also when many ask together. */
function remembering<V>(clock: Clock, find: (key: string) => Promise<V>, goodForMs = (_value: V) => trustMs) {
  const known = new LRUCache<string, { value: Promise<V>; until: number }>({ max: 10_000 });
  return {
    find(key: string): Promise<V> {
      const entry = known.get(key);
      if (entry && entry.until > clock.now()) return entry.value;
      const fresh = { value: find(key), until: clock.now() + trustMs };
      known.set(key, fresh);
      fresh.value.then(
        (value) => {
          fresh.until = clock.now() + goodForMs(value);
        },
        () => known.delete(key),
      );
      return fresh.value;
    },
    forget(key: string): void {
      known.delete(key);
    },
  };
}
