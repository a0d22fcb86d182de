import { ordinals } from '../numbers/ordinals.ts';
import { plainText } from '../text/plainText.ts';
import { readOfferedHour } from './readOfferedHour.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** The words that may stand beside the time or its place in a plain choice: "ok, let's take the second one then, please". */
const besideChoice = setOf(
  `
  a an the that this it its it's one option options slot time appointment number no hour day date book booking reserve schedule put sign
  pencil down take choose pick select go get have do come meet see make want like love prefer need would will can could shall
  i i'd i'll i'm we we'd we'll we're let let's lets me us my our husband wife partner both for to at on in by of from with is be am
  then so and well just also oh um hmm ok okay k yes yeah yep yup sure great good perfect fine nice cool awesome wonderful excellent
  alright all right sounds looks seems works work best better well suits suit easier free available please pls plz thanks thank you
  think guess maybe probably definitely actually rather instead hi hello hey there that'd that'll that's thats it'd it'll
  earliest soonest latest last early late only you o'clock pm morning afternoon evening noon central eastern mountain pacific ct cst cdt
  visit tour showing viewing call if possible
  el la los las lo un una de del por favor sí si claro vale va bien bueno buena perfecto me mi nos queda conviene sirve gusta parece
  está esta ese esa eso quiero quisiera queremos prefiero prefiere tomo elijo escojo reservo mejor entonces gracias a en con para y
  opción número hora cita visita llamada ser sería última último ultima ultimo más mas temprana pronto próxima proxima mañana tarde tardes
  tomorrow today mondays monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun
  january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec
  lunes martes miércoles miercoles jueves viernes sábado sabado domingo hoy enero febrero marzo abril mayo junio julio agosto
  septiembre octubre noviembre diciembre uno dos tres two three
`.trim(),
);
const place = new RegExp(`^(?:${ordinals.join('|')}|\\d{1,2}(?::\\d{2})?(?:am|pm|st|nd|rd|th)?)$`, 'iu');

/** A yes to one time that was offered, and nothing beside it. "Ok thanks" is good manners. */
const yesToOne = setOf(
  `
  ok okay k yes yeah yep yup ya sure great good perfect fine absolutely definitely alright all right sounds looks is that this it it's
  that's that'll it'll thats time will would work works for me us with let's lets do i'll i we'll we take book go ahead please
  sí si claro vale dale va bien bueno perfecto por favor de acuerdo me nos sirve conviene queda está esa ese la lo tomo reserve quiero
`.trim(),
);
/** "… or whatever's closest": with a time named, the one beside it will do. */
export const orClosest =
  /(?<=\s)(?:or|o) (?:whatever(?:['’]?s| is)? |whichever is |the |lo |la |m[aá]s )*(?:closest|nearest|cerca(?:n[ao])?)(?: (?:one|time|to (?:it|that)|you have|que (?:tengan?|tienen)))?(?!\p{L})/iu;
const asks =
  /^\W*(?:(?:ok|okay|and|so|but|well|yes|no|also|hi|hey|thanks|y|pero)\W+){0,2}(?:what|which|why|how|who|where|when|is|are|was|were|does|do (?:you|they|i|we|any)|did|has|have (?:you|they)|any|qu[eé]|cu[aá]l|c[oó]mo|cu[aá]ndo)(?!\p{L})|\?\W*$/iu;
const asksPolitely =
  /^\W*(?:(?:ok|okay|and|so|yes|great|perfect|please|hi|hey)\W+){0,2}(?:(?:can|could|may|might|shall|would) (?:i|we|you) (?:please )?(?:just )?(?:do|take|have|get|make|book|reserve|choose|pick|go (?:with|for)|put|come|meet|schedule|sign)|(?:me |nos )?(?:puede|podr[ií]a|puedo|podemos)[ns]? (?:ser|reservar|tomar))(?!\p{L})/iu;

const wordsOf = (plain: string): string[] => plain.toLowerCase().match(/[\p{L}\d:']+/gu) ?? [];
const isQuestion = (plain: string): boolean => asks.test(plain) && !asksPolitely.test(plain);

/** "Yep works", "the first one, for the Elm Street house": words that ask nothing. */
export const asksNothing = (text: string): boolean => !isQuestion(plainText(text));

/** Names a time, or its place among those on offer, and says nothing else: a word of another matter, or a question, chooses none. */
export function choosesOutright(text: string): boolean {
  const plain = plainText(text);
  return (
    !isQuestion(plain) &&
    wordsOf(plain.replace(orClosest, ' ')).every((word) => besideChoice.has(word) || place.test(word))
  );
}

/**
 * Names one hour, whatever else stands beside it: "1230 if you have it", "my husband says 2 is good". A question, a refusal and a second
 * hour take none.
 */
export function takesHour(text: string): boolean {
  const plain = plainText(text);
  const hour = readOfferedHour(text);
  const isBound = hour !== null && bounds.test(hour.value) && !firstOfRange.test(plain);
  return hour !== null && !isBound && !isQuestion(plain) && !hedges.test(plain);
}
/** "The earliest one after 5": of those that fit, the first. */
export const firstOfRange = /(?<!\p{L})(?:first|earliest|soonest|primera|m[aá]s temprano)(?!\p{L})/iu;
const hedges =
  /(?<!\p{L})(?:not|no|never|nor|neither|none|without|cannot|(?:ca|do|wo|is|are|does|did|would|could|should)n['’]?t|except|unless|until|till?|instead|rather than|either|or|old|was|were|had|ni|nunca|sin|hasta|salvo|o(?!['’]))(?!\p{L})/iu;
const bounds = /^(?:after|before)|to|any|morning|afternoon|evening/;

/** A plain yes to the only time there is. */
export function takesTheOnlyOne(text: string): boolean {
  const plain = plainText(text);
  const words = wordsOf(plain);
  return words.length > 0 && !isQuestion(plain) && words.every((word) => yesToOne.has(word)) && saysYes.test(plain);
}
const saysYes =
  /(?<!\p{L})(?:yes|yeah|yep|yup|ya|sure|ok|okay|k|great|good|perfect|fine|absolutely|definitely|alright|works?|take|book|do it|go ahead|s[ií]|claro|vale|dale|bien|bueno|perfecto|de acuerdo|sirve|conviene|queda|tomo|reserve)(?!\p{L})/iu;
