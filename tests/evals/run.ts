/** `npm run eval -- <name> [--data <root>] …`: prints one table and a last line of JSON; fails when a goal is missed. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateChats } from './chats.ts';
import { evaluateChurn } from './churn.ts';
import { evaluateClaims } from './claims.ts';
import { playCalls } from './coaching/playCalls.ts';
import { evaluateCoaching } from './coaching.ts';
import { evaluateCues } from './cues.ts';
import { evaluateGate } from './gate.ts';
import { evaluateLadder } from './ladder.ts';
import { evaluateLeadScoring } from './leadScoring.ts';
import { evaluateLines } from './lines.ts';
import { playNarratives } from './narratives/playNarratives.ts';
import { evaluateNarratives } from './narratives.ts';
import { evaluateReading } from './nlu.ts';
import { evaluateObjections } from './objections.ts';
import { evaluateMatches } from './propertyMatch.ts';
import { playOverWire } from './talks/playOverWire.ts';
import { evaluateTalks, type ReaderName } from './talks.ts';

const defaultData = resolve(import.meta.dirname, '../../../shared/data');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: defaultData },
    show: { type: 'boolean', default: false },
    url: { type: 'string' },
    password: { type: 'string' },
    'at-once': { type: 'string', default: '48' },
    first: { type: 'string' },
    reader: { type: 'string', default: 'offline' },
    live: { type: 'boolean', default: false },
    talks: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
    'with-model': { type: 'boolean', default: false },
    out: { type: 'string', default: 'talks.played.jsonl' },
  },
});
const data = resolve(values.data);

/** Each says whether all its goals hold on the data. */
const evals: Record<string, () => boolean | Promise<boolean>> = {
  chats: () =>
    evaluateChats({
      data,
      url: values.url,
      password: values.password,
      atOnce: Number(values['at-once']),
      first: values.first === undefined ? Number.POSITIVE_INFINITY : Number(values.first),
      show: values.show,
    }),
  coaching: () =>
    values.talks.length > 0
      ? playCalls({ files: values.talks, out: values.out, atOnce: Number(values['at-once']) })
      : evaluateCoaching({ data, show: values.show }),
  claims: () => evaluateClaims({ show: values.show }),
  churn: () => evaluateChurn({ data, defaultData }),
  cues: () => evaluateCues({ data, show: values.show }),
  gate: () => evaluateGate({ data, show: values.show }),
  ladder: () => evaluateLadder({ show: values.show, json: values.json }),
  'lead-scoring': () => evaluateLeadScoring({ data, defaultData }),
  lines: () => evaluateLines({ show: values.show }),
  narratives: () =>
    values['with-model']
      ? playNarratives({ out: values.out, atOnce: Number(values['at-once']) })
      : evaluateNarratives({ data, show: values.show }),
  nlu: () => evaluateReading({ data, show: values.show }),
  objections: () => evaluateObjections({ data }),
  talks: () =>
    values['with-model']
      ? playOverWire({ files: values.talks, out: values.out, atOnce: Number(values['at-once']) })
      : evaluateTalks({
          reader: values.live ? 'live' : (values.reader as ReaderName),
          files: values.talks,
          show: values.show,
          category: positionals[1],
          json: values.json,
        }),
  'property-match': () => evaluateMatches({ data, defaultData, show: values.show }),
};

const evaluate = evals[positionals[0] ?? ''];
if (evaluate === undefined) {
  console.error(
    `Usage: npm run eval -- <${Object.keys(evals).join(' | ')}> [--data <root>] [--show]
  chats: [--url <hub> --password <of the demo agent>] [--at-once 32] [--first <n>]
  narratives: --with-model [--out <file.jsonl>] [--at-once <n>] (stories of 30 homes, by the model of ANTHROPIC_BASE_URL)
  coaching: (recorded negotiations as phone calls, without a model)
         --talks <file.jsonl> [--out <file.jsonl>] [--at-once <n>] (dialogues as phone calls, with the model of ANTHROPIC_BASE_URL)
  talks: [--reader offline | oracle | --live (Claude; needs ANTHROPIC_API_KEY, costs money)] [--talks <file.jsonl> …] [--show [<category>]] [--json]
         --with-model --talks <file.jsonl> [--out <file.jsonl>] (over the wire, with the model of ANTHROPIC_BASE_URL)`,
  );
  process.exit(2);
}
process.exit((await evaluate()) ? 0 : 1);
