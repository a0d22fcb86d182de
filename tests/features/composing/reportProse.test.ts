import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnthropicModel } from '../../../src/adapters/anthropic/createAnthropicModel.ts';
import { defaultModels } from '../../../src/adapters/anthropic/defaultModels.ts';
import { createPlaybook } from '../../../src/adapters/playbook/createPlaybook.ts';
import { maySay, numeralsOf } from '../../../src/features/composing/reports/checkProse.ts';
import { writeProse } from '../../../src/features/composing/reports/writeProse.ts';
import { counted, type Draft, lasted, shared } from '../../../src/features/insight/reports/figures.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { type FakeAnthropic, say, startFakeAnthropic, stop } from '../../support/fakeAnthropic.ts';

/* One scripted server; a second in all. */

const source = 'the logs';
const started = counted({
  ...{ name: 'Conversations started', value: 14, before: 17, source },
  ...{ one: 'conversation started', many: 'conversations started', none: 'No conversations started' },
});
const answered = shared({
  ...{ name: 'Share answered', part: 9, whole: 11, before: 0.75, source },
  ...{ says: 'of those who waited were answered', none: 'Nobody waited' },
});
const reply = lasted({
  ...{ name: 'Median first reply', value: 250_000, before: null, source },
  ...{ says: 'The median first reply took …', none: 'No first reply was observed' },
});
const before = 'the 7 days before';

describe('a sentence of a report', () => {
  it.each([
    ['14 conversations started, 3 fewer than in the 7 days before.', [started]],
    ['Fourteen conversations started, down from seventeen.', [started]],
    ['82% of those who waited were answered, up from 75%.', [answered]],
    ['82 percent were answered, 7 points more.', [answered]],
    ['The median first reply took 4 minutes.', [reply]],
    ['14 conversations started, and 82% of those who waited were answered.', [started, answered]],
  ] as const)('may say what its figures say: %s', (text, figures) => {
    expect(maySay(text, figures, before)).toBe(true);
  });

  it.each([
    ['a number that no figure has', '15 conversations started.', [started]],
    ['a number of another figure that it does not cite', '14 conversations started, 82% were answered.', [started]],
    ['a number in words', 'Nineteen conversations started.', [started]],
    ['a share that it worked out', 'That is an 18% drop.', [started]],
    ['a figure with another measure', 'The median first reply took 4 hours.', [reply]],
    ['a measure of a plain count', '14% of conversations started.', [started]],
    ['a number that hides in a word', 'Conversations halved.', [started]],
    ['the wrong way', '14 conversations started, 3 more than in the 7 days before.', [started]],
    [
      'the wrong way of both its figures',
      '14 conversations started and 82% were answered, both down.',
      [answered, answered],
    ],
    ['a change from what was not observed', 'The median first reply rose to 4 minutes.', [reply]],
    ['the days before as a figure', 'Conversations started on 7 days.', [started]],
    ['nothing that it rests on', 'The team is doing well.', []],
  ] as const)('may not say %s', (_, text, figures) => {
    expect(maySay(text, figures, before)).toBe(false);
  });

  it('has its numbers read with what they measure', () => {
    expect(numeralsOf('twenty-one leads, $1,200, 4 minutes and 8%')).toEqual([
      { value: 21, measure: null },
      { value: 1200, measure: '$' },
      { value: 4, measure: 'minute' },
      { value: 8, measure: 'percent' },
    ]);
  });
});

describe('the words of a report', () => {
  const drafts: Draft[] = [
    { title: 'Conversations', figures: [started] },
    { title: 'Answers', figures: [answered, reply], advice: ['Look at the waits.'] },
    { title: 'Replies', figures: [reply], advice: ['No more was read.'] },
  ];
  const ask = { title: 'Weekly', brokerage: 'Barton Ridge Realty', before, drafts, order: { userKey: 't1' } };
  let fake: FakeAnthropic;
  beforeAll(async () => {
    fake = await startFakeAnthropic();
  });
  afterAll(() => fake.close());
  const claude = () =>
    createAnthropicModel({
      ...defaultModels,
      ...{ apiKey: 'key', baseUrl: fake.url, clock: systemClock, log: silentLogger, meter: silentMeter },
    });
  const answers = (sections: unknown) => fake.play(() => [say(JSON.stringify({ sections })), stop()]);

  it('are the model’s sentences that hold; one with a number that no figure has is dropped', async () => {
    answers([
      {
        id: 's1',
        sentences: [
          { text: '14 conversations started.', figures: ['s1f1'] },
          { text: 'Revenue rose to $90,000.', figures: ['s1f1'] },
        ],
      },
      { id: 's2', sentences: [{ text: '14 conversations started.', figures: ['s1f1'] }] },
      { id: 's3', sentences: [{ text: 'Replies took 4 minutes.', figures: ['s3f1'] }] },
    ]);
    const sections = await writeProse(claude(), ask);
    expect(sections[0]).toMatchObject({ text: '14 conversations started.', basis: 'model' });
    // A sentence on the figures of another section does not stand, and the rules write this one.
    expect(sections[1]).toMatchObject({
      text: '82% of those who waited were answered, 7 points more than in the 7 days before. The median first reply took 4 minutes. Look at the waits.',
      basis: 'rules',
    });
    // The additions of the rules stand whoever writes.
    expect(sections[2]).toMatchObject({ text: 'Replies took 4 minutes. No more was read.', basis: 'model' });
    expect(sections[1]?.figures[1]).toEqual({
      ...{ name: 'Median first reply', value: 250_000, unit: 'ms', before: null, source },
    });
  });

  it('hold nothing that the fair-housing gate flags', async () => {
    const text = 'It is a safe neighborhood for the 14 conversations that started.';
    answers([{ id: 's1', sentences: [{ text, figures: ['s1f1'] }] }]);
    expect((await writeProse(claude(), ask))[0]?.basis).toBe('rules');
  });

  it('are those of the rules where the model does not answer, and without one', async () => {
    fake.play(() => [stop('refusal')]);
    const text = '14 conversations started, 3 fewer than in the 7 days before.';
    for (const model of [claude(), createPlaybook({ clock: systemClock })])
      expect((await writeProse(model, ask))[0]).toMatchObject({ text, basis: 'rules' });
  });
});
