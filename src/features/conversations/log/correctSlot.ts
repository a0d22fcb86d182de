import type { EntryData } from '../../../contract/log/entry.ts';
import type { RecordName } from '../../../contract/vocabulary.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { StaffScope } from '../../identity/model.ts';
import { type CommandRef, commandOrigin } from '../actors.ts';
import { findConversation } from '../findConversation.ts';
import type { EntryStore } from '../ports.ts';
import type { NoteDeps } from './addNote.ts';
import { contactValueOf, isContactSlot } from './contactSlots.ts';

/**
 * A person corrects what Jorge understood; null makes it unknown again. The whole map is written anew, and the
 * next turn takes the correction into the bot's state. `NOT_FOUND` when no bot has
 * asked for that slot yet, `VALIDATION_FAILED` for a number or an address that is none.
 */
export async function correctSlot(
  deps: NoteDeps & { entries: Pick<EntryStore, 'newestOf'> },
  scope: StaffScope,
  command: CommandRef,
  { conversationId, slot, value: given }: { conversationId: string; slot: string; value: unknown },
): Promise<number> {
  const isContact = isContactSlot(slot);
  const value = isContact && given !== null ? contactValueOf(slot, given) : given;
  if (isContact && given !== null && value === null) throw new HubError('VALIDATION_FAILED', { field: 'value' });
  await findConversation(deps.conversations, scope, conversationId);
  const newest = await deps.entries.newestOf(conversationId, 'qualification-changed');
  const known =
    newest?.type === 'qualification-changed' ? newest.data : { slots: {}, answered: 0, total: 0, missing: [] };
  if (!isContact && !Object.hasOwn(known.slots, slot)) throw new HubError('NOT_FOUND', { field: 'slot' });
  const name = slot as RecordName;
  const slots: EntryData<'qualification-changed'>['slots'] = {
    ...known.slots,
    [name]:
      value === null
        ? { value: null, state: 'unknown', confidence: null, evidence: [] }
        : { value, state: 'answered', confidence: 1, evidence: [] },
  };
  // A fact that the brokerage does not ask for is unknown, but not missing.
  const missing = (Object.keys(slots) as RecordName[]).filter(
    (one) => slots[one]?.state === 'unknown' && !isContactSlot(one) && (one === name || known.missing.includes(one)),
  );
  const { entry } = await deps.appender.append(
    { tenantId: scope.tenantId, conversationId },
    {
      type: 'qualification-changed',
      data: {
        slots,
        answered: known.total - missing.length,
        total: known.total,
        missing,
        corrected: { slot: name, value },
      },
      ...commandOrigin(scope, command, 'slot'),
    },
  );
  return entry.seq;
}
