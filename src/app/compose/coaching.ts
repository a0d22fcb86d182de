import { usualHelp } from '../../contract/coaching.ts';
import { callsForCoach, coachWhenQuiet, type QuietCoach } from '../../features/coaching/coachWhenQuiet.ts';
import { type CueWatch, watchForCues } from '../../features/coaching/cues/watchForCues.ts';
import type { CoachingDeps } from '../../features/coaching/deps.ts';
import { homesForSale, homesNamed } from '../../features/coaching/homesNamed.ts';
import { noteSpoken, type SpokenWatch } from '../../features/coaching/noteSpoken.ts';
import { runCoach } from '../../features/coaching/runCoach.ts';
import { runQualify } from '../../features/coaching/runQualify.ts';
import type { Folds } from '../../features/conversations/log/folds.ts';
import { erasedWords } from '../../features/conversations/log/withoutWords.ts';
import type { EntryStore } from '../../features/conversations/ports.ts';
import type { createArmFinder } from '../../features/experiments/runningArm.ts';
import type { IdentityStore } from '../../features/identity/ports.ts';
import type { HeldHomes } from '../../features/listings/heldHomes.ts';
import { admitPress } from '../../features/llm/admitPress.ts';
import type { LanguageModel } from '../../features/llm/ports.ts';
import type { LeadStore } from '../../features/profiles/ports.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import type { TenantVersions } from '../../features/tenants/tenantVersions.ts';
import { askMaterial } from '../../features/turns/askMaterial.ts';
import { eraseDrafts, readCall } from '../../features/turns/readCall.ts';
import { createTalkReader, factsDiscussed } from '../../features/turns/readTalk.ts';
import type { Feed } from '../../gateway/feed.ts';
import { newId } from '../../kernel/ids.ts';
import type { RateLimits } from '../../kernel/rateLimits.ts';
import type { TurnParts } from './turns.ts';

const beginsWithinMs = 2_000;
const peopleHeld = 10_000;

/** The writers for the team: they read a talk as the next turn would. */
export function composeCoaching(
  turns: TurnParts,
  {
    streamLog,
    model,
    rateLimits,
    findUser,
    holdEach,
    findArm,
    homes,
    leads,
    timeZoneOf,
    patience,
  }: {
    streamLog: StreamLog;
    model: LanguageModel;
    rateLimits: RateLimits;
    findUser: IdentityStore['findUser'];
    holdEach: TenantVersions['holdEach'];
    findArm: ReturnType<typeof createArmFinder>;
    homes: HeldHomes;
    leads: LeadStore;
    timeZoneOf(tenantId: string): Promise<string>;
    patience: number;
  },
): CoachingDeps {
  const { wakeups, clock, leases, log } = turns;
  const readTalk = createTalkReader(turns);
  const helpFor = holdEach('people', peopleHeld, async (_, userId) => (await findUser(userId))?.help ?? usualHelp);
  return {
    log: streamLog,
    wakeups,
    clock,
    model,
    leases,
    logger: log,
    newId,
    admit: admitPress({ rateLimits, model }),
    beginsWithinMs: beginsWithinMs * patience,
    readTalk,
    async adaptsTo(tenantId, conversationId) {
      const talk = await turns.folds.find(tenantId, conversationId);
      return talk !== null && turns.adaptsTo(tenantId, talk.leadId);
    },
    async knowledgeOf(tenantId, language) {
      const shelf = await turns.effects.shelfFacts(tenantId, language);
      return { ...shelf, homes: await homesForSale(homes, tenantId, language) };
    },
    factsFor: (...discussed) => factsDiscussed(turns, ...discussed),
    async helpOf(tenantId, conversationId) {
      const owner = (await turns.folds.find(tenantId, conversationId))?.owner ?? null;
      return owner === null ? usualHelp : helpFor(tenantId, owner.id);
    },
    armOf: (tenantId, conversationId) =>
      findArm(tenantId, async () => (await turns.folds.find(tenantId, conversationId))?.leadId ?? null),
    askMaterial: (talk, principalId) => askMaterial({ ...turns, leads, timeZoneOf }, talk, principalId),
    homesNamed: (talk) => homesNamed(homes, talk),
    async readWords(conversationId, seq) {
      const [entry] = await turns.folds.entries.read(conversationId, 'public', seq, seq, 1);
      if (entry?.type !== 'message-created' || entry.data.text === '' || entry.data.text === erasedWords) return null;
      return entry.data.text;
    },
    // From the store: words that another process erased must not be found here.
    readCall: (conversationId, callId) => readCall(turns.entries, conversationId, callId),
    async eraseDrafts(conversationId, callId) {
      await eraseDrafts(turns.entries, conversationId, callId);
      turns.folds.forget(conversationId);
    },
    append: async (tenantId, conversationId, draft) =>
      void (await turns.appender.append({ tenantId, conversationId }, draft)),
  };
}

export interface Help {
  quietCoach: QuietCoach;
  cues: CueWatch;
  spoken: SpokenWatch;
}

/** The help that starts by itself when somebody has spoken, if a team member reads along or has the conversation. */
export function composeHelp(
  coaching: CoachingDeps,
  { folds, entries }: { folds: Pick<Folds, 'find'>; entries: Pick<EntryStore, 'listOf'> },
  feed: Feed,
): Help {
  const { clock, leases, logger, append, helpOf } = coaching;
  const isRead = async (tenantId: string, conversationId: string) => {
    if (feed.isReadByStaff(conversationId)) return true;
    const conversation = await folds.find(tenantId, conversationId);
    return conversation !== null && conversation.owner !== null && conversation.mode !== 'closed';
  };
  const quietCoach = coachWhenQuiet({
    ...{ clock, leases, logger, isRead },
    async coach(tenantId, conversationId) {
      const request = { tenantId, conversationId };
      const { level } = await helpOf(tenantId, conversationId);
      if (level === 'off' || level === 'critical') return;
      await Promise.all([runCoach(coaching, request), runQualify(coaching, request)]);
    },
  });
  // Staff may read along on another node than the one that wrote the message.
  feed.onEntry((tenantId, entry) => {
    if (callsForCoach(entry) && feed.isReadByStaff(entry.conversationId)) quietCoach.leadSpoke(tenantId, entry);
  });
  return {
    quietCoach,
    cues: watchForCues({ clock, entries, isRead, append, helpOf }),
    spoken: noteSpoken({ append }),
  };
}
