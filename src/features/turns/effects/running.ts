import { idFrom } from '../../../kernel/ids.ts';
import type { Conversation, Draft } from '../../conversations/model.ts';
import type { Pack } from '../../packs/model.ts';
import type { Turn } from '../model.ts';

/** One turn being carried out. `fence` moves on when the turn itself changes who speaks. */
export interface Running {
  conversation: Conversation;
  place: { tenantId: string; conversationId: string };
  turn: Turn;
  pack: Pack;
  fence: number;
  /** Nobody can have begun to carry it out. */
  isNew: boolean;
  /** For the team's log, in order: they go together before what must come after them, because each append is a write. */
  lines: Draft[];
  /** Writes them. */
  writeLines(): Promise<void>;
  /** Writes them with those of the next effects, as far as these are lines alone. */
  writeLinesAhead(): Promise<void>;
}

/** The key under which an effect writes, so that it writes once. */
export const onceKeyOf = (turn: Turn, index: number, part = ''): string =>
  `${turn.id}:${index}${part === '' ? '' : `:${part}`}`;

/** The message that a reply of the turn becomes. */
export const messageIdOf = (turn: Turn, index: number): string => idFrom('message', turn.id, index);
