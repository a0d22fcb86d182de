import type { Read } from '../model.ts';
import { matchesIn } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

const clause = /[^.!?;,\n]+/g;
const part =
  /\b(?:roof|foundation|slab|plumbing|pipes?|drains?|sewer|wiring|knob (?:and|n|&) tube|electrical|panel|hvac|a\/?c|furnace|windows?|siding|septic|water heater|termites?|mold|ceiling|floors?|carpet|kitchen|bath ?rooms?|techo|cimientos|tuber[ií]as?|plomer[ií]a|piso|cocina)(?!\p{L})/iu;
const trouble =
  /\b(?:hail|leak\w*|shot|crack\w*|needs?|bad|broken|out(?= of|\W*$)|replac\w+|repair\w*|damage\w*|knob|cast iron|dead|dying|rott\w+|rot|sag\w*|est(?:imate)?d?|fix\w*|old|original|from the [5-9]0|gotera\w*|rot[oa]|mal[oa]?|da[nñ]ad\w+|falta|cambiar|arregl\w+)(?!\p{L})/iu;
const done = /(?<!\b(?:needs?|wants?) an? )\bnew\b|\b(?:replaced|fixed|redone|updated|nuev[oa])\b/iu;
const mostChars = 160;

/** Reads what has to be repaired, in their own words: every clause that names a part of the home and what ails it. */
export function readRepairs(text: string): Read<string> | null {
  const found = matchesIn(clause, plainText(text)).filter(
    ({ 0: words }) => part.test(words) && trouble.test(words) && !done.test(words),
  );
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = first.index + (first[0].length - first[0].trimStart().length);
  const end = Math.min(last.index + last[0].trimEnd().length, start + mostChars);
  return { value: text.slice(start, end), start, end };
}
