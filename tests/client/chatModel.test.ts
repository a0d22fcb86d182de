import { describe, expect, it } from 'vitest';
import { awaitsBot, type ChatInput, chatModel } from '../../client/widget/chatModel.ts';
import { linkText } from '../../client/widget/linkText.ts';
import { moreRows } from '../../client/widget/more/moreRows.ts';
import { moreWords } from '../../client/widget/more/moreWords.ts';
import { speechFor } from '../../client/widget/speech.ts';
import type { MessageRow } from '../../client/widget/talkRows.ts';
import type { Entry } from '../../src/contract/log/entry.ts';

const speech = speechFor('en-US');
const now = new Date(2026, 2, 4, 12, 0);
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const jorge = { kind: 'bot', id: 'lead', name: 'Jorge' };
const visitor = { kind: 'visitor', id: 'v' };
const dana = { kind: 'agent', id: 'a', name: 'Dana Whitfield' };

function log(...lines: { type?: string; actor: object; at?: string; commandId?: string; data: object }[]): Entry[] {
  return lines.map(({ type = 'message-created', actor, at = minutesAgo(1), commandId, data }, index) => ({
    v: 1,
    id: `e${index + 1}`,
    log: 'public:c',
    seq: index + 1,
    type,
    at,
    conversationId: 'c',
    actor,
    ...(commandId ? { cause: { principalId: 'v', commandId } } : {}),
    data:
      type === 'message-created' ? { messageId: `m${index + 1}`, channel: 'widget', language: 'en', ...data } : data,
  })) as unknown as Entry[];
}
const model = (input: Partial<ChatInput>) =>
  chatModel({
    entries: [],
    streams: [],
    outbox: [],
    typing: null,
    awaitingBot: false,
    more: moreRows({ speech, words: moreWords.en, slotChoices: new Map() }),
    noticeUrl: null,
    now,
    speech,
    ...input,
  });
const messages = (input: Partial<ChatInput>) =>
  model(input).rows.filter((row): row is MessageRow => row.kind === 'message');
const stream = (text: string, more: object = {}) =>
  ({
    streamId: 's',
    conversationId: 'c',
    kind: 'reply',
    audience: 'public',
    attempt: 1,
    basis: 'rules',
    text,
    state: 'open',
    end: null,
    aside: [],
    known: { attempt: 1, length: text.length },
    ...more,
  }) as never;

describe('the chat', () => {
  it('names whoever answers once, marks each of their groups, and tells the time again after a pause', () => {
    const entries = log(
      { actor: jorge, at: minutesAgo(30), data: { text: 'a' } },
      { actor: jorge, at: minutesAgo(29), data: { text: 'b' } },
      { actor: visitor, at: minutesAgo(28), data: { text: 'me' } },
      { actor: jorge, at: minutesAgo(27), data: { text: 'c' } },
      { actor: jorge, at: minutesAgo(5), data: { text: 'd' } },
      { actor: dana, at: minutesAgo(5), data: { text: 'e' } },
    );
    const shown = model({ entries }).rows.map((row) =>
      row.kind === 'message' ? `${row.named ? row.by : '-'} ${row.face ?? '-'} ${row.text}` : row.kind,
    );
    expect(shown).toEqual([
      'day',
      'Jorge AI a',
      '- - b',
      '- - me',
      '- AI c',
      'day',
      'Jorge AI d',
      'Dana Whitfield DW e',
    ]);
    expect(messages({ entries }).map((row) => row.who)).toEqual(['bot', 'bot', 'you', 'bot', 'bot', 'person']);
    expect(messages({ entries }).every((row) => row.time !== '')).toBe(true);
  });

  it('tells two colleagues of one name apart', () => {
    const two = ['d1', 'd2'].map((id) => ({ actor: { ...dana, id }, data: { text: id } }));
    expect(messages({ entries: log(...two) }).map(({ byId, face }) => [byId, face])).toEqual([
      ['d1', 'DW'],
      ['d2', 'DW'],
    ]);
  });

  it('leaves the bare address of the law’s notice, which has a line of its own, out of the bubble', () => {
    const noticeUrl = 'https://bartonridge.example/iabs.pdf';
    const said = (text: string, url: string | null = noticeUrl) =>
      messages({ noticeUrl: url, entries: log({ actor: jorge, data: { text } }) })[0]?.text;
    const notice = `TREC Information About Brokerage Services: ${noticeUrl}`;
    expect(said(`Hi, I’m Jorge. ${notice} Yes, it is for sale.`)).toBe('Hi, I’m Jorge. Yes, it is for sale.');
    expect(said(`${notice} Yes.`)).toBe('Yes.');
    expect(said(notice)).toBe(notice);
    expect(said(`Hi. ${notice}`, null)).toBe(`Hi. ${notice}`);
  });

  it('keeps a message under one key from the outbox to the log, and shows it once', () => {
    const item = { commandId: 'k', payload: { text: 'hi' }, at: now.getTime(), state: 'sent' as const };
    const before = messages({ outbox: [item] });
    const after = messages({ outbox: [item], entries: log({ actor: visitor, commandId: 'k', data: { text: 'hi' } }) });
    expect(before.map((row) => row.key)).toEqual(['c:k']);
    expect(after.map((row) => row.key)).toEqual(['c:k']);
    expect(after[0]?.unsent).toBeNull();
  });

  it('keeps a reply under one key from the stream to the log, and shows it once', () => {
    const ended = stream('Yes.', { state: 'ended', end: { status: 'done' } });
    const entries = log({ actor: jorge, data: { text: 'Yes.', streamId: 's' } });
    expect(messages({ streams: [stream('Ye')] }).map((row) => [row.key, row.streaming])).toEqual([['s:s', true]]);
    expect(messages({ streams: [ended] }).map((row) => [row.key, row.streaming])).toEqual([['s:s', false]]);
    expect(messages({ streams: [ended], entries }).map((row) => row.key)).toEqual(['s:s']);
  });

  it('has the facts behind a reply once it is whole, and not once it was taken back', () => {
    const sources = [{ factId: 'home.beds', words: 'It has 2 bedrooms.', source: 'Barton Ridge Realty' }];
    const said = { actor: jorge, data: { text: 'Two.', streamId: 's', sources } };
    const sourcesIn = (input: Partial<ChatInput>) => messages(input).map((row) => row.sources);
    expect(sourcesIn({ streams: [stream('Two.')] })).toEqual([[]]);
    expect(sourcesIn({ entries: log(said) })).toEqual([sources]);
    // Nothing could draw them yet.
    expect(sourcesIn({ entries: log(said), more: null })).toEqual([[]]);
    const gone = { type: 'message-retracted', actor: dana, data: { messageId: 'm1', reason: 'wrong' } };
    expect(sourcesIn({ entries: log(said, gone) })).toEqual([[]]);
  });

  it('shows no reply that was called off and no stream that is not for visitors', () => {
    expect(messages({ streams: [stream('Half', { end: { status: 'stopped' } })] })).toEqual([]);
    expect(messages({ streams: [stream('Ask about money', { kind: 'coach', audience: 'staff' })] })).toEqual([]);
  });

  it('offers quick replies under the last word only, and not once it was answered or a person is there', () => {
    const choices = [{ id: 'y', label: 'Yes' }];
    const asked = { actor: jorge, data: { text: 'Well?', choices } };
    expect(model({ entries: log(asked) }).choices).toEqual(choices);
    expect(model({ entries: log(asked, { actor: visitor, data: { text: 'no' } }) }).choices).toEqual([]);
    const waiting = { commandId: 'k', payload: { text: 'Yes' }, at: 1, state: 'waiting' as const };
    expect(model({ entries: log(asked), outbox: [waiting] }).choices).toEqual([]);
    const human = { type: 'conversation-changed', actor: dana, data: { mode: 'human', agentName: 'Dana' } };
    expect(model({ entries: log(asked, human) })).toMatchObject({ choices: [], mode: 'human', agentName: 'Dana' });
  });

  it('shows the mark for real work only: a stream without words yet, a person at the keys, a bot that is awaited', () => {
    const marked = (input: Partial<ChatInput>) => model(input).rows.some((row) => row.kind === 'typing');
    expect(marked({ streams: [stream('')] })).toBe(true);
    expect(marked({ streams: [stream('Ye')] })).toBe(false);
    expect(marked({ streams: [stream('Yes.', { state: 'ended', end: { status: 'done' } })], awaitingBot: true })).toBe(
      false,
    );
    expect(marked({ typing: { kind: 'agent', name: 'Dana' } })).toBe(true);
    expect(marked({ typing: { kind: 'visitor' } })).toBe(false);
    expect(marked({ awaitingBot: true })).toBe(true);
    const human = log({ type: 'conversation-changed', actor: dana, data: { mode: 'human' } });
    expect(marked({ awaitingBot: true, entries: human })).toBe(false);
  });

  it('knows when Jorge owes an answer', () => {
    const asked = { actor: visitor, data: { text: 'hello?' } };
    expect(awaitsBot(log(asked))).toBe(true);
    expect(awaitsBot(log(asked, { actor: jorge, data: { text: 'yes' } }))).toBe(false);
    expect(awaitsBot(log({ type: 'conversation-changed', actor: dana, data: { mode: 'human' } }, asked))).toBe(false);
  });

  it('does not show words that were taken back', () => {
    const entries = log(
      { actor: jorge, data: { text: 'wrong price' } },
      { type: 'message-retracted', actor: dana, data: { messageId: 'm1', reason: 'wrong' } },
    );
    expect(messages({ entries })).toMatchObject([{ text: '', retracted: true }]);
  });

  it('promises a person only from when one will be there', () => {
    const notice = (data: object) =>
      model({ entries: log({ type: 'conversation-changed', actor: jorge, data }) }).rows.flatMap((row) =>
        row.kind === 'notice' ? [row.text] : [],
      )[0];
    expect(notice({ mode: 'waiting' })).not.toMatch(/will/);
    const soon = new Date(2026, 2, 4, 14, 32);
    const monday = new Date(2026, 2, 9, 9, 0);
    const zone = (at: Date) =>
      new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' })
        .formatToParts(at)
        .find(({ type }) => type === 'timeZoneName')?.value;
    expect(notice({ mode: 'waiting', expectedAt: soon.toISOString() })).toContain(`back 2:32 PM ${zone(soon)}.`);
    expect(notice({ mode: 'waiting', expectedAt: monday.toISOString() })).toContain(
      `back Monday 9:00 AM ${zone(monday)}.`,
    );
    expect(notice({ mode: 'bot' })).toBeUndefined();
  });

  it('says after STOP that the chat goes on and how to get messages again, and nothing of a person after a goodbye', () => {
    const waits = (reason: string, more: Partial<ChatInput> = {}, ...after: Parameters<typeof log>) =>
      model({
        entries: log({ type: 'conversation-changed', actor: jorge, data: { mode: 'waiting', reason } }, ...after),
        ...more,
      });
    const stopped = waits('opted-out');
    expect(stopped.waits?.for).toBe('visitor');
    expect(stopped.rows).toMatchObject([{ kind: 'notice', text: expect.stringMatching(/still chat here.*START/) }]);
    expect(waits('goodbye')).toMatchObject({ waits: { for: 'visitor' }, rows: [] });
  });

  it('names the time of a comeback while it lies ahead, and a wait told twice in the same words once', () => {
    const expectedAt = new Date(2026, 2, 4, 14, 32).toISOString();
    const line = { type: 'conversation-changed', actor: jorge, data: { mode: 'waiting', expectedAt } };
    const before = model({ entries: log(line, line) });
    expect(before.waits?.backAt?.toISOString()).toBe(expectedAt);
    expect(before.rows).toHaveLength(1);
    expect(model({ entries: log(line), now: new Date(2026, 2, 4, 15, 0) }).waits?.backAt).toBeNull();
  });

  it('says "back tomorrow" without a capital within the sentence, and keeps the one of a weekday', () => {
    const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
    expect(speech.comeback(at(1), now)).toMatch(/^tomorrow /);
    expect(speech.comeback(at(3), now)).toMatch(/^[A-Z][a-z]+day /);
    expect(speechFor('es').comeback(at(1), now)).toMatch(/^mañana /);
  });

  it('separates days', () => {
    const entries = log(
      { actor: jorge, at: minutesAgo(60 * 24), data: { text: 'a' } },
      { actor: jorge, data: { text: 'b' } },
    );
    expect(model({ entries }).rows.flatMap((row) => (row.kind === 'day' ? [row.label] : []))).toEqual([
      expect.stringMatching(/^Yesterday · /),
      expect.stringMatching(/^Today · /),
    ]);
    expect(speech.day(new Date(2026, 1, 1), now)).toMatch(/2026/);
  });
});

describe('links in a message', () => {
  const link = /^https?:/;
  it('leaves text without addresses as it is', () => {
    expect(linkText('No link, javascript:alert(1) and ftp://x are words.').join('')).toMatch(/javascript:alert\(1\)/);
    expect(linkText('plain').every((node) => typeof node === 'string' && !link.test(node))).toBe(true);
  });
});

describe('a time that was chosen', () => {
  const times = {
    type: 'slots-offered',
    actor: jorge,
    data: {
      offerId: 'o',
      expiresAt: minutesAgo(-60),
      slots: [10, 14].map((hour) => ({
        slotId: `o:${hour}`,
        startsAt: `2026-03-07T${hour}:00:00.000Z`,
        endsAt: `2026-03-07T${hour + 1}:00:00.000Z`,
        label: `Saturday, March 7, ${hour}:00`,
      })),
    },
  };
  const became = (state: string) => ({
    type: 'appointment-changed',
    actor: jorge,
    data: { appointmentId: 'a', state, startsAt: '2026-03-07T14:00:00.000Z' },
  });

  const visits = (...entries: Parameters<typeof log>) =>
    model({ entries: log(...entries) }).rows.flatMap((row) => (row.kind === 'visit' ? [row] : []));
  const booked = (more: object) => {
    const { data, ...entry } = became('booked');
    return { ...entry, data: { ...data, ...more } };
  };

  it('stands as a card, which calls a call a call', () => {
    expect(visits(times, booked({ kind: 'call' }))).toMatchObject([{ isCall: true }]);
    expect(visits(times, booked({ kind: 'viewing', with: 'Maya Torres' }))).toMatchObject([
      { isCall: false, with: 'Maya Torres', ahead: true },
    ]);
  });

  it('is told on the clock of the home, whichever clock the visitor has, with the zone once', () => {
    const zone = 'America/Chicago';
    expect(visits(times, booked({ zone }))).toMatchObject([{ when: 'Sat, Mar 7 · 8:00 AM', zone: 'Central Time' }]);
    const offered = model({ entries: log({ ...times, data: { ...times.data, zone } }) }).rows[0];
    expect(offered).toMatchObject({
      zone: 'Central Time',
      slots: [{ label: 'Sat, Mar 7 · 4:00 AM' }, { label: 'Sat, Mar 7 · 8:00 AM' }],
    });
  });

  it('closes the talk: the visit that stands comes last, and nothing is on offer anymore', () => {
    const over = { type: 'conversation-changed', actor: visitor, data: { mode: 'closed' } };
    const { rows } = model({ entries: log(times, became('booked'), times, over) });
    expect(rows.map(({ kind }) => kind)).toEqual(['offer', 'notice', 'offer', 'notice', 'visit']);
    expect(rows.flatMap((row) => (row.kind === 'offer' ? [row.state] : []))).toEqual(['taken', 'gone']);
  });

  it('is a line again once it was canceled', () => {
    const kinds = model({ entries: log(times, became('booked'), became('cancelled')) }).rows.map(({ kind }) => kind);
    expect(kinds).toEqual(['offer', 'notice', 'notice']);
  });

  it('is no line anymore once it was let go before it was booked', () => {
    const kinds = model({ entries: log(times, became('held'), became('cancelled')) }).rows.map(({ kind }) => kind);
    expect(kinds).toEqual(['offer']);
  });

  it('reads as the brokerage reads a clock: 3:00 PM in America, 15:00 elsewhere, in the visitor’s language', () => {
    const at = new Date(2026, 2, 4, 15, 0);
    const readAs = (locale: string, hourCycle: 'h12' | 'h23') => {
      const spoken = speechFor(locale);
      spoken.clock.hourCycle = hourCycle;
      return spoken.time(at).replace(/\s/g, ' ');
    };
    expect(readAs('en-US', 'h12')).toBe('3:00 PM');
    expect(readAs('es', 'h12')).toBe('3:00 p. m.');
    expect(readAs('en-US', 'h23')).toBe('15:00');
    expect(readAs('de-DE', 'h23')).toBe('15:00');
  });

  it('stays marked on its button, after a reload too, and is said once: held, then booked', () => {
    const { rows } = model({ entries: log(times, became('held'), became('booked')) });
    const offer = rows.find((row) => row.kind === 'offer');
    expect(offer).toMatchObject({ state: 'taken', slots: [{ chosen: false }, { chosen: true }] });
    expect(rows.map(({ kind }) => kind)).toEqual(['offer', 'visit']);
  });

  it('is said as held while it is not booked yet, and an offer of which nothing was chosen is gone with the next', () => {
    const held = model({ entries: log(times, became('held')) }).rows;
    expect(held.filter((row) => row.kind === 'notice')).toHaveLength(1);
    const passed = model({ entries: log(times, times, became('booked')) }).rows;
    expect(passed.flatMap((row) => (row.kind === 'offer' ? [row.state] : []))).toEqual(['gone', 'taken']);
  });

  const offerAt = (at: Date, data: object = {}) => {
    const shown = model({ now: at, entries: log({ ...times, data: { ...times.data, ...data } }) });
    const offer = shown.rows.find((row) => row.kind === 'offer');
    if (offer?.kind !== 'offer') throw new Error('nothing is on offer');
    return { state: offer.state, passed: offer.slots.map(({ passed }) => passed), passesAt: shown.passesAt };
  };

  it('can be pressed until the offer runs out, and not a moment longer', () => {
    const expiresAt = new Date(now.getTime() + 60_000);
    const offer = (at: number) => offerAt(new Date(at), { expiresAt: expiresAt.toISOString() }).state;
    expect([offer(expiresAt.getTime() - 1), offer(expiresAt.getTime())]).toEqual(['open', 'gone']);
  });

  it('is greyed one by one as each passes: when it begins, or earlier where the hub says so', () => {
    const expiresAt = '2026-03-07T14:00:00.000Z';
    const [first, second] = times.data.slots;
    const begins = new Date(first!.startsAt);
    expect(offerAt(new Date(begins.getTime() - 1), { expiresAt })).toEqual({
      state: 'open',
      passed: [false, false],
      passesAt: begins,
    });
    expect(offerAt(begins, { expiresAt })).toEqual({
      state: 'open',
      passed: [true, false],
      passesAt: new Date(second!.startsAt),
    });
    const slots = [{ ...first, closesAt: '2026-03-07T09:30:00.000Z' }, second];
    expect(offerAt(new Date('2026-03-07T09:30:00.000Z'), { expiresAt, slots }).passed).toEqual([true, false]);
    expect(offerAt(new Date(second!.startsAt), { expiresAt })).toMatchObject({ state: 'gone', passesAt: null });
  });
});
