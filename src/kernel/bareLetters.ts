/** Letters of alphabets that are not Latin: Cyrillic, Arabic, Chinese, Japanese, Korean. */
export const otherScripts = /[\u0400-\u04ff\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const blanks = /[ \t]{2,}/g;
const twoBlanks = /[ \t]{2}/;
/** Text with nothing to make plain, as most people type. Of all ASCII quotes only the backtick has to be made plain. */
const typedPlainly = /^[\n\t\x20-\x5f\x61-\x7e]*$/;
const latinWithMarks = /[\u00c0-\u024f\u1e00-\u1eff]/g;
const arabicForms: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه' };
const lookalikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ё: 'e', ɡ: 'g', һ: 'h', н: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', ӏ: 'l' },
  ...{ м: 'm', о: 'o', р: 'p', ԛ: 'q', ѕ: 's', т: 't', у: 'y', ѵ: 'v', ԝ: 'w', х: 'x', ү: 'y', п: 'n' },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', γ: 'y' },
  ...{ ı: 'i', ɑ: 'a', ɩ: 'i', օ: 'o', ս: 'u', հ: 'h', ո: 'n', ց: 'g' },
};
const anyLookalike = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'gu');

/** Without what nobody sees (zero-width signs, variation selectors, tags), wide and styled letters as plain ones, quotes and dashes plain, several blanks as one. */
export function visibleText(text: string): string {
  if (typedPlainly.test(text) && !twoBlanks.test(text)) return text;
  return plainMarks(text.normalize('NFKC').replace(invisible, '')).replace(blanks, ' ');
}

/** Curly quotes and dashes as the plain ones of a keyboard. Unit for unit. */
export const plainMarks = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');

/** Lower case, Latin letters without their marks, one form of each Arabic letter: "Arrêtez" and "arretez" are one. Unit for unit. */
export const bareLetters = (text: string): string =>
  text
    .toLowerCase()
    .replace(latinWithMarks, (letter) => (letter === 'đ' ? 'd' : (letter.normalize('NFD')[0] ?? letter)))
    .replace(/[أإآٱىة]/g, (letter) => arabicForms[letter] ?? letter);

/** Lower case, with letters of other alphabets that look like Latin ones as those: a Cyrillic "ЅТОР" reads "stop". Unit for unit. */
export const asItLooks = (text: string): string =>
  text.toLowerCase().replace(anyLookalike, (letter) => lookalikes[letter] ?? letter);
