const selling =
  /\b(?:not|don't|do not|no longer|rather than|instead of|ya no)\b[^.?!]{0,24}\b(?:sell(?:ing)?|vend\w+)|\b(?:instead|after all|rather buy|(?:i |we )?meant (?:to )?buy\w*|en vez|mejor comprar)\b|^\W*(?:oh\W+)?(?:actually|wait|sorry|hmm|hm)\W+no\b(?![^.?!]*\b(?:too|also|as well|both)\b)/i;
const buying =
  /\b(?:i |we )?meant (?:to )?sell\w*|\b(?:not|don't|do not|no longer|instead of|rather than|ya no)\b[^.?!]{0,24}\b(?:buy(?:ing)?|purchas\w+|compr\w+)/i;

/** Of somebody who spoke of selling and now names buying: not both, but this instead of that. */
export const leavesSelling = (text: string): boolean => selling.test(text);

/** Of somebody who spoke of buying and now names selling: not both, but this instead of that. */
export const leavesBuying = (text: string): boolean => buying.test(text);
