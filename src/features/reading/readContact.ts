import type { Read } from './model.ts';
import { plainText } from './plainText.ts';

const phone =
  /(?<![\w.$])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-]?)\d{3}[\s.-]?\d{4}(?![\w-])|(?<![\w.$])\+\d{1,3}(?:[\s.-]?\d{2,4}){2,5}(?!\w)/;
const email = /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])/i;
const named =
  /\b(?:[Mm]y name is|[Mm]y name's|[Nn]ame is|[Nn]ame's|[Mm]e llamo|[Mm]i nombre es|[Cc]all me)\s+(\p{L}[\p{L}'-]{1,20}(?:\s\p{Lu}[\p{L}'-]{1,20})?)/u;
const iAm =
  /(?:^|[^\p{L}])(?:I'm|I’m|i'm|I am|i am|Im|[Tt]his is|[Ss]oy|[Ii]t's)\s+(\p{Lu}\p{Ll}[\p{L}'-]{0,20}(?:\s\p{Lu}\p{Ll}[\p{L}'-]{0,20})?)(?=$|\s*[.,!;)]|\s+(?:and|here|from|calling|y|I|can|could|looking|would)\b)/u;
const bareName =
  /^\W{0,2}(\p{Lu}\p{Ll}[\p{L}'-]{1,20}(?:\s\p{Lu}\p{Ll}[\p{L}'-]{1,20})?)(?=\s*(?:[.,!;:-]|$|\s(?:and|at|my|\+?\d|\()))/u;
const notNames =
  /^(?:Looking|Interested|Not|Sure|Just|In|On|At|Fine|Good|Great|Ok|Okay|Yes|No|Hi|Hello|Hey|Thanks|Thank|Sorry|Ready|Moving|Selling|Buying|The|A|An|It|My|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Today|Tomorrow|Morning|Afternoon|Evening|Jorge|Perfect|Nice|Cool|Maybe|What|When|Where|Why|How|Who|Done|Glad|Happy|Actually|Please|Well|Awesome|Nope|Never|Goodbye|Bye|Hola|Gracias|Select|Let|Phone|Email|Mail|Call|That|This|There)\b/i;

/** Ways to reach and call somebody, as they gave them. `asked`: a name alone ("Ana Ruiz, 512 …") counts. */
export function readContact(
  text: string,
  options: { asked?: boolean } = {},
): { name: Read<string> | null; phone: Read<string> | null; email: Read<string> | null } {
  const plain = plainText(text);
  return {
    name: nameOf(text, plain, options.asked === true),
    phone: whole(phone, text, plain),
    email: whole(email, text, plain),
  };
}

function nameOf(text: string, plain: string, asked: boolean): Read<string> | null {
  const match = named.exec(plain) ?? iAm.exec(plain) ?? (asked ? bareName.exec(plain) : null);
  const name = match?.[1];
  if (!match || !name || notNames.test(name)) return null;
  const start = match.index + match[0].lastIndexOf(name);
  return { value: text.slice(start, start + name.length), start, end: start + name.length };
}

function whole(pattern: RegExp, text: string, plain: string): Read<string> | null {
  const match = pattern.exec(plain);
  if (!match) return null;
  const end = match.index + match[0].length;
  return { value: text.slice(match.index, end).trim(), start: match.index, end };
}
