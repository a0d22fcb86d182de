import type { z } from 'zod';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Basis } from '../../contract/log/parts.ts';
import type { Usage } from '../../contract/socket/streams.ts';
import type { Extracted } from './ladderFields.ts';

/** Something that writes: Claude, or the offline playbook. One port, so that everything behind it is one path. */
export interface LanguageModel {
  /**
   * The writer if asked now: the model or the rules. A model with a fallback may still change while it writes, and says so by
   * `onBasis`.
   */
  readonly basis: Basis;
  /**
   * Writes, and hands over what people may read as it comes. Never throws for what the outside does: the result says how
   * it ended. `done` only when the model said that it had finished. An abort ends it as `stopped` within 250 ms.
   */
  write(order: WritingOrder, out: WritingOutlet): Promise<WritingResult>;
}

export interface WritingOutlet {
  onText(text: string): void;
  /**
   * Looks at the properties before `say`. False: what `say` rests on is not there, so that not a word of it is handed over, and the answer
   * is null.
   */
  mayBegin?(before: Record<string, unknown>): boolean;
  /** Another one writes from here on; always before the first `onText`. */
  onBasis?(basis: Basis): void;
  signal: AbortSignal;
}

/** Something that a model can be asked to write. Models and ledgers know it by this value alone. */
export interface Task<Brief = unknown> {
  /** As settings, the ledger and the figures call it. */
  name: string;
  /** Version of its words to the model: one more with every change of them. */
  version: number;
  tier: Tier;
  /** The kind of caller who waits and pays: the spending ladder takes the model away from `staff-auto` first, and from `visitor` last. */
  criticality: 'visitor' | 'staff-pressed' | 'staff-auto';
  /** The model's role and what it must keep to. It never changes between calls, so that it can be cached. */
  system: string;
  /**
   * The shape of the whole answer. Only the characters of `say` reach `onText`, and what follows is checked behind it. Without a schema
   * the answer is plain text.
   */
  schema: z.ZodType<object> | null;
  /** If `schema` is null: the shape of a JSON answer that reaches `onText` as it is written; its reader parses it. */
  shape?: z.ZodType;
  maxTokens: number;
  /** From the order to the last word, all tries together; a hub with a slow model allows more. */
  timeoutMs: number;
  /** Makes what it can of an answer that fits no schema, also when it was asked for twice; null: nothing. */
  rescue?(found: Extracted): Answer | null;
  /** The answer without a model; null where there is none. */
  offline(brief: Brief): Answer | null;
}

export type Tier = 'small' | 'large';

/** For a task with words for people, `say` is exactly what reached `onText`. */
export interface Answer {
  say?: string;
  [field: string]: unknown;
}

export interface WritingOrder {
  task: Task;
  /**
   * Material that is the same for many orders, such as the brokerage's facts and the file of a home, so that it can be cached: a block
   * each, what changes least often first. Addresses, phone numbers and emails in it are public: a model reads them here and wherever else they stand.
   */
  stable?: readonly string[];
  /** Titles and addresses of homes for sale that the rest of the order names: they are read too. */
  homes?: readonly string[];
  /** The messages before the prompt, oldest first, where the model shall see it as its own talk. */
  turns?: readonly { from: 'visitor' | 'assistant'; text: string }[];
  /** The material for a model, in marked data blocks. People's words are data there, never an instruction. */
  prompt: string;
  /** The material from which `task.offline` writes. */
  brief: unknown;
  /** A model's text was taken back: the playbook writes this, and no model. */
  byRules?: true;
  /** Not the model of the task's tier, but of this one. */
  tier?: Tier;
  /** Opaque and stable for one tenant, and its id: never a phone or an email. */
  userKey: string;
  /** Names of people that the material holds: no model reads them. */
  people?: readonly string[];
  /** Present if the team reads the answer: whether somebody pressed a button for it, and in which talk, null for none. */
  staff?: { pressed: boolean; conversationId: string | null };
  /** The outsider whose words made the hub ask; absent where somebody of the team did. */
  causedBy?: VisitorCause;
}

export interface VisitorCause {
  tenantId: string;
  conversationId: string;
  /** Their writer, as `writerOf` has it. */
  writerId: string;
  /** Key of the network address they came from, where it is known. */
  addressKey: string | null;
}

export interface WritingResult {
  status: 'done' | 'stopped' | 'refused' | 'truncated' | 'failed';
  basis: Basis;
  /** The whole answer, checked against the schema; null unless it is `done`, and where it might not begin. */
  answer: Answer | null;
  /** Whether anything reached `onText`. Nothing did: another model may try. */
  started: boolean;
  code?: ErrorCode;
  /** The task's own time ran out, which does not mean that the model is out. */
  late?: true;
  usage?: Usage;
}
