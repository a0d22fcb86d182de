import { randomBytes } from 'node:crypto';
import type { SiteAnswer } from '../../contract/settings.ts';
import { settingsLimits } from '../../contract/settingsLimits.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { createSite } from '../identity/createSite.ts';
import { originFrom } from '../identity/judgeOrigin.ts';
import type { Site, StaffScope } from '../identity/model.ts';
import type { SettingsParts } from './ports.ts';
import { recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

interface SiteWords {
  name: string;
  allowedOrigins: string[];
}

const siteOf = ({ tenantId, createdAt, identitySecret, ...rest }: Site): SiteAnswer => ({
  ...rest,
  signsIdentities: Boolean(identitySecret),
  createdAt: isoOf(createdAt),
});
const told = ({ name, allowedOrigins }: SiteWords) => ({ name, allowedOrigins });

function checked({ name, allowedOrigins }: SiteWords): SiteWords {
  const origins = allowedOrigins.map((text, place) => {
    const origin = originFrom(text.trim());
    if (origin === null) throw new HubError('VALIDATION_FAILED', { field: `allowedOrigins.${place}` });
    return origin;
  });
  return { name, allowedOrigins: [...new Set(origins)] };
}

/** The websites that carry the widget, for an admin. */
export async function listSites(parts: SettingsParts, scope: StaffScope): Promise<SiteAnswer[]> {
  requireAdmin(scope);
  return (await parts.identity.listSites(scope.tenantId)).map(siteOf);
}

/** `QUOTA_EXCEEDED` when there are as many as one tenant may have. */
export async function addSite(parts: SettingsParts, scope: StaffScope, words: SiteWords): Promise<SiteAnswer> {
  requireAdmin(scope);
  const clean = checked(words);
  if ((await parts.identity.listSites(scope.tenantId)).length >= settingsLimits.sites)
    throw new HubError('QUOTA_EXCEEDED');
  const site = await createSite({ store: parts.identity, clock: parts.clock }, { tenantId: scope.tenantId, ...clean });
  await recordChange(parts, scope, {
    kind: 'site',
    action: 'added',
    subject: site.name,
    before: null,
    after: told(site),
  });
  return siteOf(site);
}

export async function changeSite(
  parts: SettingsParts,
  scope: StaffScope,
  siteId: string,
  words: SiteWords,
): Promise<SiteAnswer> {
  requireAdmin(scope);
  const clean = checked(words);
  const before = await parts.identity.changeSite(scope.tenantId, siteId, clean);
  if (!before) throw new HubError('NOT_FOUND');
  const change = { before: told(before), after: told(clean) };
  await recordChange(parts, scope, { kind: 'site', action: 'changed', subject: clean.name, ...change });
  return siteOf({ ...before, ...clean });
}

/**
 * A secret that the site's own server signs its visitors' identities with, in this answer and nowhere else. What an earlier one
 * signed is believed no longer.
 */
export async function makeIdentitySecret(
  parts: SettingsParts,
  scope: StaffScope,
  siteId: string,
): Promise<{ secret: string }> {
  const secret = `idsec_${randomBytes(32).toString('base64url')}`;
  await changeSecret(parts, scope, siteId, secret);
  return { secret };
}

/** From now on nobody is believed to be somebody. */
export async function removeIdentitySecret(parts: SettingsParts, scope: StaffScope, siteId: string): Promise<void> {
  await changeSecret(parts, scope, siteId, null);
}

async function changeSecret(parts: SettingsParts, scope: StaffScope, siteId: string, secret: string | null) {
  requireAdmin(scope);
  const before = await parts.identity.changeSite(scope.tenantId, siteId, { identitySecret: secret });
  if (!before) throw new HubError('NOT_FOUND');
  const had = Boolean(before.identitySecret);
  const change = {
    before: { identitySecret: had ? 'set' : null },
    after: { identitySecret: secret === null ? null : had ? 'replaced' : 'set' },
  };
  await recordChange(parts, scope, { kind: 'site', action: 'changed', subject: before.name, ...change });
}

/** Its pages lose the chat; conversations that came from it stay. */
export async function removeSite(parts: SettingsParts, scope: StaffScope, siteId: string): Promise<void> {
  requireAdmin(scope);
  const before = await parts.identity.removeSite(scope.tenantId, siteId);
  if (!before) throw new HubError('NOT_FOUND');
  const change = { before: told(before), after: null };
  await recordChange(parts, scope, { kind: 'site', action: 'removed', subject: before.name, ...change });
}
