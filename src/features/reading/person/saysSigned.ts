import { plainText } from '../text/plainText.ts';

const signs =
  /\b(?:signed|made (?:me|us) sign|under contract|locked in|exclusive (?:agreement|contract|listing|right|with)|exclusividad|listed (?:with|by|through)|(?:already|just|still|is|its|it's) (?:listed|on the mls)|(?:listing|buyer'?s?|representation|rep|agency) (?:contract|agreement)|renewed the listing|(?:contract|agreement|contrato|en venta) (?:with|con)|firm(?:ado|amos|[eé]|[oó])(?!\p{L})|acuerdo de (?:comprador|representaci[oó]n))/iu;
/** Another agent or brokerage: somebody who represents them, and no lender, landlord or manager. */
const agents =
  /\b(?:(?:agent|realtor|broker)'?s?|brokerages?|buyer'?s? agreement|buyers? rep|represent\w+|agente|realtora?|inmobiliaria|corredor(?:a)?|coldwell|century ?21|keller|kw|re ?\/?max|exp|compass|redfin|sotheby'?s?|goodwin|another (?:company|one|office)|someone else|somebody else|otr[ao] (?:agente|agencia|compañ[ií]a|persona|oficina)|lady|listing (?:contract|agreement)|on the mls)\b/iu;
/** Not signed, no longer, not yet, or only asked. */
const notInForce =
  /\b(?:what(?:'s| is|s)?|why|signed up|required|qu[eé] es|para qu[eé]|nothing signed|no paperwork|(?:not|never|haven'?t|havent|didn'?t|didnt|did not|yet to|without|refused to|wouldn'?t) (?:\w+ )?sign\w*|(?:thinking|thought|think) (?:about|of)|expired|ran out|lapsed|ended|is over|terminat\w+|fired|cancell?ed|released (?:us|me)|used to|do (?:i|we) (?:have|need) to|(?:have|need|want(?:s|ed)?|ask(?:s|ed)?) (?:me |us |to |me to |us to )?sign|should (?:i|we)|before (?:i|we) sign|lease|lender|property manager|no (?:\p{L}+ )?(?:quise|he|hemos|tengo (?:agente|realtor)|firm\w+)|nada firmado|banco|no realtor|no agent|sin firmar|(?:ya )?se (?:venci[oó]|acab[oó]|termin[oó])|tengo que firmar|(?:quiere|quieren) (?:\w+ )?(?:hacer )?firm\w+)(?!\p{L})/iu;

/** Says that an agreement with another agent or brokerage is signed and in force. */
export function saysSigned(text: string): boolean {
  // "We have an agent, signed. What's the HOA?": a question about a home says nothing of it.
  const sentences = plainText(text).split(/(?<=[.!?])/);
  const plain = sentences.map((one) => (one.endsWith('?') && !signs.test(one) ? ' ' : one)).join('');
  return signs.test(plain) && agents.test(plain) && !notInForce.test(plain);
}

/** The same where that was the question: "yes, we signed". */
export function answersSigned(text: string): boolean {
  const plain = plainText(text);
  return signs.test(plain) && !notInForce.test(plain);
}
