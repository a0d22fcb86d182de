/** How a person is told to opt out, by text and by email: the law asks for it in messages that advertise (TCPA, CAN-SPAM). */
const lines = {
  text: { en: 'Reply STOP to opt out.', es: 'Responda STOP para no recibir más mensajes.' },
  email: {
    en: 'If you’d rather not get emails from me, reply and say so, and I’ll stop.',
    es: 'Si prefiere no recibir mis correos, respóndame y dejaré de escribirle.',
  },
} as const;

/** "STOP by our open house" tells nobody how to opt out. */
const tellsToStop = /\b(?:reply|text|send|write|responda|env[ií]e|escriba|mande)\b[^.!?]{0,20}\bstop\b/i;
const flat = (text: string): string => text.replace(/[’']/g, "'").replace(/\s+/g, ' ').toLowerCase();

/** The words with the way to opt out at their end; as they are where somebody left it in. */
export function withOptOutLine(text: string, channel: 'text' | 'email', language: 'en' | 'es'): string {
  const line = lines[channel][language];
  const isThere = channel === 'text' ? tellsToStop.test(text) : flat(text).includes(flat(line));
  if (isThere) return text;
  return channel === 'text' ? `${text.trimEnd()} ${line}` : `${text.trimEnd()}\n\n${line}`;
}
