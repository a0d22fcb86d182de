import type { ReactNode } from 'react';
import type { RecordName } from '../../../src/contract/vocabulary.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { temperatureLabels } from '../../shared/labels/names.ts';
import { slotLabel } from '../../shared/labels/slots.ts';
import type { ConversationFacts } from '../../shared/state/conversationFacts.ts';

interface FoldedRailProps {
  open: boolean;
  onOpen(open: boolean): void;
  facts: ConversationFacts;
  next: RecordName | undefined;
  children: ReactNode;
}

/** The rail of a narrow window: one line of what matters, under the talk's head, that opens into all of it. */
export function FoldedRail({ open, onOpen, facts, next, children }: FoldedRailProps) {
  const { qualification, score } = facts;
  const parts = [
    qualification ? `${qualification.data.answered} of ${qualification.data.total} answered` : 'No details yet',
    next ? `ask next: ${slotLabel(next).toLowerCase()}` : '',
    score?.data.temperature ? temperatureLabels[score.data.temperature].toLowerCase() : '',
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
