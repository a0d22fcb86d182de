import type { Change, Invite, Logo } from '../../features/settings/model.ts';
import type { SettingsStore } from '../../features/settings/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Settings in this process only: gone with it. */
export function createMemorySettingsStore(): SettingsStore {
  const changes: Change[] = [];
  const logos = new Map<string, Logo>();
  const invites = new Map<string, Invite>();

  return {
    async newest(tenantId) {
      return jsonCopy(changes.findLast((one) => one.tenantId === tenantId && one.became !== null)?.became ?? null);
    },
    async addChange(change) {
      const version = change.became?.version;
      const isTaken = changes.some((one) => one.tenantId === change.tenantId && one.became?.version === version);
      if (version !== undefined && isTaken) return false;
      changes.push(jsonCopy(change));
      return true;
    },
    async listChanges(tenantId, limit) {
      const own = changes.filter((one) => one.tenantId === tenantId);
      return jsonCopy(own.toSorted((a, b) => b.at - a.at).slice(0, limit));
    },

    async keepLogo(logo) {
      logos.set(logo.id, jsonCopy(logo));
    },
    async findLogo(logoId) {
      return jsonCopy(logos.get(logoId) ?? null);
    },

    async addInvite(invite) {
      invites.set(invite.id, jsonCopy(invite));
    },
    async findInvite(tokenHash) {
      return jsonCopy([...invites.values()].find((one) => one.tokenHash === tokenHash) ?? null);
    },
    async listInvites(tenantId) {
      const own = [...invites.values()].filter((one) => one.tenantId === tenantId);
      return jsonCopy(own.toSorted((a, b) => a.createdAt - b.createdAt));
    },
    async takeInvite(tenantId, inviteId) {
      const invite = invites.get(inviteId);
      if (invite?.tenantId !== tenantId) return null;
      invites.delete(inviteId);
      return invite;
    },
  };
}
