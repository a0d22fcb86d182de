import type { Read } from '../model.ts';
import { readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

export type Condition = 'move_in_ready' | 'needs_work' | 'major_repairs';

const nothingToDo =
  /\b(?:no (?:work|repairs?) (?:is )?(?:needed|necessary|required)|(?:doesn't|does not|don't) need (?:any |much )?(?:work|repairs?|anything)|needs? (?:no|nothing)|nothing (?:to do|needed|needs)|no necesita (?:nada|arreglos))\b/i;
const major =
  /\b(?:major (?:repairs?|work)|fixer(?:[- ]upper)?|needs? everything|gut(?:ted)?|tear ?down|foundation (?:issues?|problems?|crack\w*|repair|work|(?:is |'s )?(?:shot|bad|gone|failing))|structural|uninhabitable|(?:it'?s|its|is) a (?:total |complete |real )?(?:dump|disaster|teardown|wreck)|fire damage|(?:flood|water|mold|storm) damage|distressed|condemned|falling apart|trashed|wrecked|destroyed inside|muchas reparaciones|en ruinas)\b/i;
const work =
  /\b(?:needs? (?:(?:some|a (?:little|lot|bit) of|a|new|minor|a new|a few) (?:\w+ )?(?:work|paint\w*|roof|repairs?|fix\w*|updat\w+|kitchen|tlc|love|cosmetic\w*|carpet\w*|floor\w*|hvac|windows|plumbing|wiring|remodel\w*)|work|paint\w*|repairs?|fixing|updat\w+|tlc|carpet|remodel\w*|roof|hvac|ac\b|floor\w*|foundation|plumbing|kitchen|windows|siding|electrical)|(?:except|but|apart from|aside from|other than) the (?:roof|kitchen|hvac|floors?|bathrooms?|plumbing|windows|carpet|paint|electrical)|roof (?:leaks?|is leaking|needs)|leak(?:s|ing|y)|some (?:work|repairs|updates|tlc)|rough|dated|outdated|old but (?:solid|good|sturdy)|run[- ]down|as[- ]is|worn|poor (?:condition|shape)|beat[- ]up|banged up|(?:bad|rough|terrible|horrible) (?:condition|shape)|needs? (?:everything|new (?:\w+ )?(?:paint\w*|roof|floors?|flooring|carpet\w*|windows|hvac|ac|plumbing|wiring|kitchen|bathrooms?|cabinets|appliances|siding))|(?:kitchen|bathrooms?|roof|carpets?|floors?|windows|cabinets|hvac|it)(?:'s| is| are) (?:all )?(?:from the|original|outdated|shot|gone|bad)|from the (?:19)?[5-9]0'?s|original (?:kitchen|condition)|(?:kitchen|house|home|roof|bathrooms?|place|it)(?:'s| is| are) (?:pretty |very |quite |a bit |kind of )?old|needs? work|(?:could|can|will|would) (?:use|do with) (?:some |a |a (?:little|bit of) )?\w+|(?:(?:not|never|(?:has|have|had)n'?t) been|no(?:thing|ne of it)(?:'?s| has| was| is)?(?: (?:ever|really|much))?(?: been)?) (?:touched|updated|remodel\w+|renovated|redone)|since the (?:19)?[5-9]0'?s|a mess|mold|moho|hay que (?:cambiar|reparar|pintar|renovar|arreglar)|le falta|necesita (?:\w+ )?(?:arreglos?|trabajos?|reparaci[oó]n(?:es)?|pintura|pintar|alfombra|techo|piso|cocina|ba[nñ]os?|ventanas|remodelaci[oó]n|mantenimiento)|est[aá] (?:algo |un poco |muy )?(?:viej[ao]|descuidad[ao]|maltratad[ao])|hay que arreglar|(?:un chingo|mucho|bastante|harto) (?:de )?(?:trabajo|jale))\b/i;
const ready =
  /\b(?:move[- ]?in[- ]ready|turn[- ]?key|(?:great|good|excellent|perfect|amazing|mint|immaculate|very good|nice|decent) (?:shape|condition)|excellent|well[- ](?:maintained|kept)|(?:maintained|kept|cared for)(?: it)?(?: very| really)? well|nothing(?:'s| is)? wrong|(?:fully |newly |just |recently |completely )?(?:updated|remodel(?:ed|led)|renovated|redone|refurbished)|new (?:roof|kitchen|floors?|hvac|windows|bathrooms?)|like new|brand new|spotless|pristine|immaculate|como nueva|impecable|buen(?:as)? (?:estado|condiciones)|bien (?:cuidad[ao]|mantenid[ao]|conservad[ao])|excelente|lista para (?:mudarse|entrar|habitar)|remodelad[ao]|renovad[ao])\b/i;
const asIs = /\bas[- ]is\b/i;
const bareReady =
  /^\W*(?:it'?s |est[aá] )?(?:in )?(?:(?:pretty|very|really|muy|quite) )?(?:ready|great|good|perfect|fine|nice|well|buena|bien|perfecta|lista)(?: (?:i think|overall))?(?:\W*$|\s*[,;.]|\W+(?:except|apart|aside|but|other|menos|salvo)\b)/i;
const bareNotReady = /^\W*(?:it'?s )?not (?:(?:very|so|that|really|too) )?(?:great|good|perfect|ready|nice)\W*$/i;

const negated =
  /(?:\b(?:not|no|never|hardly|far from|sin)|n't)(?: (?:in|a|an|very|really|so|exactly|quite|any|been|been in|especially|that|such)){0,3} $/i;
const butFor = /\b(?:except(?: for)?|apart from|aside from|other than|but (?:the|it|needs)|menos|salvo|excepto)\b/i;

/**
 * The state of the home: the worst in the message counts, and a denied one ("not in good shape") does not count as good. Ages of people
 * and "recently divorced" say nothing. `asked`: a bare "good" or "not great" answers the question.
 */
export function readCondition(text: string, options: { asked?: boolean } = {}): Read<Condition> | null {
  const plain = plainText(text);
  const nothing = nothingToDo.exec(plain);
  const bad = major.exec(plain);
  if (bad && !isNegated(plain, bad)) return readAt('major_repairs', bad);
  // "As-is, no repairs needed": the seller will do none, whatever the home needs.
  const some = asIs.exec(plain) ?? (nothing ? null : work.exec(plain));
  if (some) return readAt('needs_work', some);
  const good =
    nothing ?? ready.exec(plain) ?? (options.asked ? (bareReady.exec(plain) ?? bareNotReady.exec(plain)) : null);
  if (!good) return null;
  const isWorse = good !== nothing && (isNegated(plain, good) || bareNotReady.test(plain) || butFor.test(plain));
  return readAt(isWorse ? 'needs_work' : 'move_in_ready', good);
}

const isNegated = (plain: string, match: RegExpExecArray): boolean =>
  negated.test(plain.slice(Math.max(0, match.index - 40), match.index));
