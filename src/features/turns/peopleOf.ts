import type { Entry } from '../../contract/log/entry.ts';
import type { BotState } from '../bots/state/protocol.ts';
import type { Folds } from '../conversations/log/folds.ts';
import type { Conversation } from '../conversations/model.ts';

const linesRead = 200;

/**
 * Every name that the team's log told of the visitor, the newest first: one that was taken back still stands in what was said. Of the
 * last 200 lines.
 */
export async function namesTold(
  entries: Pick<Folds['entries'], 'head' | 'read'>,
  conversationId: string,
): Promise<string[]> {
  const head = await entries.head(conversationId, 'internal');
  const from = Math.max(1, head - linesRead + 1);
  const lines = head === 0 ? [] : await entries.read(conversationId, 'internal', from, head, linesRead);
  return [...new Set(lines.toReversed().flatMap(nameIn))];
}

function nameIn(line: Entry): string[] {
  const name = line.type === 'qualification-changed' ? line.data.slots.name : undefined;
  return name?.state === 'answered' && typeof name.value === 'string' ? [name.value] : [];
}

/** Names of the visitor as far as they are known, by the log, the state and the site: no model reads them. */
export async function peopleOf(
  entries: Pick<Folds['entries'], 'head' | 'read'>,
  { id, board }: Pick<Conversation, 'id' | 'board'>,
  { slots }: Pick<BotState, 'slots'>,
): Promise<string[]> {
  const told = slots.name?.state === 'answered' ? slots.name.value : null;
  const names = [...(await namesTold(entries, id)), board.vouchedName, told];
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}
