import type { EntryData } from '../../contract/log/entry.ts';
import type { Audience } from '../../contract/socket/streams.ts';
import type { Logger } from '../../kernel/observe.ts';
import { reviewWords } from '../compliance/reviewWords.ts';
import { splitSentences } from '../compliance/splitSentences.ts';
import type { Language } from '../reading/model.ts';

type Verdict = EntryData<'policy-verdict'>;

export interface SentenceGate {
  push(text: string): void;
  /** One whole sentence, which waits for nothing. */
  pass(sentence: string): void;
  /** No more text comes. Returns all released text, and every verdict that was not a pass, in order. */
  finish(): Released;
}

export interface Released {
  text: string;
  verdicts: Verdict[];
  /** Sentences that were held back, replaced or not. */
  cuts: number;
}

/**
 * Checks every word of a bot or a coach on its way into a stream. For the public: a sentence is released after its check, replaced
 * by the rule's safe text, or dropped; when the check itself fails the sentence is dropped. For staff: released at once, and
 * flagged after the check.
 */
export function releaseSentences(parts: {
  audience: Audience;
  brokerage: string;
  /** The language of the safe texts; absent: that of the sentence. */
  language?: Language;
  /** The publisher of school figures in the market's state. */
  schools?: Readonly<Record<Language, string>>;
  logger: Logger;
  release(text: string): void;
  review?: typeof reviewWords;
}): SentenceGate {
  const { audience, brokerage, language, schools, logger, review = reviewWords } = parts;
  const splitter = splitSentences();
  const verdicts: Verdict[] = [];
  let released = '';
  let cuts = 0;

  function release(text: string): void {
    if (text === '') return;
    released += text;
    parts.release(text);
  }

  function judge(sentence: string): void {
    if (sentence.trim() === '') {
      if (audience === 'public') release(sentence);
      return;
    }
    const { safeText, ...verdict } = check(sentence);
    const action = audience === 'staff' && verdict.action === 'cut' ? 'flag' : verdict.action;
    if (action !== 'pass') verdicts.push({ ...verdict, action });
    if (audience === 'staff') return;
    if (action !== 'cut') {
      release(sentence);
      return;
    }
    cuts += 1;
    // One rule may cut several sentences of one answer: its safe text is said once.
    if (safeText !== undefined && !released.includes(safeText)) release(keepSpacing(sentence, safeText));
  }

  function check(sentence: string): Verdict & { safeText?: string } {
    try {
      const { action, rule, category, packVersion, safeText } = review(sentence, {
        audience,
        brokerage,
        ...(language === undefined ? {} : { language }),
        ...(schools === undefined ? {} : { schools }),
      });
      return { action, rule, category, packVersion, ...(safeText === undefined ? {} : { safeText }) };
    } catch (err) {
      logger.error('the gate failed: the sentence is held back', { err });
      return { action: 'cut', rule: 'gate-failed', category: 'gate', packVersion: '' };
    }
  }

  return {
    push(text) {
      if (audience === 'staff') release(text);
      for (const sentence of splitter.push(text)) judge(sentence);
    },
    pass(sentence) {
      const rest = splitter.flush();
      if (rest !== '') judge(rest);
      judge(sentence);
    },
    finish() {
      const rest = splitter.flush();
      if (rest !== '') judge(rest);
      return { text: released, verdicts, cuts };
    },
  };
}

/** The replacement with the white space that stood around what it replaces. */
function keepSpacing(sentence: string, replacement: string): string {
  const before = /^\s*/.exec(sentence)?.[0] ?? '';
  const after = /\s*$/.exec(sentence)?.[0] ?? '';
  return before + replacement.trim() + after;
}
