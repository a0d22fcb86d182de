import type { Read } from '../model.ts';
import { readAt } from '../text/matchesIn.ts';
import { noThatPutsRight } from '../text/noThatPutsRight.ts';
import { plainText } from '../text/plainText.ts';

const yesInSpiteOfNo =
  /\b(?:(?<!that would be a )no (?:problem|issues?|worries|doubt|objections?)|not a problem|why not|can't wait|no hay problema|sin problema|no veo problema|c[oó]mo no)\b/i;
const no =
  /\b(?:no|nope|nah|not (?:yet|really|at all|quite|now|signed)|nothing signed|i (?:do not|don't|haven't|have not|am not|can't|cannot|won't|didn't)|i'm not|we (?:don't|haven't|can't|won't|aren't)|(?:that |it )?(?:won't|wouldn't|doesn't|does not|can't|cannot) (?:work|do|be)|too (?:fast|soon|quick|early)|can't do|not possible|impossible|never|does not sound good|todav[ií]a no|a[uú]n no|para nada|nunca|negative|no way|(?:of course|absolutely|definitely|certainly|sure|probably|maybe|guess|hope) not|(?:that|it|this)(?:'s| is| would be|'d be) (?:a |an )?(?:problem|issue|too \w+)|creo que no|claro que no|demasiado (?:pronto|r[aá]pido))\b/i;
const yes =
  /\b(?:yes|yeah|yea|yep|yup|ya(?! no\b)|sure|ok|okay|absolutely|definitely|of course|certainly|sounds (?:good|great|fine|perfect)|(?:that|it|this)(?:'d| would| will|'ll)? (?:works?|be (?:good|great|fine|perfect|ok))|that's (?:fine|good|great|perfect|ok)|works for me|fine(?: with me| by me)?|perfect|correct|exactly|(?:i (?:do|am|have|did|would|could|can)|we (?:do|are|have|did|would|can))(?=\s*(?:$|[.,;!?)]|(?:indeed|already|and|but|thanks?|thank you|actually|yes)\b))|already (?:am|have|did)|great|good|go ahead|please do|por supuesto|claro|est[aá] bien|(?<!(?:estar|est[eé]|est[aá]|est[eé]n|poner(?:nos|se)) )de acuerdo|vale|dale|va(?! (?:loan|mortgage|financ\w*|home|buyer|eligible|benefits?))|sale|sim[oó]n|desde luego|perfecto|correcto|(?:i )?(?:guess|think|suppose|believe|hope) so|probably(?=\W*$|\W+(?:yes|so|yeah|could|would|fine|ok)\b)|works|k|yessir|uh[- ]?huh|bueno)(?!\p{L})|(?<!\p{L})(?:s[ií]|[oó]rale)(?!\p{L})/iu;
const unsure =
  /\b(?:don't know|do not know|not sure|no idea|unsure|dunno|maybe|perhaps|depends|no (?:lo )?s[eé]|tal vez|quiz[aá]s?)(?!\p{L})/iu;
const refusesFirst = /^\W*(?:no|nope|nah)\b(?!\W*(?:s[eé]|idea|clue|lo s[eé]|preference))/iu;
/** "No wait, 400": puts something right, and says no to nothing. */
const puttingRight =
  /^\W*(?:(?:oh|ah|ay|uy)\W{1,3})?(?:(?:hmm+|um|uh|ok)\W{1,3})?(?:no,? (?:wait|back to|make (?:it|that)|not (?!with\b)[a-z ]{2,24} any ?more|i mean(?:t)?|espere|digo)|wait,? no)\b|^\W*(?:(?:oh|hmm|ok)\W{1,3})?(?:actually|hold on|scratch that|mejor)[\s,.]+no\W+(?=(?:an?|the|make it|let'?s|we want|i want|something|looking|rather|una?|que sea)\b)|^\W*no,? (?:actually|rather|mejor) (?=(?:an?|the|something|una?)\b)/i;
const enoughWords = 8;

/** Yes or no to the question that stands; null when it is neither or unsure. Bind it to the question by its id. */
export function readYesNo(text: string): Read<boolean> | null {
  const plain = plainText(text);
  if (puttingRight.test(plain) || noThatPutsRight(plain)) return null;
  const inSpite = yesInSpiteOfNo.exec(plain);
  if (inSpite) return readAt(true, inSpite);
  if (unsure.test(plain) && !refusesFirst.test(plain)) return null;
  const negative = no.exec(plain);
  const positive = yes.exec(plain);
  const first = negative && (!positive || negative.index <= positive.index) ? negative : positive;
  if (!first) return null;
  // In a long message only its opening answers the question.
  if (first.index > 12 && plain.split(/\s+/, enoughWords + 1).length > enoughWords) return null;
  return readAt(first === positive, first);
}

const agrees =
  /^\W*(?:yes|yeah|yep|yup|sure|ok(?:ay)?|of course|certainly|fine|that(?:'s| is) (?:fine|ok(?:ay)?|all right)|you may|go ahead|please do|no problem|s[ií]|claro|vale|de acuerdo|est[aá] bien|por supuesto)(?!\p{L})/iu;
const assents =
  /^\W*(?:(?:ok(?:ay)?|k|great|good|fine|perfect|cool|alright|all right|vale|bueno|va|dale|perfecto)[\s,.!]*)+$/iu;

/** Opens with a yes to what was just asked. "Great, see you then" is none. */
export const agreesOutright = (text: string): boolean => agrees.test(text);

const justOk = /^\W*(?:ok(?:ay)?|fine|vale)\W*/iu;
/** A yes that a consent may stand on: an "ok" counts alone or before a yes, and not in "ok see u saturday". */
export function consents(text: string): boolean {
  const rest = text.replace(justOk, '');
  return (rest.trim() === '' && text.trim() !== '') || (rest === text ? agrees.test(text) : agrees.test(rest));
}

/** "Ok, great": said to go on, and no answer to what was asked. */
export const onlyAssents = (text: string): boolean => assents.test(text);
