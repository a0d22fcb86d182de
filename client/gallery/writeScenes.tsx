import type { NarrativeAnswer, NarrativeBatchAnswer } from '../../src/contract/rest/narratives.ts';
import { DeskPages } from '../desk/DeskPages.tsx';
import { board } from './deskScene.tsx';
import { longName, minutesAgo, unbroken } from './fixtures.ts';
import { drawStaff, supervisor } from './StaffScene.tsx';
import type { Scene } from './scene.ts';
import { answering } from './settingsScenes.tsx';

const home = {
  ...{ listingId: 'h1', title: '908 Kinney Oaks Court', address: '908 Kinney Oaks Court, Austin, TX 78704' },
  ...{ area: 'Barton Hills', status: 'active', priceCents: 66_500_000, currency: 'USD' },
  ...{ beds: 3, baths: 2.5, areaSqft: 1_850, openHouses: 0, marks: [] },
};
const sentence = (text: string, paragraph: number, words: string[] = []) => ({
  ...{ text, paragraph },
  facts: words.map((one, at) => ({ id: `home.${at}`, words: one })),
});
const sentences = [
  sentence('908 Kinney Oaks Court is in Barton Hills.', 0, ['It’s at 908 Kinney Oaks Court (Barton Hills).']),
  sentence('It has 3 bedrooms and 2.5 bathrooms.', 0, ['It has 3 bedrooms.', 'It has 2.5 bathrooms.']),
  sentence('Vouchers are welcome to be asked about.', 0),
  sentence(`The listing says “${unbroken.slice(0, 90)}”.`, 1, [unbroken.slice(0, 90)]),
  sentence('Tell us a day that suits you.', 1),
];
const story: NarrativeAnswer = {
  ...{ narrativeId: 'n1', listingId: 'h1', sentences, style: 'luxury', length: 'medium', language: 'en' },
  text: sentences.map(({ text }) => text).join(' '),
  ...{ words: 214, readingGrade: 6.2, basis: 'model', cached: true, createdAt: minutesAgo(5), rating: 'up' },
  flags: [
    { rule: 'figure', text: 'It has four fireplaces.', isLeftOut: true },
    { rule: 'vouchers', text: sentences[2]?.text ?? '', isLeftOut: false },
  ],
};
const error = { code: 'VALIDATION_FAILED', retryable: false } as const;
const tooLittle = {
  ...error,
  message: 'This home’s file has too little for a story of this length. Missing: parking.',
};

const several: NarrativeBatchAnswer = {
  ...{ batchId: 'b1', total: 4, done: 2, failed: 1, canceled: false, createdAt: minutesAgo(1) },
  items: [
    { title: home.title, state: 'done' as const, narrativeId: 'n1' },
    { title: longName, state: 'done' as const, narrativeId: 'n1' },
    { title: unbroken.slice(0, 90), state: 'failed' as const, error: tooLittle.message },
    { title: '12 Oak Street', state: 'waiting' as const },
  ].map((item, at) => ({ listingId: `h${at}`, style: 'luxury', length: 'short', ...item })),
};

const answers = answering({
  '/listings': { items: [home, { ...home, listingId: 'h2', title: longName, area: unbroken.slice(0, 60) }] },
  '/leads': { items: [] },
  '/narratives': story,
  '/narratives/batch/b1': several,
  '/narratives/n1': story,
});
/** A home that has too little on file. */
const refusing: typeof fetch = async (input, init) =>
  init?.method === 'POST' ? Response.json({ error: tooLittle }, { status: 400 }) : answers(input, init);

const scene = (
  name: string,
  title: string,
  sees: string,
  fetch: typeof window.fetch,
  press?: string[],
  path = '/desk/write',
): Scene => ({
  name: `desk-write-${name}`,
  title: `Desk: ${title}`,
  ...{ path, sees },
  ...(press === undefined ? {} : { press }),
  draw(into) {
    window.fetch = fetch;
    return drawStaff(into, supervisor, { rows: board }, <DeskPages />);
  },
});
const writeFirst = ['.chooser-found button >> nth=0', 'button:has-text("Write")'];

/** The workbench: choosing a home, its story with what a rule marked, and a home with too little on file. */
export const writeScenes: Scene[] = [
  scene('empty', 'choosing what to write about', '.chooser-found button >> nth=1', answers),
  scene('story', 'a story of a home', 'text=reads at grade 6', answers, writeFirst),
  scene('refused', 'a home with too little on file', 'text=Missing: parking', refusing, writeFirst),
  scene(
    ...(['several', 'stories of several homes', 'text=2 of 4 written', answers] as const),
    ['button:has-text("Open") >> nth=0'],
    '/desk/write?batch=b1',
  ),
];
