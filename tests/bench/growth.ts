import { parseArgs } from 'node:util';
import { printTable, rounded } from './figures.ts';
import { type LoadFigures, measureLoad } from './load.ts';

interface Size {
  conversations: number;
  homes: number;
}
interface Grown extends Size {
  ackMsP50: number;
  ackMsP99: number;
  replyMsP50: number;
  /** Of the messages for which all homes are searched. */
  searchReplyMsP50: number;
  opsPerMessage: number;
  /** In ms of a core a message. */
  hubCpuMs: number;
  databaseCpuMs: number;
  idlePerSecond: number;
  held: boolean;
}

const smallest: Size = { conversations: 100, homes: 40 };
/**
 * The figures that may not grow with the stored data, as a ratio to the smallest; the times of single messages also
 * depend on the machine.
 */
const flat = [
  'ackMsP50',
  'replyMsP50',
  'searchReplyMsP50',
  'opsPerMessage',
  'hubCpuMs',
  'databaseCpuMs',
  'idlePerSecond',
] as const;
const most = 1.2;

/** `npm run bench -- growth [--rate 4] [--seconds 60] [--up-to 100000]`: the same load on stores of different sizes. */
export async function benchGrowth(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rate: { type: 'string', default: '4' },
      seconds: { type: 'string', default: '60' },
      'up-to': { type: 'string', default: '100000' },
    },
  });
  const sizes = [10_000, 100_000].filter((size) => size <= Number(values['up-to']));
  const all: Size[] = [
    smallest,
    ...sizes.map((conversations) => ({ ...smallest, conversations })),
    ...sizes.map((homes) => ({ ...smallest, homes })),
  ];
  const grown: Grown[] = [];
  for (const size of all) {
    const rate = Number(values.rate);
    grown.push(
      grownFrom(
        await measureLoad({
          ...size,
          store: 'database',
          nodes: 1,
          rate,
          seconds: Number(values.seconds),
          keepUpSeconds: 0,
          from: rate,
          messages: 1,
          idleSeconds: 20,
        }),
      ),
    );
    console.error(`${size.conversations} conversations, ${size.homes} homes: measured`);
  }
  const base = grown[0] as Grown;
  const ratios = grown.map((one) =>
    Object.fromEntries(flat.map((name) => [name, rounded(one[name] / base[name])] as const)),
  );
  printTable(
    [
      'conversations',
      'homes',
      'ack p50 ms',
      '×',
      'p99 ms',
      'reply p50',
      '×',
      'with search',
      '×',
      'ops a message',
      '×',
      'hub CPU ms a message',
      '×',
      'database',
      '×',
      'idle ops/s',
      '×',
    ],
    grown.map((one, n) => [
      one.conversations,
      one.homes,
      one.ackMsP50,
      ratios[n]?.ackMsP50 ?? '',
      one.ackMsP99,
      one.replyMsP50,
      ratios[n]?.replyMsP50 ?? '',
      one.searchReplyMsP50,
      ratios[n]?.searchReplyMsP50 ?? '',
      one.opsPerMessage,
      ratios[n]?.opsPerMessage ?? '',
      one.hubCpuMs,
      ratios[n]?.hubCpuMs ?? '',
      one.databaseCpuMs,
      ratios[n]?.databaseCpuMs ?? '',
      one.idlePerSecond,
      ratios[n]?.idlePerSecond ?? '',
    ]),
  );
  console.log(`× the smallest; the goal is at most ${most} in each.`);
  const held = ratios.every((one) => Object.values(one).every((ratio) => ratio <= most));
  console.log(JSON.stringify({ bench: 'growth', rate: Number(values.rate), most, held, figures: grown, ratios }));
  return held;
}

function grownFrom({ rates, idle, conversations, homes }: LoadFigures): Grown {
  const at = rates.at(-1);
  if (at === undefined || at.searchReplyMsP50 === null) throw new Error('nothing was measured');
  return {
    conversations,
    homes,
    ackMsP50: at.ackMsP50,
    ackMsP99: at.ackMsP99,
    replyMsP50: at.replyMsP50,
    searchReplyMsP50: at.searchReplyMsP50,
    opsPerMessage: at.perMessage,
    hubCpuMs: at.hubCpuMs,
    databaseCpuMs: at.databaseCpuMs,
    idlePerSecond: idle?.nobody.perSecond ?? 0,
    held: at.held,
  };
}
