import type { Fact } from '../../contract/readings.ts';
import type { ReplyAct } from '../../contract/vocabulary.ts';
import type { Logger } from '../../kernel/observe.ts';
import { reviewWords } from '../compliance/reviewWords.ts';
import { safeTexts } from '../compliance/rules.ts';
import { splitSentences } from '../compliance/splitSentences.ts';
import type { Conversation } from '../conversations/model.ts';
import { homeOfSale } from '../listings/saleId.ts';
import type { Language } from '../reading/model.ts';
import { type CitedFact, type ClaimFault, commonIn, isNotOnFile, type Stems } from './checkClaims.ts';
import { checkSpoken } from './checkSpoken.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { askWords, cannotAnswer, promisesToAsk } from './promise.ts';
import { type Released, releaseSentences } from './releaseSentences.ts';
import type { Sentence } from './sentences.ts';
import { factsBehind, type WordsTold } from './sources.ts';
import type { Doubtful } from './vetTask.ts';

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
/** A quote is said whole: the marks in it end no sentence of ours. */
const quotedWords = /[“«"][^”»"]{1,600}[”»"]/gu;
const heldMarks: Readonly<Record<string, string>> = { '.': '\uE000', '?': '\uE001', '!': '\uE002' };
/** Goes on from the sentence before. */
const pointsBack =
  /^(?:that|this|they (?:can|could|will|may)|so|these|those|which|both|and|but|then|it (?:also|then)|eso|esto|así|y|pero)(?!\p{L})/iu;
/** Marks that turn the order of all letters after them, over into the bot's own words in the same message. */
const turningMarks = /[\u202A-\u202E\u2066-\u2069]/g;
const lineBreaks = /[\n\r\v\f\u0085\u2028\u2029]/g;
// "2*10" is a product.
const emphasis = /(?<!\d)\*+|\*+(?!\d)|`+|(?<=^|\s)(?:#{1,6}|[-•])(?=\s)|__/g;
const namesAnAi = /\b(?:AI|IA)\b/;

/** One line without marks that turn it: a rule reads a sentence whole, wherever the writer broke it. */
const plainOf = (text: string): string => text.replace(turningMarks, '').replace(lineBreaks, ' ').replace(emphasis, '');

/** The address in a fact that tells one: of a home's file, or before the colon of its line. */
function placeIn({ id, words }: Fact): string[] {
  if (/^(?:home|other\d+)\.address$/.test(id)) return [words];
  return homeOfSale(id) !== null ? [words.slice(0, words.indexOf(':'))] : [];
}

/**
 * Faults of words, with every figure on file: a rule that knows no meaning cannot tell a paraphrase from a claim, nor "I can't say who
 * lives there" from telling it. Words on payments stay with the rules whatever a model says, because lost money can't be had back.
 */
const doubtful: ReadonlySet<string | null> = new Set<ClaimFault>([
  'words',
  'mixed',
  'polarity',
  'no-fact',
  'figure-of',
]);
const isDoubt = (fault: string | null): boolean =>
  doubtful.has(fault) || (fault?.startsWith('closed:') === true && fault !== 'closed:payment');

export interface PassedReply extends Released {
  /** The sentences that were left out, refused by the checks or for lack of room. */
  dropped: number;
  /** More sentences were held back than came through, or none did: the rest says what nobody meant. */
  mostHeldBack: boolean;
  /** The acts of the sentences, each once. */
  acts: ReplyAct[];
  /** The sentences that came through, with the facts behind them. */
  told: WordsTold[];
}

/** A sentence that the checks refuse, and why. */
export interface Refused {
  text: string;
  fault: string;
}

/**
 * The one road of Jorge's words to a visitor, behind `bots/step`, which has already put the opt-out first, mended what was
 * misunderstood, chosen the language and written the disclosure. In this order, sentence by sentence:
 * 1. facts: a sentence passes only where it says what its facts say (`checkSpoken`, or `vet` where only its words are in doubt), and where
 *    `judgeAnswer` lets it by (numbers and links on file, the visitor's language, none of our instructions, no markup); a judgment that
 *    fails leaves the sentence out;
 * 2. channel: sentences take the room that the authored words leave, so the bot's own question is never cut off;
 * 3. compliance, on the final words: authored words that a rule cuts give way to its safe text, other words are refused; a check
 *    that fails cuts;
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
  /** The stems of cards and of our own words that carry a sentence (`commonIn`); by default those of all these facts. */
  common?: Stems;
  /** The visitor's words: they may be said back, numbers and addresses too. */
  said: readonly string[];
  /** What Jorge told them before. */
  told?: readonly string[];
  /** The questions that may be asked, in the words of the rules. */
  mayAsk?: readonly string[];
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
  /** One sentence with the facts it stands on; `deeds`: deeds, and words to the team, beyond `facts`. */
  pass(one: Sentence, deeds?: readonly CitedFact[]): void;
  /** The sentences that came through. */
  passed(): string;
  /** Whether one was refused since then. */
  hasRefused(): boolean;
  /** The parts of a sentence that are refused only because their words stand in no fact: a better reader may clear them. */
  doubts(one: Sentence, deeds?: readonly CitedFact[]): Doubtful[];
  /** From now on these may be said, as far as their words go. */
  clear(texts: readonly string[]): void;
  /** Takes those that were refused since the last time: they are written anew and count no more. */
  takeRefused(): Refused[];
  /** Whether a sentence that came through says that somebody will be asked. */
  promises(): boolean;
  /** An honest sentence in place of an answer. */
  sayCannotAnswer(): void;
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
  const quoted = facts.flatMap(({ id, words }) => (id.endsWith('.description') ? [words] : []));
  const common = parts.common ?? commonIn(facts.filter(({ id }) => /^(?:card|house)\b/.test(id)));
  const places = facts.flatMap(placeIn);
  const before = parts.told ?? [];
  // A question may name a time that stands on the screen.
  const mayAsk = [
    ...(parts.mayAsk ?? []),
    ...facts.filter(({ id }) => id.startsWith('time.')).map(({ words }) => words),
  ];
  const known = { places, names: [brokerage, askWhom ?? ''], said, mayAsk, quoted, common };
  const done = facts.filter(({ id }) => id.startsWith('done.'));
  let room = capChars[channel] - authored.join(' ').length;
  let dropped = 0;
  const through: string[] = [];
  let promised = false;
  /** The sentence before was refused: one that goes on from it would say something else. */
  let isCutOff = false;
  let refused: Refused[] = [];
  const acts = new Set<ReplyAct>();
  const told: WordsTold[] = [];
  const cleared = new Set<string>();

  function pass(one: Sentence, deeds: readonly CitedFact[] = []): void {
    for (const { words, cited, did } of piecesOf(one, deeds)) passOne(words, cited, did);
  }

  /** Its sentences, if the writer put several into one, with what they may stand on. */
  function piecesOf({ text, facts: ids }: Sentence, deeds: readonly CitedFact[]) {
    const cited = ids.flatMap((id) => byId.get(id) ?? deeds.find((one) => one.id === id) ?? []);
    const splitter = splitSentences();
    const whole = plainOf(text).replace(quotedWords, (quote) =>
      quote.replace(/[.?!]/g, (mark) => heldMarks[mark] ?? mark),
    );
    const did = [...done, ...deeds];
    return [...splitter.push(whole), splitter.flush()].flatMap((held) => {
      const words = held.replace(/[\uE000-\uE002]/g, (mark) => '.?!'[mark.charCodeAt(0) - 0xe000] ?? '').trim();
      return words === '' ? [] : [{ words, cited, did }];
    });
  }

  function passOne(words: string, cited: readonly CitedFact[], did: readonly CitedFact[]): void {
    if (through.includes(words)) return;
    const spaced = through.length > 0 ? ` ${words}` : words;
    // Sentences after one without room are left out too: they would read as if nothing were missing.
    if (spaced.length > room) room = 0;
    const fault =
      room === 0 ? null : isCutOff && pointsBack.test(words) ? 'follows-refused' : faultOf(words, cited, did);
    isCutOff = fault !== null;
    if (room === 0 || fault !== null) {
      dropped += 1;
      if (fault !== null) refused.push({ text: words, fault });
      return;
    }
    room -= spaced.length;
    through.push(words);
    told.push({
      words,
      facts: factsBehind(
        words,
        cited.flatMap(({ id }) => byId.get(id) ?? []),
        facts,
      ),
    });
    promised ||= promisesToAsk(words);
    const lacks = promisesToAsk(words) || (cited.length > 0 && cited.every(isNotOnFile));
    acts.add(lacks ? 'not-on-file' : cited.length > 0 ? 'answer' : 'acknowledge');
    gate.pass(spaced);
  }

  function faultOf(text: string, cited: readonly CitedFact[], did: readonly CitedFact[]): string | null {
    try {
      const fault =
        judge(text) ?? checkSpoken({ text, facts: cited }, { ...known, told: [...before, ...through], deeds: did });
      if (fault !== null && !(cleared.has(text) && isDoubt(fault))) return fault;
      const { action, rule } = reviewWords(text, { audience: 'public', brokerage, language });
      return action === 'cut' ? rule : null;
    } catch (err) {
      logger.error('a sentence could not be judged: it is left out', { err });
      return 'unjudged';
    }
  }

  return {
    say: (text) => gate.push(text),
    pass,
    doubts: (one, deeds = []) =>
      piecesOf(one, deeds).flatMap(({ words, cited, did }) =>
        isDoubt(faultOf(words, cited, did))
          ? [{ text: words, facts: [...new Map([...cited, ...did].map((one) => [one.id, one])).values()] }]
          : [],
      ),
    clear(texts) {
      for (const text of texts) cleared.add(text);
      isCutOff = false;
    },
    passed: () => through.join(' '),
    promises: () => promised,
    hasRefused: () => refused.length > 0,
    takeRefused() {
      const taken = refused;
      refused = [];
      return taken;
    },
    sayCannotAnswer() {
      acts.add('not-on-file');
      gate.push(cannotAnswer(askWords(askWhom, language), language));
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
      const mostHeldBack = refused.length + released.cuts > Math.max(through.length - released.cuts, 0);
      return { ...released, text, dropped, mostHeldBack, acts: [...acts], told };
    },
  };
}
