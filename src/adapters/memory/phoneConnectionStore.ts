import type { PhoneConnection } from '../../features/calls/provider/model.ts';
import type { PhoneConnectionStore } from '../../features/calls/provider/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Phone accounts in this process only: gone with it. */
export function createMemoryPhoneConnectionStore(): PhoneConnectionStore {
  const connections = new Map<string, PhoneConnection>();
  return {
    async add(connection) {
      connections.set(connection.id, jsonCopy(connection));
    },
    async find(connectionId) {
      return jsonCopy(connections.get(connectionId) ?? null);
    },
    async ofTenant(tenantId) {
      const own = [...connections.values()].filter((one) => one.tenantId === tenantId);
      return jsonCopy(own.sort((a, b) => a.createdAt - b.createdAt));
    },
    async noteHeard(connectionId, at) {
      const found = connections.get(connectionId);
      if (found !== undefined) connections.set(connectionId, { ...found, heardAt: at });
    },
    async reseal(connectionId, keys) {
      const found = connections.get(connectionId);
      if (found !== undefined) connections.set(connectionId, { ...found, ...keys });
    },
    async remove(tenantId, connectionId) {
      const found = connections.get(connectionId);
      if (found?.tenantId !== tenantId) return null;
      connections.delete(connectionId);
      return found;
    },
  };
}
