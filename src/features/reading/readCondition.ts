import type { Read } from './model.ts';
import { plainText } from './plainText.ts';

export type Condition = 'move_in_ready' | 'needs_work' | 'major_repairs';

const nothingToDo =
  /\b(?:no (?:work|repairs?) (?:is )?(?:needed|necessary|required)|(?:doesn't|does not|don't) need (?:any |much )?(?:work|repairs?|anything)|needs? (?:no|nothing)|nothing (?:to do|needed|needs)|no necesita (?:nada|arreglos))\b/i;
const major =
  /\b(?:major (?:repairs?|work)|fixer(?:[- ]upper)?|needs? everything|gut(?:ted)?|tear ?down|foundation (?:issues?|problems?|crack\w*|repair|work)|structural|uninhabitable|fire damage|(?:flood|water|mold|storm) damage|distressed|condemned|falling apart|muchas reparaciones|en ruinas)\b/i;
const work =
  /\b(?:needs? (?:some |a (?:little|lot|bit) of |a |new |minor |a new |work|paint|repairs?|fixing|updat\w+|tlc)(?:work|paint\w*|roof|repairs?|fix\w*|updat\w+|kitchen|tlc|love|cosmetic\w*|carpet|floors?|hvac|windows)?|roof (?:leaks?|is leaking|needs)|leak(?:s|ing|y)|some (?:work|repairs|updates|tlc)|rough|dated|outdated|run[- ]down|as[- ]is|worn|poor (?:condition|shape)|original (?:kitchen|condition)|(?:kitchen|house|home|roof|bathrooms?|place|it)(?:'s| is| are) (?:pretty |very |quite |a bit |kind of )?old|needs? work|necesita (?:arreglos|trabajo|reparaciones)|hay que arreglar)\b/i;
const ready =
  /\b(?:move[- ]?in[- ]ready|turn[- ]?key|(?:great|good|excellent|perfect|amazing|mint|immaculate|very good|nice|decent) (?:shape|condition)|excellent|well[- ](?:maintained|kept)|(?:fully |newly |just |recently |completely )?(?:updated|remodel(?:ed|led)|renovated|redone|refurbished)|new (?:roof|kitchen|floors?|hvac|windows|bathrooms?)|like new|brand new|buen(?:as)? (?:estado|condiciones)|excelente|lista para (?:mudarse|entrar|habitar)|remodelad[ao]|renovad[ao])\b/i;
const bareReady = /^\W*(?:it'?s )?(?:ready|great|good|perfect|fine|nice|buena|perfecta)\W*$/i;

/** The state of the home; what is worst in the message counts. Ages of people and "recently divorced" say nothing. */
export function readCondition(text: string, options: { asked?: boolean } = {}): Read<Condition> | null {
  const plain = plainText(text);
  const nothing = nothingToDo.exec(plain);
  const bad = major.exec(plain);
  if (bad) return at('major_repairs', bad);
  const some = nothing ? null : work.exec(plain);
  if (some) return at('needs_work', some);
  const good = nothing ?? ready.exec(plain) ?? (options.asked ? bareReady.exec(plain) : null);
  return good ? at('move_in_ready', good) : null;
}

const at = (value: Condition, match: RegExpExecArray): Read<Condition> => ({
  value,
  start: match.index,
  end: match.index + match[0].length,
});
