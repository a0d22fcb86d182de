import type { TenantVersion, TenantVersionStore } from '../../features/tenants/ports.ts';

/** Versions in this process only: gone with it. */
export function createMemoryTenantVersionStore(): TenantVersionStore {
  const tenants = new Map<string, TenantVersion>();
  return {
    async read(tenantId) {
      return { ...tenants.get(tenantId) };
    },
    async raise(tenantId, part) {
      const before = tenants.get(tenantId) ?? {};
      const version = (before[part] ?? 0) + 1;
      tenants.set(tenantId, { ...before, [part]: version });
      return version;
    },
  };
}
