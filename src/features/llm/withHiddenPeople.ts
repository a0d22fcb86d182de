import { bringAllBack, bringBackAsItComes, hidePeopleInAll } from './hidePeople.ts';
import type { LanguageModel } from './ports.ts';

/**
 * The same model, which reads no names and numbers of people: they leave as placeholders, and are put back into what it wrote
 * before anybody reads it. Addresses, phone numbers and emails that what is stable or a home for sale tells are read: they are public.
 */
export function withHiddenPeople(model: LanguageModel): LanguageModel {
  return {
    get basis() {
      return model.basis;
    },
    async write(order, out) {
      const { stable = [], turns = [] } = order;
      // All of it at once, so that the same person has the same placeholder everywhere; the stable parts first, so that its
      // placeholders don't depend on the talk and it stays the same for the cache.
      const hidden = hidePeopleInAll([...stable, ...turns.map(({ text }) => text), order.prompt], {
        names: order.people ?? [],
        publicTexts: [...stable, ...(order.homes ?? [])],
      });
      const textAt = (at: number): string => hidden.texts[at] ?? '';
      const said = bringBackAsItComes(hidden, out.onText);
      const result = await model.write(
        {
          ...order,
          prompt: textAt(stable.length + turns.length),
          ...(order.stable === undefined ? {} : { stable: stable.map((_, at) => textAt(at)) }),
          ...(order.turns === undefined
            ? {}
            : { turns: turns.map(({ from }, at) => ({ from, text: textAt(stable.length + at) })) }),
        },
        {
          ...out,
          onText: said.push,
          mayBegin: (before) => out.mayBegin?.(bringAllBack(before, hidden)) ?? true,
        },
      );
      said.end();
      return { ...result, answer: bringAllBack(result.answer, hidden) };
    },
  };
}
