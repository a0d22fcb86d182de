import { writeFile } from 'node:fs/promises';
import { demoStaff } from '../../../src/app/demoTenant.ts';
import type { ListingAnswer } from '../../../src/contract/rest/listings.ts';
import { type NarrativeAnswer, narrativeLengths, narrativeStyles } from '../../../src/contract/rest/narratives.ts';
import { signIn } from '../../support/hubClient.ts';
import { startHubProcess } from '../../support/hubProcess.ts';
import { demoPassword } from '../../support/openHub.ts';

const stories = 30;
const answeredWithinMs = 1_800_000;

/**
 * Has the model at `ANTHROPIC_BASE_URL` write a story of 30 demo homes, each style and length in turn, and writes them with their homes'
 * files, for somebody to grade. Prints how many the model wrote, how many are in range, and what was left out.
 */
export async function playNarratives({ out, atOnce }: { out: string; atOnce: number }): Promise<boolean> {
  const { ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, HUB_MODEL_PATIENCE = '60' } = process.env;
  if (ANTHROPIC_API_KEY === undefined || ANTHROPIC_BASE_URL === undefined)
    throw new Error('ANTHROPIC_API_KEY and ANTHROPIC_BASE_URL say where the model is.');
  const settings = { ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, HUB_MODEL_PATIENCE, HUB_STORE: 'memory' };
  const hub = await startHubProcess(settings);
  try {
    const call = async <Answer>(token: string, path: string, body?: object): Promise<Answer> => {
      const answer = await fetch(`${hub.url}/api/v1${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(answeredWithinMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Answer;
    };
    // Each of them may ask the model twenty times an hour.
    const tokens = await Promise.all(
      demoStaff.map(async ({ email }) => (await signIn(hub.url, email, demoPassword)).accessToken),
    );
    const tokenAt = (at: number): string => tokens[at % tokens.length] as string;
    const { items } = await call<{ items: { listingId: string; status: string }[] }>(tokenAt(0), '/listings?limit=100');
    const waiting = items
      .filter(({ status }) => status === 'active')
      .slice(0, stories)
      .map(({ listingId }, at) => ({
        ...{ at, listingId },
        style: narrativeStyles[at % narrativeStyles.length],
        length: narrativeLengths[Math.floor(at / narrativeStyles.length) % narrativeLengths.length],
      }));
    const played: (NarrativeAnswer & { home: ListingAnswer })[] = [];
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
          const { at, ...asked } = one;
          const story = await call<NarrativeAnswer>(tokenAt(at), '/narratives', asked);
          const home = await call<ListingAnswer>(tokenAt(at), `/listings/${asked.listingId}`);
          played.push({ ...story, home });
          await writeFile(out, played.map((each) => JSON.stringify(each)).join('\n'));
          console.error(`${played.length} of ${stories} stories written, this one by ${story.basis}`);
        }
      }),
    );
    const flags = played.flatMap((story) => story.flags);
    console.log(
      JSON.stringify({
        eval: 'narratives',
        stories: played.length,
        byModel: played.filter(({ basis }) => basis === 'model').length,
        leftOut: flags.filter(({ isLeftOut }) => isLeftOut).length,
        sentences: played.reduce((sum, { sentences }) => sum + sentences.length, 0),
      }),
    );
    return true;
  } finally {
    await hub.stop();
  }
}
