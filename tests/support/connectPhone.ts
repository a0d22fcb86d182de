import { accountSid, authToken, TwilioPhone } from '../../scripts/try/twilioPhone.ts';
import { tokenOf } from '../gateway/people.ts';
import { post } from './hubClient.ts';

/** A phone account that an admin has connected, at Twilio's end. `hubUrl`: where Twilio posts. */
export async function connectPhone(hubUrl: string): Promise<TwilioPhone> {
  const headers = { authorization: `Bearer ${await tokenOf(hubUrl, 'admin')}` };
  const wanted = { accountSid, authToken, forwardTo: '(512) 555-0199' };
  const { status, body } = await post(hubUrl, '/phone-connections', wanted, headers);
  if (status >= 300) throw new Error(`the phone was not connected: ${status} ${JSON.stringify(body)}`);
  return new TwilioPhone(hubUrl, body.id as string);
}
