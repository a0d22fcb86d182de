import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One thing that a bot says, in several wordings, with where it is written. */
export interface AuthoredText {
  where: string;
  wordings: Readonly<Record<'en' | 'es', readonly string[]>>;
  isQuestion: boolean;
}

/** A chat bubble on a phone still shows this without scrolling. */
const longest = 320;
const questionWordings = 3;
const otherWordings = 2;
/**
 * Figures that the spec itself words: a sale within 30 to 45 days, and the numbers that help in danger (911, 988, the National Domestic
 * Violence Hotline). Any other figure needs a source, and comes in as `{value}`.
 */
const sourcedFigures = /\b30 (?:to|a) 45\b|\b(?:911|988|1-800-799-7233|888-995-4673|88788|oprima 2)\b/g;

/** Every text that any module of the bots exports, found by its shape, so that none is forgotten. */
export async function textsOfBots(root: string): Promise<AuthoredText[]> {
  const folder = join(root, 'src/features/bots');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const found = new Map<unknown, AuthoredText>();
  for (const file of files.sort()) {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) collect(value, `${file} ${name}`, false, found);
  }
  return [...found.values()];
}

function collect(value: unknown, where: string, isQuestion: boolean, found: Map<unknown, AuthoredText>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isWordings(value)) {
    // A text that two modules export is one text; as part of a question it is one.
    if (isQuestion || !found.has(value)) found.set(value, { where, wordings: value, isQuestion });
    return;
  }
  const asks = 'id' in value && 'wordings' in value;
  for (const [name, part] of Object.entries(value))
    collect(part, `${where}.${name}`, asks && name === 'wordings', found);
}

const isWordings = (value: object): value is AuthoredText['wordings'] =>
  'en' in value && 'es' in value && [value.en, value.es].every((list) => Array.isArray(list) && list.length > 0);

const mostSentences = 2;
/** Keys of texts that explain: they may be longer, because without a step somebody in danger, under a law or on a list is left alone. */
const explains: ReadonlySet<string> = new Set([
  'say/careTexts.ts dangerWords.self-harm',
  'say/careTexts.ts dangerWords.violence',
  'say/matterTexts.ts forWhomItIs.law',
  'say/optOutTexts.ts optedOut',
  'say/rightsTexts.ts rightsTexts.legalAdvice',
]);
/** Words of forms that nobody says in a talk. */
const ofForms = /;|(?<!\p{L})(?:noted|anotad[oa]|tomo nota)(?!\p{L})/iu;

/** Lists what is wrong with the texts, a line each; empty when nothing is. */
export function faultsOf(texts: readonly AuthoredText[]): string[] {
  const faults: string[] = [];
  for (const { where, wordings, isQuestion } of texts) {
    const least = isQuestion ? questionWordings : otherWordings;
    for (const [language, list] of Object.entries(wordings)) {
      const fault = (what: string) => faults.push(`${where} (${language}): ${what}`);
      if (new Set(list).size < least) fault(`fewer than ${least} wordings`);
      for (const text of list) {
        if (text.length > longest) fault(`longer than ${longest} characters: ${text}`);
        if (/\p{Extended_Pictographic}| - |[*_#`]|https?:/u.test(text))
          fault(`an emoji, a dash, markdown or a link: ${text}`);
        if (/\d/.test(text.replace(sourcedFigures, ''))) fault(`a figure without a source: ${text}`);
        if (ofForms.test(text)) fault(`a semicolon, or words of a form: ${text}`);
        if (sentencesIn(text) > mostSentences && !explains.has(where))
          fault(`more than ${mostSentences} sentences: ${text}`);
        if ((text.match(/\?/g) ?? []).length > 1) fault(`more than one question: ${text}`);
        if (isQuestion && !/[?.]$/.test(text)) fault(`ends neither as a question nor as a sentence: ${text}`);
      }
    }
  }
  return faults;
}

const sentencesIn = (text: string): number => (text.match(/[^.!?]+(?:[.!?]+(?=\s|$)|$)/g) ?? []).length;
