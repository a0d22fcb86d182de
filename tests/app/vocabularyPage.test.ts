import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cueKinds } from '../../src/contract/cues.ts';
import { reading } from '../../src/contract/readings.ts';
import {
  alertKinds,
  changeReasons,
  endReasons,
  flagKinds,
  handoffRefusals,
  handoffStates,
  newsKinds,
  scoreParts,
  tags,
  waitReasons,
} from '../../src/contract/teamVocabulary.ts';
import {
  matters,
  questionNames,
  recordNames,
  replyActs,
  situations,
  slotNames,
  stages,
  visitorActs,
} from '../../src/contract/vocabulary.ts';
import { cueKindsOn } from '../../src/features/coaching/cues/cueRules.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');
const page = read('vocabulary.md');

/** The rows of the table whose heading begins so. */
function tableOf(heading: string): { name: string; meaning: string }[] {
  const start = page.indexOf(`| ${heading} | what it means |`);
  expect(start, heading).toBeGreaterThan(0);
  const table = page.slice(start, page.indexOf('\n\n', start) < 0 ? undefined : page.indexOf('\n\n', start));
  return [...table.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = '', meaning = '']) => ({ name, meaning }));
}

const beyond = (names: readonly string[], known: readonly string[]): string[] =>
  names.filter((name) => !known.includes(name));
const extraQuestions = beyond(questionNames, slotNames);
const ops = reading.shape.slots.element.shape.op.options;
/** The tables in the order of the page; two of them are of acts. */
const lists: readonly (readonly [string, readonly string[]])[] = [
  ['matter', matters],
  ['situation', situations],
  ['slot', slotNames],
  ['op', ops],
  ['question', extraQuestions],
  ['stage', stages],
  ['news', newsKinds.filter((kind) => !kind.includes(':'))],
  ['alert', beyond(alertKinds, newsKinds)],
  ['flag', beyond(flagKinds, newsKinds)],
  ['end reason', endReasons],
  ['wait reason', beyond(waitReasons, endReasons)],
  ['change reason', beyond(changeReasons, waitReasons)],
  ['handoff state', handoffStates],
  ['refusal', handoffRefusals],
  ['cue', cueKinds],
  ['score part', scoreParts],
];

test.each(lists)('the page names each %s of the vocabulary, with a sentence', (heading, names) => {
  const rows = tableOf(heading);
  expect(rows.map(({ name }) => name)).toEqual([...names]);
  for (const { meaning } of rows) expect(meaning).toMatch(/^[A-Z\d].{5,}\.$/);
});

test('the page names what distress, objections, tags and the record add', () => {
  const added = newsKinds.filter((kind) => kind.includes(':')).map((kind) => kind.split(':')[1]);
  for (const name of [...added, ...tags, ...beyond(recordNames, slotNames)]) expect(page).toContain(`\`${name}\``);
});

test('the page says which kinds of cues are shown', () => {
  expect(page).toContain(`Shown are ${[...cueKindsOn].map((kind) => `\`${kind}\``).join(', ')}.`);
});

test('the page names each act of visitors and of Jorge, with a sentence', () => {
  const [visitors = '', jorges = ''] = page.split('| act | what it means |').slice(1);
  const namesIn = (table: string) =>
    [...table.split('\n\n')[0]!.matchAll(/^\| `([^`]+)` \| [A-Z].{3,}\. ?\|$/gm)].map((row) => row[1]);
  expect(namesIn(visitors)).toEqual([...visitorActs]);
  expect(namesIn(jorges)).toEqual([...replyActs]);
});

test('the glossary is in the order of the alphabet and names what the talk is made of', () => {
  const terms = [...read('glossary.md').matchAll(/^\| (?!term|---)([^|]+?) \|/gm)].map((row) => row[1] ?? '');
  expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, 'en')));
  for (const term of ['act', 'reading', 'matter', 'situation', 'card', 'shelf', 'policy', 'claim', 'ledger', 'misread'])
    expect(terms).toContain(term);
});
