interface Leftover {
  /** At once, as the process ends. */
  now(): void;
  inOrder(): Promise<unknown>;
}

const leftovers = new Set<Leftover>();

/** What a test has started ends with its file, however the test went, and with the run when that is killed. Call the answer when it has ended before. */
export function endWithUs(leftover: Leftover): () => void {
  leftovers.add(leftover);
  return () => void leftovers.delete(leftover);
}

/** A test that failed leaves running what it had started; that would take the machine from the tests after it. */
export async function endLeftovers(): Promise<void> {
  await Promise.allSettled([...leftovers].map((one) => one.inOrder()));
}

process.once('exit', () => {
  for (const one of leftovers) one.now();
});
// Without this a killed process has no exit.
process.once('SIGTERM', () => process.exit(143));
