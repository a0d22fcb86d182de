import { plainText } from '../text/plainText.ts';

/** The role of a writer who does not buy or sell for themselves. */
export type Role = 'minor' | 'professional' | 'lawyer' | 'job-seeker' | 'vendor' | 'represented';

const roles: readonly (readonly [Role, RegExp])[] = [
  [
    // "I'm 15", "tengo 16 años"; "I'm 15 minutes away" says no age.
    'minor',
    /\b(?:i['’]?m|i am|tengo)(?: only| just| like| apenas| actually)? (?:1[0-7])(?=\W*$|[.,;!?]|\s(?:years? old|yrs? old|yo\b|y\/o|a[nñ]os(?! de)|(?:and|but) (?:i|my)\b|y (?:me|mi|soy)|pero|lol))/i,
  ],
  [
    'job-seeker',
    /\b(?:are (?:you|u|ya|y'?all) (?:guys )?hiring|send (?:you )?my (?:resume|cv)|(?:apply|applying|looking) for (?:a|the|an open) (?:job|position)(?! in)|job opening|join your team|my (?:resume|cv)|mi curr[ií]culum)\b/i,
  ],
  [
    // A professional who writes for somebody else. A lawyer who looks for a home of their own is a buyer like any other.
    'lawyer',
    /\b(?:(?:i'?m|i am|we are|we're|this is|soy|somos|writing as|acting as|escribo como) (?:[a-z\u00e0-\u00ff']+,? ){0,4}?(?:counsel|attorneys?|lawyers?|paralegal|law (?:firm|offices?)|abogad[oa]s?|apoderad[oa])(?: at law)?,? (?:for|of|representing|acting for|on behalf of|in (?:the|this) (?:matter|case|estate)|del?|que representa|en nombre de)|(?:i|we|our (?:firm|office)|this (?:firm|office)) (?:\w+ )?represents? (?:the|an?|my|our|his|her|this|mr|mrs|ms)\b|(?:represento|representamos) (?:a(?:l)?|la|los|las|el)|(?:on behalf of|en nombre de|de parte de) (?:my|our|the|mi|la|el|los|las) (?:client|estate|heirs?|executor|trust|sucesi[oó]n|herederos|cliente|albacea))\b(?![^.?!]*\b(?:myself|my own|(?:looking|hoping|want(?:ing)?|need(?:ing)?) (?:for|to)(?: buy| rent)? (?:a|an|my) (?:\w+ ){0,2}(?:home|house|place|condo)|house ?hunting|looking to buy|busco (?:una )?casa|quiero comprar)\b)/i,
  ],
  [
    'professional',
    /\b(?:i'?m|i am|we are|this is|soy) (?:(?!no\b|not\b|without\b|alone\b|looking\b|just\b)\w+ ){0,3}?(?:an? )?(?:realtor|(?:real estate |listing |buyer'?s? )?(?:agent|broker)|wholesaler|loan officer|mortgage broker|corredor(?:a)?)\b(?! (?:bot|looking for (?:a home|my own)))|^\W*(?:(?:hi|hey|hello)\W{1,3})?(?:an? )?(?:listing |buyer'?s? |fellow )?(?:agent|realtor|broker) here\b|\bshowing request\b|\bco-?brok(?:e|er|ing)\b|\bcontract\b[^.?!]{0,40}\bassign (?:it|this|the|my)\b|\b(?:commission split|co-?op (?:commission|fee)|buyer'?s? agent (?:commission|comp\w*))\b|\b(?:my|our) (?:client|buyer)s? (?:is|are|wants?|would)\b|\b(?:i|we)(?:'ve)? (?:have|got|represent|am showing) (?:an? |some )?(?:\w+ )?(?:clients? (?:for|who|that|interested|looking|ready|wanting)|buyers? (?:\w+ ){0,4}?(?:for|in|see|tour|view) your)\b|\b(?:this is|i'm|i am) (?!looking\b)(?:\w+ ){1,3}(?:(?:with|from|at) (?:keller williams|kw|compass|re\/?max|coldwell|exp|century 21|sotheby|redfin)|(?:with|from) \w+ (?:realty|realtors|real estate|properties))\b/i,
  ],
  [
    'vendor',
    /(?<!\b(?:if|when|once|before|after|until|whether|should|can|could|do|did|would|sure|that|so|and|then|where) )\bwe (?:offer|provide|sell (?!it\b|this|that|our|my|mine|both|all\b|everything|the\b|or\b|and\b|first|now|in\b|for\b|as\b|by\b|before|soon|probably))|\b(?:help(?:ing)? (?:realtors?|agents?|brokers?|brokerages|real estate (?:agents?|teams|professionals))\b|(?:exclusive|qualified|seller|buyer|motivated) leads\b|leads (?:per|a|each|every) (?:month|week|day)|our (?:company|agency) (?:offers|provides|helps)|grow your business|seo services|lead generation|marketing services|guest post|free demo|partner with your)\b/i,
  ],
  [
    'represented',
    /\b(?:(?:i|we)(?:'ve|'re|'m| have| are| am)? (?:already )?(?:have|got|signed with|work(?:ing)? with|hired) (?:an?|my own|our own|another|someone)(?: [\w']+){0,2} (?:agent|realtor|broker)|(?:i'm|i am|we're|we are) with (?:an?|my|our|another)(?: own)? (?:agent|realtor|broker)|already (?:listed|represented|have (?:an )?(?:agent|realtor))|(?:i|we) (?:have|got) (?:an? )?(?:agent|realtor)|(?<!\b(?:be|become|you|not|as|need) )(?:my|our) (?:own )?(?:agent|realtor|broker)(?:'s)? (?!is (?:bad|terrible|awful|useless|horrible)|sucks|fired|quit|dropped|never|(?:you|at barton)\b)(?:told|said|sent|wants?|is|will|can|thinks?|recommend\w*|suggested|and i|from|with|at)|(?:she|he)(?:'s|s| is) (?:with|at) (?:compass|keller|kw|re\/?max|coldwell|exp|redfin|century)|ya tengo (?:un |una )?(?:agente|corredor))\b/i,
  ],
];
const anyRole = new RegExp(roles.map(([, { source }]) => source).join('|'), 'i');
const abuse =
  /\b(?:fuck(?:ing|er|ed)?(?: (?:you|off))?|bitch|asshole|shithead|cunt|motherfucker|(?:you(?:'re| are)?|u) (?:a |an )?(?:idiot|moron|stupid)|go to hell|kill yourself|puta|pendejo|mierda)\b/i;

/** The role of the writer; null for a buyer or a seller on their own behalf. */
export function readRole(text: string): Role | null {
  const plain = plainText(text);
  if (!anyRole.test(plain)) return null;
  const role = roles.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  // "My agent in California says I need someone local, I don't have anyone signed."
  return role === 'represented' && saysNoAgent(plain) ? null : role;
}

const link = /\b(?:https?:\/\/|www\.)\S{3,}/gi;
const advertises =
  /\b(?:crypto(?:currency)?|bitcoin|forex|casino|betting|viagra|payday loans?|onlyfans|followers|(?:earn|make) (?:money|\$ ?\d[\d,]*) (?:online|fast|from home|a day|per day|a week|daily)|click (?:here|(?:on )?(?:this|the) link)|limited[- ]time offer|100% free|guaranteed (?:profit|returns?|income))\b/i;

/** Words that only advertise: a link with a pitch, or several links. One link alone may be the home they mean. */
export const isSpam = (text: string): boolean => {
  const links = text.match(link)?.length ?? 0;
  return (
    links > 1 ||
    (advertises.test(text) &&
      (links === 1 || /\b(?:click|earn|make money|casino|viagra|onlyfans|guaranteed)\b/i.test(text)))
  );
};

/** Words that only insult. */
export const isAbuse = (text: string): boolean => abuse.test(plainText(text));

const noAgent =
  /(?:^|[^\p{L}])(?:(?:there'?s )?no|without an?|(?:i |we )?(?:don'?t|do not|dont) (?:have|got) an?|(?:i |we )?haven'?t got an?|not (?:using|working with) an?|sin|no (?:tengo|tenemos|uso))(?: (?:buyer'?s|buyers|real estate))? (?:agent|realtor|broker|agente|corredor)\b(?! (?:fees?|commission|like|would|should|calls?))|\bunrepresented\b|\bnot (?:working|signed) with (?:any(?:one|body)|an? (?:agent|realtor)|someone|nobody)\b|\b(?:nobody|no one) (?:is |'s )?(?:represent\w+|helping) (?:me|us)\b|\b(?:don'?t|dont|do not) have (?:anyone|anybody|someone) (?:signed|lined up)\b/iu;
const asksOfAgent = /\?|\b(?:if|what|can i|do i|should i|why|is it|suppose)\b/iu;

/** "No agent yet": nobody represents them. */
export const saysNoAgent = (text: string): boolean => {
  const plain = plainText(text);
  const said = noAgent.exec(plain);
  return (
    said !== null && !asksOfAgent.test(plain.slice(0, said.index)) && !/^[^.!]{0,40}\?/.test(plain.slice(said.index))
  );
};
