import type { HubHealth } from '../contract/health.ts';
import type { Blocklist } from '../features/blocks/blocklist.ts';
import type { NameAddress } from '../features/blocks/nameAddress.ts';
import type { CoachingParts } from '../features/coaching/parts.ts';
import type { ConversationParts } from '../features/conversations/parts.ts';
import type { AuditStore, CommandStore } from '../features/conversations/ports.ts';
import type { OriginJudge } from '../features/identity/judgeOrigin.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { TokenVerifier } from '../features/identity/verifyToken.ts';
import type { LeadStore, RecordStore } from '../features/profiles/ports.ts';
import type { StreamLog } from '../features/streams/ports.ts';
import type { AppointmentParts } from '../features/turns/appointmentLines.ts';
import type { Logger, Meter } from '../kernel/observe.ts';
import type { Limit, RateLimits } from '../kernel/rateLimits.ts';
import type { Board } from './board.ts';
import type { Connections } from './connections.ts';
import type { Ephemeral } from './ephemeral.ts';
import type { Feed } from './feed.ts';
import type { RateKeeper } from './limits.ts';
import type { Presence } from './presence.ts';
import type { Reads } from './reads.ts';
import type { VisitorPlace } from './visitorPlace.ts';

/** What the tables of the gateway work with. */
export interface GatewayParts extends ConversationParts, AppointmentParts {
  identity: Pick<IdentityStore, 'findUser' | 'listUsers' | 'changeUser' | 'findSite' | 'findSites' | 'findTenant'>;
  verifier: TokenVerifier;
  commands: CommandStore;
  audit: AuditStore;
  leads: LeadStore;
  records: RecordStore;
  streamLog: StreamLog;
  coaching: CoachingParts;
  rates: RateKeeper;
  log: Logger;
  meter: Meter;
  origins: OriginJudge;
  rateLimits: RateLimits;
  /** What REST refuses an address for: a refused CONNECT counts there too. */
  callsPerAddress: Limit;
  /** Sockets one address may hold open in `/widget`, on this node. */
  widgetSocketsPerAddress: number;
  /** As `session-ready` tells it. */
  messagesPerMinute: number;
  /** How many proxies in front of the hub may be believed about the address. */
  trustedProxies: number;
  blocklist: Blocklist;
  nameAddress: NameAddress;
  /** How the hub fares, for staff to see. */
  health: { now(): HubHealth; onChange(listener: (health: HubHealth) => void): () => void };
  /** The name of this node. */
  node: string;
  /** The title of a listing, where it is known. */
  listingTitleOf(tenantId: string, listingId: string): Promise<string | null>;
  /** A visitor's message came by: coaching may follow. Called by every node that hears of it. */
  leadSpoke(tenantId: string, conversationId: string, seq: number): void;
  /** Something is due in this conversation at that time: a message came, or who speaks changed. */
  turnIsDue(tenantId: string, conversationId: string, dueAt: number): void;
  /** Somebody of a brokerage arrived or left, or became free or busy. */
  teamChanged(tenantId: string): void;
}

/** The same, with what lives as long as the server. */
export interface TableParts extends GatewayParts {
  connections: Connections;
  reads: Reads;
  feed: Feed;
  board: Board;
  ephemeral: Ephemeral;
  visitors: VisitorPlace;
  presence: Presence;
}
