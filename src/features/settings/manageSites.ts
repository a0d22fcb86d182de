import { randomBytes } from 'node:crypto';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import type { SiteAnswer, SiteWidget } from '../../contract/rest/sites.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { createSite } from '../identity/createSite.ts';
import { originFrom } from '../identity/judgeOrigin.ts';
import type { Site, StaffScope } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { type RecordDeps, recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

export interface SitesDeps extends RecordDeps {
  identity: Pick<IdentityStore, 'findTenant' | 'listSites' | 'addSite' | 'changeSite' | 'removeSite'>;
}

interface SiteWords {
  name: string;
  allowedOrigins: string[];
  widget?: SiteWidget | undefined;
}

const firstWidget: SiteWidget = { titleCount: true, opener: null };

const siteOf = ({ tenantId, createdAt, identitySecret, widget = firstWidget, seen, ...rest }: Site): SiteAnswer => ({
  ...rest,
  widget,
  signsIdentities: Boolean(identitySecret),
  ...(seen === undefined ? {} : { seen: { at: isoOf(seen.at), origin: seen.origin } }),
  createdAt: isoOf(createdAt),
});
const told = ({ name, allowedOrigins, widget: { titleCount, opener } = firstWidget }: SiteWords) => ({
  name,
  allowedOrigins,
  titleCount,
  openerSeconds: opener?.seconds ?? null,
  openerScrollPercent: opener?.scrollPercent ?? null,
});

function checked({ name, allowedOrigins, widget }: SiteWords): Pick<Site, 'name' | 'allowedOrigins' | 'widget'> {
  const origins = allowedOrigins.map((text, place) => {
    const origin = originFrom(text.trim());
    if (origin === null) throw new HubError('VALIDATION_FAILED', { field: `allowedOrigins.${place}` });
    return origin;
  });
  return { name, allowedOrigins: [...new Set(origins)], ...(widget === undefined ? {} : { widget }) };
}

/** The websites that carry the widget, for an admin. */
export async function listSites(
  deps: { identity: Pick<IdentityStore, 'listSites'> },
  scope: StaffScope,
): Promise<SiteAnswer[]> {
  requireAdmin(scope);
  return (await deps.identity.listSites(scope.tenantId)).map(siteOf);
}

/**
 * Adds a website.
 * @throws HubError QUOTA_EXCEEDED: there are as many as one tenant may have
 */
export async function addSite(deps: SitesDeps, scope: StaffScope, words: SiteWords): Promise<SiteAnswer> {
  requireAdmin(scope);
  const clean = checked(words);
  if ((await deps.identity.listSites(scope.tenantId)).length >= settingsLimits.sites)
    throw new HubError('QUOTA_EXCEEDED');
  const site = await createSite({ store: deps.identity, clock: deps.clock }, { tenantId: scope.tenantId, ...clean });
  await recordChange(deps, scope, {
    kind: 'site',
    action: 'added',
    subject: site.name,
    before: null,
    after: told(site),
  });
  return siteOf(site);
}

/**
 * Changes a website's name and origins, and how the widget behaves there where that is given.
 * @throws HubError NOT_FOUND
 */
export async function changeSite(
  deps: SitesDeps,
  scope: StaffScope,
  siteId: string,
  words: SiteWords,
): Promise<SiteAnswer> {
  requireAdmin(scope);
  const clean = checked(words);
  const before = await deps.identity.changeSite(scope.tenantId, siteId, clean);
  if (!before) throw new HubError('NOT_FOUND');
  const change = { before: told(before), after: told({ ...before, ...clean }) };
  await recordChange(deps, scope, { kind: 'site', action: 'changed', subject: clean.name, ...change });
  return siteOf({ ...before, ...clean });
}

/**
 * Makes the secret with which the site's own server signs its visitors' identities; it is in this answer and nowhere else.
 * Identities signed with an earlier one are no longer believed.
 */
export async function makeIdentitySecret(
  deps: SitesDeps,
  scope: StaffScope,
  siteId: string,
): Promise<{ secret: string }> {
  const secret = `idsec_${randomBytes(32).toString('base64url')}`;
  await changeSecret(deps, scope, siteId, secret);
  return { secret };
}

/** Removes the secret: identities of this site are no longer believed. */
export async function removeIdentitySecret(deps: SitesDeps, scope: StaffScope, siteId: string): Promise<void> {
  await changeSecret(deps, scope, siteId, null);
}

async function changeSecret(deps: SitesDeps, scope: StaffScope, siteId: string, secret: string | null) {
  requireAdmin(scope);
  const before = await deps.identity.changeSite(scope.tenantId, siteId, { identitySecret: secret });
  if (!before) throw new HubError('NOT_FOUND');
  const had = Boolean(before.identitySecret);
  const change = {
    before: { identitySecret: had ? 'set' : null },
    after: { identitySecret: secret === null ? null : had ? 'replaced' : 'set' },
  };
  await recordChange(deps, scope, { kind: 'site', action: 'changed', subject: before.name, ...change });
}

/** Removes a website: its pages lose the chat; conversations that came from it stay. */
export async function removeSite(deps: SitesDeps, scope: StaffScope, siteId: string): Promise<void> {
  requireAdmin(scope);
  const before = await deps.identity.removeSite(scope.tenantId, siteId);
  if (!before) throw new HubError('NOT_FOUND');
  const change = { before: told(before), after: null };
  await recordChange(deps, scope, { kind: 'site', action: 'removed', subject: before.name, ...change });
}
