import type { Fact } from '../../contract/readings.ts';
import type { ReplyAct } from '../../contract/vocabulary.ts';
import type { Logger } from '../../kernel/observe.ts';
import { reviewWords } from '../compliance/reviewWords.ts';
import { safeTexts } from '../compliance/rules.ts';
import { splitSentences } from '../compliance/splitSentences.ts';
import type { Conversation } from '../conversations/model.ts';
import type { Language } from '../reading/model.ts';
import { checkClaims, isNotOnFile } from './checkClaims.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { askWords, notOnFile, promisesToAsk } from './promise.ts';
import { type Released, releaseSentences } from './releaseSentences.ts';
import { readSentences, type Sentence } from './sentences.ts';

/** The most that one message holds, by its channel: two text segments, or what reads well in a chat. */
export const capChars: Readonly<Record<Conversation['channel'], number>> = {
  widget: 1000,
  email: 4000,
  sms: 320,
  call: 320,
};

const nothingToSay: Readonly<Record<Language, string>> = {
  en: 'I’d rather leave that to a person on the team. I’ve passed your question to them.',
  es: 'Eso prefiero dejárselo a una persona del equipo, así que se lo paso.',
};
/** Marks that turn the order of all letters after them, over into the bot's own words in the same message. */
const turningMarks = /[\u202A-\u202E\u2066-\u2069]/g;
const lineBreaks = /[\n\r\v\f\u0085\u2028\u2029]/g;
const emphasis = /[*`]+|(?<=^|\s)(?:#{1,6}|[-•])(?=\s)|__/g;
const namesAnAi = /\b(?:AI|IA)\b/;

/** One line without marks that turn it: a rule reads a sentence whole, wherever the writer broke it. */
const plainOf = (text: string): string => text.replace(turningMarks, '').replace(lineBreaks, ' ').replace(emphasis, '');

export interface PassedReply extends Released {
  /** Sentences of answers that were left out: what the checks refuse, an unfinished end, no room. */
  dropped: number;
  /** More sentences of the answers were held back than came through, or none did: the rest says what nobody meant. */
  mostHeldBack: boolean;
  /** The acts of the answers' sentences, each once. */
  acts: ReplyAct[];
}

/**
 * The one road of Jorge's words to a visitor, behind `bots/step`, which has already put the opt-out first, mended what was
 * misunderstood, chosen the language and written the disclosure. In this order, sentence by sentence:
 * 1. facts: an answer keeps only what says what its facts say (`checkClaims`), and what `judgeAnswer` lets by (numbers and links on
 *    file, the visitor's language, none of our instructions, no markup), and only what was written to its end; a judgement that fails
 *    leaves the sentence out;
 * 2. channel: an answer takes the room that the authored words leave, so the bot's own question is never cut off;
 * 3. compliance, on the final words: cut sentences give way to the rule's safe text, a check that fails cuts;
 * 4. disclosure: where the authored words said that an AI speaks and the gate took that away, it is said again;
 * 5. silence would look like a fault: when nothing is left, an honest sentence in the visitor's language takes its place.
 */
export function passReply(parts: {
  authored: readonly string[];
  language: Language;
  channel: Conversation['channel'];
  brokerage: string;
  /** The publisher of school figures in the market's state. */
  schools?: Readonly<Record<Language, string>>;
  /** All that a sentence may cite. */
  facts: readonly Fact[];
  /** The question and the answer: the visitor's own number and address may be repeated. */
  said: readonly string[];
  /** Whispers of supervisors to Jorge: for him, and never to be repeated. */
  whispers: readonly string[];
  /** The person who is asked what is not on file; null: the team. */
  askWhom: string | null;
  logger: Logger;
  release(text: string): void;
  judge?: ReturnType<typeof judgeAnswer>;
}): {
  /** Words that were written for Jorge by his authors. */
  say(text: string): void;
  /** An answer, as it is written: JSON of `sentences`. */
  answer(text: string): void;
  /** The answer is over. Whether anything of it came through; else an honest sentence stands in its place. */
  endAnswer(): boolean;
  finish(): PassedReply;
} {
  const { authored, language, channel, brokerage, facts, said, whispers, askWhom, logger, release } = parts;
  const { schools } = parts;
  const gate = releaseSentences({
    audience: 'public',
    language,
    brokerage,
    ...(schools && { schools }),
    logger,
    release,
  });
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const { judge = judgeAnswer({ language, onFile: facts.map(({ words }) => words), said, whispers }) } = parts;
  let reader = readSentences(pass);
  let room = capChars[channel] - authored.join(' ').length;
  let answered = false;
  let dropped = 0;
  let refusals = 0;
  let judgedWell = 0;
  const acts = new Set<ReplyAct>();

  function pass({ text, kind, facts: ids }: Sentence): void {
    const cited = ids.flatMap((id) => byId.get(id) ?? []);
    const splitter = splitSentences();
    for (const words of [...splitter.push(plainOf(text)), splitter.flush()])
      if (words.trim() !== '') passOne(words.trim(), kind, cited);
  }

  function passOne(words: string, kind: Sentence['kind'], cited: readonly Fact[]): void {
    const spaced = answered ? ` ${words}` : words;
    // Sentences after one without room are left out too: they would read as if nothing were missing.
    if (spaced.length > room) room = 0;
    if (room === 0 || refused(words, kind, cited)) {
      dropped += 1;
      if (room > 0) refusals += 1;
      return;
    }
    room -= spaced.length;
    judgedWell += 1;
    answered = true;
    const lacks = promisesToAsk(words) || (cited.length > 0 && cited.every(isNotOnFile));
    if (kind === 'answer') acts.add(lacks ? 'not-on-file' : 'answer');
    if (kind === 'ack') acts.add('acknowledge');
    gate.pass(spaced);
  }

  function refused(text: string, kind: Sentence['kind'], cited: readonly Fact[]): boolean {
    try {
      if (judge(text) !== null) return true;
      if (checkClaims({ text, kind, facts: cited }, [brokerage, askWhom ?? '']) === null) return false;
      // A sentence that a rule of compliance holds back gives way to the rule's own words.
      return reviewWords(text, { audience: 'public', brokerage, language }).action !== 'cut';
    } catch (err) {
      logger.error('an answer could not be judged: the sentence is left out', { err });
      return true;
    }
  }

  return {
    say: (text) => gate.push(text),
    answer: (text) => reader.push(text),
    endAnswer() {
      dropped += reader.faults();
      refusals += reader.faults();
      reader = readSentences(pass);
      const came = answered;
      answered = false;
      if (!came) acts.add('not-on-file');
      if (!came) gate.push(notOnFile(askWords(askWhom, language), language));
      return came;
    },
    finish() {
      const released = gate.finish();
      let { text } = released;
      const add = (words: string) => {
        const spaced = text.trim() === '' ? words : ` ${words}`;
        release(spaced);
        text += spaced;
      };
      if (authored.some((words) => namesAnAi.test(words)) && !namesAnAi.test(text))
        add(safeTexts['ai-denial'][language]);
      if (text.trim() === '') add(nothingToSay[language]);
      const through = judgedWell - released.cuts;
      const mostHeldBack = refusals + released.cuts > Math.max(through, 0);
      return { ...released, text, dropped, mostHeldBack, acts: [...acts] };
    },
  };
}
