import { rememberRecent } from '../../kernel/rememberRecent.ts';
import { foldWords } from './foldWords.ts';
import type { Rule } from './rule.ts';
import { rules, rulesVersion, safeTexts } from './rules.ts';

export interface Verdict {
  action: 'pass' | 'flag' | 'cut';
  /** Id of the rule that hit; `none` when none did, `gate-failed` when the check itself broke. */
  rule: string;
  category: string;
  packVersion: string;
  /** The text to say instead of what was cut. */
  safeText?: string;
}
export interface ReviewContext {
  audience: 'public' | 'staff';
  /** `person`: words that people publish, where less is forbidden. Absent: a bot. */
  speaker?: 'bot' | 'person';
  /** Its name may hold a word that a rule looks for. */
  brokerage?: string;
  /** The language of the safe text; absent: that of the words themselves. */
  language?: 'en' | 'es';
  /** The publisher of school figures in the market's state; absent: no state is named. */
  schools?: Readonly<Record<'en' | 'es', string>>;
}
const anySchools = { en: 'the state education agency', es: 'la agencia de educación del estado' };

const spanish = /[¿¡ñ]|(?<!\p{L})(?:el|la|los|las|que|es|una|para|muy|con|por|puede|escuelas?|casa)(?!\p{L})/giu;

/**
 * Whether words may go out, by the rules of fair housing, RESPA, honesty and license limits (`rules.ts`). For the public a hit is
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

function check(text: string, { audience, speaker, brokerage, language, schools = anySchools }: ReviewContext): Verdict {
  const words = brokerage ? text.split(brokerage).join('us') : text;
  const broken = (speaker === 'person' ? ruleForPeople : ruleForBots)(words);
  if (broken === null) return { action: 'pass', rule: 'none', category: 'none', packVersion: rulesVersion };
  const { id, category, action } = broken;
  const verdict: Verdict = {
    action: audience === 'public' && action !== 'flag' ? 'cut' : 'flag',
    rule: id,
    category,
    packVersion: rulesVersion,
  };
  if (verdict.action !== 'cut') return verdict;
  const spoken = language ?? languageOf(text);
  return { ...verdict, safeText: safeTexts[category][spoken].replace('{schools}', schools[spoken]) };
}

/** Most of what goes out are sentences that were written beforehand, and every one of them is read by 150 expressions. */
const sentencesRemembered = 2_000;
const ruleForBots = rememberRecent(sentencesRemembered, (words) => firstBroken(words, rules));
const ruleForPeople = rememberRecent(sentencesRemembered, (words) =>
  firstBroken(
    words,
    rules.filter(({ saidBy }) => saidBy !== 'bot'),
  ),
);

/** The first of the rules that the words break; null: none. */
function firstBroken(words: string, among: readonly Rule[]): Rule | null {
  const folded = foldWords(words);
  // No rule depends on capitals: a form that another form repeats in lower case is skipped.
  const forms = folded.filter((form) => !folded.some((other) => other !== form && other === form.toLowerCase()));
  // An excuse for one form of a sentence excuses all its forms: only one of them has its accents.
  const isBroken = ({ pattern, unless }: Rule): boolean =>
    forms.some((form) => pattern.test(form)) && !forms.some((form) => unless?.test(form));
  return among.find(isBroken) ?? null;
}

const languageOf = (text: string): 'en' | 'es' => ((text.match(spanish) ?? []).length >= 2 ? 'es' : 'en');
