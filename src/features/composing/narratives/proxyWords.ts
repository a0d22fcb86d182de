/**
 * Words that have no place in a story of a home that nobody asked about: schools, places of worship, safety, and the people who live
 * somewhere or would. Each can stand in for a protected class (42 USC 3604(c); 24 CFR 100.70). "Family room" and the like are rooms.
 */
const proxies =
  /\b(?:schools?|elementary|isd|district|campus(?:es)?|church(?:es)?|temples?|mosques?|synagogues?|parish|safe(?:ty|r|st|ly)?|secure|crime|gated|famil(?:y|ies)(?! rooms?\b)|kids?|child(?:ren)?|nursery|toddlers?|couples?|singles|single (?:people|persons?|parents?|moms?|dads?)|bachelor|newlyweds?|retire(?:d|es?|ment)|seniors?|students?|professionals?|neighbo(?:u)?rs?|residents?|adults?|(?:wo)?m[ae]n|lad(?:y|ies)|gentlem[ae]n|elderly|veterans?|military|(?:close|tight)[- ]knit|(?:adult|retirement|senior|religious|friendly) community|demographics?|diverse|exclusive|prestigious|walk(?:ing)? distance|escuelas?|primaria|distrito|iglesias?|templos?|(?:zona|barrio|calle|colonia|lugar|[aá]rea) (?:muy |m[aá]s )?segur[oa]|seguridad|familias?|ni[ñn][oa]s?|hij[oa]s?|parejas?|jubilad[oa]s?|adult[oa]s?|hombres?|mujer(?:es)?|estudiantes?|vecin[oa]s?|comunidad (?:familiar|unida|religiosa)|exclusiv[oa]s?)\b/iu;

/** "Single-family" is a kind of house, and a "safe room" a room. */
const kinds =
  /\b(?:single|multi)[- ]family\b|\bunifamiliar(?:es)?\b|\bmultifamiliar(?:es)?\b|\bmother-in-law suite\b/giu;

export const namesProxy = (text: string): boolean => proxies.test(text.replace(kinds, ' '));
