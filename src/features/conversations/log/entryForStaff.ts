import type { Entry } from '../../../contract/log/entry.ts';
import { maskIdentityNumbers } from '../../reading/numbers/identityNumbers.ts';

/** An entry as staff read it: a lead's own identity numbers as dots, until somebody asks for them. The same entry where it has none. */
export function entryForStaff(entry: Entry): Entry {
  if (entry.actor.kind !== 'visitor' && entry.actor.kind !== 'lead') return entry;
  if (entry.type !== 'message-created') return entry;
  const text = maskIdentityNumbers(entry.data.text);
  if (text === entry.data.text) return entry;
  return { ...entry, data: { ...entry.data, text, masked: true } };
}
