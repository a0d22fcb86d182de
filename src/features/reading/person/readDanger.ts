import type { Danger } from '../../../contract/vocabulary.ts';
import { rememberRecent } from '../../../kernel/rememberRecent.ts';
import { messagesRemembered } from '../model.ts';
import { bareWords } from '../text/bareWords.ts';
import { tellsEmergency } from './tellsEmergency.ts';
import { soundsLikeParting, tellsSelfHarm } from './tellsSelfHarm.ts';
import { castsShadows, tellsViolence } from './tellsViolence.ts';

const ofDeals = String.raw`(?:offers?|bids?|low ?balls?|counter\w*|assessments?|fees?|bills?|prices?|papers|paperwork|news|lists?|requests?|surprises?|increases?|questions?|deals?|terms|charges?|tax(?:es)?|lawsuits?|numbers?|quotes?|rates?|fines?|foreclosure|eviction|delays?|repairs?)`;
/** Said in jest, of a thing or a deal, of what is long over, of stairs: taken out before anybody is thought to be in danger. */
const figures = [
  // "My wife will kill me" over a purchase is no threat; for leaving it is.
  /\bkill (?:me|us)(?: (?:if|when|for|unless|over|because)\b(?! (?:(?:i|we)(?: ever| even| try to| tried to)* (?:leave|left|go(?! (?:over|above|past|with|for))|went|run|ran|tell|told|call|called|come back|say|stay|speak|report)\b|(?:he|she)(?: ever| even)* (?:finds?|found|knows?|sees?|catch\w*|learns?|gets?)\b|leaving))| (?:lol|lmao|haha\w*)| to (?:have|get|live))/g,
  // "Not on Thanksgiving, my mom will kill me".
  /\bmy (?:mom|mother|boss|sister|realtor|agent|accountant)(?:s|ll| will| would|d| is| are)?(?: (?:gonna|going to))? kill me\b(?! (?:if|when|for|because) (?:i|we|he|she)\b)/g,
  // "Wife would kill me": said of a deal, as long as nobody leaves.
  /\b(?:would|d) kill (?:me|us)\b(?! (?:if|when|for|because) (?:(?:i|we)(?: ever| even| try to| tried to)* (?:leave|left|go(?! (?:over|above|past|with|for))|went|run|ran|tell|told|call|called|say|said|stay|stayed|speak|spoke|report)\b|(?:he|she)(?: ever| even)* (?:finds?|found|knows?|knew|sees?|saw|catch\w*|learns?|gets?)\b|leaving))/g,
  new RegExp(
    String.raw`\b(?:hit|hits|hitting|slap\w*|beat|beats|beating|punch\w*|threaten\w*) (?:me|us)(?: \w+)? with (?:\w+[- ]){0,3}${ofDeals}\b`,
    'g',
  ),
  /\b(?:beat|beats|burn(?:s|ed|t)) (?:me|us) (?:to (?:it|that|the|a)\b|out|by|up on|down on|on (?:price|the|my|our|that|a))/g,
  /\b(?:push|drag|shov)[a-z]+ (?:me|us) (?:in|down|around )?to(?:wards?)? (?:[a-z]+ing\b|(?:the|a|this|that) (?:sale|offer|deal|contract|market|house|home|limit))/g,
  /\b(?:me|nos) (?:pega|mata|va a (?:matar|pegar))[^.!?]{0,60}\b(?:jaja[a-z]*|jeje[a-z]*|lol)/g,
  /\bkick(?:s|ed|ing) (?:me|us) out\b/g,
  /\b(?:hurt|kill|hit|hurts|hits|kills)(?:ing)? (?:my|our) (?:wallet|budget|credit|offer|back|bank)/g,
  /\bmy ?self (?:(?:in|on) (?:the (?:foot|feet)|(?:(?:the|those|these|that|any|steep|your) )*(?:stairs?|steps|ice|deck|ladder))|off\b|some slack|[a-z]+ing\b|with (?:the|this|that|all|these) )/g,
  /\btak(?:e|ing) (?:my|our) life (?:savings|insurance)\b/g,
  /\b(?:die|be dead|quiero morir(?:me)?) (?:laughing|than (?:live|buy|pay|rent|move|own|deal|have|sell|commute)|of laughter|de (?:risa|ganas|envidia|amor|hambre|pena ajena)|(?:in|at|en) (?:this|that|our|my|esta|mi|esa) (?:own |propia )?(?:house|home|place|casa)|in it\b)/g,
  /\b(?:(?:was|were|is|been|has) there (?:been |ever )*(?:a |any )?suicides?|suicides? (?:in|at|on) (?:this|that|the|your|it)\b|(?<!\bi )(?<!\bto )(?:committed|commited|died (?:by|from|of)) suicide|(?:hubo|ha habido|algun|hay) (?:un |algun )?suicidios?|suicidio en (?:la|esta|esa|el))/g,
  /\b(?:restraining|protective) order(?: [a-z]+){0,3} (?:on|against|over) the (?:sale|property|house|home|title|deed|account|listing)/g,
  /\b(?:me|nos) pega (?:[a-z]+ )?(?:el|la|un) (?:sol|viento|calor|frio|luz|ruido|trafico|precio|interes|inflacion)/g,
  /\b(?:me|nos) amenaz[a-z]+ con (?:la )?(?:embarg|ejecu|desaloj|demand|mult|sub|ech|cobr|quitarme la casa|la renta)/g,
  /\b(?:me|nos) (?:va a matar|mata|matara)(?: (?:si|por|como|cuando)\b(?! (?:me (?:voy|escapo|encuentra|ve)|nos (?:vamos|encuentra)|l[oa] (?:dejo|denuncio)|sabe|se entera|hablo|llamo|digo|regreso|vuelvo)))/g,
  /\bsuicide (?:hill|squad|doors?|lanes?|knobs?|bridge|burger|wings?|prevention)\b|\bnot suicide\b/g,
  /\b(?:contract|agreement|lease|listing|tour|call|chat|meeting|renting|deal|subscription)\b[^.!?]{0,60}\bend (?:it|things)\b/g,
  /\bend (?:it|things|everything) with (?:our|my|the|this|that) (?:\w+ )?(?:agent|realtor|broker|lender|landlord|tenant|contractor|bank)/g,
  /\b(?:restrain\w*|protect\w*) order(?: [a-z]+){0,3} (?:(?:on|against|over|from) the (?:contractor|builder|hoa|seller|company|tenants?|neighbors?|landlord|dissolution|divorce|estate|probate)|says no (?:transferring|selling|listing))|\b(?:restrain\w*|protect\w*) order on (?:the|our|my) dissolution/g,
  /\b(?:me|nos) (?:peg|golpe|mat)[a-z]+ (?:[a-z]+ )?(?:el|la|un|los|las) (?:sol|viento|calor|frio|luz|ruido|trafico|precio|interes|inflacion|economia|impuestos|intereses|noticia|susto|renta|tasas?)/g,
  /\b(?:quiero|voy a|me) morir(?:me)? de (?!una vez)/g,
  /\b(?:gave|give|gives|giving|almost had|nearly had|about had) (?:me|us|him|her|my \w+)? ?(?:a |an )?(?:heart attack|stroke|seizure)|\b(?:me|le|nos) (?:va a dar|dio|da) un infarto/g,
  /\bme (?:pego|pegue) (?:una vuelta|un bano|un susto|a mi presupuesto)/g,
];

const meantBy = (text: string): string =>
  figures.reduce((left, figure) => left.replace(figure, ' – '), bareWords(text));

/** Words with a laugh are for a person to judge. */
const laughs = /(?<!\w)(?:lol\w*|lmao|haha\w*|ja(?:ja)+\w*|je(?:je)+\w*|jk)(?!\w)/;

const inEarnest = /\b(?:serious|seriously|for real|not (?:joking|kidding|a joke|lol)|suicidal|en serio|de verdad)\b/;

/** The danger that somebody states outright; null otherwise. A crisis line told to somebody who only grieves does harm. */
export const readDanger = rememberRecent(messagesRemembered, (text): Danger | null => {
  const meant = meantBy(text);
  return laughs.test(meant) && !inEarnest.test(meant) ? null : tell(meant);
});

function tell(meant: string): Danger | null {
  if (tellsSelfHarm(meant)) return 'self-harm';
  if (tellsEmergency(meant)) return 'emergency';
  return tellsViolence(meant) ? 'violence' : null;
}

/** Stated with a laugh, or several things that mean little alone, such as rage, secrecy, flight and farewell: for a person to look at. */
export function hintsAtDanger(text: string): boolean {
  const meant = meantBy(text);
  return tell(meant) !== null || castsShadows(meant) || soundsLikeParting(meant);
}
