import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {} from '../../client/widget/loader.ts';
import { pinnedWidgetTag, type WidgetBuild, widgetTag } from '../../src/contract/rest/widgetTag.ts';
import { browserOfWorker, type TestBrowser } from '../support/browser.ts';
import { refusal } from './fakeHub.ts';
import { startTalkingHub, type TalkingHub } from './talkingHub.ts';

declare global {
  interface Window {
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    heard: string[];
  }
}

let browser: TestBrowser;
let context: BrowserContext;
let hub: TalkingHub;
let page: Page;

beforeAll(async () => {
  browser = await browserOfWorker();
});
beforeEach(async () => {
  hub = await startTalkingHub();
  context = await browser.context({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await hub.stop();
  // A hub that refuses and is gone is complained about.
  browser.takeTroubles();
});

const homeCard = (listingId: string) => ({
  listingId,
  title: `${listingId} Bluebonnet Lane`,
  priceCents: 51_000_000,
  currency: 'USD',
  beds: 3,
  baths: 2,
  areaSqft: 1640,
  attribution: 'Listed by Barton Ridge Realty',
});
const eventually = <T>(look: () => T) => expect.poll(look);

async function openChat(target = page) {
  await target.goto(`${hub.url}/demo`);
  await target.locator('jorge-chat .launcher').click();
  await target.locator('jorge-chat .bot .text').first().waitFor();
}
async function write(text: string, target = page) {
  await target.locator('jorge-chat textarea').fill(text);
  await target.keyboard.press('Enter');
}
const texts = (selector: string, target = page) => target.locator(`jorge-chat ${selector} .text`).allTextContents();
const sentTexts = () =>
  hub.commands.filter(({ name }) => name === 'chat-send').map(({ payload }) => (payload as { text: string }).text);
const inMenu = async (name: string) => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name }).click();
};
const endIt = async () => {
  await inMenu('End chat');
  await page.getByRole('button', { name: 'End it' }).click();
};
const saidByVisitor = () => hub.entries.filter((entry) => entry.actor.kind === 'visitor');
const goOffline = async () => {
  await context.setOffline(true);
  hub.cut();
  await page.locator('jorge-chat .status').waitFor();
};

describe('the widget', () => {
  it('makes no connection and loads no chat before somebody goes for it', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${hub.url}/demo`);
    await page.locator('jorge-chat .launcher').waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.includes('widget'))).toEqual(['/widget.js', '/api/v1/widget/look']);
    expect(hub.tokens).toEqual([]);
  });

  it('loads its second part once the visitor says something, and at once where they have', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const second = () => asked.filter((path) => path.startsWith('/widget-more-')).length;
    await openChat();
    await page.waitForLoadState('networkidle');
    expect(second()).toBe(0);
    await write('Hello');
    await eventually(second).toBe(1);
    await page.reload();
    await page.locator('jorge-chat .launcher').click();
    await eventually(second).toBe(2);
  });

  it('sends, reads and takes a STOP without its second part, asks for it again, and then shows what was missing', async () => {
    await page.clock.install();
    await page.route(/widget-more/, (route) => route.abort());
    await openChat();
    await write('Which homes do you have?');
    hub.append('listing-cards', { items: [homeCard('1')] }, { kind: 'bot', id: 'lead' });
    hub.say('Here is one.');
    await eventually(() => texts('.bot')).toContain('Here is one.');
    await write('STOP');
    await eventually(() => saidByVisitor().length).toBe(2);
    hub.append('conversation-changed', { mode: 'waiting', reason: 'opted-out' }, { kind: 'bot', id: 'lead' });
    await page.getByText('You can still chat here').waitFor();
    expect(sentTexts()).toEqual(['Which homes do you have?', 'STOP']);
    expect(await page.locator('jorge-chat .card').count()).toBe(0);
    await page.unroute(/widget-more/);
    await page.clock.runFor(60_000);
    await page.locator('jorge-chat .card').waitFor();
  });

  it('is a round button with a word at first sight, which is gone for good once it was sent away', async () => {
    await page.goto(`${hub.url}/demo`);
    const launcher = page.locator('jorge-chat .launcher');
    await launcher.waitFor();
    expect(await launcher.boundingBox()).toMatchObject({ width: 56, height: 56 });
    const word = page.locator('jorge-chat .teaser');
    expect(await word.textContent()).toContain('Questions about this home?');
    await word.locator('.later').click();
    await word.waitFor({ state: 'hidden' });
    await page.reload();
    await launcher.waitFor();
    expect(await word.isVisible()).toBe(false);
  });

  it('says that it is an AI and what it is about before the visitor writes', async () => {
    await openChat();
    expect(await page.locator('jorge-chat .disclosure').textContent()).toContain('Jorge is an AI assistant');
    expect(await page.locator('jorge-chat .head').textContent()).toContain(
      'Barton Ridge Realty2417 Ashby Hollow Drive · $689,000',
    );
    expect(await texts('.bot')).toEqual([expect.stringContaining('an AI assistant')]);
  });

  it('shows a reply growing in one place, which stays when it becomes a message', async () => {
    await openChat();
    await write('Is it quiet?');
    await eventually(() => texts('.you')).toEqual(['Is it quiet?']);
    const reply = hub.reply('s1');
    await page.locator('jorge-chat .typing').waitFor();
    reply.add('It stands ');
    await page.locator('jorge-chat .streaming').waitFor();
    expect(await page.locator('jorge-chat .typing').count()).toBe(0);
    const element = await page.locator('jorge-chat .streaming').elementHandle();
    reply.add('at the end of a lane.');
    reply.end();
    await page.locator('jorge-chat .streaming').waitFor({ state: 'detached' });
    expect((await texts('.bot')).slice(1)).toEqual(['It stands at the end of a lane.']);
    expect(await element!.evaluate((node) => node.isConnected && node.textContent)).toContain(
      'It stands at the end of a lane.',
    );
  });

  it('answers with a quick reply, and takes the choices away', async () => {
    await openChat();
    await page.locator('jorge-chat .chips button', { hasText: 'I want to sell' }).click();
    await eventually(() => texts('.you')).toEqual(['I want to sell']);
    await eventually(() => page.locator('jorge-chat .chips button').count()).toBe(0);
    await eventually(() => hub.commands.find(({ name }) => name === 'chat-send')?.payload).toMatchObject({
      text: 'I want to sell',
      choiceId: 'sell',
    });
  });

  it('shows the mark only after Jorge has taken more than a second', async () => {
    await page.clock.install();
    await openChat();
    // From here on the page's time passes as the test says.
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 20_000));
    await write('Hello');
    // Drawn a frame at a time until the page has it from the hub: the second counts from there.
    await eventually(async () => {
      await page.clock.runFor(20);
      return page.locator('jorge-chat .you:not(.unsent)').count();
    }).toBe(1);
    await page.clock.runFor(900);
    expect(await page.locator('jorge-chat .typing').count()).toBe(0);
    await page.clock.runFor(400);
    await page.locator('jorge-chat .typing').waitFor();
  });

  it('keeps what is written offline over a reload and sends it once, in order', async () => {
    await openChat();
    await goOffline();
    await write('One');
    await write('Two');
    await eventually(() => page.locator('jorge-chat .unsent').count()).toBe(2);
    hub.answers.delete('chat-send');
    await context.setOffline(false);
    await page.reload();
    await page.locator('jorge-chat .launcher').click();
    await eventually(() => texts('.unsent')).toEqual(['One', 'Two']);
    // The first was on its way, without an answer, when the page went: it goes out again under its commandId.
    await eventually(() => sentTexts()).toContain('One');
    hub.answers.set('chat-send', (payload) => {
      const { commandId, text } = payload as { commandId: string; text: string };
      if (!hub.entries.some((entry) => entry.cause?.commandId === commandId)) {
        hub.append(
          'message-created',
          { messageId: commandId, text, channel: 'widget', language: 'en' },
          { kind: 'visitor', id: 'v' },
          commandId,
        );
      }
      return { ok: true, data: { conversationId: 'talk-1', messageId: commandId, seq: hub.entries.length } };
    });
    await page.reload();
    await page.locator('jorge-chat .launcher').click();
    await eventually(() => texts('.you')).toEqual(['One', 'Two']);
    await eventually(() => page.locator('jorge-chat .unsent').count()).toBe(0);
    expect(saidByVisitor().map((entry) => entry.type === 'message-created' && entry.data.text)).toEqual(['One', 'Two']);
  });

  it('begins as a new visitor when the hub no longer takes the token of the old one', async () => {
    await openChat();
    await page.route('**/widget/sessions', (route) => {
      const { visitorToken } = route.request().postDataJSON();
      const error = { code: 'AUTH_EXPIRED', message: 'old', retryable: false, trace: 't' };
      return visitorToken ? route.fulfill({ status: 401, json: { error } }) : route.continue();
    });
    await page.reload();
    await page.locator('jorge-chat .launcher').click();
    await page.locator('jorge-chat .bot .text').first().waitFor();
    expect([...hub.visitors]).toHaveLength(2);
  });

  it('says that it is not reached yet when it never was, and sends what was written once it is', async () => {
    await page.goto(`${hub.url}/demo`);
    await page.route('**/widget/sessions', (route) => route.abort());
    await page.locator('jorge-chat .launcher').click();
    await write('First words');
    await eventually(() => page.locator('jorge-chat .status').textContent()).toContain('Can’t connect to the chat yet');
    await page.unroute('**/widget/sessions');
    await eventually(() => sentTexts()).toEqual(['First words']);
  });

  const status = () => page.locator('jorge-chat .status').textContent();
  const refuseSessions = (code: string, http: number, retryable: boolean) =>
    page.route('**/api/v1/widget/sessions', (route) =>
      route.fulfill({
        status: http,
        headers: { 'access-control-allow-origin': '*' },
        json: { error: { code, message: `refused: ${code}`, retryable, trace: 't' } },
      }),
    );

  it('says that too many chats are open from here, whichever of the two limits it meets, keeps what is written and sends it once there is room', async () => {
    await refuseSessions('RATE_LIMITED', 429, true);
    await page.goto(`${hub.url}/demo`);
    await page.locator('jorge-chat .launcher').click();
    await write('Is it quiet?');
    await eventually(status).toBe(
      'Too many chats are open on this network. We’ll connect you soon. Your messages will be sent once you’re connected.',
    );
    hub.refused.set('good', 'CONNECTION_LIMIT');
    await page.unroute('**/api/v1/widget/sessions');
    await eventually(() => hub.tokens.length).toBeGreaterThan(1);
    expect(await status()).toContain('Too many chats');
    await eventually(() => texts('.you')).toEqual(['Is it quiet?']);
    hub.refused.clear();
    await eventually(sentTexts).toEqual(['Is it quiet?']);
    await page.locator('jorge-chat .status').waitFor({ state: 'hidden' });
  });

  it('says that it was a lot at once while the hub slows the visitor down, and sends all of it in order', async () => {
    await openChat();
    const takes = hub.answers.get('chat-send')!;
    hub.answers.set('chat-send', () => refusal('RATE_LIMITED', true));
    for (const text of ['One', 'Two', 'Three']) await write(text);
    await eventually(status).toBe('You’re sending messages quickly. The rest will go out in a moment.');
    expect(await texts('.you')).toEqual(['One', 'Two', 'Three']);
    hub.commands.length = 0;
    hub.answers.set('chat-send', takes);
    await eventually(sentTexts).toEqual(['One', 'Two', 'Three']);
    await page.locator('jorge-chat .status').waitFor({ state: 'hidden' });
  });

  it('tells a blocked visitor kindly that the chat is closed to them, in the middle of a talk and when they come back, and keeps their words', async () => {
    await openChat();
    await page.locator('jorge-chat textarea').fill('Half a sent');
    hub.refused.set('good', 'FORBIDDEN');
    hub.widget.emit('session-ended', { code: 'FORBIDDEN', message: 'In English' });
    const kind = 'This chat isn’t available to you.';
    await eventually(status).toBe(kind);
    expect(await page.locator('jorge-chat textarea').inputValue()).toBe('Half a sent');
    await page.keyboard.press('Enter');
    expect(await page.locator('jorge-chat textarea').inputValue()).toBe('Half a sent');
    expect(await texts('.you')).toEqual([]);

    await refuseSessions('FORBIDDEN', 403, false);
    await page.reload();
    await page.locator('jorge-chat .launcher').click();
    await eventually(status).toBe(kind);
    expect(await page.locator('jorge-chat textarea').inputValue()).toBe('Half a sent');

    // Lifted, the page that stands open goes on by itself.
    await page.unroute('**/api/v1/widget/sessions');
    hub.refused.clear();
    await page.locator('jorge-chat .status').waitFor({ state: 'hidden' });
    expect(sentTexts()).toEqual([]);
    await page.locator('jorge-chat textarea').press('Enter');
    await eventually(sentTexts).toEqual(['Half a sent']);
  });

  it('puts words that waited back in the line when it hears that the visitor is blocked', async () => {
    await refuseSessions('RATE_LIMITED', 429, true);
    await page.goto(`${hub.url}/demo`);
    await page.locator('jorge-chat .launcher').click();
    for (const text of ['First', 'Second']) await write(text);
    await eventually(() => texts('.you')).toEqual(['First', 'Second']);
    await page.locator('jorge-chat textarea').fill('Third');
    // The newer route goes first: taken away before, a request between the two would be let in.
    await refuseSessions('FORBIDDEN', 403, false);
    await eventually(status).toBe('This chat isn’t available to you.');
    await eventually(() => texts('.you')).toEqual([]);
    expect(await page.locator('jorge-chat textarea').inputValue()).toBe('First\nSecond\nThird');
  });

  it('cuts nothing off what is too long: it says how much goes, and sends it once it is shorter', async () => {
    await openChat();
    const field = page.locator('jorge-chat textarea');
    const long = 'word '.repeat(1000).trim();
    await field.fill(long);
    expect(await page.locator('jorge-chat .hint').textContent()).toBe('Messages can have up to 4,000 characters.');
    expect(await page.locator('jorge-chat .send').isDisabled()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe(long);
    await page.reload();
    await page.locator('jorge-chat .launcher').click();
    expect(await field.inputValue()).toBe(long);
    expect(await page.locator('jorge-chat .hint').textContent()).toBe('Messages can have up to 4,000 characters.');
    await page.locator('jorge-chat .bot .text').first().waitFor();
    await write(long.slice(0, 3999));
    await eventually(sentTexts).toEqual([long.slice(0, 3999)]);
  });

  it('comes back by itself and shows what was said meanwhile', async () => {
    await openChat();
    await goOffline();
    hub.say('While you were away: the open house is on Saturday.');
    await context.setOffline(false);
    await eventually(() => texts('.bot')).toHaveLength(2);
    await page.locator('jorge-chat .status').waitFor({ state: 'hidden' });
  });

  it('says that it is open in too many places, keeps what is written, and sends it once there is room', async () => {
    await openChat();
    hub.refused.set('good', 'CONNECTION_LIMIT');
    hub.widget.emit('session-ended', { code: 'CONNECTION_LIMIT' });
    const status = page.locator('jorge-chat .status');
    await status.filter({ hasText: 'Too many chats are open on this network' }).waitFor();
    await write('Is it still for sale?');
    await eventually(() => page.locator('jorge-chat .unsent').count()).toBe(1);
    hub.refused.clear();
    await eventually(sentTexts).toEqual(['Is it still for sale?']);
    await status.waitFor({ state: 'hidden' });
  });

  it('shows the same talk live in two tabs of one browser, as one visitor', async () => {
    await openChat();
    const second = await context.newPage();
    await openChat(second);
    await write('From the first tab');
    await eventually(() => texts('.you', second)).toEqual(['From the first tab']);
    const reply = hub.reply('s2');
    reply.add('Both see this.');
    await eventually(() => texts('.streaming', second)).toEqual(['Both see this.']);
    await eventually(() => texts('.streaming')).toEqual(['Both see this.']);
    reply.end();
    expect([...hub.visitors]).toHaveLength(1);
  });

  it('lets a person take over, ask for one, and end the chat, and begins a new one when told', async () => {
    await openChat();
    await write('Hello');
    await eventually(() => saidByVisitor().length).toBe(1);
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await eventually(() => page.locator('jorge-chat .list .notice').allTextContents()).toEqual([
      'The team has been notified. Your messages here are saved for them.',
    ]);
    const dana = { kind: 'agent', id: 'a', name: 'Dana Whitfield' } as const;
    hub.append('conversation-changed', { mode: 'human', agentName: 'Dana' }, dana);
    hub.say('Dana here.', {}, dana);
    await eventually(() => texts('.message.person')).toEqual(['Dana here.']);
    await eventually(() => page.locator('jorge-chat .answering').textContent()).toBe('Dana is with you');

    await endIt();
    const again = page.getByRole('button', { name: 'Start a new chat' });
    await again.waitFor();
    await page.locator('jorge-chat textarea').waitFor({ state: 'hidden' });
    await again.click();
    await eventually(() => texts('.list .message')).toEqual([expect.stringContaining('Hello, I am Jorge')]);
  });

  it('is ended and begun anew by keys alone: the focus goes on to what takes the place of what was pressed', async () => {
    await openChat();
    await write('Hello');
    const focused = () =>
      page.locator('jorge-chat .sheet :focus').evaluateAll((all) => all.map((one) => one.ariaLabel ?? one.textContent));
    await page.getByRole('button', { name: 'More' }).press('Enter');
    await eventually(focused).toEqual(['Download this chat']);
    await page.keyboard.press('Escape');
    await eventually(focused).toEqual(['More']);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'End chat' }).press('Enter');
    await page.getByRole('button', { name: 'Keep chatting' }).press('Enter');
    await eventually(focused).toEqual(['End chat']);
    await page.keyboard.press('Enter');
    await eventually(focused).toEqual(['End it']);
    await page.keyboard.press('Enter');
    await eventually(focused).toEqual(['Start a new chat']);
    await page.keyboard.press('Enter');
    await eventually(focused).toEqual(['Message']);
  });

  it('closes on Esc, gives the focus back, and says so to assistive technology', async () => {
    await openChat();
    const launcher = page.locator('jorge-chat .launcher');
    const focused = () =>
      page.evaluate(() => {
        const at = document.querySelector('jorge-chat')?.shadowRoot?.activeElement;
        return at?.className || at?.tagName;
      });
    await eventually(() => launcher.getAttribute('aria-expanded')).toBe('true');
    await eventually(focused).toBe('TEXTAREA');
    await page.keyboard.press('Escape');
    await page.locator('jorge-chat .sheet').waitFor({ state: 'hidden' });
    await eventually(() => launcher.getAttribute('aria-expanded')).toBe('false');
    await eventually(focused).toBe('launcher');
  });

  it('reads each new message to screen readers once, and a stream when it ends', async () => {
    await openChat();
    const aloud = () => page.locator('jorge-chat [aria-live=polite] p').allTextContents();
    expect(await aloud()).toEqual([]);
    const reply = hub.reply('s3');
    reply.add('Half a ');
    await page.locator('jorge-chat .streaming').waitFor();
    expect(await aloud()).toEqual([]);
    reply.add('sentence.');
    reply.end();
    await eventually(aloud).toEqual(['Jorge: Half a sentence.']);
    hub.cut();
    hub.say('Another.');
    await eventually(aloud).toEqual(['Jorge: Half a sentence.', 'Jorge: Another.']);
  });

  it('has nothing that the accessibility rules object to, open or closed, in light and dark', async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await openChat();
    await write('Hello');
    hub.say('An answer.', { choices: [{ id: 'a', label: 'Yes' }] });
    await eventually(() => texts('.bot')).toHaveLength(2);
    // The page's policy allows no script of ours; the debugger's own evaluation is not under it.
    await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const open of [true, false]) {
        await page.evaluate((show) => (show ? window.JorgeHub?.open() : window.JorgeHub?.close()), open);
        // Half risen, the sheet would be measured through its own fading in.
        await page
          .locator('jorge-chat .sheet')
          .evaluate((sheet) => Promise.all(sheet.getAnimations().map((one) => one.finished)));
        const found = await page.evaluate(() => window.axe.run());
        expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
          [],
        );
      }
    }
  });

  it('offers homes that are whole in sight and times to choose from, and says honestly when a time cannot be booked yet', async () => {
    await openChat();
    await write('Which homes do you have?');
    hub.append('listing-cards', { items: ['1', '2', '3'].map(homeCard) }, { kind: 'bot', id: 'lead' });
    const homes = page.locator('jorge-chat .homes');
    await homes.waitFor();
    const edges = await homes.evaluate((element) => {
      const right = (one: Element) => one.getBoundingClientRect().right;
      return { within: right(element), cards: [...element.children].map(right) };
    });
    expect(edges.cards).toHaveLength(3);
    expect(Math.max(...edges.cards)).toBeLessThanOrEqual(edges.within);
    expect(await homes.locator('.card').first().textContent()).toContain('$510,000');

    const tomorrow = new Date(Date.now() + 86_400_000);
    const slot = (slotId: string, label: string) => ({
      slotId,
      startsAt: tomorrow.toISOString(),
      endsAt: tomorrow.toISOString(),
      label,
    });
    const dated = 'Saturday, November 28, 9:00 AM (Central Time)';
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    hub.append(
      'slots-offered',
      { offerId: 'o1', slots: [slot('a', '10:30 AM'), slot('b', '2:00 PM'), slot('c', dated)], expiresAt },
      { kind: 'bot', id: 'buyer' },
    );
    const times = page.getByRole('group', { name: 'Choose a time' }).getByRole('button');
    await eventually(() => times.allTextContents()).toEqual(['Tomorrow · 10:30 AM', 'Tomorrow · 2:00 PM', dated]);
    const error = { code: 'NOT_CONFIGURED', message: 'no', retryable: false, trace: 't' } as const;
    hub.answers.set('slot-choose', () => ({ ok: false, error }));
    await times.first().click();
    await page.getByText('You can’t book a time here yet.').waitFor();
    expect(hub.commands.find(({ name }) => name === 'slot-choose')?.payload).toMatchObject({
      offerId: 'o1',
      slotId: 'a',
    });
    hub.answers.set('slot-choose', () => ({ ok: true, data: { seq: 9 } }));
    await times.first().click();
    await page.getByText('Your choice was sent.').waitFor();
    await eventually(() => times.count()).toBe(0);
    expect(await page.locator('jorge-chat .chosen-time').textContent()).toBe('Tomorrow · 10:30 AM');
    hub.append(
      'appointment-changed',
      { appointmentId: 'p', state: 'booked', startsAt: tomorrow.toISOString() },
      { kind: 'system', id: 'hub' },
    );
    await page.getByText('Your showing').waitFor();
    expect(await page.locator('jorge-chat .chosen-time').textContent()).toBe('Tomorrow · 10:30 AM');

    const soon = new Date(Date.now() + 1500).toISOString();
    hub.append(
      'slots-offered',
      { offerId: 'o2', slots: [{ ...slot('d', '9:00 AM'), closesAt: soon }, slot('e', '4:00 PM')], expiresAt },
      { kind: 'bot', id: 'buyer' },
    );
    // It passes under the eyes of somebody who does nothing.
    const later = page.getByRole('group', { name: 'Choose a time' }).last().getByRole('button');
    await eventually(() => later.allTextContents()).toEqual(['Tomorrow · 9:00 AM', 'Tomorrow · 4:00 PM']);
    await eventually(() => later.first().isDisabled()).toBe(true);
    expect(await later.nth(1).isEnabled()).toBe(true);
  });

  it('tells the page what happens, goes on without a proof of identity that the hub refuses, and says so', async () => {
    await page.route('**/widget/sessions', (route) => {
      if (!route.request().postDataJSON().identityToken) return route.continue();
      const error = {
        code: 'NOT_CONFIGURED',
        message: 'no',
        field: 'identityToken',
        retryable: false,
        trace: 't',
      };
      return route.fulfill({ status: 501, json: { error } });
    });
    await page.goto(`${hub.url}/demo`);
    await page.locator('jorge-chat .launcher').waitFor();
    await page.evaluate(() => {
      window.heard = [];
      for (const event of ['open', 'close', 'message', 'unread', 'error'] as const)
        window.JorgeHub?.on(event, (told) => window.heard.push('code' in told ? `${event} ${told.code}` : event));
      for (const none of [5, '', undefined]) window.JorgeHub?.identify(none as never);
      window.JorgeHub?.identify('signed-by-the-page');
      window.JorgeHub?.open();
    });
    await page.locator('jorge-chat .bot .text').first().waitFor();
    await eventually(() => page.evaluate(() => window.heard)).toEqual([
      ...Array(3).fill('error AUTH_INVALID'),
      'open',
      'error NOT_CONFIGURED',
    ]);
    await page.evaluate(() => window.JorgeHub?.close());
    hub.say('One more thing.');
    await eventually(() => page.evaluate(() => window.heard.slice(5))).toEqual(['close', 'message', 'unread']);
    await page.evaluate(() => window.JorgeHub?.identify('another'));
    await eventually(() => page.evaluate(() => window.heard.at(-1))).toBe('error NOT_CONFIGURED');
    await page.evaluate(() => window.JorgeHub?.open());
    await write('Still the same talk');
    await eventually(() => saidByVisitor().length).toBe(1);
    expect([...hub.visitors]).toHaveLength(1);
  });

  it('shows a reply to a closed chat beside the launcher and in the tab’s title, until it is read, and gives the page its title back', async () => {
    await openChat();
    const own = await page.title();
    await write('Hello');
    await eventually(() => saidByVisitor().length).toBe(1);
    await inMenu('Download this chat');
    await page.keyboard.press('Escape');
    await page.locator('jorge-chat .sheet').waitFor({ state: 'hidden' });
    hub.say('The open house is on Saturday.');
    const toast = page.locator('jorge-chat .toast');
    await eventually(() => toast.textContent()).toContain('The open house is on Saturday.');
    await eventually(() => page.title()).toBe(`(1) ${own}`);
    await page.evaluate(() => {
      document.title = 'Another home';
    });
    await toast.getByRole('button', { name: 'Hide' }).click();
    await toast.waitFor({ state: 'detached' });
    hub.say('From ten to noon.');
    await eventually(() => page.title()).toBe('(2) Another home');
    await toast.getByText('From ten to noon.').click();
    await eventually(() => page.title()).toBe('Another home');
    await toast.waitFor({ state: 'detached' });
  });

  it('leaves the title of the page alone where the site wants that', async () => {
    await page.route('**/widget/sessions', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), titleCount: false } });
    });
    await openChat();
    const own = await page.title();
    await write('Hello');
    await eventually(() => saidByVisitor().length).toBe(1);
    await inMenu('Download this chat');
    await page.keyboard.press('Escape');
    hub.say('The open house is on Saturday.');
    await page.locator('jorge-chat .toast').waitFor();
    expect(await page.title()).toBe(own);
  });

  it('lets its greeting appear by itself where a site wants it, once a visit and not over an open chat', async () => {
    hub.look = { opener: { seconds: 20, scrollPercent: null } };
    await page.clock.install();
    await page.goto(`${hub.url}/demo`);
    await page.locator('jorge-chat .launcher').waitFor();
    const teaser = page.locator('jorge-chat .teaser');
    await page.clock.runFor(19_000);
    expect(await teaser.isVisible()).toBe(false);
    await page.clock.runFor(2_000);
    expect(await teaser.textContent()).toContain('Hi, I’m Jorge, the AI assistant here. Questions about this home?');
    await teaser.locator('.later').click();
    await page.reload();
    await page.locator('jorge-chat .launcher').waitFor();
    await page.clock.runFor(21_000);
    expect(await teaser.isVisible()).toBe(false);
  });

  it('lets its greeting appear some way down the page', async () => {
    hub.look = { opener: { seconds: null, scrollPercent: 50 } };
    await page.goto(`${hub.url}/demo`);
    await page.locator('jorge-chat .launcher').waitFor();
    const teaser = page.locator('jorge-chat .teaser');
    expect(await teaser.isVisible()).toBe(false);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await teaser.getByText('Hi, I’m Jorge').waitFor();
  });

  it('goes on in the language that is chosen in its menu, on the next page too', async () => {
    await openChat();
    await write('Hello');
    await eventually(() => saidByVisitor().length).toBe(1);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByLabel('Language').selectOption('es');
    await page.getByRole('button', { name: 'Hablar con una persona' }).waitFor();
    await eventually(() => texts('.you')).toEqual(['Hello']);
    expect(await page.locator('jorge-chat').getAttribute('lang')).toBe('es');
    await page.reload();
    await page.getByRole('button', { name: 'Abrir el chat' }).click();
    await page.getByRole('button', { name: 'Hablar con una persona' }).waitFor();
  });

  it('gives the talk as a text file and a visit as a calendar file, and asks for another time in one press', async () => {
    await openChat();
    await write('Can I see it, please?');
    await eventually(() => saidByVisitor().length).toBe(1);
    const startsAt = new Date(Date.now() + 86_400_000).toISOString();
    hub.append(
      'appointment-changed',
      {
        appointmentId: 'visit-1',
        state: 'booked',
        startsAt,
        kind: 'viewing',
        with: 'Maya Torres',
        zone: 'America/Chicago',
        home: { listingId: 'h', title: 'Ashby Hollow', address: '2417 Ashby Hollow Drive; Austin, TX' },
      },
      { kind: 'bot', id: 'buyer' },
    );
    const card = page.locator('jorge-chat .visit-card');
    await card.getByText('With Maya Torres').waitFor();
    expect(await card.getByRole('link', { name: 'Directions' }).getAttribute('href')).toContain('2417+Ashby+Hollow');
    const saved = async (press: () => Promise<void>) => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    };
    const calendar = await saved(() => card.getByRole('button', { name: 'Add to calendar' }).click());
    expect(calendar.name).toBe('appointment.ics');
    const unfolded = calendar.text.replaceAll('\r\n ', '');
    expect(unfolded).toContain(`DTSTART:${startsAt.replace(/[-:]|\.\d+/g, '')}\r\n`);
    expect(unfolded).toContain('LOCATION:2417 Ashby Hollow Drive\\; Austin\\, TX\r\n');
    expect(Math.max(...calendar.text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const talk = await saved(() => inMenu('Download this chat'));
    expect(talk.text).toMatch(/You: Can I see it, please\?/);
    await card.getByRole('button', { name: 'Change' }).click();
    await eventually(sentTexts).toContain('I’d like to move my showing to another time.');
  });

  it('takes a rating in one tap at the end, and no second one', async () => {
    await openChat();
    await write('Hello');
    await eventually(() => saidByVisitor().length).toBe(1);
    await endIt();
    await page.getByRole('button', { name: '4 out of 5' }).click();
    await page.locator('jorge-chat .rating').getByText('Thank you.').waitFor();
    expect(await page.getByRole('button', { name: '2 out of 5' }).isDisabled()).toBe(true);
    const ends = hub.commands.filter(({ name }) => name === 'chat-end').map(({ payload }) => payload);
    expect(ends).toEqual([{ commandId: expect.any(String) }, { commandId: expect.any(String), rating: 4 }]);
  });

  it('puts an emoji where the cursor is, by keys too', async () => {
    await openChat();
    const field = page.locator('jorge-chat textarea');
    await field.fill('Hi there');
    await field.evaluate((input: HTMLTextAreaElement) => input.setSelectionRange(2, 2));
    await page.getByRole('button', { name: 'Emoji' }).click();
    await page.waitForFunction(
      () => document.querySelector('jorge-chat')?.shadowRoot?.activeElement?.textContent === '😀',
    );
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('Hi😂 there');
  });

  it('asks about a home, and to see it, from its card, and tells the hub which card was pressed', async () => {
    await openChat();
    await write('Which homes do you have?');
    const item = { ...homeCard('12'), url: 'https://homes.example/12' };
    hub.append('listing-cards', { items: [item] }, { kind: 'bot', id: 'lead' });
    const card = page.locator('jorge-chat .card');
    await card.getByRole('button', { name: 'Ask about it' }).click();
    expect(await page.locator('jorge-chat textarea').inputValue()).toBe('About 12 Bluebonnet Lane: ');
    await card.getByRole('button', { name: 'See it' }).click();
    await eventually(sentTexts).toContain('I’d like to see 12 Bluebonnet Lane.');
    expect(await card.getByRole('link').getAttribute('href')).toBe(item.url);
    const taps = () => hub.commands.filter(({ name }) => name === 'card-tap').map(({ payload }) => payload);
    const commandId = expect.any(String);
    await eventually(taps).toEqual([
      { commandId, listingId: '12' },
      { commandId, listingId: '12', likes: true },
    ]);
    await page.route(item.url, (route) => route.fulfill({ body: 'A home' }));
    await card.getByRole('link').click();
    await eventually(taps).toHaveLength(3);
  });

  it('counts what was said while it is closed', async () => {
    await openChat();
    await write('Hello');
    await eventually(() => saidByVisitor().length).toBe(1);
    await page.keyboard.press('Escape');
    hub.say('One more thing.');
    await eventually(() => page.locator('jorge-chat .badge').textContent()).toBe('1');
    await page.locator('jorge-chat .launcher').click();
    await page.locator('jorge-chat .badge').waitFor({ state: 'hidden' });
    await eventually(() => hub.commands.some(({ name }) => name === 'read-mark')).toBe(true);
  });

  it('counts on the next page only what was not read on the one before', async () => {
    await openChat();
    await write('Hello');
    await eventually(() => saidByVisitor().length).toBe(1);
    hub.say('One more thing.');
    await eventually(() => texts('.message.bot')).toContain('One more thing.');
    await eventually(() => hub.commands.some(({ name }) => name === 'read-mark')).toBe(true);
    await page.goto('about:blank');
    // The page that is left may still hear, and show, what is said before its connection ends.
    await eventually(() => hub.widget.sockets.size).toBe(0);
    hub.say('Said while they were away.');
    await page.goto(`${hub.url}/demo`);
    await eventually(() => page.locator('jorge-chat .badge').textContent()).toBe('1');
  });

  it('counts what was said in a new chat too, however long the one before was', async () => {
    await openChat();
    await write('Hello');
    await eventually(() => saidByVisitor().length).toBe(1);
    for (const text of ['One.', 'Two.', 'Three.']) hub.say(text);
    await eventually(() => texts('.message.bot')).toContain('Three.');
    await endIt();
    await page.getByRole('button', { name: 'Start a new chat' }).click();
    await eventually(() => texts('.list .message')).toEqual([expect.stringContaining('Hello, I am Jorge')]);
    await write('Me again');
    await eventually(() => texts('.message.you')).toEqual(['Me again']);
    await page.keyboard.press('Escape');
    hub.say('Welcome back.');
    await eventually(() => page.locator('jorge-chat .badge').textContent()).toBe('1');
  });

  it('shows words as words, whatever they look like, and only web addresses as links', async () => {
    await openChat();
    hub.say('<img src=x onerror="document.title=1"> javascript:alert(1) see https://example.com/a?b=1).');
    await eventually(() => texts('.bot')).toHaveLength(2);
    expect((await texts('.bot'))[1]).toBe(
      '<img src=x onerror="document.title=1"> javascript:alert(1) see https://example.com/a?b=1).',
    );
    const links = page.locator('jorge-chat .text a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      'https://example.com/a?b=1',
    ]);
    expect(await page.locator('jorge-chat .text img').count()).toBe(0);
  });
});

describe('the widget in the visitor’s language', () => {
  const openings = [
    ['es-MX', 'es', 'ltr', 'Hablar con una persona'],
    ['fr-CA', 'fr', 'ltr', 'Parler à une personne'],
    ['de-DE', 'de', 'ltr', 'Mit jemandem sprechen'],
    ['pt-BR', 'pt', 'ltr', 'Falar com uma pessoa'],
    ['it-IT', 'it', 'ltr', 'Parla con una persona'],
    ['zh-CN', 'zh', 'ltr', '与真人交谈'],
    ['vi-VN', 'vi', 'ltr', 'Nói chuyện với người thật'],
    ['ko-KR', 'ko', 'ltr', '상담원과 대화'],
    ['ar-EG', 'ar', 'rtl', 'التحدث إلى شخص'],
    ['nl-NL', 'en', 'ltr', 'Talk to a person'],
  ] as const;
  it('speaks ten of them, Arabic from the right, and English where it has no words', async () => {
    for (const [locale, language, direction, person] of openings) {
      const own = await browser.context({ locale, viewport: { width: 390, height: 800 } });
      const there = await own.newPage();
      await openChat(there);
      const sheet = there.locator('jorge-chat .sheet');
      expect(await sheet.getAttribute('lang')).toBe(language);
      expect(await sheet.evaluate((element) => getComputedStyle(element).direction)).toBe(direction);
      expect(await there.locator('jorge-chat .ask-person').textContent()).toBe(person);
      const overflow = await sheet.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect([locale, overflow]).toEqual([locale, 0]);
      await own.close();
    }
  });
});

describe('ten widgets, opened and closed', () => {
  it('leave no listener and no node behind', async () => {
    await page.goto(`${hub.url}/demo`);
    await page.locator('jorge-chat .launcher').waitFor();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    const count = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      const { metrics } = await devtools.send('Performance.getMetrics');
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
      return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
    };
    const openAndRemove = async () => {
      await page.locator('jorge-chat .launcher').click();
      await page.locator('jorge-chat .bot .text').first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator('jorge-chat .sheet').waitFor({ state: 'hidden' });
      await page.evaluate(() => {
        document.querySelector('jorge-chat')?.remove();
        const tag = document.createElement('script');
        tag.src = '/widget.js';
        tag.dataset.siteKey = 'demo';
        tag.addEventListener('load', () => tag.remove());
        document.head.append(tag);
      });
      await page.locator('jorge-chat .launcher').waitFor();
    };
    /** Timers of the last round may hold it a moment longer: counted until three counts are the same. */
    const settled = async () => {
      const last: string[] = [];
      await expect
        .poll(
          async () => {
            last.push(JSON.stringify(await count()));
            return new Set(last.slice(-3)).size === 1 && last.length > 2;
          },
          { interval: 400 },
        )
        .toBe(true);
      return JSON.parse(last.at(-1) ?? '') as Awaited<ReturnType<typeof count>>;
    };
    // At both ends one chat stands, closed and connected: this browser has chatted before.
    await openAndRemove();
    await openAndRemove();
    const before = await settled();
    for (let round = 0; round < 10; round += 1) await openAndRemove();
    await eventually(() => hub.widget.sockets.size).toBe(1);
    const after = await settled();
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  });
});

/** Rules as pages have them that were never meant for a chat: some would hide it, some would make it unreadable. */
const hostileCss = `
  body * { display: none !important; position: static !important; visibility: hidden !important; opacity: 0.2 !important;
      transform: rotate(3deg) !important; filter: invert(1) !important; pointer-events: none !important; zoom: 2 !important;
      color: red !important; background: yellow !important; font: italic 40px/3 cursive !important; letter-spacing: 9px !important;
      text-align: right !important; text-transform: uppercase !important; white-space: nowrap !important; direction: rtl !important;
      width: 10px !important; height: 10px !important; margin: 50px !important; padding: 50px !important; border: 9px solid lime !important;
      --accent: #ff0000 !important; --ground: #000000 !important; --text: #00ff00 !important }
  html { font-size: 62.5% } button { border-radius: 0 !important } textarea { resize: both !important }
  jorge-chat { right: auto !important; bottom: auto !important; left: 0 !important; top: 0 !important; z-index: -1 !important }`;
/** How the chat's own parts stand and look. */
const looks = (target: Page) =>
  target.locator('jorge-chat').evaluate((chat) => {
    const properties = [
      'color',
      'background-color',
      'font',
      'letter-spacing',
      'text-align',
      'text-transform',
      'direction',
    ];
    return ['.launcher', '.sheet', '.brokerage', '.bot .text', 'textarea', '.send'].map((selector) => {
      const part = chat.shadowRoot?.querySelector(selector) as HTMLElement;
      const style = getComputedStyle(part);
      const { x, y, width, height } = part.getBoundingClientRect();
      return [selector, x, y, width, height, ...properties.map((name) => style.getPropertyValue(name))];
    });
  });

describe('the widget on somebody else’s page', () => {
  let host: Server;
  let hostUrl: string;
  beforeEach(async () => {
    const build: WidgetBuild = await (await fetch(`${hub.url}/widget.json`)).json();
    host = createServer((request, response) => {
      if (request.url === '/hostile.css')
        return void response.writeHead(200, { 'content-type': 'text/css' }).end(hostileCss);
      const wire = hub.url.replace('http', 'ws');
      const csp = `default-src 'self'; script-src ${hub.url}; connect-src ${hub.url} ${wire}`;
      const trusted = request.url === '/pinned' ? "; require-trusted-types-for 'script'; trusted-types jorge-hub" : '';
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': csp + trusted });
      const tag = widgetTag(hub.url, 'site');
      const tags = new Map([
        ['/without', ''],
        ['/hostile', `<link rel="stylesheet" href="/hostile.css">${tag}`],
        ['/pinned', pinnedWidgetTag(hub.url, 'site', build)],
        ['/twice', `<meta name="jorge-listing" content="home-7">${tag}${tag}`],
      ]);
      response.end(`<!doctype html><title>Host</title><p>Host page</p>${tags.get(request.url ?? '') ?? tag}`);
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    hostUrl = `http://localhost:${(host.address() as AddressInfo).port}`;
  });
  afterEach(() => host.close());

  it('works from another origin under a strict policy, and leaves the page as it was', async () => {
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(hostUrl);
    const before = await page.evaluate(() => ({
      styles: document.styleSheets.length,
      width: document.body.getBoundingClientRect().width,
    }));
    await page.locator('jorge-chat .launcher').click();
    await page.locator('jorge-chat .bot .text').first().waitFor();
    await write('Hello from elsewhere');
    await eventually(() => saidByVisitor().length).toBe(1);
    await inMenu('Download this chat');
    expect(await page.locator('jorge-chat .sheet').evaluate((sheet) => getComputedStyle(sheet).width)).toBe('360px');
    const after = await page.evaluate(() => ({
      styles: document.styleSheets.length,
      width: document.body.getBoundingClientRect().width,
    }));
    expect(after).toEqual(before);
    const without = await context.newPage();
    await without.goto(`${hostUrl}/without`);
    const usual = await without.evaluate(() => Object.keys(window));
    const added = (await page.evaluate(() => Object.keys(window))).filter((name) => !usual.includes(name));
    expect(added).toEqual(['JorgeHub']);
    expect(problems).toEqual([]);
  });

  it('S50: works with a pinned file and its checksum on a page that demands Trusted Types', async () => {
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${hostUrl}/pinned`);
    await page.locator('jorge-chat .launcher').click();
    await page.locator('jorge-chat .bot .text').first().waitFor();
    await write('Hello from a strict page');
    await eventually(() => saidByVisitor().length).toBe(1);
    await inMenu('Download this chat');
    expect(problems).toEqual([]);
  });

  it('S50: a pinned widget runs nothing but the chat that it was built with', async () => {
    const asked: string[] = [];
    await page.route(/widget-app/, async (route) => {
      asked.push(new URL(route.request().url()).pathname);
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${await answer.text()};window.changed = true;` });
    });
    await page.goto(`${hostUrl}/pinned`);
    await page.locator('jorge-chat .launcher').click();
    await page.locator('jorge-chat .teaser', { hasText: 'couldn’t' }).waitFor();
    expect(await page.evaluate(() => 'changed' in window)).toBe(false);
    expect(new Set(asked).size).toBe(1);
  });

  it('S50: nor does it run another second part: the talk goes on without it', async () => {
    await page.route(/widget-more/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${await answer.text()};window.changed = true;` });
    });
    await page.goto(`${hostUrl}/pinned`);
    await page.locator('jorge-chat .launcher').click();
    await write('Hello from a strict page');
    await eventually(() => saidByVisitor().length).toBe(1);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByText('That didn’t work. Try again.').waitFor();
    expect(await page.evaluate(() => 'changed' in window)).toBe(false);
    hub.say('It goes on.');
    await eventually(() => texts('.bot')).toContain('It goes on.');
  });

  it('looks the same under the wildest stylesheet of the page', async () => {
    const open = async (path: string) => {
      const target = await context.newPage();
      await target.goto(`${hostUrl}${path}`);
      await target.locator('jorge-chat .launcher').click();
      await target.locator('jorge-chat .bot .text').first().waitFor();
      // The sheet has risen.
      await target
        .locator('jorge-chat .sheet')
        .evaluate((sheet) => Promise.all(sheet.getAnimations().map((one) => one.finished)));
      return target;
    };
    const usual = await looks(await open('/'));
    expect(await looks(await open('/hostile'))).toEqual(usual);
  });

  it('is there once however often the tag is, and reads the home from the page', async () => {
    const asked: string[] = [];
    page.on('request', (request) => request.url().endsWith('/widget/sessions') && asked.push(request.postData() ?? ''));
    await page.goto(`${hostUrl}/twice`);
    await page.locator('jorge-chat .launcher').click();
    await page.locator('jorge-chat .bot .text').first().waitFor();
    expect(await page.locator('jorge-chat').count()).toBe(1);
    expect(asked.map((body) => JSON.parse(body).page.listingId)).toEqual(['home-7']);
  });

  it('leaves no connection behind when the page swaps its content, and works when it is put back', async () => {
    await page.goto(hostUrl);
    await page.locator('jorge-chat .launcher').click();
    await page.locator('jorge-chat .bot .text').first().waitFor();
    const chat = await page.evaluateHandle(() => document.querySelector('jorge-chat')!);
    await chat.evaluate((element) => element.remove());
    await eventually(() => hub.widget.sockets.size).toBe(0);
    await chat.evaluate((element) => document.body.append(element));
    await write('Still here');
    await eventually(() => texts('.you')).toEqual(['Still here']);
    expect(await page.locator('jorge-chat .sheet').count()).toBe(1);
  });

  it('loads the chat under its plain name when a cached loader asks for one that is gone, and says so when there is none', async () => {
    await page.route(/widget-app-/, (route) => route.fulfill({ status: 404 }));
    await page.goto(hostUrl);
    await page.locator('jorge-chat .launcher').click();
    await page.locator('jorge-chat .bot .text').first().waitFor();
    await page.route(/widget-app/, (route) => route.abort());
    await page.reload();
    await page.locator('jorge-chat .launcher').click();
    await page.getByRole('button', { name: 'The chat couldn’t load. Try again.' }).waitFor();
  });
});
