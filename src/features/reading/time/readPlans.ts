const plans =
  /\b(?:schedul\w*|book|reserve|resched\w*|instead|rather|same (?:time|hour)|change|switch|move|make it|let's|lets|can we|could we|how about|what about|works?|better|prefer|try|do|available|any time|different (?:day|time))\b|\b(?:mejor|cambiar|prefiero|puede ser)\b/i;
const callingOff =
  /\b(?:(?:change|resched\w*|move|switch|cancel|postpone) (?:it|that|this|the (?:day|time|viewing|appointment|visit|tour|showing|call)|(?:my|our) (?:viewing|appointment|visit|tour|showing|call)|mine\b)|(?:scratch|skip|drop|forget) (?:the|my|our) (?:viewing|appointment|visit|tour|showing|call)\b|(?:can't|cannot|can not|won't|won't be able to) (?:make it|come|be there)|something (?:has )?c[ao]me up|(?:gotta|(?:have|need|want|going|got) to) (?:cancel|call it off)(?! (?:my|the|our|a) (?!viewing|appointment|visit|tour|call|showing))|no (?:puedo|podr[eé]) (?:ir|venir|llegar)|(?:cancel\w*|anul\w*|cambi\w*|mover) (?:la|mi|el) (?:cita|visita|llamada|hora))\b|^\W*(?:please )?cancel(?:ar)?(?: please)?\W*$|^\W*reschedule\W*$/i;
const moving =
  /(?<!\b(?:not|n't|no need to|never|without) )\bresched\w*|\b(?:change|move|switch|postpone|push(?: back)?) (?:it|that|this|(?:the|my|our) (?:day|date|time|viewing|appointment|visit|tour|showing|call|meeting))\b|\b(?:another|a different|some other) (?:day|date|time) (?:instead|would be better|please)|\b(?:reprogram\w*|reagend\w*|posponer|aplazar)\b|\b(?:cambi\w*|mover) (?:la|mi|el) (?:cita|visita|llamada|hora|d[ií]a)\b/i;
const preferring =
  /\b(?:better|best|prefer|works|(?:would|can|could|will|might|does|do|to|should) work|work (?:best|better|well|for)|suits?|easier|mejor|prefier\w+|conviene)\b/i;
const loneDay =
  /^\W*(?:(?:ok|okay|maybe|on|this|next|say|then|el|este|quiz[aá]s)\s){0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)(?: then)?\W*$/iu;
const weather = /\b(?:weather|forecast|rain|snow|storm|temperature|degrees|clima)\b/i;

/** Speaks of arranging something: "let's", "how about", "available", "different day". */
export const plansTime = (text: string): boolean => plans.test(text);

/** True when what was arranged cannot be kept: "I can't make it", "cancel the visit". */
export const callsOff = (text: string): boolean => callingOff.test(text);

/** Another time for what stands: it is kept until the new one is booked. */
export const movesTime = (text: string): boolean => moving.test(text);

/** A day or a time and what they think of it, or a day and nothing else: told unasked, it is kept for when a time is looked for. */
export const prefersTime = (text: string): boolean => preferring.test(text) || loneDay.test(text);

/** "How is the weather on Saturday?" plans nothing. */
export const isAboutWeather = (text: string): boolean => weather.test(text);

const cancelsDay =
  /\bcancel\w* (?:(?:the|my|our|that|this|for|on|el|la|lo|del?) ){0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|tomorrow|today|tonight|ma[nñ]ana|hoy)(?!\p{L})/iu;

/** "Cancel Friday": the day it names is off. */
export const cancelsItsDay = (text: string): boolean => cancelsDay.test(text);

const cancelling = /\b(?:canc[eé]l|(?:scratch|skip|drop|forget) (?:the|my|our)|an[uú]l|no (?:puedo|podr[eé]) ir\b)/iu;
const keeping =
  /\b(?:keep (?:it|that|the)|leave it|never ?mind|stay with|it's fine as it is|forget it|d[eé]jelo|as[ií] est[aá] bien|no importa)\b/i;

/** True when the appointment is to be cancelled, and not moved. */
export const cancels = (text: string): boolean => cancelling.test(text);

/** "Never mind, keep it": the plan is to stay as it is. */
export const keepsAsIs = (text: string): boolean => keeping.test(text);
