/** `npm run bench -- relay | append | idle | client | turns | understand | understand-cost`: prints one table and, as the last line, its figures as JSON. */
export {};

const benches: Record<string, () => Promise<void>> = {
  relay: async () => (await import('./relay.ts')).benchRelay(),
  append: async () => (await import('./append.ts')).benchAppend(),
  idle: async () => (await import('./idle.ts')).benchIdle(),
  client: async () => (await import('./client.ts')).benchClient(),
  turns: async () => (await import('./turns.ts')).benchTurns(),
  understand: async () => (await import('./understand.ts')).benchUnderstand(),
  'understand-cost': async () => (await import('./understandCost.ts')).benchUnderstandCost(),
};

const bench = benches[process.argv[2] ?? ''];
if (bench === undefined) {
  console.error('Usage: npm run bench -- relay | append | idle | client | turns | understand | understand-cost');
  process.exit(2);
}
await bench();
process.exit(0);
