interface Somebody {
  id: string;
  name: string;
}

/** Work for a team member about a conversation, due at a time (ms since the epoch). */
export interface TeamTask {
  id: string;
  tenantId: string;
  conversationId: string;
  text: string;
  dueAt: number;
  owner: Somebody;
  by: Somebody;
  createdAt: number;
  /** Null while it is open. */
  done: { at: number; by: Somebody } | null;
}
export type TaskChange = Partial<Pick<TeamTask, 'text' | 'dueAt' | 'owner' | 'done'>>;

/** Tasks by when they are due, then by id. */
export interface TasksAsked {
  done: boolean;
  ownerId?: string | undefined;
  /** Of these conversations alone. */
  conversationIds?: readonly string[] | undefined;
  /** ms since the epoch; `to` not included. */
  from: number;
  to: number;
  /** After this one, in the order of the list. */
  after?: { dueAt: number; id: string } | undefined;
  limit: number;
}
