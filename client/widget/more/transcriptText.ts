import type { Entry, EntryData } from '../../../src/contract/log/entry.ts';
import { assistantName, type Speech } from '../speech.ts';

/** The conversation as text: a heading for each day, a paragraph for each message with its time and speaker. */
export function transcriptText(title: string, entries: readonly Entry[], { words, locale, time }: Speech): string {
  const gone = new Set(entries.flatMap((entry) => (entry.type === 'message-retracted' ? [entry.data.messageId] : [])));
  const lines = [title];
  let day = '';
  for (const entry of entries) {
    if (entry.type !== 'message-created') continue;
    const at = new Date(entry.at);
    const on = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(at);
    if (on !== day) lines.push('', on);
    day = on;
    const isOwn = entry.actor.kind === 'visitor' || entry.actor.kind === 'lead';
    const isBot = entry.actor.kind === 'bot' || entry.actor.kind === 'system';
    const name = isOwn ? words.you : (entry.actor.name ?? (isBot ? assistantName : words.theTeam));
    const text = gone.has(entry.data.messageId) ? words.takenBack : withFiles(entry.data);
    lines.push('', `${time(at)} ${name}${isBot ? ` (${words.aiAssistant})` : ''}: ${text}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The words of a message and its files by their names. */
const withFiles = ({ text, attachments = [] }: EntryData<'message-created'>): string =>
  [text, ...attachments.map(({ name }) => `[${name}]`)].filter((part) => part !== '').join(' ');
