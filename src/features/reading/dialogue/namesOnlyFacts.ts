/** The facts in a home's file, and others that people ask for beside them, by name. */
const names =
  'hoa|dues|fees?|tax(?:es)?|price|sq\\.? ?ft|sqft|square footage|size|lot(?: size)?|acreage|acres|year(?: built)?|age|heating|hvac|a\\/?c|parking|garage|roof|foundation|flood zone|utilities|beds?|bed ?rooms?|baths?|bath ?rooms?|br|bd|ba|stories|impuestos|cuota|precio|estacionamiento|cochera|techo|terreno|rec[aá]maras?|cuartos?|habitaciones|ba[nñ]os?|tama[nñ]o|metros';
const beside =
  'and|n|y|the|de|del|la|el|los|las|ok|okay|also|what about|how about|any|some|asking|list|total|yearly|annual|monthly|per|a|each|side|its|\\d{1,2}(?:\\.5)?';
const only = new RegExp(
  `^[^\\p{L}\\d]*(?:(?:${beside}|${names})[^\\p{L}\\d]+)*?(?:${names})(?:[^\\p{L}\\d]+(?:${beside}|${names}|year|month|unit|a[nñ]o|mes))*[^\\p{L}\\d]*$`,
  'iu',
);
const most = 120;

/** "Beds baths sqft", "price and yearly taxes": nothing but names of what may be asked of a home. */
export const namesOnlyFacts = (sentence: string): boolean => sentence.length <= most && only.test(sentence);
