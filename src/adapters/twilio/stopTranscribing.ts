import type { PhoneCompany } from '../../features/calls/provider/ports.ts';
import { HubError } from '../../kernel/hubError.ts';

const timeoutMs = 5_000;

/**
 * Ends a transcription that goes on. `url`: such as https://api.twilio.com.
 * Source: Twilio, "RealtimeTranscription resource", update with Status=stopped, https://www.twilio.com/docs/voice/api/realtime-transcription-resource,
 * read in November 2026.
 */
export const stopTranscribing =
  (url: string): PhoneCompany['stopTranscribing'] =>
  async ({ accountSid, authToken }, { sid, transcriptionSid }) => {
    const path = [accountSid, 'Calls', sid, 'Transcriptions', transcriptionSid].map(encodeURIComponent).join('/');
    const answer = await fetch(`${url}/2010-04-01/Accounts/${path}.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
      body: new URLSearchParams({ Status: 'stopped' }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new HubError('DEPENDENCY_DOWN', { cause });
    });
    await answer.body?.cancel();
    // It had ended by itself.
    if (!answer.ok && answer.status !== 404)
      throw new HubError('DEPENDENCY_DOWN', { cause: new Error(`Twilio answered ${answer.status}`) });
  };
