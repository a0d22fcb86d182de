const english =
  '(?:just|only) (?:looking(?! (?:for|to (?:buy|sell|rent))\\b)|browsing|curious|poking around|nosing around|snooping)|window[- ]shopping|kicking tires';
const spanish =
  '(?:s[oó]lo|solamente|nom[aá]s|nada m[aá]s) (?:estoy |ando )?(?:miro|mirando|viendo|checando|curioseando)';

/**
 * Alternatives for a regular expression: somebody says that they only look around. Others read its meaning for the intent, the score
 * and the talk.
 */
export const lookingAround = `${english}|${spanish}`;
