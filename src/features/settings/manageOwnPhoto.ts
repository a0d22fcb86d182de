import { idFrom } from '../../kernel/ids.ts';
import { makePicture } from '../files/makePicture.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { ownUser } from './ownUser.ts';
import type { PhotoStore, PortraitMaker } from './ports.ts';

export interface OwnPhotoDeps {
  identity: Pick<IdentityStore, 'findUser' | 'changeUser'>;
  photos: PhotoStore;
  portraits: PortraitMaker;
}

/** The path of a person's photo. `version`: another one for another photo. */
export const photoPath = (userId: string, version: string): string => `/photos/${userId}?v=${version}`;

/**
 * Keeps the photo of the person who asks: made anew from its pixels, square, small. Returns its path.
 * @throws HubError VALIDATION_FAILED (field `file`, with words): it is no picture; FORBIDDEN: an API key has none
 */
export async function changeOwnPhoto(deps: OwnPhotoDeps, scope: StaffScope, bytes: Buffer): Promise<{ photo: string }> {
  const user = await ownUser(deps, scope);
  const portrait = await makePicture(deps.portraits.make, bytes);
  const base64 = portrait.toString('base64');
  const version = idFrom('photo', base64);
  await deps.photos.keep({ userId: user.id, tenantId: user.tenantId, base64 });
  await deps.identity.changeUser(user.id, { photo: version });
  return { photo: photoPath(user.id, version) };
}

/** Removes the photo of the person who asks. @throws HubError FORBIDDEN: an API key has none */
export async function removeOwnPhoto(deps: Omit<OwnPhotoDeps, 'portraits'>, scope: StaffScope): Promise<void> {
  const user = await ownUser(deps, scope);
  await deps.photos.remove(user.id);
  await deps.identity.changeUser(user.id, { photo: null });
}
