import type { Read } from './model.ts';
import { plainText } from './plainText.ts';

/** Which way somebody wants to be reached, and which ones they rule out. */
interface ChannelWish {
  by: Channel | 'chat';
  not: Channel[];
}

/** A way to reach somebody outside the chat. */
export type Channel = 'call' | 'text' | 'email';
export const channels: readonly Channel[] = ['call', 'text', 'email'];

const call = '(?:calls?|calling|phone calls?|llamadas?|llam(?:e|en|ar|es)(?:me)?|me llam(?:e|en|es))';
const text = '(?:texts?|texting|sms|text messages?|mensajes?(?: de texto)?)';
const email = '(?:e-?mails?|e-?mailing|mail|correos?(?: electr[oó]nicos?)?)';
const chat =
  /(?<!\p{L})(?:(?:this )?chat(?:ting)?|here|online|(?:por )?(?:el |este )?chat|por aqu[ií]|aqu[ií]) (?:is|works|est[aá]|es)(?: (?:much|just|muy|totally))? (?:fine|ok(?:ay)?|better|best|great|good|easier|bien|mejor)(?!\p{L})|\b(?:only|just|solo) (?:in |by |via |through |por )?(?:(?:the|this|el|este) )?chat\b/iu;
const no = "(?:no|don't|do not|dont|please don't|never|rather not|instead of|stop|quit|sin|dejen? de)";
const only = '(?:only|instead|(?:is|are) (?:better|best|fine|easier)|works better|please|solo|mejor|solamente)';

const wishes: { only: Channel; pattern: RegExp }[] = [
  {
    only: 'email',
    pattern: new RegExp(`\\b(?:only|just|solo) (?:by |via |por )?${email}\\b|\\b${email} only\\b`, 'i'),
  },
  { only: 'text', pattern: new RegExp(`\\b(?:only|just|solo) (?:by |via |por )?${text}\\b|\\b${text} only\\b`, 'i') },
  { only: 'call', pattern: new RegExp(`\\b(?:only|just|solo) (?:by |via |por )?${call}\\b|\\b${call} only\\b`, 'i') },
];
const refused: { channel: Channel; pattern: RegExp }[] = [
  {
    channel: 'call',
    pattern: new RegExp(
      `\\b${no} (?:me )?${call}\\b|\\b(?:not|don't want|do not want|rather not|no quiero)\\b[^.?!,;]{0,30}\\b(?:by|via|on the|over the|por) (?:phone|tel[eé]fono)\\b|(?:전화)(?:는|를)? ?하지 ?마`,
      'i',
    ),
  },
  { channel: 'text', pattern: new RegExp(`\\b${no} (?:me )?${text}\\b`, 'i') },
  { channel: 'email', pattern: new RegExp(`\\b${no} (?:me )?${email}\\b`, 'i') },
];
const offered: { channel: Channel; pattern: RegExp }[] = [
  {
    channel: 'email',
    pattern: new RegExp(
      `\\b(?:send|write) (?:me |us )?an? ${email}\\b|\\b${email} me\\b|\\b(?:by|via|por) ${email}\\b|\\b${email} ${only}`,
      'i',
    ),
  },
  {
    channel: 'text',
    pattern: new RegExp(
      `\\b${text} me\\b|\\b(?:by|via|por) ${text}\\b|\\b${text} ${only}|(?:문자|메시지)(?:는|로|가)? ?(?:괜찮|좋|주세요|보내 ?주)`,
      'i',
    ),
  },
  {
    channel: 'call',
    pattern: new RegExp(`\\b${call} me\\b|\\b(?:by|via|por) (?:phone|tel[eé]fono)\\b|\\b${call} ${only}`, 'i'),
  },
];
/** One way is better than the others, which stay open. */
const preferred = (['text', 'email', 'call'] as const).map((channel) => ({
  channel,
  pattern: new RegExp(
    `(?<!\\p{L})(?:i(?:'d)? (?:would )?prefer|i(?:'d| would) rather(?: have| get)?|better (?:by|via|over)|mejor(?: por)?|prefiero(?: que sea)?(?: por)?) (?:an? |un |el )?${{ text, email, call }[channel]}`,
    'iu',
  ),
}));
/** "Do not call or text me" names the other way only to rule it out as well. */
const alsoRefused = /^(?: me| us)?,? (?:or|nor|ni|o) /i;
const aboutReach = /\b(?:calls?|texts?|sms|e-?mails?|llam|mensaje|correo|phone|tel[eé]fono|chat)|전화/i;

/**
 * Which ways of being reached somebody rules out while another one is welcome: "no calls, text me", "e-mail only". `not` is empty
 * where one is only preferred. Null when none is, or all are ruled out ("don't call me" alone is an opt-out, because stopping too much harms nobody).
 */
export function readChannelWish(said: string): Read<ChannelWish> | null {
  if (!aboutReach.test(said)) return null;
  const plain = plainText(said);
  for (const { channel, pattern } of refused) {
    const match = pattern.exec(plain);
    if (!match) continue;
    if (alsoRefused.test(plain.slice(match.index + match[0].length))) return null;
    const rest = plain.slice(0, match.index) + ' '.repeat(match[0].length) + plain.slice(match.index + match[0].length);
    const instead = offered.find((offer) => offer.channel !== channel && offer.pattern.test(rest));
    if (instead) return found(match, instead.channel, [channel]);
    if (chat.test(rest)) return found(match, 'chat', [channel]);
  }
  for (const wish of wishes) {
    const match = wish.pattern.exec(plain);
    if (match)
      return found(
        match,
        wish.only,
        channels.filter((channel) => channel !== wish.only),
      );
  }
  for (const { channel, pattern } of preferred) {
    const match = pattern.exec(plain);
    if (match) return found(match, channel, []);
  }
  return null;
}

const noCalls = new RegExp(`\\b(?:no(?: more)?|without|sin|nada de|not by) (?:phone )?${call}\\b`, 'i');
/** "Please no calls": whatever else they want, it is not to be called. */
export const refusesCalls = (text: string): boolean => aboutReach.test(text) && noCalls.test(plainText(text));

const found = (match: RegExpExecArray, by: Channel | 'chat', not: Channel[]): Read<ChannelWish> => ({
  value: { by, not },
  start: match.index,
  end: match.index + match[0].length,
});

const keeps =
  /(?:\b(?:rather|prefer|want|going|like|need|comfortable|willing)\b[^.?!]{0,12}(?:\bnot\b|n't\b)|\bnot\b|n't\b|\b(?:dont|wont|cant|no quiero|prefiero no|no (?:le |les )?(?:voy a )?))[^.?!]{0,30}\b(?:giv\w*|shar\w*|leav\w*|tell\w*|provid\w*|dar\w*|doy|dej\w+|compart\w+)\b[^.?!]{0,20}\b(?:phone|number|cell|mobile|digits|tel[eé]fono|n[uú]mero|celular)\b/i;

/** "I'd rather not give my phone": there is no number to call. */
export const keepsNumber = (text: string): boolean => keeps.test(plainText(text));
