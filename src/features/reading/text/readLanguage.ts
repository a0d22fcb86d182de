import type { Language } from '../model.ts';

const spanish =
  /(?<!\p{L})(?:hola|el|la|los|las|un|una|de|del|que|qué|en|es|y|para|por|con|mi|su|quiero|quisiera|busco|casa|vender|comprar|gracias|cuánto|cuanto|dónde|donde|cuándo|cuando|está|esta|tiene|hay|puedo|soy|estoy|sí|muy|buenas|buenos|días|mil|necesito|más|pero|también|me (?:llamo|gust\p{L}+|interesa|mudo|urge|pued\p{L}+)|se|lo|no sé|año|mes|meses|días|ustedes?|disculpen?|oiga|ola|nom[aá]s|compran|venden|rentan|c[oó]mo|cu[aá]ntos?|cu[aá]ntas|porque|xq|pq|xfa|todav[ií]a|sigue|esto|este|esa|ese|eso|esos|pues|aqu[ií]|ah[ií]|algo|nada|qui[eé]n|tengo|tenemos|tienen|fue|voy|vamos|verla|deb[oe]|debemos|pagar?|renta|rentar|rec[aá]maras?|señor(?:a)?)(?!\p{L})/giu;
const english =
  /(?<!\p{L})(?:the|a|an|of|to|in|is|it|and|for|with|my|your|i|you|we|want|looking|house|home|sell|buy|thanks|how|what|where|when|are|can|have|this|that|do|not|hi|hello|yes|please|would|like|from|me|call|tomorrow|at|on|about|be|need|any|show|its|it's|me|again|under|does|did|will|so|just|there|one|ones|have|has|someone|who)(?!\p{L})/giu;
/** "My mother doesn't speak Spanish" wishes for no language; "¿No habla español?" does. */
const denied =
  /(?:\bno|\bnot|n['’]t|\bnever|\bnunca) (?:habla[sn]?|speak) (?:espa[nñ]ol|ingl[eé]s|spanish|english)\b(?! ?\?)/i;
const asked = /\b(?:in english|english,? please|habla(?:s|n)? ingl[eé]s)\b/i;
const askedEs = /\b(?:en espa[nñ]ol|habla(?:s|n)? espa[nñ]ol|(?:speak|in) spanish)\b/i;

const plainlyWords = 6;

/** The language to answer in. Sticky: only an express wish or a message of several plain words of the other one changes it; "ok" never does. */
export function readLanguage(text: string, current: Language, first: boolean): Language {
  const wish = text.replace(denied, ' ');
  if (askedEs.test(wish)) return 'es';
  if (asked.test(wish)) return 'en';
  const sample = text.slice(0, 600);
  const es = (sample.match(spanish) ?? []).length + (/[¿¡]/.test(sample) ? 2 : 0);
  const en = (sample.match(english) ?? []).length;
  // Several words and not one of the other language: the writer has left the earlier one.
  const words = sample.trim().split(/\s+/).length;
  const least = first ? 1 : words >= plainlyWords && (current === 'es' ? es : en) === 0 ? 2 : 3;
  if (es >= least && es > en * 1.5) return 'es';
  if (en >= least && en > es * 1.5) return 'en';
  return current;
}

/** Words that names of places have too: "Del Valle", "El Paso". */
const ofNames = /\b(?:el|la|los|las|de|del|the|an?|in|at|on|to|of)\b/gi;

/** Which language a text leans to however short it is, its names of places left aside. */
export const leansTo = (text: string, current: Language): Language =>
  readLanguage(text.replace(ofNames, ' '), current, true);

const languageWish =
  /^\W*(?:(?:hi|hello|hola|buen[ao]s|d[ií]as|tardes)\W{1,3}){0,3}(?:(?:do|does|can|could) (?:you|u|ya|y'all|anyone|somebody|someone)(?: guys| all| there)? |¿?(?:usted(?:es)? )?)?(?:speak|talk|write|habla[ns]?|puede hablar|en|in|alguien (?:que )?habl[ae])? ?(?:in |en )?(?:english|spanish|ingl[eé]s|espa[nñ]ol)(?:,? (?:please|por favor))?\W*$/iu;

/** "English please", "¿habla español?": a wish for a language, and nothing else. */
export const asksForLanguage = (text: string): boolean => languageWish.test(text);
