import { vi } from 'vitest';

/** Runs the check until it holds. A busy machine may need longer than the second that is the default. */
export const eventually = (check: () => void) => vi.waitFor(check, { timeout: 45_000, interval: 5 });
