import type { CardImport, CardImportAnswer, CardRequest, KnowledgeCard } from '../../contract/knowledge.ts';
import { settingsLimits } from '../../contract/settingsLimits.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { SettingsStore } from '../settings/ports.ts';
import { type ReadSettingsDeps, readSettings } from '../settings/readSettings.ts';
import { recordChange } from '../settings/recordChange.ts';
import type { OwnCard } from './model.ts';
import type { KnowledgeStore } from './ports.ts';
import { readCardFile } from './readCardFile.ts';
import { refuseAnswer } from './reviewCard.ts';
import type { Shelves } from './shelves.ts';
import { type AskerParts, tellAsker } from './tellAsker.ts';

export interface KnowledgeParts extends AskerParts {
  knowledge: KnowledgeStore;
  settings: SettingsStore;
  identity: ReadSettingsDeps['identity'];
  shelves: Shelves;
  clock: Clock;
}

/** What Jorge tells is for supervisors and admins to write: `FORBIDDEN` for others. */
export function requireWriter({ principal }: StaffScope): void {
  if (principal.role === 'agent') throw new HubError('FORBIDDEN');
}

const answerOf = ({ tenantId, at, ...rest }: OwnCard): KnowledgeCard => ({ ...rest, at: isoOf(at) });

/** What the brokerage added itself, newest first, for everybody of the team. */
export async function listCards(parts: KnowledgeParts, scope: StaffScope): Promise<KnowledgeCard[]> {
  return (await parts.knowledge.listCards(scope.tenantId)).map(answerOf);
}

/**
 * Adds a card. `POLICY_BLOCKED`, with the reason, when it is for visitors and may not be told to them; `QUOTA_EXCEEDED` when there are as many
 * as may be. A card that answers an open question takes it off the list, and whoever asked it last is told.
 */
export async function addCard(
  parts: KnowledgeParts,
  scope: StaffScope,
  words: CardRequest,
  answers?: string,
): Promise<KnowledgeCard> {
  requireWriter(scope);
  await requireRoom(parts, scope, 1);
  await requireSayable(parts, scope, words);
  const card = cardFrom(parts, scope, newId(), words);
  await keep(parts, scope, [card]);
  await record(parts, scope, 'added', null, card);
  if (answers !== undefined) await settleQuestion(parts, scope, answers, card);
  return answerOf(card);
}

/** Told first, and then taken from the list: a node that dies between leaves a question that can be settled again. */
async function settleQuestion(
  parts: KnowledgeParts,
  scope: StaffScope,
  questionId: string,
  card: OwnCard,
): Promise<void> {
  const asked = (await parts.knowledge.listUnanswered(scope.tenantId)).find(({ id }) => id === questionId);
  if (asked === undefined) return;
  await tellAsker(parts, asked, card, await brokerageOf(parts, scope));
  await parts.knowledge.removeUnanswered(scope.tenantId, questionId);
}

/** Changes a card as a whole; who changes it answers for it from then on. */
export async function changeCard(
  parts: KnowledgeParts,
  scope: StaffScope,
  cardId: string,
  words: CardRequest,
): Promise<KnowledgeCard> {
  requireWriter(scope);
  const before = await parts.knowledge.findCard(scope.tenantId, cardId);
  if (before === null) throw new HubError('NOT_FOUND');
  await requireSayable(parts, scope, words);
  const card = cardFrom(parts, scope, cardId, words);
  await keep(parts, scope, [card]);
  await record(parts, scope, 'changed', before, card);
  return answerOf(card);
}

export async function removeCard(parts: KnowledgeParts, scope: StaffScope, cardId: string): Promise<void> {
  requireWriter(scope);
  const before = await parts.knowledge.removeCard(scope.tenantId, cardId);
  if (before === null) throw new HubError('NOT_FOUND');
  parts.shelves.changed(scope.tenantId);
  await record(parts, scope, 'removed', before, null);
}

/** Takes in several cards: all of them, or with one problem none. A question that has a card already gets the new answer. */
export async function importCards(
  parts: KnowledgeParts,
  scope: StaffScope,
  { language, ...file }: CardImport,
): Promise<CardImportAnswer> {
  requireWriter(scope);
  const brokerage = await brokerageOf(parts, scope);
  const { cards, problems } = readCardFile(file);
  for (const { line, answer } of problems.length === 0 ? cards : []) {
    const problem = refuseAnswer(answer, language, brokerage);
    if (problem !== null) problems.push({ line, problem });
  }
  if (problems.length > 0) return { added: 0, problems };
  const known = await parts.knowledge.listCards(scope.tenantId);
  const idOf = new Map(known.map(({ id, questions: [first = ''] }) => [first.toLowerCase(), id]));
  const made = new Map<string, OwnCard>();
  for (const { question, answer } of cards) {
    const id = idOf.get(question.toLowerCase()) ?? newId();
    idOf.set(question.toLowerCase(), id);
    made.set(id, cardFrom(parts, scope, id, { questions: [question], answer, language, audience: 'visitor' }));
  }
  const fresh = [...made.keys()].filter((id) => !known.some((card) => card.id === id));
  if (known.length + fresh.length > settingsLimits.cards) throw tooMany();
  await keep(parts, scope, [...made.values()]);
  const subject = made.size === 1 ? 'from a text' : `${made.size} from a text`;
  await recordChange(parts, scope, { kind: 'card', action: 'added', subject, before: null, after: null });
  return { added: made.size, problems: [] };
}

const cardFrom = (parts: KnowledgeParts, scope: StaffScope, id: string, words: CardRequest): OwnCard => ({
  ...words,
  id,
  tenantId: scope.tenantId,
  by: { id: scope.principal.id, name: scope.principal.name },
  at: parts.clock.now(),
});

async function keep(parts: KnowledgeParts, scope: StaffScope, cards: readonly OwnCard[]): Promise<void> {
  await parts.knowledge.putCards(cards);
  parts.shelves.changed(scope.tenantId);
}

async function requireRoom(parts: KnowledgeParts, scope: StaffScope, more: number): Promise<void> {
  if ((await parts.knowledge.listCards(scope.tenantId)).length + more > settingsLimits.cards) throw tooMany();
}
const tooMany = (): HubError =>
  new HubError('QUOTA_EXCEEDED', { says: `A brokerage may have ${settingsLimits.cards} cards. Delete some first.` });

async function requireSayable(parts: KnowledgeParts, scope: StaffScope, words: CardRequest): Promise<void> {
  // What no visitor hears need not pass what visitors may hear.
  if (words.audience === 'staff') return;
  const says = refuseAnswer(words.answer, words.language, await brokerageOf(parts, scope));
  if (says !== null) throw new HubError('POLICY_BLOCKED', { field: 'answer', says });
}

const brokerageOf = async (parts: KnowledgeParts, { tenantId }: StaffScope): Promise<string> =>
  (await readSettings(parts, tenantId)).settings.brokerage;

async function record(
  parts: KnowledgeParts,
  scope: StaffScope,
  action: 'added' | 'changed' | 'removed',
  before: OwnCard | null,
  after: OwnCard | null,
): Promise<void> {
  const told = (card: OwnCard | null) =>
    card && { questions: card.questions, answer: card.answer, audience: card.audience };
  const subject = (after ?? before)?.questions[0] ?? '';
  await recordChange(parts, scope, { kind: 'card', action, subject, before: told(before), after: told(after) });
}
