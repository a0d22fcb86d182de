import type { Call, CallChange } from './model.ts';

export interface CallStore {
  /** Keeps a new call. False where that conversation has one that has not ended, unless it is this one. */
  add(call: Call): Promise<boolean>;
  /** Null also when it is another tenant's. */
  find(tenantId: string, callId: string): Promise<Call | null>;
  /** The call that has not ended. */
  findLive(tenantId: string, conversationId: string): Promise<Call | null>;
  /** Changes a call that stands as `from` says, in one write. The call as it stands then; null where it does not. */
  change(tenantId: string, callId: string, change: CallChange, from: CallChange): Promise<Call | null>;
  /** Removes those of a conversation. */
  erase(tenantId: string, conversationId: string): Promise<void>;
}
