import { bringAllBack, bringBackAsItComes, hidePeople } from './hidePeople.ts';
import type { LanguageModel } from './ports.ts';

/**
 * The same model, which reads no names and numbers of people: they leave as placeholders, and are put back into what it wrote
 * before anybody reads it.
 */
export function withHiddenPeople(model: LanguageModel): LanguageModel {
  return {
    get basis() {
      return model.basis;
    },
    async write(order, out) {
      // One text for all of it, so that the same person has the same placeholder everywhere.
      const turns = order.turns ?? [];
      const seam = '\u0000';
      const hidden = hidePeople([...turns.map(({ text }) => text), order.prompt].join(seam), {
        names: order.people ?? [],
      });
      const texts = hidden.text.split(seam);
      const said = bringBackAsItComes(hidden, out.onText);
      const result = await model.write(
        {
          ...order,
          prompt: texts[turns.length] ?? '',
          ...(order.turns === undefined
            ? {}
            : { turns: turns.map(({ from }, at) => ({ from, text: texts[at] ?? '' })) }),
        },
        { ...out, onText: said.push },
      );
      said.end();
      return { ...result, answer: bringAllBack(result.answer, hidden) };
    },
  };
}
