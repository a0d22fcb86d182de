import { opensAsQuestion } from '../dialogue/readQuestion.ts';
import { plainText } from '../text/plainText.ts';
import { readContact } from './readContact.ts';
import { readRole } from './readRole.ts';

/** The two ways in which a buyer without an agent may be shown a home, and the third: an agent of their own. */
type ShowingPath = 'agreement' | 'unrepresented' | 'own-agent';

// The law wants the choice made, so the words have to name it: having no agent, wanting none, signing nothing or just looking is none yet.
const without =
  /(?<![\p{L}\d])(?:(?:without|w\/o|no|sin) (?:any |a )?(?:representation|rep|representaci[oó]n)|without (?:anyone|anybody|an agent) representing (?:me|us)|sin que nadie (?:me|nos) represente|(?:no|ni) quiero que (?:me|nos) represente nadie|unrepresented|sin representar(?:me|nos)?)(?!\p{L})|^\W*(?:(?:just|ok|the visit|una visita|la visita) )?(?:without|sin)(?:,? (?:please|por favor|thanks))?\W*$/iu;
const agreement =
  /(?<![\p{L}\d])(?:agreement|represent (?:me|us)|be (?:my|our) agent|sign (?:it|one|something|the (?:contract|paper\w*|form))|acuerdo|represent(?:arme|arnos|en|e)|firmar(?:lo|la)?)(?!\p{L})/iu;
/** "I don't want to be without representation", "no agreement": names a path only to refuse it. */
const refused =
  /(?<!\p{L})(?:not|never|nothing|don'?t|dont|won'?t|wont|can'?t|rather not|instead of|without|no|nor|nunca|nada|tampoco)(?!\p{L})[^.?!;,]{0,30}$/iu;
const about =
  /(?<!\p{L})(?:agents?|realtors?|represent\w*|agreements?|contracts?|sign(?:s|ed|ing|atures?)?|paper\w*|just (?:\w+ (?:to )?)?(?:see|look|show|walk)\w*|only (?:\w+ (?:to )?)?(?:see|look)\w*|without|agentes?|acuerdos?|contratos?|firm\w+|sin (?:eso|nada|firmar)|s[oó]lo (?:quiero |queremos )?(?:ver|mirar)\w*|(?:the )?(?:first|second|third|last)(?: one)?)(?!\p{L})/iu;

const asks = (plain: string): boolean => plain.includes('?') || opensAsQuestion(plain);

/** The present situation is no choice: "I have no representation right now", "I signed an agreement with another brokerage". */
const stands =
  /(?<!\p{L})(?:have|has|had|got|am|are|is|was|were|i'm|we're|already|currently|came to|signed|reached|tengo|tenemos|estoy|estamos|firm[eé]|firmamos)(?!\p{L})(?! (?:to|going|gonna|thinking|ok|okay|fine|good|happy)\b)[^.?!;,]{0,24}$/iu;

function isNamed(pattern: RegExp, plain: string): boolean {
  const found = pattern.exec(plain);
  if (found === null) return false;
  const before = plain.slice(0, found.index);
  return !refused.test(before) && !stands.test(before);
}

/** Reads how somebody wants to be shown a home; null when they do not say it outright, or ask. */
export function readShowingPath(text: string): ShowingPath | null {
  const [answer = '', ...rest] = text.split(/(?<=[.!;])\s+/);
  const { phone, email } = rest.length === 0 ? { phone: null, email: null } : readContact(rest.join(' '));
  // "Without. Dana Cole, 512 555 0143": the name and the number say nothing of it.
  return pathIn(text) ?? (phone === null && email === null ? null : pathIn(answer));
}

function pathIn(text: string): ShowingPath | null {
  const plain = plainText(text);
  if (asks(plain)) return null;
  if (isNamed(without, plain)) return 'unrepresented';
  if (readRole(text) === 'represented' || isNamed(/\b(?:my|our|mi) (?:own )?(?:agent|realtor|agente)\b/i, plain))
    return 'own-agent';
  return isNamed(agreement, plain) ? 'agreement' : null;
}

const nobody =
  /(?<!\p{L})(?:no|not|without|never|don'?t|dont|do not|ain'?t|aint|haven'?t|havent|sin|ningun\p{L}*)(?: \p{L}+){0,4} (?:agents?|realtors?|agente|contracts?|paper\w*|sign(?:s|ed|ing|atures?)?|agreements?|contrato|papeles|firm\w+)(?!\p{L})|\b(?:by (?:my|our)sel(?:f|ves)|on (?:my|our) own)\b/iu;
const looks =
  /\b(?:just|only|jus|s[oó]lo|nom[aá]s) (?:\p{L}+ ){0,3}(?:look\w*|see\w*|mirar\w*|ver\w*|by (?:my|our)sel(?:f|ves))(?!\p{L})/iu;

/** "No agent, I just want to look, no paperwork": words that come near to a visit without representation, and do not name it. */
export function wantsNoAgent(text: string): boolean {
  const plain = plainText(text);
  return !asks(plain) && readShowingPath(text) === null && (nobody.test(plain) || looks.test(plain));
}

/** "Can I see it Saturday, no agent": a wish for a showing that says that nobody comes along, also where it is put as a question. */
export const comesAlone = (text: string): boolean => nobody.test(plainText(text)) && readShowingPath(text) === null;

/** Speaks of the choice and does not make it: "no agent, I don't want to sign anything". */
export const leavesPathOpen = (text: string): boolean => readShowingPath(text) === null && about.test(plainText(text));
