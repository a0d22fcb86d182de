import type { Logger } from '../../../kernel/observe.ts';
import type { BoardFields, Conversation } from '../../conversations/model.ts';
import type { ConversationParts } from '../../conversations/parts.ts';
import type { LanguageModel } from '../../llm/ports.ts';
import type { ListingFacts, Pack } from '../../packs/model.ts';
import type { LeadStore, RecordStore } from '../../profiles/ports.ts';
import type { StreamLog } from '../../streams/ports.ts';
import type { AppointmentParts } from '../appointmentLines.ts';
import type { Turn } from '../model.ts';
import type { HandoffOutcomeStore } from '../ports.ts';

/** What effects act with. */
export interface EffectParts extends ConversationParts, AppointmentParts {
  leads: LeadStore;
  records: RecordStore;
  outcomes: HandoffOutcomeStore;
  streamLog: StreamLog;
  model: LanguageModel;
  /** The homes of a tenant; seconds old at most. */
  listingsOf(tenantId: string): Promise<readonly ListingFacts[]>;
  log: Logger;
}

/** One turn being carried out. `fence` moves on when the turn itself changes who speaks. */
export interface Running {
  conversation: Conversation;
  place: { tenantId: string; conversationId: string };
  turn: Turn;
  pack: Pack;
  fence: number;
  /** What the board shall show by the end of the turn; it goes along with the next message, because each change is a write. */
  board: Partial<BoardFields>;
}

/** What waits for the board, which then waits no longer. */
export function takeBoard(running: Running): Partial<BoardFields> {
  const { board } = running;
  running.board = {};
  return board;
}

/** The key under which an effect writes, so that it writes once. */
export const onceKeyOf = (turn: Turn, index: number, part = ''): string =>
  `${turn.id}:${index}${part === '' ? '' : `:${part}`}`;
