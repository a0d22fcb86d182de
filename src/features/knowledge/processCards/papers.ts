import type { ProcessCard } from '../model.ts';

/** Signatures, deeds, land, districts and the smaller papers of a sale. */
export const paperCards: readonly ProcessCard[] = [
  {
    id: 'spouse-signs',
    about: 'law',
    words: {
      en: "The home a married couple lives in usually can't be sold in Texas unless both spouses sign, even if only one is on the deed. There are exceptions, so ask an attorney about yours. The title company can say early on whose signature they need.",
      es: 'La casa donde vive un matrimonio normalmente no se vende en Texas sin la firma de los dos, aunque solo uno esté en la escritura. Hay excepciones, así que pregunte a un abogado. La compañía de título le dice pronto qué firmas pide.',
    },
    source: { name: 'Texas Family Code 5.001', where: 'statutes.capitol.texas.gov' },
  },
  {
    id: 'power-of-attorney',
    about: 'law',
    words: {
      en: 'Somebody can often sign for an owner or a buyer with a power of attorney. The title company and any lender want to see it well before closing and decide if they accept it. An attorney can say which kind fits.',
      es: 'Muchas veces alguien puede firmar por el dueño o el comprador con un poder notarial. La compañía de título y el prestamista quieren verlo mucho antes del cierre y deciden si lo aceptan. Un abogado le dice qué poder sirve.',
    },
    source: { name: 'Texas Law Help', where: 'texaslawhelp.org' },
  },
  {
    id: 'homestead-cap',
    about: 'finance',
    words: {
      en: "On a homestead, Texas normally limits the yearly rise of the value that is taxed, apart from new improvements. That limit usually ends with a sale. Your county's appraisal district can say what happens when you move or rent it out.",
      es: 'En un homestead, Texas normalmente limita cuánto puede subir el avalúo, aparte de las mejoras nuevas. El límite suele terminar con la venta. El distrito de avalúos del condado le dice qué pasa si se muda o la renta.',
    },
    source: { name: 'Texas Comptroller', where: 'comptroller.texas.gov' },
  },
  {
    id: 'mud-pid',
    about: 'finance',
    words: {
      en: 'MUDs and PIDs are districts that pay for things like water lines or streets, and owners there pay a tax or an assessment for it. A Texas seller has to give notice of it before a contract. The district can say what is charged and for how long.',
      es: 'Los MUD y PID son distritos que pagan cosas como agua o calles, y ahí los dueños pagan un impuesto o cargo por eso. En Texas el vendedor debe avisarlo antes del contrato. El distrito le dice cuánto se cobra y por cuánto tiempo.',
    },
    source: { name: 'Texas Water Code 49.452 and Property Code 5.014', where: 'statutes.capitol.texas.gov' },
  },
  {
    id: 'ag-valuation',
    about: 'finance',
    words: {
      en: "Land in farm, ranch, or wildlife use can be taxed on what it produces instead of its market value. If that use changes, more tax for past years can come due. The county's appraisal district and a tax adviser can say what applies.",
      es: 'La tierra de uso agrícola, ganadero o de vida silvestre puede pagar impuestos por lo que produce y no por su valor de mercado. Si el uso cambia, pueden cobrar años pasados. El distrito de avalúos y un asesor fiscal le dicen qué aplica.',
    },
    source: { name: 'Texas Comptroller', where: 'comptroller.texas.gov' },
  },
  {
    id: 'septic-well',
    about: 'home',
    words: {
      en: 'With a septic system or a private well, people ask for its permit, age, upkeep, and last test. The county or city permit office usually has septic records, and tceq.texas.gov explains both. The option period is a good time to have them checked.',
      es: 'Con fosa séptica o pozo propio se suele preguntar por el permiso, la edad, el mantenimiento y la última prueba. La oficina local de permisos suele tener datos de la fosa, y tceq.texas.gov explica ambos. Conviene revisarlos en el periodo de opción.',
    },
    source: { name: 'Texas Commission on Environmental Quality', where: 'tceq.texas.gov' },
  },
  {
    id: 'foundation',
    about: 'home',
    words: {
      en: "An inspector looks at a foundation and says how it seems to be doing. For a closer look a licensed professional engineer can write a report, and pels.texas.gov shows who's licensed. Sellers often have papers from past repairs you can ask for.",
      es: 'El inspector mira los cimientos y dice cómo se ven. Para saber más, un ingeniero con licencia puede hacer un reporte, y en pels.texas.gov se ve quién la tiene. El vendedor muchas veces tiene papeles de arreglos anteriores que se pueden pedir.',
    },
    source: { name: 'Texas Board of Professional Engineers and Land Surveyors', where: 'pels.texas.gov' },
  },
  {
    id: 'seller-concessions',
    about: 'finance',
    words: {
      en: "A seller can agree to put an amount toward a buyer's costs or a lower rate, and it's written into the contract. Each loan limits how much that may be, so a lender comes first. Then an agent can put the request into the offer.",
      es: 'El vendedor puede aceptar poner una cantidad para los gastos del comprador o para bajar la tasa, y se escribe en el contrato. Cada préstamo pone un límite, así que primero pregunte al prestamista. Después un agente lo pide en la oferta.',
    },
    source: { name: 'Consumer Financial Protection Bureau', where: 'consumerfinance.gov' },
  },
  {
    id: 'option-fee-credit',
    about: 'process',
    words: {
      en: 'On the Texas contract form the option fee goes to the title company and is credited to the price at closing. If the buyer ends the contract in the option period, the seller normally keeps it. Your agent can show you where yours says so.',
      es: 'En el contrato de Texas la cuota de opción va a la compañía de título y se descuenta del precio al cierre. Si el comprador termina el contrato en ese periodo, normalmente se la queda el vendedor. Su agente le muestra dónde lo dice el suyo.',
    },
    source: { name: 'Texas Real Estate Commission', where: 'trec.texas.gov' },
  },
  {
    id: 'license-check',
    about: 'brokerage',
    words: {
      en: 'Anybody can look up an agent or a broker by name at trec.texas.gov, free of charge. It shows if a license is active and which broker an agent works with. That goes for our people too.',
      es: 'Cualquiera puede buscar a un agente o broker por nombre en trec.texas.gov, gratis. Ahí se ve si la licencia está activa y con qué broker trabaja. También vale para nuestra gente.',
    },
    source: { name: 'Texas Real Estate Commission', where: 'trec.texas.gov' },
  },
  {
    id: 'agent-experience',
    about: 'brokerage',
    words: {
      en: "I don't grade our own people, so please ask the agent directly. Good questions are how long they've done this, what they've sold near you, how they keep in touch, and what they charge. Any license can be looked up at trec.texas.gov.",
      es: 'Yo no califico a nuestra gente, así que pregunte directo al agente. Sirve preguntar cuánto tiempo lleva, qué ha vendido cerca, cómo le mantiene al tanto y cuánto cobra. Cualquier licencia se puede buscar en trec.texas.gov.',
    },
    source: { name: 'Texas Real Estate Commission', where: 'trec.texas.gov' },
  },
  {
    id: 'land',
    about: 'process',
    words: {
      en: 'With land, people check road access, the survey, power, water, sewer or septic, and what may be built there. The city or county can say what it allows. TREC has contract forms of its own for unimproved land and for farm and ranch.',
      es: 'Con un terreno se revisa la entrada por camino, el plano, la luz, el agua, el drenaje o fosa y qué se puede construir. La ciudad o el condado dice qué permite. TREC tiene contratos propios para terrenos y para ranchos.',
    },
    source: { name: 'Texas Real Estate Commission', where: 'trec.texas.gov' },
  },
  {
    id: 'own-attorney',
    about: 'law',
    words: {
      en: "A usual home sale in Texas doesn't require an attorney, but you may have one read anything before you sign. Agents may not give legal advice. Give your agent and the title company your attorney's name, so papers can reach them.",
      es: 'Una venta común en Texas no exige abogado, pero usted puede pedir a uno que lea todo antes de firmar. Los agentes no pueden dar consejo legal. Dé el nombre de su abogado al agente y a la compañía de título.',
    },
    source: { name: 'Texas Real Estate Commission', where: 'trec.texas.gov' },
  },
  {
    id: 'showing-day',
    about: 'process',
    words: {
      en: "Usually an agent is there and the owner steps out. You don't need to bring anything special, but you sign a short paper first if you haven't: an agreement with an agent, or a form that says no one represents you. Family can come, and for a pet or photos please ask first.",
      es: 'Suele estar un agente y el dueño sale un rato. No necesita llevar nada especial, pero si aún no lo hizo firma un papel corto: un acuerdo con un agente o una forma que dice que nadie le representa. La familia puede ir, y por mascotas o fotos pregunte antes.',
    },
    source: { name: 'Texas Real Estate Commission', where: 'trec.texas.gov' },
  },
  {
    id: 'sell-from-far',
    about: 'process',
    words: {
      en: 'Owners do sell from another state or country. Much of it can be signed electronically, and the title company can tell you about a notary near you or online. If you live abroad, ask a tax adviser early what applies to your sale.',
      es: 'Hay dueños que venden desde otro estado o país. Mucho se firma en línea, y la compañía de título le dice cómo hacerlo con un notario cerca o en línea. Si vive en el extranjero, pregunte pronto a un asesor fiscal qué aplica.',
    },
    source: { name: 'Texas Secretary of State', where: 'sos.state.tx.us' },
  },
  {
    id: 'fifty-five-plus',
    about: 'law',
    words: {
      en: 'Under federal law (HOPA) a community can be for people 55 and older if most of its occupied homes have someone of that age, and it states and checks that policy. Its own papers say who may live there, so read those first.',
      es: 'Por ley federal (HOPA) una comunidad puede ser para mayores de 55 si la mayoría de sus casas ocupadas tiene a alguien de esa edad, y si lo declara y lo verifica. Sus documentos dicen quién puede vivir ahí, así que léalos primero.',
    },
    source: { name: 'U.S. Department of Housing and Urban Development', where: 'hud.gov' },
  },
  {
    id: 'buy-foreclosure',
    about: 'process',
    words: {
      en: "At a courthouse auction a home is usually sold as it stands, with money due right away, and some claims can stay with it. Homes owned by a bank or by HUD sell more like any other, and HUD's are at hudhomestore.gov. Ask an attorney before you bid.",
      es: 'En la subasta del condado la casa suele venderse como está, se paga de inmediato y puede traer reclamos. Las que son de un banco o de HUD se venden más como las demás, y las de HUD están en hudhomestore.gov. Consulte a un abogado antes de pujar.',
    },
    source: { name: 'U.S. Department of Housing and Urban Development', where: 'hud.gov' },
  },
  {
    id: 'owner-finance',
    about: 'finance',
    words: {
      en: 'With owner financing the seller takes payments in place of a bank. Texas has special rules for rent-to-own and contracts for deed, and a seller who finances may need a license. Please have an attorney read it before you sign or pay.',
      es: 'Con financiamiento del dueño, el vendedor recibe los pagos en lugar del banco. Texas tiene reglas especiales para renta con opción a compra y contract for deed, y quien financia puede necesitar licencia. Que un abogado lo lea antes de firmar.',
    },
    source: { name: 'Texas Property Code 5.061 to 5.086', where: 'statutes.capitol.texas.gov' },
  },
  {
    id: 'deed-change',
    about: 'law',
    words: {
      en: "Names on a house change with a new deed that's recorded at the county clerk, and it can touch the loan, taxes, and title insurance. Texas also has a transfer on death deed, explained at TexasLawHelp.org. Ask an attorney before you sign one.",
      es: 'Los nombres se cambian con una escritura nueva registrada en el condado, y puede afectar el préstamo, los impuestos y el seguro de título. Texas también tiene el transfer on death deed, explicado en TexasLawHelp.org. Consulte antes a un abogado.',
    },
    source: { name: 'Texas Law Help', where: 'texaslawhelp.org' },
  },
  {
    id: 'survey',
    about: 'process',
    words: {
      en: 'A survey is a drawing of the lot lines, the house, fences, and easements. A seller can pass on an existing one with a statement called T-47, and the title company and the lender decide if it will do. Who pays for a new one is agreed in the contract.',
      es: 'El plano (survey) muestra los límites del lote, la casa, las cercas y servidumbres. El vendedor puede dar uno que ya tiene con una declaración T-47, y la compañía de título y el prestamista deciden si sirve. Quién paga uno nuevo se acuerda en el contrato.',
    },
    source: { name: 'Texas Real Estate Commission', where: 'trec.texas.gov' },
  },
  {
    id: 'iabs-notice',
    about: 'law',
    words: {
      en: "IABS stands for Information About Brokerage Services, a notice that Texas agents have to give. It explains whom an agent can work for and doesn't oblige you to use anyone. TREC's Consumer Protection Notice says where complaints go.",
      es: 'IABS es Information About Brokerage Services, un aviso que los agentes de Texas deben dar. Explica para quién puede trabajar un agente y no le obliga a contratar a nadie. El Consumer Protection Notice de TREC dice a dónde van las quejas.',
    },
    source: { name: 'Texas Real Estate Commission', where: 'trec.texas.gov' },
  },
  {
    id: 'what-stays',
    about: 'process',
    words: {
      en: "In Texas, what's built in or fastened usually stays, such as ceiling fans, blinds, and light fixtures, and loose things like furniture go. The contract form lists it, and exceptions are written in. If an item matters to you, get it in writing.",
      es: 'En Texas suele quedarse lo fijo, como abanicos de techo, persianas y lámparas, y lo suelto como los muebles se va. El contrato trae la lista y ahí se escriben las excepciones. Si algo le importa, pídalo por escrito.',
    },
    source: { name: 'Texas Real Estate Commission', where: 'trec.texas.gov' },
  },
  {
    id: 'claims-history',
    about: 'home',
    words: {
      en: 'Past claims can change what insuring a home costs. An owner can order a claims report, called CLUE, and a buyer can ask the seller to share it. The Texas Department of Insurance explains hail, roofs, and claims at tdi.texas.gov.',
      es: 'Los reclamos pasados pueden cambiar lo que cuesta asegurar una casa. El dueño puede pedir un reporte llamado CLUE, y el comprador puede pedirle que lo comparta. El Departamento de Seguros de Texas explica granizo, techos y reclamos en tdi.texas.gov.',
    },
    source: { name: 'Texas Department of Insurance', where: 'tdi.texas.gov' },
  },
  {
    id: 'pier-and-beam',
    about: 'process',
    words: {
      en: "Many older homes in Texas stand on piers and beams, and having one leveled now and then is common upkeep. It's no proof that all is well either. An inspector or a licensed engineer can look under it, and papers from past leveling are worth asking for.",
      es: 'Muchas casas viejas de Texas están sobre pilotes y vigas, y nivelarlas de vez en cuando es mantenimiento común. Tampoco prueba que todo esté bien. Un inspector o un ingeniero con licencia puede revisar por debajo, y conviene pedir los papeles de nivelaciones pasadas.',
    },
    source: { name: 'General practice in Texas', where: 'an agent confirms it for a case' },
  },
];
