import { randomBytes } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { Site } from './model.ts';
import type { IdentityStore } from './ports.ts';

/** A website that may carry the widget, with a new site key. Origins come in as `originFrom` writes them. `NOT_FOUND` for an unknown tenant. */
export async function createSite(
  deps: { store: IdentityStore; clock: Clock },
  input: { tenantId: string; name: string; allowedOrigins: string[] },
): Promise<Site> {
  if (!(await deps.store.findTenant(input.tenantId))) throw new HubError('NOT_FOUND', { field: 'tenant' });
  const site: Site = {
    ...input,
    id: newId(),
    siteKey: `site_${randomBytes(12).toString('base64url')}`,
    createdAt: deps.clock.now(),
  };
  if (!(await deps.store.addSite(site))) throw new HubError('CONFLICT');
  return site;
}
