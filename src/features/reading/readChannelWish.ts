import type { Read } from './model.ts';
import { plainText } from './plainText.ts';

/** A way to reach somebody outside the chat. */
export type Channel = 'call' | 'text' | 'email';
export const channels: readonly Channel[] = ['call', 'text', 'email'];

const call = '(?:calls?|calling|phone calls?|llamadas?|llam(?:e|en|ar|es)(?:me)?|me llam(?:e|en|es))';
const text = '(?:texts?|texting|sms|text messages?|mensajes(?: de texto)?)';
const email = '(?:e-?mails?|e-?mailing|mail|correos?(?: electr[oó]nicos?)?)';
const no = "(?:no|don't|do not|dont|please don't|never|rather not|instead of|sin)";
const only = '(?:only|instead|is (?:better|best|fine|easier)|works better|please|solo|mejor|solamente)';

const wishes: { only: Channel; pattern: RegExp }[] = [
  {
    only: 'email',
    pattern: new RegExp(`\\b(?:only|just|solo) (?:by |via |por )?${email}\\b|\\b${email} only\\b`, 'i'),
  },
  { only: 'text', pattern: new RegExp(`\\b(?:only|just|solo) (?:by |via |por )?${text}\\b|\\b${text} only\\b`, 'i') },
  { only: 'call', pattern: new RegExp(`\\b(?:only|just|solo) (?:by |via |por )?${call}\\b|\\b${call} only\\b`, 'i') },
];
const refused: { channel: Channel; pattern: RegExp }[] = [
  { channel: 'call', pattern: new RegExp(`\\b${no} (?:me )?${call}\\b`, 'i') },
  { channel: 'text', pattern: new RegExp(`\\b${no} (?:me )?${text}\\b`, 'i') },
  { channel: 'email', pattern: new RegExp(`\\b${no} (?:me )?${email}\\b`, 'i') },
];
const offered: { channel: Channel; pattern: RegExp }[] = [
  { channel: 'email', pattern: new RegExp(`\\b${email} me\\b|\\b(?:by|via|por) ${email}\\b|\\b${email} ${only}`, 'i') },
  { channel: 'text', pattern: new RegExp(`\\b${text} me\\b|\\b(?:by|via|por) ${text}\\b|\\b${text} ${only}`, 'i') },
  {
    channel: 'call',
    pattern: new RegExp(`\\b${call} me\\b|\\b(?:by|via|por) (?:phone|tel[eé]fono)\\b|\\b${call} ${only}`, 'i'),
  },
];
const aboutReach = /\b(?:calls?|texts?|sms|e-?mails?|llam|mensaje|correo)/i;

/**
 * Which ways of being reached somebody rules out while another one is welcome: "no calls, text me", "e-mail only". Null when none
 * is ruled out, or all are ("don't call me" alone is an opt-out, because stopping too much harms nobody).
 */
export function readChannelWish(said: string): Read<{ by: Channel; not: Channel[] }> | null {
  if (!aboutReach.test(said)) return null;
  const plain = plainText(said);
  for (const { channel, pattern } of refused) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const rest = plain.slice(0, match.index) + ' '.repeat(match[0].length) + plain.slice(match.index + match[0].length);
    const instead = offered.find((offer) => offer.channel !== channel && offer.pattern.test(rest));
    if (instead) return found(match, instead.channel, [channel]);
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
  return null;
}

const found = (match: RegExpExecArray, by: Channel, not: Channel[]): Read<{ by: Channel; not: Channel[] }> => ({
  value: { by, not },
  start: match.index,
  end: match.index + match[0].length,
});
