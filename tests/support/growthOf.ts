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
  const [long, brief] = [cheapest(text, 1), cheapest(short, times)];
  // The processor's clock goes in ticks: nothing against one tick says nothing of how it grows.
  return brief === 0 && long <= tickMs ? 1 : long / brief;
}
const tickMs = 10;

/** Milliseconds of the processor that this process spent on it. */
export function spentMs(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
