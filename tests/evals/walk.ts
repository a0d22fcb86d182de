/** `npm run walk [-- --talks 100000 --bot seller]`: so many random talks per bot; throws with the smallest talk that breaks a rule. */
import { parseArgs } from 'node:util';
import { bots } from '../../src/contract/values.ts';
import { fuzzBot } from '../features/bots/fuzzBot.ts';
import { bookingPack } from '../features/bots/withCalendar.ts';

const { values } = parseArgs({ options: { talks: { type: 'string', default: '100000' }, bot: { type: 'string' } } });
for (const bot of bots.filter((one) => values.bot === undefined || one === values.bot)) {
  const startedAt = Date.now();
  const { walks, steps, states } = fuzzBot(bot, Number(values.talks), bookingPack);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`${bot}: ${walks} talks, ${steps} steps, ${states.size} states reached, no rule broken, ${seconds} s`);
}
