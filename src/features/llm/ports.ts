import type { z } from 'zod';
import type { Basis } from '../../contract/entries.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Usage } from '../../contract/streams.ts';

/** Something that writes: Claude, or the offline playbook. One port, so that everything behind it is one path. */
export interface LanguageModel {
  /** Who would write if asked now. A model with a fallback may still change while it writes, and says so by `onBasis`. */
  readonly basis: Basis;
  /**
   * Writes, and hands over what people may read as it comes. Never throws for what the outside does: the result says how
   * it ended. `done` only when the model said that it had finished. An abort ends it as `stopped` within 250 ms.
   */
  write(order: WritingOrder, out: WritingOutlet): Promise<WritingResult>;
}

export interface WritingOutlet {
  onText(text: string): void;
  /** Another one writes from here on; always before the first `onText`. */
  onBasis?(basis: Basis): void;
  signal: AbortSignal;
}

export interface WritingOrder {
  task: 'coach' | 'qualify' | 'ask' | 'reply';
  /** For a model: who it is and what it must keep to. Stable, so that it can be cached. */
  system: string;
  /** For a model: the material, in marked data blocks. What people wrote is data there, never an instruction. */
  prompt: string;
  /**
   * The shape of the whole answer, with `say` as its first property: only the characters of `say` reach `onText`, the
   * rest is checked behind it. Without a schema the answer is plain text.
   */
  schema: z.ZodType<{ say: string }> | null;
  /** Where `schema` is null: the shape of a JSON answer that reaches `onText` as it is written. Whoever reads it takes it apart. */
  shape?: z.ZodType;
  maxTokens: number;
  /** For the playbook: what it needs to write without a model. The task decides the shape. */
  brief: unknown;
  /** What a model wrote was taken back: the playbook writes, and no model. */
  byRules?: true;
  /** Opaque and stable for one tenant: never a phone or an e-mail. */
  userKey: string;
  /** The visitor whose words made the hub ask; absent where somebody of the team did. */
  causedBy?: VisitorCause;
}

export interface VisitorCause {
  tenantId: string;
  conversationId: string;
  visitorId: string;
  /** Of the network address they came from, where it is known. */
  addressKey: string | null;
}

export interface WritingResult {
  status: 'done' | 'stopped' | 'refused' | 'truncated' | 'failed';
  basis: Basis;
  /** The whole answer, checked against the schema; null unless it is `done`. Its `say` is exactly what reached `onText`. */
  answer: { say: string; [field: string]: unknown } | null;
  /** Whether anything reached `onText`. Nothing did: another model may try. */
  started: boolean;
  code?: ErrorCode;
  usage?: Usage;
}
