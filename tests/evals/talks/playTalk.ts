import { demoTenantId } from '../../../src/app/demoTenant.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { Choice, Slot } from '../../../src/contract/log/parts.ts';
import type { ReplyAct } from '../../../src/contract/vocabulary.ts';
import { openChat } from '../../../src/features/conversations/openChat.ts';
import type { Turn } from '../../../src/features/turns/model.ts';
import { fromVisitor, receiveMessage } from '../../../src/features/turns/receiveMessage.ts';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { owedTo } from '../../support/owedTo.ts';
import { actsSaid } from './actsSaid.ts';
import type { ScriptedLine, Talk } from './model.ts';
import { type Demo, openDemo, visitor } from './openDemo.ts';
import { type OracleDoor, openLive, openOracle, type ReadMessage } from './oracle.ts';

/** The reply to one line of the visitor's. */
export interface Reply {
  /** The line as it was said; `scripted` is null for one that only gave what was asked for. */
  line: string;
  scripted: ScriptedLine | null;
  acts: ReplyAct[];
  /** All that the visitor reads of it, in order: messages, cards, times on offer. Empty where nothing was said. */
  words: string;
  choices: Choice[];
  /** The known values after it. */
  slots: Readonly<Record<string, Slot>>;
}
export interface PlayedTalk {
  talk: Talk;
  replies: Reply[];
}

/** The reader of the lines: the product's own reader alone, or beside it one that is asked as Claude is, or Claude. */
export type Reader = 'offline' | 'live' | ReadMessage;

const thinkMs = 20_000;
const passMs = 100;
const mostRounds = 2_000;

/** Plays one talk: each line is answered before the next is said. */
export async function playTalk(talk: Talk, reader: Reader): Promise<PlayedTalk> {
  const oracle = reader === 'offline' ? null : reader === 'live' ? openLive() : await openOracle(reader);
  try {
    return await playWith(talk, oracle);
  } finally {
    await oracle?.close();
  }
}

async function playWith(talk: Talk, oracle: OracleDoor | null): Promise<PlayedTalk> {
  const demo = await openDemo(oracle?.model);
  const listingId = talk.page === 'ashby' ? 'demo-zilker-bungalow' : null;
  const title = listingId === null ? null : await demo.listingTitleOf(listingId);
  if (listingId !== null && title === null) throw new Error('the home of the page is not in the demo');
  const { id } = await openChat(demo.parts, visitor, {
    url: 'https://homes.example/',
    language: 'en',
    ...(listingId === null || title === null ? {} : { listingId, listingTitle: title }),
  });
  const replies: Reply[] = [];
  for (const line of talk.lines) {
    const text = 'answer' in line ? givenAnswer(talk, replies.at(-1)) : line.text;
    if (text === null) continue;
    await demo.clock.pass(thinkMs);
    oracle?.hears(text);
    replies.push({
      line: text,
      scripted: 'answer' in line ? null : line,
      ...(await sayLine(demo, id, text, oracle?.isFar ?? false)),
    });
  }
  const turns = await demo.stores.turns.list(id, 1000);
  const isTaken = turns.some(({ event }) =>
    event.happened.some((one) => one.kind === 'understood' && one.by === 'model'),
  );
  if (oracle !== null && !isTaken)
    throw new Error('the product takes no reading: what is printed would not be the oracle’s');
  return { talk, replies };
}

/** The visitor's answer to the last question; null if it asked for nothing that they have. */
function givenAnswer({ answers }: Talk, last: Reply | undefined): string | null {
  for (const act of last?.acts ?? []) {
    const asked = /^ask-(.+)$/.exec(act)?.[1];
    if (asked === undefined) continue;
    const names = asked === 'contact' ? ['contact', 'phone', 'email'] : [asked];
    const name = names.find((one) => answers[one] !== undefined);
    if (name !== undefined) return answers[name] as string;
  }
  return null;
}

async function sayLine(
  demo: Demo,
  id: string,
  text: string,
  isFar: boolean,
): Promise<Omit<Reply, 'line' | 'scripted'>> {
  const { parts, stores } = demo;
  const before = await parts.turns.newest(id);
  const { seq } = await receiveMessage(
    parts,
    fromVisitor(visitor, { commandId: crypto.randomUUID(), bodyHash: '' }, { text }),
  );
  await settle(demo, id, isFar);
  const all = await stores.turns.list(id, 1000);
  const turns = all.filter(({ turnNo }) => turnNo > (before?.turnNo ?? 0));
  const shown = await stores.entries.read(id, 'public', seq + 1, Number.MAX_SAFE_INTEGER, 100);
  const words = shown
    .map(wordsOf)
    .filter((one) => one !== '')
    .join('\n');
  return {
    acts: actsSaid(turns, words),
    words,
    choices: shown.flatMap((entry) => (entry.type === 'message-created' ? (entry.data.choices ?? []) : [])),
    slots: (turns.at(-1) ?? (before as Turn)).stateAfter.slots,
  };
}

/** Lets time pass until every turn that the line brings about is taken and carried out. */
async function settle({ clock, parts, stores }: Demo, id: string, isFar: boolean): Promise<void> {
  for (let round = 0; ; round += 1) {
    const owedAt = await owedTo(stores.entries, id);
    if (owedAt === null) return;
    if (round > mostRounds) throw new Error('a line was never answered');
    await clock.pass(Math.max(0, owedAt - clock.now()));
    let isDone = false;
    const turn = runTurn(parts, demoTenantId, id).finally(() => {
      isDone = true;
    });
    // A failure is thrown below; here it would be one that nobody handles.
    turn.catch(() => {});
    while (!isDone) {
      await clock.pass(passMs);
      // A model answers over a socket.
      await new Promise((resolve) => (isFar ? setTimeout(resolve, passMs) : setImmediate(resolve)));
    }
    await turn;
  }
}

/** The words of Jorge that an entry of the public log puts on the visitor's screen. */
function wordsOf(entry: Entry): string {
  switch (entry.type) {
    case 'message-created':
      return entry.actor.kind === 'bot' ? entry.data.text : '';
    case 'listing-cards':
      return entry.data.items
        .map(
          ({ title, address, priceCents, beds, baths }) =>
            `[card: ${[title, address, `$${(priceCents / 100).toLocaleString('en-US')}`, `${beds} bd`, `${baths} ba`].join(', ')}]`,
        )
        .join(' ');
    case 'slots-offered':
      return entry.data.slots.map(({ label }) => `[time: ${label}]`).join(' ');
    default:
      return '';
  }
}
