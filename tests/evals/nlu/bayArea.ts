/** Towns of the San Francisco Bay Area and its edge, where the SGD dialogues look for homes, in place of a market's `areas`. */
export const bayArea: readonly string[] = (
  'Alameda, Alamo, Albany, American Canyon, Antioch, Atherton, Bay Point, Belmont, Belvedere, Benicia, Berkeley, Brentwood, Brisbane, ' +
  'Burlingame, Calistoga, Campbell, Castro Valley, Clayton, Cloverdale, Colma, Concord, Corte Madera, Cotati, Cupertino, Daly City, Danville, Dixon, Dublin, ' +
  'East Palo Alto, El Cerrito, El Granada, El Sobrante, Emeryville, Fairfax, Fairfield, Foster City, Fremont, Gilroy, Half Moon Bay, Hayward, Healdsburg, Hercules, ' +
  'Hillsborough, Kentfield, Lafayette, Larkspur, Livermore, Los Altos, Los Altos Hills, Los Gatos, Martinez, Menlo Park, Mill Valley, ' +
  'Millbrae, Milpitas, Monte Sereno, Moraga, Morgan Hill, Mountain View, Napa, Newark, Novato, Oakland, Oakley, Orinda, Pacifica, ' +
  'Palo Alto, Petaluma, Piedmont, Pinole, Pittsburg, Pleasant Hill, Pleasanton, Portola Valley, Redwood City, Richmond, Rio Vista, Rohnert Park, Ross, ' +
  'Saint Helena, St. Helena, San Anselmo, San Bruno, San Carlos, San Francisco, San Fran, SF, SFO, San Jose, San Leandro, San Lorenzo, San Mateo, San Pablo, San Rafael, San Ramon, ' +
  'Santa Clara, Santa Rosa, Saratoga, Sausalito, Sebastopol, Sonoma, South San Francisco, Suisun City, Sunnyvale, Tiburon, ' +
  'Union City, Vacaville, Vallejo, Walnut Creek, Windsor, Woodside, Yountville'
).split(', ');
