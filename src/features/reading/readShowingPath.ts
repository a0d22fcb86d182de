import { plainText } from './plainText.ts';
import { readRole } from './readRole.ts';

/** The two ways in which a buyer without an agent may be shown a home, and the third: an agent of their own. */
type ShowingPath = 'agreement' | 'unrepresented' | 'own-agent';

// Having no agent is a fact and not yet the choice: Texas wants that one made. "I don't want one" is.
const without =
  /\b(?:without (?:an? |any )?(?:representation|agreement|signing|a contract)|no (?:rep|representation|agreement|contracts?|paper\w*|contrato|acuerdo)|unrepresented|(?:don't|do not|no) (?:want|need|quiero)\b[^.?!]{0,16}\b(?:agent|realtor|represent\w*|agreement|contract|sign|agente|acuerdo|firmar)|(?:agent|realtor|representation)\b[^.?!]{0,16}\b(?:don't|dont|do not) (?:want|need) (?:one|any)|just (?:(?:want|wanna|like) to )?(?:see|look|show|a look|walk)|only (?:see|look|want to see)|(?:rather|prefer to|want to|we'll|i'll) (?:go|come|see it|do it|visit) without\b|nothing signed|not sign\w*|w\/o (?:an? |any )?(?:representation|rep|agreement|agent)|sin (?:representaci[oó]n|acuerdo|firmar)|s[oó]lo (?:ver|mirar))\b|^\W*(?:(?:just|ok|the visit|una visita|la visita) )?(?:without(?: one| it)?|sin(?: eso| nada)?|the (?:last|third)(?: one)?)(?:,? (?:please|por favor|thanks))?\W*$/i;
const agreement =
  /\b(?:agreement|contract|sign(?:ing)?|represent (?:me|us)|be (?:my|our) agent|acuerdo|contrato|firmar?|represent(?:arme|arnos|en|e))\b/i;

/** What somebody answers when asked how they want to be shown a home; null when they do not say. */
export function readShowingPath(text: string): ShowingPath | null {
  const plain = plainText(text);
  if (without.test(plain)) return 'unrepresented';
  if (readRole(text) === 'represented' || /\b(?:my|our|mi) (?:own )?(?:agent|realtor|agente)\b/i.test(plain))
    return 'own-agent';
  return agreement.test(plain) ? 'agreement' : null;
}
