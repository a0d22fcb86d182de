/** `npm run bench -- load | growth | relay | append | idle | client | calls | coach | turns | narratives | understand | understand-cost | insight | guard`: prints one table and, as the last line, its figures as JSON; fails where a goal is missed. */
export {};

const benches: Record<string, () => Promise<unknown>> = {
  load: async () => (await import('./load.ts')).benchLoad(process.argv.slice(3)),
  growth: async () => (await import('./growth.ts')).benchGrowth(process.argv.slice(3)),
  relay: async () => (await import('./relay.ts')).benchRelay(process.argv.slice(3)),
  append: async () => (await import('./append.ts')).benchAppend(),
  idle: async () => (await import('./idle.ts')).benchIdle(),
  client: async () => (await import('./client.ts')).benchClient(),
  calls: async () => (await import('./calls.ts')).benchCalls(),
  coach: async () => (await import('./coach.ts')).benchCoach(),
  turns: async () => (await import('./turns.ts')).benchTurns(),
  narratives: async () => (await import('./narratives.ts')).benchNarratives(),
  understand: async () => (await import('./understand.ts')).benchUnderstand(),
  insight: async () => (await import('./insight.ts')).benchInsight(),
  guard: async () => (await import('./guard.ts')).benchGuard(),
  'understand-cost': async () => (await import('./understandCost.ts')).benchUnderstandCost(),
};

const bench = benches[process.argv[2] ?? ''];
if (bench === undefined) {
  console.error(
    'Usage: npm run bench -- load | growth | relay | append | idle | client | calls | coach | turns | narratives | understand | understand-cost | insight | guard',
  );
  process.exit(2);
}
process.exit((await bench()) === false ? 1 : 0);
