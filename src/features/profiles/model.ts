import type { Slot } from '../../contract/log/parts.ts';
import type { Evidence } from '../../contract/values.ts';
import type { Channel } from '../reading/optOut/readChannelWish.ts';

/** The facts that one visitor, or one number or address, told us. A person may have several: each keeps what it has, and links say that they are one. */
export interface Lead {
  id: string;
  tenantId: string;
  /** The visitor of a page whose talk began it; absent where another channel did. */
  visitorId?: string;
  name: string | null;
  createdAt: number;
  /** By slot name: the value, its words, the conversation they stand in, and when it was noted. */
  fields: Record<string, Slot & { conversationId: string; at?: number }>;
  /** Since when they want no more messages through any channel; the record has the words. */
  suppressedAt: number | null;
  /** Since when they want no call of theirs written down. */
  noRecordingAt: number | null;
  /** Since when, and by whom, Jorge, coaching, and drafts don't adapt to what they prefer. */
  notAdapted: { at: number; by: { id: string; name: string } } | null;
  /** The id that the site vouched for, in its own words. */
  identity: string | null;
  /** The bots' tags for them, such as `Warm-Seller`: each once, the newest last, at most `tagsKept`. */
  tags: string[];
  /** An older record of the same person, and by what they were recognised. Always the older one, so that links make no circle. */
  link: LeadLink | null;
}
export const tagsKept = 40;
/** `remove` goes first: a tag in both stays. */
export interface TagChange {
  add: readonly string[];
  remove: readonly string[];
}
export interface LeadLink {
  leadId: string;
  by: LinkBasis;
  at: number;
}
/** `identity`: the site vouched for the person. The others were typed by the visitor and prove nothing. */
export type LinkBasis = 'identity' | 'phone' | 'email';

/** A consent, refusal or demand of somebody's, kept with its words. Never deleted with the rest: it proves what was allowed. */
export type PersonRecord = PersonRecordBase & (ConsentPart | SuppressionPart | DeletionPart);
interface PersonRecordBase {
  id: string;
  tenantId: string;
  leadId: string;
  visitorId?: string;
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
  /** Empty on other channels than a page. */
  page: string;
}
export interface SuppressionPart {
  kind: 'suppression';
  channels: Channel[];
  reason: string;
  /** The message that confirms it; absent where none does, and on records from before it was kept. */
  confirmedBy?: string;
}
export interface DeletionPart {
  kind: 'deletion-request';
  /** Days, such as `2027-01-05`. */
  confirmBy: string;
  answerBy: string;
}

/** A home that a lead looked at. Times in ms since the epoch. */
export interface ViewedHome {
  listingId: string;
  /** How often they came to its page, once a visit; 0: they only pressed its card. */
  views: number;
  firstAt: number;
  lastAt: number;
  /** When they were last on its page. */
  viewedAt: number | null;
  /** When they last pressed its card in the chat. */
  tappedAt: number | null;
  /** When they last pressed on its card that they want to see it. */
  likedAt: number | null;
}
/** What they did just now with a home; `like` is a tap as well. */
export interface HomeLook {
  listingId: string;
  at: number;
  by: 'view' | 'tap' | 'like';
}
