/**
 * Whether somebody on a call says that they don't want it recorded, in English or Spanish. Where it is doubtful this says yes: words that
 * were erased in vain are a smaller loss than words kept against somebody's will.
 */
export const refusesRecording = (text: string): boolean => {
  const said = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'");
  return refusals.some((refusal) => refusal.test(said)) && !aboutDeeds.test(said);
};

const recording = '(?:record(?:ed|ing)?|tap(?:e[ds]?|ing)|transcri(?:be[ds]?|bing|pts?))';
const refusals = [
  new RegExp(
    `\\b(?:(?:please|and|but|so|hey|no|uh|um|just|ok|okay|well) )?(?:don't|do not|dont|stop|quit|cease) (?:you )?(?:keep )?(?:the )?${recording}`,
  ),
  new RegExp(
    `\\b(?:not|never|don't|dont|rather not|won't|wouldn't|doesn't|didn't)\\b[^.?!]{0,40}\\b(?:be|being|get|getting|us|me|this|it|call|conversation) ?(?:to be |being |be )?${recording}`,
  ),
  /\b(?:turn|switch|shut)(?: that| the| this| your| it)? ?(?:off)? ?(?:the |that |this |your )?(?:record\w*|transcri\w*|tape)(?: off)?/,
  /\bno record(?:ing|ings)\b(?! (?:fee|office))|\bwithout (?:being recorded|(?:the |a |any )?recording)\b|\boff the record\b/,
  /\bno (?:me |nos |se |lo |la |quiero que (?:me |nos |se |lo )?)?(?:este |siga |sigan )?(?:grab(?:e|en|es|ar|ando|ado|ada)|transcrib\w+)/,
  /\bno (?:quiero|deseo|acepto|autorizo|doy permiso|me gusta|permito)\b[^.?!]{0,40}\bgrab\w+/,
  /\b(?:dej[ea]n?|par[ea]n?|deten(?:ga|gan)?|apag(?:a|ue|uen)|quit(?:a|e|en)|sin)\b[^.?!]{0,20}\bgrab\w+/,
];
/** "Don't record the deed until Friday" is of the county's books. */
const aboutDeeds =
  /\brecord(?:ed|ing)?\b[^.?!]{0,20}\b(?:deed|title|lien|mortgage|plat|release|easement|documents? with|county)\b|\b(?:deed|title|lien|plat|county|easement)\b[^.?!]{0,30}\brecord/;
