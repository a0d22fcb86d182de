import type { TenantPart, TenantVersionStore, ToldVersions } from './ports.ts';

/** The same, and tells this process of each version that it raises. */
export function toldVersions(store: TenantVersionStore): ToldVersions {
  const listeners: Parameters<ToldVersions['onRaised']>[0][] = [];
  return {
    read: store.read,
    async raise(tenantId, part) {
      const version = await store.raise(tenantId, part);
      for (const listener of listeners) listener(tenantId, part, version);
      return version;
    },
    onRaised: (listener) => void listeners.push(listener),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a store's methods take what they take
type Methods = Record<string, (...args: any[]) => Promise<unknown>>;
type TenantsOf<Store> = {
  [Method in keyof Store]?: Store[Method] extends (...args: infer Args) => Promise<unknown>
    ? (...args: Args) => readonly (string | undefined)[] | Promise<readonly (string | undefined)[]>
    : never;
};

/** A store whose writes raise a part of the tenants that they change; `changed` names those tenants by the write's arguments. */
export function raising<Store extends object>(
  store: Store,
  versions: TenantVersionStore,
  part: TenantPart,
  changed: TenantsOf<Store>,
): Store {
  const raised: Methods = {};
  for (const [name, tenantsOf] of Object.entries(changed) as [string, (...args: unknown[]) => Promise<string[]>][]) {
    const write = (store as Methods)[name] as Methods[string];
    raised[name] = async (...args) => {
      const tenants = await tenantsOf(...args);
      const result = await write(...args);
      for (const tenantId of new Set(tenants)) if (tenantId !== undefined) await versions.raise(tenantId, part);
      return result;
    };
  }
  return { ...store, ...raised } as Store;
}
