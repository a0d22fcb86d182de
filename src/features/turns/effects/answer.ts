import type { Fact } from '../../../contract/readings.ts';
import { type Clock, isoOf } from '../../../kernel/clock.ts';
import type { Logger } from '../../../kernel/observe.ts';
import type { ReplyPart } from '../../bots/state/protocol.ts';
import { languageOf } from '../../bots/state/stepContext.ts';
import { answerFromListing } from '../../composing/answerFromListing.ts';
import { factsFor } from '../../composing/factsFor.ts';
import { otherHomeFacts } from '../../composing/homeFacts.ts';
import type { passReply } from '../../composing/passReply.ts';
import { promisesToAsk } from '../../composing/promise.ts';
import { botActor } from '../../conversations/actors.ts';
import { flagOf } from '../../conversations/board/flagOf.ts';
import type { Folds } from '../../conversations/log/folds.ts';
import type { EntryStore } from '../../conversations/ports.ts';
import { findHome } from '../../listings/findHome.ts';
import { leaveOut } from '../../listings/leaveOut.ts';
import { factsOf } from '../../listings/model.ts';
import type { ListingStore } from '../../listings/ports.ts';
import { lookUpHome } from '../../listings/tellHome.ts';
import type { LanguageModel } from '../../llm/ports.ts';
import { schoolsOf } from '../../packs/markets.ts';
import type { ListingFacts } from '../../packs/model.ts';
import { comparesHomes, readMost } from '../../reading/home/readCompared.ts';
import { maskIdentityNumbers } from '../../reading/numbers/identityNumbers.ts';
import { onceKeyOf, type Running } from './running.ts';

interface HomeMeantDeps {
  listings: Pick<ListingStore, 'named'>;
  /** A home by its id. */
  homeOf(tenantId: string, listingId: string): Promise<ListingFacts | null>;
}

export interface AnswerDeps extends HomeMeantDeps {
  folds: { entries: Pick<Folds['entries'], 'head' | 'read' | 'newestOf'> };
  entries: Pick<EntryStore, 'listOf'>;
  model: Pick<LanguageModel, 'write' | 'basis'>;
  clock: Clock;
  log: Logger;
}

type AnswerPart = ReplyPart & { kind: 'answer' };

/** The material for an answer from the home's file. */
export interface AnswerBrief {
  question: string;
  homes: readonly ListingFacts[];
  /** All that the answer may stand on. */
  facts: readonly Fact[];
}

/** Of a supervisor's whispers: the newest that are looked at, and as many as Jorge heeds. */
const whispersRead = 200;
const whispersHeeded = 20;

/** The person who has the conversation; null: the team. */
export const askWhom = ({ conversation }: Running): string | null => conversation.owner?.name ?? null;

/** Gathers it for one part of a reply: the home that is meant, and what may be told of it. */
export async function briefOf(deps: AnswerDeps, running: Running, part: AnswerPart): Promise<AnswerBrief> {
  const homes = await homesMeant(deps, running, part);
  const language = languageOf(running.turn.stateAfter);
  const [home = null, ...others] = homes;
  return {
    question: part.question,
    homes,
    facts: [
      ...factsFor(home, cardsFound(running), language, schoolsOf(running.pack)),
      ...others.flatMap((other, at) => otherHomeFacts(other, at, language)),
    ],
  };
}

/** The cards that answer what was asked in this turn. */
export function cardsFound({ turn }: Running): Fact[] {
  const found = turn.event.happened.flatMap((one) => (one.kind === 'understood' ? one.facts : []));
  return [...new Map(found.map((fact) => [fact.id, fact])).values()];
}

/** Those that stand, oldest first: only newer whispers push one out. */
export async function whispersTo(
  deps: Pick<AnswerDeps, 'entries' | 'folds' | 'clock'>,
  conversationId: string,
): Promise<string[]> {
  if ((await deps.folds.entries.newestOf(conversationId, 'whisper-created')) === null) return [];
  const now = isoOf(deps.clock.now());
  const standing = (await deps.entries.listOf(conversationId, 'whisper-created', whispersRead)).flatMap((entry) => {
    if (entry.type !== 'whisper-created' || entry.data.to !== 'bot') return [];
    const isOver = entry.data.expiresAt !== undefined && entry.data.expiresAt <= now;
    return isOver ? [] : [maskIdentityNumbers(entry.data.text)];
  });
  return standing.slice(-whispersHeeded);
}

/** Says what the home's file has to the question, sentence by sentence; it names facts that the file lacks, and the team is asked. */
export function answer(running: Running, brief: AnswerBrief, pass: ReturnType<typeof passReply>): void {
  const { pack, turn } = running;
  const given = {
    brokerage: pack.brokerage,
    language: languageOf(turn.stateAfter),
    askWhom: askWhom(running),
    isOneOfSeveral: isOneOfSeveral(running, brief.homes),
  };
  for (const sentence of answerFromListing({ ...brief, ...given })) pass.pass(sentence);
  if (pass.passed() === '') pass.sayCannotAnswer();
}

/** The homes that a question compares, with those on the screen; else the one that it is about. Where neither is clear, those on the screen. */
async function homesMeant(deps: HomeMeantDeps, running: Running, part: AnswerPart): Promise<ListingFacts[]> {
  const { tenantId } = running.place;
  const several = await homesNamed(deps, running, part);
  if (several.length > 1) return several;
  const one = await homeMeant(deps, running, part);
  const compares = comparesHomes(part.question) || readMost(part.question) !== null;
  if (one !== null && !compares) return [one];
  const { page, shown } = { page: running.pack.listing, shown: running.turn.stateAfter.homes.shown };
  const { together = [] } = running.turn.stateAfter.homes;
  const meant = await Promise.all((compares ? together : []).map((id) => deps.homeOf(tenantId, id)));
  const those = meant.flatMap((home) => (home === null ? [] : [leaveOut(home, running.pack.leaves)]));
  if (those.length > 1 && readMost(part.question) === null) return those;
  const ids = shown.map(({ listingId }) => listingId).filter((id) => id !== one?.listingId && id !== page?.listingId);
  const others = await Promise.all(ids.slice(0, homesCompared).map((id) => deps.homeOf(tenantId, id)));
  const beside = page === undefined || page.listingId === one?.listingId ? [] : [page];
  const known = others.flatMap((home) => (home === null ? [] : [leaveOut(home, running.pack.leaves)]));
  return [...(one === null ? [] : [one]), ...beside, ...known].slice(0, homesCompared);
}
const homesCompared = 4;
const homesTold = 3;

/** The homes that a question names, where those are several: each is answered for. */
async function homesNamed(deps: HomeMeantDeps, running: Running, { question }: AnswerPart): Promise<ListingFacts[]> {
  const found = await deps.listings.named(running.place.tenantId, question);
  return found
    .filter((home) => findHome(question, [home]) !== null)
    .slice(0, homesTold)
    .map((home) => leaveOut(factsOf(home), running.pack.leaves));
}

/** Whether more than one home is in the talk, so that an answer has to say which it is of. */
function isOneOfSeveral({ pack, turn }: Running, [home]: readonly ListingFacts[]): boolean {
  const ids = [pack.listing, ...turn.stateAfter.homes.shown].flatMap((one) => (one === undefined ? [] : one.listingId));
  return home !== undefined && new Set([...ids, home.listingId]).size > 1;
}

/** The home that the question names, else the one it is about, else the one of the page. */
async function homeMeant(deps: HomeMeantDeps, running: Running, part: AnswerPart): Promise<ListingFacts | null> {
  const { tenantId } = running.place;
  const named = findHome(part.question, await deps.listings.named(tenantId, part.question));
  if (named !== null) return leaveOut(factsOf(named), running.pack.leaves);
  const about = part.listingId === undefined ? null : await deps.homeOf(tenantId, part.listingId);
  return about === null ? (running.pack.listing ?? null) : leaveOut(about, running.pack.leaves);
}

/** Where an answer says that somebody will be asked, or the home's file lacks what was asked, the team has the question in writing and on its row. */
export async function keepPromise(
  deps: HomeMeantDeps,
  running: Running,
  questions: readonly AnswerPart[],
  index: number,
  text: string,
): Promise<void> {
  const promised = promisesToAsk(text);
  const open: AnswerPart[] = [];
  for (const part of questions) {
    const home = promised ? null : await homeMeant(deps, running, part);
    if (promised || (home !== null && lookUpHome(part.question, home, 'en').lacking.length > 0)) open.push(part);
  }
  if (open.length === 0) return;
  const asked = open.map(({ question }) => question).join(' ');
  running.lines.push({
    type: 'note-created',
    data: {
      text: `The visitor asked, and Jorge couldn’t answer: ${asked}`.slice(0, 4000),
      flags: [flagOf('question-open', `Asked, but not on file: ${asked}`)],
    },
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index, 'note'),
  });
}
