import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CueLine } from '../../../src/features/coaching/cues/model.ts';

/** A talk between two people, in the places of a lead and an agent. */
export interface Dialogue {
  set: string;
  id: string;
  lines: CueLine[];
  /** Lines that bear on the matter; absent: all of them do. */
  counts?: ReadonlySet<number>;
}

/** Rules may be written on the even half. The odd half is labeled and counted. */
export const isOdd = (id: string): boolean => (createHash('sha256').update(id).digest().at(-1) ?? 0) % 2 === 1;

type Said = readonly [who: CueLine['who'], text: string];

const rowsIn = <T>(data: string, path: string): T[] =>
  readFileSync(join(data, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** Negotiations of real people about a price, all or those about one kind of thing; the buyer is the lead. */
export const readBargains = (data: string, about?: 'housing'): Dialogue[] =>
  rowsIn<{ id: string; category: string; turns: [who: string, text: string][] }>(
    data,
    'coaching_objections/craigslist_negotiation.jsonl',
  )
    .filter(({ category }) => about === undefined || category === about)
    .map(({ id, turns }) =>
      dialogue(
        'craigslist_negotiation',
        id,
        turns
          .filter(([, text]) => !/^<[A-Z]+>/.test(text))
          .map(([who, text]) => [who === 'B' ? 'lead' : 'agent', text]),
      ),
    );

/** All dialogues of the shared data that have two people in them, or the words of one. */
export function readDialogues(data: string): Dialogue[] {
  const rows = <T>(path: string): T[] => rowsIn(data, path);
  const bargains = readBargains(data);
  const known = new Set(bargains.map(({ id }) => id));
  return [
    ...bargains,
    ...together(
      'resper_craigslist',
      'buyer',
      // Some of these talks are in both files.
      rows<Row>('coaching_objections/resper_craigslist.jsonl').filter((row) => !known.has(row.dialogue)),
    ),
    ...together('p4g_resisting', 'prospect', rows<Row>('coaching_objections/p4g_resisting.jsonl')),
    // Both want something of the other here: each is taken for the lead once.
    ...rows<{ id: string; turns: [who: string, text: string][] }>('coaching_objections/casino.jsonl').flatMap(
      ({ id, turns }) =>
        ['1', '2'].map((lead) =>
          dialogue(
            `casino_${lead}`,
            id,
            turns
              .filter(([, text]) => !/^(?:Submit|Accept|Reject|Walk)-/.test(text))
              .map(([who, text]) => [who === lead ? 'lead' : 'agent', text]),
          ),
        ),
    ),
    ...rows<{ id: string; turns: { w: string; t?: string }[] }>('nlu_homes/star_apartment_dialogues.jsonl').map(
      ({ id, turns }) =>
        dialogue(
          'star_apartment',
          id,
          turns
            .filter(({ w, t }) => (w === 'U' || w === 'A') && t !== undefined)
            .map(({ w, t }) => [w === 'U' ? 'lead' : 'agent', t ?? '']),
        ),
    ),
    ...homesOf(rows('nlu_homes/sgd_homes_dialogues.jsonl'), rows('nlu_homes/sgd_homes_turns.jsonl')),
    ...rows<{ id: string; text: string }>('nlu_buyer_seller/buyer_query_slots.jsonl').map(({ id, text }) =>
      dialogue('buyer_query_slots', id, [['lead', text]]),
    ),
    ...rows<{ id: string; text: string }>('nlu_buyer_seller/enterprisehub_golden.jsonl').map(({ id, text }) =>
      dialogue('enterprisehub_golden', id, [['lead', text]]),
    ),
    ...rows<{ id: string; turns: [who: string, text: string][] }>(
      'nlu_buyer_seller/seller_motivation_transcripts.jsonl',
    ).map(({ id, turns }) =>
      dialogue(
        'seller_motivation',
        id,
        turns.map(([who, text]) => [who === 'A' ? 'agent' : 'lead', text]),
      ),
    ),
    ...rows<{ id: string; text: string; direction: string }>('fair_housing/labelled.jsonl')
      .filter(({ direction }) => direction === 'output')
      .map(({ id, text }) => dialogue('fair_housing', id, [['agent', text]])),
    ...['ads_adjudicated', 'ads_presumed_ok_sentences'].flatMap((file) =>
      rows<{ id: string; text: string }>(`fair_housing/${file}.jsonl`).map(({ id, text }) =>
        dialogue('fair_housing_ads', id, [['agent', text]]),
      ),
    ),
  ];
}

interface Row {
  dialogue: string;
  turn?: number;
  speaker: string;
  text: string;
}

/** Rows by dialogue; those of one turn, which were cut into sentences, are one line again. */
function together(set: string, lead: string, rows: readonly Row[]): Dialogue[] {
  const talks = new Map<string, { turn: number | undefined; said: [CueLine['who'], string] }[]>();
  for (const row of rows) {
    const who = row.speaker === lead ? 'lead' : 'agent';
    const talk = talks.get(row.dialogue) ?? [];
    talks.set(row.dialogue, talk);
    const last = talk.at(-1);
    // A line with two labels stands there twice.
    if (last?.said[0] === who && last.said[1] === row.text) continue;
    if (last !== undefined && row.turn !== undefined && last.turn === row.turn && last.said[0] === who)
      last.said[1] += ` ${row.text}`;
    else talk.push({ turn: row.turn, said: [who, row.text] });
  }
  return [...talks].map(([id, talk]) =>
    dialogue(
      set,
      id,
      talk.map(({ said }) => said),
    ),
  );
}

interface HomesTalk {
  dialogue: string;
  turns: [index: number, who: string, text?: string][];
}
interface HomesTurn {
  dialogue: string;
  turn: number;
  text: string;
}

/** Of these talks, which are about buses and restaurants too, the lead's lines about homes and the answers to them count. */
function homesOf(talks: readonly HomesTalk[], turns: readonly HomesTurn[]): Dialogue[] {
  const texts = new Map(turns.map(({ dialogue: id, turn, text }) => [`${id}#${turn}`, text]));
  return talks.map(({ dialogue: id, turns: said }) => {
    const counts = new Set(
      said.flatMap(([index, , text], at) => (text === undefined && texts.has(`${id}#${index}`) ? [at, at + 1] : [])),
    );
    const lines = said.map(
      ([index, who, text]): Said => [who === 'U' ? 'lead' : 'agent', text ?? texts.get(`${id}#${index}`) ?? ''],
    );
    return { ...dialogue('sgd_homes', id, lines), counts };
  });
}

const secondsApart = 10;

function dialogue(set: string, id: string, said: readonly Said[]): Dialogue {
  const lines = said.map(([who, text], seq) => ({ who, text, log: id, seq, at: seq * secondsApart * 1000 }));
  return { set, id, lines };
}
