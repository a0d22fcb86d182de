import type { Given, PlainRoute, RouteAnswer, RouteName } from '../../../src/contract/rest/routes.ts';
import { type RestResponse, sendRest } from '../rest/sendRest.ts';
import type { Session } from '../session/session.ts';
import { offline, Refusal, refusalIn } from './refusal.ts';

/** The arguments of a call; nothing at all for many. */
export type RestGiven<N extends RouteName> = N extends PlainRoute ? [given?: Given<N>] : [given: Given<N>];

/**
 * Calls the REST API as the person who is signed in; a token that has just ended is renewed once.
 * @throws Refusal
 */
export const callRest = <N extends RouteName>(
  session: Session,
  name: N,
  ...[given]: RestGiven<N>
): Promise<RouteAnswer<N>> => callWithBytes(session, name, (given ?? {}) as Given<N>);

/** The same for a call whose body is a file. */
export async function callWithBytes<N extends RouteName>(
  session: Session,
  name: N,
  given: Given<N>,
  bytes?: Blob,
): Promise<RouteAnswer<N>> {
  const attempt = async (token: string) => {
    try {
      return await sendRest(name, given, { token, bytes });
    } catch {
      throw offline();
    }
  };
  const token = await session.token();
  let answer = await attempt(token);
  if (answer.status === 401) answer = await attempt(await session.token(token));
  return readAnswer(answer);
}

/** The body of an answer; its error as a `Refusal`. */
export async function readAnswer<N extends RouteName>(answer: RestResponse<N>): Promise<RouteAnswer<N>> {
  if (answer.status === 204) return undefined as RouteAnswer<N>;
  const read = (await answer.json().catch(() => null)) as { error?: unknown } | null;
  if (answer.ok && read !== null) return read as RouteAnswer<N>;
  throw (
    refusalIn(read?.error) ??
    new Refusal({ code: 'INTERNAL', message: 'The hub sent an unexpected response. Try again.', retryable: true })
  );
}
