import type { Read } from '../model.ts';
import { matchesIn } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { namesOnlyFacts } from './namesOnlyFacts.ts';

const sentence = /[^.!?\n]{1,600}(?:\.(?=[\w])[^.!?\n]{0,200}){0,6}[.!?\n]{0,6}/g;
const asksWithoutMark =
  /^(?:[^?]{0,60}\b(?:(?:lol|lmao|haha+|btw|curious|wondering|question)\W+|(?:dogs?|cats?|kids)(?:\s*[^\w\s]\W*|\s+(?!\s*(?:who|which|when)\b))))?\W*(?:(?:and|so|but|also|ok|okay|hi|hello|hey|yo|sup|well|oh|yes|no|thanks|great|sure|cool|just|please|n|y|pero|pues|va|sale|oye|bueno|hola|buen[oa]s(?: tardes| d[ií]as| noches)?)[,.!]? ){0,3}(?:(?:todav[ií]a|a[uú]n|sigue|est[aá])[^?]{0,30}(?:disponible|en venta|a la venta)|what(?:'?s| is| are| about)?|when|where|who(?:'?s|se)?|why|how|which|is (?:there|it|the|this)|are (?:there|the|they|pets|dogs|cats)|does|do (?:they|you|u|ya|y'?all|i|we)|did|ha(?:s|ve) (?:it|there|any ?(?:one|body)|the|they)|(?:can|could|may|should) (?:i|we)|(?:can|could|would|will) (?:you|u|ya|y'?all) (?:(?:please|just|at least|maybe) )*(?:tell|ask|check|show|give|send|text|e-?mail|find|look|explain|let me know)|tell me|(?:send|text|e-?mail|show) (?:me|us) (?:(?:some|more|the|a|any|all) )*(?:pics?|pictures?|photos?|videos?|floor ?plans?|brochure|disclosures?)|i (?:asked|was asking|am asking|'m asking) (?:about|whether|if|how|what|when)|any (?:idea|chance)|(?:m[aá]nd[ae]|env[ií][ae]|p[aá]s[ae])(?:me|nos) (?:(?:las|los|unas|el|la|m[aá]s) )*(?:fotos?|videos?|info\w*|detalles|datos|planos?)|(?:i(?:'d like| would like| want| need) |me (?:da|manda|pasa|puede dar)\p{L}* |(?:quiero|quisiera|necesito|busco|pido) )(?:(?:to have|some|more|m[aá]s|unos|la|los) )*(?:info(?:rm\p{L}+)?|details|informes|datos|detalles)|i(?:'d| would)? (?:wonder|was wondering|(?:want|need|like|love) to (?:know|hear|learn))|qu[eé](?! (?:me|nos|le|les|sea|no|lo|la) \p{L}+[ae]n?\b)|cu[aá]nto|cu[aá]ndo|d[oó]nde|qui[eé]n|c[oó]mo(?! (?:unos |m[aá]s |\$)?\d)|hay)\b(?! (?:i can|you can|ever)\b)/iu;
/** "Hoa n taxes", "and parking": with a figure of theirs it says what they want. */
const namesFacts = (words: string): boolean => !/\d/.test(words) && namesOnlyFacts(words);
const notReal =
  /^\W*(?:hello|hi|hey|hola|what|huh|sorry|pardon|really|ok|okay|yes|no|right|you there|are you there|anyone there|anybody there|how are you(?: doing)?(?: today)?|how's it going|what's up|c[oó]mo est[aá]s?)?\W*$/i;
const politeOpeners =
  /^\W*(?:can|could|would|will) you (?:please )?(?:help|assist)\b|\bcan (?:i|you) help\b|\bme pued(?:e|es) ayudar\b/i;
const most = 300;

/**
 * The visitor's own question, word for word (at most 300 characters); null when nothing is asked. `isNot` strikes sentences that
 * are dealt with elsewhere.
 */
export function readQuestion(text: string, isNot: (sentence: string) => boolean): Read<string> | null {
  const plain = plainText(text);
  let start = -1;
  let end = -1;
  for (const match of matchesIn(sentence, plain)) {
    const words = match[0].trim();
    const marked = /\?\W{0,4}$/.test(words);
    if (!marked && !asksWithoutMark.test(words) && !namesFacts(words) && !asksForAny(words)) continue;
    if (
      notReal.test(words) ||
      politeOpeners.test(words) ||
      !/\p{L}{3}|\p{L}{2} \d{2}|\bsq\.? ?ft\b|\ba\/?c\b/iu.test(words) ||
      isNot(words)
    )
      continue;
    const at = match.index + match[0].indexOf(words);
    if (start >= 0 && at + words.length - start > most) break;
    if (start < 0) start = at;
    end = at + words.length;
  }
  if (start < 0) return null;
  end = Math.min(end, start + most);
  return { value: text.slice(start, end), start, end };
}

const any =
  /^\W*(?:(?:so|and|but|ok|okay|also|y|pero)\W+)?(?:any|alg[uú]n(?:[oa]s?)?)(?!\p{L})(?! (?:day|time|price|offer|area|d[ií]a|precio)\b)(?![^.!?]*(?<!\p{L})(?:is|are|was|works?|would|will|should|can|could|has|have|needs?|fine|ok|okay|es|est[aá]|sirve)(?!\p{L}))/iu;

/** "Any leaks or foundation problems": no mark, and no word that says there are. */
export const asksForAny = (sentence: string): boolean => any.test(sentence);

const opens =
  /^\W*(?:(?:ok|okay|and|so|but|yes|no|well|thanks|y|pero)[\s,]{1,3}){0,2}(?:what(?:'?s)?|why|how|who|where|which|is|are|does|do|(?:can|could|will|would) you|send|text|qu[eé]|cu[aá]\w+|d[oó]nde|qui[eé]n|c[oó]mo)(?!\p{L})/iu;
const help = /\b(?:can|could|do|will|would|are) you\b[^?]{0,40}\b(?:help|find|assist|search|look for)\b/i;
const afterComma = /,\s*((?:what|how|is|are|does|do|when|where|which)\b[^,]+)$/i;
const why =
  /^\W*(?:(?:and|but|so|well|y|pero)[\s,]+)?(?:(?:why|what for|how come|por qu[eé]|para qu[eé])\W*$|(?:why|what|how come) (?:do|are|would|did) you (?:ask|need|want|care)\w*|(?:por|para) qu[eé] (?:lo |me |eso )?(?:pregunta|necesita|quiere)\w*)[^.!?]{0,30}\??\W*$/iu;

/** Opens as a question does: "and what …", "can you …". "Saturday?" does not: it may be a guess at an answer. */
export const opensAsQuestion = (sentence: string): boolean => opens.test(sentence);

const askingWord =
  /\?|\b(?:what|wat|whats|when|where|why|who|whos|whom|which|how|hows|any|if|whether|wonder\w*|curious|know|tell|ask\w*|questions?|explain|show|send|find out|clue|qu[eé]|cu[aá]n\w+|cu[aá]l\w*|d[oó]nde|c[oó]mo|qui[eé]n\w*|hay|saber|duda|pregunt\w*|dime|d[ií]game)(?!\p{L})|(?:^|[,.;:!] (?:so |and |but )?|\b(?:to me|now|then|or|so|too|lol) )(?:can|could|would|will|do|does|did|is|are|am|was|were|has|have|should|shall|may|might)(?:n'?t)? |(?<!\b(?:i|we|u|you|they|he|she|it|who|will|would|can|could|to|i'll|we'll) )\b(?:can|could|would|will|do|does|did|is|are|am|was|were|has|should|shall|may)(?:n'?t)? (?:i|we|u|ya|y'?all|yall|you|it|they|he|she|there|this|that|these|those|someone|anyone|anybody|somebody)\b|\bright\W*$/iu;

/** True when a word of the text asks; none of "divorce, we sell as-is, behind on payments" does. */
export const mayAsk = (text: string): boolean => askingWord.test(plainText(text));

/** "Can you help me …", "are you able to find …": asks for our help, whatever with. */
export const asksUsToHelp = (sentence: string): boolean => help.test(sentence);

/** "A person please, what is the HOA?": the question after the last comma; null where none stands there. */
export const questionAfterComma = (sentence: string): string | null => afterComma.exec(sentence)?.[1] ?? null;

/** "The AC": names what may be asked, and asks for nothing. */
export const onlyNamesFacts = (sentence: string): boolean => namesFacts(sentence) && !sentence.includes('?');

/** "Why do you ask?", and nothing else: they ask for the reason of a question. */
export const asksWhy = (text: string): boolean => why.test(text);

/** Asks for a number of something. */
export const asksHowMany = (question: string): boolean => /\bhow many\b/i.test(question);
