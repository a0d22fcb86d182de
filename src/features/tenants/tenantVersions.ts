import { LRUCache } from 'lru-cache';
import type { Clock } from '../../kernel/clock.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import { type TenantPart, type TenantVersion, type ToldVersions, tenantParts } from './ports.ts';

/** Reads something of a tenant, and remembers it while the parts of the tenant that it comes from stay as they are. */
export type Hold = <T>(parts: readonly TenantPart[], read: (tenantId: string) => Promise<T>) => HeldRead<T>;
/** Gives what is held of a tenant, and reads it where nothing is held or it is out of date. */
export type HeldRead<T> = (tenantId: string) => Promise<T>;

export interface TenantVersions {
  /**
   * Reads the tenant's version, one read by key, once for each message: data held of an older version is read anew when it is
   * asked for next.
   */
  readVersion(tenantId: string): Promise<void>;
  hold: Hold;
  /** The same for many things of one tenant, each under a key of its own; `most` of all tenants together. */
  holdEach<T>(
    part: TenantPart,
    most: number,
    read: (tenantId: string, key: string) => Promise<T>,
  ): (tenantId: string, key: string) => Promise<T>;
}

const topic = 'tenants';
const tenantsHeld = 10_000;
/** A change whose version was never raised (the node died in between, or runs an older build) is seen within this time. */
const keptForMs = 120_000;

interface Entry {
  value: Promise<unknown>;
  /** No newer than the value. */
  at: TenantVersion;
  until: number;
}

/**
 * One node's knowledge of the versions of its tenants: by its own writes at once, by hints of other nodes within a second, and, where a
 * hint was lost, by the next message, which reads the version.
 */
export function createTenantVersions(deps: { versions: ToldVersions; wakeups: Wakeups; clock: Clock }): TenantVersions {
  const { versions, wakeups, clock } = deps;
  const seen = new LRUCache<string, TenantVersion>({ max: tenantsHeld });
  const underway = new Map<string, Promise<void>>();

  function see(tenantId: string, newer: TenantVersion): void {
    const known = seen.get(tenantId) ?? {};
    const parts = tenantParts.map((part) => [part, Math.max(known[part] ?? 0, newer[part] ?? 0)]);
    seen.set(tenantId, Object.fromEntries(parts));
  }
  versions.onRaised((tenantId, part, version) => {
    see(tenantId, { [part]: version });
    wakeups.publish(topic, { kind: 'tenant-changed', tenantId, part, version });
  });
  wakeups.subscribe(topic, ({ tenantId, part, version }) => {
    if (typeof tenantId === 'string' && typeof version === 'number') see(tenantId, { [String(part)]: version });
  });

  function holding<T>(
    parts: readonly TenantPart[],
    most: number,
    read: (tenantId: string, key: string) => Promise<T>,
  ): (tenantId: string, key: string) => Promise<T> {
    const held = new LRUCache<string, Entry>({ max: most });
    return (tenantId, key) => {
      const name = `${tenantId} ${key}`;
      const now = seen.get(tenantId) ?? {};
      const entry = held.get(name);
      const stands =
        entry !== undefined &&
        entry.until > clock.now() &&
        parts.every((part) => (entry.at[part] ?? 0) >= (now[part] ?? 0));
      if (stands) return entry.value as Promise<T>;
      // The version was seen before the read begins, so the value is as new or newer.
      const value = read(tenantId, key);
      const fresh = { value, at: now, until: clock.now() + keptForMs };
      held.set(name, fresh);
      value.catch(() => {
        if (held.get(name) === fresh) held.delete(name);
      });
      return value;
    };
  }

  return {
    readVersion(tenantId) {
      const reading =
        underway.get(tenantId) ??
        versions
          .read(tenantId)
          .then((version) => see(tenantId, version))
          .finally(() => underway.delete(tenantId));
      underway.set(tenantId, reading);
      return reading;
    },
    hold: (parts, read) => {
      const each = holding(parts, tenantsHeld, read);
      return (tenantId) => each(tenantId, '');
    },
    holdEach: (part, most, read) => holding([part], most, read),
  };
}
