import type { CallLanguage } from '../../../contract/rest/phone.ts';
import type { PhoneConnection, ToldStatus, ToldWords } from './model.ts';

export interface PhoneConnectionStore {
  add(connection: PhoneConnection): Promise<void>;
  find(connectionId: string): Promise<PhoneConnection | null>;
  /** Oldest first. */
  ofTenant(tenantId: string): Promise<PhoneConnection[]>;
  noteHeard(connectionId: string, at: number): Promise<void>;
  /** Its keys, sealed with another secret. */
  reseal(connectionId: string, keys: Pick<PhoneConnection, 'sealedToken' | 'sealedSpeechKey'>): Promise<void>;
  /** Returns the removed connection; null if the tenant has no such connection. */
  remove(tenantId: string, connectionId: string): Promise<PhoneConnection | null>;
}

/**
 * The listener of a call: the phone company's own transcription, which posts the words; or the hub, by a socket that
 * `token` opens once.
 */
export type Listener = { transcriptionUrl: string } | { mediaUrl: string; token: string };

/** A service that writes down speech. */
export interface SpeechService {
  /** Opens a line for one end of a call. Never throws: a line that fails stalls. */
  open(key: string, language: CallLanguage, heard: SpeechHeard): SpeechLine;
}
export interface SpeechHeard {
  /** Times in ms since the line's first sound. */
  onWords(words: { text: string; confidence: number | null; isFinal: boolean; startMs: number; endMs: number }): void;
  /** Sound was dropped because the service does not take it; told once. */
  onStall(): void;
}
export interface SpeechLine {
  /** 8 kHz mono µ-law. */
  hear(sound: Uint8Array): void;
  /** No more sound comes; the last words may still. */
  close(): void;
  /** Stops: no more sound will be understood, not even the sound that waits. */
  drop(): void;
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
  askConsent(brokerage: string, answerUrl: string, language: CallLanguage): string;
  /** Puts the caller through; how that went is posted to `overUrl`. The words of both go where `listener` says. */
  putThrough(to: string, overUrl: string, listener: Listener | null, language: CallLanguage): string;
  /** Ends the call, with a word to somebody whom nobody could take. */
  partWith(wasTaken: boolean, language: CallLanguage): string;
  /** Ends a transcription that goes on. @throws HubError `DEPENDENCY_DOWN` */
  stopTranscribing(
    account: { accountSid: string; authToken: string },
    told: Pick<ToldWords, 'sid' | 'transcriptionSid'>,
  ): Promise<void>;
}
