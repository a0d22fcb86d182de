/*
 * The words that say something of a home, a deal or a person, English and Spanish. Words of one line mean the same where an answer is
 * compared with its facts: a fact that has one of them lets an answer use another.
 */
const sameThing = `
bedroom bed recamara dormitorio habitacion br
bathroom bath bano ba
story floor level planta nivel piso
price cost priced precio cuesta costo cost pide
garage garaje
carport cochera
driveway entrada
parking park estacionamiento estacionar
car vehicle auto carro coche automovil
pool alberca piscina
lot lote land terreno parcel
yard backyard patio jardin trasero
fence fenced cerca cercado bardeado barda
tree oak roble encino arbol
oak roble wood hardwood madera
roof roofing techo tejado
metal metalico
shingle teja
foundation cimiento cimentacion pier beam
floor flooring hardwood piso
kitchen cocina
counter countertop cubierta encimera
quartz cuarzo
range stove cooktop oven estufa cook cooking
heating heat heater heated hvac calefaccion calentador
cooling cooled air aire conditioner conditioning acondicionado ac hvac enfriamiento
central
pump bomba
porch porche portico
screened screen mosquitero
studio estudio
detached separate independiente separado
minisplit mini-split split mini
minisplit ac heating cooling
tax impuesto predial
hoa association due homeowner asociacion cuota
fee honorario cuota commission comision
free gratis
negotiable negotiate negociable negociar negocian
writing written escrito
open abierta abierto abrimos abre abren
appointment cita
represent representa representamos represents representation act
seller vendedor owner vend
buyer comprador purchaser purchase compra buy buying comprar compre
bring traer lleva llevar
agent agente realtor
own propio propia
lender prestamista bank banco
attorney lawyer abogado
counselor consejero asesor
estate herencia inherited heredado heredada inherit probate sucesion sucesiones
divorce divorcio separation
loan prestamo credito mortgage hipoteca
preapproved pre-approved pre-approval preapproval preaprobacion preaprobado
prequalified pre-qualified pre-qualification precalificacion precalificado
inspection inspect inspector inspeccion inspeccionar
appraisal avaluo
voucher vale
itin
flood flooding inundacion inundable inundaciones
zone zoned zona
school escuela
aisd isd
district distrito
map mapa
police policia
comparison compare comparable comparar comparacion
value worth valor vale valua
spanish espanol
english ingles
speak speaks talk habla hablar hablan hablamos spoke
hold held keep kept guarda
sale venta available market disponible active activa
sell selling sale sold venta vender vende
build built construyo construccion construida constructed
refinish refinished restauraron restaurado
level leveled leveling nivelado nivelaron nivelados
engineer ingeniero
letter carta
disclosure declaracion
rent rental renta rentar alquiler lease
tenant inquilino renter
adviser advisor accountant contador asesor
repair fix arreglo arreglar reparar reparacion
closing close cierre cerrar
contract contrato agreement acuerdo
earnest deposit deposito
payment pay paid pago pagar paga
miss missed behind atrasado atraso
serve cover covered cubre cubrir work atiende trabaja trabajamos trabaja
south sur
river rio
weekday monday
weekday tuesday
weekday wednesday
weekday thursday
weekday friday
weekday lunes
weekday viernes
weekend saturday
weekend sunday
friday viernes
monday lunes
tuesday martes
wednesday miercoles
thursday jueves
saturday sabado
sunday domingo
week semana weekly
electric electrico
gas
basement sotano
slab losa
concrete concreto
asphalt asfalto
tile azulejo
granite granito
marble marmol
laminate laminado
vinyl vinilo
carpet alfombra
wood madera
condo condominio condominium
townhouse townhome adosada
duplex
apartment apartamento departamento
single unifamiliar family familiar
detached single
upstairs arriba
downstairs abajo
step stair staircase escalon escalera
elevator elevador
fireplace chimenea
deck terraza
balcony balcon
laundry washer dryer lavanderia lavadora secadora
dishwasher lavavajillas
refrigerator fridge refrigerador
appliance electrodomestico
basement sotano
attic atico
window ventana
door puerta
solar
sprinkler riego
insulation aislamiento
plumbing plomeria
wiring
furnace
septic
well
spa jacuzzi tub
sauna
gym gimnasio
view vista
lake lago
greenbelt
pet dog cat mascota perro
furnished amueblada
airbnb
utility utilities
insurance seguro
warranty garantia
offer bid oferta ofertar ofrecer
condition estado
approve approved approval aprobar aprobado aprobacion
qualify qualified eligible eligibility califica calificar
income ingreso
saving ahorro
down enganche
percent percentage porcentaje
rate tasa
program programa
title titulo
company compania
option opcion
period periodo
deadline plazo
exemption exencion
county condado
lien gravamen
foreclosure ejecucion
auction subasta
refund refundable reembolso
deductible
score puntaje
commission comision
neighbor neighbour vecino
neighborhood vecindario barrio
safe safety seguro segura
crime crimen
quiet tranquilo tranquila
family familia
`;

/** Words in which people tell of their lives: an acknowledgment may take it up. */
const ofLives =
  'family familia divorce divorcio separation estate inherit herencia sell selling sold sale vender venta buy buying comprar compra rent renting move close closing down talk speak spanish english week weekend day value work level open cover serve own bring view miss missed behind payment pay kid kept keep held step first letter story written zone well call appointment cita';

/** Lines of things that exclude each other: where a fact names one, an answer may say that it is not another of its line. */
const eitherOr = `
metal shingle asphalt tile slate clay
oak wood carpet laminate vinyl bamboo concrete
quartz granite marble laminate tile butcher
gas electric induction propane
pier slab concrete basement crawlspace
single condo townhouse duplex apartment manufactured loft
garage carport driveway street
central window baseboard
screened open glazed enclosed
detached attached
fenced open
english spanish
story upstairs second two
`;

const suffixes = [
  /(?<=\w{3}[aei]r)(?:se|me|les?|l[ao]s?|nos|sel[ao]s?)$/,
  /(?<=\w{3})'s?$/,
  /(?<=\w{3})ies$/,
  /(?<=\w{3})(?:ing|mente|ed|ly)$/,
  /(?<=\w{3}[^s]|[xz]|sh|ch)es$/,
  /(?<=\w{2}[^su])s$/,
];

/** A word without its endings, the same for its forms in English and Spanish: "refinished", "refinishing"; "pisos", "piso". */
export function stemOf(word: string): string {
  let stem = word.replaceAll('-', '');
  for (const suffix of suffixes) stem = stem.replace(suffix, suffix.source.includes('ies') ? 'y' : '');
  stem = stem.replace(/([bdgmnprt])\1$/, '$1');
  return stem.length >= 5 ? stem.replace(/[aeoy]$/, '') : stem;
}

const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => [...new Set(line.split(' ').map(stemOf))]);

const meanings = new Map<string, Set<string>>();
for (const line of linesOf(sameThing))
  for (const stem of line) {
    const known = meanings.get(stem) ?? new Set<string>();
    for (const other of line) known.add(other);
    meanings.set(stem, known);
  }

const siblings = new Map<string, Set<string>>();
for (const line of linesOf(eitherOr))
  for (const stem of line) {
    const known = siblings.get(stem) ?? new Set<string>();
    for (const other of line) if (other !== stem) known.add(other);
    siblings.set(stem, known);
  }

/** Whether a word says something of a home, a deal or a person. */
export const isClaimWord = (stem: string): boolean => meanings.has(stem);

const lives: ReadonlySet<string> = new Set(ofLives.split(' ').map(stemOf));

/** Whether a word says something of a home or a deal, and not of the visitor's own life. */
export const isFeatureWord = (stem: string): boolean => meanings.has(stem) && !lives.has(stem);

/** Whether two stems are one word, or mean the same. */
export function meansSame(one: string, other: string): boolean {
  if (one === other || meanings.get(one)?.has(other)) return true;
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared >= 5 && one.length - shared <= 4 && other.length - shared <= 4;
}

/** Words that exclude each other: "quartz" and "granite". */
export const excludesOther = (one: string, other: string): boolean => siblings.get(one)?.has(other) ?? false;
