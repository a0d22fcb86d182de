import { plainText } from './plainText.ts';
import { readRole } from './readRole.ts';

/** The two ways in which a buyer without an agent may be shown a home, and the third: an agent of their own. */
export type ShowingPath = 'agreement' | 'unrepresented' | 'own-agent';

const without =
  /\b(?:without (?:an? )?(?:representation|agreement|agent|realtor|signing|a contract)|no (?:representation|agent|realtor|agreement)|not represented|unrepresented|(?:don't|do not|haven't|have no)\b[^.?!]{0,16}\b(?:agent|realtor|represent\w*)|just (?:see|look|show|a look)|only (?:see|look|want to see)|nothing signed|not sign\w*|sin (?:representaci[oó]n|agente|acuerdo|firmar)|no tengo (?:un )?agente|s[oó]lo (?:ver|mirar))\b/i;
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
