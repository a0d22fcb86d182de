const selling =
  /\b(?:not|don't|do not|no longer|rather than|instead of|ya no)\b[^.?!]{0,24}\b(?:sell(?:ing)?|vend\w+)|\b(?:instead|after all|rather buy|(?:i |we )?meant (?:to )?buy\w*|en vez|mejor comprar)\b|^\W*(?:oh\W+)?(?:actually|wait|sorry|hmm|hm)\W+no\b(?![^.?!]*\b(?:too|also|as well|both)\b)/i;
const buying =
  /\b(?:i |we )?meant (?:to )?sell\w*|\b(?:not|don't|do not|no longer|instead of|rather than|ya no)\b[^.?!]{0,24}\b(?:buy(?:ing)?|purchas\w+|compr\w+)/i;

/** True when a visitor who spoke of selling now wants to buy instead: not both. */
export const leavesSelling = (text: string): boolean => selling.test(text);

/** True when a visitor who spoke of buying now wants to sell instead: not both. */
export const leavesBuying = (text: string): boolean => buying.test(text);
