import { z } from 'zod';
import { help } from '../coaching.ts';
import { id, isFormula, isoTime, personText, role, staffName } from '../values.ts';

const title = personText(80).refine((words) => !isFormula(words));
const phone = personText(40).refine((number) => /^\+?[\d().\s-]{5,}$/.test(number) && /\d{3}/.test(number));
/** The account of the person who asks. */
export const ownAccount = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    role,
    title: z.string().optional(),
    phone: z.string().optional(),
    /** The path of their photo on this hub. */
    photo: z.string().optional(),
    /** How they want to be helped in a talk. */
    help,
    /** Absent while there is none. */
    secondFactor: z.object({ since: isoTime, recoveryCodesLeft: z.number().int() }).optional(),
    /** The brokerage requires one of this role. */
    secondFactorRequired: z.literal(true).optional(),
  })
  .meta({ id: 'OwnAccount' });
export type OwnAccount = z.infer<typeof ownAccount>;
/** Null takes a title or a phone away. */
export const ownAccountChange = z.strictObject({ name: staffName, title: title.nullable(), phone: phone.nullable() });
export type OwnAccountChange = z.infer<typeof ownAccountChange>;

/** Any length that signing in takes, so that the error's message can say what is wrong with a new one. */
const password = z.string().min(1).max(256);
export const ownPasswordChange = z.strictObject({ current: password, password });

const code = z.string().min(1).max(40);
/**
 * Before an act that a page left open must not allow: one's own password and, from people with a second factor, a code of it or a recovery
 * code.
 */
export const ownProof = z.strictObject({ password, code: code.optional() });
export type OwnProof = z.infer<typeof ownProof>;
/** `secret`: to be typed into an app; `uri`: the same for an app that reads it from a picture. */
export const startedFactor = z.object({ secret: z.string(), uri: z.string() });
export type StartedFactor = z.infer<typeof startedFactor>;
export const factorCode = z.strictObject({ code });
/** Shown this once; each signs in once where the phone is lost. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;

export const ownPhoto = z.object({ photo: z.string() });

/** One sign-in that stands, of a browser or of a program. */
export const signIn = z
  .object({
    id,
    /** Such as "Chrome on Windows"; null where it did not say. */
    browser: z.string().nullable(),
    startedAt: isoTime.nullable(),
    lastUsedAt: isoTime,
    /** The one that asks. */
    current: z.boolean(),
  })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof signIn>;
export const signInsAnswer = z.object({ items: z.array(signIn) });

/** `token` is shown this once: the link is the desk's `/desk/password#<token>`. */
export const madePasswordLink = z.object({ token: z.string(), expiresAt: isoTime });
export type MadePasswordLink = z.infer<typeof madePasswordLink>;
const linkToken = z.string().min(20).max(150);
export const passwordLinkLook = z.strictObject({ token: linkToken });
export const passwordLinkSeen = z.object({ email: z.string(), name: z.string() });
export const passwordLinkUse = z.strictObject({ token: linkToken, password });
