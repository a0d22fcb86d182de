const list = (words: string): string[] => words.split(/\s+/).filter(Boolean);

/** The readers' own words of five letters and more, which a typo is compared with. */
export const ourWords: ReadonlySet<string> = new Set(
  list(`
    monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow weekend morning afternoon evening
    january february march april august september october november december summer spring winter autumn
    month months weeks years immediately possible
    three seven eight twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    about around between under budget price dollars mortgage lender financing approved preapproved approval preapproval qualified
    prequalified payment
    house houses apartment apartments condo condos townhouse property properties bedroom bedrooms bathroom bathrooms garage laundry
    furnished unfurnished furniture basement balcony fireplace elevator backyard neighborhood
    selling buying purchase looking searching interested renting rental lease seller buyer
    schedule appointment viewing showing visit available reschedule
    relocating relocation divorce inherited downsizing retirement foreclosure
    renovated remodeled updated condition repairs excellent kitchen
    agent realtor person someone
    quiero vender comprar rentar busco presupuesto recámara recámaras recamara recamaras habitaciones departamento hipoteca preaprobado
    preaprobación preaprobacion mañana lunes martes miércoles miercoles jueves viernes sábado sabado domingo
    enero febrero marzo abril junio julio agosto septiembre octubre noviembre diciembre
    millón millon millones trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos doscientos
  `),
);

/** Words of their own that look like one of ours, names among them. */
export const wordsOfTheirOwn: ReadonlySet<string> = new Set(
  list(`
    match marsh marcha marco mayor there these threw sever even eighth fifth nifty sixth forth fourth ninth thirsty
    horse horses mouse house's housed housing hours condor prize pride prince prime priced pricey prick print mouth mouths moths
    weeds weeps weekly yearn tears least leash leave leaves leased released tease cease bayer argent vista visor toady
    leader leaders tender sender lander render seller's sealer settler teller budge budged simmer hummer summed summit string
    strings sprint sprang sprung sparing winner winners wither telling spelling smelling swelling shelling sealing burying busying
    locking looting looming resting ranting rending venting mental dental ballroom backroom bathrobe boardroom approve approves
    improved mourning warning sundry sundae department properly prosperity propriety finished varnished punished
    interest interests interesting repair repaid vended vendor vendors vencer comparar compare lines lungs junior julia julie
    abort above abound shout aground ground garbage quieto quiere quieres quieren personal persona persons agents aging
    augusta augustus summers winters springs springer hundreds thousands millions billion mission minion undue upper sander
    purchaser purchased conditions updates update repaired approval's lenders showering showing's visits visited vision
    marte mares mates marts matter martin martha maria mario junco junta julian abrir agostino octave busca buscar buscando
    venden vende vendes vendor's comprare compras compra quiera rentas renta rents venue venues
    kitten kittens kitchens agenda agency parson prison poison monkey money montana mondays fridays sundays decem
    someone's some seventh sixties fifties forties thirties twenties eighties nineties
    yards hearts appointed disappointment scheduled schedules scheduler balconies garages
    viewings reviewing showings blooming booking cooking hooking
    landry lauren laura fiancing fiance finance finances financed relocated relocate divorced divorces
    inherit inherits inherent inhabited remodel remodeling renovate dating undated
    dollar possibly financial townhome townhomes immediate relaxation relocations renter renters renovation renovations renovating
    reactor descuento descuentos visita visitas visite elevation snowing requirement requirements junto juntos prise hoses relation
    relations sellers qualities sundar monte agente agentes marca marcas vienes jueces condon entro luces lanes dominio remodelada
    remodelado apartamento apartamentos departamental departamentos cognition retardement posible excelente reparaciones conditioned
    conditioning monthly moneda salon agosta marcos
    mourn tuesdays wednesdays thursdays saturdays
  `),
);

/** As phones are typed: without the apostrophe. Only those that are no other word. */
export const contractions: ReadonlyMap<string, string> = new Map(
  list(`
    dont:don't didnt:didn't doesnt:doesn't cant:can't havent:haven't hasnt:hasn't isnt:isn't wasnt:wasn't arent:aren't
    wouldnt:wouldn't couldnt:couldn't shouldnt:shouldn't im:i'm ive:i've youre:you're theyre:they're whats:what's
    thats:that's hows:how's wheres:where's whos:who's
  `).map((pair) => pair.split(':') as [string, string]),
);

const beforeNumber = /^\s?\$?\d|^ (?:a|an|one|two|three|four|five|six|seven|eight|nine|half)\b/i;
const beforeHome = /^ (?:my|our|the|this|it|a|mi|nuestra)\b/i;

/** Typos of shorter words, which stand for ours only before certain other words. */
export const shortTypos: ReadonlyMap<string, (after: string) => string | null> = new Map<
  string,
  (after: string) => string | null
>([
  ['abut', (after) => (beforeNumber.test(after) ? 'about' : null)],
  ['sel', (after) => (beforeHome.test(after) ? 'sell' : null)],
  ['hous', () => 'house'],
  ['wats', () => "what's"],
  ['wat', () => 'what'],
  ['wut', () => 'what'],
  ['vist', () => 'visit'],
  ['cn', (after) => (/^ (?:i|u|you|we|someone)\b/i.test(after) ? 'can' : null)],
  ['ths', () => 'this'],
  ['stil', () => 'still'],
  ['wana', () => 'wanna'],
  ['waht', () => 'what'],
  ['teh', () => 'the'],
  ['c', (after) => (/^ (?:it|this|that|the|u|you|ya|them|inside|more|homes|houses)\b/i.test(after) ? 'see' : null)],
  ['tmrw', () => 'tomorrow'],
  ['tmr', () => 'tomorrow'],
  // How Spanish is typed on a phone: "todo lo q tengan", "despues d las 4", "x mensaje".
  ['q', (after) => (/^ \p{L}/u.test(after) ? 'que' : null)],
  ['devo', () => 'debo'],
  ['devemos', () => 'debemos'],
  ['bendo', () => 'vendo'],
  ['d', (after) => (/^ (?:la|las|el|los|un|una|mi|su|ese|esa|esta|este|que|q)\b/i.test(after) ? 'de' : null)],
  ['x', (after) => (/^ (?:la|las|el|los|mi|su|ahora|que|q|mensaje|texto|correo|favor)\b/i.test(after) ? 'por' : null)],
]);
