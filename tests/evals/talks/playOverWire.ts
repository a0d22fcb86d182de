import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { demoStaff } from '../../../src/app/demoTenant.ts';
import { type TurnAnswer, turnsAnswer } from '../../../src/contract/rest/turns.ts';
import { signIn } from '../../support/hubClient.ts';
import { startHubProcess } from '../../support/hubProcess.ts';
import { demoPassword } from '../../support/openHub.ts';
import { type PlayedChat, playVisitor } from '../playVisitor.ts';

/** A talk as somebody wrote it who graded nothing: the lines are said whatever is replied. */
const wireTalk = z.looseObject({
  id: z.string(),
  listingId: z.string().nullable(),
  lines: z.array(z.looseObject({ text: z.string() })),
});
type WireTalk = z.infer<typeof wireTalk>;

/** Told as done: each must stand on something that the turn did. */
const deedClaims =
  /\b(?:I(?:['’]ve| have) (?:told|passed|let|sent|asked|noted|booked|moved|canceled|scheduled)|(?:has|have) been (?:told|passed|booked|moved|canceled|sent)|the team (?:knows|has (?:your|it|that)))\b|\b(?:ya )?(?:le|les) (?:avis[eé]|dije|pas[eé])\b/i;
const deeds =
  /^(?:tell-team|offer-person|book|move|cancel|consent|opt-out|offer-times|outside-area|not-on-file|ask-contact)$/;

/**
 * Plays talks through the widget's wire against a hub whose model is at `ANTHROPIC_BASE_URL`, and writes what was read, line by line, for
 * somebody to grade. Says how many replies Claude wrote, and which say that something was done that no turn did.
 */
export async function playOverWire(given: { files: readonly string[]; out: string; atOnce: number }): Promise<boolean> {
  const { ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, HUB_MODEL_PATIENCE = '60' } = process.env;
  const talks = given.files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => wireTalk.parse(JSON.parse(line))),
  );
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-eval-'));
  const hub = await startHubProcess({
    HUB_DATA_DIR: dataDir,
    HUB_LIMIT_WIDGET_SESSIONS: '100000',
    HUB_LIMIT_WIDGET_SOCKETS: '10000',
    ...(ANTHROPIC_API_KEY === undefined ? {} : { ANTHROPIC_API_KEY, HUB_MODEL_PATIENCE }),
    ...(ANTHROPIC_BASE_URL === undefined ? {} : { ANTHROPIC_BASE_URL }),
  });
  try {
    const supervisor = demoStaff.find(({ role }) => role === 'supervisor')?.email ?? '';
    const played: PlayedTalk[] = [];
    const waiting = [...talks];
    await Promise.all(
      Array.from({ length: given.atOnce }, async () => {
        for (let talk = waiting.shift(); talk !== undefined; talk = waiting.shift()) {
          const one = await playTalkOverWire(hub.url, talk);
          // A token lasts an hour; answers by hand may take longer.
          const { accessToken } = await signIn(hub.url, supervisor, demoPassword);
          played.push({ ...one, turns: await turnsOf(hub.url, accessToken, one.conversationId) });
          await writeFile(given.out, played.map((each) => JSON.stringify(told(each))).join('\n'));
          console.error(`${played.length} of ${talks.length} talks played`);
        }
      }),
    );
    return report(played);
  } finally {
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface PlayedTalk {
  talk: WireTalk;
  conversationId: string;
  chat: PlayedChat;
  turns: TurnAnswer[];
}

async function playTalkOverWire(url: string, talk: WireTalk): Promise<Omit<PlayedTalk, 'turns'>> {
  const texts = talk.lines.map(({ text }) => text);
  const chat = await playVisitor(
    url,
    { id: talk.id, texts },
    { listingId: talk.listingId, answerWithinMs: 900_000, waitingMs: 90_000 },
  );
  for (const error of chat.errors) console.error(`${talk.id}: ${error}`);
  return { talk, conversationId: chat.conversationId, chat };
}

async function turnsOf(url: string, token: string, conversationId: string): Promise<TurnAnswer[]> {
  const answer = await fetch(`${url}/api/v1/conversations/${conversationId}/turns?limit=50`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return turnsAnswer.parse(await answer.json()).items;
}

/** The words and readings of a talk, in order, with the acts of each turn. */
const told = ({ talk, chat, turns }: PlayedTalk): object => ({
  id: talk.id,
  listingId: talk.listingId,
  lines: talk.lines,
  read: chat.entries
    .toSorted((a, b) => a.seq - b.seq)
    .filter(({ type }) => ['message-created', 'listing-cards', 'slots-offered', 'appointment-changed'].includes(type))
    .map(({ seq, type, actor, data }) => ({ seq, type, by: actor.kind, ...dataRead(data) })),
  turns: turns.map((turn) => ({
    turnNo: turn.turnNo,
    heard: turn.heard.map(({ text }) => text),
    acts: turn.acts.map(({ act }) => act),
    byClaude: isByClaude(turn, turns),
    effects: turn.effects,
  })),
});

function dataRead(data: Record<string, unknown>): object {
  const { text, choices, items, slots, state, startsAt } = data;
  const cards = Array.isArray(items) ? items.map(({ title }: { title: string }) => title) : undefined;
  return { text, choices, cards, slots, state, startsAt };
}

/** Without a model, what is composed is put together from a home's file. */
const isByClaude = ({ acts }: TurnAnswer, turns: readonly TurnAnswer[]): boolean =>
  acts.length > 0 && acts.every(({ text }) => text === 'composed') && turns.some(isReadByModel);
const isReadByModel = ({ heard }: TurnAnswer): boolean =>
  heard.some(({ readings }) => readings.some(({ by }) => by === 'model'));

function report(played: readonly PlayedTalk[]): boolean {
  const replies = played.flatMap(({ turns }) => turns.filter(({ acts }) => acts.length > 0));
  const byClaude = played.flatMap(({ turns }) => turns.filter((turn) => isByClaude(turn, turns))).length;
  const untrue = played.flatMap(({ talk, chat, turns }) =>
    chat.entries.flatMap(({ type, actor, data }) =>
      type === 'message-created' &&
      actor.kind === 'bot' &&
      deedClaims.test(data.text ?? '') &&
      !turns.some(({ acts }) => acts.some(({ act, text }) => deeds.test(act) || text === 'questionPassedOn'))
        ? [`${talk.id}: ${data.text}`]
        : [],
    ),
  );
  for (const one of untrue) console.log(`told as done, and no turn did it: ${one}`);
  const held = untrue.length === 0 && played.every(({ chat }) => chat.errors.length === 0);
  console.log(
    JSON.stringify({
      eval: 'talks',
      reader: 'wire',
      talks: played.length,
      replies: replies.length,
      byClaude,
      untrue: untrue.length,
      held,
    }),
  );
  return held;
}
