import twilio from 'twilio';

export const accountSid = `AC${'0'.repeat(32)}`;
export const authToken = '0123456789abcdef0123456789abcdef';
const hex = (number: number): string => number.toString(16).padStart(32, '0');

/**
 * Twilio's end of calls: posts forms to a hub with the signature of Twilio's own package. The forms have the fields of its published pages
 * ("TwiML voice: <Transcription>", "Call resource: StatusCallback"), read in November 2026.
 */
export class TwilioPhone {
  #base: string;
  readonly #connectionId: string;
  static #calls = 0;

  constructor(hubUrl: string, connectionId: string) {
    this.#base = hubUrl;
    this.#connectionId = connectionId;
  }

  /** Posts go to this hub from now on. */
  sendTo({ url }: { url: string }): void {
    this.#base = url;
  }

  async post(hook: string, form: Record<string, string>, over: { token?: string; connectionId?: string } = {}) {
    const url = `${this.#base}/api/v1/hooks/twilio/${over.connectionId ?? this.#connectionId}/${hook}`;
    const signature = twilio.getExpectedTwilioSignature(over.token ?? authToken, url, form);
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
      body: new URLSearchParams(form),
    });
    return { status: answer.status, text: await answer.text() };
  }

  /** A call that somebody makes to the brokerage's number. */
  call(from: string, over: Record<string, string> = {}) {
    TwilioPhone.#calls += 1;
    const sid = `CA${hex(TwilioPhone.#calls)}`;
    const transcriptionSid = `GT${hex(TwilioPhone.#calls)}`;
    const common = { AccountSid: accountSid, CallSid: sid };
    const legs = { ...common, From: from, To: '+15125550100', Direction: 'inbound', ...over };
    const words = (sequence: number, event: string, more: Record<string, string>) =>
      this.post('transcription', {
        ...common,
        ...{ TranscriptionSid: transcriptionSid, SequenceId: String(sequence), TranscriptionEvent: event },
        ...{ Timestamp: new Date().toISOString(), LanguageCode: 'en-US', ...more },
      });
    return {
      sid,
      rings: () => this.post('voice', { ...legs, CallStatus: 'ringing' }),
      presses: (digits: string) => this.post('agreed', { ...legs, CallStatus: 'in-progress', Digits: digits }),
      dialed: (how: string) => this.post('over', { ...legs, CallStatus: 'in-progress', DialCallStatus: how }),
      status: (status: string) => this.post('status', { ...legs, CallStatus: status }),
      begins: (sequence = 1) => words(sequence, 'transcription-started', {}),
      says: (sequence: number, text: string, more: Record<string, string> = {}) =>
        words(sequence, 'transcription-content', {
          ...{ Track: 'inbound_track', Final: 'true' },
          TranscriptionData: JSON.stringify({ transcript: text, confidence: 0.93 }),
          ...more,
        }),
    };
  }
}
