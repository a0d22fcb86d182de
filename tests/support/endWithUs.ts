interface Leftover {
  /** At once, as the process ends. */
  now(): void;
  inOrder(): Promise<unknown>;
}

const leftovers = new Set<Leftover>();

/**
 * Ends a process that a test started with the test's file, however the test went, or with the run if that is killed.
 * Call the answer if it has ended before.
 */
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
