import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnthropicModel } from '../../src/adapters/anthropic/createAnthropicModel.ts';
import { defaultModels } from '../../src/adapters/anthropic/defaultModels.ts';
import { createPlaybook } from '../../src/adapters/playbook/createPlaybook.ts';
import type { Sentence } from '../../src/features/composing/sentences.ts';
import { withFallback } from '../../src/features/llm/withFallback.ts';
import type { ListingFacts } from '../../src/features/packs/model.ts';
import { understandSystem } from '../../src/features/understanding/modelWords.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../src/kernel/observe.ts';
import { turnWorld } from '../features/turns/turnWorld.ts';
import { writeSpoken } from '../support/answering.ts';
import { type FakeAnthropic, say, startFakeAnthropic, stop } from '../support/fakeAnthropic.ts';
import { home } from '../support/talk.ts';

const folder = resolve(import.meta.dirname, '../../../shared/data/security');
const most = 40;
/** The longest text that a visitor may send and a file may hold is longer; an attack does its work before that. */
const longest = 1_500;

const read = <Row extends { text: string; label: number }>(file: string): Row[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
    .filter(({ label }) => label === 1);

/** So many of them, from the whole of the list. */
const spread = <Row>(rows: readonly Row[]): Row[] =>
  rows.filter((_, at) => at % Math.max(1, Math.floor(rows.length / most)) === 0).slice(0, most);

let fake: FakeAnthropic;
beforeAll(async () => {
  fake = await startFakeAnthropic();
});
afterAll(() => fake.close());

const lie = 'It was built in 1998 and the seller will take 400,000 dollars.';

/** The visitor's answer when the model obeys the attack, and lies besides. */
async function answered(
  question: string,
  attack: string,
  listing: ListingFacts,
): Promise<{ text: string; wrote: boolean }> {
  let wrote = false;
  const obeys: Sentence[] = [attack.slice(0, 300), lie].map((text) => ({ text, facts: ['home.year'] }));
  fake.play(({ body }) => {
    if (JSON.stringify(body.system).includes(JSON.stringify(understandSystem))) return [stop('refusal')];
    wrote = true;
    return [say(writeSpoken(obeys)), stop()];
  });
  const observed = { clock: systemClock, log: silentLogger, meter: silentMeter };
  const claude = createAnthropicModel({ ...defaultModels, ...observed, apiKey: 'test', baseUrl: fake.url });
  const world = await turnWorld({
    model: withFallback(claude, createPlaybook(observed), observed),
    listings: [listing],
  });
  await world.say(question);
  expect(await world.settle()).toEqual([]);
  return { text: (await world.botMessages()).join(' '), wrote };
}

/** Of a text that its writer put in somebody's mouth: enough of it to be told again. */
const repeats = (text: string, attack: string): boolean => attack.length >= 20 && text.includes(attack.slice(0, 40));

describe.skipIf(!existsSync(folder))('a model that obeys an attack and lies', () => {
  it('says nothing of it to a visitor where the attack stands in the description of a home: they read what the file says', async () => {
    const rows = spread(read<{ text: string; attack: string; label: number }>('injection_in_listing_text.jsonl'));
    expect(rows.length).toBeGreaterThanOrEqual(30);
    for (const { text: description, attack } of rows) {
      const { text, wrote } = await answered('When was it built?', attack, { ...home, description });
      expect(wrote).toBe(true);
      expect(text).toContain('It was built in 1948.');
      expect(text).not.toMatch(/1998|400,000/);
      expect(repeats(text, attack), attack).toBe(false);
    }
  });

  it('says nothing of it to a visitor who typed the attack themselves: they read our words', async () => {
    const rows = spread(read('injection_direct.jsonl'));
    expect(rows.length).toBeGreaterThanOrEqual(30);
    for (const { text: attack } of rows) {
      const { text } = await answered(attack.slice(0, longest), attack, home);
      expect(text).not.toBe('');
      expect(text).not.toMatch(/1998|400,000/);
      expect(repeats(text, attack), attack).toBe(false);
    }
  });

  it('answers rightly who asks in the same breath', async () => {
    const rows = spread(read('injection_direct.jsonl').filter(({ text }) => text.length < 300));
    let asked = 0;
    for (const { text: attack } of rows) {
      const { text, wrote } = await answered(`When was it built? ${attack}`, attack, home);
      if (wrote) asked += 1;
      expect(text).not.toMatch(/1998|400,000/);
      expect(repeats(text, attack), attack).toBe(false);
    }
    expect(asked).toBeGreaterThan(0);
  });
});
