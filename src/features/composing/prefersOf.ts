import type { Preference, PreferenceName } from '../../contract/rest/preferences.ts';

/** Those read from the words alone: the others are known to whoever reads the answers, or are kept by rule. */
export const readFromWords: readonly PreferenceName[] = ['tone', 'price', 'objections'];
/** Those for writers who read no answers; the language is named to them. */
export const allButLanguage: readonly PreferenceName[] = ['channel', 'hours', 'must-haves', ...readFromWords];

/** Preferences of a lead for a model, by name, each with why and what is adapted to it; undefined where there is none. */
export function prefersOf(
  prefers: readonly Preference[],
  names: readonly PreferenceName[],
): Record<string, string> | undefined {
  const chosen = prefers.filter(({ name }) => names.includes(name));
  if (chosen.length === 0) return undefined;
  return Object.fromEntries(chosen.map(({ name, value, why, adapts }) => [name, `${value}. ${why} ${adapts}`]));
}
