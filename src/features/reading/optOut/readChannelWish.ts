import type { Read } from '../model.ts';
import { matchesIn } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

/** Which way somebody wants to be reached, null where they name none, and which ones they rule out. */
export interface ChannelWish {
  by: Channel | 'chat' | null;
  not: Channel[];
}

/** A way to reach somebody outside the chat. */
export type Channel = 'call' | 'text' | 'email';
export const channels: readonly Channel[] = ['call', 'text', 'email'];

const namesChannel =
  /(?<![\p{L}\d])(?:(?<call>(?:phone )?calls?|calling|be(?:ing)? (?:called|phoned)|(?:by|via|over|on)(?: the)? phone|phone(?! (?:number|line|no\b|#))|ring me|llamadas?|llam(?:en?|ar|es)(?:me|nos)?|tel[eé]fono|전화)|(?<text>texts?|txts?|texting|be(?:ing)? (?:texted|messaged)|sms|text messages?|mensajes?(?: de texto)?|textos?|문자|메시지)|(?<email>e-?mails?|e-?mailing|be(?:ing)? e-?mailed|correos?(?: electr[oó]nicos?)?))(?!\p{Script=Latin})/giu;
const chat =
  /(?<!\p{L})(?:(?:this )?chat(?:ting)?|here|online|(?:por )?(?:el |este )?chat|por aqu[ií]|aqu[ií]) (?:is|works|est[aá]|es)(?: (?:much|just|muy|totally))? (?:fine|ok(?:ay)?|better|best|great|good|easier|bien|mejor)(?!\p{L})|\b(?:only|just|solo) (?:in |by |via |through |por )?(?:(?:the|this|el|este) )?chat\b/iu;

/** A text without any of these names no channel: most messages end here. */
const aboutReach = /call|ring me|text|txt|sms|mail|phone|llam|tel[eé]fono|mensaje|correo|전화|문자|메시지/iu;
const clause = /[.!?;,\n]|\s(?:but|pero|mas bien|y|and|just|only|solo|mejor)(?=\s)/giu;
/** Words that rule out what they stand before: "no more", "I don't need", "no quiero que me". */
const refusesBefore =
  /(?:(?<!\p{L})(?:no|not|don'?t|do not|never|rather not|instead of|rather than|stop|quit|without|sin|dejen? de|nada de)(?:\s(?:more|m[aá]s|me|te|us|nos|want|wants?|need|do|any|to|be|by|via|on|the|over|por|de|quiero|queremos|necesito|hace falta|que|for|talk|speak|hablar|wanna|contacted|reached|your|sus?|send|get|getting|receive|recibir|like|please|have you|have (?:any|some)(?:body|one)(?! to)|a|an|phone|ni|un|una|sola)){0,6}|n't(?:\s(?:want|need|like|me|any|your|to|send)){0,3}|can'?t (?:take|get|answer|talk (?:by|on the|over the)|do)(?: any)?)\s$/iu;
/** Words that limit a refusal to a time, a place or somebody else's call. */
const isLimited =
  /^(?: me| us| nos)?(?: (?:back|before|after|at|on|during|until|till|while|when|if|in the|right|now|today|tonight|tomorrow|yet|so|too|it|that|this|him|her|them|my|the|about|from|antes|despu[eé]s|al|a la|en|los|las|hasta|tan|cuando|si|porque)(?!\p{L}))/iu;
const notTheirs =
  /(?<!\p{L})(?:why|por qu[eé]|you|they|he|she|nobody|no one|agents?|ustedes|nadie)(?: guys| all)?(?: (?:do|did|would|will))?(?:n'?t| not| never| don'?t)?\s(?:\p{L}+\s){0,2}$/iu;
const hasNone =
  /(?<!\p{L})(?:have(?! (?:any|some)(?:body|one))|has|got|see|find|found|remember|recall|know|tengo|encuentro|recuerdo|sirve)(?:\s\p{L}+){0,2}\s$/iu;

const only = /(?<!\p{L})(?:only|solo|s[oó]lo|solamente|nom[aá]s|just)(?: (?:by|via|por|a|an|un))?\s$/iu;
const onlyAfter = /^,? (?:only|solamente|nada m[aá]s|nom[aá]s)(?!\p{L})/iu;
/** "Just text me instead" is polite, and rules out nothing. */
const politely = /^(?: me| us)|^ .{0,12}\binstead\b/iu;
const prefersBefore =
  /(?<!\p{L})(?:i(?:'d)? (?:would )?prefer|i(?:'d| would) rather(?: have| get| you| u)?|better (?:by|via|over)|mejor(?: por)?|prefiero(?: que sea)?(?: por)?)(?: an?| un| el)?\s$/iu;
const prefersAfter =
  /^(?: me| us)?(?: \p{L}+)? instead(?!\p{L})|^ (?:is|are|works?|es|est[aá]|son)(?: (?:much|way|a lot|so|mucho))? (?:better|best|easier|mejor|mejores)(?!\p{L})/iu;
/** Words that refuse everything for good: a wish to hear no more, whatever channel they name. */
const forGood =
  /(?<!\p{L})(?:again|ever|any ?more|nunca m[aá]s|list|registry|stop|quit|cease|never|dej(?:en?|es) de)(?!\p{L})|(?<!\p{L}no )(?<!\p{L})m[aá]s(?!\p{L})/iu;

/** Words that say where the person can be reached, and so that they want to be. */
const leavesWay =
  /(?<!\p{L})(?:reachable|(?:can )?be reached|reach me|get (?:hold of )?me|find me|my (?:cell|phone|number|direct line|e-?mail)(?: number)? is|mi (?:n[uú]mero|celular|correo) es|me (?:encuentran?|localizan?))(?!\p{L})/iu;

/** Characters beside the name of a channel in which its refusal must stand. */
const nearChars = 80;

interface Mention {
  channel: Channel;
  says: 'refused' | 'only' | 'preferred' | 'named';
  start: number;
  end: number;
}

function mentionsIn(plain: string): Mention[] {
  const mentions: Mention[] = [];
  for (const match of matchesIn(namesChannel, plain)) {
    const start = match.index;
    const end = start + match[0].length;
    const groups = match.groups as Partial<Record<Channel, string>>;
    const channel = channels.find((one) => groups[one] !== undefined) as Channel;
    const near = plain.slice(Math.max(0, start - nearChars), start);
    const before = near.slice(matchesIn(clause, near).at(-1)?.index ?? 0);
    const after = plain.slice(end, end + nearChars);
    const said = saysOf(before, after);
    const joined = mentions.at(-1);
    // "Do not call or text me": the same refusal goes on.
    const goesOn =
      joined?.says === 'refused' &&
      /^(?: me| us)?,? (?:or|nor|ni|o|and|y) (?:me )?$/iu.test(plain.slice(joined.end, start));
    if (said !== null) mentions.push({ channel, says: goesOn && said === 'named' ? 'refused' : said, start, end });
  }
  return mentions;
}

function saysOf(before: string, after: string): Mention['says'] | null {
  if (/^(?:는|를)? ?하지 ?(?:마|말)/u.test(after)) return 'refused';
  if (refusesBefore.test(before))
    return isLimited.test(after) || notTheirs.test(before) || hasNone.test(before) ? null : 'refused';
  if (prefersBefore.test(before) || prefersAfter.test(after)) return 'preferred';
  if (onlyAfter.test(after) || (only.test(before) && !politely.test(after))) return 'only';
  return 'named';
}

/**
 * Which ways of being reached somebody rules out, and the one they name instead: "no calls, text me", "e-mail only", "I don't need
 * e-mails". `not` is empty where one is only preferred. Null when no way is named so.
 */
export function readChannelWish(said: string): Read<ChannelWish> | null {
  if (!aboutReach.test(said)) return null;
  const plain = plainText(said);
  const mentions = mentionsIn(plain);
  const refused = mentions.filter(({ says }) => says === 'refused');
  const not = channels.filter((channel) => refused.some((mention) => mention.channel === channel));
  const open = mentions.filter((mention) => mention.says !== 'refused' && !not.includes(mention.channel));
  const [first] = refused;
  if (first !== undefined) {
    return found(first, open[0]?.channel ?? (chat.test(plain) ? 'chat' : null), not);
  }
  const exclusive = open.find(({ says }) => says === 'only');
  if (exclusive !== undefined)
    return found(
      exclusive,
      exclusive.channel,
      channels.filter((channel) => channel !== exclusive.channel),
    );
  const preferred = open.find(({ says }) => says === 'preferred');
  return preferred === undefined ? null : found(preferred, preferred.channel, []);
}

/**
 * True when every channel is ruled out, or one for good: "don't call or text me", "stop calling". That is a wish to hear no more,
 * because stopping too much harms nobody. Not where another channel is named, nor for calls or e-mails alone.
 */
export function rulesOutAll(text: string): boolean {
  const wish = readChannelWish(text);
  if (wish === null || wish.value.by !== null) return false;
  const plain = plainText(text);
  return forGood.test(plain) || (wish.value.not.includes('text') && !leavesWay.test(plain));
}

/** "Please no calls": whatever else they want, it is not to be called. */
export const refusesCalls = (text: string): boolean => readChannelWish(text)?.value.not.includes('call') ?? false;

const found = ({ start, end }: Mention, by: ChannelWish['by'], not: Channel[]): Read<ChannelWish> => ({
  value: { by, not },
  start,
  end,
});

const keeps =
  /(?:\b(?:rather|prefer|want|going|like|need|comfortable|willing)\b[^.?!]{0,12}(?:\bnot\b|n't\b)|\bnot\b|n't\b|\b(?:dont|wont|cant|no quiero|prefiero no|no (?:le |les )?(?:voy a )?))[^.?!]{0,30}\b(?:giv\w*|shar\w*|leav\w*|tell\w*|provid\w*|dar\w*|doy|dej\w+|compart\w+)\b[^.?!]{0,20}\b(?:phone|number|cell|mobile|digits|tel[eé]fono|n[uú]mero|celular)\b/i;

/** "I'd rather not give my phone": there is no number to call. */
export const keepsNumber = (text: string): boolean => keeps.test(plainText(text));
