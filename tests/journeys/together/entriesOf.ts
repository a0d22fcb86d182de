import type { Entry } from '../../../src/contract/log/entry.ts';

/** The lines of that type in the team's log, as the hub at `url` gives them. */
export async function entriesOf<T extends Entry['type']>(
  url: string,
  token: string,
  conversationId: string,
  type: T,
): Promise<Extract<Entry, { type: T }>[]> {
  const answer = await fetch(`${url}/api/v1/conversations/${conversationId}/transcript?log=internal`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  });
  const { entries } = (await answer.json()) as { entries: Entry[] };
  return entries.filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type);
}
