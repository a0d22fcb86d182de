import type { UnansweredQuestion } from '../../contract/rest/knowledge.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import { questionGrams } from '../reading/text/questionGrams.ts';
import { requireWriter } from './manageCards.ts';
import type { KnowledgeStore } from './ports.ts';

interface Deps {
  knowledge: KnowledgeStore;
  clock: Clock;
}

const longest = 300;
/** A list that outlives a conversation keeps nobody's number or address. */
const contact = /[\w.+-]+@[\w-]+\.[\w.]+|\+?\d[\d\s().-]{5,}\d/g;

/** Keeps a question that nobody could answer, and counts it where it was asked before in the same words. */
export async function noteUnanswered(
  { knowledge, clock }: Deps,
  tenantId: string,
  conversationId: string,
  question: string,
): Promise<void> {
  const words = question.replace(contact, '…').replace(/\s+/g, ' ').trim().slice(0, longest).toWellFormed();
  const key = questionGrams(words).words.join(' ');
  if (key === '') return;
  const id = idFrom('unanswered', tenantId, key);
  await knowledge.noteUnanswered(
    { id, tenantId, question: words, conversationId, at: clock.now() },
    settingsLimits.unanswered,
  );
}

/** The questions that nobody could answer, those asked most often first, for everybody of the team. */
export async function listUnanswered(deps: Deps, scope: StaffScope): Promise<UnansweredQuestion[]> {
  const all = await deps.knowledge.listUnanswered(scope.tenantId);
  return all.map(({ tenantId, at, ...rest }) => ({ ...rest, at: isoOf(at) }));
}

/** Takes a question from the list: it has its card, or needs none. */
export async function removeUnanswered(deps: Deps, scope: StaffScope, questionId: string): Promise<void> {
  requireWriter(scope);
  if ((await deps.knowledge.removeUnanswered(scope.tenantId, questionId)) === null) throw new HubError('NOT_FOUND');
}
