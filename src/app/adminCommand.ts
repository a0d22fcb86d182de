import { z } from 'zod';
import type { MarketId } from '../contract/rest/settingsLimits.ts';
import { personText } from '../contract/values.ts';
import type { BoardStore } from '../features/conversations/board/ports.ts';
import type { LeadConversations } from '../features/conversations/ports.ts';
import type { IdentityStore, PasswordHasher } from '../features/identity/ports.ts';
import type { ImportedListings } from '../features/listings/importListings.ts';
import type { LedgerStore } from '../features/llm/ledger.ts';
import type { PersonParts } from '../features/profiles/keepRecords.ts';
import type { ViewedHomeStore } from '../features/profiles/ports.ts';
import type { TurnStore } from '../features/turns/ports.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Resealed } from './resealSecrets.ts';

export interface AdminDeps {
  store: IdentityStore;
  hasher: PasswordHasher;
  clock: Clock;
  /** The hub's address, for lines that people copy. */
  publicUrl: string;
  /** Lines to print below a link where that address is a guess. */
  addressNote: readonly string[];
  /** Makes all conversations of a tenant findable anew; how many lines that were. */
  reindex(tenantId: string): Promise<number>;
  /** Writes the board's row of every conversation anew from its logs. */
  rebuildBoard(): Promise<{ rows: number; mended: number }>;
  persons: PersonParts & {
    conversations: LeadConversations;
    eraseConversation(tenantId: string, conversationId: string): Promise<number>;
    eraseWritings(tenantId: string, leadId: string): Promise<void>;
    viewedHomes: Pick<ViewedHomeStore, 'erase'>;
  };
  conversations: Pick<BoardStore, 'list'>;
  turns: Pick<TurnStore, 'listMisread' | 'list' | 'newest'>;
  ledger: Pick<LedgerStore, 'newest'>;
  /** Sets where a tenant works. @throws HubError NOT_FOUND: there is no such tenant */
  setMarket(tenantId: string, market: MarketId): Promise<void>;
  importListings(tenantId: string, csv: string): Promise<ImportedListings>;
  /** Seals stored keys with the secret that is set now. @throws AdminRefused where none is set */
  reseal(): Promise<Resealed>;
  kept: {
    /** Drops what the database keeps of writes that are over; the lines that say what a person has still to do. */
    forgetWrites(): Promise<string[]>;
    /** Writes the embedded database anew, without the remains of what was deleted. */
    compact(): Promise<string[]>;
  };
}

/** The command was understood and cannot be done; the message says why. */
export class AdminRefused extends Error {}

export interface AdminCommand<O> {
  summary: string;
  options: z.ZodType<O>;
  /** The placeholder of each value in the help, and its meaning. */
  help: { [K in keyof O]: [value: string, meaning: string] };
  /** The option whose value may stand without its name. */
  bare?: string;
  /** Lines at the end of the help. */
  more?: readonly string[];
  /** The lines to print. */
  run(deps: AdminDeps, options: O): Promise<string[]>;
}

export const command = <O>(made: AdminCommand<O>): AdminCommand<O> => made;

export const words = (most: number) => personText(most);
export const tenant = z.string('is missing').min(1).max(64);
export const tenantHelp: [string, string] = ['<id>', 'the tenant ID, as shown by tenant-list'];
