import { ordinals } from '../numbers/ordinals.ts';

const numbers = ['one', 'two', 'three', 'four'];
const places: readonly RegExp[] = ordinals.map(
  (words, at) => new RegExp(`\\b(?:${words})\\b|#${at + 1}\\b|\\bnumber (?:${at + 1}|${numbers[at]})\\b`, 'i'),
);
const last = /\b(?:the last|última) (?:one|home|house)?\b/i;
const otherFirsts =
  /\b(?:first|second|third|fourth|primer|segundo|tercer) (?:floor|level|story|piso|nivel|time|visit|tour|showing|meeting|call|week|day|offer|month|year|step|question|visita|vez|bed ?room|bath\w*|home buyer|buyer)\b/i;
const pointing =
  /\b(?:like|love|about|interested|see|visit|tour|view|looks?|nice|great|pretty|prefer|gusta|interesa|ver|bonit[ao]|prefiero)\b/i;
const thisOne =
  /\b(?:this (?:home|house|place|property|one|condo|listing)|the (?:home|house) on this page|esta casa)\b/i;

/** Says something of a home, or wants it: only then is "the second one" one of the homes on the screen. */
export const pointsAtHome = (text: string): boolean => pointing.test(text);

/**
 * The position that a message names among the homes shown, from 0: "the second one" → 1, "the last one" → 'last'. "The second
 * floor" and "first-time buyer" name none.
 */
export function readListPosition(text: string): number | 'last' | null {
  if (otherFirsts.test(text)) return null;
  if (last.test(text)) return 'last';
  const at = places.findIndex((pattern) => pattern.test(text));
  return at < 0 ? null : at;
}

/** "This house", "the home on this page". */
export const meansThisHome = (text: string): boolean => thisOne.test(text);

/** Whether a home is named by its title, "4312 Teakwood Dr": "4312", "Teakwood", the number or the first long word of the street. */
export function namesStreet(text: string, title: string): boolean {
  const said = ` ${(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ')} `;
  const [number = '', street = ''] = title.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return (
    (/^\d{3,}$/.test(number) && said.includes(` ${number} `)) || (street.length > 4 && said.includes(` ${street} `))
  );
}
