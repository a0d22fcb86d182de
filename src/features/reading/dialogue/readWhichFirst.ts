const sellsFirst =
  /\bsell\b[^.?!]{0,40}\b(?:first\b|before\b[^.?!]{0,24}\bbuy|so (?:that )?(?:i|we) can buy)|\bvender\b[^.?!]{0,40}\b(?:primero|antes de comprar)\b/i;
const buysFirst =
  /\bbuy\b[^.?!]{0,40}\b(?:first\b|before\b[^.?!]{0,24}\bsell)|\bcomprar\b[^.?!]{0,40}\b(?:primero|antes de vender)\b/i;

/** "Sell my house before I can buy": which comes first, by their own word; null where they do not say, or ask which. */
export function readWhichFirst(text: string): 'buy' | 'sell' | null {
  const [sells, buys] = [sellsFirst.test(text), buysFirst.test(text)];
  return sells === buys ? null : sells ? 'sell' : 'buy';
}

/** Which of the two stands first in a message that names both; null where it names one or none. */
export function sideNamedFirst(text: string): 'buy' | 'sell' | null {
  const sell = text.search(/\b(?:sell|sale|vend|venta)/i);
  const buy = text.search(/\b(?:buy|purchas|compra)/i);
  if (sell < 0 || buy < 0) return null;
  return sell < buy ? 'sell' : 'buy';
}
