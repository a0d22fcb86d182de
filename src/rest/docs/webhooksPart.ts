import { code, finder, foldOut, part } from './foldOut.ts';
import type { openApiDocument } from './openApi.ts';

/** The part about the hub's posts to a brokerage's addresses. `example`: code with which a receiver checks that the hub sent them. */
export function webhooksPart(
  openApi: ReturnType<typeof openApiDocument>,
  words: ReadonlyMap<string, string>,
  example: string,
): string {
  const find = finder(openApi);
  const events = Object.entries(openApi.webhooks ?? {}).map(([event, item]) => {
    const body = item?.post?.requestBody;
    const schema = body && 'content' in body ? body.content['application/json']?.schema : undefined;
    return foldOut('', event, (words.get(event) ?? '').replaceAll('`', ''), [part('Body', schema, find)]);
  });
  return `<h2 id="webhooks">Webhooks</h2>
<p>The hub posts events to addresses that an admin registers at the desk, under Settings, Webhooks, or by <code>POST /api/v1/webhooks</code>. Each has the headers <code>Hub-Event</code>, <code>Hub-Delivery</code> (an ID that stays the same however often it is sent), and <code>Hub-Signature</code>. Check the signature against the bytes as they came, before you parse them:</p>
${code(example)}
<p>Answer with any status from 200 to 299 within five seconds, and do the work after that. Anything else is tried again: eight attempts in about a day, and not before the <code>Retry-After</code> of a 429 or 503. After a day without success, or an answer of 410, the webhook is paused and admins are notified. Order isn't promised (within one log, a higher <code>seq</code> is later), and an event may come twice.</p>
${events.join('')}`;
}
