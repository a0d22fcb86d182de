import type { turnWorld } from './turnWorld.ts';

/** What Jorge knows as the hub puts it together, of the world's tenant, whose stores may change. */
export const packWorld = ({ stores, tenants, packs }: Awaited<ReturnType<typeof turnWorld>>) => ({
  ...stores,
  tenants,
  packOf: packs.packOf,
});
