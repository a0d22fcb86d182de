import type { ReadChanged } from '../../kernel/changes.ts';
import type { HomeLook, Lead, LeadLink, PersonRecord, TagChange, ViewedHome } from './model.ts';

/** How many leads of one person are read at once. */
export const leadPage = 50;
/** How many records of one lead are read at once: a lead with as many may have more. */
export const mostOfLead = 200;

export interface LeadStore {
  /** The visitor's lead, without a visitor the one with this id, or a new one from `seed`. */
  openFor(seed: Lead): Promise<Lead>;
  find(tenantId: string, leadId: string): Promise<Lead | null>;
  /** Sets the given fields; others stay. The others only when given; of writers who change tags at once none is lost. */
  change(
    tenantId: string,
    leadId: string,
    change: Partial<Pick<Lead, 'fields' | 'name' | 'suppressedAt' | 'noRecordingAt' | 'notAdapted'>> & {
      tags?: TagChange;
    },
  ): Promise<void>;
  /** The lead is this person's, by the word of their site, from now on; false when it is somebody else's, of many at once all but one. */
  identify(tenantId: string, leadId: string, identity: string): Promise<boolean>;
  /** Takes away what is known of the person; the record, its links, `suppressedAt` and `noRecordingAt` stay. With `keepKeys` it still goes by its keys. */
  erase(tenantId: string, leadId: string, options: { keepKeys: boolean }): Promise<void>;
  /** Notes that the lead goes by `key` (`phone:+1512…`), once however often. */
  addKey(tenantId: string, leadId: string, key: string): Promise<void>;
  /** Leads that go by the key, by their ids, at most `leadPage`; with `after` those past that id. */
  withKey(tenantId: string, key: string, after?: string): Promise<Lead[]>;
  /** The key as it may be kept for good: the same key of a tenant gives the same words, from which it cannot be told. */
  hashOf(tenantId: string, key: string): string;
  /** Links it where it has no link yet; false when it has one. */
  link(tenantId: string, leadId: string, link: LeadLink): Promise<boolean>;
  /** Takes the link away again; false when it had none. */
  unlink(tenantId: string, leadId: string): Promise<boolean>;
  /** Leads that are linked to this one directly, by their ids, at most `leadPage`; with `after` those past that id. */
  linkedTo(tenantId: string, leadId: string, after?: string): Promise<Lead[]>;
  /** Those that changed: their fields, tags, or links. */
  changedAfter: ReadChanged<Lead>;
}

/**
 * Consents, suppressions, deletion requests. A record never changes, but for being closed once, and for losing its words when a
 * person is erased.
 */
export interface RecordStore {
  /** The same id is the same record: false when it is there. */
  add(record: PersonRecord): Promise<boolean>;
  /** False when absent or closed already: the first closing stands. */
  close(tenantId: string, recordId: string, closed: NonNullable<PersonRecord['closed']>): Promise<boolean>;
  /** Puts the record in place of the one with its id; nothing where there is none. */
  rewrite(record: PersonRecord): Promise<void>;
  /** Newest first, at most `mostOfLead`. */
  ofLead(tenantId: string, leadId: string): Promise<PersonRecord[]>;
  /** All of a lead, by their ids, at most `mostOfLead` at once; with `after` those past that id. */
  pageOfLead(tenantId: string, leadId: string, after?: string): Promise<PersonRecord[]>;
  /** Those that were added, closed, or lost their words. */
  changedAfter: ReadChanged<PersonRecord>;
  /** Open ones of a kind, oldest first, at most 500. */
  listOpen(tenantId: string, kind: PersonRecord['kind']): Promise<PersonRecord[]>;
  /** Closed ones of a kind, the newest first, at most `limit`. */
  listClosed(tenantId: string, kind: PersonRecord['kind'], limit: number): Promise<PersonRecord[]>;
}

/** The homes that each lead looked at. */
export interface ViewedHomeStore {
  /** As `homesAfter` has it. Of those who note at once none is lost. */
  note(tenantId: string, leadId: string, look: HomeLook): Promise<void>;
  /** The newest last, at most `homesKept`. */
  ofLead(tenantId: string, leadId: string): Promise<ViewedHome[]>;
  erase(tenantId: string, leadId: string): Promise<void>;
}
