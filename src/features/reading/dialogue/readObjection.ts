import type { Objection } from '../../../contract/vocabulary.ts';
import type { Read } from '../model.ts';
import { readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { lookingAround } from './lookingAround.ts';

const patterns: readonly (readonly [Objection, RegExp])[] = [
  [
    'neighbor_comp',
    /\b(?:neighbou?rs?|house next door|(?:one|house|home|place) (?:down|across|up) the (?:street|road)|vecin[oa]s?)\b(?:(?!\b(?:how|what|why|they)\b)[^.?!]){0,40}\b(?:got|sold|made|listed|asking|vendi[oó]|consigui[oó])\b/i,
  ],
  [
    'anchoring',
    /\b(?:zestimates?|zillow|redfin|realtor\.com|online (?:estimate|value|valuation)|(?:website|internet|estimate) says)\b/i,
  ],
  [
    'loss_aversion',
    /\b(?:(?:i|we) paid (?:more|\$?\d)|what (?:i|we) paid|can't (?:sell|go|let it go) (?:at a loss|for less|below)|lose money|perder dinero|paid too much)\b/i,
  ],
  [
    'improvement_overvalue',
    /\b(?:(?:i|we)(?:'ve| have)? (?:put|spent|invested)(?: \w+){0,3}? (?:\$?\d[\d,.]*k?|thousands|a lot|so much)(?: \w+){0,3}? (?:in|into|on) (?:it|the|this|that|our|my)\b)/i,
  ],
  [
    'market_denial',
    /\b(?:market (?:is|will be|will come) (?:back|fine|up)|homes here always sell|prices always go up)\b/i,
  ],
  [
    'budget_shock',
    /\b(?:\$?\d[\d.,]*k? (?:for|is) (?:that|this|it|way|too|a)?\b(?:(?!\bnot\b)[^.?!]){0,16}\b(?:dump|shack|too much|a lot(?! (?:in|on|of)\b)|crazy|insane|steep|no way|ridiculous|nuts)|rip-?off|highway robbery|way over ?priced|too expensive|way (?:too much|over (?:my|our) budget)|can't afford (?:it|that|this|anything|these)|so expensive|out of (?:my|our) (?:budget|range|league)|demasiado car[oa]|muy car[oa])\b/i,
  ],
  [
    'pricing_general',
    /\b(?:(?:price|offer|that|it)(?:'s| is| sounds| seems)? (?:way )?too low|not enough money|worth (?:way |much )?more than|demasiado bajo|muy bajo)\b/i,
  ],
  [
    'analysis_paralysis',
    /\b(?:too many (?:options|choices|homes|houses)|overwhelm(?:ed|ing)|can't decide|so many (?:options|choices))\b/i,
  ],
  [
    'competition_shopping',
    /\b(?:(?:talking|speaking|interviewing|meeting)(?: \w+){0,2}? (?:to|with)? ?other (?:agents?|realtors?|brokers?)|shop(?:ping)? around|other agents?(?:' | are | will | do | charge)|compar(?:e|ing) agents)\b/i,
  ],
  [
    'trust_credibility',
    /\b(?:(?:how do i know|why should i) (?:i can )?trust|don't trust|is this a scam|bad experience with (?:agents?|realtors?)|agents? (?:just|only) want|no conf[ií]o|estafa)\b/i,
  ],
  [
    'authority_decision_maker',
    /\b(?:(?:my|our) (?:wife|husband|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|brother|sister|siblings?|co-?owner|parents)(?: (?:and i))? (?:must|has to|have to|needs? to|should|wants? to) (?:agree|decide|approve|see|sign|be)|(?:run|pass) (?:it|this|that|everything) (?:by|past) (?:my|our)|(?:talk|check|discuss|speak)(?: it| this)?(?: over)? with (?:my|our) (?:wife|husband|spouse|partner|family|siblings?|brother|sister|parents)|(?:mi|nuestr[oa]) (?:espos[oa]|marido|mujer|pareja|novi[oa]) (?:tiene que|debe|tambi[eé]n (?:tiene|debe|decide|quiere|opina))|(?:hablar|consultar|platicar)(?:lo|la)? (?:antes |primero )?con mi (?:espos[oa]|marido|mujer|pareja|familia|novi[oa]))\b/i,
  ],
  [
    'value_proposition',
    /\b(?:why (?:would|should|do) (?:i|we) need (?:an? )?(?:agent|realtor|you)|sell (?:it )?(?:myself|ourselves|on (?:my|our) own)|fsbo|for sale by owner|what do (?:i|we) get)\b/i,
  ],
  [
    'timing_not_ready',
    /\b(?:not (?:quite )?ready (?:yet|to (?:sell|buy|decide|move|list))|not the right time|wait (?:until|till|for) (?:the )?(?:rates?|prices?|market|spring|summer|next year)|what if (?:the )?rates drop|todav[ií]a no estoy list[oa])\b/i,
  ],
];
const anyOf = new RegExp(patterns.map(([, { source }]) => source).join('|'), 'i');

/** The visitor's objection to going on, with the words that say it; null when there is none. */
export function readObjection(text: string): Read<Objection> | null {
  const plain = plainText(text);
  if (!anyOf.test(plain)) return null;
  for (const [value, pattern] of patterns) {
    const match = pattern.exec(plain);
    if (match) return readAt(value, match);
  }
  return null;
}

export type Stall = 'thinking' | 'get_back' | 'just_looking';
const stalls: readonly (readonly [Stall, RegExp])[] = [
  [
    'get_back',
    /\b(?:brb|(?:give me|just) an? (?:sec|second|moment|min|minute)|hang on|un momento|ahorita (?:vengo|regreso)|get back to you|(?:talk|call|write|text) (?:to )?(?:you )?(?:later|next (?:week|month))|(?:i'm|i am|we're) (?:kind of |pretty |too |very )?busy (?:now|right now|at the moment)|not now\b|le aviso luego|m[aá]s tarde|estoy ocupad[oa])\b/i,
  ],
  [
    'thinking',
    /\b(?:(?:i'm|i am|we're|we are|still|need to|have to|let me|want to) (?:just |still )?(?:think(?:ing)?|ponder(?:ing)?|consider(?:ing)?)\b(?! (?:of|about) (?:selling|buying|moving|listing))|need (?:some )?(?:more )?time to (?:think|decide)|(?:need|have|want) to (?:talk|discuss)(?: (?:it|this|that))? (?:over|about (?:it|this|that)|first)|haven't decided|d[eé]jeme pensar|lo (?:estoy )?pens(?:ar[eé]|ando)|tengo que pensarlo)\b/i,
  ],
  ['just_looking', new RegExp(`\\b(?:${lookingAround}|exploring (?:my |our )?options|not ready yet)\\b`, 'i')],
];

/** A way of putting the answer off. "I'm thinking about selling" opens a talk and is none. */
export function readStall(text: string): Stall | null {
  const plain = plainText(text);
  return stalls.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
