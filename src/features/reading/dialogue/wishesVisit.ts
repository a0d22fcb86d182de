const noun =
  '(?:visits?|viewings?|showings?|tours?|appointments?|walk[- ]?throughs?|trips?(?= (?:out )?to (?:see|visit|view|check|it|(?:the|that|this|an?)(?: \\w+)? (?:property|place|home|house|apartment|condo|unit))\\b)|visita|cita|recorrido)';
/** Speaks of seeing a home in person, even where it is only put off. */
export const visitWish = new RegExp(
  [
    `\\b(?:schedul\\w*|book(?:ing)?|arrang\\w+|set(?:ting)?(?: me)? up|setup|organi[sz]e|plan|make|get|request|reserve|fix|need|want|like|have|do|go (?:ahead )?with|proceed with|for)\\b[^.?!]{0,40}\\b${noun}\\b`,
    `\\b(?:appointment|visit|tour|viewing|showing|walk[- ]?through)\\b[^.?!]{0,30}\\b(?:schedul\\w*|book(?:ed|ing)?|set up|arranged?|fix(?:ed)?)\\b`,
    "\\b(?:like to|love to|want to|wanna|wish to|need to|going to|hoping to|interested in|available to|able to|can i|could i|may i|can we|let me|lemme|let's|i'll|i will|would be possible to|when can i|how about|have to|and|please)\\b(?: (?:i|we|go|come|just|also|first|actually|now|please|just go))* (?:visit(?:ing)?|tour(?:ing)?|view(?:ing)?|see(?:ing)?|check(?:ing)?(?: (?:it|this|that|the|place|house|home|apartment|property|one)){0,2} out|(?:have|take) a look|look (?:at|around)|(?:stop|drop|swing|come|pop)(?: on)? (?:by|over|round|in)|walk through)(?! (?:(?:at )?(?:stuff|things|listings|photos|pics|pictures)|if|what|other|more|some|any|another|anything|something|whether|apartments|houses|homes|places|properties|options)\\b)\\b",
    '\\btake a (?:look|tour)\\b',
    '\\b(?:arrange|schedule|book|plan|set up)\\b[^.?!]{0,24}\\bto (?:view|see|visit|tour)\\b',
    '\\bshow (?:me|us) (?:around|through|the (?:place|house|home|apartment|property)(?! (?:with|in|that)))\\b',
    '\\b(?:see|view|check|look|visit)\\b[^.?!]{0,24}\\bin person\\b',
    '^\\W*(?:visit|tour|schedule|book)\\b',
    '\\b(?:visit|viewing|tour|showing)\\W*$',
    '\\bgo (?:to|and see|see|check out) (?:the|that|this|it)\\b',
    '\\bschedule (?:it|one|me|that|this|a day|a time)\\b',
    '\\b(?:agendar|programar|visitar|verla|verlo)\\b',
  ].join('|'),
  'i',
);
/** "I don't want to schedule it now", "I'll see it another time". */
export const putsOff =
  /(?:\b(?:do not|not|never)\b|n't)[^.?!]{0,24}\b(?:schedul\w+|visit|book|see it|appointment)\b|\b(?:schedule|visit|book|do|see) (?:it|that|them)? ?(?:later|another time|some other time)\b/i;
const notReady =
  /\bnot ready to\b|\b(?:when|how|what|which|why|who|where) (?:should|do|did|does|will|would) (?!i\b)|^\W*(?:do|will|what|how|why|who|where|which) \b/i;

/** Wishes to see a home in person, said outright; "I don't want to schedule it now" does not. `plain` is plain text. */
export const wishesVisit = (plain: string): boolean =>
  visitWish.test(plain) && !putsOff.test(plain) && !notReady.test(plain);
