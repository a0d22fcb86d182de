import { cueKinds } from '../contract/cues.ts';
import { firstState } from '../features/bots/state/firstState.ts';
import { step } from '../features/bots/step.ts';
import { cuesIn } from '../features/coaching/cues/cuesIn.ts';
import { buildShelf } from '../features/knowledge/shelf.ts';
import { nearestAsked } from '../features/listings/nearestAsked.ts';
import { austin } from '../features/packs/austin.ts';
import { isoOf } from '../kernel/clock.ts';

const words = [
  'Hello, what is the price?',
  'I want to buy in Zilker, up to 700k, we are pre-approved. Can I see it on Saturday?',
];

/**
 * Takes a few turns that nobody hears. The engine compiles a pattern when it is first used: half a second for all those of
 * a first message, in which this process would answer nobody, so long that another node could think it dead. Done before
 * anybody is let in.
 */
export function warmUp(): void {
  // The cards of every brokerage's shelf and the questions about homes are indexed once: a fifth of a second of work each.
  buildShelf({ brokerage: 'nobody', market: 'austin' }, []);
  nearestAsked('Hello');
  const pack = { ...austin, brokerage: 'nobody', timeZone: 'UTC' };
  let state = firstState();
  let seq = 0;
  for (const text of words) {
    seq += 1;
    state = step(state, { at: isoOf(0), happened: [{ kind: 'visitor-message', seq, log: 'none', text }] }, pack).state;
  }
  // The rules of cues, which the engine compiles anew for a second text, and for one with letters beyond Latin.
  const kinds = new Set(cueKinds);
  for (const text of [...words, '🙂']) cuesIn([{ who: 'lead', text, log: 'none', seq: 1, at: 0 }], kinds);
}
