import { asItLooks, visibleText } from '../../kernel/bareLetters.ts';
import { rules, rulesVersion, safeTexts } from './rules.ts';

export interface Verdict {
  action: 'pass' | 'flag' | 'cut';
  /** Id of the rule that hit; `none` when none did, `gate-failed` when the check itself broke. */
  rule: string;
  category: string;
  packVersion: string;
  /** What may be said instead of what was cut. */
  safeText?: string;
}
export interface ReviewContext {
  audience: 'public' | 'staff';
  /** Its name may hold a word that a rule looks for. */
  brokerage?: string;
  /** Of what is said instead; absent: that of the words themselves. */
  language?: 'en' | 'es';
}

const markup = /<[^<>]{0,200}>|[*_~`]+/g;
const entity = /&(?:[a-z]{2,8}|#x?[\da-f]{1,6});/gi;
/** "s a f e", "s.a.f.e": letters held apart. */
const spelled = /(?<!\p{L})\p{L}(?:[ .·|/-]\p{L}(?!\p{L})){3,40}/gu;
const spanish = /[¿¡ñ]|(?<!\p{L})(?:el|la|los|las|que|es|una|para|muy|con|por|puede|escuelas?|casa)(?!\p{L})/giu;

/**
 * Whether words may go out, by the rules of fair housing, RESPA, honesty and licence limits (`rules.ts`). For the public a hit is
 * `cut`, with a neutral text to say instead; for staff it is `flag`. When the check itself fails, the public gets nothing of it.
 */
export function reviewWords(text: string, context: ReviewContext): Verdict {
  try {
    return check(text, context);
  } catch {
    // Nothing that could not be checked reaches a visitor; staff are told that it was not checked.
    const action = context?.audience === 'staff' ? 'flag' : 'cut';
    const verdict: Verdict = { action, rule: 'gate-failed', category: 'gate-failed', packVersion: rulesVersion };
    return action === 'cut' ? { ...verdict, safeText: safeTexts['gate-failed'][context?.language ?? 'en'] } : verdict;
  }
}

function check(text: string, { audience, brokerage, language }: ReviewContext): Verdict {
  const words = plain(text, brokerage);
  const looks = asItLooks(words);
  const forms = looks === words.toLowerCase() ? [words] : [words, looks];
  for (const { id, category, pattern, unless, action } of rules) {
    if (!forms.some((form) => pattern.test(form) && !unless?.test(form))) continue;
    const verdict: Verdict = {
      action: audience === 'public' && action !== 'flag' ? 'cut' : 'flag',
      rule: id,
      category,
      packVersion: rulesVersion,
    };
    return verdict.action === 'cut'
      ? { ...verdict, safeText: safeTexts[category][language ?? languageOf(text)] }
      : verdict;
  }
  return { action: 'pass', rule: 'none', category: 'none', packVersion: rulesVersion };
}

/** "a s a f e" is "a safe". */
const joined = (letters: string): string => {
  const word = letters.replace(/[^\p{L}]/gu, '');
  return /^[ai] /i.test(letters) ? `${word.slice(0, 1)} ${word.slice(1)}` : word;
};

function plain(text: string, brokerage: string | undefined): string {
  const folded = visibleText(text)
    .replace(markup, '')
    .replace(entity, ' ')
    .replace(spelled, joined)
    .replace(/\s+/g, ' ');
  return brokerage ? folded.split(brokerage).join('us') : folded;
}

const languageOf = (text: string): 'en' | 'es' => ((text.match(spanish) ?? []).length >= 2 ? 'es' : 'en');
