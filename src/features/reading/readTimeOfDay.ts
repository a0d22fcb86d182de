import { isRuledOut } from './isRuledOut.ts';
import { matchesIn } from './matchesIn.ts';
import type { Read } from './model.ts';
import { plainText } from './plainText.ts';

const clock =
  /(?<![\w:.$])(1[0-2]|0?[1-9])(?::([0-5]\d))?\s?(a\.?\s?m\b\.?|p\.?\s?m\b\.?|o'?clock|(?:in the|de la) (?:morning|afternoon|evening|ma[nñ]ana|tarde|noche))/gi;
const clock24 = /(?<![\w:.$])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/g;
/** What is counted or measured: "3 or 4 bedrooms", "about 10 acres", "around 4k" name no hour. */
const counted =
  '(?:bed|bd|bath|ba\\b|br\\b|room|k\\b|m\\b|mil|grand|thousand|hundred|%|percent|sq|feet|foot|ft|acre|mile|minute|min\\b|hour|hr|day|week|month|year|yr|stor(?:y|ies)|floor|car\\b|cars|kid|child|dog|cat|people|person|adult|home|house|place|propert|offer|of (?:us|them|the)|more|time|rec[aá]mara|cuarto|habitaci|ba[nñ]o|d[ií]a|semana|mes|a[nñ]o|hora|persona|casa)';
const bareHour = new RegExp(
  `\\b(?:at|around|about|make it|(?:push|move|change|bump|switch)(?: it| that)? to|a las)\\s(1[0-2]|[1-9])(?![\\d:.,%/-])(?!\\s?(?:(?:or|to|and|o|y|-|–)\\s?\\d{1,2}\\s?)?(?:\\+\\s?|and a half |plus )?${counted})`,
  'i',
);
const part =
  /(?<!\bgood )\b(morning|afternoon|evening|noon|midday|lunch ?time|night|ma[nñ]ana por la ma[nñ]ana|por la ma[nñ]ana|la ma[nñ]ana|por la tarde|la tarde|tarde|por la noche|mediod[ií]a)s?\b/i;
const any =
  /\b(?:any ?time|whenever|either(?: one| is fine| works)?|all day|no preference|doesn't matter|cualquier hora|cuando sea|cualquiera)\b/i;
const past = /\b(?:told|said|mentioned|called|wrote|texted)\b[^.?!]{0,30}$/i;

/** A time of day: "morning", "afternoon", "evening", "any time", or the clock as said ("1 pm"). "Good morning" is a greeting. */
export function readTimeOfDay(text: string): Read<string> | null {
  const plain = plainText(text);
  const hasDigits = /\d/.test(plain);
  const hour = hasDigits ? firstFree(clock, plain) : undefined;
  if (hour) {
    const [whole, h = '', minutes, half = ''] = hour;
    const suffix = /^o/i.test(half) ? "o'clock" : /^a|morning|ma[nñ]ana/i.test(half) ? 'am' : 'pm';
    return {
      value: `${Number(h)}${minutes ? `:${minutes}` : ''} ${suffix}`,
      start: hour.index,
      end: hour.index + whole.length,
    };
  }
  const digital = hasDigits ? firstFree(clock24, plain) : undefined;
  if (digital) return { value: digital[0], start: digital.index, end: digital.index + digital[0].length };
  const said = part.exec(plain);
  if (said && !past.test(plain.slice(0, said.index))) {
    return { value: partOf(said[1] as string), start: said.index, end: said.index + said[0].length };
  }
  const near = hasDigits ? bareHour.exec(plain) : null;
  if (near) return { value: `${near[1]} o'clock`, start: near.index, end: near.index + near[0].length };
  const free = any.exec(plain);
  return free ? { value: 'any time', start: free.index, end: free.index + free[0].length } : null;
}

/** The first time of day that is neither past nor taken. */
function firstFree(pattern: RegExp, plain: string): RegExpExecArray | undefined {
  for (const match of matchesIn(pattern, plain))
    if (!isRuledOut(plain, { start: match.index, end: match.index + match[0].length })) return match;
  return undefined;
}

function partOf(word: string): string {
  if (/^noon|^midday|^lunch|mediod/i.test(word)) return 'noon';
  if (/^morning|ma[nñ]ana/i.test(word)) return 'morning';
  if (/^afternoon|tarde/i.test(word)) return 'afternoon';
  return 'evening';
}
