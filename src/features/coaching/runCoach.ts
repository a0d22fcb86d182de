import type { EntryData } from '../../contract/entries.ts';
import { HubError } from '../../kernel/hubError.ts';
import { reviewWords } from '../compliance/reviewWords.ts';
import { splitSentences } from '../compliance/splitSentences.ts';
import { maySay } from '../composing/maySay.ts';
import type { Task } from '../llm/ports.ts';
import { coachActor } from './actor.ts';
import { suggestionKey } from './answerSuggestion.ts';
import { type CoachAnswer, coachAnswer } from './answers.ts';
import { coachByRules } from './coachByRules.ts';
import { findQuote } from './findQuote.ts';
import type { CoachingParts, StaffRequest, Started } from './parts.ts';
import { coachSystem, talkPrompt } from './prompts.ts';
import { superseding } from './supersede.ts';
import type { CoachBrief, Discussed, Talk } from './talk.ts';
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
          strategy: actions[0] ?? 'as it says',
          quotes: [],
        },
  offline: coachByRules,
};

/**
 * Opens a coach stream for staff, in place of one that runs, and returns at once. When the coach has finished, its words
 * become `suggestion-created`, with `say` exactly the stream's text. `NOT_FOUND` when there is no such conversation.
 */
export async function runCoach(parts: CoachingParts, request: StaffRequest & { focus?: string }): Promise<Started> {
  if (request.cause !== undefined) await parts.admit(request.tenantId, request.cause.principalId);
  const talk = await parts.readTalk(request.tenantId, request.conversationId);
  if (talk === null) throw new HubError('NOT_FOUND');
  const focus = request.focus ?? null;
  const facts = await parts.factsFor(talk, focus, talk.language);
  const brief: CoachBrief = { talk, facts, focus };
  const writer = await superseding(parts, request.conversationId, 'coach', () => openForStaff(parts, request, 'coach'));
  const finished = finishing(parts, writer, async () => {
    const { end, result } = await writeForStaff(parts, request, talk, writer, {
      task: coachTask,
      prompt: talkPrompt(talk, facts, focus === null ? {} : { focus }),
      brief,
    });
    const answer = result === null ? null : (result.answer as CoachAnswer | null);
    if (result === null || answer === null) return end;
    const suggestionId = parts.newId();
    await parts.append(request.tenantId, request.conversationId, {
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

/** Words that an agent may send with one click pass what an answer to a visitor passes: of what any sentence fails, nothing is offered. */
function sendable(
  { brokerage, language, listing, lines }: Talk,
  facts: readonly Discussed[],
): (text: string | null) => string | null {
  const passes = maySay({
    brokerage,
    language,
    listing,
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
