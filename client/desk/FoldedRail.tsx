import type { ReactNode } from 'react';
import type { ConversationFacts } from '../shared/state/conversationFacts.ts';
import { Icon } from '../shared/ui/Icon.tsx';
import { slotName, temperatureName } from '../shared/ui/words.ts';

interface FoldedRailProps {
  open: boolean;
  onOpen(open: boolean): void;
  facts: ConversationFacts;
  next: string | undefined;
  children: ReactNode;
}

/** The rail of a narrow window: one line of what matters, under the talk's head, that opens into all of it. */
export function FoldedRail({ open, onOpen, facts, next, children }: FoldedRailProps) {
  const { qualification, score } = facts;
  const parts = [
    qualification ? `${qualification.data.answered} of ${qualification.data.total} known` : 'Nothing known yet',
    next ? `ask next: ${slotName(next).toLowerCase()}` : '',
    score?.data.temperature ? temperatureName[score.data.temperature].toLowerCase() : '',
  ];
  return (
    <section className={`folded-rail${open ? ' open' : ''}`}>
      <button type="button" aria-expanded={open} onClick={() => onOpen(!open)}>
        <Icon name="fold" size={13} />
        <span className="clip">{parts.filter(Boolean).join(' · ')}</span>
        <span className="only-team">Only your team sees this</span>
      </button>
      {open ? <div className="folded-rail-body">{children}</div> : null}
    </section>
  );
}
