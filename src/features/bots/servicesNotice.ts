import type { Slot } from '../../contract/entries.ts';
import { rightsTexts } from './rightsTexts.ts';
import { answerOf, say, type Turn } from './turn.ts';

/** How the Texas notice was given; `link-in-chat` is not one of the ways that count (22 TAC 531.20(c)). */
const delivered: ReadonlySet<unknown> = new Set(['emailed', 'handed-over', 'mailed']);

/**
 * The link of the notice for the first message, and the note for the team that it was shown: by e-mail, by mail or in person it is
 * theirs to give (22 TAC 531.20), and they write it there. Null where the brokerage set none.
 */
export function showNotice(turn: Turn): string | null {
  const link = turn.pack.brokerageServicesUrl;
  if (link === undefined) return null;
  const { state } = turn;
  if (!delivered.has(answerOf(state, 'servicesNotice'))) {
    const shown: Slot = { value: 'link-in-chat', state: 'answered', confidence: null, evidence: [] };
    state.slots = { ...state.slots, servicesNotice: shown };
  }
  return say(turn, 'brokerageServices', rightsTexts.brokerageServices, link);
}

/** What the team has still to do before a showing, empty when they noted that it is done. */
export const noticeToGive = ({ state }: Turn): string =>
  delivered.has(answerOf(state, 'servicesNotice'))
    ? ''
    : ' Before it give the notice of brokerage services (IABS) by e-mail, by mail or in person; a link in the chat does not count.';
