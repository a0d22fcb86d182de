/** Words by which somebody shows that they look for a home, before they say that they want to buy. */

const paysFor =
  /\b(?:budget|afford|spend|presupuesto|top(?:ping)? out|max(?:ed|ing)? out|ceiling|tope)\b|\bdown ?payment\b|\b(?:va|fha|usda|conventional) (?:home )?(?:loan|buyer)s?\b|\b(?:pago inicial|enganche)\b/i;
const bounds =
  /\b(?:under|below|less than|up to|at most|max(?:imum)?|no more than|not over|tops|or (?:less|under)|around|about|between|from|hasta|menos de|m[aá]ximo|como|unos|entre)\b/i;
const renting =
  /\b(?:(?:i|we)(?:'m|'re| am| are)? (?:now |currently |still )?rent(?:ing)?\b(?! (?:out|it out|to))|(?:my|our) (?:lease|rent) (?:is|ends?|runs|goes|expires)|first home|estamos rentando|estoy rentando|(?:mi|nuestro) (?:contrato|renta))\b/i;
const liking =
  /\b(?:(?:i|we|my \w+ and i|me and my \w+) (?:(?:just|really|absolutely|both|all) ){0,2}(?:love|like|want|adore)(?:d)? (?:this|the|that|your) (?:home|house|place|property|condo|one|listing)|(?:this|the|that) (?:home|house|place|one) (?:is|looks|seems) (?:\w+ ){0,2}(?:perfect|ideal|(?:great|right|good) for (?:us|me))|me encanta (?:esta|la|esa) casa|nos encanta (?:esta|la|esa) casa)\b/i;
const needs =
  /\b(?:would love|(?:i|we)(?:'d)? (?:\w+ )?(?:want|need|love|like|have to have)|must have|looking for|something with|quisiera|necesito|busco)\b/i;
const wishes =
  /\b(?:something|anything|a (?:home|house|place|condo|townhouse|duplex)|one|algo|una casa|need|want|with)\b/i;

/** Speaks of how a home is paid for: a budget, a down payment, a kind of loan. */
export const plansToPay = (text: string): boolean => paysFor.test(text);

/** Bounds or rounds what it names: "under", "up to", "around". */
export const namesBound = (text: string): boolean => bounds.test(text);

/** Lives for rent, or has never owned a home. */
export const rentsNow = (text: string): boolean => renting.test(text);

/** Likes the home they look at, or the one they were shown. */
export const likesHome = (text: string): boolean => liking.test(text);

/** "We need …", "looking for …", "must have …". */
export const needsSomething = (text: string): boolean => needs.test(text);

/** Weaker than `needsSomething`: "something with", "a house", "one". */
export const mayBeWish = (text: string): boolean => wishes.test(text);
