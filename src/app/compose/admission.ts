import { hostname } from 'node:os';
import { createPasswordHasher } from '../../adapters/argon2/passwordHasher.ts';
import { type Blocklist, createBlocklist } from '../../features/blocks/blocklist.ts';
import { createAddressNamer, type NameAddress } from '../../features/blocks/nameAddress.ts';
import { createDeviceMarks } from '../../features/identity/deviceMarks.ts';
import { createOriginJudge, type OriginJudge } from '../../features/identity/judgeOrigin.ts';
import type { IdentityDeps } from '../../features/identity/ports.ts';
import { createSecondFactors } from '../../features/identity/secondFactor.ts';
import { createTokens } from '../../features/identity/tokens.ts';
import { createTokenVerifier, type TokenVerifier } from '../../features/identity/verifyToken.ts';
import type { TenantKnowledge } from '../../features/settings/tenantKnowledge.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { RateLimits } from '../../kernel/rateLimits.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import { type Config, ownAddressOf } from '../config.ts';
import type { Stores } from '../stores.ts';

export interface AdmissionParts {
  identity: IdentityDeps;
  verifier: TokenVerifier;
  origins: OriginJudge;
  blocklist: Blocklist;
  nameAddress: NameAddress;
}

/** Decides who may come in, and from where. `secret` is that of all nodes. */
export function composeAdmission(
  config: Config,
  stores: Pick<Stores, 'identity' | 'blocks'>,
  given: {
    secret: string;
    tenants: Pick<TenantKnowledge, 'factorRolesOf' | 'readVersion' | 'holdEach'>;
    rateLimits: RateLimits;
    wakeups: Wakeups;
    clock: Clock;
    log: Logger;
  },
): AdmissionParts {
  const { secret, tenants, rateLimits, wakeups, clock, log } = given;
  const store = stores.identity;
  const tokens = createTokens(secret, clock);
  const secondFactors = createSecondFactors(secret, tenants.factorRolesOf);
  return {
    identity: {
      store,
      hasher: createPasswordHasher(),
      tokens,
      deviceMarks: createDeviceMarks(secret),
      secondFactors,
      clock,
      rateLimits,
      limits: config.limits,
    },
    verifier: createTokenVerifier({ store, tokens, secondFactors, clock }),
    origins: createOriginJudge(ownAddressOf(config, hostname()), { clock, log }),
    blocklist: createBlocklist({ ...tenants, store: stores.blocks, wakeups, clock }),
    nameAddress: createAddressNamer(secret),
  };
}
