import { readYesNo } from '../dialogue/readYesNo.ts';
import type { Read, Span } from '../model.ts';
import { readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { readDay } from '../time/readDay.ts';

export type Financing = 'pre-approved' | 'cash' | 'in-progress' | 'none';

const approval =
  /\bpre-?\s?(?:approv|qualif)(?:ed|al|ied|ication)?\b|\bpre-?\s?aprobad[oa]\b|\bpreaprobaci[oó]n\b|\b(?:been|got|am|was|were|already|i'm|we're|all good|we are),? approved\b|(?<=\bnot )approved\b|\bapproved (?:for|up to)\b/i;
const cash =
  /\b(?:cash (?:buyer|purchase)|(?<!\b(?:need|want|get|for|me|us|(?:you|they) make|give)(?: an?)?(?: \w+)? )cash offer|all[- ]cash|(?:(?:basically|pure|straight) |^\W*|,\s?)cash(?= \d|\W*$)|traigo cash|\d[\d,.]{0,14}\s?(?:k|m|mil|thousand|million)?,? (?:in )?cash|pay(?:ing)?(?: all| in)? cash|in cash|cash investor|have (?:the )?cash|pay(?:ing)?\b[^.?!]{0,16}\b(?:all|full)(?: the)? (?:money|amount)|(?:no|without an?) (?:loan|mortgage) (?:needed|necessary)|(?:it'?s|it is|it'?d be|would be|will be|we're|i'm|go(?:ing)?) (?:all )?cash\b|(?:don't|do not|no|won't) need (?:for )?(?:a |any )?(?:loan|mortgage|financing|lender)|de contado|(?:en )?efectivo)\b/i;
const partCash =
  /\bcash\b[^.?!]{0,30}\b(?:and|plus|rest)\b[^.?!]{0,20}\b(?:loan|mortgage|financ\w+)\b|\b(?:part(?:ly|ial\w*)?|half|some)\b[^.?!]{0,16}\bcash\b[^.?!]{0,24}\b(?:loan|mortgage|financ\w+)\b/i;
/** "100k cash for the down payment" says nothing of the rest. */
const downInCash = /\bcash (?:for|as|to put) (?:(?:a|my|our|the) )?(?:down|deposit)\b/gi;
const bareCash = /\bcash\b/i;
const obtained =
  /\bapproved (?:for|up to)\b|\b(?:got|been|am|are|were|was|i'm|we're|already|all good),? (?:pre-?\s?)?approved\b/i;
const lender =
  /\b(?:(?:talk|speak|spoke|work|meet|met)(?:ed|ing)?(?:ing)? (?:to|with) (?:a|my|our|the|one|two|some) (?:\w+ )?(?:lender|bank|mortgage|credit union|loan officer)|(?:talk|speak|work|meet)ing (?:to|with) (?:wells fargo|chase|bank of america|rocket|usaa|navy federal|citi\w*|pnc|truist)|(?:getting|applying|applied|in (?:the )?process|waiting (?:on|for)|started|working on)(?: \w+){0,4}? (?:pre-?\s?approv\w*|loan|mortgage|it)|waiting (?:for|on) (?:the |my |an )?(?:pre-?\s?)?approval|in progress|in process|en proceso|en tr[aá]mites?|tramitando)\b/i;
const stillTo =
  /\b(?:need|needs|have|has|want|ought|yet|should)(?: to)? (?:talk|speak|meet|find|get)\b[^.?!]{0,20}\b(?:lender|bank|mortgage|loan)\b/i;
const unsure = /\b(?:not sure|don't know|unsure|no s[eé] si)\b[^.?!]{0,30}\bpre-?\s?(?:approv|qualif|aprob)/i;
const none =
  /\b(?:no (?:lender|loan|bank)|no mortgage (?:yet|approv\w*|broker)|(?:haven'?t|have not|havn'?t)(?: (?:even|really|actually|yet))? (?:talked|spoken|spoke|started|applied|been|looked|gone|done)|not (?:talked|spoken|started|applied)|apenas (?:voy|vamos) a (?:ir|hablar)|without a lender|need (?:a |to get )?(?:loan|mortgage|financing|pre-?\s?approv\w*)|got denied|was denied|turned down|necesito (?:un |una )?(?:pr[eé]stamo|hipoteca|cr[eé]dito)|todav[ií]a no|a[uú]n no)\b/i;
const negated =
  /(?:\b(?:not|no|never|without|haven't|hasn't|isn't|aren't|wasn't|don't|didn't|need to (?:be|get)|sin)\b|n't)(?: \w+){0,3}[ -]?$/i;

/** "Approved for 340, but I don't want to go there": a sum that a bank would lend, and that is not what they would spend. */
export const isOfLoan = (text: string, { start, end }: Span): boolean =>
  /\b(?:but|pero)\b/i.test(text.slice(end)) &&
  /(?:approv|qualif|aprob)\w*(?: (?:for|up to|at|with \w+ for|of|around|about|por|hasta))*\s*\$?$/i.test(
    plainText(text).slice(Math.max(0, start - 40), start),
  );

/** How a buyer would pay. "Not pre-approved yet" is `none`. `asked`: a bare yes or no answers the question about a lender. */
export function readFinancing(text: string, options: { asked?: boolean } = {}): Read<Financing> | null {
  const plain = plainText(text).replace(downInCash, (words) => 'x'.repeat(words.length));
  // "Haven't talked to anybody. Should we?" tells something first.
  const asking = /^[^.!?]*\?\s*$/.test(plain) && !/\b(?:i'?m|i am|we'?re|we are|i have|we have|i got)\b/i.test(plain);
  if (asking && !options.asked) return null;
  // Part of it in cash is still a loan: how far that one is stays to be asked.
  if (partCash.test(plain)) return null;
  // "Los que compran en efectivo" are others.
  if (payOthers.test(plain)) return null;
  const money = cash.exec(plain) ?? (options.asked ? bareCash.exec(plain) : null);
  if (money) return readAt(isNegated(plain, money) ? 'none' : 'cash', money);
  if (unsure.test(plain)) return null;
  const open = stillTo.exec(plain);
  if (open) return readAt('none', open);
  const going = lender.exec(plain);
  const named = approval.exec(plain);
  const before = named === null ? '' : plain.slice(Math.max(0, named.index - 60), named.index);
  const approved = ofOthers.test(before) || asksOfIt.test(before) ? null : named;
  const isApproved = approved !== null && obtained.test(plain) && !isNegated(plain, approved);
  if (going && !isApproved && !isNegated(plain, going)) return readAt('in-progress', going);
  if (approved) return readAt(isNegated(plain, approved) ? 'none' : 'pre-approved', approved);
  const lacking = none.exec(plain);
  if (lacking) return readAt('none', lacking);
  const said = options.asked && !elsewhere.test(plain) && readDay(plain) === null ? readYesNo(plain) : null;
  // "Pets ok?" asks, and answers nothing.
  if (said && /^[^.!\n]{0,80}?\?/.test(plain.slice(said.start))) return null;
  // "Mornings or afternoons both fine" says yes to nothing that comes before it.
  return said && said.start <= opening
    ? { value: said.value ? 'pre-approved' : 'none', start: said.start, end: said.end }
    : null;
}

// "Yes please, book it", "yeah I can do Saturday", "640, is that ok?" answer something else than whether a loan is approved.
/** "No hoa", "fine, which areas …" say no and yes to nothing that was asked. */
const elsewhere =
  /^\W*no \$?\d|^\W*no (?!(?:i|we|not|yet|sir|thanks?|nothing|never|sorry|but|still|im|ive|he|hemos|tengo|todav[ií]a|a[uú]n|pre\p{L}*|lender|loan|bank|mortgage|cash|one|need)(?!\p{L}))\p{L}|^\W*(?:fine|ok(?:ay)?|sure|great|good|well|cool)\b\W+(?:so )?(?:which|what|whats|where|how|who|why|when|is|are|do|does|can)\b|\bplease\b|\bpor favor\b|\b(?:at|around|by|a las?) \d{1,2}\b|\b\d{1,2} ?(?:am|pm)\b|\b(?:is|would|will) (?:that|it|this)(?: be)? (?:ok(?:ay)?|good|fine|enough|all ?right)\b/iu;

/** Of others it is told that they pay in cash. */
const payOthers =
  /\b(?:they|people|those|guys|investors?|buyers|companies|ones?|somebody|someone) (?:who |that )?(?:\w+ )?(?:pays?|buys?|offers?|paid|offered|with) (?:\w+ )?(?:in )?cash\b|\b(?:los|las|gente|l[ao]s) que (?:\p{L}+ )?(?:compran|pagan|ofrecen)[^.?!]{0,16}(?:efectivo|contado|cash)/iu;
const ofOthers =
  /\b(?:brother|sister|cousin|friend|buddy|neighbou?r|coworker|son|daughter|kid|they|he|she|people|hermano|hermana|primo|prima|amig[oa]|vecin[oa])s?(?:'s|'re)?(?: (?:is|are|was|got|has|have|already|just|all|est[aá]|ya))*(?: an?)? $/iu;
/** "What's the difference between prequalified and preapproved" has neither. */
const asksOfIt =
  /\b(?:do (?:i|we)|can (?:i|we)|should (?:i|we)|what(?:'?s| is| does)|diff|difference|how)\b[^.!]{0,60}$/iu;
const opening = 14;

const isNegated = (plain: string, match: RegExpExecArray): boolean =>
  negated.test(
    plain
      .slice(Math.max(0, match.index - 36), match.index)
      .split(/\bbut\b|\bpero\b/i)
      .at(-1) ?? '',
  );
