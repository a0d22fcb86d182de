import { personText } from '../../../contract/values.ts';
import { channels } from '../../reading/optOut/readChannelWish.ts';
import { emailKeyOf, phoneKeyOf } from '../../reading/person/readContact.ts';

const nameChars = 80;

/** Slots by which somebody is reached: any conversation has them, whatever its bot asks. */
const checks: Readonly<Record<string, (value: string) => string | null>> = {
  name: (value) => personText(nameChars).safeParse(value).data ?? null,
  phone: (value) => (phoneKeyOf(value) === null ? null : value.trim()),
  email: emailKeyOf,
  bestTime: (value) => personText(nameChars).safeParse(value).data ?? null,
  contactBy: (value) => [...channels, 'chat'].find((way) => way === value) ?? null,
};
/** Name, phone, email, a good time and the way they prefer. */
export const isContactSlot = (slot: string): boolean => Object.hasOwn(checks, slot);

/** The value as it is kept: a name, a number that can be dialled, an address that can be written to. Null when it is none. */
export const contactValueOf = (slot: string, value: unknown): string | null =>
  typeof value === 'string' ? (checks[slot]?.(value) ?? null) : null;
