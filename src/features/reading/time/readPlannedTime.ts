import type { DayRange, Read } from '../model.ts';
import { afterPuttingRight } from '../text/afterPuttingRight.ts';
import { matchesIn } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { withBlanks } from '../text/withBlanks.ts';
import { putsRightPeriod, readTimeline, withoutPuttingRight } from './readTimeline.ts';

const clause = /[^.!?;,\n]+(?:[.,](?=\d)[^.!?;,\n]+)*[.!?;,\n]*/g;
const cut = /\s(?:but|so|pero|y|and)\s(?=(?:i|we|it|my|our|the|they|he|she|want|need|yo|nos|me|quiero)\b)/gi;

/** The past, deadlines, and other people's plans: a time in such words is no plan of theirs. */
const notPlanned = new RegExp(
  [
    // The past.
    '\\b(?:was|were|listed|been|had|passed|died|lost|laid off|paid|bought|lived|built|sold|hit|hail|happened|started|went|called|said|told|ago|hace|desde|fue|era|muri[oó]|falleci[oó]|llevamos|llevo|qued[eéó]|compr[eéó]|cost[oó]|pagu[eé]|perd[ií]|did|worked|spent|came (?:through|in|on)|got (?!to\\b|until\\b|till\\b|about\\b|\\d|a\\b|an\\b))(?![a-z\u00e0-\u00ff])(?! to (?:move|be|sell|buy|close)\\b)',
    // Deadlines.
    '\\b(?:tax(?:es)?|hearing|court|auction|foreclos\\w+|remat\\w+|deadline is|option|inspection|apprais\\w+|warranty|payments?|behind|debo|debemos|due|tenants?|inquilin\\w+|thru|graduat\\w+|preap\\w+|rate lock|offer dies|month to month|minutes?|per month|al mes|a month|per year|a yr|exam|experience)\\b',
    // When somebody is to be reached, or talked to.
    '\\b(?:call|text|e-?mail|ring|shout|ping|get back|reach|hit me up|llam\\w+|escrib\\w+|marqu\\w+|talk(?:ing)? to|meet(?:ing)?|appointment|open house|showing|tour|visit|fly(?:ing)? in|in town|on vacation|off work|interviewing)\\b(?! (?:it|for) ?(?:sale|sold))',
  ].join('|'),
  'i',
);
const others =
  /^\W*(?:(?:and|but|so|well|y|pero)\W+)?(?:my|his|her|their|our|the|a|mi|un|una)\s(?:\w+\s){0,2}?(?:cousin|friend|neighbou?r|buddy|coworker|boss|realtor|agent|sister|brother|kid|son|daughter|child|bank|lender|judge|lawyer|seller|owner|county|prima?|primo|amig[oa]|vecin[oa]|herman[oa]|hij[oa]|banco)s?(?![a-z\u00e0-\u00ff])|\b(?:they|sellers?|owners?|people|anybody|somebody|folks|ellos) (?!and (?:i|we))/i;
const asksOf =
  /^\W*(?:(?:and|but|so|ok|y|well)\W+)?(?:does|do|did|is|are|was|will|would|can|could|should|(?:has|have)(?! to\b)|how|what|when|why|who|where|if|cu[aá]ndo|cu[aá]nto|qu[eé]|puede|hay|se puede)(?![a-z\u00e0-\u00ff])/i;
/** They speak of moving, buying or selling, or of what they need. */
const ownPlan = new RegExp(
  [
    "\\b(?:i|we|us|me|yo|nos)(?:'d|'ll|'re|'m|'ve)?\\b[^.!?]{0,40}\\b(?:mov(?:e|ed|ing)|buy(?:ing)?|sell(?:ing)?|clos(?:e|ing)|be (?:in|out|done|gone|settled|sold)|relocat\\w+|need (?:to|it|a|one|this|something)|want (?:to|it|a|one|this|something)|list(?:ing)?|under contract|out of here|vend\\w+|compr\\w+|mud\\w+)(?![a-z\u00e0-\u00ff])",
    '^\\W*(?:(?:and|but|so|just|really|y|pero|yeah|yes)\\W+)*(?:close|be (?:in|out|done)|need|want|looking|hoping|trying|planning|gotta|have to|has to|must|ready|would like|busco|quiero|necesit[a-z\u00e0-\u00ff]+|queremos|buscamos|moving|relocat[a-z\u00e0-\u00ff]+|selling|buying|closing|listing|sell|buy|move|out by|under contract|vender|comprar|(?:me|nos) mud[a-z\u00e0-\u00ff]+)(?![a-z\u00e0-\u00ff])',
  ].join('|'),
  'i',
);
/** "In 6 months", "by April", "asap": nothing but a time, between other things that they tell. */
const fragment =
  /^\W*(?:(?:and|but|so|maybe|probably|hopefully|ideally|like|or|y|pero|tal vez|quiz[aá]s?)\W+)*(?:by|in|before|within|after|next|this|asap|a\.s\.a\.p|no (?:rush|hurry)|right away|immediately|end of|early|late|mid|sometime|around|about|not before|not until|para|en|antes|dentro|cuanto|lo (?:antes|m[aá]s)|sin prisa|no hay prisa|\d|a?\s?couple|a few|few|six|three|two|four|spring|summer|fall|winter|urgent[a-z\u00e0-\u00ff]*|timeline|as soon as)(?![a-z\u00e0-\u00ff])/i;
const fragmentWords = 6;
const notOfMove = /\b(?:credit|tax(?:es)?|call|text|e-?mail|inspection|showing|tour|loan|address|retir\w+|surgery)\b/i;
const lease = /\b(?:lease|contrato|contract (?:is|ends))\b/i;
const goesOn = /\b(?:m2m|month[- ]to[- ]month|renew\w*)\b/i;
const leaseEnds = /\b(?:(?:my|our) lease|lease (?:is|ends?|runs|goes|expires|up)|contrato)\b/i;
const staysThere = /\b(?:his|her|their|staying in|tenants?)\b/i;

/**
 * When the visitor means to move or to sell, as `readTimeline` does, from the words that speak of that alone: the past, due dates, times to
 * call, plans of others and mere questions give no time. `asked`: the question about time stands.
 */
export function readPlannedTime(text: string, options: { at: string; asked?: boolean }): Read<DayRange> | null {
  const plain = putsRightPeriod(text) ? withoutPuttingRight(plainText(text)) : plainText(text);
  let rest = plain;
  let asks = false;
  for (const { 0: words, index } of clausesOf(plain)) {
    // "How long has it been listed, 30 days?": the words after the comma are a guess at that.
    const isGuess = asks && options.asked !== true && !ownPlan.test(words);
    if (isGuess || !isPlan(words, options.asked === true))
      rest = withBlanks(rest, [{ start: index, end: index + words.length }]);
    asks = (asks || asksOf.test(words)) && !/[.!?\n]\s*$/.test(words);
  }
  if (rest.trim() === '') return null;
  const late = afterPuttingRight(rest);
  return (late === null ? null : readTimeline(late, { ...options, asked: true })) ?? readTimeline(rest, options);
}

function clausesOf(plain: string): { 0: string; index: number }[] {
  return matchesIn(clause, plain).flatMap(({ 0: words, index }) => {
    const cuts = [0, ...matchesIn(cut, words).map((one) => one.index), words.length];
    return cuts.slice(1).map((end, at) => ({ 0: words.slice(cuts[at], end), index: index + (cuts[at] as number) }));
  });
}

function isPlan(words: string, isAsked: boolean): boolean {
  if (lease.test(words) && !staysThere.test(words) && !goesOn.test(words)) return leaseEnds.test(words) || isAsked;
  if (goesOn.test(words) || others.test(words) || asksOf.test(words))
    return isAsked && words.trim().split(/\s+/).length <= 4 && !notPlanned.test(words);
  if (ownPlan.test(words)) return !notOfMove.test(words);
  if (notPlanned.test(words)) return false;
  return isAsked || (fragment.test(words) && words.trim().split(/\s+/).length <= fragmentWords);
}
