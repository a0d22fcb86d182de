import type { Slot } from '../../contract/entries.ts';
import type { Evidence } from '../../contract/values.ts';
import type { Channel } from '../reading/readChannelWish.ts';

/** What one visitor told us. A person may have several: each keeps what it has, and links say that they are one. */
export interface Lead {
  id: string;
  tenantId: string;
  /** The visitor whose talk began it. */
  visitorId: string;
  name: string | null;
  createdAt: number;
  /** By slot name: the value, its words, the conversation they stand in, and when it was noted. */
  fields: Record<string, Slot & { conversationId: string; at?: number }>;
  /** Since when they want no more messages through any channel; the record has the words. */
  suppressedAt: number | null;
  /** Who the site vouched for them to be, in its own words. */
  identity: string | null;
  /** An older record of the same person, and by what they were recognised. Always the older one, so that links make no circle. */
  link: LeadLink | null;
}
export interface LeadLink {
  leadId: string;
  by: LinkBasis;
  at: number;
}
/** `identity`: the site vouched for who it is. The others were typed by the visitor and prove nothing. */
export type LinkBasis = 'identity' | 'phone' | 'email';

/** What somebody agreed to, forbade or demanded, kept with its words. Never deleted with the rest: it proves what was allowed. */
export type PersonRecord = PersonRecordBase & (ConsentPart | SuppressionPart | DeletionPart);
interface PersonRecordBase {
  id: string;
  tenantId: string;
  leadId: string;
  visitorId: string;
  conversationId: string;
  at: number;
  /** Their message, in their words, and where it stands. */
  said: string;
  evidence: Evidence;
  /** Withdrawn, lifted or done: when, and by which words or by whom. */
  closed: { at: number; by: string } | null;
}
export interface ConsentPart {
  kind: 'consent';
  channels: Channel[];
  /** The number or the address as given. */
  to: string;
  /** The words on their screen when they gave it, and the message that showed them; null when they asked of their own accord. */
  shown: { text: string; evidence: Evidence } | null;
  page: string;
}
export interface SuppressionPart {
  kind: 'suppression';
  channels: Channel[];
  reason: string;
}
export interface DeletionPart {
  kind: 'deletion-request';
  /** Days, such as `2027-01-05`. */
  confirmBy: string;
  answerBy: string;
}
