/**
 * The fake Messages API as its own process, for benches: `tsx tests/support/fakeAnthropicMain.ts --port 0 --tokens 500
 * --per-second 50 --per-write 1`; 0 tokens a second is full speed. Prints one line of JSON, `{"url": …}`, when it listens.
 * A forked one ends with its parent.
 */
import { parseArgs } from 'node:util';
import { startFakeAnthropic, stop, tokensFor } from './fakeAnthropic.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    tokens: { type: 'string', default: '500' },
    'per-second': { type: 'string', default: '0' },
    'per-write': { type: 'string', default: '1' },
  },
});
const tokenCount = Number(values.tokens);
const perSecond = Number(values['per-second']);
const perWrite = Number(values['per-write']);

const sentence = 'The kitchen was renovated and it opens to a deck with shade in the afternoon. ';
const words = sentence.repeat(Math.ceil((tokenCount * 4) / sentence.length)).slice(0, tokenCount * 4);

const fake = await startFakeAnthropic(
  ({ body }) => [
    {
      do: 'tokens',
      tokens: tokensFor(body, words),
      everyMs: perSecond === 0 ? 0 : (1000 * perWrite) / perSecond,
      perWrite,
    },
    stop(),
  ],
  Number(values.port),
);
process.stdout.write(`${JSON.stringify({ url: fake.url })}\n`);
process.on('disconnect', () => process.exit(0));
