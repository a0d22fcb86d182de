import { readYesNo } from '../dialogue/readYesNo.ts';
import type { Read } from '../model.ts';
import { readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

const alone =
  /\b(?:(?:just|only) (?:me|us|myself)|it'?s (?:just |only )?(?:me|mine)|(?:i|we) (?:decide|own it) (?:alone|ourselves|myself)|(?<=^\W*(?:no\W+)?)i decide(?=\W*$)|no ?(?:one|body)(?: else)?|none|solo yo|s[oó]lo (?:yo|nosotros)|nadie(?: m[aá]s)?|soy el [uú]nico|soy la [uú]nica)(?!\p{L})/iu;
const others =
  /\b(?:(?:my|our) (?:\w+ )?(?:wife|husband|spouse|partner|fianc[eé]e?|brothers?|sisters?|siblings?|co-?owners?|parents|mother|mom|father|dad|son|daughter|kids|children|ex\b|ex-\w+|cousins?|aunt|uncle|business partner)|the (?:bank|estate|trust|executor|court|other (?:owner|heir)s?)|heirs|both of us|all of us|co-?owners?|(?:mi|mis|nuestr[oa]s?) (?:espos[oa]|marido|mujer|pareja|herman[oa]s?|padres?|madre|hij[oa]s?|soci[oa]s?|ex)|el banco|los herederos)(?!\p{L})/iu;

/** Whether somebody else has a say in the sale: the answer to that question, and to no other. */
export function readWhoDecides(text: string): Read<'shared' | 'alone'> | null {
  const plain = plainText(text);
  const yesNo = readYesNo(text);
  const isAlone = alone.exec(plain);
  const isShared = others.exec(plain);
  // "Just me and my wife" are two.
  if (isShared && yesNo?.value !== false) return readAt('shared', isShared);
  if (isAlone) return readAt('alone', isAlone);
  return yesNo && { ...yesNo, value: yesNo.value ? 'shared' : 'alone' };
}

const ownsWith =
  /\b(?:brother|sister|siblings?|cousin|wife|husband|ex|mom|mother|dad|father|partner|uncle|aunt|hermano|hermana|espos[oa])s?(?:[- ]in[- ]law)? (?:also |still )?(?:owns?|has (?:a )?(?:half|third|share|say)|(?:gets?|got|has|gets) the (?:last|final) (?:word|say)|is on the (?:deed|title))\b|\b(?:to|between) me and my (?:brother|sister|siblings?|cousins?)\b|\b(?:me|i) and my (?:brother|sister|siblings?|cousins?|wife|husband|ex) (?:own|inherited|have to)\b|\b(?:own|bought|have|hold) it (?:together|jointly)\b|\b(?:i|we) own (?:it|the (?:house|home|place)|this|half)? ?with my\b|\bmy ex and (?:i|me)\b[^.?!]{0,16}\bown\b|\bin both (?:our |their )?names\b|\bboth (?:our )?names (?:are )?on (?:the|it)\b|\b(?:have|need|got|gotta|want) to (?:ask|check with|talk to|run it by|convince) my (?:wife|husband|partner|spouse|brother|sister|siblings|ex|mom|dad|family)\b|\b(?:siblings|brothers|sisters|heirs|kids|wife|husband|brother|sister|ex|spouse|they) (?:all |also |still )?(?:has|have|needs?) to (?:sign|agree)\b|\b(?:two|three|four|five|six|\d) (?:of us|heirs|siblings|owners)\b|\bco-?own\w*\b|\b(?:my (?:wife|husband|partner) and i|we both|together) decide\b|\bis on the (?:title|deed)(?: too| also| with me)\b|\btiene que firmar\b|\bes de mi (?:herman[oa]|espos[oa]|mam[aá]|pap[aá]) y (?:m[ií][ao]|yo)\b|\bwe both (?:own|have to sign)\b|\bsomos (?:\d+|dos|tres|cuatro|cinco|seis|varios) (?:hermanos?|herederos?|due[nñ]os)\b|\bla casa es de (?:todos|los dos|ambos)\b/i;
const ownsAlone =
  /\b(?:just|only|solely) (?:me|mine|my name)(?: is)?(?: on (?:the|it|title|there)\b|(?=\W*$))|\b(?:solely|all|only) mine\b|\bsole owner\b|\bin my name(?: only| alone)\b|\bonly (?:in )?my name\b|\bthe only one on the (?:title|deed)\b|\bi decide\b[^.?!]{0,6}\b(?:nobody|no one|alone)\b|\b(?:es|est[aá]) (?:solo|s[oó]lo|nada m[aá]s) m[ií]a|\bmine alone\b|\b(?:i'?m|i am) the (?:only|sole) (?:owner|one on)|\bsolo (?:yo|a mi nombre)\b|\best[aá] (?:solo )?a mi nombre\b/i;

const relative =
  '(?:brothers?|sisters?|siblings?|cousins?|wife|husband|hubby|spouse|ex(?:-\\w+)?|partner|mom|mother|dad|father|parents|son|daughter|kids|uncle|aunt|heirs?|roommate|business partner|herman[oa]s?|espos[oa]|marido|mam[aá]|pap[aá]|hij[oa]s?|prim[oa]s?|soci[oa])(?:[- ]in[- ]law)?';
const share =
  '(?:owns?|owners?|half|a third|shares?|deed|title|sign(?:s|ed|ing|ature)?|agree[sd]?|on board|decid\\w+|decision|both names|names?|inherited|last word|final (?:say|word)|has a say|co-?own\\w*|co-?executor|trust|firm\\w+|due[nñ]\\w+|acuerdo|mitad|a nombre)';
/** Somebody near to them, and a word of owning or deciding, in one clause. */
const sharesWith = new RegExp(
  `\\b(?:my|our|her|his|mi|mis|nuestr[oa]s?|the|me and my|(?:brother|sister)s?)\\s(?:\\w+\\s)?${relative}\\b[^.?!;,]{0,30}?\\b${share}(?![a-z\u00e0-\u00ff])|\\b${share}\\b[^.?!;,]{0,24}?\\b(?:with|and|by|to me and|con|y) (?:my|mi|mis) (?:\\w+\\s)?${relative}(?![a-z\u00e0-\u00ff])`,
  'i',
);
const ofDecease = /\b(?:died|passed|late|left me|his name|her name|name is|falleci[a-z\u00e0-\u00ff]+|muri[oó])\b/i;

/** The people who have a say in the sale, told unasked: "brother in law owns a third", "it's just me on the deed". */
export function readSharing(text: string): Read<'shared' | 'alone'> | null {
  const plain = plainText(text);
  const shared = ownsWith.exec(plain);
  if (shared) return readAt('shared', shared);
  const near = sharesWith.exec(plain);
  if (near && !ofDecease.test(near[0])) return readAt('shared', near);
  const own = ownsAlone.exec(plain);
  return own && readAt('alone', own);
}
