import { expect, test } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { ConversationStore, EntryStore } from '../../../src/features/conversations/ports.ts';
import type { LeadStore } from '../../../src/features/profiles/ports.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import type { Reaction, ReactionDeps } from '../../../src/reactions/reactions.ts';
import { startReactions } from '../../../src/reactions/startReactions.ts';
import { turnWorld } from './turnWorld.ts';

const minuteMs = 60_000;
const linesRead = 40;

/** A reading of behavior adds the way somebody behaves, from the log alone … */
function paceOf(messages: readonly Entry[]): 'Answers-Quickly' | 'Answers-Slowly' | null {
  const tookMs = messages.flatMap(({ actor, at }, n) => {
    const before = messages[n - 1];
    return actor.kind === 'visitor' && before?.actor.kind === 'bot' ? Date.parse(at) - Date.parse(before.at) : [];
  });
  const middle = tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length / 2)];
  if (tookMs.length < 3 || middle === undefined) return null;
  return middle < minuteMs ? 'Answers-Quickly' : middle > 10 * minuteMs ? 'Answers-Slowly' : null;
}
/** … the use case that keeps it on the person, … */
async function notePace(
  deps: {
    conversations: Pick<ConversationStore, 'find'>;
    entries: Pick<EntryStore, 'listOf'>;
    leads: Pick<LeadStore, 'change'>;
  },
  { tenantId, conversationId }: { tenantId: string; conversationId: string },
): Promise<void> {
  const conversation = await deps.conversations.find(tenantId, conversationId);
  const pace = paceOf(await deps.entries.listOf(conversationId, 'message-created', linesRead));
  if (conversation?.leadId == null || pace === null) return;
  const remove = ['Answers-Quickly', 'Answers-Slowly'];
  await deps.leads.change(tenantId, conversation.leadId, { tags: { add: [pace], remove } });
}
/** … and one row. */
const readPace: Reaction = {
  name: 'read the pace',
  on: ['message-created'],
  run: ({ conversations, leads }, { tenantId, entry: { actor, conversationId } }) =>
    actor.kind === 'visitor' ? notePace({ ...conversations, leads }, { tenantId, conversationId }) : undefined,
};

async function world() {
  const { parts, deps, written, clock, say, settle, botMessages } = await turnWorld();
  const given: Partial<ReactionDeps> = { conversations: parts, leads: deps.leads };
  startReactions({ ...(given as ReactionDeps), written, log: silentLogger }, [readPace]);
  return {
    /** Each is said so long after Jorge’s words. */
    async answer(afterMs: number, ...texts: string[]) {
      for (const text of texts) {
        await clock.pass(afterMs);
        await say(text);
        await settle();
      }
    },
    pace: async () => (await deps.leads.find('t1', 'l1'))?.tags.filter((tag) => tag.startsWith('Answers')),
    botMessages,
  };
}

test('a reading of behavior is one reaction: a lead who answers at once is filed so on their profile until they no longer do', async () => {
  const { answer, pace, botMessages } = await world();
  await answer(5_000, 'I want to sell my house', '12 Oak Street', 'relocating for work');
  expect(await pace()).toEqual([]);
  await answer(5_000, 'in two months');
  expect(await pace()).toEqual(['Answers-Quickly']);
  await answer(20 * minuteMs, 'it needs a new roof', '450k', 'yes', 'no', 'yes');
  expect(await pace()).toEqual(['Answers-Slowly']);
  expect((await botMessages()).length).toBeGreaterThan(6);
});

test('it runs twice, and on two nodes at once, as if once', async () => {
  const made = await turnWorld();
  const { deps, id } = made;
  for (const text of ['I want to sell my house', '12 Oak Street', 'relocating for work', 'in two months']) {
    await made.clock.pass(5_000);
    await made.say(text);
    await made.settle();
  }
  const place = { tenantId: 't1', conversationId: id };
  await Promise.all([notePace(deps, place), notePace(deps, place)]);
  await notePace(deps, place);
  const tags = (await deps.leads.find('t1', 'l1'))?.tags ?? [];
  expect(tags.filter((tag) => tag === 'Answers-Quickly')).toHaveLength(1);
});
