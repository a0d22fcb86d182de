/** Services by which money goes at once and to anybody. */
const service =
  /\b(?:zelle|venmo|cash ?app|western union|money ?gram|gift ?cards?|tarjetas? de regalo|bit ?coins?|crypto\w*|criptomonedas?)\b/i;
/** A wire of money: "wiring" alone is a home's, "old wiring", "wire fence". */
const wire =
  /\bwir(?:e|ed|ing)\b(?= (?:transfer|instructions?|info|details|money|funds|payment|scam|fraud|the|my|our|them|him|her|it|us|\$?\d))|\btransferencias? (?:bancarias?|electr[oó]nicas?|por|de \$?\d|del? (?:cierre|enganche|dep[oó]sito))|\bdatos (?:para|de) (?:la |una )?transferencia|\btransfer(?:ir|ie?r[ao]|[ií])(?:le|les)? (?:el|la|los|a|\$?\d)/i;

/** Where to send the money has changed: how buyers are robbed before their closing (CFPB, "Mortgage closing scams"). */
const changed =
  /\b(?:account|routing|bank|wiring|payment) (?:number|info\w*|instructions?|details)\b[^.?!]{0,24}\b(?:changed|new|different|updated)\b|\b(?:new|changed|different|updated) (?:bank |wiring |payment )?(?:account|routing) (?:number|info\w*|details)\b|\b(?:cambi(?:[oó]|aron)|nuev[oa]) (?:el |la |de |su )*(?:n[uú]mero de )?cuenta\b/i;

/** True when the visitor names a way of paying that can't be taken back. */
export const namesPayment = (text: string): boolean => service.test(text) || wire.test(text) || changed.test(text);
