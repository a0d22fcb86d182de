import type { Help } from '../../contract/coaching.ts';
import type { MarketId } from '../../contract/rest/settingsLimits.ts';
import type { SiteWidget } from '../../contract/rest/sites.ts';
import type { Role } from '../../contract/values.ts';

/** A brokerage. */
export interface Tenant {
  id: string;
  name: string;
  timeZone: string;
  /** The market it was created with; absent in older rows. Its settings say which one holds. */
  market?: MarketId;
  demo: boolean;
  createdAt: number;
}

export interface StaffUser {
  id: string;
  tenantId: string;
  /** Lower case; unique in the whole hub, because it is what one signs in with. */
  email: string;
  name: string;
  role: Role;
  passwordHash: string;
  active: boolean;
  /** Raised to end every session of this person. */
  tokenVersion: number;
  presence: { status: 'available' | 'busy' | 'away'; capacity: number };
  createdAt: number;
  title?: string | null;
  phone?: string | null;
  /** With this link they choose a new password, once, until it expires. */
  passwordLink?: { tokenHash: string; expiresAt: number } | null;
  /** How they want to be helped in a talk; absent: as usual. */
  help?: Help;
  /** The version of their photo; null or absent: they have none. */
  photo?: string | null;
  /** Shared with the app of their phone, sealed; null or absent: they sign in by their password alone. `since`: ms since the epoch. */
  secondFactor?: { sealed: string; since: number } | null;
  /** One that is being set up. */
  newFactor?: { sealed: string; expiresAt: number } | null;
  /** The time step of the last code that was used: no code up to it works again. */
  factorStep?: number;
  /** Keyed hashes of the recovery codes that are left. */
  recoveryCodes?: string[];
  /** When an admin last opened locked sign-ins: earlier failures count no more. */
  locksLiftedAt?: number;
}

/** From one network too many passwords of this person were wrong: nobody there signs in as them until then. */
export interface Lockout {
  tenantId: string;
  userId: string;
  network: string;
  until: number;
}

/** A website that carries the widget. The key is public: the origin list and the token decide. */
export interface Site {
  id: string;
  tenantId: string;
  siteKey: string;
  name: string;
  allowedOrigins: string[];
  /** The secret with which the site's own server signs identities; null or absent: it signs none. Kept as it is, because HS256 checks with what it signs with. */
  identitySecret?: string | null;
  /** How the widget behaves on its pages; absent: as it does from the first. */
  widget?: SiteWidget;
  /** When a page of it last loaded the widget, to the hour, and of which origin; absent: never. */
  seen?: { at: number; origin: string };
  createdAt: number;
}

export interface ApiKey {
  id: string;
  tenantId: string;
  name: string;
  role: Role;
  /** SHA-256 of the secret; the key itself is shown once. */
  secretHash: string;
  active: boolean;
  createdAt: number;
}

/** One refresh token: spent by use; a spent one that comes again ends its family. */
export interface RefreshToken {
  /** SHA-256 of the token. */
  hash: string;
  familyId: string;
  userId: string;
  tenantId: string;
  expiresAt: number;
  spent: boolean;
  /** When its family signed in; absent in older rows. */
  startedAt?: number;
  /** The browser that the family signed in with; absent if it did not say. */
  browser?: string;
}

export type Principal =
  /** `name`: as a signed identity says it. */
  | { kind: 'visitor'; id: string; leadId: string; siteId: string; role: 'visitor'; name?: string }
  | { kind: 'staff'; id: string; role: Role; name: string }
  | { kind: 'integration'; id: string; role: Role; name: string };

/** The page on which a visitor opened the widget. */
export interface SessionPage {
  url: string;
  title?: string;
  listingId?: string;
  language: string;
  /** No homes that they look at are kept. */
  keepViews?: false;
}

/** The principal who acts, and the tenant: made from a verified token only. Every use case starts from one. */
export interface Scope {
  tenantId: string;
  principal: Principal;
}
/** A scope in which a person of the brokerage, or its integration, acts. */
export type StaffScope = Scope & { principal: Extract<Principal, { kind: 'staff' | 'integration' }> };
export type VisitorScope = Scope & { principal: Extract<Principal, { kind: 'visitor' }> };
