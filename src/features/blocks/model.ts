/** Who may not chat with a tenant: one visitor, or everybody of one network address. */
export interface Block {
  /** Follows from whom it blocks: nobody is blocked twice. */
  id: string;
  tenantId: string;
  kind: BlockKind;
  /** The visitor's id, or the key of the address. */
  target: string;
  /** As the team may see the target: no name and no whole address, for it outlives the conversation. */
  shown: string;
  reason: string;
  /** Where it was done. */
  conversationId: string;
  by: { id: string; name: string };
  at: number;
  /** Null: until somebody lifts it. */
  until: number | null;
}

export type BlockKind = 'visitor' | 'address';
