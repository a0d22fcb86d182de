/** Alternatives for a regular expression: words of haste that mean it wherever they stand. */
export const hurry = 'asap|right away|immediately|lo antes posible|cuanto antes';

/** The same for words of somebody who has all the time. */
export const noHurry = 'no rush|eventually|some ?day|sin prisa|alg[uú]n d[ií]a';
