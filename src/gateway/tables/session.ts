import type { TokenVerifier } from '../../features/identity/verifyToken.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { mayEnter } from '../admit.ts';
import type { CommandTable } from '../handle.ts';

export interface SessionTableDeps {
  verifier: Pick<TokenVerifier, 'verifyVisitor' | 'verifyStaff'>;
}

/** For how long a socket stays: a token that runs out is replaced. */
export const sessionTable = ({ verifier }: SessionTableDeps): CommandTable => ({
  'auth-refresh': {
    rate: 'command',
    async run(session, { token }) {
      const verified =
        session.namespace === '/widget' ? await verifier.verifyVisitor(token) : await verifier.verifyStaff(token);
      const before = session.scope.principal;
      const { principal, tenantId } = verified.scope;
      const rank = { visitor: 0, agent: 1, supervisor: 2, admin: 3 } as const;
      const same = principal.id === before.id && principal.kind === before.kind && tenantId === session.scope.tenantId;
      if (!same || rank[principal.role] > rank[before.role]) throw new HubError('FORBIDDEN');
      if (!mayEnter(session.namespace, verified.scope)) throw new HubError('FORBIDDEN');
      session.verified = verified;
      // The scope too: a demoted user loses old rights at once.
      session.scope = verified.scope;
      session.warnedOfExpiry = false;
      return { expiresAt: isoOf(verified.expiresAt) };
    },
  },
});
