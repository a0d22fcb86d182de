/** Wording about people, faith, safety, and schools that no story of a home may hold; rooms and kinds of homes are called after people, and are none. */
const kindsOfHomes =
  /\b(?:(?:single|multi|two|three)[- ]family|family (?:room|kitchen)|single[- ](?:story|level|sink|bath|car|pane|hung)|bachelor (?:apartment|pad)|mother-in-law (?:suite|unit|apartment)|master (?:bed|bath|suite)\w*|walk-in|white (?:oak|cabinets?|quartz|kitchen|walls?|trim|marble|tiles?)|black (?:granite|cabinets?|appliances?|trim)|mature (?:\w+ )?(?:trees?|oaks?|landscap\w+|plants?|gardens?|palms?)|wheelchair[- ](?:access\w*|ramps?)|security (?:deposit|system|alarm)|safety (?:glass|rail)|unifamiliar|multifamiliar|sala familiar|cuarto familiar|casa unifamiliar)\b/giu;

const edge = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');
const kinds: Readonly<Record<string, RegExp>> = {
  schools: edge(
    '(?:pre)?schools?|schooling|school district|elementary|kindergartens?|isd|day ?care|escuelas?|colegios?|distrito escolar|escolar(?:es)?|primarias?|guarderías?|kínder',
  ),
  safety: edge(
    'safe|safer|safest|safely|safety|crime|crime[- ]free|low[- ]crime|secure (?:area|neighborhood|community|street|place)|inseguridad|seguridad|delincuencia|crimen|(?:zona|barrio|área|calle|vecindario|comunidad|lugar|casa|edificio|hogar|muy|más|tan) segur[oa]s?',
  ),
  people: edge(
    'famil(?:y|ies)|kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|teen(?:ager)?s?|couples?(?! of)|newlyweds?|singles|bachelors?|bachelorettes?|adults?|seniors?|elderly|retire(?:d|e|es|ment)|empty[- ]nesters?|young|millennials?|mature|(?:young|busy|working) professionals?|professionals only|students?|m[ae]n|wom[ae]n|gentlem[ae]n|lad(?:y|ies)|husbands?|wi(?:fe|ves)|mothers?|fathers?|mom|dad|parents?|grandparents?|in-laws|moms|veterans?|military|disabled|disabilit(?:y|ies)|handicapped|able[- ]bodied|wheelchairs?|mentally|neighbou?rs?|(?:kind|type) of people|people like you|residents? (?:are|who)|section 8|vouchers?|citizens?|immigrants?|english[- ]speaking|familias?|niñ[oa]s?|hij[oa]s?|bebés?|parejas?|recién casados|solter[oa]s?|adultos?|ancian[oa]s?|jubilad[oa]s?|jóvenes|joven|estudiantes?|hombres?|mujer(?:es)?|señor(?:es|as?)?|espos[oa]s?|madres?|padres?|abuel[oa]s?|veteran[oa]s?|discapacitad[oa]s?|discapacidad|silla de ruedas|vecin[oa]s?|ciudadan[oa]s?|inmigrantes?|gente (?:como|de)',
  ),
  origin: edge(
    'white (?:famil|neighborhood|people|buyer|suburb|area)\\w*|black (?:famil|neighborhood|people|buyer|area)\\w*|hispanics?|latin[oax]s?|asians?|african|caucasian|irish|italian(?:s)?|polish (?:people|area)|mexicans?|chinese|indians?|native american|minorit(?:y|ies)|ethnic(?:ity|ally)?|diverse|diversity|integrated (?:area|neighborhood)|hispan[oa]s?|asiátic[oa]s?|african[oa]s?|mexican[oa]s?|minorías?|étnic[oa]s?|diversidad|gay|lesbian|lgbt\\p{L}*|straight couples?',
  ),
  faith: edge(
    'christians?|catholic|jewish|jews?|muslims?|hindus?|buddhists?|mormons?|church(?:es)?|chapels?|synagogues?|mosques?|temples?|parish|religio(?:n|us)|faith|god|blessed|blessing|bible|cristian[oa]s?|católic[oa]s?|judí[oa]s?|musulman(?:es|a|as)?|musulmán|iglesias?|capillas?|sinagogas?|mezquitas?|templos?|parroquias?|religi(?:ón|os[oa])|fe|dios|bendi(?:ción|to|ta)',
  ),
  steering: edge(
    '(?:good|nice|nicest|best|better|right|decent|friendly|family[- ]friendly|exclusive|traditional|prestigious|respectable|close[- ]knit|tight[- ]knit|welcoming) (?:neighborhood|area|part of town|community|people|crowd)|(?:good|right) side of|you.?d fit in|your kind|people like|comfortable here|belong here|where you belong|perfect for (?!a |the )\\p{L}+|ideal for (?!a |the )\\p{L}+|not suitable for|(?:buen|buena|mejor|exclusiv[oa]|tradicional|amigable) (?:barrio|zona|vecindario|vecindad|comunidad)|(?:barrio|zona|vecindario|comunidad) (?:buen[oa]|exclusiv[oa]|tradicional|amigable|familiar)|gente como',
  ),
};

/** Which kind of forbidden wording a sentence holds; `phrases` are those that the fair-housing sources give. Null: none. */
export function peopleWordsIn(text: string, phrases: readonly string[]): string | null {
  const words = text.replace(kindsOfHomes, ' ');
  const folded = words.toLowerCase();
  const phrase = phrases.find((one) => folded.includes(one));
  if (phrase !== undefined) return `phrase: ${phrase}`;
  for (const [kind, pattern] of Object.entries(kinds)) {
    const found = pattern.exec(words)?.[0];
    if (found !== undefined) return `${kind}: ${found}`;
  }
  return null;
}
