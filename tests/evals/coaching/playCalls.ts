import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { demoStaff } from '../../../src/app/demoTenant.ts';
import type { EntryData } from '../../../src/contract/log/entry.ts';
import { connect, type HubClient, openVisitor, signIn } from '../../support/hubClient.ts';
import { startHubProcess } from '../../support/hubProcess.ts';
import { demoPassword } from '../../support/openHub.ts';

/** A dialogue by a writer who graded nothing. `want`: the coach's right act at a line of the lead. */
const dialogue = z.looseObject({
  id: z.string(),
  listingId: z.string().nullable(),
  lines: z.array(z.looseObject({ who: z.enum(['lead', 'agent']), text: z.string(), want: z.string().optional() })),
});
type Dialogue = z.infer<typeof dialogue>;
type Line = Dialogue['lines'][number];

type Card = Pick<
  EntryData<'suggestion-created'>,
  'say' | 'reply' | 'correct' | 'urgency' | 'strategy' | 'objection' | 'basis'
>;
interface Played {
  id: string;
  listingId: string | null;
  lines: (Line & { card?: Card | null })[];
}

/** Longer than the coach waits for the lead to go on. */
const beginsWithinMs = 4_000;
const writtenWithinMs = 900_000;

/**
 * Plays dialogues as phone calls against a hub whose model is at `ANTHROPIC_BASE_URL` (without a key: against the rules), and writes the
 * card that the agent got at each line of the lead, for somebody to grade. Prints how many cards, how long, and how often there was none.
 */
export async function playCalls(given: { files: readonly string[]; out: string; atOnce: number }): Promise<boolean> {
  const { ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, HUB_MODEL_PATIENCE = '60' } = process.env;
  const dialogues = given.files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => dialogue.parse(JSON.parse(line))),
  );
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-eval-'));
  const hub = await startHubProcess({
    ...{ HUB_DATA_DIR: dataDir, HUB_LIMIT_WIDGET_SESSIONS: '100000', HUB_MODEL_OFF: 'qualify,understand,speak,vet' },
    ...(ANTHROPIC_API_KEY === undefined ? {} : { ANTHROPIC_API_KEY, HUB_MODEL_PATIENCE }),
    ...(ANTHROPIC_BASE_URL === undefined ? {} : { ANTHROPIC_BASE_URL }),
  });
  try {
    const email = demoStaff.find(({ role }) => role === 'supervisor')?.email ?? '';
    const played: Played[] = [];
    const waiting = [...dialogues];
    await Promise.all(
      Array.from({ length: given.atOnce }, async () => {
        for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
          // A token lasts an hour; answers by hand may take long.
          const { accessToken } = await signIn(hub.url, email, demoPassword);
          const staff = await connect(hub.url, '/supervisor', accessToken);
          played.push(await playCall(hub.url, staff, one));
          staff.close();
          await writeFile(given.out, played.map((each) => JSON.stringify(each)).join('\n'));
          console.error(`${played.length} of ${dialogues.length} calls played`);
        }
      }),
    );
    console.log(JSON.stringify({ eval: 'coaching', ...figuresOf(played) }));
    return true;
  } finally {
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function playCall(url: string, staff: HubClient, { id, listingId, lines }: Dialogue): Promise<Played> {
  const { callId, conversationId } = await startCall(url, staff, listingId);
  await staff.command('call-consent', { callId, party: 'lead', state: 'given' });
  const heard: Played['lines'] = [];
  for (const [at, line] of lines.entries()) {
    const before = new Set(staff.all('stream-start').map(({ streamId }) => streamId));
    await staff.send('call-segment', {
      ...{ callId, utteranceId: randomUUID(), seq: at + 1, speaker: line.who, text: line.text },
      ...{ startMs: at * 5_000, endMs: at * 5_000 + 4_000, confidence: null, isFinal: true, language: 'en' },
    });
    heard.push(line.who === 'agent' ? line : { ...line, card: await cardAfter(staff, conversationId, before) });
  }
  await staff.command('call-end', { callId, outcome: 'talked' });
  return { id, listingId, lines: heard };
}

/** A call of its own; about a home, one from the chat on the page of that home. */
async function startCall(
  url: string,
  staff: HubClient,
  listingId: string | null,
): Promise<{ callId: string; conversationId: string }> {
  if (listingId === null) {
    const { callId, conversationId } = await staff.command('call-start', { direction: 'outbound' });
    await staff.send('conversation-open', { conversationId });
    return { callId: String(callId), conversationId: String(conversationId) };
  }
  const visitor = await openVisitor(url, { page: { url: `${url}/demo`, listingId } });
  // It says nothing that the dialogue doesn't.
  await visitor.command('chat-send', { text: 'Hi!' });
  const { conversationId } = visitor;
  visitor.close();
  await staff.command('takeover-start', { conversationId });
  await staff.send('conversation-open', { conversationId });
  // The coach does one thing at a time, and has answered the chat before somebody has called.
  await cardAfter(staff, conversationId, new Set());
  const { callId } = await staff.command('call-start', { conversationId, direction: 'outbound' });
  return { callId: String(callId), conversationId };
}

/** Null where the coach had nothing to say, or did not begin. */
async function cardAfter(staff: HubClient, conversationId: string, before: ReadonlySet<string>): Promise<Card | null> {
  const begun = await staff
    .until(
      'stream-start',
      (one) => one.kind === 'coach' && one.conversationId === conversationId && !before.has(one.streamId),
      beginsWithinMs,
    )
    .catch(() => null);
  if (begun === null) return null;
  const { streamId } = begun;
  const end = await staff.until('stream-end', (one) => one.streamId === streamId, writtenWithinMs);
  if (end.status !== 'done' || end.length === 0) return null;
  const { data } = await staff.untilEntry('suggestion-created', (entry) => entry.data.streamId === streamId);
  const { say, reply, correct, urgency, strategy, objection, basis } = data;
  return {
    say,
    urgency,
    strategy,
    basis,
    ...(reply && { reply }),
    ...(correct && { correct }),
    ...(objection && { objection }),
  };
}

function figuresOf(played: readonly Played[]) {
  const moments = played.flatMap(({ lines }) => lines.filter(({ who }) => who === 'lead'));
  const cards = moments.flatMap(({ card }) => (card ? [card] : []));
  const words = cards.map(({ say }) => say.trim().split(/\s+/).length).sort((a, b) => a - b);
  const wantNothing = moments.filter(({ want }) => want === 'nothing');
  const wantCorrection = moments.filter(({ want }) => want?.startsWith('correct'));
  return {
    calls: played.length,
    moments: moments.length,
    cards: cards.length,
    byModel: cards.filter(({ basis }) => basis === 'model').length,
    medianWords: words[Math.floor(words.length / 2)] ?? 0,
    withWordsToSay: cards.filter(({ reply }) => reply !== undefined).length,
    silentWhereNothingIsWanted: `${wantNothing.filter(({ card }) => !card).length} of ${wantNothing.length}`,
    correctedWhereItIsWanted: `${wantCorrection.filter(({ card }) => card?.correct).length} of ${wantCorrection.length}`,
  };
}
