import type { IdentityStore } from '../features/identity/ports.ts';
import { newId } from '../kernel/ids.ts';
import type { Config } from './config.ts';

/** The secret of all nodes: the one that is set, else the one that the first start made. */
export const provideSecret = async (
  { secret }: Pick<Config, 'secret'>,
  identity: Pick<IdentityStore, 'keepSecret'>,
): Promise<string> => secret ?? (await identity.keepSecret('hub-secret', () => newId() + newId()));

/** The key to the hashes of numbers and addresses. Its own, and never changed: with another one every opt-out would be forgotten. */
export const provideContactKey = (identity: Pick<IdentityStore, 'keepSecret'>): Promise<string> =>
  identity.keepSecret('contact-key', () => newId() + newId());
