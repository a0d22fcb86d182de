import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPassword } from '../support/openHub.ts';

/** A visitor with the chat open on a page that carries the widget. */
export interface VisitorPage {
  page: Page;
  chat: Locator;
  input: Locator;
  /** Everything that the hub has sent to this page over its socket. */
  frames: string[];
  /** Of the talk that this page has opened, as the staff's pages know it. */
  conversationId(): Promise<string>;
  write(text: string): Promise<void>;
  /** Writes, or presses a quick reply, and waits for the whole answer. */
  ask(text: string): Promise<string>;
  choose(label: string): Promise<string>;
  /** The newest message of Jorge or of a person that has these words. */
  hears(words: string | RegExp, who?: 'bot' | 'person'): Promise<void>;
  texts(who: 'you' | 'bot' | 'person'): Promise<string[]>;
  /** Ends the talk, by the menu. */
  end(): Promise<void>;
}

export async function openVisitorPage(
  context: BrowserContext,
  address: string,
  { open = true }: { open?: boolean } = {},
): Promise<VisitorPage> {
  const page = await context.newPage();
  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await page.goto(address);
  const chat = page.locator('jorge-chat');
  const input = chat.locator('textarea');
  if (open) {
    await chat.locator('.launcher').click();
    await input.waitFor();
  }
  const last = chat.locator('.list > :last-child');
  async function write(text: string): Promise<void> {
    await input.fill(text);
    await input.press('Enter');
  }
  async function answer(text: string): Promise<string> {
    const mine = chat.locator('.you .text').filter({ hasText: text }).last();
    await mine.waitFor();
    await last.and(chat.locator('.bot:not(.streaming), .person')).waitFor();
    return (await last.locator('.text').textContent()) ?? '';
  }
  return {
    page,
    chat,
    input,
    frames,
    async conversationId() {
      const named = /"conversationId":"([^"]+)"/;
      await expect.poll(() => frames.some((frame) => named.test(frame))).toBe(true);
      return named.exec(frames.findLast((frame) => named.test(frame)) ?? '')?.[1] ?? '';
    },
    write,
    async ask(text) {
      await write(text);
      return answer(text);
    },
    async choose(label) {
      await chat.locator('.chips button').getByText(label, { exact: true }).click();
      return answer(label);
    },
    hears: (words, who = 'bot') => chat.locator(`.${who} .text`).filter({ hasText: words }).last().waitFor(),
    async end() {
      await chat.getByRole('button', { name: 'More' }).click();
      await chat.getByRole('button', { name: 'End chat' }).click();
      await chat.getByRole('button', { name: 'End it' }).click();
    },
    texts: (who) => chat.locator(`.${who} .text`).allTextContents(),
  };
}

export async function signInTo(page: Page, address: string, email: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: /Inbox|Wall/ }).waitFor();
}

export async function openDesk(context: BrowserContext, url: string, email = 'agent@demo.example'): Promise<Page> {
  const page = await context.newPage();
  await signInTo(page, `${url}/desk`, email);
  return page;
}

/** The row of that visitor's talk at a desk, wherever it stands. */
export async function rowOf(desk: Page, visitor: VisitorPage): Promise<Locator> {
  return desk.locator(`a.inbox-row[data-id="${await visitor.conversationId()}"]`);
}

export async function openWall(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await signInTo(page, `${url}/wall`, 'supervisor@demo.example');
  return page;
}
