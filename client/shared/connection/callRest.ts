import type { Session } from '../session/session.ts';
import { offline, Refusal, refusalIn } from './refusal.ts';

/** One call of the REST API as the person who is signed in. Throws a `Refusal`; a token that has just ended is renewed once. */
export async function callRest<T>(session: Session, method: string, path: string, body?: unknown): Promise<T> {
  const attempt = async (token: string) => {
    try {
      return await fetch(`/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw offline();
    }
  };
  const token = await session.token();
  let answer = await attempt(token);
  if (answer.status === 401) answer = await attempt(await session.token(token));
  return readAnswer<T>(answer);
}

/** The body of an answer; its error as a `Refusal`. */
export async function readAnswer<T>(answer: Response): Promise<T> {
  if (answer.status === 204) return undefined as T;
  const read = (await answer.json().catch(() => null)) as { error?: unknown } | null;
  if (answer.ok && read !== null) return read as T;
  throw (
    refusalIn(read?.error) ??
    new Refusal({ code: 'INTERNAL', message: 'The hub did not answer as it should. Try again.', retryable: true })
  );
}
