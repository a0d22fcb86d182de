import { plainText } from './plainText.ts';

const sum = String.raw`\$?\d[\d.,]*\s?(?:k|m|mil|thousand|grand|mill[oó]n(?:es)?)?`;
const isOf = String.raw`(?:['’]?s|\s(?:is|was|are|were|es|era|son|eran|fue))`;
const things =
  'tax(?:es)?|rent|hoa|dues|fees?|insurance|mortgage|payments?|salary|income|savings|down|deposit|repairs?|debt|score|impuestos?|predial|renta|cuota|seguro|hipoteca|sueldo|ahorros|enganche|arreglos?|deuda';
const thing = String.raw`(?:\S+\s){0,3}?(?:${things}|(?:what|lo que) (?:i|we|yo|me|nos)\b|lo que (?:debo|debemos|pago|pagamos|gano))`;
const opensWithNo = String.raw`^\W*(?:(?:lol|haha|oh|ah|uh|hmm+|wait|ay|uy|perd[oó]n|sorry)\W+)*(?:no+|nope|nah)(?:\W+(?:no+|lol|haha|wait|sorry|perd[oó]n|espere|jaja)(?!\p{L}))*\W+`;
const putsRight = new RegExp(
  `${opensWithNo}(?:${[
    String.raw`(?:i|we) (?:said|meant|wrote|typed|put)(?!\p{L})`,
    String.raw`(?:yo )?(?:dije|dec[ií]a|quise decir|puse|me refer[ií]a)(?!\p{L})`,
    String.raw`(?:my|our|the|mi|nuestr[oa]|el|la) (?:budget|price|name|number|address|presupuesto|precio|nombre|n[uú]mero|direcci[oó]n)${isOf}(?!\p{L})`,
    String.raw`(?:the |los |las |esos )?(?:${sum}|that|it|this|those|eso|ese|esos|esa)${isOf}? (?:for |de |para )?${thing}(?!\p{L})`,
  ].join('|')})`,
  'iu',
);

/**
 * "No 12k is the tax", "no, dije marzo", "no my budget is 400": the no is to what was understood of them before, and answers no question
 * that stands.
 */
export const noThatPutsRight = (text: string): boolean => putsRight.test(plainText(text));
