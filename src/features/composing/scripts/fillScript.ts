import type { ScriptFacts } from './model.ts';

const clause = /\[([^\]|]*)\|([^\]]*)\]/g;
const named = /\{(\w+)\}/g;

/** Authored words with their facts; a clause whose facts are not all known gives way to what stands in its place. */
export function fillScript(words: string, facts: ScriptFacts): string {
  const known: Readonly<Record<string, string | undefined>> = { ...facts };
  const isKnown = (text: string): boolean => [...text.matchAll(named)].every(([, name = '']) => known[name]);
  return words
    .replace(clause, (_, said: string, instead: string) => (isKnown(said) ? said : instead))
    .replace(named, (_, name: string) => known[name] ?? '');
}
