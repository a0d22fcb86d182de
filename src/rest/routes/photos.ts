import { Router } from 'express';
import { changeOwnPhoto, type OwnPhotoDeps, removeOwnPhoto } from '../../features/settings/manageOwnPhoto.ts';
import type { PhotoStore } from '../../features/settings/ports.ts';
import { type Limit, type RateLimits, refuseFor } from '../../kernel/rateLimits.ts';
import { type HandleDeps, type Route, staffRoute } from '../handle.ts';
import { beforeReading, readUpload } from '../readUpload.ts';
import { refuseManyPhotos } from '../refuseManyPhotos.ts';
import { createUploadGate } from '../uploadGate.ts';

const photoBytes = 10 * 1024 * 1024;
const photosPerPerson: Limit = { name: 'photos', points: 20, perMs: 600_000 };

export interface PhotoRouteDeps extends OwnPhotoDeps {
  rateLimits: Pick<RateLimits, 'take'>;
}

export function photoRoutes(deps: PhotoRouteDeps): Route[] {
  const gate = createUploadGate();
  return [
    staffRoute('POST /me/photo', {
      summary:
        'Set your photo, as visitors and colleagues see it: the body is a JPEG, PNG, or WebP, cropped to a small square.',
      from: 'hub',
      bytes: 'body',
      async run({ session: { scope }, req, res }) {
        const { id } = scope.principal;
        await beforeReading(req, res, async () => refuseFor(await deps.rateLimits.take(photosPerPerson, id)));
        return gate(id, async () => changeOwnPhoto(deps, scope, await readUpload(req, res, photoBytes)));
      },
    }),
    staffRoute('DELETE /me/photo', {
      summary: 'Delete your photo.',
      from: 'hub',
      run: ({ session }) => removeOwnPhoto(deps, session.scope),
    }),
  ];
}

/** The photos of people, for the pages that carry the widget too: 204 for somebody who has none, whoever they are. */
export function photoRouter(photos: Pick<PhotoStore, 'find'>, handle: HandleDeps): Router {
  const router = Router();
  router.get('/photos/:id', async (req, res) => {
    res.locals.route = '/photos/:id';
    await refuseManyPhotos(handle, req);
    const { id } = req.params;
    const photo = id.length > 64 ? null : await photos.find(id);
    // Another photo has another `v`; a request without one should see a new photo soon.
    res.setHeader(
      'cache-control',
      req.query.v === undefined || photo === null ? 'public, max-age=300' : 'public, max-age=31536000, immutable',
    );
    res.setHeader('cross-origin-resource-policy', 'cross-origin');
    res.setHeader('access-control-allow-origin', '*');
    // Should it ever be opened as a page: nothing in it runs, loads or reaches the hub's origin.
    res.setHeader('content-security-policy', "default-src 'none'; sandbox");
    if (photo === null) res.status(204).end();
    else res.type('image/jpeg').send(photo);
  });
  return router;
}
