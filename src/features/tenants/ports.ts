/**
 * The parts of what is held of a tenant, by what changes together. `settings`: its name and zone too; `hours`: of people who have
 * their own.
 */
export const tenantParts = [
  'settings',
  'people',
  'hours',
  'homes',
  'cards',
  'outcomes',
  'blocks',
  'experiments',
  'interventions',
  'webhooks',
] as const;
export type TenantPart = (typeof tenantParts)[number];
/** How often each part changed; an absent part never did. */
export type TenantVersion = Readonly<Partial<Record<TenantPart, number>>>;

/** One row for each tenant, which says whether what a node holds of it still stands. */
export interface TenantVersionStore {
  /** One read by key. */
  read(tenantId: string): Promise<TenantVersion>;
  /** To be called right after the change, never before it. Resolves to the version that the part has now, or a later one. */
  raise(tenantId: string, part: TenantPart): Promise<number>;
}

/** A version store that also tells this process of what it raised. */
export interface ToldVersions extends TenantVersionStore {
  onRaised(listener: (tenantId: string, part: TenantPart, version: number) => void): void;
}
