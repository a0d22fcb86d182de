import type { Read } from '../model.ts';
import { plainText } from '../text/plainText.ts';

const phone =
  /(?<![\w.$])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-]?)\d{3}[\s.-]?\d{4}(?![\w-])|(?<![\w.$])\+\d{1,3}(?:[\s.-]?\d{2,4}){2,5}(?!\w)/;
const email = /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])/i;
/** "ana at example dot com", "ana(at)gmail.com", "ana @ example.com", "ana arroba correo punto mx". */
const spelledEmail =
  /(?<![\w.%+-])([\w.%+-]{1,64}) ?(?:@|\(at\)|\[at\]|(?<= )at(?= )|(?<= )arroba(?= )) ?([a-z\d-]{1,40}(?: ?(?:\(dot\)|\[dot\]|(?<= )dot(?= )|(?<= )punto(?= )|\.) ?[a-z\d-]{2,24}){1,3})(?![\w@-])/i;
const byWord = /(?:\(dot\)|\[dot\]| dot | punto )/i;
const provider = /^(?:gmail|yahoo|hotmail|outlook|icloud|aol|live|msn|proton(?:mail)?|me|mail)\./i;

const named =
  /\b(?:[Mm]y name is|[Mm]y name's|[Nn]ame is|[Nn]ame's|[Mm]e llamo|[Mm]i nombre es|[Cc]all me(?!\s+(?:about|at|on|in|when|if|back|after|before|as|re|to|for|now|and|or|but|so|this|next|first|soon|maybe|asap|any(?:time|way|day)?|later|yet|anymore|again|tho|though|instead|directly|over|maybe|today|tomorrow|tonight|i|u|you|mon(?:days?)?|tues?(?:days?)?|wed(?:nesdays?)?|thu(?:rs?)?(?:days?)?|fri(?:days?)?|sat(?:urdays?)?|sundays?|crazy|with|by|from|around|please|pls|a|an|the|whenever|during)(?!\p{L})))\s+(\p{L}[\p{L}'-]{1,20}(?:\s\p{Lu}[\p{L}'-]{1,20})?|\p{Lu}(?![\p{L}\d]))/u;
const iAm =
  /(?:^|[^\p{L}])(?:I'm|I’m|i'm|I am|i am|Im|[Tt]his is|[Ss]oy|[Ii]t's)\s+(\p{Lu}\p{Ll}[\p{L}'-]{0,20}(?:\s\p{Lu}\p{Ll}[\p{L}'-]{0,20})?)(?=$|\s*[.,!;)]|\s+(?:and|here|from|calling|y|I|can|could|looking|would)\b)/u;
const bareName =
  /^\W{0,2}(\p{Lu}\p{Ll}[\p{L}'-]{1,20}(?:\s\p{Lu}\p{Ll}[\p{L}'-]{1,20})?)(?=\s*(?:[.,!;:-]|$|\s(?:and|at|my|\+?\d{3}|\()))/u;
const properName = "\\p{Lu}\\p{Ll}[\\p{L}'-]{0,20}(?:\\s(?:\\p{Lu}|\\p{Lu}\\p{Ll}[\\p{L}'-]{0,20}|de|del|la)\\.?){0,3}";
/** Right before a number or an address: "call me, Linda Ortiz 512 …", "Linda Ortiz, my number is …". */
const nameBefore = new RegExp(
  `(?:^|[,.;:!?(]\\s{0,2}|\\b(?:me|is|es|it|soy|for|to)\\s)(${properName})\\s{0,2}[,;:(-]?\\s{0,2}(?:(?:at|on|and|y|al|en|my|mi|the|phone|cell|number|n[uú]mero|tel[eé]fono|tel|e-?mail|mail|correo|is|es)[\\s.:]{1,2}){0,4}$`,
  'u',
);
/** Right after it: "512 …, Linda Ortiz". */
const nameAfter = new RegExp(`^\\s{0,2}[,;:)-]?\\s{0,2}(${properName})\\s{0,2}[).!]?\\s{0,2}$`, 'u');
/** "Its kayla 512 …": a name that is introduced counts in lower case too. */
const saidBefore = /(?:^|[\s,.!?])(?:i'?m|it'?s|this is|soy)\s(\p{L}[\p{L}'-]{2,15})\s{0,2}[,;:-]?\s{0,2}$/iu;
/** How people name themselves beside other things: "bet ty im dre btw", "names ray", "thx - Deb", "Walt Jimenez here". */
const signed: readonly RegExp[] = [
  /\bi'?m (\p{L}[\p{L}'-]{1,15}),? (?:btw|by the way)\b/iu,
  /(?:^|[,.;]\s?|\b(?:my|the|and) )(?:names|name's|name is)\s(\p{L}[\p{L}'-]{1,15})(?=\W*$|[,.;!])/iu,
  /\b(?:[Aa]sk for|[Aa] nombre de|[Ss]incerely,|[Rr]egards,|[Bb]est,|[Ss]aludos,|[Aa]tentamente,)\s(\p{Lu}\p{Ll}[\p{L}'-]{0,20}(?:\s\p{Lu}\p{Ll}[\p{L}'-]{0,20})?)(?=\W*$|[,.;!]|\s\d)/u,
  /(?:^|[.!?,\d]|\b(?:thx|thanks|ty|gracias|cheers))\s*[-–—~]\s?(\p{Lu}\p{Ll}[\p{L}'-]{0,20}(?:\s\p{Lu}\p{Ll}[\p{L}'-]{0,20})?)\W*$/u,
  /^\W*(?:(?:[Hh]i|[Hh]ey|[Hh]ello|[Oo]k),? )?(\p{Lu}\p{Ll}[\p{L}'-]{0,20}(?:\s\p{Lu}\p{Ll}[\p{L}'-]{0,20})?) (?:here|again)(?=\W*$|[.,!;])/u,
  /\b(?:[Ii]t'?s|[Tt]his is|I'?m) (\p{Lu}\p{Ll}[\p{L}'-]{1,20}) again\b/u,
  /\b(?:[Ss]oy|[Ll]e habla|[Hh]abla) (?:do[nñ]a |don |la se[nñ]ora |el se[nñ]or )(\p{Lu}\p{Ll}[\p{L}'-]{1,20})/u,
];
/** A word or two right beside a number, in any case: "ok, dave 512 …", "512 …, meg, text pls". */
const rightBefore =
  /(?:^|[.,;!?:\n-]\s*|\b(?:ok|hi|hey|yes|its|it's|im|i'm|es|soy) )(\p{L}[\p{L}'-]{1,15}(?:\s\p{L}[\p{L}'-]{1,15})?)\s{0,2}[,;:(.-]?\s{0,2}$/iu;
const rightAfter =
  /^\s{0,2}[,;:).-]?\s{0,2}(\p{L}[\p{L}'-]{1,15}(?:\s\p{Lu}[\p{L}'-]{1,15})?)(?=\W*$|\s{0,2}[,.;!(]|\s(?:but|text|call|after|before|thanks?|thx|ty|pls|please|anytime)\b)/u;
const everyday =
  /^(?:call|text|txt|after|before|thanks?|thx|ty|please|pls|and|but|is|my|the|to|me|at|or|if|best|cell|only|no|not|ok(?:ay)?|yes|yeah|gracias|por|favor|phone|number|now|here|there|it|its|that|this|for|with|on|in|of|we|you|us|so|just|then|when|any|some|best|number'?s|digits|hit|up|use|try|reach|ring|email|mail|what|who|how|please|sorry|help|soon|good|great|fine|cool|bye|later|llame|tel|cel|numero|n[uú]mero|es|mi|al|el|la|y|o|a|an|i|im|i'm|robot|bot|human|person|agent|someone|somebody|authority|voice|emails?|calls?|texts?|bath|time|tonight|today|tomorrow|\p{L}+day|\p{L}+ing)$/iu;
const areNames = (words: string): boolean =>
  words.split(' ').every((word) => !everyday.test(word) && !noName.test(word));
const noName =
  /^(?:(?:do|does|did|wo|ca|is|are|was|could|would|should)n'?t|cell\w*|whats ?app|any ?time|mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|asap|now|office|landline|wife|husband|partner|brother|sister|mom|dad|son|daughter|mobile|home|work|phone|number|the|your|his|her|still|always|best|available|free|reachable|better|easier|usually|going|calling|texting|just|only|not|sure|fine|del|una?|new|buyer|seller|vendedora?|compradora?)$/i;
/** The whole answer to "what is your name?", in any case. */
const answeredName = /^\W{0,2}((?:\p{L}[\p{L}'.-]{0,24}\s){0,3}\p{L}[\p{L}'-]{1,24})\W{0,3}$/u;
const notNames =
  /^(?:(?:do|does|did|wo|ca|is|are|was|could|would|should)n'?t|Looking|Interested|Not|Sure|Just|In|On|At|Fine|Good|Great|Ok|Okay|Yes|No|Hi|Hello|Hey|Thanks|Thank|Sorry|Ready|Moving|Selling|Buying|The|A|An|It|My|Me|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Today|Tomorrow|Morning|Afternoon|Evening|Jorge|Perfect|Nice|Cool|Maybe|What|When|Where|Why|How|Who|Done|Glad|Happy|Actually|Please|Well|Awesome|Nope|Never|Goodbye|Bye|Hola|Gracias|Select|Let|Phone|Email|Mail|Call|Text|Reach|Cell|Number|Mobile|That|This|There|I|You|We|Skip|Rather|Prefer|None|Nothing|Later|Si|Sí|Mi|Yo|Llame|Llámeme|Claro|Bueno|Por|Para|Tel[eé]fono|Correo)(?![\p{L}'])/iu;

/**
 * Ways to reach and call somebody, as they gave them; an address spelled out is put together. `asked`: a name alone
 * ("Ana Ruiz, 512 …") counts; `askedName`: the whole message may be one, in any case.
 */
export function readContact(
  text: string,
  options: { asked?: boolean; askedName?: boolean } = {},
): { name: Read<string> | null; phone: Read<string> | null; email: Read<string> | null } {
  const plain = plainText(text);
  const number = whole(phone, text, plain);
  const address = whole(email, text, plain) ?? spelledOut(plain);
  return { name: nameOf(text, plain, options, [number, address]), phone: number, email: address };
}

function nameOf(
  text: string,
  plain: string,
  { asked, askedName }: { asked?: boolean; askedName?: boolean },
  reached: (Read<string> | null)[],
): Read<string> | null {
  const match = [named.exec(plain), iAm.exec(plain), asked || askedName ? bareName.exec(plain) : null].find(isName);
  if (match) return at(text, match.index + match[0].lastIndexOf(match[1] ?? ''), match[1] ?? '');
  for (const pattern of signed) {
    const own = pattern.exec(plain);
    if (own && isName(own) && !noName.test(own[1] ?? ''))
      return at(text, own.index + own[0].lastIndexOf(own[1] ?? ''), own[1] ?? '');
  }
  for (const one of reached) {
    if (one === null) continue;
    const from = Math.max(0, one.start - 120);
    const before = nameBefore.exec(plain.slice(from, one.start));
    if (before && isName(before))
      return at(text, from + before.index + before[0].indexOf(before[1] ?? ''), before[1] ?? '');
    const said = saidBefore.exec(plain.slice(from, one.start));
    if (said && isName(said) && !noName.test(said[1] ?? ''))
      return at(text, from + said.index + said[0].lastIndexOf(said[1] ?? ''), said[1] ?? '');
    const beside = nameBeside(plain, reached);
    if (beside !== null) return at(text, beside.index, beside.name);
    const after = nameAfter.exec(plain.slice(one.end, one.end + 80));
    const last = rightAfter.exec(plain.slice(one.end, one.end + 50));
    if (last && isName(last) && areNames(last[1] ?? ''))
      return at(text, one.end + last[0].indexOf(last[1] ?? ''), last[1] ?? '');
    const first = rightBefore.exec(plain.slice(from, one.start));
    if (first && isName(first) && areNames(first[1] ?? ''))
      return at(text, from + first.index + first[0].indexOf(first[1] ?? ''), first[1] ?? '');
    if (after && isName(after)) return at(text, one.end + after[0].indexOf(after[1] ?? ''), after[1] ?? '');
  }
  const answer = askedName === true && text.length <= 60 ? answeredName.exec(plain) : null;
  return answer && isName(answer) ? at(text, answer[0].indexOf(answer[1] ?? ''), answer[1] ?? '') : null;
}

/** "call me 512 555 0101 sam", "luis 5125550144": beside the number nothing is left but a name. */
function nameBeside(plain: string, reached: (Read<string> | null)[]): { name: string; index: number } | null {
  if (plain.length > 80) return null;
  const blank = (words: string) => ' '.repeat(words.length);
  let rest = plain;
  for (const one of reached)
    if (one !== null) rest = rest.slice(0, one.start) + blank(plain.slice(one.start, one.end)) + rest.slice(one.end);
  const match = /^\W*(\p{L}[\p{L}'-]{1,15}(?: \p{L}[\p{L}'-]{1,15})?)\W*$/u.exec(rest.replace(besideNumber, blank));
  if (match === null || !isName(match) || match[1]?.split(' ').some((word) => noName.test(word) || notNames.test(word)))
    return null;
  return { name: match[1] ?? '', index: match[0].indexOf(match[1] ?? '') };
}
const besideNumber =
  /(?<!\p{L})(?:please|pls|plz|por favor|call|text|txt|reach|contact|ring|me|us|at|on|is|it's|its|my|mi|the|this|number|num|cell|phone|mobile|e-?mail|ok|okay|sure|yes|yeah|hi|hey|and|y|es|al|ll[aá]m[ae]me|m[aá]rqueme|n[uú]mero|tel[eé]fono|cel(?:ular)?|correo|thanks|thank you|thx|gracias|name|nombre|here|aqu[ií])(?!\p{L})/giu;

const isName = (match: RegExpExecArray | null): match is RegExpExecArray =>
  match?.[1] !== undefined && !notNames.test(match[1]);

const at = (text: string, start: number, name: string): Read<string> => ({
  value: text.slice(start, start + name.length),
  start,
  end: start + name.length,
});

function spelledOut(plain: string): Read<string> | null {
  const match = spelledEmail.exec(plain);
  if (!match) return null;
  const [whole, local = '', domain = ''] = match;
  // "Meet at noon. Ok": a full stop alone makes no address.
  if (!whole.includes('@') && !byWord.test(domain) && !provider.test(domain)) return null;
  const value = `${local}@${domain.replace(/ ?(?:\(dot\)|\[dot\]|(?<= )(?:dot|punto)(?= )|\.) ?/gi, '.')}`;
  return { value, start: match.index, end: match.index + whole.length };
}

function whole(pattern: RegExp, text: string, plain: string): Read<string> | null {
  const match = pattern.exec(plain);
  if (!match) return null;
  const end = match.index + match[0].length;
  return { value: text.slice(match.index, end).trim(), start: match.index, end };
}

/** A phone number in the form that numbers are compared in (`+15125550101`); ten digits are of North America. Null when it is none. */
export function phoneKeyOf(value: string): string | null {
  if (!/^[\s\d().+-]+$/.test(value)) return null;
  const digits = value.replace(/\D/g, '');
  if (value.trim().startsWith('+') && !digits.startsWith('1'))
    return /^[2-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
  const local = /^1?([2-9]\d{2}[2-9]\d{6})$/.exec(digits)?.[1];
  return local === undefined ? null : `+1${local}`;
}

/** An e-mail address in the form that addresses are compared in. Null when it is none. */
export function emailKeyOf(value: string): string | null {
  const trimmed = value.trim().toLowerCase();
  return email.exec(trimmed)?.[0] === trimmed && trimmed.length <= 254 ? trimmed : null;
}
