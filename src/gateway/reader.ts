/** A socket that reads along, as the feed and the board see it. */
export interface Reader {
  readonly id: string;
  readonly tenantId: string;
  readonly staff: boolean;
  /** More is waiting to be written than it should: send nothing that can be sent later. */
  isSlow(): boolean;
}

/** Sends one event to many readers, encoded once. */
export type Send = (readers: readonly Reader[], event: string, payload: unknown) => void;
