import type { CallDirection, CallParty } from '../../../contract/calls.ts';
import type { CallLanguage } from '../../../contract/rest/phone.ts';

/** A brokerage's account at a phone company. */
export interface PhoneConnection {
  id: string;
  tenantId: string;
  /** The account's name there. */
  accountSid: string;
  /** The secret that signs what is posted here, sealed. */
  sealedToken: string;
  /** The key of a speech service that writes down what is said, sealed; null where the phone company does. */
  sealedSpeechKey: string | null;
  /** Calls are put through to this number, as `phoneKeyOf`. */
  forwardTo: string;
  /** The language of callers. */
  language: CallLanguage;
  /** ms since the epoch; `heardAt`: when it last told of a call. */
  createdAt: number;
  heardAt: number | null;
}

/** A call as the phone company tells of it. */
export interface ToldCall {
  /** Its own name for it. */
  sid: string;
  direction: CallDirection;
  /** That of the person the brokerage talks to, as it was told; null for a number that is withheld. */
  number: string | null;
  /** The phone company vouches that the number is the caller's own (STIR/SHAKEN, level A). */
  isVerified: boolean;
}

/** How a call stands. */
export interface ToldStatus extends ToldCall {
  /** Null while it goes on. */
  ended: 'talked' | 'missed' | null;
  /** A part of a call that was told of before, such as the line to whom it is put through. */
  isLeg: boolean;
  /** Whether the person it was put through to took it; null where that is not told. */
  wasTaken: boolean | null;
  /** The key that the caller pressed. */
  digits: string | null;
}

/** Words of a call as the phone company tells of them. */
export interface ToldWords {
  sid: string;
  /** One transcription of the call, and the place of these words in all it tells. */
  transcriptionSid: string;
  sequence: number;
  /** The caller's end of the line, or the end that was called. */
  track: 'inbound' | 'outbound';
  /** When they were told, in ms since the epoch. */
  at: number;
  /** Null: the event has none, as those of the beginning and the end. */
  words: { text: string; confidence: number | null; isFinal: boolean; language: string } | null;
}

/** The speaker of each track: the inbound one is the caller. */
export const speakerOn = (track: ToldWords['track'], direction: CallDirection): CallParty =>
  (track === 'inbound') === (direction === 'inbound') ? 'lead' : 'agent';
