const explaining =
  /\b(?:mean(?:s|ing)?|differen\w+|explain|what(?:'s| is| are| does| happens)|which (?:one|is)|better|recommend|have to|need (?:an?|to)|must|required|cost|significa\w*|quiere[n]? decir|diferencia\w*|qu[eé] (?:es|son|pasa)|tengo que|hay que|necesito|explic\w+|entiendo)\b/i;
const ownAppointment =
  /^\W*(?:(?:ok|and|so|wait|sorry|hi|hello|y|remind me)\W+)*(?:(?:what|which) (?:time|day|date|hour)(?:'s| is| was| are)\b|(?:what|which) (?:time|day|date|hour) (?:did|do) (?:i|we) (?:end up with|pick|choose|get|have|say)\b|when (?:is|was|are)\b|when(?:'s)\b|(?:at )?what time (?:am|are|do|did|should)\b|do i (?:still )?have (?:an? |my )?(?:appointment|visit|call)\b|is (?:my|the|our) (?:appointment|visit|showing|tour|call|viewing) (?:still|booked|confirmed|on)\b|is (?:it|that|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today)(?: at)?(?: \d{1,2}(?::\d\d)?)?(?: ?[ap]m)?) (?:still )?(?:booked|confirmed|set)\b|(?:ya )?(?:est[aá]|queda) confirmad[oa]\b|a qu[eé] hora|cu[aá]ndo (?:es|era)|qu[eé] d[ií]a)(?![^.?!]*\b(?:built|available|sold|listed|close|closing|open house|move|renovat\w+|replaced)\b)[^.?!]{0,40}\W*$/i;
const whichCompany =
  /\b(?:(?:what|which) (?:company|brokerage|agency|firm|broker|realty|realtor) (?:is|are|do|does)\b|who do you work for|name of (?:the|your) (?:company|brokerage|agency)|qu[eé] (?:empresa|inmobiliaria|agencia) (?:es|son))/i;

/** "What does that mean?", "which is better?": asks about the choice that was put, and chooses nothing. */
export const asksToExplain = (text: string): boolean => explaining.test(text);

/** "When is my visit?", "do I still have an appointment?": about a time of their own; "when was it built?" is not. */
export const asksOwnAppointment = (text: string): boolean => ownAppointment.test(text);

const whereItStands =
  /^\W*(?:(?:ok|okay|so|and|but|well|alright|wait|bueno|entonces|y|pues)\W+){0,3}(?:what (?:happens|comes|is|'s) now|what(?:'?s| is) (?:gonna|going to) happen (?:now|next)|now what|what now|when (?:am i|are we) (?:going|coming|seeing it)|(?:who|when)(?:'s| is| will| are)?(?: (?:somebody|someone|an agent|they|you|the team|it))?(?: (?:will|is|are|going to|gonna))* (?:call(?:ing)?|text(?:ing)?|contact(?:ing)?|reach(?:ing)?|e-?mail(?:ing)?)\b|qui[eé]n me (?:va a (?:llamar|escribir|contactar)|llama|escribe)|cu[aá]ndo me (?:van a (?:llamar|escribir|contactar)|llaman|escriben)|qu[eé] pasa ahora|y ahora qu[eé])[^.!]{0,40}$/iu;

/** "What happens now?", "who will call me, and when?": how things stand between them and the team. */
export const asksWhereItStands = (text: string): boolean =>
  whereItStands.test(
    text
      .trim()
      .split(/(?<=[.!])\s+/)
      .at(-1) ?? '',
  );

/** "Which brokerage is this?": whose chat it is. */
export const asksWhichCompany = (text: string): boolean => whichCompany.test(text);
