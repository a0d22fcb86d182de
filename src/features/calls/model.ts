import type { CallDirection, CallParty, CallSource, ConsentRule, ConsentState } from '../../contract/calls.ts';

export type CallConsent = Readonly<Record<CallParty, ConsentState | null>>;

/** One telephone call of a conversation. Its words stand in the team's log; this says whether any may be kept. */
export interface Call {
  id: string;
  tenantId: string;
  conversationId: string;
  leadId: string;
  /** The team member on the call; null until somebody has taken a call that a provider started. */
  agent: { id: string; name: string } | null;
  direction: CallDirection;
  source: CallSource;
  rule: ConsentRule;
  consent: CallConsent;
  /** ms since the epoch. */
  startedAt: number;
  endedAt: number | null;
}
export type CallChange = Partial<Pick<Call, 'agent' | 'consent' | 'endedAt'>>;
