/**
 * Words of one meaning, in English and Spanish, by their beginnings: `di` is no entry, `died` is; a trailing `*` takes any ending. A class
 * says what is spoken of, never what is meant: that is learned. Written as `normalise` leaves them: no accents, no apostrophes.
 */
export const lexicon: Readonly<Record<string, string>> = {
  death:
    'died dies dead death deceased passed passing funeral widow* late grave burial mourn* grief griev* lost cancer hospice estate* heir* inherit* executor* probate will murio fallecio fallecid* muerte viud* luto difunt* herenc* hered* herede*',
  family:
    'husband wife mom mother dad father son daughter brother sister grandma grandmother grandpa grandfather aunt uncle cousin parents kid kids child children baby family spouse partner esposo esposa marido mama papa madre padre hijo hija hijos hermano hermana abuela abuelo tia tio familia suegr* mother-in-law',
  split:
    'divorc* separat* split* ex custody alimony breakup broke decree estranged cheated leaving left separacion separ* custodia expareja',
  debt: 'behind foreclos* auction* mortgage missed arrears owe owes owed default* bankrupt* collections evict* laid layoff fired unemployed unemployment broke afford debt* repossess* lien* hardship forbearance atras* deb* ejecucion hipotec* subasta embarg* desempl* desped* desaloj* bancarrota alcanza',
  fear: 'scared afraid worried worry* nervous anxious anxiety panic* overwhelm* stress* terrified freaking dread* scam* cheated ripped lost confus* outbid bidding miedo asust* preocup* nervios* ansi* estres* estafa* agobi* abrum* perdid*',
  anger:
    'ridiculous furious angry pissed mad sick tired joke insane waste wasting stupid useless garbage trash awful terrible worst hell damn wtf bs unbelievable fed enough enoja* harto harta ridiculo basura inutil pesim* molest* colmo',
  insult:
    'idiot* moron* dumb dumbass ass asshole fuck* shit* bitch* crap suck* stupid clown pendej* estupid* idiota* mierda imbecil* cabron* tonto',
  human:
    'human humans person people someone somebody anyone anybody agent agents realtor* representative* rep broker manager operator staff boss owner guy lady real live actual persona humano alguien agente asesor* gerente encargad* duen*',
  machine:
    'bot bots robot* ai machine computer automated chatbot script automatic maquina robot automatic* inteligencia',
  talking:
    'talk* speak* chat* call* phone ring contact* reach* text* discuss conversation connect transfer meet sit hablar hable hablo habla llam* platicar comunic* contact* marcar',
  wanting:
    'want wants wanna need needs like love prefer rather hope hoping please can could may let get give quiero quisiera necesito queremos gustaria puedo puede podria deme dame',
  seeing:
    'see seeing view* tour* visit* show* walk* look come stop swing drop peek open house walkthrough facetime ver verla visit* mostrar ensen* conocer pasar recorr*',
  time: 'today tomorrow tonight morning afternoon evening noon weekend week monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm oclock hoy manana tarde noche lunes martes miercoles jueves viernes sabado domingo semana',
  season:
    'january february march april may june july august september october november december spring summer fall winter month months year years soon asap later enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre primavera verano otono invierno mes meses ano anos pronto',
  homepart:
    'roof foundation floor* hvac ac heat* furnace pump kitchen bath* bed* bedroom* yard fence* garage carport driveway porch deck pool studio attic basement laundry washer dryer window* door* plumbing wiring electric* septic sewer pipes insulation appliance* fridge stove counter* closet* ceiling* stairs steps story stories lot sqft square footage oak tree* techo piso* cocina bano* cuarto* recamara* patio cochera piscina alberca jardin lavadora ventana* tuberia* cimient* aire',
  homefact:
    'available availability sold listed price* asking tax taxes hoa dues flood* zone* built year age school* pet pets dog dogs cat cats insurance utilities internet noise parking airbnb rent* listing disponible vendid* precio impuesto* inunda* escuela* mascota* perro* gato* seguro',
  search:
    'other others else another similar cheaper bigger smaller larger nearby closer options more any anything something listings houses homes condos properties show find looking search browse otra* otro* mas barat* grande* parecid* opciones casas busco buscando tienen hay',
  kind: 'condo* townhouse* townhome* duplex* house home apartment* loft* ranch bungalow land lot acre* mobile manufactured cabin fixer casa departamento apartamento terreno lote condominio',
  place:
    'austin zilker mueller downtown east west north south central round rock cedar park leander georgetown pflugerville hutto lakeway dripping springs kyle buda manor oak hill circle hyde crestview riverside barton bouldin travis area neighborhood zip city town zona barrio sur norte ciudad',
  elsewhere:
    'dallas houston antonio waco fort worth el paso plano frisco denver phoenix miami chicago seattle california florida york angeles mexico oklahoma louisiana colorado nevada arizona vegas atlanta nashville',
  office:
    'office hours open closed close opens closes address located location office holiday* weekend* company brokerage licens* website email business oficina horario abren cierran abierto cerrado direccion ubicad* empresa licencia sucursal',
  fee: 'fee fees free cost costs charge* commission* percent % pay paid pays payment price charges cobra* comision* gratis cuesta cuanto costo* honorarios paga* pagar',
  loan: 'loan* lender* mortgage* approv* preapprov* prequalif* qualif* credit score down payment downpayment fha va usda conventional rate rates interest pmi refinanc* cash bank escrow dti income itin prestam* credito enganche tasa* interes* banco preaprob* califico ingresos hipoteca financ*',
  deal: 'offer offers counter* negotiat* bid earnest option contract closing close title inspection* inspector appraisal* contingenc* escrow survey warranty disclosure* repairs concession* accept* lowball oferta* ofrec* contraoferta cierre inspeccion avaluo contrato titulo arras garantia',
  law: 'legal* lawyer* attorney* law laws court judge sue suing lawsuit deed title lien* sign signed rights illegal liable liability power trust executor probate eviction tenant* lease notarize* abogad* ley leyes legal* corte juez demand* escritura* firma* derecho* inquilin* notari*',
  worth:
    'worth value* appraise* zestimate zillow redfin comps comparable* market price prices bubble crash rates appreciat* valuation vale valor avaluo mercado precios valdria',
  sell: 'sell selling sale sold seller list listing vender vendo venta vendemos vendiendo vendedor',
  buy: 'buy buying buyer purchase* bought first-time comprar compro compra comprador comprando',
  renting:
    'rent renting rental lease leasing landlord tenant* roommate* section voucher* airbnb rentar renta alquil* arrend* casero inquilin*',
  fixing:
    'repair* fix fixing broken leak* crack* mold damage* old outdated original renovat* remodel* paint* needs work shape condition move-in ready updated redone gutted reparar arregl* dan* rot* humedad gotera* grieta* remodel* pintura estado',
  moving:
    'move moving moved relocat* transfer* job upgrad* downsiz* retire* retir* bigger smaller closer mudar* mudanza mudo traslado trabajo jubil*',
  company:
    'we our company service* agency marketing seo leads lead partner* clients solution* demo platform software crm photographer cleaning insurance offer nuestra empresa servicios clientes',
  colleague:
    'realtor broker agent keller williams compass remax coldwell exp client clients buyer commission showing cobroke mls referral license corredor cliente clientes',
  job: 'job hiring resume cv career position apply interview internship trabajo empleo vacante curriculum',
  crypto:
    'bitcoin crypto viagra casino loan* winner prize click http www link subscribe followers earn congratulations',
  thanks: 'thanks thank thx ty appreciate gracias agradezco cheers',
  bye: 'bye goodbye later night ciao adios chao luego cya done thats',
  hello: 'hi hello hey hola howdy yo buenas buenos good morning sup',
  yes: 'yes yeah yep yup sure ok okay k fine works perfect sounds great good absolutely definitely si claro dale vale bueno perfecto orale sale',
  no: 'no not nope nah never dont doesnt didnt cant wont isnt havent nunca jamas tampoco ni nada',
  unsure:
    'maybe perhaps idk dunno unsure depends guess probably possibly whatever either flexible tal vez quiza* depende creo',
  undo: 'actually wait forget scratch nevermind nvm cancel instead change* changed correction mean meant sorry oops typo mejor espera olvid* cancel* digo perdon corrij*',
  stopping:
    'decided longer anymore off stay staying keep keeping renew* another already bought found hold postpone pause ya quedar* quedamos decidi*',
  privacy:
    'data delete privacy info information record* recording recorded share* sell read reads reading see account register sign datos borr* privacidad informacion graba* registr*',
  why: 'why who what when where how which whats whos por que quien cuando donde como cual cuanto cuantos',
  danger:
    'kill suicide die hurt hit hits beat abuse* violent violence threaten* gun police safe shelter matar suicid* golpe* pega violencia amenaz*',
};

const whole = new Map<string, string[]>();
const starts: [string, string][] = [];
for (const [name, words] of Object.entries(lexicon))
  for (const word of words.split(' ')) {
    if (word.endsWith('*')) starts.push([word.slice(0, -1), name]);
    else whole.set(word, [...(whole.get(word) ?? []), name]);
  }
const startsOf = new Map<string, [string, string][]>();
for (const entry of starts) {
  const key = entry[0].slice(0, 2);
  startsOf.set(key, [...(startsOf.get(key) ?? []), entry]);
}

/** The classes that words speak of, each once, in the order in which they come. `words`: as `normalise` leaves them. */
export function classesOf(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const word of words) {
    for (const name of whole.get(word) ?? []) found.add(name);
    for (const [start, name] of startsOf.get(word.slice(0, 2)) ?? []) if (word.startsWith(start)) found.add(name);
  }
  return [...found];
}
