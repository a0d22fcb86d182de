import { LRUCache } from 'lru-cache';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import { parseApiKey } from './apiKeys.ts';
import type { ApiKey, Scope, SessionPage, StaffScope, StaffUser, VisitorScope } from './model.ts';
import type { IdentityDeps, SecondFactors } from './ports.ts';
import { lacksFactor } from './secondFactor.ts';
import { visitorFamily } from './visitorFamily.ts';

/** A token that was checked: the scope that it speaks for, and how long it is good. */
export interface VerifiedSession<S extends Scope = Scope> {
  scope: S;
  /** Milliseconds since the epoch. Of an API key, which has no end: a day from now, then it is shown again. */
  expiresAt: number;
  /** The login it came from, or a visitor's `visitorFamily`; null for API keys. */
  familyId: string | null;
  /** Version of the person's sessions at login; null for visitors and API keys. */
  tokenVersion: number | null;
}

export interface VisitorSession extends VerifiedSession<VisitorScope> {
  page: SessionPage;
}

export interface TokenVerifier {
  /**
   * A staff access token or an API key. `settingUp`: also of somebody who has yet to set up the second factor that they must have.
   * @throws HubError AUTH_INVALID, AUTH_EXPIRED or AUTH_REVOKED; FORBIDDEN, with the field `secondFactor`: they must set it up first
   */
  verifyStaff(token: string, may?: { settingUp: boolean }): Promise<VerifiedSession<StaffScope>>;
  /**
   * A widget token; nothing that is remembered is believed.
   * @throws HubError AUTH_INVALID, AUTH_EXPIRED or AUTH_REVOKED
   */
  verifyVisitor(token: string): Promise<VisitorSession>;
  /**
   * For what stays connected: of each of these sessions null while it stands, otherwise why it ended. Three questions to the
   * database, however many they are.
   */
  recheck(sessions: readonly VerifiedSession[]): Promise<(session: VerifiedSession) => ErrorCode | null>;
  /** Drops what is remembered of this login, so that on this node what just ended ends at once. */
  forget(familyId: string): void;
  /** Drops what is remembered of this person, so that a change of theirs counts at once on this node. */
  forgetPerson(userId: string): void;
}

// How long a person who was locked out may still call, on any node.
const trustMs = 1_000;
/** The clocks of two nodes may differ by this much, and a session may take this long to begin. */
const overlapMs = 60_000;
// Nobody can name a key before it is made, so a key that does not exist never will: asked for again, it costs no look-up.
const unknownKeyMs = 60_000;
const dayMs = 24 * 3_600_000;

/** Turns tokens into scopes. A person who was locked out, demoted or signed out is noticed within two seconds. */
export function createTokenVerifier(
  deps: Pick<IdentityDeps, 'store' | 'tokens' | 'clock'> & { secondFactors: Pick<SecondFactors, 'rolesOf'> },
): TokenVerifier {
  const { store, tokens, clock } = deps;
  const users = remembering<StaffUser | null>(clock, (userId) => store.findUser(userId));
  const endedFamilies = remembering<boolean>(clock, (familyId) => store.isFamilyEnded(familyId));
  const apiKeys = remembering<ApiKey | null>(
    clock,
    (apiKeyId) => store.findApiKey(apiKeyId),
    (key) => (key === null ? unknownKeyMs : trustMs),
  );
  let lookedAt = clock.now();

  async function standing(userId: string, tokenVersion: number, familyId: string): Promise<StaffUser | null> {
    const [user, ended] = await Promise.all([users.find(userId), endedFamilies.find(familyId)]);
    return isStanding(user, tokenVersion) && !ended ? user : null;
  }

  const isStanding = (user: StaffUser | null | undefined, tokenVersion: number): user is StaffUser =>
    user?.active === true && user.tokenVersion === tokenVersion;

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
    async verifyStaff(token, may) {
      const apiKey = parseApiKey(token);
      if (apiKey) return verifyApiKey(apiKey);
      const claim = await tokens.verify('staff', token);
      const user = await standing(claim.sub, claim.ver, claim.sid);
      if (!user || user.tenantId !== claim.tid) throw new HubError('AUTH_REVOKED');
      if (!may?.settingUp && (await lacksFactor(deps.secondFactors, user)))
        throw new HubError('FORBIDDEN', { field: 'secondFactor', says: 'Set up your second factor first.' });
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
      const familyId = visitorFamily(claim.sub, claim.signed === true);
      if (await store.isFamilyEnded(familyId)) throw new HubError('AUTH_REVOKED');
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
        familyId,
        tokenVersion: null,
        page: claim.page,
      };
    },
    async recheck(sessions) {
      const askedAt = clock.now();
      const idsOf = (kind: Scope['principal']['kind']): string[] => [
        ...new Set(sessions.flatMap(({ scope: { principal } }) => (principal.kind === kind ? principal.id : []))),
      ];
      const [staffIds, keyIds] = [idsOf('staff'), idsOf('integration')];
      const [people, keys, endedIds] = await Promise.all([
        staffIds.length > 0 ? store.findUsers(staffIds) : [],
        keyIds.length > 0 ? store.findApiKeys(keyIds) : [],
        sessions.length > 0 ? store.endedSince(lookedAt - overlapMs) : [],
      ]);
      lookedAt = askedAt;
      const ended = new Set(endedIds);
      const personOf = new Map(people.map((person) => [person.id, person]));
      const keyOf = new Map(keys.map((key) => [key.id, key]));
      // A person who was put out must not get back in by what was true a moment ago.
      for (const userId of staffIds) users.keep(userId, personOf.get(userId) ?? null);
      for (const keyId of keyIds) apiKeys.keep(keyId, keyOf.get(keyId) ?? null);
      for (const familyId of endedIds) endedFamilies.keep(familyId, true);
      return ({ scope: { principal }, expiresAt, familyId, tokenVersion }) => {
        if (expiresAt <= clock.now()) return 'AUTH_EXPIRED';
        if (familyId !== null && ended.has(familyId)) return 'AUTH_REVOKED';
        if (principal.kind === 'integration') return keyOf.get(principal.id)?.active ? null : 'AUTH_REVOKED';
        if (tokenVersion === null) return null;
        const person = personOf.get(principal.id);
        return isStanding(person, tokenVersion) && person.role === principal.role ? null : 'AUTH_REVOKED';
      };
    },
    forget: endedFamilies.forget,
    forgetPerson: users.forget,
  };
}

/** Asks once per key and second, or as long as the answer is good, also when many ask together. */
function remembering<V>(clock: Clock, find: (key: string) => Promise<V>, goodForMs = (_value: V) => trustMs) {
  const known = new LRUCache<string, { value: Promise<V>; until: number }>({ max: 10_000 });
  const keep = (key: string, value: Promise<V>) => {
    const entry = { value, until: clock.now() + trustMs };
    known.set(key, entry);
    return entry;
  };
  return {
    keep: (key: string, value: V): void => void keep(key, Promise.resolve(value)),
    find(key: string): Promise<V> {
      const entry = known.get(key);
      if (entry && entry.until > clock.now()) return entry.value;
      const value = find(key);
      const fresh = keep(key, value);
      value.then(
        (found) => {
          fresh.until = clock.now() + goodForMs(found);
        },
        () => known.delete(key),
      );
      return value;
    },
    forget(key: string): void {
      known.delete(key);
    },
  };
}
