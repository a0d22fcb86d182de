import type { Read } from '../model.ts';
import { readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

export type Motivation =
  | 'inherited'
  | 'divorce'
  | 'financial'
  | 'relocation'
  | 'downsizing'
  | 'upgrading'
  | 'investment'
  | 'other';

// In this order: reasons that weigh heavier in a life come first.
const reasons: readonly (readonly [Motivation, RegExp])[] = [
  [
    'inherited',
    /\b(?:inherit(?:ed|ance)?|passed (?:away|in (?:the )?\p{L}+|last (?:week|month|year))|executor (?:of|for)|i'?m (?:the )?executor|(?:mom|mother|dad|father|parents?|husband|wife|grand\w+|aunt|uncle) (?:just |recently )?passed\b(?! (?:the|it|on|down|her|his|their|my|our))|left (?:it|the house|(?:her|his|their|a|the) (?:house|home|place|condo)) to (?:me|us)|left (?:me|us) (?:her|his|their|a|the) (?:house|home|place|condo)|died|(?:in|through|opened|from) probate|probate (?:sale|house|home)|late (?:father|mother|dad|mom|parents?|husband|wife|grand\w+)(?:'s)?|(?:my|our|the|her|his|family|parents?'?|mother's|father's) estate(?! (?:agent|broker|market))|estate sale|selling the estate|hered(?:[eé]|amos)|herencia|falleci\p{L}+|muri[oó]|murieron)(?!\p{L})/iu,
  ],
  [
    'divorce',
    /\b(?:divorc(?:e|ed|ing)|separat(?:ed|ing) from|splitting up|divorcio|divorcia(?:ndo|r(?:me|nos)?)|newly separated|(?:we're|we are|i'm|i am|got|just) separated|divorci(?:o|amos|ad[oa]s?)|(?:nos|me) separ(?:amos|[eé]|ando)|separaci[oó]n)(?!\p{L})/iu,
  ],
  [
    'financial',
    /\b(?:foreclos\w+|behind on (?:my |our |the )?(?:payments?|mortgage)|(?:can'?t|cannot|can not) (?:make|keep up with|pay) (?:my |our |the |these )?(?:mortgage |house )?payments?|months? behind|(?:debo|debemos) \d+ (?:meses|pagos|mensualidades)|(?:in|pay(?:ing)? off|too much) debts?|need (?:the |some )?(?:money|cash)|can't afford|underwater|owe more than|(?:might|may|could|will|going to|gonna|about to|afraid (?:to|of)) los(?:e|ing) (?:the|my|our) (?:house|home|place)|help with (?:my|our|the) mortgage|perder (?:la|mi|nuestra) casa|bankrupt\w*|lost my job|(?:medical|hospital|nursing) (?:bills?|costs?|debts?)|deudas?|necesito (?:el )?dinero)\b/i,
  ],
  [
    'relocation',
    /\b(?:relocat\w+|transfer(?:red|ring)?|new job|job (?:offer|in|change)|moving (?:to|from|for|back|away|out of|abroad)|(?:we|i) (?:are |'re |am |'m )?relocate|moved? to|for work|(?:closer|nearer) to (?:(?:the|my|our|her|his) )?(?:family|work|job|parents|(?:grand)?(?:kids|children)|son|daughter|mom|dad|my|our)|military orders|me mudo|nos mudamos|mudarme|mudarnos|trabajo nuevo|nuevo trabajo|reubica\w+)\b/i,
  ],
  [
    'downsizing',
    /\b(?:downsiz\w+|rattling around|thinking smaller|retir(?:e|ed|ing|ement)|empty nest\w*|kids (?:have |are )?(?:moved out|gone)|too (?:big|large)|too much (?:house|space|upkeep)|smaller (?:home|house|place)|jubil\w+|m[aá]s peque[nñ]\w+|(?:assisted|senior) living|(?:nursing|care|retirement) home|asilo|residencia de ancianos)\b/i,
  ],
  [
    'upgrading',
    /\b(?:upgrad\w+|upsiz\w+|bigger|larger|more (?:space|room)|outgrown?|outgrew|baby|growing family|family (?:is|keeps|was) grow\w+|familia (?:crece|est[aá] creciendo)|too small|m[aá]s grande|(?:muy |queda |qued[oó] )(?:chica|peque[nñ]a)|beb[eé])\b/i,
  ],
  [
    'investment',
    /\b(?:investment property|(?:as|for) (?:a|an) (?:rental|investment|flip)|i (?:flip|rent (?:everything|them|these)|buy and hold)|cash out|1031|cap rate|tired (?:of )?(?:being (?:a |the )?)?landlord|tired of (?:renting|tenants)|(?:problem|bad|nightmare) tenants|tenants?\b[^.?!]{0,20}\b(?:headaches?|nightmare|pain|trouble|problems?|destroy\w*|trash\w*|not paying|late|stopped paying)|rental (?:income|property))\b/i,
  ],
];
const notTheirs =
  /\b(?:neighbou?rs?|friends?|co-?workers?|colleagues?|realtors?|agents?|boss|landlord|cousins?|buddy)\b[^.?!,;]{0,20}$|(?:\bnot|n't)(?: (?:a|an|the|about|because of|for)){0,2} $/i;
/** A widow or widower already owns the home: they inherited nothing, and sell for another reason if at all. */
const spouseDied =
  /(?<!\p{L})(?:husband|wife|spouse|partner|esposo|esposa|marido|mujer)(?: \p{L}+){0,2} (?:died|dead|dying|passed|falleci\p{L}+|muri[oó])(?!\p{L})|(?<!\p{L})(?:muri[oó]|falleci[oó]) (?:mi|su) (?:espos[oa]|marido|mujer)|(?<!\p{L})late (?:husband|wife)/iu;
const counsel = /\bcounsel for the estate\b/i;
const inOwnWords =
  /\b(?:because|since|so that|in order to|the reason|we want|i want|we need|i need|time for|ready for|my (?:wife|husband|partner|family)|our family|tired of|just want|porque)\b/i;
const unsure = /\b(?:don't know|not sure|no idea|rather not|no reason|dunno|no s[eé])\b/i;

/** Why somebody sells, by kind. `asked`: a reason in words of their own is `other`, with those words as evidence. */
export function readMotivation(text: string, options: { asked?: boolean } = {}): Read<Motivation> | null {
  const plain = plainText(text);
  if (!counsel.test(plain)) {
    for (const [value, pattern] of reasons) {
      const match = pattern.exec(plain);
      if (value === 'inherited' && spouseDied.test(plain)) continue;
      if (match && !notTheirs.test(plain.slice(Math.max(0, match.index - 40), match.index)))
        return readAt(value, match);
    }
  }
  if (!options.asked || unsure.test(plain) || !inOwnWords.test(plain)) return null;
  return { value: 'other', start: 0, end: Math.min(text.length, 200) };
}
