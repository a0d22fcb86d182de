import { expect, test } from 'vitest';
import type { JobRow } from '../../../src/app/jobKinds.ts';
import { botActor } from '../../../src/features/conversations/actors.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { type Reaction, reactions } from '../../../src/reactions/reactions.ts';
import { startReactions } from '../../../src/reactions/startReactions.ts';
import { turnWorld } from './turnWorld.ts';

const dayMs = 86_400_000;
const kind = 'follow-up';

declare module '../../../src/kernel/jobs.ts' {
  interface JobKinds {
    'follow-up': true;
  }
}

/** A follow-up adds the event that it follows from … */
const followUp: Reaction = {
  name: 'follow up',
  on: ['message-created'],
  run: ({ conversations: { jobs, clock } }, { tenantId, entry: { actor, conversationId } }) =>
    actor.kind === 'bot'
      ? jobs.schedule({ tenantId, kind, about: conversationId, conversationId, at: clock.now() + 3 * dayMs })
      : undefined,
};
/** … and what is done when its time has come, read from what stands. */
const followingUp: JobRow = {
  kind,
  failed: 'A follow-up could not be said',
  async run({ entries, conversations, appender, clock }, { tenantId, about }) {
    const conversation = await conversations.find(tenantId, about);
    const last = await entries.newestOf(about, 'message-created');
    if (conversation?.mode !== 'bot' || last?.type !== 'message-created' || last.actor.kind !== 'bot') return null;
    const dueAt = Date.parse(last.at) + 3 * dayMs;
    if (clock.now() < dueAt) return dueAt;
    const { channel, language } = conversation;
    const onceKey = `follow-up:${about}`;
    const data = { messageId: onceKey, text: 'Are you still looking?', channel, language };
    const draft = { type: 'message-created', data, actor: botActor, onceKey } as const;
    await appender.appendUnder({ tenantId, conversationId: about }, draft, conversation.fence);
    return null;
  },
};

async function world() {
  const made = await turnWorld({ jobRows: [followingUp] });
  const { parts, rows, written } = made;
  const deps: Partial<Parameters<typeof startReactions>[0]> = {
    rows,
    conversations: parts,
    written,
    log: silentLogger,
  };
  const [board] = reactions;
  if (board === undefined) throw new Error('there are no reactions');
  startReactions(deps as Parameters<typeof startReactions>[0], [board, followUp]);
  return made;
}
const isSaid = async ({ botMessages }: Awaited<ReturnType<typeof world>>): Promise<number> =>
  (await botMessages()).filter((text) => text === 'Are you still looking?').length;

test('a follow-up is one reaction and one kind of job: a silent lead is asked once, three days later, on three nodes too', async () => {
  const made = await world();
  await made.say('I want to buy a house');
  await made.settle();
  await made.clock.pass(2 * dayMs);
  await made.runJobs();
  expect(await isSaid(made)).toBe(0);
  await made.clock.pass(2 * dayMs);
  await made.runJobs();
  expect(await isSaid(made)).toBe(1);
  await made.clock.pass(4 * dayMs);
  await made.runJobs();
  expect(await isSaid(made)).toBe(1);
});

test('a lead who answered is not followed up at the time that was set before', async () => {
  const made = await world();
  await made.say('I want to buy a house');
  await made.settle();
  await made.clock.pass(2 * dayMs);
  await made.say('around 500k');
  await made.settle();
  await made.clock.pass(2 * dayMs);
  await made.runJobs();
  expect(await isSaid(made)).toBe(0);
});
