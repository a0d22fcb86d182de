/** As many conversations as one act is for. */
export const mostSelected = 50;

/** With one more, or without it; full, it stays as it is. */
export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id) && next.size < mostSelected) next.add(id);
  return next;
}

/** With all from one row to another in the order shown, both included, as far as there is room. */
export function selectedThrough(
  selected: ReadonlySet<string>,
  order: readonly string[],
  from: string | null,
  to: string,
): ReadonlySet<string> {
  const ends = [order.indexOf(from ?? to), order.indexOf(to)].sort((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  const range = first < 0 ? [to] : order.slice(first, last + 1);
  return new Set([...selected, ...range].slice(0, mostSelected));
}

/** The outcome of one action on several conversations. */
export interface Outcome {
  done: string[];
  /** By id: why it was refused, in words. */
  refused: Map<string, string>;
}

const atOnce = 5;

/** Does it to each, a few at a time; `why` says in words why one refused, and what it has no words for is thrown on. */
export async function actOnEach(
  ids: readonly string[],
  act: (id: string) => Promise<unknown>,
  why: (error: unknown) => string | null,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: new Map() };
  const waiting = [...ids];
  async function work(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        await act(id);
        outcome.done.push(id);
      } catch (error) {
        const words = why(error);
        if (words === null) throw error;
        outcome.refused.set(id, words);
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcome;
}
