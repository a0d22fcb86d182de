/** How many times longer `run` takes on `times` times the words: of seven rounds the quickest of each, because what the machine does beside only adds. */
export function growthOf(run: (text: string) => void, text: string, times: number): number {
  const short = text.slice(0, Math.floor(text.length / times));
  const quickest = (given: string, repeats: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 7; round++) {
      const from = performance.now();
      for (let at = 0; at < repeats; at++) run(given);
      least = Math.min(least, (performance.now() - from) / repeats);
    }
    return least;
  };
  quickest(short, times);
  return quickest(text, 1) / quickest(short, times);
}
