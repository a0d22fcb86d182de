import { plainText } from './plainText.ts';

/** Who may not be safe: by their own hand, or by somebody at home. */
export type Danger = 'self-harm' | 'violence';

const selfHarm = new RegExp(
  [
    '\\b(?:kill|hurt|harm|shoot|hang|cut)(?:ing)? (?:my ?self|ourselves)\\b',
    '\\b(?:suicid\\w*|end (?:my|our) (?:own )?(?:life|lives)|end it all|take my (?:own )?life|better off (?:if i (?:was|were) )?dead|better off without me)\\b',
    "\\b(?:i|i'd|id) (?:just |really |honestly |don't even |dont even )*(?:want|wanna|wish|wanted|would rather|'d rather|rather) (?:to )?(?:die|be dead|not (?:wake up|be here|exist|live)|disappear forever)\\b",
    "\\b(?:don't|dont|do not|no longer|can't|cant) (?:want to|wanna|go on) (?:live|living|be alive|exist)(?=\\W*$|\\W+(?:any ?more|without|like this|this way|and|i\\b))",
    '\\bno (?:reason|point)(?: left)? (?:to live|in living|to go on living|to be alive)\\b',
    '\\b(?:matarme|suicid\\w*|quitarme la vida|acabar con mi vida|ya no quiero (?:vivir|estar viv[oa])|(?:me )?quiero morir(?:me)?|no quiero seguir viviendo|mejor muert[oa])(?!\\p{L})',
  ].join('|'),
  'iu',
);
const violence = new RegExp(
  [
    "\\b(?:he|she|husband|wife|ex|boyfriend|girlfriend|partner|father|dad|stepdad|brother|son|roommate|they)(?:'s| is| has| was| will| keeps?| just| even| always| again| gonna| going to| started| been)* (?:hits?|hit(?:ting)?|beats?|beating|beat|chok(?:es|ed|ing)|strangl\\w+|punch(?:es|ed|ing)?|slapp?(?:s|ed|ing)?|threaten(?:s|ed|ing)? (?:me|us|to (?:kill|hurt))|kick(?:s|ed) me|abus(?:es|ed|ing)|hurt(?:s|ing)?) (?:me|us|my (?:kids?|children|son|daughter|mom)|the kids)\\b",
    "\\b(?:he|she|husband|wife|ex|boyfriend|girlfriend|partner|they)(?:'ll| will| is going to| might| could| said (?:he|she|they)(?:'d| would|'ll| will))* (?:kill|hurt) (?:me|us)\\b",
    "\\b(?:domestic (?:violence|abuse)|abusive (?:husband|wife|ex|partner|relationship|boyfriend|girlfriend|home|marriage)|restraining order|protective order|afraid (?:of|for) (?:my (?:husband|wife|ex|partner|boyfriend|life)|our lives)|not safe (?:here |at home |in (?:my|this|the) (?:own )?(?:house|home) )?(?:with (?:him|her|my)|because (?:he|she))|scared (?:he|she)(?:'ll| will| might| is going to))\\b",
    '\\b(?:violencia (?:dom[eé]stica|en casa|de g[eé]nero|intrafamiliar)|(?:me|nos) (?:pega|golpea|maltrata|amenaza(?: con matar\\w*)?|quiere matar|va a matar)|orden de (?:restricci[oó]n|protecci[oó]n|alejamiento)|tengo miedo de (?:mi (?:esposo|marido|ex|pareja|novio)|[eé]l))(?!\\p{L})',
  ].join('|'),
  'iu',
);
/** Said in jest, of a thing, or of what is over for good. */
const notMeant =
  /\b(?:kill (?:for|to (?:have|get|live))|(?:hurt|kill)(?:ing)? (?:my|our) (?:wallet|budget|credit|offer|back)|beat (?:me|us) (?:to (?:it|that)|out|by|with (?:a|an|their) (?:\w+ )?(?:offer|bid)))\b/i;

/** Somebody may be in danger; null otherwise. Rather once too often: what follows are a few kind words and a person. */
export function readDanger(text: string): Danger | null {
  const plain = plainText(text);
  if (selfHarm.test(plain)) return 'self-harm';
  return violence.test(plain) && !notMeant.test(plain) ? 'violence' : null;
}
