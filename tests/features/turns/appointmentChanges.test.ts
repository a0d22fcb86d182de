import { describe, expect, it } from 'vitest';
import { takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { cancelByStaff } from '../../../src/features/turns/cancelByStaff.ts';
import { chooseSlot } from '../../../src/features/turns/chooseSlot.ts';
import { home } from '../../support/talk.ts';
import { agent, command, type Instead, turnWorld, visitor } from './turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;

/** A world in which a person takes over right after a turn decided to book, once `armed`. */
async function worldWithOffer() {
  const later: { armed: boolean; world: World | null } = { armed: false, world: null };
  const turns: Instead['turns'] = (store) => ({
    async insert(turn) {
      const inserted = await store.insert(turn);
      if (later.armed && later.world && turn.effects.some(({ kind }) => kind === 'book'))
        await takeOver(later.world.parts, agent, command(), { conversationId: later.world.id });
      return inserted;
    },
  });
  const world = await turnWorld({ books: true, turns });
  later.world = world;
  await world.say('Can you call me at 512 555 0143? I want to sell my house');
  await world.settle();
  return { world, later };
}

const staffDeps = (world: World) => ({ ...world.parts, leads: world.stores.leads, records: world.records });
const lines = async (world: World) =>
  (await world.publicLog()).flatMap((entry) => (entry.type === 'appointment-changed' ? [entry] : []));
const states = async (world: World) => (await lines(world)).map(({ data }) => data.state);
const stored = async (world: World) => {
  const ids = new Set((await lines(world)).map(({ data }) => data.appointmentId));
  return Promise.all([...ids].map(async (id) => (await world.parts.appointments.find('t1', id))?.state));
};
async function lastOffer(world: World) {
  const offer = (await world.publicLog()).findLast((entry) => entry.type === 'slots-offered');
  if (offer?.type !== 'slots-offered') throw new Error('nothing was offered');
  return offer.data;
}

describe('a person who takes over while a time is being booked', () => {
  it('has a time that was chosen in words to see to: none is kept behind their back', async () => {
    const { world, later } = await worldWithOffer();
    later.armed = true;
    await world.say('the last one');
    await world.settle();
    expect(await states(world)).toEqual([]);
    expect(await world.parts.appointments.listBusy('t1', 0, world.clock.now())).toEqual([]);
  });

  it('finds a time booked that the visitor pressed and saw held', async () => {
    const { world, later } = await worldWithOffer();
    later.armed = true;
    const { offerId, slots } = await lastOffer(world);
    await chooseSlot(world.parts, visitor, command(), { offerId, slotId: slots[0]!.slotId });
    await world.settle();
    expect([await states(world), await stored(world)]).toEqual([['held', 'booked'], ['booked']]);
    const changed = (await world.publicLog()).findLast((entry) => entry.type === 'conversation-changed');
    const after = (await world.publicLog()).filter(({ seq, actor }) => seq > changed!.seq && actor.kind === 'bot');
    expect(after).toEqual([]);
  });

  it('leaves the appointment standing that was to be moved', async () => {
    const { world, later } = await worldWithOffer();
    await world.say('the last one');
    await world.settle();
    expect(await stored(world)).toEqual(['booked']);
    await world.say('can we move it to another time, in the morning?');
    await world.settle();
    later.armed = true;
    await world.say('the first one');
    await world.settle();
    expect([await states(world), await stored(world)]).toEqual([['booked'], ['booked']]);
    expect(await world.parts.appointments.listBusy('t1', 0, world.clock.now())).toHaveLength(1);
  });
});

describe('a showing that was pressed', () => {
  async function worldWithPick() {
    const world = await turnWorld({ books: true, listings: [home] });
    await world.say('Can I see the house on Saturday afternoon?');
    await world.settle();
    const { offerId, slots } = await lastOffer(world);
    await chooseSlot(world.parts, visitor, command(), { offerId, slotId: slots[0]!.slotId });
    await world.settle();
    return world;
  }

  it('is kept free and not booked until the visitor says how they come, then booked at once', async () => {
    const world = await worldWithPick();
    expect((await world.botMessages()).at(-1)).toMatch(/booked.*Texas law/);
    expect([await states(world), await stored(world)]).toEqual([['held'], ['held']]);
    await world.say('without representation');
    await world.settle();
    expect([await states(world), await stored(world)]).toEqual([['held', 'booked'], ['booked']]);
  });

  it('is free again once the team has to see to an agreement, and stands on nobody’s calendar', async () => {
    const world = await worldWithPick();
    await world.say('with an agreement');
    await world.settle();
    expect((await world.botMessages()).at(-1)).toMatch(/agreement.*2:00 PM/);
    expect(await world.parts.appointments.listBusy('t1', 0, world.clock.now())).toEqual([]);
    const days = { from: 0, to: Number.MAX_SAFE_INTEGER, limit: 10 };
    expect(await world.parts.appointments.listBetween('t1', days)).toEqual([]);
  });

  it('is told to have run out where the answer takes longer than it is kept free, and others are offered', async () => {
    const world = await worldWithPick();
    await world.clock.pass(11 * 60_000);
    await world.runJobs();
    await world.settle();
    expect(await states(world)).toEqual(['held', 'failed']);
    expect((await world.botMessages()).join(' ')).toMatch(/no longer available|gone now/);
    expect((await lastOffer(world)).slots.length).toBeGreaterThan(0);
  });
});

describe('a time on offer that is too near by now', () => {
  const pressed = (world: World, offerId: string, slotId: string) =>
    chooseSlot(world.parts, visitor, command(), { offerId, slotId });

  it('has run out for who presses it: the button is refused, and others are offered', async () => {
    const { world } = await worldWithOffer();
    const { offerId, slots } = await lastOffer(world);
    const [first] = slots;
    await world.clock.pass(Date.parse(first!.closesAt!) - world.clock.now());
    await expect(pressed(world, offerId, first!.slotId)).rejects.toMatchObject({ code: 'CONFLICT' });
    await world.settle();
    expect(await states(world)).toEqual([]);
    expect((await world.botMessages()).at(-1)).toMatch(/no longer available|gone now/);
    const again = await lastOffer(world);
    expect(again.offerId).not.toBe(offerId);
    expect(again.slots.map(({ startsAt }) => startsAt)).not.toContain(first!.startsAt);
  });

  it('has run out for who chose it in words, also when it passes between the choice and the booking', async () => {
    const { world } = await worldWithOffer();
    const { offerId, slots } = await lastOffer(world);
    await world.say('the first one');
    const { appointments } = world.parts;
    const findOffer = appointments.findOffer.bind(appointments);
    appointments.findOffer = async (...which) => {
      await world.clock.pass(Date.parse(slots[0]!.closesAt!) - world.clock.now());
      return findOffer(...which);
    };
    await world.settle();
    expect(await states(world)).toEqual([]);
    const said = (await world.botMessages()).join(' ');
    expect(said).toMatch(/no longer available|gone now/);
    expect(said).not.toMatch(/someone else|taken/);
    expect((await lastOffer(world)).offerId).not.toBe(offerId);
  });

  it('leaves the others of the offer to be pressed the next day', async () => {
    const { world } = await worldWithOffer();
    const { offerId, slots } = await lastOffer(world);
    await world.clock.pass(24 * 3_600_000);
    await pressed(world, offerId, slots.at(-1)!.slotId);
    await world.settle();
    expect(await states(world)).toEqual(['held', 'booked']);
  });
});

describe('an appointment that the team calls off', () => {
  async function worldWithCall() {
    const { world } = await worldWithOffer();
    await world.say('the last one');
    await world.settle();
    const [line] = await lines(world);
    return { world, appointmentId: line!.data.appointmentId };
  }
  const cancel = ({ world, appointmentId }: { world: World; appointmentId: string }, by = command(), scope = agent) =>
    cancelByStaff(staffDeps(world), scope, by, { conversationId: world.id, appointmentId });

  it('is told once however often the command comes, and to a second one it no longer stands', async () => {
    const call = await worldWithCall();
    const by = command();
    const seq = await cancel(call, by);
    expect(await cancel(call, by)).toBe(seq);
    await expect(cancel(call)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await states(call.world)).toEqual(['booked', 'cancelled']);
    await call.world.settle();
    expect((await lastOffer(call.world)).slots.length).toBeGreaterThan(0);
  });

  it('is told though the process died between giving the time back and the line', async () => {
    const call = await worldWithCall();
    const { appender } = call.world.parts;
    const by = command();
    call.world.parts.appender = { ...appender, append: () => Promise.reject(new Error('the process is dead')) };
    await expect(cancel(call, by)).rejects.toThrow('dead');
    call.world.parts.appender = appender;
    await cancel(call, by);
    expect(await states(call.world)).toEqual(['booked', 'cancelled']);
  });

  it('is not found by another brokerage', async () => {
    const call = await worldWithCall();
    await expect(cancel(call, command(), { ...agent, tenantId: 't2' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await stored(call.world)).toEqual(['booked']);
  });
});
