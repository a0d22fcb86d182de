import { describe, expect, it } from 'vitest';
import { closeConversation, takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { cancelScheduled, scheduleMessage } from '../../../src/features/profiles/scheduleMessage.ts';
import { agent, command, turnWorld } from '../turns/turnWorld.ts';

const hourMs = 3_600_000;
const other = { tenantId: 't1', principal: { kind: 'staff', id: 'a2', role: 'agent', name: 'Owen' } } as const;
const supervisor = { tenantId: 't1', principal: { kind: 'staff', id: 's1', role: 'supervisor', name: 'Sue' } } as const;

async function world() {
  const made = await turnWorld();
  await made.say('hello, I would like to see a house');
  await made.settle();
  const { parts, stores, records, clock, id } = made;
  const deps = { ...parts, leads: stores.leads, records };
  const later = (text = 'Good morning! Shall we talk at ten?', ms = hourMs, by = command()) =>
    scheduleMessage(deps, agent, by, { conversationId: id, text, at: clock.now() + ms });
  const cancel = (scheduledId: string, by = agent as typeof agent | typeof other | typeof supervisor) =>
    cancelScheduled(deps, by, command(), { conversationId: id, scheduledId });
  return {
    ...made,
    deps,
    later,
    cancel,
    async pass(ms: number) {
      await clock.pass(ms);
      await made.runJobs();
    },
    async written() {
      const log = await made.publicLog();
      return log.flatMap((entry) =>
        entry.type === 'message-created' && entry.actor.kind === 'agent' ? [entry.data.text] : [],
      );
    },
    async states() {
      const lines = await made.plain.entries.listOf(id, 'message-scheduled', 50);
      return lines.flatMap(({ type, data }) =>
        type === 'message-scheduled' ? [data.reason === undefined ? data.state : `${data.state}: ${data.reason}`] : [],
      );
    },
  };
}

describe('a message that is sent later', () => {
  it('is sent when its time has come and not before, once, as its author, who takes over from Jorge', async () => {
    const of = await world();
    await of.later();
    await of.pass(hourMs - 2_000);
    expect(await of.written()).toEqual([]);
    await of.pass(3_000);
    expect(await of.written()).toEqual(['Good morning! Shall we talk at ten?']);
    expect(await of.states()).toEqual(['waiting', 'due']);
    expect((await of.plain.conversations.find('t1', of.id))?.owner).toMatchObject({ id: 'a1' });
    await of.pass(hourMs);
    expect(await of.written()).toHaveLength(1);
  });

  it('waits once for a command that is sent twice', async () => {
    const of = await world();
    const by = command();
    const at = of.clock.now() + hourMs;
    const given = { conversationId: of.id, text: 'Good morning!', at };
    const first = await scheduleMessage(of.deps, agent, by, given);
    expect(await scheduleMessage(of.deps, agent, by, given)).toEqual(first);
    expect(await of.states()).toEqual(['waiting']);
  });

  it('is not sent once it was called off, which can be done by its author and by supervisors, and once', async () => {
    const of = await world();
    const { scheduledId } = await of.later();
    await expect(of.cancel(scheduledId, other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await of.cancel(scheduledId, supervisor);
    await expect(of.cancel(scheduledId)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(of.cancel('never')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await of.pass(hourMs + 1_000);
    expect(await of.written()).toEqual([]);
    expect(await of.states()).toEqual(['waiting', 'cancelled']);
  });

  it('cannot be called off anymore once it was sent', async () => {
    const of = await world();
    const { scheduledId } = await of.later();
    await of.pass(hourMs + 1_000);
    await expect(of.cancel(scheduledId)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is not sent into a talk that was closed, which the team is told', async () => {
    const of = await world();
    await of.later();
    await closeConversation(of.deps, supervisor, command(), { conversationId: of.id, ended: { disposition: 'x' } });
    await of.pass(hourMs + 1_000);
    expect(await of.written()).toEqual([]);
    expect(await of.states()).toEqual(['waiting', 'due', 'refused: closed']);
    await of.pass(hourMs);
    expect(await of.states()).toHaveLength(3);
  });

  it('is not sent to a lead who opted out meanwhile', async () => {
    const of = await world();
    await of.later();
    await of.say('STOP');
    await of.settle();
    await of.pass(hourMs + 1_000);
    expect(await of.written()).toEqual([]);
    expect(await of.states()).toContain('refused: opted-out');
    await expect(of.later()).rejects.toMatchObject({ code: 'SUPPRESSED_CONTACT' });
  });

  it('is not sent over a colleague who has the talk by then, nor for somebody who has left the team', async () => {
    const of = await world();
    await of.later();
    await takeOver(of.deps, other, command(), { conversationId: of.id });
    await of.pass(hourMs + 1_000);
    expect(await of.states()).toContain('refused: held');
    const gone = await world();
    await gone.later();
    await gone.stores.identity.changeUser('a1', { active: false });
    await gone.pass(hourMs + 1_000);
    expect(await gone.states()).toContain('refused: author-gone');
    expect([...(await of.written()), ...(await gone.written())]).toEqual([]);
  });

  it('is refused for a time that is over or more than a year ahead, and beyond ten that wait', async () => {
    const of = await world();
    for (const ms of [0, -hourMs, 366 * 24 * hourMs])
      await expect(of.later('x', ms)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', field: 'at' });
    const set = [];
    for (let no = 0; no < 10; no += 1) set.push(await of.later(`No ${no}`));
    await expect(of.later()).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    await of.cancel(set[0]?.scheduledId ?? '');
    await of.later();
  });
});
