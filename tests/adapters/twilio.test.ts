import fc from 'fast-check';
import twilioPackage from 'twilio';
import { expect, it } from 'vitest';
import { accountSid, authToken } from '../../scripts/try/twilioPhone.ts';
import { createTwilio } from '../../src/adapters/twilio/twilio.ts';
import { startFakeTwilio } from '../support/fakeTwilio.ts';

/* Costs about 0.4 s: one server that answers as Twilio's API. */

const twilio = createTwilio('http://127.0.0.1:1');

const token = '0123456789abcdef0123456789abcdef';
const url = 'https://hub.example/api/v1/hooks/twilio/abc/status';
const formOf = (fields: Record<string, string>) => new URLSearchParams(fields);

it('takes exactly what Twilio’s own package would sign', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (fields) => {
      const signature = twilioPackage.getExpectedTwilioSignature(token, url, fields);
      expect(twilio.isSigned(token, signature, url, formOf(fields))).toBe(true);
      expect(twilio.isSigned(`${token.slice(1)}0`, signature, url, formOf(fields))).toBe(false);
      expect(twilio.isSigned(token, signature, `${url}?x=1`, formOf(fields))).toBe(false);
      expect(twilio.isSigned(token, signature, url, formOf({ ...fields, Extra: '1' }))).toBe(false);
    }),
  );
});

it('takes an address with its port or without, as Twilio’s own package does', () => {
  const fields = { CallSid: 'CA1' };
  for (const signed of [url, url.replace('.example', '.example:443')]) {
    const signature = twilioPackage.getExpectedTwilioSignature(token, signed, fields);
    for (const asked of [url, url.replace('.example', '.example:443')])
      expect(twilio.isSigned(token, signature, asked, formOf(fields))).toBe(
        twilioPackage.validateRequest(token, signature, asked, fields),
      );
  }
  expect(twilio.isSigned(token, '', url, formOf(fields))).toBe(false);
});

const call = { CallSid: `CA${'a'.repeat(32)}`, From: '+14155550100', To: '+15125550100' };

it('reads who calls whom, and how a call ended', () => {
  const read = (more: Record<string, string>) => twilio.readStatus(formOf({ ...call, ...more }));
  expect(read({ CallStatus: 'ringing' })).toMatchObject({ direction: 'inbound', number: '+14155550100', ended: null });
  expect(read({ CallStatus: 'completed', Direction: 'outbound-api' })).toMatchObject({
    ...{ direction: 'outbound', number: '+15125550100', ended: 'talked' },
  });
  expect(read({ CallStatus: 'no-answer' })).toMatchObject({ ended: 'missed' });
  expect(read({ CallStatus: 'ringing', From: 'anonymous' })).toMatchObject({ number: null });
  expect(read({ CallStatus: 'ringing', StirVerstat: 'TN-Validation-Passed-B' })).toMatchObject({ isVerified: false });
  expect(read({ CallStatus: 'completed', ParentCallSid: `CA${'b'.repeat(32)}` })).toMatchObject({ isLeg: true });
  expect(read({})).toBeNull();
  expect(twilio.readStatus(formOf({ CallStatus: 'ringing' }))).toBeNull();
});

it('reads the words of both ends, and takes no words from what has none', () => {
  const base = {
    ...{ CallSid: call.CallSid, TranscriptionSid: `GT${'c'.repeat(32)}`, SequenceId: '2' },
    ...{ Timestamp: '2026-11-26T10:00:00.123456Z', TranscriptionEvent: 'transcription-content' },
  };
  const read = (more: Record<string, string>) => twilio.readWords(formOf({ ...base, ...more }));
  const words = JSON.stringify({ transcript: 'Hello', confidence: 0.5 });
  expect(read({ TranscriptionData: words, Track: 'outbound_track', Final: 'false' })).toMatchObject({
    ...{ sequence: 2, track: 'outbound', at: Date.parse('2026-11-26T10:00:00.123Z') },
    words: { text: 'Hello', confidence: 0.5, isFinal: false, language: 'en-US' },
  });
  expect(read({ TranscriptionData: '{"transcript":' })).toMatchObject({ words: null });
  expect(read({ TranscriptionEvent: 'transcription-started' })).toMatchObject({ words: null });
  expect(read({ SequenceId: 'x' })).toBeNull();
});

it('names that could end an instruction are written as text', () => {
  const asked = twilio.askConsent('Smith & Sons <Hangup/>', 'https://hub.example/a?b=1&c=2', 'en');
  expect(asked).toContain('Smith &amp; Sons &lt;Hangup/&gt;');
  expect(asked).toContain('action="https://hub.example/a?b=1&amp;c=2"');
});

it('asks a caller in the language of the number, and in both where callers speak either', () => {
  const asked = (language: 'en' | 'es' | 'both') =>
    twilio.askConsent('Barton Ridge', 'https://hub.example/a', language);
  expect(asked('en')).toContain('<Say language="en-US">Thanks for calling Barton Ridge.');
  expect(asked('es')).toContain('<Say language="es-US">Gracias por llamar a Barton Ridge.');
  expect(asked('es')).not.toContain('Thanks');
  expect(asked('both')).toMatch(/en-US.*Thanks.*es-US.*Gracias/s);
  const listener = { transcriptionUrl: 'https://hub.example/words' };
  expect(twilio.putThrough('+15125550199', 'https://hub.example/o', listener, 'es')).toContain('languageCode="es-US"');
});

it('ends a transcription as Twilio’s own package would', async () => {
  const api = await startFakeTwilio();
  const told = { sid: `CA${'1'.repeat(32)}`, transcriptionSid: `GT${'2'.repeat(32)}` };
  const theirs = twilioPackage(accountSid, authToken, {
    httpClient: {
      async request({ method, uri, data, username, password }: Record<string, string | object>) {
        const answer = await fetch(String(uri).replace('https://api.twilio.com', api.url), {
          method: String(method),
          headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
          body: new URLSearchParams(data as Record<string, string>),
        });
        return { statusCode: answer.status, body: await answer.text() };
      },
    } as never,
  });
  await theirs.calls(told.sid).transcriptions(told.transcriptionSid).update({ status: 'stopped' });
  await createTwilio(api.url).stopTranscribing({ accountSid, authToken }, told);
  expect(api.stopped).toHaveLength(2);
  expect(api.stopped[1]).toEqual(api.stopped[0]);
  api.fail(1);
  await expect(createTwilio(api.url).stopTranscribing({ accountSid, authToken }, told)).rejects.toMatchObject({
    code: 'DEPENDENCY_DOWN',
  });
  await api.close();
});
