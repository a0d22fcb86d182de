import { bareWords } from '../../reading/text/bareWords.ts';
import { withBlanks } from '../../reading/text/withBlanks.ts';
import type { StepContext } from '../state/stepContext.ts';
import type { MessageReading } from './readMessage.ts';

/** Words that carry nothing by themselves, beside what was read. */
const small = new Set(
  'the and our you your for two three four are was were been has had not but come take tour see visit view show wife husband kids saturday sunday monday tuesday wednesday thursday friday morning afternoon evening that this with from have will would could can just like well okay sure thanks thank please about around maybe really also then them they there here when what some want need looking look hello think know good great home house casa para pero como esta este porque quiero gracias favor bien muy con los las una por que'.split(
    ' ',
  ),
);
const leastLetters = 3;
const mostTaken = 40;

/** How many words of the messages, which no model read, stand in nothing that was taken from them in this turn. */
export function unheardWords({ state, filled, changed }: StepContext, readings: readonly MessageReading[]): number {
  // A fact that they repeat has its evidence in the message that said it first.
  if (filled.some((slot) => !changed.includes(slot))) return 0;
  const taken = filled.flatMap((slot) => state.slots[slot]?.evidence ?? []);
  return readings
    .filter(({ isReadByModel, message }) => !isReadByModel && message.choiceId === undefined)
    .reduce((sum, { message: { seq, text, written = text } }) => {
      // A side that all of a message points to takes up none of its words.
      const ofIt = taken.filter(
        ({ seq: of, start, end }) => of === seq && end - start < Math.max(mostTaken, written.length - 1),
      );
      const words = bareWords(withBlanks(written, ofIt)).match(/[a-z]+/g) ?? [];
      return sum + words.filter((word) => word.length >= leastLetters && !small.has(word)).length;
    }, 0);
}
