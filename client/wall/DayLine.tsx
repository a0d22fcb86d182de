import { VisuallyHidden } from '@mantine/core';
import type { DayFigures, WholeDay } from '../../src/contract/rest/insight.ts';
import type { Colleague } from '../shared/connection/watchBoard.ts';
import { needLabels } from '../shared/labels/needs.ts';
import { clockTime, zoneName } from '../shared/labels/times.ts';
import { ByPerson, type HoldsNow } from './ByPerson.tsx';
import { durationWords } from './durationWords.ts';
import { HelpReport } from './HelpReport.tsx';
import { MissedList } from './MissedList.tsx';
import type { DayNow } from './useDay.ts';

interface DayLineProps {
  live: number | null;
  inChat: number | null;
  followUps: number | null;
  day: DayNow;
  holds: HoldsNow;
  people: ReadonlyMap<string, Colleague>;
  onOpen(conversationId: string): void;
}

/** The day in one line. A figure without observations is a dash, and hovering says why. */
export function DayLine({ live, inChat, followUps, day, holds, people, onOpen }: DayLineProps) {
  const { figures } = day;
  const unread = day.problem ?? 'Not loaded yet';
  const nobody = 'No one has waited for a person today';
  const asOf = figures ? `As of ${clockTime(figures.asOf)} (${zoneName(figures.timeZone)})` : unread;
  const stale = figures && day.problem ? `. ${day.problem}` : '';
  const told = (words: string) => `${words}. ${asOf}${stale}`;
  /** A figure's values of yesterday and a week ago; null while those days are not read, a dash if they were too busy to count. */
  const beforeOf = (figure: (day: WholeDay) => number | string | null): string | null => {
    if (figures?.before === undefined) return null;
    const toldOf = (one: WholeDay) => (one.complete ? figure(one) : null) ?? '—';
    return `${toldOf(figures.before.yesterday)} yesterday · ${toldOf(figures.before.weekAgo)} a week ago`;
  };
  return (
    <div className="day-line">
      <dl aria-label="Today’s numbers">
        <Figure name="Live" value={live} why={live === null ? 'Not loaded yet' : 'Open conversations'} />
        <Figure
          name={needLabels.now}
          value={inChat}
          why={inChat === null ? 'Not loaded yet' : 'In the chat and waiting for a person’s reply'}
        />
        <Figure
          name={needLabels['follow-up']}
          value={followUps}
          why={followUps === null ? 'Not loaded yet' : 'Left the chat and still need a call or a reply'}
        />
        <Figure
          name="Today"
          value={figures?.conversations ?? null}
          before={beforeOf((one) => one.conversations)}
          why={figures ? told('Conversations started today') : unread}
          more={figures?.complete === false}
        />
        <Figure
          name="First reply"
          value={figures?.firstReplyMs == null ? null : durationWords(figures.firstReplyMs)}
          before={beforeOf((one) => (one.firstReplyMs === null ? null : durationWords(one.firstReplyMs)))}
          why={
            !figures
              ? unread
              : figures.waited === 0
                ? nobody
                : figures.firstReplyMs === null
                  ? 'No one who waited has been answered today'
                  : told(
                      `Median time to a person’s first reply, for ${figures.answered} ${figures.answered === 1 ? 'visitor' : 'visitors'}`,
                    )
          }
        />
        <Figure
          name="Missed"
          value={!figures || figures.waited === 0 ? null : figures.missed}
          before={beforeOf((one) => (one.waited === 0 ? null : one.missed))}
          why={
            !figures
              ? unread
              : figures.waited === 0
                ? nobody
                : told(
                    `Out of ${figures.waited} who waited for a person: no human reply within an hour or before the chat ended`,
                  )
          }
        />
        {figures?.model ? <Claude model={figures.model} /> : null}
      </dl>
      <MissedList missed={figures?.missedTalks ?? []} onOpen={onOpen} />
      <ByPerson figures={figures} holds={holds} people={people} unread={unread} />
      <HelpReport />
    </div>
  );
}

const spendingWords: Record<NonNullable<DayFigures['model']>['state'], string> = {
  well: '',
  soft: 'over half of the limit',
  note: 'most of the limit',
  small: 'near the limit: coaching uses the smaller model',
  rules: 'almost at the limit: the playbook coaches',
  off: 'at the limit: the playbook coaches and answers',
};

/** Claude's cost since its hour began, and what follows from it. */
function Claude({ model: { hourMicroUsd, stopMicroUsd, state } }: { model: NonNullable<DayFigures['model']> }) {
  const dollars = (microUsd: number) => `$${(microUsd / 1_000_000).toFixed(2)}`;
  const words = spendingWords[state];
  const cost = `${dollars(hourMicroUsd)} of ${dollars(stopMicroUsd)} this hour`;
  return <Figure name="Claude" value={dollars(hourMicroUsd)} why={words === '' ? cost : `${cost}, ${words}`} />;
}

interface FigureProps {
  name: string;
  value: number | string | null;
  why: string;
  more?: boolean | undefined;
  before?: string | null;
}

function Figure({ name, value, why, more, before = null }: FigureProps) {
  return (
    <div title={before === null ? why : `${why}. ${before}`}>
      <dt>{name}</dt>
      <dd>
        {value === null ? '—' : value}
        {value !== null && more ? '+' : ''}
        {value === null ? <VisuallyHidden> ({why})</VisuallyHidden> : null}
      </dd>
      {before === null ? null : <dd className="day-before">{before}</dd>}
    </div>
  );
}
