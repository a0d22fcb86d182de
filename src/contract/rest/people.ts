import { z } from 'zod';
import { id, isoTime, role } from '../values.ts';
import { hours, timeZone } from './settings.ts';

/** When a person takes appointments, where that is not when the brokerage is open. */
export const ownHours = z.strictObject({ timeZone, hours });
export type OwnHours = z.infer<typeof ownHours>;
/** Null: when the brokerage is open. */
export const ownHoursChange = z.strictObject({ ownHours: ownHours.nullable() });
export const staffMember = z
  .object({
    id,
    name: z.string(),
    role,
    active: z.boolean(),
    email: z.string().optional(),
    title: z.string().optional(),
    phone: z.string().optional(),
    /** The path of their photo on this hub. */
    photo: z.string().optional(),
    ownHours: ownHours.optional(),
    /** For admins: they have a second factor. */
    secondFactor: z.literal(true).optional(),
    /** For admins: after too many wrong passwords nobody signs in as this person from so many networks, until then. */
    lockedSignIns: z.object({ networks: z.number().int(), until: isoTime }).optional(),
  })
  .meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof staffMember>;
export const peopleAnswer = z.object({ items: z.array(staffMember) });
export const personChange = z.strictObject({ role: role.optional(), active: z.boolean().optional() });
export const personAnswer = staffMember.extend({
  /** How many conversations were handed on. */
  handedOn: z.number().int(),
});
