import type { Read } from '../model.ts';
import { plainText } from '../text/plainText.ts';
import { largeCitiesPattern, statesPattern } from './usPlaces.ts';

const comesFrom = new RegExp(
  String.raw`(?<!\p{L})(?:com(?:e|ing)|mov(?:e|ing)|relocat(?:e|ing)|transfer(?:ring)?|vengo|venimos|mud\p{L}+)(?: (?:here|over|back|down|out|up|in|aqu[ií]))? (?:from|de|desde) ((?:${statesPattern}|${largeCitiesPattern})(?:,? (?:${statesPattern}))?)(?!\p{L})`,
  'iu',
);

/** Where somebody moves from: "Coming from California". It is acknowledged, and fills no slot. */
export function readOrigin(text: string): Read<string> | null {
  const match = comesFrom.exec(plainText(text));
  if (match?.[1] === undefined) return null;
  const start = match.index + match[0].lastIndexOf(match[1]);
  return {
    value: match[1].replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()),
    start,
    end: start + match[1].length,
  };
}
