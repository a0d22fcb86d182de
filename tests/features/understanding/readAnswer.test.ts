import { describe, expect, it } from 'vitest';
import type { SlotName } from '../../../src/contract/vocabulary.ts';
import { readAnswer } from '../../../src/features/understanding/readAnswer.ts';

/** The message when the slot is asked for, the value it gives, and the words that give it; null: nothing. */
const answers: Partial<Record<SlotName, readonly (readonly [string, readonly [string, string] | null])[]>> = {
  beds: [
    ['four, we got three boys', ['4', 'four']],
    ['we need 3 at least', ['3', '3']],
    ['cuatro, tenemos dos niños', ['4', 'cuatro']],
    ['two kids and a dog', null],
    ['3 full baths', null],
    ['anything but 2', null],
    ['somos cinco personas', null],
    ['3, no wait, 4', ['4', '4']],
  ],
  budget: [
    ['six fifty maybe', ['six fifty', 'six fifty']],
    ['four hunnid', ['$400,000', 'four hunnid']],
    ['one point two', ['$1.2 million', 'one point two']],
    ['450k tops', ['450k', '450k']],
    ['unos 300 mil', ['300 mil', '300 mil']],
    ['we make 90k a year', null],
    ['not 500k', null],
  ],
  price: [
    ['seven hundred', ['$700,000', 'seven hundred']],
    ['no menos de 400 mil', ['400 mil', '400 mil']],
    ['whatever it is worth', null],
  ],
  timeline: [
    ['nobody is in a rush', ['no hurry', 'nobody is in a rush']],
    ['sin prisa', ['sin prisa', 'sin prisa']],
    ['no tengo apuro', ['no hurry', 'no tengo apuro']],
    ['en marzo', ['en marzo', 'en marzo']],
    ['september ish', ['in september', 'september']],
    ['after the holidays', ['after christmas', 'holidays']],
    ['yesterday lol', ['yesterday', 'yesterday']],
    ['lo antes posible', ['lo antes posible', 'lo antes posible']],
    ['it is not urgent', ['not urgent', 'not urgent']],
    ['not before june', null],
  ],
  area: [
    ['not in Zilker', null],
    ['menos Zilker', null],
    ['anything but Zilker', null],
    ['the mueller area please', ['mueller', 'mueller']],
    ['cerca de Hyde Park', ['Hyde Park', 'Hyde Park']],
    ['somewhere near Mueller', ['Mueller', 'Mueller']],
    ['por Travis Heights', ['Travis Heights', 'Travis Heights']],
  ],
  day: [
    ['saturday works', ['Saturday', 'saturday']],
    ['el martes', ['Tuesday', 'el martes']],
    ['mañana', ['tomorrow', 'mañana']],
    ['menos el lunes', null],
    ['not friday', null],
  ],
  timeOfDay: [
    ['7, after dinner', ["7 o'clock", '7']],
    ['noon ish', ['noon', 'noon']],
    ['mornings', ['morning', 'mornings']],
    ['menos en la mañana', null],
    ['por la tarde', ['afternoon', 'por la tarde']],
    ['not at 5', null],
  ],
};

describe('an answer to the question that stands', () => {
  for (const [slot, lines] of Object.entries(answers) as [SlotName, NonNullable<(typeof answers)[SlotName]>][])
    describe(slot, () => {
      it.each(lines)('“%s”', (text, told) => {
        const read = readAnswer(slot, text);
        expect(read && [read.value, read.quote]).toEqual(told);
        if (read !== null) expect(text).toContain(read.quote);
      });
    });

  it('is nothing where no words can be the answer, or nobody asks for it so', () => {
    for (const slot of Object.keys(answers) as SlotName[])
      for (const text of ['', '   ', '???']) expect(readAnswer(slot, text)).toBeNull();
    expect(readAnswer('phone', '512 555 0143')).toBeNull();
  });
});
