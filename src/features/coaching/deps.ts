import type { Help, StrategyName } from '../../contract/coaching.ts';
import type { Cause } from '../../contract/log/parts.ts';
import type { Fact } from '../../contract/readings.ts';
import type { StreamEnd } from '../../contract/socket/streams.ts';
import type { Leases } from '../../kernel/leases.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { Draft } from '../conversations/model.ts';
import type { ShelfFacts } from '../knowledge/findCards.ts';
import type { LanguageModel } from '../llm/ports.ts';
import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';
import type { StreamDeps } from '../streams/writeStream.ts';
import type { AskMaterial, CoachContext, Discussed, TranscriptLine } from './coachContext.ts';

/** The ports that coaching asks of the rest of the hub. */
export interface CoachingDeps extends StreamDeps {
  model: LanguageModel;
  leases: Leases;
  logger: Logger;
  newId(): string;
  /** @throws HubError QUOTA_EXCEEDED when a person of the team has had enough written for one hour */
  admit(tenantId: string, userId: string): Promise<void>;
  /** How whoever has the conversation wants to be helped; without an owner, as the brokerage does. */
  helpOf(tenantId: string, conversationId: string): Promise<Help>;
  /** The arm of the lead in the experiment that the brokerage runs; null while none runs. */
  armOf(tenantId: string, conversationId: string): Promise<{ experimentId: string; strategy: StrategyName } | null>;
  /** On the phone, an unasked card without a word by then is not begun: the talk has moved on. */
  beginsWithinMs: number;
  /** Null when there is no such conversation in this tenant. */
  readTalk(tenantId: string, conversationId: string): Promise<CoachContext | null>;
  /** Whether what the person prefers may be used. */
  adaptsTo(tenantId: string, conversationId: string): Promise<boolean>;
  /** The words of a message of the public log; null where there is none, or they are no longer to be shown. */
  readWords(conversationId: string, seq: number): Promise<string | null>;
  /** The transcript of a call, oldest first. */
  readCall(conversationId: string, callId: string): Promise<TranscriptLine[]>;
  /** Takes the words out of the drafts of a call. */
  eraseDrafts(conversationId: string, callId: string): Promise<void>;
  /** The material for answering this person's question about the lead, beside the talk. */
  askMaterial(talk: CoachContext, principalId: string): Promise<AskMaterial>;
  /** All that the brokerage knows, for a model that finds what fits by itself. */
  knowledgeOf(tenantId: string, language: Language): Promise<Knowledge>;
  /** For the rules: facts of the shelf on what the agent asks and the lead last spoke of, at most six, also those for staff. */
  factsFor(talk: CoachContext, asked: string | null, language: Language): Promise<Discussed[]>;
  /** Homes for sale that the newest lines name, beside the talk's own; at most three, the last named first. */
  homesNamed(talk: CoachContext): Promise<ListingFacts[]>;
  /** Writes an internal entry. */
  append(tenantId: string, conversationId: string, draft: Draft): Promise<void>;
}

/** `homes`: those for sale, a line each, where they are few. */
export interface Knowledge extends ShelfFacts {
  homes: readonly Fact[];
}

/** The origin of a stream: a person by a command, or the hub by itself. */
export interface StaffRequest {
  tenantId: string;
  conversationId: string;
  cause?: Cause;
}

export interface Started {
  streamId: string;
  /** Resolves when the stream has ended and what it led to is written. Never rejects. */
  finished: Promise<StreamEnd | null>;
}
