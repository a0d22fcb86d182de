import type { Reading } from '../../contract/readings.ts';
import { type SlotName, slotName, type VisitorAct } from '../../contract/vocabulary.ts';
import { toldIn } from '../reading/dialogue/toldIn.ts';
import { readBeds } from '../reading/home/readBeds.ts';
import { readCondition } from '../reading/home/readCondition.ts';
import { readHomeKind } from '../reading/home/readHomeKind.ts';
import { readRepairs } from '../reading/home/readRepairs.ts';
import type { Read } from '../reading/model.ts';
import { sumOwners } from '../reading/numbers/sumOwners.ts';
import { refusesCalls } from '../reading/optOut/readChannelWish.ts';
import { readContact } from '../reading/person/readContact.ts';
import { readFinancing } from '../reading/person/readFinancing.ts';
import { readMotivation } from '../reading/person/readMotivation.ts';
import { tellsOfOwnHome } from '../reading/person/readOwnerSigns.ts';
import { readSharing } from '../reading/person/readWhoDecides.ts';
import { readAddress } from '../reading/place/readAddress.ts';
import { plainText } from '../reading/text/plainText.ts';
import { normalise } from './featuresOf.ts';
import { readAnswer } from './readAnswer.ts';

type ReadSlot = Reading['slots'][number];
/** Whether the model says that the words give this slot. */
type Gives = (slot: SlotName) => boolean;

const streetName =
  /(?<![\d$.,/])\d{2,5}(?:\/\d{2,5})?\s(?:[NnSsEeWw]\.?\s)?\p{L}[\p{L}'.]+(?:\s\p{Lu}[\p{L}'.]+|\s(?:[Ss]t|[Dd]r|[Ll]n|[Aa]ve|[Rr]d|[Cc]t|[Ww]ay|[Cc]ir|[Cc]v|[Ll]oop|[Tt]rl|[Ss]pur|[Bb]end|[Pp]ass|[Rr]un)\b){0,3}/u;
const notStreet =
  /\d\s(?:years?|yrs?|days?|weeks?|months?|mos?|minutes?|mins?|hours?|hrs?|bed|bd|br|ba|bath|sq|acres?|am|pm|miles?|blocks?|people|kids|percent|dollars|grand|mil|units?|doors?|stories|times|of|or|and|to|on|a|al|in|cash|max|tops|all|buy|minus|for|words|down|left|is|a[nñ]os|meses|d[ií]as|recamaras|ba[nñ]os|dolares|personas|hijos|pero|por|de|y|en)\b/iu;
/** Homes that are looked at, and not theirs: "pricing on 908 Larkmoor St". */
const ofOthersHomes =
  /\b(?:pricing|price|prices|see|tour|visit|about|available|interested in|show(?:ing)?|listing|what(?:'s| is)|whats|precio|ver)\b[^.!;]{0,24}$/iu;
const nothingOwed =
  /\b(?:no mortgage|(?:it'?s|its|is|all|house is|home is) (?:all |fully |completely )?paid (?:off|for)|(?:own|owned) (?:it )?(?:outright|free and clear)|free and clear|don'?t owe (?:anything|a (?:dime|cent))|owe nothing|(?:ya )?est[aá] (?:ya )?pagada|no (?:le )?deb(?:o|emos) nada|sin hipoteca)\b/iu;
/** A kind of home that points to a home already spoken of, and is no wish: "and hoa on the condo". */
const definite = /\b(?:the|that|this|those|la|el|ese|esa)\s$/iu;
const takenBack: readonly (readonly [SlotName, RegExp])[] = [
  ['area', /area|neighbou?rhood|zone|zona|colonia|barrio/i],
  ['budget', /budget|presupuesto/i],
  ['timeline', /timeline|date|deadline|fecha/i],
  ['features', /pool|garage|yard|office|alberca|cochera|patio/i],
];
const forgets =
  /\b(?:never ?mind|nvm|forget|scratch|drop|olv[ií]d\w+|olvida)(?: about)? (?:the |that |my |our |el |la |lo (?:de la|del) )?(\p{L}+)/giu;
const call =
  /\b(?:(?:call|ring|phone) (?:me|us)\b(?! \p{L}\b)|(?:call|ring|phone) (?:my|her|his)\b|(?:give|gimme) (?:me |us )?a (?:call|ring|shout|buzz)|(?:want|need|get|like|expecting|prefer) an? (?:phone )?call(?: ?back)?|call ?back (?:would|please|pls|is)|una llamada|speak (?:by|over|on) (?:the )?phone|(?:someone|somebody|anyone|agent|person|human|lady|guy|dude|boss|woman|man|realtor|alguien|agente) (?:\w+ ){0,4}(?:call|ring|phone)s? (?:me|us|my)|get \w+ to (?:call|ring|phone)|(?:over|on|by) (?:the )?(?:phone|horn)|phone,? (?:now|please|call|conversation)|by voice|a voice\b|have \w+(?: \w+){0,6} (?:call|ring|phone) me|(?:me|que me|nos) (?:llamen?|marquen?)|ll[aá]m[ae](?:me|nos)|por tel[eé]fono)/iu;
const asksWhom = /\b(?:who|whom|what number|which number|where) (?:do|should|can|would) (?:i|we)\b/i;
/** "Call me J" gives a name. */
const calledBy = /\b[Cc]all me \p{Lu}[\p{L}'-]*(?=\W*$|[.,;!])/gu;
const namedWords = (words: string): string => ' '.repeat(words.length);
const text =
  /\b(?:(?:text|txt) (?:me|us|only|is (?:best|better|fine|easier|good|ok)|works|instead|please|pls)|(?:just|only) (?:text|txt)|by text|prefer(?: an?)? texts?|(?:shoot|send|drop) (?:me|us) a (?:text|txt|message)|(?:message|msg) me|(?:text|txt) (?:this|my) (?:number|cell|phone)|(?:text|txt) (?=\d{3})|escr[ií]b[ae]n?me|m[aá]nd[ae]n?me (?:un )?(?:mensaje|texto)|(?:me|que me) (?:escriban?|manden? mensaje)|m[aá]nd[ae]me (?:un )?mensaje|por (?:mensaje|whats ?app)|whats ?app (?:me|is))/iu;
const mail =
  /\b(?:e-?mail (?:me|us|only|is (?:best|better|fine|easier|good|ok)|works|please|pls)|(?:just|only) e-?mail|by e-?mail|in an e-?mail|(?:shoot|send|drop) (?:me|us) an e-?mail|prefer e-?mail|por correo|only [\w.+-]+@)/iu;
const refusesBefore =
  /(?:\b(?:no|not|never|don'?t|do not|dont|stop|quit|without|instead of|rather than|nobody|no one|sin|no me|que no)\b|n't)(?:\s\p{L}+){0,2}\s?$/iu;

/** For somebody who looks for a home these are wishes, and no reason. */
const ofOwners: ReadonlySet<string> = new Set(['upgrading', 'financial', 'other']);

/**
 * Values that the rules can point at, each with its words: only what is said of themselves, outside questions. Where the rules alone cannot
 * tell whose it is, the model has to say that the slot is given.
 */
export function readSlots(
  said: string,
  gives: Gives,
  context: { asked: string | null; acts: readonly VisitorAct[] },
): ReadSlot[] {
  const slots: ReadSlot[] = [];
  const plain = plainText(said);
  const put = (name: SlotName, op: ReadSlot['op'], value: string, quote: string): void => {
    const words = quote.trim().slice(0, 400);
    if (words !== '' && said.includes(words)) slots.push({ name, op, value: value.slice(0, 200), quote: words });
  };
  const add = (name: SlotName, value: string, quote: string): void => {
    if (value !== '') put(name, 'set', value, quote);
  };
  const spanOf = (read: Read<unknown>): string => said.slice(read.start, read.end);
  const isOwner = tellsOfOwnHome(said);
  const told = toldIn(said);

  const debt = sumOwners(told).find(({ owner }) => owner === 'debt');
  const clear = nothingOwed.exec(told);
  if (debt !== undefined) add('mortgageBalance', debt.text, debt.text);
  else if (clear) add('mortgageBalance', 'none', clear[0]);
  if (gives('address') || isOwner || context.asked === 'address') readHomeAddress();
  const kind = readHomeKind(said);
  if (kind !== null && !definite.test(plain.slice(0, kind.start))) add('propertyType', kind.value, spanOf(kind));
  if (isOwner) {
    const { beds, baths } = readBeds(told);
    if (beds) add('homeBeds', String(beds.value), spanOf(beds));
    if (baths) add('homeBaths', String(baths.value), spanOf(baths));
  }
  const sharing = readSharing(told);
  if (sharing !== null) add('authority', sharing.value, spanOf(sharing));
  const motive = readMotivation(told);
  if (motive !== null && (isOwner || !ofOwners.has(motive.value))) add('motivation', motive.value, spanOf(motive));
  const financing = readFinancing(told);
  if (financing !== null && !(isOwner && financing.value === 'none'))
    add('preApproval', financing.value, spanOf(financing));
  const condition = isOwner || gives('condition') ? readCondition(told) : null;
  if (condition !== null) add('condition', condition.value, spanOf(condition));
  const repairs = readRepairs(told);
  if (repairs !== null) add('repairs', repairs.value, spanOf(repairs));
  readSale();
  const by = [['text', text] as const, ['email', mail] as const, ['call', call] as const].flatMap(([way, pattern]) => {
    const match = pattern.exec(plain.replace(calledBy, namedWords));
    return match && !refusesBefore.test(plain.slice(0, match.index)) ? [{ way, words: match[0] }] : [];
  })[0];
  if (by !== undefined) add('contactBy', by.way, by.words);
  else if (!refusesCalls(said) && (context.acts.includes('wants-call') || readContact(said).phone !== null)) {
    const words =
      /(?<!\bse )\b(?:call|ring|(?!llamo\b)llam\w+|ll[aá]m\w+|marqu\w+|m[aá]rqu\w+|h[aá]bl[ae]n?me)\b(?! (?:it|that|log|out))/iu.exec(
        asksWhom.test(plain) ? '' : plain.replace(calledBy, namedWords),
      );
    if (words && !refusesBefore.test(plain.slice(0, words.index))) add('contactBy', 'call', words[0]);
  }
  for (const match of plain.matchAll(forgets)) {
    const gone = takenBack.find(([, pattern]) => pattern.test(match[1] as string));
    if (gone) put(gone[0], 'clear', '', match[0]);
  }
  readStanding();
  return slots;

  /** Fills the slot of the standing question, where the model says that it is answered and no rule knew the words. */
  function readStanding(): void {
    const asked = slotName.safeParse(context.asked);
    if (!asked.success || slots.some(({ name }) => name === asked.data) || !gives(asked.data)) return;
    // "Hm" names no place.
    if (context.acts[0] === 'unclear') return;
    if (ruledOutBySums(said).includes(asked.data)) return;
    const answer = readAnswer(asked.data, said);
    if (answer !== null) add(asked.data, answer.value, answer.quote);
  }

  function readHomeAddress(): void {
    const read = readAddress(said);
    const named = read === null ? streetName.exec(said) : null;
    if (read !== null) {
      const isAnother = readAddress(said.slice(read.end)) !== null || ofOthersHomes.test(plain.slice(0, read.start));
      if (!isAnother || isOwner || context.asked === 'address') add('address', read.value, spanOf(read));
    } else if (named !== null && (gives('address') || context.asked === 'address') && !notStreet.test(named[0]))
      add('address', named[0], named[0]);
  }

  function readSale(): void {
    if (!gives('intent')) return;
    const words = normalise(said);
    const sale = /\b(?:sell\w*|vend\w+|list (?:my|our|it|with))\b/iu.exec(said)?.[0];
    if (sale !== undefined && !/\b(?:buy\w*|purchas\w+|compr\w+)\b/.test(words)) add('intent', 'sell', sale);
  }
}

/** Slots of sums where every sum of the message is somebody else's, or something else's. */
export function ruledOutBySums(said: string): SlotName[] {
  const sums = sumOwners(said);
  return sums.length > 0 && sums.every(({ owner }) => owner !== 'own' && owner !== 'loan') ? ['budget', 'price'] : [];
}
