import { describe, expect, test } from 'vitest';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import { step } from '../../../src/features/bots/step.ts';
import { flagsStanding } from '../../../src/features/conversations/board/rowAfter.ts';
import { openChat } from '../../../src/features/conversations/openChat.ts';
import { owedOf } from '../../../src/features/conversations/owed.ts';
import { closeConversation } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import type { VisitorScope } from '../../../src/features/identity/model.ts';
import { readLead } from '../../../src/features/profiles/readLead.ts';
import { fromVisitor, receiveMessage } from '../../../src/features/turns/receiveMessage.ts';
import { replayTurns } from '../../../src/features/turns/replayTurns.ts';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { owedTo } from '../../support/owedTo.ts';
import { agent, command, turnWorld, visitor } from './turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;

/** Another talk, in the same world: of the same visitor or of another. */
async function talkAgain(world: World, scope: VisitorScope = visitor) {
  const { parts, clock, plain } = world;
  const { id } = await openChat(parts, scope, { url: 'https://home.example/', language: 'en' });
  const botSaid = async () =>
    (await plain.entries.read(id, 'public', 1, 500, 500)).flatMap((entry) =>
      entry.type === 'message-created' && entry.actor.kind === 'bot' ? [entry.data.text] : [],
    );
  return {
    id,
    botSaid,
    async say(text: string): Promise<string> {
      await receiveMessage(parts, fromVisitor(scope, command(), { text }));
      await clock.pass(2000);
      await runTurn(parts, 't1', id);
      return (await botSaid()).at(-1) ?? '';
    },
  };
}
const end = (world: World, id: string, scope: VisitorScope = visitor) =>
  closeConversation(world.parts, scope, command(), { conversationId: id });
const leadOf = (world: World, leadId = 'l1') => readLead(world.deps, agent, leadId);

describe('the consents and refusals of a person', () => {
  test('a number given after the consent words is a record with the words on the screen and the words said', async () => {
    const world = await turnWorld();
    const talk = await talkAgain(world);
    for (const text of [
      'I want to sell my house',
      '12 Oak Street',
      'downsizing',
      'yes',
      'great condition',
      '650k',
      'mornings',
      'Monday',
    ])
      await talk.say(text);
    await talk.say('Linda Ortiz 512-555-0123');
    const { consents, fields, name, suppressed } = await leadOf(world);
    expect([name, fields.phone?.value, suppressed]).toEqual(['Linda Ortiz', '512-555-0123', []]);
    expect(consents.map(({ kind, to }) => [kind, to])).toEqual([
      ['call', '512-555-0123'],
      ['text', '512-555-0123'],
    ]);
    const shown = consents[0]?.shown;
    const entry = (await world.publicLog()).find(({ seq }) => seq === shown?.evidence.seq);
    const said = entry?.type === 'message-created' ? entry.data.text : '';
    expect(said.slice(shown?.evidence.start, shown?.evidence.end)).toBe(shown?.text);
    expect(shown?.text).toMatch(/STOP ends it/);
    expect(consents[0]).toMatchObject({ said: 'Linda Ortiz 512-555-0123', page: 'https://home.example/' });
  });

  test('STOP is kept past the talk: a new one is answered, the row says it, START ends it, and all of it stays on record', async () => {
    const world = await turnWorld();
    const first = await talkAgain(world);
    await first.say('I want to buy a house');
    expect(await first.say('STOP')).toMatch(/START/);
    const silent = (await first.botSaid()).length;
    await first.say('ok');
    expect(await first.botSaid()).toHaveLength(silent);
    expect(await first.say('hello?')).toMatch(/here/);
    expect((await leadOf(world)).suppressed).toEqual(['call', 'text', 'email']);
    await end(world, first.id);

    const second = await talkAgain(world);
    expect(await second.say('I want to sell my house')).toMatch(/\?/);
    const row = await world.plain.conversations.find('t1', second.id);
    expect(row?.board.flags.map(({ kind }) => kind)).toContain('opted-out');
    expect(await second.say('START')).toMatch(/message you again/);
    expect((await leadOf(world)).suppressed).toEqual([]);
    expect((await leadOf(world)).suppressions[0]).toMatchObject({ said: 'STOP', closed: { by: 'START' } });
    const after = await world.plain.conversations.find('t1', second.id);
    expect(after?.board.flags.map(({ kind }) => kind)).not.toContain('opted-out');
  });

  test('after START in the same talk Jorge is back: the log says so, and the next message is answered', async () => {
    const world = await turnWorld();
    const talk = await talkAgain(world);
    await talk.say('I want to buy a house');
    await talk.say('STOP');
    await talk.say('START');
    const modes = (await world.publicLog()).flatMap((entry) =>
      entry.type === 'conversation-changed' ? [entry.data] : [],
    );
    expect(modes).toEqual([
      { mode: 'waiting', owed: 'none', reason: 'opted-out' },
      { mode: 'bot', reason: 'opted-in' },
    ]);
    expect(await talk.say('my budget is 400k')).toMatch(/\?/);
  });

  test('after STOP nobody owes a word that Jorge has answered, or that asks for none; a wish for a person is owed one', async () => {
    const world = await turnWorld();
    const talk = await talkAgain(world);
    const owed = async () => {
      const found = await world.plain.conversations.find('t1', talk.id);
      return found && owedOf(found);
    };
    await talk.say('I want to buy a house');
    await talk.say('STOP');
    expect(await talk.say('are you a robot?')).toMatch(/AI/);
    expect(await owed()).toEqual({ kind: 'none', reason: 'opted-out' });
    await talk.say('ok');
    expect(await owed()).toEqual({ kind: 'none', reason: 'opted-out' });
    await talk.say('let me talk to a real person');
    expect(await owed()).toMatchObject({ kind: 'now', reason: 'asked-for-person' });
  });

  test('after a goodbye a new question ends the rest: Jorge is back, and nobody owes a word', async () => {
    const world = await turnWorld();
    const talk = await talkAgain(world);
    for (const text of ['I want to buy a house', 'around 400k', 'thanks, bye']) await talk.say(text);
    const { mode } = (await world.plain.conversations.find('t1', talk.id)) ?? {};
    expect(mode).toBe('waiting');
    await talk.say('one more thing, I want 3 bedrooms');
    const back = await world.plain.conversations.find('t1', talk.id);
    expect(back).toMatchObject({ mode: 'bot', unansweredSince: null });
    expect((await world.publicLog()).at(-1)).toMatchObject({ data: { mode: 'bot', reason: 'visitor-returned' } });
  });

  test('danger that is told after a goodbye is waited for by a person', async () => {
    const world = await turnWorld();
    const talk = await talkAgain(world);
    for (const text of ['I want to buy a house', 'thanks, bye', 'I want to kill myself']) await talk.say(text);
    const found = await world.plain.conversations.find('t1', talk.id);
    expect(found && owedOf(found)).toMatchObject({ kind: 'now', reason: 'danger' });
  });

  test('a wish to have data deleted is a ticket with its dates, once', async () => {
    const world = await turnWorld();
    const talk = await talkAgain(world);
    await talk.say('please delete my data');
    await talk.say('delete my data please');
    const { deletionRequests } = await leadOf(world);
    expect(deletionRequests).toHaveLength(1);
    expect(deletionRequests[0]?.answerBy).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await world.records.listOpen('t1', 'deletion-request')).toHaveLength(1);
  });
});

describe('a visitor who comes back', () => {
  const stranger: VisitorScope = {
    tenantId: 't1',
    principal: { kind: 'visitor', id: 'v2', leadId: 'l2', siteId: 's1', role: 'visitor' },
  };

  test('is not asked again what they said before, and the new talk replays to the letter', async () => {
    const world = await turnWorld();
    const first = await talkAgain(world);
    for (const text of ['I want to buy a house in Hyde Park', 'my budget is 450k']) await first.say(text);
    await end(world, first.id);
    const second = await talkAgain(world);
    expect(await second.say('hi')).toMatch(/around Hyde Park, up to \$450,000\. Is that still right\?/);
    expect(await second.say('yes')).not.toMatch(/budget|price range|spend/i);
    const turns = await world.plain.turns.list(second.id, 50);
    expect(turns[0]?.event.happened[0]?.kind).toBe('person-known');
    expect(replayTurns(turns, { step, firstState })).toEqual([]);
    const { fields, conversations } = await leadOf(world);
    expect(fields.budget?.conversationId).toBe(first.id);
    expect(conversations.map(({ conversationId }) => conversationId)).toEqual([second.id, first.id]);
  });

  test('a person who asked for deletion is met as somebody new', async () => {
    const world = await turnWorld();
    const first = await talkAgain(world);
    for (const text of ['I want to buy a house in Hyde Park', 'my budget is 450k', 'delete my data'])
      await first.say(text);
    await end(world, first.id);
    const second = await talkAgain(world);
    expect(await second.say('hi')).not.toMatch(/again|last time|Hyde|450/i);
  });

  test('a visitor who types the number of somebody else learns nothing of them; the team sees both records as one person', async () => {
    const world = await turnWorld();
    const first = await talkAgain(world);
    for (const text of ['I want to buy a house in Hyde Park', 'my budget is 450k', "I'm Linda Ortiz, 512-555-0123"])
      await first.say(text);
    const other = await talkAgain(world, stranger);
    await other.say('hi, call me at (512) 555-0123');
    await end(world, other.id, stranger);
    const again = await talkAgain(world, stranger);
    await again.say('hi');
    const heard = [...(await other.botSaid()), ...(await again.botSaid())].join(' ');
    expect(heard).not.toMatch(/Linda|Hyde|450/);
    const person = await leadOf(world, 'l2');
    expect([person.id, person.name, person.conversations.length]).toEqual(['l1', 'Linda Ortiz', 3]);
    expect(person.merged).toMatchObject([{ id: 'l2', into: 'l1', by: 'phone' }]);
  });

  test('the number of somebody who opted out is flagged for the team when another visitor types it', async () => {
    const world = await turnWorld();
    const first = await talkAgain(world);
    await first.say('I want to sell my house, 512-555-0123');
    await first.say('STOP');
    const other = await talkAgain(world, stranger);
    await other.say('call me at 512-555-0123');
    const row = await world.plain.conversations.find('t1', other.id);
    expect(row?.board.flags.map(({ kind }) => kind)).toContain('opted-out');
    expect((await leadOf(world, 'l2')).suppressed).toEqual(['call', 'text', 'email']);
  });
});

describe('somebody with a time that stands from an earlier talk', () => {
  /** A call booked in one talk, and the talk over. */
  async function booked() {
    const world = await turnWorld({ books: true });
    for (const text of ['Can you call me at 512 555 0143? I want to sell my house', 'the last one']) {
      await world.say(text);
      await world.settle();
    }
    const line = (await world.publicLog()).findLast((entry) => entry.type === 'appointment-changed');
    if (line?.type !== 'appointment-changed' || line.data.state !== 'booked') throw new Error('nothing is booked');
    await end(world, world.id);
    const talk = await talkAgain(world);
    const settle = async () => {
      for (let round = 0; round < 40; round += 1) {
        await world.clock.pass(1000);
        if ((await owedTo(world.plain.entries, talk.id)) === null) return;
        await runTurn(world.parts, 't1', talk.id);
      }
    };
    const say = async (text: string) => {
      await talk.say(text);
      await settle();
      return (await talk.botSaid()).at(-1) ?? '';
    };
    const stateOf = async () => (await world.parts.appointments.find('t1', line.data.appointmentId))?.state;
    return { world, talk, say, stateOf, id: line.data.appointmentId };
  }

  test('"cancel my visit" in a new talk cancels it, in both logs, and the row no longer says that it is booked', async () => {
    const { world, talk, say, stateOf } = await booked();
    expect(await say('cancel my visit')).toMatch(/cancel|off/i);
    expect(await stateOf()).toBe('cancelled');
    for (const id of [world.id, talk.id]) {
      const last = await world.plain.entries.newestOf(id, 'appointment-changed');
      expect(last?.type === 'appointment-changed' && last.data.state).toBe('cancelled');
    }
    const before = await world.plain.conversations.find('t1', world.id);
    expect(before && flagsStanding(before.board).map(({ kind }) => kind)).not.toContain('appointment-booked');
  });

  test('"can we move it to friday" in a new talk offers times, and the old one stands until another is booked', async () => {
    const { world, talk, say, stateOf } = await booked();
    await say('can we move it to friday');
    expect(await world.plain.entries.newestOf(talk.id, 'slots-offered')).not.toBeNull();
    expect(await stateOf()).toBe('booked');
    await say('the first one');
    expect(await stateOf()).toBe('cancelled');
    const line = await world.plain.entries.newestOf(talk.id, 'appointment-changed');
    expect(line?.type === 'appointment-changed' && line.data.state).toBe('booked');
    const turns = await world.plain.turns.list(talk.id, 50);
    expect(replayTurns(turns, { step, firstState })).toEqual([]);
  });

  test('another visitor calls off nothing, and a new wish is no word about the old time', async () => {
    const { world, stateOf, say } = await booked();
    const other: VisitorScope = {
      tenantId: 't1',
      principal: { kind: 'visitor', id: 'v3', leadId: 'l3', siteId: 's1', role: 'visitor' },
    };
    await (await talkAgain(world, other)).say('cancel my visit');
    expect(await stateOf()).toBe('booked');
    expect(await say('do you have homes with 3 bedrooms in Hyde Park?')).not.toMatch(/booked|cancel/i);
    expect(await stateOf()).toBe('booked');
  });
});
