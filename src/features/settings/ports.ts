import type { Hours } from '../../contract/rest/settings.ts';
import type { Change, Invite, Kept, Logo, SavedReply, SavedView, SettingsState } from './model.ts';

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
  /** Returns the invite that it removed; of several calls at once only one gets it. */
  takeInvite(tenantId: string, inviteId: string): Promise<Invite | null>;
}

/** The photos of people, one each. */
export interface PhotoStore {
  /** In the place of the one before. */
  keep(photo: { userId: string; tenantId: string; base64: string }): Promise<void>;
  find(userId: string): Promise<Buffer | null>;
  remove(userId: string): Promise<void>;
}
/** Makes a photo anew from its pixels, as a JPEG of 256 pixels square. Null where the bytes are no picture that it can read. */
export interface PortraitMaker {
  make(bytes: Buffer): Promise<Buffer | null>;
}

/** An email that says the same twice: in plain text, and in simple HTML. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}
export interface Mailer {
  /** Rejects when the next server did not take it. */
  send(mail: Mail): Promise<void>;
}

/** The views of one list: of the inbox, or of the people. */
export interface SavedViewStore<View extends Kept = SavedView> {
  /** One person's, the oldest first. */
  list(tenantId: string, ownerId: string): Promise<View[]>;
  /** Keeps it, in the place of what has its id. */
  put(view: View): Promise<void>;
  remove(tenantId: string, ownerId: string, viewId: string): Promise<void>;
}

export interface SavedReplyStore {
  /** Those of the owner, or with null the team's; oldest first. */
  list(tenantId: string, ownerId: string | null): Promise<SavedReply[]>;
  find(tenantId: string, replyId: string): Promise<SavedReply | null>;
  add(reply: SavedReply): Promise<void>;
  change(tenantId: string, replyId: string, change: Pick<SavedReply, 'title' | 'text'>): Promise<void>;
  remove(tenantId: string, replyId: string): Promise<void>;
}

/** Own hours of people for appointments, where they differ from the brokerage's; kept with the appointments. */
export interface OwnHoursStore {
  listOwnHours(tenantId: string): Promise<{ agentId: string; zone: string; hours: Hours }[]>;
  /** Null: the brokerage's from now on. */
  setOwnHours(tenantId: string, agentId: string, own: { zone: string; hours: Hours } | null): Promise<void>;
}
