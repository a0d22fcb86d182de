/**
 * How many times more of the processor's time `run` takes on `times` times the words: of seven rounds the cheapest of each.
 * Not the clock's time: a busy machine takes that from the long ones alone.
 */
export function growthOf(run: (text: string) => void, text: string, times: number): number {
  const short = text.slice(0, Math.floor(text.length / times));
  const cheapest = (given: string, repeats: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 7; round++) {
      const spent = spentMs(() => {
        for (let at = 0; at < repeats; at++) run(given);
      });
      least = Math.min(least, spent / repeats);
    }
    return least;
  };
  cheapest(short, times);
  return cheapest(text, 1) / cheapest(short, times);
}

/** Milliseconds of the processor that this process spent on it. */
export function spentMs(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
