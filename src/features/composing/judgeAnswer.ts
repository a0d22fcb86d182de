import { bareLetters, visibleText } from '../../kernel/bareLetters.ts';
import type { Language } from '../reading/model.ts';
import { addressesIn, linksIn } from './linksIn.ts';
import { speakInstructions } from './speakTask.ts';

export type Misfit = 'digits' | 'number' | 'link' | 'language' | 'instructions' | 'whisper' | 'markup';

const runWords = 6;
/** Longer than a whisper's: our instructions quote sentences that a good answer uses too. */
const instructionRunWords = 9;
const otherDigits = /(?![0-9])\p{Nd}/u;
const phone = /(?:\+?\d{1,3}[\s.-]?)?\(?\d{3}\)?[\s.-]{0,2}\d{3}[\s.-]?\d{4}(?!\d)/g;
const markup = /<\/?[a-z!]|\]\(|&(?:[a-z]{2,8}|#x?[\da-f]{1,6});|\{\{|\bdata:|javascript:/i;
const ours = /<\/?data\b|\bsystem prompt\b|\bmy (?:system )?(?:instructions|prompt)\b|\bmis instrucciones\b/i;
const plainWords: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:the|and|is|are|it|has|of|to|for|with|on|this|that|not|have|you|your|will|there|from|at|no|yes|was|by|as|be)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|la|los|las|es|son|tiene|de|del|que|y|para|con|en|un|una|su|se|lo|no|s[ií]|por|est[aá]|hay|al|fue|como|ya)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|les|est|sont|des|du|et|une|pour|avec|dans|vous|votre|ce|cette|pas|il|elle|sur|aux?)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:der|die|das|ist|sind|und|ein|eine|hat|mit|f[uü]r|von|zu|im|nicht|sie|ihr|auf|es gibt)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:o|os|as|[eé]|s[aã]o|tem|do|da|dos|das|e|um|uma|para|com|em|n[aã]o|seu|sua|voc[eê]|na|no)(?!\p{L})/giu,
  it: /(?<!\p{L})(?:il|lo|gli|[eè]|sono|ha|di|del|della|e|un|una|per|con|non|che|nel|sua|suo)(?!\p{L})/giu,
};

/**
 * Finds what an answer to a visitor may not hold, sentence by sentence, whatever it claims; null when nothing is wrong. `digits`:
 * of another script; `number`, `link`: a telephone number, address or page that no fact has; `language`: not the visitor's, which
 * the rules of compliance could not read either; `instructions`: ours; `whisper`: six words in a row of what only the team reads;
 * `markup`: not plain text.
 */
export function judgeAnswer(known: {
  language: Language;
  /** The words of all facts that may be cited. */
  onFile: readonly string[];
  said: readonly string[];
  whispers: readonly string[];
}): (sentence: string) => Misfit | null {
  const whispered = new Set(known.whispers.flatMap((words) => runsOf(words)));
  // Read only where a sentence has a number or a link: the facts of a talk are a long text, and few sentences have either.
  const mayCall = (number: string): boolean =>
    [...known.onFile, ...known.said].some((text) => text.replace(/[\s().+-]/g, '').includes(number.replace(/\D/g, '')));
  const mayLink = (link: string): boolean =>
    [...known.onFile, ...known.said.flatMap(addressesIn)].some((text) => text.toLowerCase().includes(link));
  return (sentence) => {
    const text = visibleText(sentence);
    if (markup.test(text)) return 'markup';
    const runs = runsOf(text);
    if (ours.test(text) || runsOf(text, instructionRunWords).some((run) => instructionRuns.has(run)))
      return 'instructions';
    if (runs.some((run) => whispered.has(run))) return 'whisper';
    if ((text.match(phone) ?? []).some((one) => !mayCall(one))) return 'number';
    if (linksIn(text).some((one) => !mayLink(one.toLowerCase().replace(/[.,!?]+$/, '')))) return 'link';
    if (otherDigits.test(text)) return 'digits';
    return isForeign(text, known.language) ? 'language' : null;
  };
}

function isForeign(text: string, language: Language): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const strange = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
  if (strange > 0 && strange * 10 >= letters.length) return true;
  const count = (of: string): number => (text.match(plainWords[of] as RegExp) ?? []).length;
  const own = count(language);
  return Object.keys(plainWords).some((other) => {
    const theirs = other === language ? 0 : count(other);
    return theirs >= 3 ? theirs > own * 1.5 : theirs === 2 && own === 0;
  });
}

function runsOf(text: string, length = runWords): string[] {
  const words = bareLetters(text).match(/\p{L}+/gu) ?? [];
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));
}

const instructionRuns: ReadonlySet<string> = new Set(runsOf(speakInstructions, instructionRunWords));
