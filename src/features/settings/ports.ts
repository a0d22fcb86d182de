import type { Hours } from '../../contract/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IdentityStore, PasswordHasher } from '../identity/ports.ts';
import type { Change, Invite, Logo, SavedReply, SettingsState } from './model.ts';

/** Settings are their changes: the newest change that holds some is what stands. Writes are durable when they resolve. */
export interface SettingsStore {
  /** Null when nothing was ever changed. */
  newest(tenantId: string): Promise<SettingsState | null>;
  /** False when another change made this version of the settings first. */
  addChange(change: Change): Promise<boolean>;
  /** Newest first. */
  listChanges(tenantId: string, limit: number): Promise<Change[]>;

  keepLogo(logo: Logo): Promise<void>;
  findLogo(logoId: string): Promise<Logo | null>;

  addInvite(invite: Invite): Promise<void>;
  findInvite(tokenHash: string): Promise<Invite | null>;
  /** Oldest first, also those whose time is over. */
  listInvites(tenantId: string): Promise<Invite[]>;
  /** What was taken away; of several at once only one gets it. */
  takeInvite(tenantId: string, inviteId: string): Promise<Invite | null>;
}

export interface SavedReplyStore {
  /** Those of the owner, or with null the team's; oldest first. */
  list(tenantId: string, ownerId: string | null): Promise<SavedReply[]>;
  find(tenantId: string, replyId: string): Promise<SavedReply | null>;
  add(reply: SavedReply): Promise<void>;
  change(tenantId: string, replyId: string, change: Pick<SavedReply, 'title' | 'text'>): Promise<void>;
  remove(tenantId: string, replyId: string): Promise<void>;
}

/** When people take appointments, where that is not when the brokerage is open; kept with the appointments. */
export interface OwnHoursStore {
  listOwnHours(tenantId: string): Promise<{ agentId: string; zone: string; hours: Hours }[]>;
  /** Null: the brokerage's from now on. */
  setOwnHours(tenantId: string, agentId: string, own: { zone: string; hours: Hours } | null): Promise<void>;
}

/** What the use cases of the settings work with. */
export interface SettingsParts {
  identity: IdentityStore;
  hasher: PasswordHasher;
  settings: SettingsStore;
  replies: SavedReplyStore;
  ownHours: OwnHoursStore;
  clock: Clock;
  /** Gives what this person holds to nobody; how many that were. */
  handOn(scope: StaffScope, userId: string): Promise<number>;
}
