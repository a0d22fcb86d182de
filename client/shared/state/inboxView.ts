import type { InboxView } from '../../../src/contract/rest/savedViews.ts';
import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { orderFor } from './boardView.ts';

export const wholeInbox: InboxView = { agent: '', home: '', language: '', stage: '', tag: '', sort: 'need' };
export const nobody = 'nobody';

/** How many of its choices differ from the whole inbox. */
export const choicesIn = (view: InboxView): number =>
  (Object.keys(wholeInbox) as (keyof InboxView)[]).filter((name) => view[name] !== wholeInbox[name]).length;

export function passesView({ owner, listingTitle, language, stage, tags = [] }: BoardRow, view: InboxView): boolean {
  if (view.agent !== '' && (owner?.id ?? nobody) !== view.agent) return false;
  if (view.home !== '' && listingTitle !== view.home) return false;
  if (view.language !== '' && language !== view.language) return false;
  if (view.tag !== '' && !tags.includes(view.tag)) return false;
  return view.stage === '' || stage === view.stage;
}

/** The rows in the order that the view asks for. */
export function sortedFor(rows: readonly BoardRow[], sort: InboxView['sort'], me: string, now: number): BoardRow[] {
  if (sort === 'need') return orderFor(rows, me, now);
  const sign = sort === 'newest' ? -1 : 1;
  return [...rows].sort(
    (a, b) => sign * a.lastAt.localeCompare(b.lastAt) || a.conversationId.localeCompare(b.conversationId),
  );
}
