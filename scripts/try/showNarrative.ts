import type { LoginAnswer } from '../../src/contract/rest/auth.ts';
import { type NarrativeAnswer, narrativeLengths, narrativeStyles } from '../../src/contract/rest/narratives.ts';
import { post } from './playTalk.ts';
import { startHub } from './startHub.ts';

const password = 'try-the-hub-once';
const home = 'demo-zilker-bungalow';

/**
 * Prints the story of a demo home, with what each sentence rests on: by a hub of its own, without a key and without a network. False: the
 * style or the length doesn't exist.
 */
export async function showNarrative(style = 'lifestyle', length = 'medium'): Promise<boolean> {
  if (!narrativeStyles.some((one) => one === style) || !narrativeLengths.some((one) => one === length)) {
    console.error(`Usage: npm run try -- narrative [${narrativeStyles.join('|')}] [${narrativeLengths.join('|')}]`);
    return false;
  }
  const hub = await startHub({ HUB_DEMO_PASSWORD: password });
  try {
    const agent = await post<LoginAnswer>(`${hub.url}/api/v1/auth/login`, { email: 'agent@demo.example', password });
    const asked = { listingId: home, style, length };
    const story = await post<NarrativeAnswer>(`${hub.url}/api/v1/narratives`, asked, agent.accessToken);
    console.log(`\n${story.text}\n\n${story.words} words, written by ${story.basis}. What each sentence rests on:\n`);
    for (const { text, facts } of story.sentences) {
      console.log(`- ${text}`);
      for (const { words } of facts) console.log(`    ${words}`);
    }
    return true;
  } finally {
    await hub.stop();
  }
}
