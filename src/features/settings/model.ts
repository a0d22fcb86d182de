import type { ChangeRecord } from '../../contract/rest/changes.ts';
import type { PeopleViewRequest, ViewRequest } from '../../contract/rest/savedViews.ts';
import type { BrokerageSettings } from '../../contract/rest/settings.ts';
import type { Role } from '../../contract/values.ts';

/** The settings of a tenant as they stand after change `version`; 0 is what a tenant begins with. */
export interface SettingsState {
  version: number;
  settings: BrokerageSettings;
  logoId: string | null;
}

/** One change of anything in the settings: who, when, from what to what. A change of the settings holds what they became. */
export interface Change extends Omit<ChangeRecord, 'at'> {
  tenantId: string;
  at: number;
  became: SettingsState | null;
}

/** A picture that visitors see. Its id follows from its bytes, so it may be kept by browsers forever. */
export interface Logo {
  id: string;
  tenantId: string;
  type: 'image/png' | 'image/jpeg' | 'image/webp';
  base64: string;
}

/** A way in for one person. The token itself is shown once; only its hash is kept. */
export interface Invite {
  id: string;
  tenantId: string;
  tokenHash: string;
  email: string;
  name: string | null;
  role: Role;
  createdAt: number;
  expiresAt: number;
}

/** What one person kept under a name. */
export interface Kept {
  id: string;
  tenantId: string;
  ownerId: string;
  name: string;
  createdAt: number;
}
/** A view of the inbox. */
export interface SavedView extends ViewRequest, Kept {}
/** A view of the list of people. */
export interface SavedPeopleView extends PeopleViewRequest, Kept {}

/** Words that are said often. Without an owner they are the whole team's. */
export interface SavedReply {
  id: string;
  tenantId: string;
  ownerId: string | null;
  title: string;
  text: string;
  createdAt: number;
}
