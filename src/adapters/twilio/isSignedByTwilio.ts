import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a form was posted by the account with this token: `signature` is the base64 HMAC-SHA1 of the address it was posted to and, sorted
 * by name, each field's name and value. The address may be signed with its port or without.
 * Source: Twilio, "Webhooks security", https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function isSignedByTwilio(authToken: string, signature: string, url: string, form: URLSearchParams): boolean {
  const names = [...new Set(form.keys())].sort();
  const fields = names
    .map((name) =>
      [...new Set(form.getAll(name))]
        .sort()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
  const given = Buffer.from(signature);
  return waysToWrite(url).some((one) => {
    const expected = Buffer.from(
      createHmac('sha1', authToken)
        .update(one + fields, 'utf8')
        .digest('base64'),
    );
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}

function waysToWrite(url: string): string[] {
  const [, origin = '', port, rest = ''] = /^((?:https?|wss?):\/\/[^/:]+)(:\d+)?(.*)$/s.exec(url) ?? [];
  const standard = /^(?:https|wss):/.test(origin) ? ':443' : ':80';
  return [url, `${origin}${rest}`, `${origin}${port ?? standard}${rest}`];
}
