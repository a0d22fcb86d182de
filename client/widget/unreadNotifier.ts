import type { Entry } from '../../src/contract/log/entry.ts';
import { fill, type Speech } from './speech.ts';
import { emitToPage } from './widgetEvents.ts';

/**
 * Tells the page and the launcher that somebody wrote, and how much is unread. Messages from before the start are no news; a talk in
 * which the visitor has said nothing has no badge.
 */
export function unreadNotifier(element: HTMLElement, root: ShadowRoot, words: Speech['words']) {
  const badge = root.querySelector<HTMLElement>('.badge');
  const launcher = root.querySelector<HTMLElement>('.launcher');
  let launcherName: string | null = null;
  let toldUnread = 0;
  let toldSeq = -1;

  return (entries: readonly Entry[], synced: boolean, unread: number) => {
    if (synced) {
      const last = entries.at(-1)?.seq ?? 0;
      // A new chat counts from one again.
      const from = toldSeq < 0 ? last : Math.min(toldSeq, last);
      for (const { seq, type, actor } of entries)
        if (seq > from && type === 'message-created' && actor.kind !== 'visitor')
          emitToPage(element, 'message', { from: actor.kind === 'bot' || actor.kind === 'system' ? 'bot' : 'person' });
      toldSeq = last;
      if (unread !== toldUnread) emitToPage(element, 'unread', { count: unread });
      toldUnread = unread;
    }
    if (!badge) return;
    badge.hidden = unread === 0 || !entries.some((entry) => entry.actor.kind === 'visitor');
    badge.textContent = unread > 9 ? '9+' : String(unread);
    if (badge.hidden || !launcher) return;
    // The loader names the button anew with each opening and closing.
    launcherName ??= launcher.getAttribute('aria-label');
    launcher.setAttribute('aria-label', `${launcherName}, ${fill(words.unread, { n: badge.textContent })}`);
  };
}
