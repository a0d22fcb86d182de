import type { Entry } from '../../../contract/log/entry.ts';
import type { LeadInsight } from '../../../contract/rest/leadInsight.ts';
import type { PersonExportAnswer } from '../../../contract/rest/personExport.ts';
import type { TurnAnswer } from '../../../contract/rest/turns.ts';
import { transcriptText } from '../../conversations/log/readTranscript.ts';
import type { ConversationExport, PersonExport } from './exportPerson.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const item = (...words: string[]): string => `<li>${words.filter(Boolean).map(escaped).join(' · ')}</li>\n`;
const day = (time: string): string => time.slice(0, 16).replace('T', ' ');

/** People open the file from a disk, where no header forbids scripts, so the page forbids them itself. */
const policy = `default-src 'none'; style-src 'unsafe-inline'`;
const style = `body{margin:2rem auto;padding:0 1rem;max-width:60rem;font:16px/1.5 system-ui,sans-serif;color:#1f2326;background:#fff}
h2{margin-top:2rem;border-top:1px solid #e4e0da;padding-top:1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}`;

/** An export as one page to read, piece by piece. Times are in UTC. */
export async function* exportAsPage(given: PersonExport): AsyncGenerator<string, void, undefined> {
  const { person, exportedAt, insight } = given;
  const title = 'deleted' in person ? 'Deleted person' : (person.name ?? 'Person without a name');
  yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}</title><style>${style}</style></head><body><h1>${escaped(title)}</h1>
<p>Exported ${day(exportedAt)} UTC. ID: ${escaped(person.id)}</p>
`;
  if ('deleted' in person) yield '<p>This person’s data was deleted. The law requires that these facts are kept.</p>';
  else yield* section('Profile', profileRows(person));
  yield* section('Consents', person.consents.map(consentRow));
  yield* section(
    'Refusals',
    person.suppressions.map((one) => [day(one.at), one.channels.join(', '), quoted(one.said), ended(one.closed)]),
  );
  yield* section(
    'Deletion requests',
    person.deletionRequests.map((one) => [
      ...[day(one.at), quoted(one.said), `answer by ${one.answerBy}`],
      ended(one.closed),
    ]),
  );
  if (insight !== null) yield* section('Outlook (by rules)', insightRows(insight));
  yield* section(
    'Homes looked at',
    given.homesViewed.map((home) => told(home)),
  );
  yield '<h2>Records</h2><ul>';
  for await (const { id, createdAt, ...rest } of given.knownAs())
    yield item(id, `since ${day(createdAt)}`, ...told(rest));
  yield '</ul>';
  for await (const talk of given.conversations()) yield* talkAsPage(talk);
  for await (const { text, createdAt, edited } of given.narratives())
    yield `<h2>Written for them, ${day(createdAt)}</h2><pre>${escaped(edited?.text ?? text)}</pre>`;
  for await (const { title: name, createdAt, sections, analysis } of given.reports()) {
    yield `<h2>${escaped(name)}, ${day(createdAt)}</h2>`;
    for (const { title: heading, text, figures } of sections) {
      yield `<h3>${escaped(heading)}</h3><pre>${escaped(text)}</pre><ul>`;
      for (const figure of figures) yield item(`${figure.name}: ${figure.value ?? 'not known'}`);
      yield '</ul>';
    }
    if (analysis !== undefined)
      yield `<ul>${told(analysis)
        .map((words) => item(words))
        .join('')}</ul>`;
  }
  for await (const { createdAt, state, draft } of given.interventions())
    yield `<h2>Proposed to say, ${day(createdAt)} (${escaped(state)})</h2><pre>${escaped(draft.text)}</pre>`;
  yield '</body></html>\n';
}

const quoted = (said: string): string => `“${said}”`;
const ended = (closed: { at: string } | undefined): string => (closed === undefined ? '' : `closed ${day(closed.at)}`);
const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
/** Each field of an object by its name. */
const told = (fields: object): string[] => Object.entries(fields).map(([name, value]) => `${name}: ${written(value)}`);

type Whole = Exclude<PersonExportAnswer['person'], { deleted: true }>;
/** A field without a section of its own stands by its name, so that a new one is never left out. */
function profileRows({
  fields,
  createdAt,
  id,
  name,
  consents,
  suppressions,
  deletionRequests,
  ...rest
}: Whole): string[][] {
  const answers = Object.entries(fields).map(([slot, { value, state }]) => [`${slot}: ${written(value)}`, state]);
  return [[`First seen ${day(createdAt)}`], ...answers, ...told(rest).map((words) => [words])];
}

const consentRow = ({ at, kind, to, said, shown, page = '', closed }: Whole['consents'][number]): string[] => {
  const screen = shown === undefined ? '' : `shown: ${quoted(shown.text)}`;
  return [day(at), kind, to, quoted(said), screen, page, ended(closed)];
};

const insightRows = ({ readings, stage, nextContactAt, score }: LeadInsight): string[][] => [
  ...told({ stage, nextContactAt, score: score.value }).map((words) => [words]),
  ...Object.entries(readings).map(([name, { value, factors }]) => [`${name}: ${value ?? 'not known'}`, ...factors]),
];

function* section(title: string, rows: readonly string[][]): Generator<string, void, undefined> {
  if (rows.length > 0) yield `<h2>${title}</h2><ul>${rows.map((row) => item(...row)).join('')}</ul>`;
}

async function* talkAsPage(talk: ConversationExport): AsyncGenerator<string, void, undefined> {
  const { startedAt, blocks, unansweredQuestions, ...head } = talk.head;
  yield `<h2>Conversation, ${day(startedAt)}</h2><ul>${item(...told(head))}`;
  for (const { kind, shown, reason, by, at, until } of blocks)
    yield item('Blocked', kind, shown, reason, by.name, day(at), until === null ? '' : `until ${day(until)}`);
  for (const { question, at } of unansweredQuestions)
    yield item('Question without an answer', quoted(question), day(at));
  for await (const one of talk.appointments())
    yield item('Appointment', one.kind, day(one.startsAt), one.state, `with ${one.with.name}`, one.note ?? '');
  for await (const { text, dueAt, owner, done } of talk.tasks())
    yield item('Task', text, `due ${day(dueAt)}`, owner.name, done ? `done ${day(done.at)}` : 'open');
  yield '</ul>';
  for (const log of ['public', 'internal'] as const) {
    yield `<h3>${log === 'public' ? 'What was said' : 'The team’s log'}</h3><pre>`;
    for await (const entry of talk.entries(log)) yield escaped(lineOf(entry));
    yield '</pre>';
  }
  yield '<h3>What Jorge made of it</h3><ul>';
  for await (const turn of talk.turns()) yield item(...turnRow(turn));
  yield '</ul>';
}

const turnRow = ({ at, bot, to, heard, rules = [] }: TurnAnswer): string[] => [
  ...[day(at), bot, to, ...rules],
  ...heard.flatMap(({ readings }) => readings.map(({ by, reading }) => `${by}: ${written(reading)}`)),
];

/** The lines of a transcript; an entry without words stands with its data. */
function lineOf(entry: Entry): string {
  const stamp = `[${day(entry.at)}]`;
  if (entry.type === 'call-segment')
    return `${stamp} On the phone, ${entry.data.speaker}: ${entry.data.text.replaceAll('\n', '\n    ')}\n`;
  const line = transcriptText([entry]);
  return line.endsWith(`-- ${entry.type}\n`) ? `${stamp} ${entry.type}: ${JSON.stringify(entry.data)}\n` : line;
}
