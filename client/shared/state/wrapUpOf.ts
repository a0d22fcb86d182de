import type { Entry, EntryData } from '../../../src/contract/log/entry.ts';
import type { Slot } from '../../../src/contract/log/parts.ts';
import type { RecordName } from '../../../src/contract/vocabulary.ts';

/** The material for the notes after a call. */
export interface WrapUp {
  /** Words of it are there to draft from. */
  hasWords: boolean;
  draft: EntryData<'call-drafted'> | null;
  /** The facts that the lead gave on the call, as they are known now. */
  learned: [RecordName, Slot][];
}

export function wrapUpOf(callId: string, team: readonly Entry[]): WrapUp {
  const spoken = new Set<number>();
  let draft: WrapUp['draft'] = null;
  let slots: Partial<Record<RecordName, Slot>> = {};
  for (const { type, data, seq } of team) {
    if (type === 'call-segment' && data.callId === callId) spoken.add(seq);
    else if (type === 'call-drafted' && data.callId === callId) draft = data;
    else if (type === 'qualification-changed') slots = data.slots;
    else if (type === 'call-wiped' && data.callId === callId) {
      spoken.clear();
      draft = null;
    }
  }
  const isOfCall = ({ state, evidence }: Slot): boolean =>
    state === 'answered' && evidence.some(({ log, seq }) => log.startsWith('internal:') && spoken.has(seq));
  const known = Object.entries(slots) as [RecordName, Slot][];
  const learned = known.filter(([name, slot]) => name !== 'first' && isOfCall(slot));
  return { hasWords: spoken.size > 0, draft, learned };
}
