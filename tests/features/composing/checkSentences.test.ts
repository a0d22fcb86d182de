import { expect, test } from 'vitest';
import { checkSentences } from '../../../src/features/composing/narratives/checkSentences.ts';
import { narrateOrder } from '../../../src/features/composing/narratives/narrateTask.ts';
import { narrativeFacts } from '../../../src/features/composing/narratives/narrativeFacts.ts';
import type { NarrativeMaterial } from '../../../src/features/composing/narratives/readAsk.ts';
import { vetTask } from '../../../src/features/composing/vetTask.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { withHiddenPeople } from '../../../src/features/llm/withHiddenPeople.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { home } from '../../support/talk.ts';

const brokerage = 'Barton Ridge Realty';
const ask = { listingId: 'l1', leadId: null, style: 'emotional', length: 'long', language: 'en' } as const;
const facts = narrativeFacts(home, 'en', brokerage);
const material = { brokerage, ask, home } as unknown as NarrativeMaterial;
const order = narrateOrder({ tenantId: 't', brokerage, ask, facts, wishes: [], people: [] });

/** Takes these sentences where the small model clears those that `mayStand` holds for. */
async function checked(sentences: readonly { text: string; facts: string[] }[], mayStand: (text: string) => boolean) {
  const vetted: string[] = [];
  const model: LanguageModel = {
    basis: 'model',
    async write({ task, prompt }) {
      expect(task).toBe(vetTask);
      const [, block = '[]'] = /<data name="sentences">\n(.*)\n<\/data>/.exec(prompt) ?? [];
      const asked = JSON.parse(block) as { n: number; text: string }[];
      vetted.push(...asked.map(({ text }) => text));
      const verdicts = asked.map(({ n, text }) => ({ n, why: 'so', ok: mayStand(text) }));
      return { status: 'done', basis: 'model', answer: { verdicts }, started: true };
    },
  };
  const check = checkSentences({ model, logger: silentLogger }, material, facts, order, new AbortController().signal);
  await check.take(sentences);
  return { kept: check.kept.map(({ text }) => text), refused: check.refused, vetted };
}

const uncited = (...texts: string[]) => texts.map((text) => ({ text, facts: [] }));

test('a sentence that cites nothing stands only where its meaning was judged, though no rule sees a claim in it', async () => {
  const claims = ['You get morning sun in the den.', 'The rooms flow into each other.', 'It’s close to everything.'];
  const none = await checked(uncited(...claims), () => false);
  expect(none.kept).toEqual([]);
  expect(none.refused).toEqual(claims.map((text) => ({ text, fault: 'no-fact' })));
  expect(none.vetted).toEqual(claims);
});

test('what an agent would point out after a fact stands once it is judged, with the fact or without', async () => {
  const told = { text: 'It was built in 1948.', facts: ['home.year'] };
  const advice = [
    { text: 'Ask how old the roof, the wiring, the plumbing, and the sewer line are.', facts: ['home.year'] },
    { text: 'Measure the garage for what you drive.', facts: ['home.parking'] },
    { text: 'Ask your insurer for a quote before you decide anything.', facts: [] },
  ];
  const { kept, refused, vetted } = await checked([told, ...advice], () => true);
  expect(kept).toEqual([told, ...advice].map(({ text }) => text));
  expect(refused).toEqual([]);
  expect(vetted).not.toContain(told.text);
});

test('a claim on the home beyond the fact that it cites doesn’t stand unless it was judged', async () => {
  const claims = [
    { text: 'The wiring was replaced.', facts: ['home.year'] },
    { text: 'The garage has room for a truck and a workbench.', facts: ['home.parking'] },
  ];
  const { kept, vetted } = await checked(claims, () => false);
  expect(kept).toEqual([]);
  expect(vetted).toEqual(claims.map(({ text }) => text));
});

test('whoever judges a sentence can read the address of the home, and no address of a person', async () => {
  const read: string[] = [];
  const model: LanguageModel = {
    basis: 'model',
    async write({ prompt }) {
      read.push(prompt);
      return { status: 'done', basis: 'model', answer: { verdicts: [] }, started: true };
    },
  };
  const words = 'I live at 9 Elm Court and want a garden.';
  const wish = { id: 'lead.1', words, source: 'the talk', audience: 'staff' } as const;
  const known = [...facts, wish];
  const hidden = withHiddenPeople(model);
  const { signal } = new AbortController();
  await checkSentences({ model: hidden, logger: silentLogger }, material, known, order, signal).take(
    uncited('The rooms flow into each other.'),
  );
  expect(read.join()).toContain(home.address);
  expect(read.join()).not.toContain('9 Elm Court');
});
