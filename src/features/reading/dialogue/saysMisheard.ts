const contradicts =
  /\b(?:that's not what i (?:said|meant|asked)|not what i (?:said|meant|asked)|you(?:'re| are) not (?:listening|reading|understanding)|you (?:already|just) asked (?:me )?that|i (?:already|just) (?:told|answered|said)|you misunderst\w+|no,? i meant|eso no es lo que (?:dije|pregunt[eé])|ya (?:se )?lo dije)\b/i;

/** "That's not what I asked", "you already asked that": we got them wrong, by their word. */
export const saysMisheard = (text: string): boolean => contradicts.test(text);
