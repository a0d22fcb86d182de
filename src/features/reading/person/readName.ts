import type { Read, Span } from '../model.ts';
import { plainText } from '../text/plainText.ts';
import { withBlanks } from '../text/withBlanks.ts';

const capitalized = "\\p{Lu}[\\p{L}'-]{1,20}";
/** "Linda", "Linda M. Ortiz", "María de la Cruz". */
const name = `${capitalized}(?:\\s(?:(?:de la|de|del|la)\\s)?(?:${capitalized}|\\p{Lu}\\.)){0,3}`;
const anyCase = "\\p{L}[\\p{L}'-]{1,20}";
const given = `${anyCase}(?:\\s${capitalized}){0,2}`;

/** Words that say a name and nothing else: it counts in any case. */
const byName = new RegExp(
  `(?:^|[.,;!?]\\s?|\\b(?:and|y|hi|hey|hello|hola|yes|ok|the|my)\\s)(?:my name(?:'s| is)?|name(?:'s| is)|names|me llamo|mi nombre es|a nombre de)\\s(${given})`,
  'iu',
);
/** Words that may say something else as well: only a capital makes a name of what follows. */
const byCapital = new RegExp(
  `(?:^|[^\\p{L}])(?:[Ii]['’]?m|[Ii] am|[Tt]his is|[Ii]t['’]?s|[Ss]oy|[Cc]all me|[Aa]sk for|[Hh]abla)\\s(?:do[nñ]a |don |la se[nñ]ora |el se[nñ]or )?(${name})(?=\\s*(?:$|[.,!;)\\d]|\\p{L}+\\b))`,
  'u',
);
/** "Linda here"; "- Deb" or "Regards, Deb" at the end of a message. */
const signed = new RegExp(
  `^\\W*(${name}) (?:here|again)(?=\\W*$|[.,!;])|(?:\\s[-–—~]\\s?|\\b(?:Sincerely|Regards|Best|Yours(?: truly| sincerely| faithfully)?|Saludos|Atentamente|Cordialmente),?\\s)((?:\\p{Lu}\\.\\s){0,2}${name})\\W*$`,
  'u',
);
const before = new RegExp(`(${name})[\\s,;:(-]{0,3}$|(?:^|[.!?]\\s)(${name})\\.\\s?$`, 'u');
/** "rick 512-555-0128", "im daniela cruz 737 …": nothing but one or two words from where the sentence begins to the number. */
const onlyBefore = new RegExp(
  `(?:^|[.!?,]\\s|\\n)\\s*(?:(?:i['’]?m|its|it['’]s|this is|soy)\\s)?(${anyCase}(?:\\s${anyCase})?)[\\s,;:(-]{1,3}$`,
  'iu',
);
/** After a full stop a new sentence begins: "512-555-0133. Oh wait" names nobody. */
const after = new RegExp(
  `^(?:[\\s,;:()-]{0,3}(${name})(?=\\W*$|\\s{0,2}[,.;!()]|\\s\\p{Ll})|\\.\\s{0,2}(${name})(?=\\W*$|\\s{0,2}[,.;!()]))`,
  'u',
);
const whole = /^\W{0,2}((?:\p{L}[\p{L}'.-]{0,24}\s){0,3}\p{L}[\p{L}'-]{1,24})\W{0,3}$/u;
/** Beside a number these say what it is for; no message is a name that has one of them. */
const aroundNumber =
  /(?<!\p{L})(?:please|pls|call|text|txt|reach|me|at|on|is|its|it's|my|mi|the|this|number|cell|phone|mobile|email|ok|okay|sure|yes|yeah|hi|hey|and|y|es|al|ll[aá]m[ae]me|m[aá]rqueme|n[uú]mero|tel[eé]fono|cel(?:ular)?|correo|thanks?|thx|ty|gracias|name|here|im|i'm|soy|btw|whatsapp|new|old|other|nuevo)(?!\p{L})/giu;
const noName =
  /^(?:(?:do|does|did|wo|ca|is|are|was|could|would|should)n't|a|an|the|s?he|they|them|(?:s?he|they|we|you|it|that|there|who)'(?:s|re|ll|ve|d)|it|its|it's|that|this|there|here|i|im|i'm|you|we|my|me|your|his|her|our|what|when|where|why|how|who|which|and|or|but|so|if|not|no|nope|never|none|nothing|yes|yeah|ok|okay|sure|fine|good|great|best|nice|cool|perfect|awesome|ready|sorry|sry|please|pls|thanks?|thx|ty|just|maybe|later|then|only|still|hi|hello|hey|bye|goodbye|looking|writing|asking|interested|moving|selling|buying|calling|going|trying|available|free|whatsapp|btw|oh|wait|also|call|text|txt|email|mail|phone|cell|mobile|work|home|office|number|reach|name|to|for|from|with|by|in|on|at|of|about|after|before|any|anytime|any ?time|now|asap|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|today|tomorrow|tonight|mornings?|afternoons?|evenings?|nights?|weekends?|january|february|march|april|june|july|august|september|october|november|december|wife|husband|mom|dad|agent|realtor|buyer|seller|person|human|robot|bot|jorge|rather|prefer|skip|can|could|will|would|may|someone|somebody|anyone|anybody|nobody|everybody|happy|glad|hola|gracias|s[ií]|claro|bueno|por|para|favor|mi|yo|el|la|es|llame|ll[aá]meme|tel[eé]fono|correo)$/iu;

/** The first run of words that can be a name: of "Text Ted" it is "Ted". */
function nameIn(words: string): string {
  const isNone = (word: string): boolean => noName.test(word);
  const said = words.split(/(?<=\s)/);
  const from = said.findIndex((word) => !isNone(word.trim()));
  const upTo = said.findIndex((word, at) => at > from && isNone(word.trim()) && !/^(?:de|del|la)\s$/.test(word));
  return from < 0
    ? ''
    : said
        .slice(from, upTo < 0 ? undefined : upTo)
        .join('')
        .trim();
}

/**
 * The name under which somebody introduces or signs themselves, else the one beside a number or address of `reached`; `askedName`: the
 * whole message may be one, in any case.
 */
export function readName(text: string, reached: readonly Span[], { askedName = false } = {}): Read<string> | null {
  const plain = plainText(text);
  const told = [byName, byCapital, signed].map((pattern) => at(text, plain, pattern)).find((read) => read !== null);
  const beside = reached.flatMap((span) => {
    const from = Math.max(0, span.start - 80);
    const ahead = plain.slice(from, span.start);
    return [
      at(text, ahead, before, from),
      at(text, plain.slice(span.end), after, span.end),
      wholly(ahead) ? at(text, ahead, onlyBefore, from) : null,
    ];
  });
  const found = beside.find((read) => read !== null) ?? told ?? alone(text, plain, reached);
  if (found !== undefined && found !== null) return found;
  const answer = askedName && text.length <= 60 ? whole.exec(plain)?.[1] : undefined;
  return answer !== undefined && nameIn(answer) === answer ? at(text, plain, whole) : null;
}

/** No word of them says what the number is for. */
function wholly(ahead: string): boolean {
  const words = onlyBefore.exec(ahead)?.[1];
  return words !== undefined && nameIn(words) === words && !ofNumbers.test(words);
}
const ofNumbers =
  /\b(?:new|old|other|same|use|try|dial|cellphone|landline|line|direct|contact|again|confirm\w*|wife|husband|mom|dad|son|daughter|nuevo|otro|celular|casa|marque|mand\w+)(?!\p{L})/iu;

/** "luis 5125550144": without the number and the words around it, a name is all that is left. */
function alone(text: string, plain: string, reached: readonly Span[]): Read<string> | null {
  if (reached.length === 0 || plain.length > 80) return null;
  const rest = withBlanks(plain, reached).replace(aroundNumber, (words) => ' '.repeat(words.length));
  return at(text, rest, justName);
}
const justName = new RegExp(`^\\W*(${anyCase}(?:\\s${anyCase})?)\\W*$`, 'u');

/** The name that a pattern finds. `from`: where `plain` begins in the text. */
function at(text: string, plain: string, pattern: RegExp, from = 0): Read<string> | null {
  const match = pattern.exec(plain);
  const words = match?.slice(1).find((group) => group !== undefined);
  const found = words === undefined ? '' : nameIn(words);
  if (match === null || found === '') return null;
  const start = from + match.index + match[0].lastIndexOf(found);
  return { value: text.slice(start, start + found.length), start, end: start + found.length };
}
