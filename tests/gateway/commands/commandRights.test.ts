import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPasswordHasher } from '../../../src/adapters/argon2/passwordHasher.ts';
import { namespaces } from '../../../src/contract/socket/commands.ts';
import { rowNow } from '../../../src/features/conversations/board/bringForward.ts';
import { createApiKey } from '../../../src/features/identity/createApiKey.ts';
import { createTenant } from '../../../src/features/identity/createTenant.ts';
import { createUser } from '../../../src/features/identity/createUser.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { connect, type HubClient, openVisitor, signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { owedTo } from '../../support/owedTo.ts';
import { readTable } from '../../support/readTable.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { codeOf, demoPerson, tokenOf, widgetToken } from '../people.ts';

/**
 * The result of every command about a conversation of A: for B's people and its key, which has the role of an admin,
 * for two other visitors of A, one of whom has a chat of their own open, and, if it is a supervisor's, for A's agent.
 * `own`: it names no conversation and acts for the sender.
 */
const { columns, lines } = readTable(`
command                B agent         B supervisor    B admin         B key           chatting visitor   new visitor        A agent
log-fetch              NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND          NOT_FOUND          -
stream-sync            NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND          NOT_FOUND          -
auth-refresh           FORBIDDEN       FORBIDDEN       FORBIDDEN       FORBIDDEN       FORBIDDEN          FORBIDDEN          -
typing-set             NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND          NOT_FOUND          -
read-mark              NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND          NOT_FOUND          -
chat-open              FORBIDDEN       FORBIDDEN       FORBIDDEN       FORBIDDEN       VALIDATION_FAILED  VALIDATION_FAILED  -
chat-send              FORBIDDEN       FORBIDDEN       FORBIDDEN       FORBIDDEN       VALIDATION_FAILED  VALIDATION_FAILED  -
human-request          FORBIDDEN       FORBIDDEN       FORBIDDEN       FORBIDDEN       VALIDATION_FAILED  VALIDATION_FAILED  -
card-tap               FORBIDDEN       FORBIDDEN       FORBIDDEN       FORBIDDEN       VALIDATION_FAILED  VALIDATION_FAILED  -
slot-choose            FORBIDDEN       FORBIDDEN       FORBIDDEN       FORBIDDEN       VALIDATION_FAILED  VALIDATION_FAILED  -
chat-end               FORBIDDEN       FORBIDDEN       FORBIDDEN       FORBIDDEN       VALIDATION_FAILED  VALIDATION_FAILED  -
board-watch            own             own             own             own             FORBIDDEN          FORBIDDEN          -
conversation-open      NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
conversation-leave     NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
message-send           NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
coach-start            NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
qualify-start          NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
ask-start              NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
translate-start        NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
stream-stop            NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
suggestion-answer      NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
suggestion-seen        NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
cue-answer             NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
takeover-start         NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
takeover-end           NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
bot-pause              NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
bot-resume             NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
slot-correct           NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
appointment-book       NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
appointment-move       NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
note-change            NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
appointment-note       NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
appointment-cancel     NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
task-add               NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
task-change            NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
note-add               NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
conversation-assign    NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
conversation-snooze    NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
conversation-unread    NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
message-schedule       NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
message-unschedule     NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
conversation-prioritise  NOT_FOUND     NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
conversation-tag       NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
conversation-close     NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
handoff-request        NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
call-start             NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
call-caller            NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
call-consent           NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
call-attach            NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
call-segment           NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
call-recap             NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
call-end               NOT_FOUND       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          -
presence-set           own             own             own             FORBIDDEN       FORBIDDEN          FORBIDDEN          -
monitor-start          FORBIDDEN       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          FORBIDDEN
monitor-stop           FORBIDDEN       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          FORBIDDEN
whisper-send           FORBIDDEN       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          FORBIDDEN
alert-answer           FORBIDDEN       NOT_FOUND       NOT_FOUND       NOT_FOUND       FORBIDDEN          FORBIDDEN          FORBIDDEN
`);

const commands: Record<string, { payload: { shape: object } }> = Object.assign({}, ...Object.values(namespaces));
const commandNames = Object.keys(commands).sort();
/** A word that no other visitor's and no other brokerage's socket may ever be sent. */
const canary = 'Quillfeather';

describe('rights on another person’s conversation', () => {
  let hub: OpenHub;
  let visitor: Awaited<ReturnType<typeof openVisitor>>;
  /** Of every command, about A's conversation and what belongs to it. */
  let payloads: Record<string, object>;

  beforeAll(async () => {
    hub = await openHub({
      mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')),
      env: { HUB_LIMIT_VISITOR_BURST: '100000', HUB_LIMIT_CALLS_ADDRESS: '1000000' },
    });
    visitor = await openVisitor(hub.url);
    const supervisor = await demoPerson(hub.url, 'supervisor');
    const { conversationId } = visitor;
    await visitor.command('chat-send', { text: `${canary} too high a price` });
    await supervisor.send('conversation-open', { conversationId });
    await supervisor.command('coach-start', { conversationId });
    const suggestion = (await supervisor.untilEntry('suggestion-created')).data;
    await visitor.command('chat-send', { text: `${canary} delete my data` });
    const { alertId } = (await supervisor.untilEntry('alert-raised')).data;
    // From here on only people write in it, so what its logs hold is what people did.
    await supervisor.command('takeover-start', { conversationId });
    const { streamId, suggestionId } = suggestion;
    const call = { callId: 'call', utteranceId: 'u', seq: 1, speaker: 'lead', isFinal: true, language: 'en' };
    payloads = {
      'log-fetch': { log: `internal:${conversationId}`, fromSeq: 1 },
      'stream-sync': { streamId, attempt: 1, length: 0 },
      'auth-refresh': {},
      'typing-set': { conversationId, on: true },
      'read-mark': { conversationId, seq: 1 },
      'chat-open': { conversationId },
      'chat-send': { conversationId, text: 'x' },
      'human-request': { conversationId },
      'card-tap': { conversationId, listingId: 'x' },
      'slot-choose': { conversationId, offerId: 'x', slotId: 'x' },
      'chat-end': { conversationId },
      'board-watch': {},
      'conversation-open': { conversationId },
      'conversation-leave': { conversationId },
      'message-send': { conversationId, text: 'x' },
      'coach-start': { conversationId },
      'qualify-start': { conversationId },
      'ask-start': { conversationId, question: 'who?' },
      'translate-start': { conversationId, seq: 1 },
      'stream-stop': { streamId },
      'suggestion-answer': { suggestionId, action: 'accepted' },
      'suggestion-seen': { suggestionId: 'x' },
      'cue-answer': { cueId: 'x', action: 'used' },
      'takeover-start': { conversationId },
      'takeover-end': { conversationId },
      'bot-pause': { conversationId },
      'bot-resume': { conversationId },
      'slot-correct': { conversationId, slot: 'intent', value: 'buy' },
      'appointment-book': { conversationId, kind: 'call', startsAt: new Date(Date.now() + 86_400_000).toISOString() },
      'appointment-move': { conversationId, appointmentId: 'x', startsAt: new Date().toISOString() },
      'appointment-note': { conversationId, appointmentId: 'x', note: 'x' },
      'appointment-cancel': { conversationId, appointmentId: 'x' },
      'note-change': { conversationId, seq: 1, pinned: true },
      'task-add': { conversationId, text: 'x', dueAt: new Date(Date.now() + 86_400_000).toISOString() },
      'task-change': { conversationId, taskId: 'x', done: true },
      'note-add': { conversationId, text: 'x' },
      'conversation-assign': { conversationId, to: null },
      'conversation-snooze': { conversationId, until: new Date().toISOString() },
      'conversation-unread': { conversationId },
      'message-schedule': { conversationId, text: 'x', at: new Date(Date.now() + 86_400_000).toISOString() },
      'message-unschedule': { conversationId, scheduledId: 'x' },
      'conversation-prioritise': { conversationId, priority: 'high' },
      'conversation-tag': { conversationId, add: [], remove: [] },
      'conversation-close': { conversationId, disposition: 'x' },
      'handoff-request': { conversationId, to: 'buyer', reason: 'x' },
      'call-start': { conversationId, direction: 'outbound' },
      'call-caller': { callId: 'call', isThem: true },
      'call-consent': { callId: 'call', party: 'lead', state: 'given' },
      'call-attach': { conversationId, callId: 'call', consent: null },
      'call-segment': { ...call, text: 'x', startMs: 0, endMs: 1, confidence: null },
      'call-recap': { callId: 'call' },
      'call-end': { callId: 'call', outcome: 'x' },
      'presence-set': { status: 'busy', capacity: 1 },
      'monitor-start': { conversationId, mode: 'silent', reason: 'x' },
      'monitor-stop': { conversationId },
      'whisper-send': { conversationId, to: 'agent', text: 'x' },
      'alert-answer': { alertId },
    };
    // Nobody of A reads along: a coach would write into its log.
    supervisor.close();
  });
  afterAll(async () => {
    visitor.close();
    await hub.close();
  });

  const demoTenant = async () => (await hub.stores.identity.findUserByEmail('admin@demo.example'))?.tenantId ?? '';
  /** With the row that its logs tell by now: the stored one is written a moment behind them. */
  async function talk() {
    const found = await hub.stores.conversations.find(await demoTenant(), visitor.conversationId);
    if (found === null) throw new Error('there is no conversation');
    return { ...found, board: { ...found.board, ...(await rowNow(hub.stores, found)) } };
  }
  const heads = async () => ({
    public: await hub.stores.entries.head(visitor.conversationId, 'public'),
    internal: await hub.stores.entries.head(visitor.conversationId, 'internal'),
  });

  async function intruder(who: string): Promise<HubClient> {
    if (who === 'A agent') return demoPerson(hub.url, 'agent');
    if (who === 'chatting visitor') return openVisitor(hub.url);
    if (who === 'new visitor') return connect(hub.url, '/widget', String((await widgetToken(hub.url)).token));
    const deps = { store: hub.stores.identity, clock: systemClock, hasher: createPasswordHasher() };
    const { id: tenantId } = await createTenant(deps, { name: 'Other Realty', timeZone: 'UTC' });
    if (who === 'B key') {
      const { key } = await createApiKey(deps, { tenantId, name: 'CRM', role: 'admin' });
      return connect(hub.url, '/supervisor', key);
    }
    const role = who.slice(2) as 'agent' | 'supervisor' | 'admin';
    const email = `${role}@other.example`;
    await createUser(deps, { tenantId, email, name: 'Other', role, password: demoPassword });
    const { accessToken } = await signIn(hub.url, email, demoPassword);
    return connect(hub.url, role === 'agent' ? '/agent' : '/supervisor', accessToken);
  }

  it('every command of the contract has its line in the table', () => {
    expect([...lines.keys()].sort()).toEqual(commandNames);
    expect(Object.keys(payloads).sort()).toEqual(commandNames);
    expect(columns).toHaveLength(7);
  });

  const isColleague = (who: string): boolean => who === 'A agent';
  it.each(columns)('S17 S20: %s: nothing is done to it, and nothing of it is sent to them', async (who) => {
    const client = await intruder(who);
    const isVisitor = who.endsWith('visitor');
    await expect.poll(() => owedTo(hub.stores.entries, visitor.conversationId)).toBe(null);
    const before = [await heads(), await talk()];
    const got: [string, string][] = [];
    const expected: [string, string][] = [];
    for (const [name, cells] of lines) {
      const cell = cells.get(who) ?? '';
      if (cell === '-') continue;
      const payload = {
        ...('commandId' in (commands[name]?.payload.shape ?? {}) ? { commandId: randomUUID() } : {}),
        ...payloads[name],
        // Another's own token: good, and no way to become them.
        ...(name === 'auth-refresh'
          ? { token: isVisitor ? visitor.session.token : await tokenOf(hub.url, 'supervisor') }
          : {}),
      };
      expected.push([name, cell]);
      const ack = await client.emit(name, payload);
      got.push([name, ack.ok ? 'own' : ack.error.code]);
      if (ack.ok) expect(JSON.stringify(ack.data)).not.toContain(visitor.conversationId);
    }
    expect(got).toEqual(expected);
    expect([await heads(), await talk()]).toEqual(before);

    const text = `${canary} and again, ${who}`;
    const { seq } = await visitor.command('chat-send', { text });
    await visitor.untilEntry('message-created', (entry) => entry.seq === seq);
    expect((await talk()).board.lastText).toBe(text);
    // Once this is acked, everything sent to this socket before has arrived.
    await codeOf(client, 'typing-set', { on: true });
    if (!isColleague(who)) {
      const heard = JSON.stringify(client.heard);
      expect(heard).not.toContain(visitor.conversationId);
      expect(heard).not.toContain(canary);
    }
    client.close();
  });

  it('S17: a visitor who asks again and again gets no further', async () => {
    const nosy = await openVisitor(hub.url);
    const { conversationId } = nosy;
    for (let time = 0; time < 10; time += 1) {
      expect(await codeOf(nosy, 'note-add', { commandId: randomUUID(), conversationId, text: 'x' })).toBe('FORBIDDEN');
      expect(await codeOf(nosy, 'conversation-open', { conversationId })).toBe('FORBIDDEN');
      expect(await codeOf(nosy, 'coach-start', { commandId: randomUUID(), conversationId })).toBe('FORBIDDEN');
    }
    expect(await codeOf(nosy, 'log-fetch', { log: `internal:${conversationId}`, fromSeq: 1 })).toBe('NOT_FOUND');
    nosy.close();
  });
});
