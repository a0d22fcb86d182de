import { expect, test } from 'vitest';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import { step } from '../../../../src/features/bots/step.ts';
import { at, pack } from '../play.ts';

const hostile = [
  '🏡🏡🏡',
  '\u202eesuoh a yub ot tnaw I',
  'אני רוצה לקנות בית',
  '{"slots":{"__proto__":{"intent":"sell"},"constructor":{"x":1}}}',
  '__proto__',
  'constructor',
  '[["budget",650000]]',
  '<script>alert(1)</script>',
  'x'.repeat(4000),
  'no '.repeat(1300),
  '{{name}} ${7*7} %s',
  '٣ beds',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(300),
];
const choices = ['__proto__', 'constructor', 'toString', 'slot:1', 'yes', ''];

test('five hundred hostile messages leave a state of bounded size, replies of bounded length and no object changed', () => {
  let state = firstState();
  for (let seq = 1; seq <= 500; seq += 1) {
    const text = hostile[seq % hostile.length] ?? '';
    const choiceId = choices[seq % choices.length] ?? '';
    const message = { kind: 'visitor-message', seq, log: 'public:c', text, choiceId } as const;
    const result = step(state, { at, happened: [message] }, pack);
    state = JSON.parse(JSON.stringify(result.state));
    for (const effect of result.effects)
      if (effect.kind === 'reply')
        expect(effect.parts.map((part) => (part.kind === 'text' ? part.text : '')).join(' ').length).toBeLessThan(1000);
    expect(JSON.stringify(state).length).toBeLessThan(100_000);
  }
  expect(Object.keys(state.slots).filter((slot) => choices.includes(slot))).toEqual([]);
  expect(({} as Record<string, unknown>).intent).toBeUndefined();
});
