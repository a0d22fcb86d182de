import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { HubClient } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson } from '../people.ts';

/* Costs about 6 s: two hubs, one of them on the database. */

describe.each(['memory', 'MongoDB'])('cues on a call, on %s', (store) => {
  let hub: OpenHub;
  let agent: HubClient;
  beforeAll(async () => {
    hub = await openHub(store === 'memory' ? {} : { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')) });
    agent = await demoPerson(hub.url, 'agent');
  });
  afterAll(async () => {
    agent?.close();
    await hub?.close();
  });

  let spoken = 0;
  async function onCall() {
    const started = await agent.command('call-start', { direction: 'outbound', number: `+1512555${1000 + spoken}` });
    const { callId, conversationId } = started as { callId: string; conversationId: string };
    await agent.command('call-consent', { callId, party: 'agent', state: 'given' });
    await agent.send('conversation-open', { conversationId });
    const say = (speaker: 'lead' | 'agent', text: string) => {
      spoken += 1;
      return agent.send('call-segment', {
        ...{ callId, utteranceId: `u${spoken}`, seq: spoken, speaker, text, startMs: spoken * 1000 },
        ...{ endMs: spoken * 1000 + 900, confidence: null, isFinal: true, language: 'en' },
      });
    };
    const ofThis = <T extends { conversationId: string }>(entry: T) => entry.conversationId === conversationId;
    return { callId, conversationId, say, ofThis };
  }
  const tooMuch = 'Honestly that is too expensive for us.';

  it('the agent is given a hint by the lead’s own words, and their answer is kept', async () => {
    const { say, ofThis } = await onCall();
    await say('lead', tooMuch);
    const { data } = await agent.untilEntry('cue-created', ofThis);
    expect(data).toMatchObject({ kind: 'price', evidence: [{ log: expect.stringContaining('internal') }] });
    const [words] = data.evidence;
    expect(tooMuch.slice(words?.start, words?.end)).toContain('too expensive');
    await agent.command('cue-answer', { cueId: data.cueId, action: 'used' });
    const answered = await agent.untilEntry('cue-answered', ofThis);
    expect(answered.data).toEqual({ cueId: data.cueId, action: 'used' });
    const unknown = { commandId: randomUUID(), cueId: 'nothing', action: 'used' };
    expect(await agent.emit('cue-answer', unknown)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await agent.emit('cue-answer', { ...unknown, action: 'loved' })).toMatchObject({
      error: { code: 'VALIDATION_FAILED' },
    });
  });

  it('a cue still shown is not shown again, two dismissals silence a rule for the talk, and the team can read why', async () => {
    const { say, ofThis } = await onCall();
    const created = () => agent.entries('cue-created').filter(ofThis);
    const withheld = async (count: number) => {
      await agent.untilEntry(
        'help-withheld',
        (one) => ofThis(one) && agent.entries('help-withheld').filter(ofThis).length >= count,
      );
      return agent.entries('help-withheld').filter(ofThis).at(-1)?.data.reason;
    };
    await say('lead', tooMuch);
    const first = await agent.untilEntry('cue-created', ofThis);
    await say('lead', tooMuch);
    expect(await withheld(1)).toBe('still-shown');
    await agent.command('cue-answer', { cueId: first.data.cueId, action: 'dismissed' });
    await say('lead', tooMuch);
    // The gap between two looks is longer than this test.
    expect(await withheld(2)).toBe('too-soon');
    expect(created()).toHaveLength(1);
  });

  it('that a card was painted is kept once, with the stage and the versions that made it', async () => {
    const { say, ofThis, conversationId } = await onCall();
    await say('lead', tooMuch);
    await agent.command('coach-start', { conversationId });
    const { data } = await agent.untilEntry('suggestion-created', ofThis);
    expect(data).toMatchObject({ stage: 'objection', versions: { model: 'none', prompt: expect.any(Number) } });
    const { suggestionId } = data;
    for (let times = 0; times < 2; times += 1) await agent.send('suggestion-seen', { suggestionId });
    const kept = await hub.stores.entries.listOf(conversationId, 'suggestion-seen', 9);
    expect(kept.map((entry) => entry.data)).toEqual([{ suggestionId }]);
    await say('agent', `${data.reply}`);
    const spokenOf = await agent.untilEntry('suggestion-spoken', ofThis);
    // The coach may have looked at the lead's line by itself as well, and put the same sentence on a second card.
    const cards = agent.entries('suggestion-created').filter(ofThis);
    expect(cards.map((one) => one.data.suggestionId)).toContain(spokenOf.data.suggestionId);
    expect(spokenOf.data.share).toBe(1);
    expect(await agent.emit('suggestion-seen', { suggestionId: 'nothing' })).toMatchObject({ ok: false });
  });
});
