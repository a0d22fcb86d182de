import { foldWords } from './foldWords.ts';
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
  /** `person`: words that people publish, where less is forbidden. Absent: a bot. */
  speaker?: 'bot' | 'person';
  /** Its name may hold a word that a rule looks for. */
  brokerage?: string;
  /** Of what is said instead; absent: that of the words themselves. */
  language?: 'en' | 'es';
}

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

function check(text: string, { audience, speaker, brokerage, language }: ReviewContext): Verdict {
  const forms = foldWords(brokerage ? text.split(brokerage).join('us') : text);
  for (const { id, category, pattern, unless, action, saidBy } of rules) {
    if (saidBy === 'bot' && speaker === 'person') continue;
    // In whatever form it is read, what excuses a sentence excuses all forms of it: only one of them has its accents.
    if (!forms.some((form) => pattern.test(form)) || forms.some((form) => unless?.test(form))) continue;
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

const languageOf = (text: string): 'en' | 'es' => ((text.match(spanish) ?? []).length >= 2 ? 'es' : 'en');
