/** A visitor, or everybody of one network address, who may not chat with a tenant. */
export interface Block {
  /** Derived from the target, so that nobody is blocked twice. */
  id: string;
  tenantId: string;
  kind: BlockKind;
  /** The visitor's id, or the key of the address. */
  target: string;
  /** As the team may see the target: no name and no whole address, for it outlives the conversation. */
  shown: string;
  reason: string;
  /** The conversation in which it was set. */
  conversationId: string;
  by: { id: string; name: string };
  at: number;
  /** Null: until somebody lifts it. */
  until: number | null;
}

export type BlockKind = 'visitor' | 'address';
