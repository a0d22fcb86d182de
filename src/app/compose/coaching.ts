import { callsForCoach, coachWhenQuiet, type QuietCoach } from '../../features/coaching/coachWhenQuiet.ts';
import type { CoachingDeps } from '../../features/coaching/deps.ts';
import { runCoach } from '../../features/coaching/runCoach.ts';
import { runQualify } from '../../features/coaching/runQualify.ts';
import type { Folds } from '../../features/conversations/log/folds.ts';
import { erasedWords } from '../../features/conversations/log/withoutWords.ts';
import { admitPress } from '../../features/llm/admitPress.ts';
import type { LanguageModel } from '../../features/llm/ports.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import { eraseDrafts, readCall } from '../../features/turns/readCall.ts';
import { createTalkReader, factsDiscussed } from '../../features/turns/readTalk.ts';
import type { Feed } from '../../gateway/feed.ts';
import { newId } from '../../kernel/ids.ts';
import type { RateLimits } from '../../kernel/rateLimits.ts';
import type { TurnParts } from './turns.ts';

/** The writers for the team: they read a talk as the next turn would, each in a pass of the event loop of its own. */
export function composeCoaching(
  turns: TurnParts,
  {
    streamLog,
    model,
    rateLimits,
    ownPass,
  }: { streamLog: StreamLog; model: LanguageModel; rateLimits: RateLimits; ownPass: () => Promise<void> },
): CoachingDeps {
  const { wakeups, clock, leases, log } = turns;
  const readTalk = createTalkReader(turns);
  return {
    log: streamLog,
    wakeups,
    clock,
    model,
    leases,
    logger: log,
    newId,
    admit: admitPress({ rateLimits, model }),
    async readTalk(tenantId, conversationId) {
      await ownPass();
      return readTalk(tenantId, conversationId);
    },
    factsFor: (...discussed) => factsDiscussed(turns, ...discussed),
    async readWords(conversationId, seq) {
      const [entry] = await turns.folds.entries.read(conversationId, 'public', seq, seq, 1);
      if (entry?.type !== 'message-created' || entry.data.text === '' || entry.data.text === erasedWords) return null;
      return entry.data.text;
    },
    // From the store: what another process erased must not be found here.
    readCall: (conversationId, callId) => readCall(turns.entries, conversationId, callId),
    async eraseDrafts(conversationId, callId) {
      await eraseDrafts(turns.entries, conversationId, callId);
      turns.folds.forget(conversationId);
    },
    append: async (tenantId, conversationId, draft) =>
      void (await turns.appender.append({ tenantId, conversationId }, draft)),
  };
}

/** The coach that begins by itself when a lead has spoken: where somebody reads along, or a person has the conversation. */
export function composeQuietCoach(coaching: CoachingDeps, folds: Pick<Folds, 'find'>, feed: Feed): QuietCoach {
  const quietCoach = coachWhenQuiet({
    clock: coaching.clock,
    leases: coaching.leases,
    logger: coaching.logger,
    async isRead(tenantId, conversationId) {
      if (feed.isReadByStaff(conversationId)) return true;
      const conversation = await folds.find(tenantId, conversationId);
      return conversation !== null && conversation.owner !== null && conversation.mode !== 'closed';
    },
    async coach(tenantId, conversationId) {
      const request = { tenantId, conversationId };
      await Promise.all([runCoach(coaching, request), runQualify(coaching, request)]);
    },
  });
  // Staff may read along on another node than the one that wrote the message.
  feed.onEntry((tenantId, entry) => {
    if (callsForCoach(entry) && feed.isReadByStaff(entry.conversationId)) quietCoach.leadSpoke(tenantId, entry);
  });
  return quietCoach;
}
