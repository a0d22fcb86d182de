import type { PhoneConnection, ToldStatus, ToldWords } from './model.ts';

export interface PhoneConnectionStore {
  add(connection: PhoneConnection): Promise<void>;
  find(connectionId: string): Promise<PhoneConnection | null>;
  /** Oldest first. */
  ofTenant(tenantId: string): Promise<PhoneConnection[]>;
  noteHeard(connectionId: string, at: number): Promise<void>;
  /** What was removed; null where the tenant has no such connection. */
  remove(tenantId: string, connectionId: string): Promise<PhoneConnection | null>;
}

/** How a phone company signs and writes what it posts, and the instructions it takes. */
export interface PhoneCompany {
  /** Whether the account with this token posted the form to this address. */
  isSigned(authToken: string, signature: string, url: string, form: URLSearchParams): boolean;
  /** Null for what tells of no call. */
  readStatus(form: URLSearchParams): ToldStatus | null;
  /** Null for what has no words of a call. */
  readWords(form: URLSearchParams): ToldWords | null;
  /** Asks the caller whether the call may be transcribed; the key they press is posted to `answerUrl`. */
  askConsent(brokerage: string, answerUrl: string): string;
  /** Puts the caller through; how that went is posted to `overUrl`. With `transcriptionUrl`, the words of both are posted there. */
  putThrough(to: string, overUrl: string, transcriptionUrl: string | null): string;
  /** Ends the call, with a word to somebody whom nobody could take. */
  partWith(wasTaken: boolean): string;
}
