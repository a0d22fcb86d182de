/**
 * Hints between the parts and nodes of the hub. A hint may be lost or come twice: its reader looks up the truth, and nothing exists
 * only as a hint. Order is kept per topic and publisher.
 */
export interface Wakeups {
  publish(topic: string, hint: Hint): void;
  /** Calls `listener` for every hint of the topic, from any node, until the returned function is called. */
  subscribe(topic: string, listener: (hint: Hint) => void): () => void;
}

/** Plain JSON. `kind` says what it is about. */
export interface Hint {
  kind: string;
  [field: string]: unknown;
}

export const conversationTopic = (conversationId: string): string => `conversation:${conversationId}`;
export const tenantTopic = (tenantId: string): string => `tenant:${tenantId}`;
