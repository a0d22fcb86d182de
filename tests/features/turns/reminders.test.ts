import { describe, expect, it } from 'vitest';
import { openChat } from '../../../src/features/conversations/openChat.ts';
import { closeConversation, takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { chooseSlot } from '../../../src/features/turns/chooseSlot.ts';
import { leaseMs } from '../../../src/kernel/jobs.ts';
import { agent, command, turnWorld, visitor } from './turnWorld.ts';

const hourMs = 3_600_000;
type World = Awaited<ReturnType<typeof turnWorld>>;

/** A world with a call booked for some days ahead. */
async function worldWithCall(instead: Parameters<typeof turnWorld>[0] = {}) {
  const world = await turnWorld({ books: true, ...instead });
  await world.say('Can you call me at 512 555 0143? I want to sell my house');
  await world.settle();
  await world.say('the last one');
  await world.settle();
  const entries = await world.publicLog();
  const line = entries.findLast((entry) => entry.type === 'appointment-changed');
  if (line?.type !== 'appointment-changed' || line.data.state !== 'booked') throw new Error('nothing was booked');
  const appointment = async () => (await world.parts.appointments.find('t1', line.data.appointmentId))!;
  return { world, appointment, startsAt: (await appointment()).startsAt };
}

const reminders = async (world: World): Promise<string[]> =>
  (await world.botMessages()).filter((text) => /reminder|slip your mind/i.test(text));

describe('a reminder', () => {
  it('comes a day and two hours before, each once, however many nodes look', async () => {
    const { world, appointment, startsAt } = await worldWithCall();
    expect((await appointment()).reminders).toEqual([startsAt - 24 * hourMs, startsAt - 2 * hourMs]);
    await world.runJobs();
    await world.settle();
    expect(await reminders(world)).toEqual([]);
    await world.clock.pass(startsAt - 24 * hourMs - world.clock.now());
    await world.runJobs();
    await world.runJobs();
    await world.settle();
    expect(await reminders(world)).toHaveLength(1);
    await world.clock.pass(startsAt - 2 * hourMs - world.clock.now());
    await world.runJobs();
    await world.settle();
    expect(await reminders(world)).toHaveLength(2);
    expect((await appointment()).reminders).toEqual([]);
  });

  it('that fell due while the visitor was away is there when they open the chat again, on the clock of the brokerage', async () => {
    const { world, startsAt } = await worldWithCall();
    const leftAt = (await world.publicLog()).at(-1)!.seq;
    await world.clock.pass(startsAt - 24 * hourMs - world.clock.now());
    await world.runJobs();
    await world.settle();
    await world.clock.pass(20 * hourMs);
    const again = await openChat(world.parts, visitor, { url: 'https://homes.example/', language: 'en' });
    expect(again.id).toBe(world.id);
    const missed = (await world.publicLog()).filter(({ seq }) => seq > leftAt);
    const texts = missed.flatMap((entry) => (entry.type === 'message-created' ? [entry.data.text] : []));
    expect(texts).toEqual([
      expect.stringMatching(/^(?:A reminder|Not to forget).* \d{1,2}:\d\d [AP]M \(Central Time\)/),
    ]);
  });

  it('is said once though the process died between its line and taking it off the list', async () => {
    const { world, startsAt } = await worldWithCall();
    const { takeReminder } = world.parts.appointments;
    await world.clock.pass(startsAt - 24 * hourMs - world.clock.now());
    world.parts.appointments.takeReminder = () => Promise.reject(new Error('the process is dead'));
    await expect(world.runJobs()).rejects.toThrow('dead');
    await world.clock.pass(leaseMs);
    await world.settle();
    world.parts.appointments.takeReminder = takeReminder;
    await world.runJobs();
    await world.settle();
    expect(await reminders(world)).toHaveLength(1);
  });

  it('does not come once the appointment is cancelled, the talk is closed or a person has it', async () => {
    for (const ends of [
      async (world: World) => {
        await world.say('cancel');
      },
      (world: World) => closeConversation(world.parts, agent, command(), { conversationId: world.id }),
      (world: World) => takeOver(world.parts, agent, command(), { conversationId: world.id }),
    ]) {
      const { world, startsAt } = await worldWithCall();
      await ends(world);
      await world.settle();
      await world.clock.pass(startsAt - 24 * hourMs - world.clock.now());
      await world.runJobs();
      await world.settle();
      expect(await reminders(world)).toEqual([]);
    }
  });

  it('is taken off the list by an opt-out', async () => {
    const { world, appointment } = await worldWithCall();
    await world.say('STOP');
    await world.settle();
    expect(await appointment()).toMatchObject({ state: 'booked', reminders: [] });
  });
});

describe('trouble with a booking', () => {
  it('a hold that nobody booked in ten minutes is free again, and the visitor is offered others', async () => {
    const world = await turnWorld({ books: true });
    await world.say('Can you call me at 512 555 0143? I want to sell my house');
    await world.settle();
    const offer = (await world.publicLog()).findLast((entry) => entry.type === 'slots-offered');
    if (offer?.type !== 'slots-offered') throw new Error('nothing was offered');
    const { offerId, slots } = offer.data;
    await chooseSlot(world.parts, visitor, command(), { offerId, slotId: slots[0]!.slotId });
    // No turn is taken in time.
    await world.clock.pass(11 * 60_000);
    await world.runJobs();
    await world.settle();
    const log = await world.publicLog();
    const states = log.flatMap((entry) => (entry.type === 'appointment-changed' ? [entry.data.state] : []));
    expect(states).toContain('failed');
    expect(states).not.toContain('booked');
    expect(log.findLast((entry) => entry.type === 'slots-offered')?.seq).toBeGreaterThan(offer.seq);
  });

  it('a calendar that fails leads to the team, without an error on the screen', async () => {
    const world = await turnWorld({
      books: true,
      calendar: { busy: () => Promise.reject(new Error('calendar down')) },
    });
    await world.say('Can you call me at 512 555 0143? I want to sell my house');
    expect(await world.settle()).toEqual([]);
    const text = (await world.botMessages()).join(' ');
    expect(text).toMatch(/team/);
    expect(text).toMatch(/morning|afternoon/i);
    expect(text).not.toMatch(/error|down/i);
  });

  it('the same booking done twice after a crash is one appointment', async () => {
    let losses = 1;
    let booking = '';
    const { world } = await worldWithCall({
      turns: (store) => ({
        async insert(turn) {
          if (turn.effects.some(({ kind }) => kind === 'book')) booking = turn.id;
          return store.insert(turn);
        },
        async markDone(turn, indexes) {
          if (turn.id === booking && losses-- > 0) throw new Error('the process is dead');
          return store.markDone(turn, indexes);
        },
      }),
    });
    const log = await world.publicLog();
    expect(log.filter((entry) => entry.type === 'appointment-changed')).toHaveLength(1);
    expect(losses).toBeLessThan(1);
  });
});
