import type { Cause } from '../../contract/entries.ts';
import type { StreamEnd } from '../../contract/streams.ts';
import type { Leases } from '../../kernel/leases.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { Draft } from '../conversations/model.ts';
import type { LanguageModel } from '../llm/ports.ts';
import type { Language } from '../reading/model.ts';
import type { StreamDeps } from '../streams/writeStream.ts';
import type { Discussed, Talk } from './talk.ts';

/** What coaching asks of the rest of the hub. */
export interface CoachingParts extends StreamDeps {
  model: LanguageModel;
  leases: Leases;
  logger: Logger;
  newId(): string;
  /** Throws where a person of the team has had enough written for one hour. */
  admit(tenantId: string, userId: string): Promise<void>;
  /** Null when there is no such conversation in this tenant. */
  readTalk(tenantId: string, conversationId: string): Promise<Talk | null>;
  /** What the shelf holds on what the agent asks and the lead last spoke of, in that language: at most six, what is for staff among them. */
  factsFor(talk: Talk, asked: string | null, language: Language): Promise<Discussed[]>;
  /** Writes an internal entry. */
  append(tenantId: string, conversationId: string, draft: Draft): Promise<void>;
  /** Has the bot's next turn hear of what was just read. */
  tellBot(tenantId: string, conversationId: string): Promise<void>;
}

/** Who wants it: a person by a command, or nobody when the hub began by itself. */
export interface StaffRequest {
  tenantId: string;
  conversationId: string;
  cause?: Cause;
  /** Where the hub began by itself: the person who has the conversation. */
  agentId?: string;
}

export interface Started {
  streamId: string;
  /** Resolves when the stream has ended and what it led to is written. Never rejects. */
  finished: Promise<StreamEnd | null>;
}
