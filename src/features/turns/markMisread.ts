import type { MisreadRequest } from '../../contract/rest/turns.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { hidePeople } from '../llm/hidePeople.ts';
import { maskIdentityNumbers } from '../reading/numbers/identityNumbers.ts';
import type { Turn } from './model.ts';
import type { TurnStore } from './ports.ts';
import { actsSaid } from './readTurns.ts';

export interface MisreadParts {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'read'>;
  turns: Pick<TurnStore, 'markMisread'>;
  clock: Clock;
}

/**
 * Notes what the visitor's words were that Jorge's message `seq` rests on, with the turn that read them: it goes when the talk is
 * deleted. `FORBIDDEN` for a caller who is no person, `NOT_FOUND` where there is no such message of Jorge's.
 */
export async function markMisread(
  { conversations, entries, turns, clock }: MisreadParts,
  { tenantId, principal }: StaffScope,
  conversationId: string,
  seq: number,
  { acts, words }: MisreadRequest,
): Promise<void> {
  if (principal.kind !== 'staff') throw new HubError('FORBIDDEN');
  const conversation = await conversations.find(tenantId, conversationId);
  if (conversation === null || isErased(conversation)) throw new HubError('NOT_FOUND');
  const [entry] = await entries.read(conversationId, 'public', seq, seq, 1);
  const isJorges = entry?.type === 'message-created' && entry.actor.kind === 'bot';
  const marked =
    isJorges &&
    (await turns.markMisread(conversationId, seq, {
      acts: [...new Set(acts)],
      ...(words === undefined ? {} : { words: maskIdentityNumbers(words) }),
      at: isoOf(clock.now()),
      by: { id: principal.id, name: principal.name },
    }));
  if (!marked) throw new HubError('NOT_FOUND', { field: 'seq' });
}

/** A marked turn for those who train Jorge: the messages, how they were read and how they should have been, with all names hidden. */
export function misreadLine(turn: Turn): string {
  const { misread, conversationId, turnNo, event, stateAfter, versions } = turn;
  const name = stateAfter.slots.name?.value;
  const names = typeof name === 'string' ? [name] : [];
  const hidden = (text: string): string => hidePeople(text, { names }).text;
  const heard = event.happened.flatMap((one) => {
    if (one.kind !== 'visitor-message') return [];
    const readings = event.happened.flatMap((other) =>
      other.kind === 'understood' && other.of === one.seq ? [{ by: other.by, acts: other.reading.acts }] : [],
    );
    return [{ text: hidden(one.text), readings }];
  });
  const said = actsSaid(turn).map(({ act }) => act);
  const words = misread?.words;
  const right = { acts: misread?.acts ?? [], ...(words === undefined ? {} : { words: hidden(words) }) };
  return JSON.stringify({ at: misread?.at, conversationId, turnNo, heard, said, right, versions });
}
