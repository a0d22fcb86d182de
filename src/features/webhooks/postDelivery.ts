import type { DeliveryProblem } from '../../contract/webhooks.ts';
import type { Clock } from '../../kernel/clock.ts';
import { OutsideFault, type PostOutside } from '../../kernel/fetchOutside.ts';
import type { TextSeal } from '../../kernel/sealText.ts';
import { type BodyDeps, bodyOf } from './bodyOf.ts';
import type { Attempt, Delivery, Webhook } from './model.ts';
import { askedRestMs } from './retries.ts';
import { signatureOf } from './signature.ts';

export interface PostDeps {
  /** The stores that the body is read from. */
  reading: BodyDeps;
  webhookSeal: TextSeal;
  post: PostOutside;
  clock: Clock;
}

/** Posts a delivery, and tells how that went. `isFinal`: it would go no better the next time; `askedMs`: how long the address asks to be left alone. */
export async function postDelivery(
  { reading, webhookSeal, post, clock }: PostDeps,
  { url, sealedSecret }: Pick<Webhook, 'url' | 'sealedSecret'>,
  delivery: Delivery,
): Promise<{ last: Attempt; isFinal: boolean; askedMs: number }> {
  const at = clock.now();
  const unsent = (problem: DeliveryProblem) => ({
    last: { at, status: null, ms: 0, problem },
    isFinal: true,
    askedMs: 0,
  });
  const secret = webhookSeal.open(sealedSecret);
  if (secret === null) return unsent('secret-lost');
  const made = await bodyOf(reading, delivery);
  if ('problem' in made) return unsent(made.problem);
  const headers = {
    'content-type': 'application/json',
    'hub-signature': signatureOf(secret, made.body, at),
    'hub-event': delivery.event,
    'hub-delivery': delivery.id,
  };
  const ended = (status: number | null, problem: DeliveryProblem | null, askedMs = 0) => ({
    last: { at, status, ms: clock.now() - at, problem },
    isFinal: false,
    askedMs,
  });
  try {
    const answer = await post(url, { body: made.body, headers });
    const { status } = answer;
    if (status >= 200 && status < 300) return ended(status, null);
    if (status >= 300 && status < 400) return ended(status, 'redirected');
    return ended(status, 'refused', askedRestMs(answer, clock.now()));
  } catch (error) {
    if (!(error instanceof OutsideFault)) throw error;
    const { problem } = error;
    return ended(null, problem === 'not-allowed' || problem === 'too-slow' ? problem : 'not-reached');
  }
}
