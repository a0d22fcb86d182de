import { Router } from 'express';
import type { HomePhotoStore } from '../../features/listings/ports.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { HandleDeps } from '../handle.ts';
import { refuseManyPhotos } from '../refuseManyPhotos.ts';

/** The photos of homes, for everybody who is shown a home. An id stands for its bytes, forever. */
export function homePhotoRouter(homePhotos: Pick<HomePhotoStore, 'read'>, handle: HandleDeps): Router {
  const router = Router();
  router.get('/home-photos/:id', async (req, res) => {
    res.locals.route = '/home-photos/:id';
    await refuseManyPhotos(handle, req);
    const { id } = req.params;
    const size = req.query.size === 'preview' ? 'preview' : 'whole';
    const photo = id.length > 64 ? null : await homePhotos.read(id, size);
    if (photo === null) throw new HubError('NOT_FOUND');
    res.setHeader('cache-control', 'public, max-age=31536000, immutable');
    // Should it ever be opened as a page: nothing in it runs, loads or reaches the hub's origin.
    res.setHeader('content-security-policy', "default-src 'none'; sandbox");
    res.setHeader('cross-origin-resource-policy', 'cross-origin');
    // The widget fetches it: a page's policy then needs nothing but `connect-src`.
    res.setHeader('access-control-allow-origin', '*');
    res.type(photo.type).send(photo.bytes);
  });
  return router;
}
