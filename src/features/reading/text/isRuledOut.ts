import type { Span } from '../model.ts';

const past =
  /\b(?:told|said|mentioned|called|wrote|texted|since|last|not(?: on)?|can't (?:do|make)|except|originally|(?:got|was) moved|was going to|scrap|skip|drop|forget|cancel|nix)\b[^.?!,]{0,20}$|\b(?:busy|instead of|rather than|aunque sea|even if it'?s|even|no time|(?:anything|any ?day|any ?time) but)\b(?: on| for| the| at)?[^.?!,\d\p{L}]{0,8}$/iu;
/** "No Saturdays", "NOT on Saturday", "no los sábados": refused outright, right before the day. */
export const refusesNext = /(?<![\p{L}'’])(?:no|not|never|nunca|ningún|ningun|except|but not)(?: on| el| los| en)? $/iu;
// "I have a wedding on Friday": the taken time ends where a proposal begins.
const taken =
  /\b(?:i have(?! (?:time|availability|an opening|some time))|i've(?! got time)|i had|i got|there's|i (?:just )?remember(?:ed)?|i forgot|i'm at|i work)\b(?:(?!\b(?:can|could|let'?s|try|so|but|how|make|would|want|like)\b)[^.?!;,]){0,60}$/i;
const busy =
  /^[^.?!]{0,12}\b(?:doesn't work|won't work|is out|isn't good|i'm busy|i am busy|(?:i|he|she|we|they|my \w+) (?:works?|(?:have|has) to work)\b|i have (?:a|an) |i've got|i (?:can't|cannot|can not|won't)|is (?:the|my|a|his|her) (?!day|best|only|better|good|great|plan)\w+\b)/i;

/** Whether a day or a time was named as past, taken or refused: "not Friday", "I have a wedding on Friday", "Friday doesn't work". */
export function isRuledOut(plain: string, { start, end }: Span): boolean {
  const before = plain.slice(Math.max(0, start - 70), start);
  return past.test(before) || refusesNext.test(before) || taken.test(before) || busy.test(plain.slice(end, end + 40));
}
