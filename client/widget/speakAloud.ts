import type { Entry } from '../../src/contract/log/entry.ts';
import { createElement } from './createElement.ts';
import { assistantName } from './speech.ts';
import { withoutNotice } from './withoutNotice.ts';
import { wordsOf } from './wordsOf.ts';

const kept = 3;

/** Announces each message of others to screen readers once, when it is whole, except those from before the start. */
export function speakAloud(region: HTMLElement) {
  let spokenSeq: number | null = null;
  let talk = '';

  return (entries: readonly Entry[], synced: boolean, noticeUrl: string | null) => {
    const last = entries.at(-1);
    if (!last || last.conversationId !== talk) spokenSeq = null;
    talk = last?.conversationId ?? '';
    if (!last || (spokenSeq === null && !synced)) return;
    const from = spokenSeq ?? last.seq;
    for (const entry of entries) {
      if (entry.seq <= from || entry.type !== 'message-created' || entry.actor.kind === 'visitor') continue;
      const text = withoutNotice(wordsOf(entry.data), noticeUrl);
      region.append(createElement('p', { dir: 'auto' }, [`${entry.actor.name ?? assistantName}: ${text}`]));
    }
    spokenSeq = last.seq;
    while (region.childElementCount > kept) region.firstElementChild?.remove();
  };
}
