/** `npm run eval -- chats [--data <root>] [--url <hub>] [--at-once 32] [--first <n>] [--show]`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateChats } from './chats.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: resolve(import.meta.dirname, '../../../shared/data') },
    url: { type: 'string' },
    password: { type: 'string' },
    'at-once': { type: 'string', default: '32' },
    first: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
});

if (positionals[0] !== 'chats') {
  console.error(
    'Usage: npm run eval -- chats [--data <root>] [--url <hub> --password <of the demo agent>] [--at-once 32] [--first <n>] [--show]',
  );
  process.exit(2);
}
const held = await evaluateChats({
  data: resolve(values.data),
  url: values.url,
  password: values.password,
  atOnce: Number(values['at-once']),
  first: values.first === undefined ? Number.POSITIVE_INFINITY : Number(values.first),
  show: values.show,
});
process.exit(held ? 0 : 1);
