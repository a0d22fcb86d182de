import type { Read } from './model.ts';
import { plainText } from './plainText.ts';
import { readYesNo } from './readYesNo.ts';

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
  if (isShared && yesNo?.value !== false) return read('shared', isShared);
  if (isAlone) return read('alone', isAlone);
  return yesNo && { ...yesNo, value: yesNo.value ? 'shared' : 'alone' };
}

const read = (value: 'shared' | 'alone', match: RegExpExecArray): Read<'shared' | 'alone'> => ({
  value,
  start: match.index,
  end: match.index + match[0].length,
});
