import type { Entry, EntryData } from '../../contract/log/entry.ts';
import { HubError } from '../../kernel/hubError.ts';
import { actorOf, type CommandRef, commandOrigin } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { EntryStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';

/** The key under which a suggestion is written, by which its answer finds it. */
export const suggestionKey = (suggestionId: string): string => `suggestion:${suggestionId}`;

export interface AnswerDeps {
  entries: Pick<EntryStore, 'findOnce'>;
  appender: Pick<Appender, 'append'>;
}

/**
 * Records what an agent did with a suggestion.
 * @throws HubError NOT_FOUND: there is none of that id in the tenant
 */
export async function answerSuggestion(
  deps: AnswerDeps,
  scope: StaffScope,
  command: CommandRef,
  answer: { suggestionId: string; action: EntryData<'suggestion-answered'>['action']; text?: string },
): Promise<number> {
  const { conversationId, data } = await findSuggestion(deps, scope, answer.suggestionId);
  const distance = answer.text === undefined ? {} : { editDistance: editDistance(data.reply ?? data.say, answer.text) };
  const { entry } = await deps.appender.append(
    { tenantId: scope.tenantId, conversationId },
    {
      type: 'suggestion-answered',
      data: { suggestionId: answer.suggestionId, action: answer.action, ...distance },
      ...commandOrigin(scope, command, 'answer'),
    },
  );
  return entry.seq;
}

/**
 * Records once, for the first who sees it, that a suggestion stood on a screen of the team.
 * @throws HubError NOT_FOUND: there is none of that id in the tenant
 */
export async function noteSeen(deps: AnswerDeps, scope: StaffScope, suggestionId: string): Promise<void> {
  const { conversationId } = await findSuggestion(deps, scope, suggestionId);
  await deps.appender.append(
    { tenantId: scope.tenantId, conversationId },
    { type: 'suggestion-seen', data: { suggestionId }, actor: actorOf(scope), onceKey: `seen:${suggestionId}` },
  );
}

async function findSuggestion(
  { entries }: Pick<AnswerDeps, 'entries'>,
  { tenantId }: StaffScope,
  suggestionId: string,
): Promise<Entry<'suggestion-created'>> {
  const found = await entries.findOnce(suggestionKey(suggestionId));
  if (found?.tenantId !== tenantId || found.entry.type !== 'suggestion-created')
    throw new HubError('NOT_FOUND', { field: 'suggestionId' });
  return found.entry;
}

/** Levenshtein distance in characters; both texts are cut at 1,000, so that it stays a matter of a millisecond. */
export function editDistance(from: string, to: string): number {
  const a = from.slice(0, 1000);
  const b = to.slice(0, 1000);
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
