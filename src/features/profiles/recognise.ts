import type { VerifiedIdentity } from '../identity/verifyIdentityToken.ts';
import { emailKeyOf, phoneKeyOf } from '../reading/person/readContact.ts';
import type { LinkBasis } from './model.ts';
import { linkAsOne } from './person.ts';
import type { LeadStore } from './ports.ts';

/**
 * Links this record with others that have the same number or address, as the visitor typed it, for the team alone: it proves
 * nothing, so nothing of it may reach the visitor.
 */
export async function recogniseByContact(
  leads: LeadStore,
  lead: { tenantId: string; id: string },
  given: { phone?: unknown; email?: unknown },
  now: number,
): Promise<void> {
  const phone = typeof given.phone === 'string' ? phoneKeyOf(given.phone) : null;
  const email = typeof given.email === 'string' ? emailKeyOf(given.email) : null;
  if (phone !== null) await goBy(leads, lead, `phone:${phone}`, 'phone', now);
  if (email !== null) await goBy(leads, lead, `email:${email}`, 'email', now);
}

/**
 * Links every record of the same identity at the same site as one person, also toward the visitor. False, and nothing is changed,
 * when the record is somebody else's by the same site's word.
 */
export async function recogniseByIdentity(
  leads: LeadStore,
  lead: { tenantId: string; id: string },
  identity: VerifiedIdentity,
  now: number,
): Promise<boolean> {
  if (!(await leads.identify(lead.tenantId, lead.id, identity.sub))) return false;
  await goBy(leads, lead, identityKeyOf(identity), 'identity', now);
  await recogniseByContact(leads, lead, identity, now);
  return true;
}

/** The key by which records of one identity that the site vouched for are found. */
export const identityKeyOf = ({ sub }: Pick<VerifiedIdentity, 'sub'>): string => `identity:${sub}`;

async function goBy(
  leads: LeadStore,
  { tenantId, id }: { tenantId: string; id: string },
  key: string,
  by: LinkBasis,
  now: number,
): Promise<void> {
  // The key first: of two who come at once, at least one then sees the other.
  await leads.addKey(tenantId, id, key);
  for (const other of await leads.withKey(tenantId, key))
    if (other.id !== id) await linkAsOne(leads, tenantId, id, other.id, { by, at: now });
}
