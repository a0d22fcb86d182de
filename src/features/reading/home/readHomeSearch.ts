import { readSpeechAct } from '../dialogue/readSpeechAct.ts';
import { plainText } from '../text/plainText.ts';
import { readCompared } from './readCompared.ts';

const homes =
  '(?:homes?|houses?|condos?|condominiums?|town ?ho(?:me|use)s?|row ?houses?|duplex(?:es)?|propert(?:y|ies)|listings?|places?|casas?|condominios?|propiedad(?:es)?|departamentos?)';
const some = `(?:${homes}|options?|ones?|(?:anything|something|algo)(?= (?:in|with|under|near|around|cheaper|bigger|larger|smaller|similar|like|closer|below|between|that|en|con|por|cerca|parecido|m[aá]s)\\b))`;
// Without `u`, as in `readIntent`.
const asks = new RegExp(
  [
    `\\b(?:show|send|find|list|pull up|suggest|recommend)\\b(?! (?:up|out))[^.?!]{0,50}\\b${some}`,
    `\\b(?:do you have|have you got|you got|are there|is there|got any|any)\\b (?:an?y?|some|other|more)?[^.?!]{0,40}\\b${some}\\b(?! (?:fees?|dues|association|offers?))`,
    `\\bwhat (?:else|other|${homes}) ?[^.?!]{0,30}\\b(?:do you have|have you got|is|are|for sale|available|listings?|homes?|houses?)\\b`,
    '\\bwhat (?:do you have|have you got)\\b(?! (?:on file|to))',
    "\\bwhat(?:'?s| is) (?:available|out there|on the market|for sale)\\b(?!,? (?:(?:on|for|this|next|tomorrow|today|tonight|after|before|at) |(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight))",
    '\\b(?:got|have|any|show me)(?: \\w+)? (?:more|others?) like (?:it|this|that|these|those)\\b',
    '\\bwhat (?:can|could|would|will|does|do) (?:i|we|you|\\$?\\d[\\d.,]*k?) (?:get|buy|find|afford)(?: me| us)?\\b(?! (?:for (?:my|mine|ours?|it|this|that|the)\\b|if (?:i|we) (?:sold|sell|list)|approved|rid))',
    `\\b(?:cheapest|least expensive|lowest[- ]priced|m[a\u00e1]s (?:barat|econ[o\u00f3]mic)[oa]s?) (?:\\w+ ){0,2}?(?:${some}|thin[g']?|what|you (?:have|got)|u (?:have|got)|que (?:tengan?|tienen?))\\b`,
    "\\b(?:got|have|any) (?:any ?thin[g']?|something) (?:cheaper|bigger|smaller|larger|closer|newer|else|similar)\\b",
    `\\bwhere (?:do|can|could) (?:i|we) (?:see|find|look at|get)\\b[^.?!]{0,24}\\b${homes}`,
    `\\b(?:looking|searching|hunting) for\\b[^.?!]{0,50}\\b(?:${homes}|something)\\b`,
    `\\b(?:similar|comparable|other)(?: [\\w-]+){0,2} ${homes}\\b|\\b(?:something|anything|one|homes?|houses?) (?:similar|like (?:this|that|it))\\b`,
    `(?<![a-z\u00e0-\u00ff])(?:mu[eé]str\\w+|ens[eé][nñ]\\w+|tienen?|hay|busc\\w+|qu[eé] otras?)(?![a-z\u00e0-\u00ff])[^.?!]{0,40}(?<![a-z\u00e0-\u00ff])${some}`,
    '\\b(?:casas|algo) parecid[oa]s?\\b',
    '\\b(?:any|got any|anything|something)\\b[^.?!]{0,24}\\b\\d ?(?:bed ?rooms?|beds?|br|bd)\\b[^.?!]{0,24}\\b(?:under|below|up to|less than|in|near)\\b',
  ].join('|'),
  'i',
);
/** "Is there a place to park?", "do they have a listing agent?" are about the home at hand. */
const notAHome =
  /\b(?:place (?:to|for)|listing (?:agent|price|broker)|house (?:rules|number)|(?:this|the|that) (?:home|house|place|property|condo|listing)\b(?! like)|(?<!\b(?:a|como) )(?:la|esta|esa|este|ese) (?:casa|propiedad|condominio|departamento)\b(?! (?:como|parecid[oa])))/i;

/** "Ok, show me": those that were spoken of, or whatever fits. */
const showMe =
  /^\W*(?:(?:ok|okay|yes|sure|please|great|well|so)[\s,.!]{1,3}){0,2}(?:(?:can|could|would|will) you )?(?:please )?(?:show (?:me|us|them)|let (?:me|us) see)(?: (?:them|these|those|some|what (?:you|u|ya|you guys)(?:'ve)? (?:have|got)))?(?: please)?\W*$|^\W*(?:(?:ok|s[ií]|claro)[\s,.!]{1,3})?mu[eé]str[ae](?:me|nos)(?:l[ao]s)?(?: por favor)?\W*$/i;
const inSpanish =
  /^\W*(?:(?:hay|tienen?|mu[eé]str\w+|quiero ver|puedo ver)\s(?:me\s)?)?(?:m[aá]s|otr[ao]s?)(?: opciones| casas)?(?: por favor)?\W*$/i;

/**
 * Whether a message asks to be shown homes, or more of them. A wish alone ("3 bedrooms in Mueller") asks for none: buyers are shown
 * some unasked.
 */
export function readHomeSearch(text: string): 'search' | 'more' | null {
  // "Is there an open house?" looks for no other house.
  const plain = plainText(text).replace(/\bopen[- ]?houses?\b|\bcasas? abiertas?\b/gi, 'showing');
  if (asks.test(plain) && !notAHome.test(plain))
    return /\b(?:more|others?|m[aá]s) (?:like|homes|houses|options|casas|opciones)\b/i.test(plain) ? 'more' : 'search';
  // "If I sell and buy something smaller, …" asks for none yet.
  if (readCompared(plain.replace(/\bif (?:i|we)\b[^.?!]*/gi, ' ')).length > 0) return 'search';
  return plain.length < 60 &&
    (showMe.test(plain) || inSpanish.test(plain) || readSpeechAct(plain) === 'more') &&
    !notAHome.test(plain)
    ? 'more'
    : null;
}
