import type { CardImport, CardImportAnswer, CardRequest, KnowledgeCard } from '../../contract/rest/knowledge.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { SettingsStore } from '../settings/ports.ts';
import { type ReadTenantSettingsDeps, readTenantSettings } from '../settings/readTenantSettings.ts';
import { recordChange } from '../settings/recordChange.ts';
import type { OwnCard } from './model.ts';
import type { KnowledgeStore } from './ports.ts';
import { readCardFile } from './readCardFile.ts';
import { refuseAnswer } from './reviewCard.ts';
import type { Shelves } from './shelves.ts';
import { type AskerDeps, tellAsker } from './tellAsker.ts';

export interface KnowledgeDeps extends AskerDeps {
  knowledge: KnowledgeStore;
  settings: SettingsStore;
  identity: ReadTenantSettingsDeps['identity'];
  shelves: Shelves;
  clock: Clock;
}

/**
 * Lets only supervisors and admins pass, who write what Jorge tells.
 * @throws HubError FORBIDDEN
 */
export function requireWriter({ principal }: StaffScope): void {
  if (principal.role === 'agent') throw new HubError('FORBIDDEN');
}

const answerOf = ({ tenantId, at, ...rest }: OwnCard): KnowledgeCard => ({ ...rest, at: isoOf(at) });

/** The brokerage's own cards, newest first, for everybody of the team. */
export async function listCards(deps: KnowledgeDeps, scope: StaffScope): Promise<KnowledgeCard[]> {
  return (await deps.knowledge.listCards(scope.tenantId)).map(answerOf);
}

/**
 * Adds a card. One that answers an open question takes it off the list, and the visitor who asked it last is told.
 * @throws HubError POLICY_BLOCKED, with the reason: it is for visitors and may not be told to them; QUOTA_EXCEEDED: there are as
 * many as may be
 */
export async function addCard(
  deps: KnowledgeDeps,
  scope: StaffScope,
  words: CardRequest,
  answers?: string,
): Promise<KnowledgeCard> {
  requireWriter(scope);
  await requireRoom(deps, scope, 1);
  await requireSayable(deps, scope, words);
  const card = cardFrom(deps, scope, newId(), words);
  await deps.knowledge.putCards([card]);
  await record(deps, scope, 'added', null, card);
  if (answers !== undefined) await settleQuestion(deps, scope, answers, card);
  return answerOf(card);
}

/** Told first, and then taken from the list: a node that dies between leaves a question that can be settled again. */
async function settleQuestion(
  deps: KnowledgeDeps,
  scope: StaffScope,
  questionId: string,
  card: OwnCard,
): Promise<void> {
  const asked = (await deps.knowledge.listUnanswered(scope.tenantId)).find(({ id }) => id === questionId);
  if (asked === undefined) return;
  await tellAsker(deps, asked, card, await brokerageOf(deps, scope));
  await deps.knowledge.removeUnanswered(scope.tenantId, questionId);
}

/**
 * Replaces a card; the person who changes it answers for it from then on.
 * @throws HubError NOT_FOUND, POLICY_BLOCKED as `addCard`
 */
export async function changeCard(
  deps: KnowledgeDeps,
  scope: StaffScope,
  cardId: string,
  words: CardRequest,
): Promise<KnowledgeCard> {
  requireWriter(scope);
  const before = await deps.knowledge.findCard(scope.tenantId, cardId);
  if (before === null) throw new HubError('NOT_FOUND');
  await requireSayable(deps, scope, words);
  const card = cardFrom(deps, scope, cardId, words);
  await deps.knowledge.putCards([card]);
  await record(deps, scope, 'changed', before, card);
  return answerOf(card);
}

/**
 * Removes a card.
 * @throws HubError NOT_FOUND
 */
export async function removeCard(deps: KnowledgeDeps, scope: StaffScope, cardId: string): Promise<void> {
  requireWriter(scope);
  const before = await deps.knowledge.removeCard(scope.tenantId, cardId);
  if (before === null) throw new HubError('NOT_FOUND');
  await record(deps, scope, 'removed', before, null);
}

/** Imports several cards: all of them, or none where there is a problem. A question that has a card already gets the new answer. */
export async function importCards(
  deps: KnowledgeDeps,
  scope: StaffScope,
  { language, ...file }: CardImport,
): Promise<CardImportAnswer> {
  requireWriter(scope);
  const brokerage = await brokerageOf(deps, scope);
  const { cards, problems } = readCardFile(file);
  for (const { line, answer } of problems.length === 0 ? cards : []) {
    const problem = refuseAnswer(answer, language, brokerage);
    if (problem !== null) problems.push({ line, problem });
  }
  if (problems.length > 0) return { added: 0, problems };
  const known = await deps.knowledge.listCards(scope.tenantId);
  const idOf = new Map(known.map(({ id, questions: [first = ''] }) => [first.toLowerCase(), id]));
  const made = new Map<string, OwnCard>();
  for (const { question, answer } of cards) {
    const id = idOf.get(question.toLowerCase()) ?? newId();
    idOf.set(question.toLowerCase(), id);
    made.set(id, cardFrom(deps, scope, id, { questions: [question], answer, language, audience: 'visitor' }));
  }
  const fresh = [...made.keys()].filter((id) => !known.some((card) => card.id === id));
  if (known.length + fresh.length > settingsLimits.cards) throw tooMany();
  await deps.knowledge.putCards([...made.values()]);
  const subject = made.size === 1 ? 'from a text' : `${made.size} from a text`;
  await recordChange(deps, scope, { kind: 'card', action: 'added', subject, before: null, after: null });
  return { added: made.size, problems: [] };
}

const cardFrom = (deps: KnowledgeDeps, scope: StaffScope, id: string, words: CardRequest): OwnCard => ({
  ...words,
  id,
  tenantId: scope.tenantId,
  by: { id: scope.principal.id, name: scope.principal.name },
  at: deps.clock.now(),
});

async function requireRoom(deps: KnowledgeDeps, scope: StaffScope, more: number): Promise<void> {
  if ((await deps.knowledge.listCards(scope.tenantId)).length + more > settingsLimits.cards) throw tooMany();
}
const tooMany = (): HubError =>
  new HubError('QUOTA_EXCEEDED', {
    says: `A brokerage can have up to ${settingsLimits.cards} cards. Delete some first.`,
  });

async function requireSayable(deps: KnowledgeDeps, scope: StaffScope, words: CardRequest): Promise<void> {
  // Cards for staff need not pass the rules for visitors.
  if (words.audience === 'staff') return;
  const says = refuseAnswer(words.answer, words.language, await brokerageOf(deps, scope));
  if (says !== null) throw new HubError('POLICY_BLOCKED', { field: 'answer', says });
}

const brokerageOf = async (deps: KnowledgeDeps, { tenantId }: StaffScope): Promise<string> =>
  (await readTenantSettings(deps, tenantId)).settings.brokerage;

async function record(
  deps: KnowledgeDeps,
  scope: StaffScope,
  action: 'added' | 'changed' | 'removed',
  before: OwnCard | null,
  after: OwnCard | null,
): Promise<void> {
  const told = (card: OwnCard | null) =>
    card && { questions: card.questions, answer: card.answer, audience: card.audience };
  const subject = (after ?? before)?.questions[0] ?? '';
  await recordChange(deps, scope, { kind: 'card', action, subject, before: told(before), after: told(after) });
}
