import { Router } from 'express';
import type { SettingsStore } from '../../features/settings/ports.ts';
import { HubError } from '../../kernel/hubError.ts';

/** The logos of the tenants, for the pages that carry their widgets. An id stands for its bytes, forever. */
export function logoRouter(settings: Pick<SettingsStore, 'findLogo'>): Router {
  const router = Router();
  router.get('/logos/:id', async (req, res) => {
    res.locals.route = '/logos/:id';
    const { id } = req.params;
    const logo = id.length > 64 ? null : await settings.findLogo(id);
    if (!logo) throw new HubError('NOT_FOUND');
    res.setHeader('cache-control', 'public, max-age=31536000, immutable');
    res.setHeader('cross-origin-resource-policy', 'cross-origin');
    // The widget fetches it: a page's policy then needs nothing but `connect-src`.
    res.setHeader('access-control-allow-origin', '*');
    res.type(logo.type).send(Buffer.from(logo.base64, 'base64'));
  });
  return router;
}
