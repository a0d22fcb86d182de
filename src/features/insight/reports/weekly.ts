import type { Channel } from '../../../contract/values.ts';
import { counted, type Draft, lasted, type Told } from './figures.ts';
import type { Period } from './periodOf.ts';
import { mostTalks, type PeriodRead, type ReportTalk } from './readPeriod.ts';
import {
  answeredFigure,
  bookedFigure,
  medianFigure,
  missedFigure,
  newLeadsFigure,
  quantile,
  type SpanFigures,
  spanFigures,
  spanWords,
  startedFigure,
} from './spanFigures.ts';

const peopleTold = 10;
const channelWords: Record<Channel, string> = {
  widget: 'on the website',
  sms: 'by text message',
  email: 'by email',
  call: 'by phone',
};

/** The weekly report of a team: the new talks, their answers and their outcomes, beside the period before. */
export function weeklyReport(read: PeriodRead, period: Period, now: number): Draft[] {
  const own = spanFigures(read, period, now);
  const before = spanFigures(read, period.before, now);
  const when = spanWords(period);
  const { started } = own;
  return [
    {
      title: 'Conversations',
      figures: [startedFigure(own, before, when), ...channelFigures(started, before.started, when)],
      advice: read.complete ? [] : [`Only the newest ${mostTalks.toLocaleString('en-US')} conversations were read.`],
    },
    { title: 'Answers', figures: answerFigures(own, before, when) },
    { title: 'Appointments', figures: appointmentFigures(own, before, when) },
    { title: 'Leads', figures: leadFigures(own, before, when) },
    peopleSection(own, when),
  ];
}

function channelFigures(started: readonly ReportTalk[], earlier: readonly ReportTalk[], when: string): Told[] {
  const by = (talks: readonly ReportTalk[], channel: Channel) => talks.filter((one) => one.channel === channel).length;
  const used = (Object.keys(channelWords) as Channel[]).filter((one) => by(started, one) + by(earlier, one) > 0);
  return used.map((channel) =>
    counted({
      name: `Started ${channelWords[channel]}`,
      value: by(started, channel),
      before: by(earlier, channel),
      one: `started ${channelWords[channel]}`,
      many: `started ${channelWords[channel]}`,
      none: `None started ${channelWords[channel]}`,
      source: `the conversations that were started ${when}, by channel`,
    }),
  );
}

function answerFigures(own: SpanFigures, before: SpanFigures, when: string): Told[] {
  const waits = `visitors who came to wait for a person ${when}`;
  return [
    counted({
      name: 'Given to a person',
      value: own.handed,
      before: before.handed,
      one: 'conversation went from Jorge to a person',
      many: 'conversations went from Jorge to a person',
      none: 'No conversations went from Jorge to a person',
      source: `first changes of the speaker from Jorge to a person or to waiting for one, ${when}`,
    }),
    counted({
      name: 'Waited for a person',
      value: own.day.waited,
      before: before.day.waited,
      one: 'visitor waited for a person',
      many: 'visitors waited for a person',
      none: 'No visitors waited for a person',
      source: waits,
    }),
    answeredFigure(own, before, when),
    medianFigure(own, before, when),
    lasted({
      name: '90th percentile of the first reply',
      value: quantile(own.replies, 0.9),
      before: quantile(before.replies, 0.9),
      says: 'Nine in ten first replies came within …',
      none: 'There were no first replies to take a percentile of',
      source: `the waits begun ${when} that a person has answered, nearest rank`,
    }),
    missedFigure(own, before, when),
  ];
}

function appointmentFigures(own: SpanFigures, before: SpanFigures, when: string): Told[] {
  const source = `appointments that began or were to begin ${when}`;
  const kept = ({ due }: SpanFigures) => due.filter(({ outcome }) => outcome === 'kept').length;
  const missed = ({ due }: SpanFigures) => due.filter(({ outcome }) => outcome === 'no-show').length;
  const canceled = ({ due }: SpanFigures) =>
    due.filter(({ state, outcome }) => state === 'cancelled' || outcome === 'cancelled').length;
  return [
    bookedFigure(own, before, when),
    counted({
      name: 'Appointments kept',
      value: kept(own),
      before: kept(before),
      one: 'appointment was kept',
      many: 'appointments were kept',
      none: 'The team noted no appointment as kept',
      source: `${source}, and that the team noted as kept`,
    }),
    counted({
      name: 'No-shows',
      value: missed(own),
      before: missed(before),
      one: 'lead did not come',
      many: 'leads did not come',
      none: 'The team noted no no-shows',
      source: `${source}, and that the team noted as a no-show`,
    }),
    counted({
      name: 'Appointments canceled',
      value: canceled(own),
      before: canceled(before),
      one: 'appointment was canceled',
      many: 'appointments were canceled',
      none: 'No appointments were canceled',
      source: `${source}, and that were called off`,
    }),
  ];
}

function leadFigures(own: SpanFigures, before: SpanFigures, when: string): Told[] {
  const as = ({ started }: SpanFigures, wanted: string | null) =>
    new Set(started.filter(({ temperature }) => temperature === wanted).map(({ leadId }) => leadId)).size;
  return [
    newLeadsFigure(own, before, when),
    ...(['hot', 'warm', 'cold'] as const).map((one) =>
      counted({
        name: `${one[0]?.toUpperCase()}${one.slice(1)} leads`,
        value: as(own, one),
        one: `lead is ${one}`,
        many: `leads are ${one}`,
        none: `No lead is ${one}`,
        source: `leads of the conversations started ${when}, by Jorge’s temperature as it is now`,
      }),
    ),
  ];
}

/** By person: in how many conversations each wrote, and how soon. No ranking: by name. */
function peopleSection({ day }: SpanFigures, when: string): Draft {
  const shown = [...day.people].slice(0, peopleTold);
  const figures = shown.flatMap(({ name, conversations, firstReplies, firstReplyMs }) => [
    counted({
      name: `${name}: conversations`,
      value: conversations,
      one: `conversation had words of ${name}`,
      many: `conversations had words of ${name}`,
      none: `No conversations had words of ${name}`,
      source: `conversations in which ${name} wrote ${when}`,
    }),
    ...(firstReplies === 0 || firstReplyMs === null
      ? []
      : [
          lasted({
            name: `${name}: median time to the first reply`,
            value: firstReplyMs,
            says: `The median first reply of ${name} took …`,
            none: '',
            source: `the waits begun ${when} that ${name} answered first`,
          }),
        ]),
  ]);
  const left = day.people.length - shown.length;
  const advice = left > 0 ? [`${left} more ${left === 1 ? 'person is' : 'people are'} left out here.`] : [];
  return { title: 'People of the team', figures, advice: shown.length === 0 ? ['No one on the team wrote.'] : advice };
}
