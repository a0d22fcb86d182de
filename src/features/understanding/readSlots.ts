import type { Reading } from '../../contract/readings.ts';
import type { SlotName } from '../../contract/vocabulary.ts';
import type { Read } from '../reading/model.ts';
import { readAddress } from '../reading/readAddress.ts';
import { readBeds } from '../reading/readBeds.ts';
import { readHomeKind } from '../reading/readHomeKind.ts';
import { readMotivation } from '../reading/readMotivation.ts';
import { normalise } from './featuresOf.ts';
import { sumOwners } from './sumOwners.ts';

type ReadSlot = Reading['slots'][number];
/** Whether the model says that the words give this slot. */
type Gives = (slot: SlotName) => boolean;

const streetName =
  /(?<![\d$.,/])\d{2,5}(?:\/\d{2,5})?\s(?:[nsew]\.?\s)?\p{L}[\p{L}'.]+(?:\s\p{Lu}[\p{L}'.]+|\s(?:st|dr|ln|ave|rd|ct|way|cir|cv|loop|trl|spur|bend|pass|run)\b){0,3}/iu;
const notStreet =
  /\d\s(?:years?|yrs?|days?|weeks?|months?|mos?|minutes?|mins?|hours?|hrs?|bed|bd|br|ba|bath|sq|acres?|am|pm|miles?|blocks?|people|kids|percent|dollars|grand|mil|units?|doors?|stories|times|of|or|and|to|on|a|al|in|cash|max|tops|down|left|is|a[nñ]os|meses|d[ií]as|recamaras|ba[nñ]os|dolares|personas|hijos|por|de|y|en)\b/iu;
const ownHome = /\b(?:my|mine|ours?|our|mi|nuestra|la m[ií]a|it'?s a|its a|is a)\b/iu;
const alone =
  /\b(?:just|only|solely) (?:me|mine|my name|i)\b|\bmine alone\b|\bsolo yo\b|\bnobody else\b|\bsolely mine\b/iu;

/**
 * Values that the model says are there and the rules can point at, each with its words: what it says without such words is left out.
 * A sum belongs to whoever the words beside it name.
 */
export function readSlots(
  text: string,
  gives: Gives,
  context: { asked: string | null; wantsCall: boolean },
): ReadSlot[] {
  const slots: ReadSlot[] = [];
  const add = (name: SlotName, value: string, quote: string): void => {
    const said = quote.trim().slice(0, 400);
    if (said !== '' && value !== '' && text.includes(said))
      slots.push({ name, op: 'set', value: value.slice(0, 200), quote: said });
  };
  const spanOf = (read: Read<unknown> | null): string => (read === null ? '' : text.slice(read.start, read.end));

  const sums = sumOwners(text);
  const debt = sums.find(({ owner }) => owner === 'debt');
  if (debt !== undefined && (gives('mortgageBalance') || context.asked === 'mortgageBalance'))
    add('mortgageBalance', debt.text, debt.text);
  if (gives('address') || context.asked === 'address') {
    const read = readAddress(text);
    const named = read === null ? streetName.exec(text)?.[0] : undefined;
    if (read !== null) add('address', read.value, spanOf(read));
    else if (named !== undefined && !notStreet.test(named)) add('address', named, named);
  }
  if (gives('propertyType')) {
    const kind = readHomeKind(text);
    if (kind !== null) add('propertyType', String(kind.value), spanOf(kind));
  }
  if ((gives('homeBeds') || gives('homeBaths')) && ownHome.test(text)) {
    const { beds, baths } = readBeds(text, { asked: true });
    if (beds) add('homeBeds', String(beds.value), spanOf(beds));
    if (baths) add('homeBaths', String(baths.value), spanOf(baths));
  }
  if (gives('authority')) add('authority', alone.test(text) ? 'alone' : 'shared', text.slice(0, 400));
  if (gives('motivation')) {
    const motive = readMotivation(text, { asked: true });
    if (motive !== null) add('motivation', String(motive.value), spanOf(motive));
  }
  if (gives('intent')) {
    const sides = new Set(normalise(text).match(/\b(?:sell\w*|sold|vend\w+|listing|list)\b/g));
    const buys = /\b(?:buy\w*|purchas\w+|compr\w+)\b/.test(normalise(text));
    const sale = /\b(?:sell\w*|vend\w+|list (?:my|our|it|with))\b/iu.exec(text)?.[0];
    if (sides.size > 0 && !buys && sale !== undefined) add('intent', 'sell', sale);
  }
  if (context.wantsCall || gives('contactBy')) {
    const by = /\b(?:text|txt|mensaje)\b/iu.exec(text)?.[0];
    const mail = /\be-?mail\b|\bcorreo\b/iu.exec(text)?.[0];
    const call = /\b(?:call|phone|ring|llam\w+|marqu\w+)\b/iu.exec(text)?.[0];
    if (call !== undefined && context.wantsCall) add('contactBy', 'call', call);
    else if (by !== undefined && gives('contactBy')) add('contactBy', 'text', by);
    else if (mail !== undefined && gives('contactBy')) add('contactBy', 'email', mail);
  }
  return slots;
}

/** Slots of sums where every sum of the message is somebody else's, or something else's. */
export function ruledOutBySums(text: string): SlotName[] {
  const sums = sumOwners(text);
  return sums.length > 0 && sums.every(({ owner }) => owner !== 'own') ? ['budget', 'price'] : [];
}
