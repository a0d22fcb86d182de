import type { EntryData } from '../../contract/log/entry.ts';
import type { Fact } from '../../contract/readings.ts';
import { HubError } from '../../kernel/hubError.ts';
import { holdLease } from '../../kernel/leases.ts';
import { splitSentences } from '../compliance/splitSentences.ts';
import { checkClaims } from '../composing/checkClaims.ts';
import type { Task } from '../llm/ports.ts';
import { coachActor } from './actor.ts';
import { answerAgent } from './answerAgent.ts';
import { type AskAnswer, askAnswer } from './answers.ts';
import type { AskBrief } from './coachContext.ts';
import type { CoachingDeps, StaffRequest, Started } from './deps.ts';
import { findQuote } from './findQuote.ts';
import { allKnown, askSystem, knowledgeBlocks, namesOf, talkPrompt, withTeamFacts } from './prompts.ts';
import { finishing, openForStaff, writeForStaff } from './writeForStaff.ts';

export const askTask: Task<AskBrief> = {
  name: 'ask',
  version: 4,
  tier: 'large',
  criticality: 'staff-pressed',
  system: askSystem,
  schema: askAnswer,
  maxTokens: 1000,
  timeoutMs: 60_000,
  rescue: ({ say }) => (say === null ? null : { say, sources: [] }),
  offline: answerAgent,
};
const leaseMs = 10_000;
const renewEveryMs = 3000;

/**
 * Answers an agent's question from this conversation, the person's others, the listing and the shelf, with sources, or says that they do not tell; ends
 * in `answer-created`.
 * @throws HubError STREAM_BUSY: another question of the same person is being answered, on any node; NOT_FOUND: there is no such
 * conversation
 */
export async function runAsk(
  deps: CoachingDeps,
  request: StaffRequest & { principalId: string; question: string },
): Promise<Started> {
  if (request.cause !== undefined) await deps.admit(request.tenantId, request.cause.principalId);
  // Before anything is read: of two at once the second must not find that the first has ended already.
  const lease = await deps.leases.take(`ask:${request.tenantId}:${request.principalId}`, leaseMs);
  if (lease === null) throw new HubError('STREAM_BUSY');
  const { letGo } = holdLease({ clock: deps.clock, log: deps.logger }, lease, renewEveryMs);
  try {
    const talk = await deps.readTalk(request.tenantId, request.conversationId);
    if (talk === null) throw new HubError('NOT_FOUND');
    // The desk speaks English, whatever the lead writes in.
    const [knowledge, facts, { others, before }] = await Promise.all([
      deps.knowledgeOf(request.tenantId, 'en'),
      deps.factsFor(talk, request.question, 'en'),
      deps.askMaterial(talk, request.principalId),
    ]);
    const writer = await openForStaff(deps, request, 'ask');
    const brief: AskBrief = { talk, others, facts, question: request.question };
    const finished = finishing(deps, writer, async () => {
      const { end, result } = await writeForStaff(deps, request, talk, writer, {
        task: askTask,
        stable: knowledgeBlocks(knowledge),
        homes: namesOf(talk),
        prompt: withTeamFacts(knowledge, talkPrompt(talk, { question: request.question, others, before })),
        brief,
      });
      const answer = result === null ? null : (result.answer as AskAnswer | null);
      if (answer === null) return end;
      await deps.append(request.tenantId, request.conversationId, {
        type: 'answer-created',
        data: {
          streamId: writer.streamId,
          question: request.question,
          text: writer.text(),
          sources: sourcesOf(brief, allKnown(knowledge), answer, writer.text()),
        },
        actor: coachActor,
        ...(request.cause === undefined ? {} : { cause: request.cause }),
        onceKey: `${writer.streamId}:answer`,
      });
      return end;
    }).finally(letGo);
    return { streamId: writer.streamId, finished };
  } catch (thrown) {
    await letGo();
    throw thrown;
  }
}

const mostQuoted = 300;
type Source = EntryData<'answer-created'>['sources'][number];

/** Words of another talk; the desk doesn't hold it, so they come along. */
function quotedElsewhere(others: AskBrief['others'], quote: string): Source | null {
  for (const { lines, when } of others) {
    const found = findQuote(lines, quote);
    if (found !== null) return { ...found, words: quote.trim().slice(0, mostQuoted), when };
  }
  return null;
}

/** Sources that hold: quotes that stand in the talk, fields that the listing has, facts that a sentence of the answer really says. */
function sourcesOf({ talk, others }: AskBrief, shelf: readonly Fact[], answer: AskAnswer, said: string): Source[] {
  const facts = new Map(shelf.map((fact) => [fact.id, fact]));
  const splitter = splitSentences();
  const sentences = [...splitter.push(said), splitter.flush()].map((one) => one.trim()).filter((one) => one !== '');
  return answer.sources.flatMap(({ quote, field, fact: id }): Source[] => {
    const evidence = quote === null ? null : findQuote(talk.lines, quote);
    if (evidence !== null) return [evidence];
    const elsewhere = quote === null ? null : quotedElsewhere(others, quote);
    if (elsewhere !== null) return [elsewhere];
    const fact = id === null ? undefined : facts.get(id);
    if (fact !== undefined) {
      const names = [talk.brokerage, talk.assistant];
      const says = (text: string) => checkClaims({ text, kind: 'answer', facts: [fact] }, names) === null;
      return sentences.some(says) ? [{ factId: fact.id, source: fact.source }] : [];
    }
    if (field === null || talk.listing === null || !Object.hasOwn(talk.listing, field)) return [];
    return [{ listingId: talk.listing.listingId, field }];
  });
}
