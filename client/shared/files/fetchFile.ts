import { offline, refusalIn } from '../connection/refusal.ts';

/**
 * The bytes of a file, by the token of the session; one that has just ended is renewed once.
 * @throws Refusal
 */
export async function fetchFile(
  address: string,
  tokenOf: (refused?: string) => Promise<string>,
  accept = '*/*',
): Promise<Blob> {
  const attempt = async (token: string) => {
    try {
      return await fetch(address, { headers: { authorization: `Bearer ${token}`, accept }, credentials: 'omit' });
    } catch {
      throw offline();
    }
  };
  const token = await tokenOf();
  let answer = await attempt(token);
  if (answer.status === 401) answer = await attempt(await tokenOf(token));
  if (answer.ok) return answer.blob();
  const { error } = (await answer.json().catch(() => ({}))) as { error?: unknown };
  throw refusalIn(error) ?? offline();
}
