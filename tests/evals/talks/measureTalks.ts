import { type Share, shareOf } from '../share.ts';
import { questionsIn, showsAct } from './actWords.ts';
import { answeringLine, type Grade, gradeLine, grades } from './gradeLine.ts';
import { gradeSlots, misheard, type SlotGrades } from './gradeSlots.ts';
import type { Reading, ScriptedLine, Talk } from './model.ts';
import { talksAt } from './openDemo.ts';
import { playTalk, type Reader, type Reply } from './playTalk.ts';
import { atFirst, withLine, withReply } from './soFar.ts';

export interface GradedLine {
  talk: Talk;
  reply: Reply;
  grade: Grade;
  why: string[];
}

export interface Measured {
  lines: GradedLine[];
  /** Lines that only gave what was asked for: how many of them went right. They are in none of the other figures. */
  answers: Share;
  grades: Record<Grade, Share>;
  categories: Record<string, Record<Grade, Share>>;
  /** Replies that say that they may have missed something. */
  clarified: Share;
  /** Replies that offer a person whom nobody asked for and nothing calls for. */
  unaskedPerson: Share;
  notOnFile: Share;
  /** Lines that wish for a person, and those that are given one. */
  personMet: Share;
  /** Replies that hold a question. */
  asking: Share;
  falseValues: Share;
  /** Kept, and the talk's truth says nothing either way: in neither of the shares beside. */
  untoldValues: Share;
  trueKept: Share;
  slots: { talk: Talk; of: SlotGrades }[];
}

/** Plays the talks and grades each reply and what is known at the end of each. */
export async function measureTalks(talks: readonly Talk[], readerOf: (talk: Talk) => Reader): Promise<Measured> {
  const lines: GradedLine[] = [];
  const answers: Share = { hits: 0, of: 0 };
  const slots: Measured['slots'] = [];
  for (const talk of talks) {
    const { replies } = await playTalk(talk, readerOf(talk));
    const readings: Reading[] = [];
    let soFar = atFirst;
    for (const [at, reply] of replies.entries()) {
      const line = reply.scripted ?? answeringLine(reply.line, replies[at - 1]?.acts ?? []);
      const before = replies[at - 1]?.slots ?? {};
      readings.push(line.reading);
      soFar = withLine(soFar, line);
      const { grade, why } = gradeLine(
        line,
        {
          acts: reply.acts,
          words: reply.words,
          known: newlyKnown(before, reply.slots),
          misheard: reply.scripted === null ? [] : misheard(talk, readings, before, reply.slots, talksAt),
        },
        soFar,
      );
      soFar = withReply(soFar, reply);
      if (reply.scripted !== null) lines.push({ talk, reply, grade, why });
      else {
        answers.of += 1;
        if (grade === 'right') answers.hits += 1;
      }
    }
    slots.push({ talk, of: gradeSlots(talk, replies.at(-1)?.slots ?? {}, talksAt) });
  }
  const share = (is: (one: GradedLine) => boolean, among = lines): Share => shareOf(among, is);
  const does =
    (act: string) =>
    ({ reply }: GradedLine) =>
      reply.acts.includes(act as never) && showsAct(act, reply.words, scriptOf(reply));
  const wishing = lines.filter(({ reply }) => scriptOf(reply).reading.acts.includes('wants-person'));
  const sum = (of: (grades: SlotGrades) => number): number => slots.reduce((total, one) => total + of(one.of), 0);
  return {
    lines,
    answers,
    grades: gradesOf(lines),
    categories: Object.fromEntries(
      [...new Set(talks.map(({ category }) => category))]
        .sort()
        .map((category) => [category, gradesOf(lines.filter((one) => one.talk.category === category))]),
    ),
    clarified: share(
      ({ reply }) => reply.acts.includes('clarify') || showsAct('clarify', reply.words, scriptOf(reply)),
    ),
    unaskedPerson: share((one) => does('offer-person')(one) && !callsForPerson(scriptOf(one.reply))),
    notOnFile: share(does('not-on-file')),
    personMet: share((one) => does('offer-person')(one) || does('hand-over')(one), wishing),
    asking: share(({ reply }) => questionsIn(reply.words).length > 0),
    falseValues: { hits: sum(({ wrong }) => wrong.length), of: sum(({ kept, untold }) => kept - untold.length) },
    untoldValues: { hits: sum(({ untold }) => untold.length), of: sum(({ kept }) => kept) },
    trueKept: { hits: sum(({ truths, missed }) => truths - missed.length), of: sum(({ truths }) => truths) },
    slots,
  };
}

const gradesOf = (lines: readonly GradedLine[]): Record<Grade, Share> =>
  Object.fromEntries(
    grades.map((grade) => [grade, { hits: lines.filter((one) => one.grade === grade).length, of: lines.length }]),
  ) as Record<Grade, Share>;

type Slots = Reply['slots'];
const newlyKnown = (before: Slots, after: Slots): string[] =>
  Object.keys(after).filter((name) => after[name]?.state === 'answered' && before[name]?.state !== 'answered');

const scriptOf = ({ line, scripted }: Reply): ScriptedLine => scripted ?? answeringLine(line, []);

/** They wish for a person or a call, are in trouble, or a good agent would offer one. */
const callsForPerson = ({ reading, must, expects }: ScriptedLine): boolean =>
  reading.situation !== 'none' ||
  reading.acts.some((act) => act === 'wants-person' || act === 'wants-call' || act === 'makes-offer') ||
  must.some((pattern) => /\b(?:offer-person|hand-over|tell-team)\b/.test(pattern)) ||
  expects.some((regex) => /\b(?:agent|person|team|dana|maya)\b/i.test(regex));
