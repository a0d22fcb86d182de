import { randomBytes } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { Site } from './model.ts';
import type { IdentityStore } from './ports.ts';

/**
 * Adds a website that may carry the widget, with a new site key. Origins are as `originFrom` writes them.
 * @throws HubError NOT_FOUND: there is no such tenant
 */
export async function createSite(
  deps: { store: Pick<IdentityStore, 'findTenant' | 'addSite'>; clock: Clock },
  input: Pick<Site, 'tenantId' | 'name' | 'allowedOrigins' | 'widget'>,
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
