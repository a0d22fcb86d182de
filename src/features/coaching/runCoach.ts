import type { HelpLevel } from '../../contract/coaching.ts';
import type { EntryData } from '../../contract/log/entry.ts';
import type { Evidence } from '../../contract/values.ts';
import { HubError } from '../../kernel/hubError.ts';
import { reviewWords } from '../compliance/reviewWords.ts';
import { splitSentences } from '../compliance/splitSentences.ts';
import { mayBeSaid } from '../composing/mayBeSaid.ts';
import type { Task } from '../llm/ports.ts';
import type { ListingFacts } from '../packs/model.ts';
import { namesStreet } from '../reading/home/readHomeNamed.ts';
import { coachActor } from './actor.ts';
import { suggestionKey } from './answerSuggestion.ts';
import { type CoachAnswer, coachAnswer } from './answers.ts';
import { coachByRules } from './coachByRules.ts';
import type { CoachBrief, CoachContext } from './coachContext.ts';
import { cueRulesVersion } from './cues/cueRules.ts';
import type { CoachingDeps, Knowledge, StaffRequest, Started } from './deps.ts';
import { findQuote } from './findQuote.ts';
import { onlyAdapted } from './onlyAdapted.ts';
import { coachSystem, knowledgeBlocks, namesOf, talkPrompt, withTeamFacts } from './prompts.ts';
import { tellDoubts } from './runQualify.ts';
import { stageOf } from './stageOf.ts';
import { strategiesVersion } from './strategies.ts';
import { superseding } from './supersede.ts';
import { finishing, openForStaff, writeForStaff } from './writeForStaff.ts';

/**
 * Below it, a card that nobody asked for is not worth the glance. At `off` and `critical` the coach starts only when it is asked
 * (`composeHelp`), so theirs count only if the agent chose that level in this moment.
 */
const leastWorth: Readonly<Record<HelpLevel, number>> = { off: 10, critical: 10, normal: 9, all: 7 };

export const coachTask: Task<CoachBrief> = {
  name: 'coach',
  version: 19,
  tier: 'large',
  criticality: 'staff-auto',
  system: coachSystem,
  schema: coachAnswer,
  maxTokens: 1200,
  timeoutMs: 60_000,
  rescue: ({ say, variants, risks }) =>
    say === null
      ? null
      : {
          say,
          unaided: '',
          worth: leastWorth.normal,
          correct: null,
          reply: variants[0] ?? null,
          objection: risks[0] ?? null,
          urgency: 'medium',
          quotes: [],
          doubts: [],
        },
  offline: coachByRules,
};

/**
 * Opens a coach stream for staff, in place of one that runs, and returns at once. When the coach has finished, its words become
 * `suggestion-created`, with `say` exactly the stream's text; of a stream without words nothing does.
 * @throws HubError NOT_FOUND: there is no such conversation
 */
export async function runCoach(deps: CoachingDeps, request: StaffRequest & { focus?: string }): Promise<Started> {
  if (request.cause !== undefined) await deps.admit(request.tenantId, request.cause.principalId);
  const talk = await deps.readTalk(request.tenantId, request.conversationId);
  if (talk === null) throw new HubError('NOT_FOUND');
  const focus = request.focus ?? null;
  const facts = await deps.factsFor(talk, focus, talk.language);
  const knowledge = await deps.knowledgeOf(request.tenantId, talk.language);
  const pressed = request.cause !== undefined;
  const beginsBy = deps.clock.now() + deps.beginsWithinMs;
  const { strategy: own, level } = await deps.helpOf(request.tenantId, request.conversationId);
  const arm = await deps.armOf(request.tenantId, request.conversationId);
  const strategy = arm?.strategy ?? own;
  const named = await deps.homesNamed(talk);
  const brief: CoachBrief = { talk, facts, named, focus, pressed, strategy };
  const writer = await superseding(deps, request.conversationId, 'coach', () => openForStaff(deps, request, 'coach'));
  const finished = finishing(deps, writer, async () => {
    const { end, result } = await writeForStaff(deps, request, talk, writer, {
      task: coachTask,
      stable: knowledgeBlocks(knowledge),
      homes: namesOf(talk, named),
      prompt: withTeamFacts(
        knowledge,
        talkPrompt(await onlyAdapted(deps, talk), {
          strategy,
          named,
          pressed,
          ...(focus === null ? {} : { focus }),
        }),
      ),
      brief,
      // A card that rests on words nobody said is not shown, nor one of little worth, nor one that comes too late for what was said on the phone.
      mayBegin: ({ quotes, worth }) =>
        pressed ||
        (foundIn(talk.lines, quotes).length > 0 &&
          Number(worth) >= leastWorth[level] &&
          (!talk.onPhone || deps.clock.now() <= beginsBy)),
    });
    const answer = result === null ? null : (result.answer as CoachAnswer | null);
    if (result === null || answer === null || answer.say === '') return end;
    // Unasked, the qualification reads the same words at the same time, and tells of the same doubts.
    if (pressed) await tellDoubts(deps, request, talk, answer.doubts, writer.streamId);
    const suggestionId = deps.newId();
    await deps.append(request.tenantId, request.conversationId, {
      type: 'suggestion-created',
      data: suggestionOf(answer, brief, knowledge, {
        suggestionId,
        streamId: writer.streamId,
        say: writer.text(),
        basis: result.basis,
        stage: stageOf(talk),
        // The words of a rule are the same in every arm.
        ...(arm === null || result.basis !== 'model' ? {} : { experimentId: arm.experimentId }),
        versions: {
          prompt: coachTask.version,
          model: result.usage?.model ?? 'none',
          rules: cueRulesVersion,
          strategy: strategiesVersion,
        },
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
  { talk, named, strategy }: CoachBrief,
  knowledge: Knowledge,
  known: Pick<
    EntryData<'suggestion-created'>,
    'suggestionId' | 'streamId' | 'say' | 'basis' | 'stage' | 'versions' | 'experimentId'
  >,
): EntryData<'suggestion-created'> {
  const { correct } = answer;
  // Only what the agent really said is put right.
  const isSlip =
    correct !== null && talk.lines.some(({ who, text }) => who === 'agent' && text.includes(correct.agentWords));
  const sayableOf = sayable(talk, knowledge, named);
  const isSayable = (text: string): boolean => text.trim() === '' || sayableOf(text) !== null;
  const reply = !isSlip
    ? sayableOf(answer.reply)
    : isSayable(withoutTakenBack(correct.instead))
      ? correct.instead
      : takesBack[talk.language];
  return {
    ...known,
    ...(answer.objection === null ? {} : { objection: answer.objection }),
    ...(reply === null ? {} : { reply }),
    ...(isSlip && reply !== null ? { correct: { ...correct, instead: reply } } : {}),
    urgency: answer.urgency,
    strategy,
    evidence: foundIn(talk.lines, answer.quotes),
  };
}

/** The places of the quotes that really stand in the talk. */
const foundIn = (lines: CoachContext['lines'], quotes: unknown): Evidence[] =>
  Array.isArray(quotes)
    ? quotes.flatMap((quote) => (typeof quote === 'string' ? (findQuote(lines, quote) ?? []) : []))
    : [];

/** The fallback when the sentence that corrects a slip fails the checks: a slip is never left without words. */
const takesBack = {
  en: 'Let me take that back: I shouldn’t have said it, so please don’t rely on it.',
  es: 'Permítame retirar eso: no debí decirlo, así que por favor no lo tome en cuenta.',
} as const;

/** The claims that a person may make and a bot never may: to be a person, what the two sides have agreed, and how a home is. */
const ofPeople: ReadonlySet<string> = new Set(['false-identity', 'commitment', 'condition']);
/** Only a statement can make these claims: a question about the matter claims nothing. */
const claimed: ReadonlySet<string> = new Set(['guarantee', 'pressure']);

const takesBackWords =
  /\b(?:i (?:take|took) back|i shouldn['’]t have|i was wrong (?:to|that|about)|retiro (?:lo|que)|no deb[ií])(?:(?!\b(?:but|although|though|because|pero|aunque|porque)\b)[^.;:])*/gi;
/** Without the clauses that take something back: there, the words are named that nobody may say. */
export const withoutTakenBack = (text: string): string => text.replace(takesBackWords, '');

/** Words that an agent may say or send with one key: when one sentence fails the checks, nothing is offered. */
function sayable(
  { brokerage, language, listing, lines, schools }: CoachContext,
  { cards, own, team, homes }: Knowledge,
  named: readonly ListingFacts[],
): (text: string | null) => string | null {
  return (text) => {
    if (text === null || text.trim() === '') return null;
    const passes = mayBeSaid({
      language,
      homes: [...(listing === null ? [] : [listing]), ...named],
      ...(schools && { schools }),
      // The price of another home is none of this one's.
      shelf: [...cards, ...own, ...team, ...homes.filter(({ words }) => namesStreet(text, words))],
      said: lines.map((line) => line.text),
    });
    const splitter = splitSentences();
    const sentences = [...splitter.push(text), splitter.flush()].filter((one) => one.trim() !== '');
    const isCut = (words: string): boolean => {
      const { action, category } = reviewWords(words, { audience: 'public', brokerage, language });
      const isOpen = ofPeople.has(category) || (claimed.has(category) && words.trimEnd().endsWith('?'));
      return action === 'cut' && !isOpen;
    };
    return isCut(text) || sentences.some((one) => isCut(one) || !passes(one.trim())) ? null : text;
  };
}
