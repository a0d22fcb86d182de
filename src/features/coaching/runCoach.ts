import type { EntryData } from '../../contract/log/entry.ts';
import { HubError } from '../../kernel/hubError.ts';
import { reviewWords } from '../compliance/reviewWords.ts';
import { splitSentences } from '../compliance/splitSentences.ts';
import { maySay } from '../composing/maySay.ts';
import type { Task } from '../llm/ports.ts';
import { coachActor } from './actor.ts';
import { suggestionKey } from './answerSuggestion.ts';
import { type CoachAnswer, coachAnswer } from './answers.ts';
import { coachByRules } from './coachByRules.ts';
import type { CoachBrief, CoachContext, Discussed } from './coachContext.ts';
import type { CoachingDeps, StaffRequest, Started } from './deps.ts';
import { findQuote } from './findQuote.ts';
import { coachSystem, talkPrompt } from './prompts.ts';
import { superseding } from './supersede.ts';
import { finishing, openForStaff, writeForStaff } from './writeForStaff.ts';

export const coachTask: Task<CoachBrief> = {
  name: 'coach',
  version: 2,
  tier: 'large',
  criticality: 'staff-auto',
  system: coachSystem,
  schema: coachAnswer,
  maxTokens: 1200,
  timeoutMs: 60_000,
  rescue: ({ say, variants, risks, actions }) =>
    say === null
      ? null
      : {
          say,
          objection: risks[0] ?? null,
          reply: variants[0] ?? null,
          nextQuestion: null,
          urgency: 'medium',
          strategy: actions[0] ?? 'as suggested',
          quotes: [],
        },
  offline: coachByRules,
};

/**
 * Opens a coach stream for staff, in place of one that runs, and returns at once. When the coach has finished, its words become
 * `suggestion-created`, with `say` exactly the stream's text.
 * @throws HubError NOT_FOUND: there is no such conversation
 */
export async function runCoach(deps: CoachingDeps, request: StaffRequest & { focus?: string }): Promise<Started> {
  if (request.cause !== undefined) await deps.admit(request.tenantId, request.cause.principalId);
  const talk = await deps.readTalk(request.tenantId, request.conversationId);
  if (talk === null) throw new HubError('NOT_FOUND');
  const focus = request.focus ?? null;
  const facts = await deps.factsFor(talk, focus, talk.language);
  const brief: CoachBrief = { talk, facts, focus };
  const writer = await superseding(deps, request.conversationId, 'coach', () => openForStaff(deps, request, 'coach'));
  const finished = finishing(deps, writer, async () => {
    const { end, result } = await writeForStaff(deps, request, talk, writer, {
      task: coachTask,
      prompt: talkPrompt(talk, facts, focus === null ? {} : { focus }),
      brief,
    });
    const answer = result === null ? null : (result.answer as CoachAnswer | null);
    if (result === null || answer === null) return end;
    const suggestionId = deps.newId();
    await deps.append(request.tenantId, request.conversationId, {
      type: 'suggestion-created',
      data: suggestionOf(answer, brief, {
        suggestionId,
        streamId: writer.streamId,
        say: writer.text(),
        basis: result.basis,
      }),
      actor: coachActor,
      ...(request.cause === undefined ? {} : { cause: request.cause }),
      onceKey: suggestionKey(suggestionId),
    });
    return end;
  });
  return { streamId: writer.streamId, finished };
}

function suggestionOf(
  answer: CoachAnswer,
  { talk, facts }: CoachBrief,
  known: Pick<EntryData<'suggestion-created'>, 'suggestionId' | 'streamId' | 'say' | 'basis'>,
): EntryData<'suggestion-created'> {
  const mayBeSent = sendable(talk, facts);
  const reply = mayBeSent(answer.reply);
  const nextQuestion = mayBeSent(answer.nextQuestion);
  return {
    ...known,
    ...(answer.objection === null ? {} : { objection: answer.objection }),
    ...(reply === null ? {} : { reply }),
    ...(nextQuestion === null ? {} : { nextQuestion }),
    urgency: answer.urgency,
    strategy: answer.strategy,
    evidence: answer.quotes.flatMap((quote) => findQuote(talk.lines, quote) ?? []),
  };
}

/** Words that an agent may send with one click pass the checks of an answer to a visitor: when one sentence fails, nothing is offered. */
function sendable(
  { brokerage, language, listing, lines, schools }: CoachContext,
  facts: readonly Discussed[],
): (text: string | null) => string | null {
  const passes = maySay({
    brokerage,
    language,
    listing,
    ...(schools && { schools }),
    shelf: facts.map(({ fact }) => fact),
    said: lines.flatMap(({ who, text }) => (who === 'lead' ? [text] : [])),
  });
  return (text) => {
    if (text === null || text.trim() === '') return null;
    const splitter = splitSentences();
    const sentences = [...splitter.push(text), splitter.flush()].filter((one) => one.trim() !== '');
    const isCut = (words: string) => reviewWords(words, { audience: 'public', brokerage, language }).action === 'cut';
    return isCut(text) || sentences.some((one) => isCut(one) || !passes(one.trim())) ? null : text;
  };
}
