import { plainText } from '../text/plainText.ts';

const callsOut =
  /\b(?:any(?:body|one)|some(?:body|one)) (?:there|here|home)\b|\b(?:are |r )?(?:you|u|ya) (?:still )?(?:there|here|alive)\b|^\W*(?:hello|hi|hey|hola)\W*\?+\W*$|^\W*(?:(?:hello|hi|hey|hola)\W+)?any(?:body|one)\W*$|\bhay alguien\b/i;
const asksWhen =
  /^\W*(?:(?:and|ok|so|y)[\s,]{1,3})?(?:how (?:long|much longer)(?: (?:will|does|is|do i have to|must i))?\b[^.?!]{0,20}\b(?:take|wait|be|going)|when (?:will|can|does|do|would|is|are|should) (?:some(?:one|body)|any(?:one|body)|a person|they|you(?: guys)?|u|an agent|the (?:team|agent)|he|she|i)\b[^.?!]{0,12}\b(?:call|hear|contact|reach|text|write|get (?:a|back)|answer|be in touch|reply|respond)\w*\b[^.?!]{0,16}|when (?:will|can|does|is) (?:someone|somebody|a person|they|an agent|the team|he|she)\b[^.?!]{0,30}|cu[aá]nto (?:tarda\w*|hay que esperar)|cu[aá]ndo (?:(?:me|nos) )?(?:(?:va|van|podr[aá]n?) (?:a )?)?(?:contest|respond|llam|escrib)[a-záéíóú]*(?: (?:alguien|ustedes|(?:una persona|un agente|el equipo)))?)\W*$/i;

/** True for a message that only asks whether anybody is there: "Hello? Anyone there?" */
export const readCallOut = (text: string): boolean => callsOut.test(plainText(text));

/** True for "how long will it take?", as visitors ask while they wait for a person. */
export const asksHowLong = (text: string): boolean => asksWhen.test(plainText(text));
