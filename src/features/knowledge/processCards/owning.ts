import type { ProcessCard } from '../model.ts';
import { sources } from './sources.ts';

/** The costs of a home and what stands around it: public sources, the same for everyone. */
export const owningCards: readonly ProcessCard[] = [
  {
    id: 'property-tax',
    about: 'finance',
    words: {
      en: "Your county's appraisal district values the home each year, and the county, city, school, and other rates are applied to that. It can change after a sale, so look the home up at the appraisal district. In Austin that's traviscad.org for most homes.",
      es: 'El distrito de avalúos del condado valúa la casa cada año y a eso se aplican las tasas del condado, ciudad, escuelas y otros. Puede cambiar tras una venta, así que búsquela en el distrito. En Austin casi siempre es traviscad.org.',
    },
    source: sources.comptroller,
  },
  {
    id: 'homestead',
    about: 'finance',
    words: {
      en: "A homestead exemption can bring down the taxable part of the home you live in. You file a form with your county's appraisal district, at no cost. There are more for people over 65 or with a disability, whose school taxes there also have a ceiling, and for disabled veterans. They can say what applies.",
      es: 'La exención de homestead puede reducir la parte gravable de la casa en que vive. Se pide con una forma al distrito de avalúos del condado, sin costo. Hay otras para mayores de 65 o con discapacidad, con un tope a los impuestos escolares, y para veteranos. Ahí le dicen cuál aplica.',
    },
    source: sources.comptroller,
  },
  {
    id: 'tax-protest',
    about: 'finance',
    words: {
      en: "Yes, owners can protest the district's value each year. In most cases the deadline is May 15, or 30 days after the notice was mailed if that's later, and your notice has the exact date. Recent sales and photos are what people bring.",
      es: 'Sí, los dueños pueden protestar cada año. Casi siempre la fecha es el 15 de mayo, o 30 días después de enviado el aviso si es más tarde, y el aviso trae la exacta. Se suelen llevar ventas recientes y fotos.',
    },
    source: sources.comptroller,
  },
  {
    id: 'capital-gains',
    about: 'finance',
    words: {
      en: "If it was your main home, a gain can be exempt up to a limit. That depends on how long you owned and lived in it, so it's one for a tax adviser. IRS Publication 523 at irs.gov explains it in plain words, and it's good to ask before you sell.",
      es: 'Si fue su casa principal, la ganancia puede estar exenta hasta un límite. Depende de cuánto tiempo la tuvo y vivió ahí, así que es para un asesor fiscal. La Publicación 523 en irs.gov lo explica, y conviene preguntar antes de vender.',
    },
    source: sources.irs,
  },
  {
    id: 'exchange-1031',
    about: 'finance',
    words: {
      en: 'A 1031 exchange is for investment or business property, and a qualified intermediary, set up before the sale, holds the money. In general there are 45 days from the sale to name the next one in writing and 180 from the sale to close. To put off all of the tax you reinvest all of it and replace any debt. Ask a tax adviser first.',
      es: 'Un intercambio 1031 es para propiedades de inversión, y un intermediario calificado, contratado antes de cerrar la venta, guarda el dinero. En general hay 45 días desde la venta para nombrar por escrito la siguiente y 180 desde la venta para cerrarla. Para aplazar todo el impuesto se reinvierte todo. Pregunte antes a un asesor fiscal.',
    },
    source: sources.irs,
  },
  {
    id: 'tax-due',
    about: 'finance',
    words: {
      en: "Property tax bills in Texas come in the fall and are due by January 31. After that, penalties and interest are added each month, but a home isn't lost at once. The county tax office can tell you about installment plans, and owners 65 or older or with a disability can ask for a deferral.",
      es: 'Los impuestos de la casa en Texas llegan en otoño y se pagan a más tardar el 31 de enero. Después suman recargos e intereses cada mes, pero la casa no se pierde de golpe. La oficina de impuestos del condado le dice cómo pagar en partes, y quien tiene 65 o más o una discapacidad puede pedir aplazarlo.',
    },
    source: sources.comptroller,
  },
  {
    id: 'veteran-tax',
    about: 'finance',
    words: {
      en: "In Texas a veteran the VA rates fully disabled, or unemployable, pays no property tax on the homestead, and with a lower rating a part of the value comes off. The form goes to the county's appraisal district with the letter from the VA. A surviving spouse can often keep it.",
      es: 'En Texas el veterano a quien el VA le paga como discapacitado total, o como no empleable, queda exento de los impuestos de la casa en que vive, y con una calificación menor se descuenta una parte del valor. La forma va al distrito de avalúos del condado con la carta del VA. El cónyuge que queda muchas veces lo conserva.',
    },
    source: sources.comptroller,
  },
  {
    id: 'over-65',
    about: 'process',
    words: {
      en: 'In Texas, somebody who is 65 or older and has a homestead exemption has a ceiling on the school taxes of that home. When they move to another home in Texas, the same share of relief can move along: the appraisal district of the home they leave gives a certificate for the new one.',
      es: 'En Texas, quien tiene 65 años o más y la exención de homestead tiene un tope a los impuestos escolares de esa casa. Si se muda a otra casa en Texas, puede llevarse la misma proporción de alivio: el distrito de avalúos de la casa que deja da un certificado para la nueva.',
    },
    source: sources.comptroller,
  },
  {
    id: 'hoa',
    about: 'process',
    words: {
      en: 'An HOA looks after what its homes share, and owners pay dues and keep its rules. In Texas a buyer can get its papers, the resale certificate and the rules, during the contract. Read them in your option period.',
      es: 'Un HOA mantiene lo que se comparte, con una cuota y reglas para cada casa. En Texas el comprador puede recibir los papeles, el resale certificate y las reglas, durante el contrato. Léalos en su periodo de opción.',
    },
    source: sources.hoa,
  },
  {
    id: 'hoa-liens',
    about: 'law',
    words: {
      en: 'In Texas an association can put a lien on a home for unpaid dues and in some cases have it sold, but in general only with a court order, and not over fines alone. Condominiums have rules of their own. Owners get written notice first. For your own case, ask an attorney.',
      es: 'En Texas una asociación puede poner un gravamen a la casa por cuotas sin pagar y en algunos casos hacerla vender, pero en general solo con orden de un juez, y no por puras multas. Los condominios tienen sus propias reglas. Antes avisa por escrito. Para su caso, pregunte a un abogado.',
    },
    source: sources.hoaLiens,
  },
  {
    id: 'insurance',
    about: 'finance',
    words: {
      en: "Lenders ask for home insurance, and the price depends on the home, the roof, and your coverage. Get two or three quotes during the option period. The state's site helpinsure.com lets you compare companies in Texas.",
      es: 'Los prestamistas piden seguro de casa, y el precio depende de la casa, el techo y la cobertura. Pida dos o tres cotizaciones en el periodo de opción. En helpinsure.com, del estado, se comparan compañías.',
    },
    source: sources.tdi,
  },
  {
    id: 'flood',
    about: 'home',
    words: {
      en: "You can look up any address for free on FEMA's flood map at msc.fema.gov. The seller's disclosure says what the owner knows about past flooding, and an insurance agent can tell you what a policy would cost there.",
      es: 'Puede buscar gratis cualquier dirección en el mapa de FEMA, en msc.fema.gov. La declaración del vendedor dice lo que el dueño sabe de inundaciones, y un agente de seguros le dice cuánto costaría una póliza ahí.',
    },
    source: sources.fema,
  },
  {
    id: 'schools',
    about: 'home',
    words: {
      en: "I can't rate schools, and zones change. For most Austin addresses the Austin ISD site at austinisd.org has a school finder, and elsewhere that district's site does. The state's ratings for every school are at txschools.gov, the same for everyone.",
      es: 'No califico escuelas, y las zonas cambian. Para casi todo Austin, austinisd.org tiene un buscador de escuelas, y en otras partes el sitio de ese distrito. Las calificaciones del estado están en txschools.gov, iguales para todos.',
    },
    source: sources.schools,
  },
  {
    id: 'safety',
    about: 'home',
    words: {
      en: "I can't rate how safe an area is. Police crime maps are public and the same for everyone, and for Austin you'll find them at austintexas.gov. Coming by at different times of day gives you your own picture.",
      es: 'No puedo calificar qué tan segura es una zona. Los mapas de la policía son públicos e iguales para todos, y los de Austin están en austintexas.gov. Venir a distintas horas le da su propia impresión.',
    },
    source: sources.police,
  },
  {
    id: 'utilities',
    about: 'home',
    words: {
      en: "Bills vary with the people and the season, so I won't guess. A seller can share past bills if you ask through your agent, and the utility or internet company can tell you what's available at an address.",
      es: 'Las cuentas varían según la gente y la temporada, así que no adivino. El vendedor puede compartir recibos si su agente los pide, y la compañía de luz, agua o internet le dice qué hay en una dirección.',
    },
    source: sources.practice,
  },
  {
    id: 'lead-paint',
    about: 'law',
    words: {
      en: 'Homes built before 1978 may have lead paint. By federal law the seller gives what they know of it and a pamphlet before a contract, and a buyer can have up to 10 days to test for it. Dust from peeling or sanded paint is the danger, so have it checked before you sand.',
      es: 'Las casas de antes de 1978 pueden tener pintura con plomo. Por ley federal el vendedor dice lo que sabe y entrega un folleto antes del contrato, y el comprador puede tener hasta 10 días para revisarla. Lo dañino es el polvo de pintura que se pela o se lija, así que hágala revisar antes de lijar.',
    },
    source: sources.epa,
  },
  {
    id: 'assistance-animal',
    about: 'law',
    words: {
      en: "A guide dog or another assistance animal isn't a pet under fair housing law, so pet bans and pet fees usually don't apply to it. HUD explains it at hud.gov, and an attorney can answer for a case.",
      es: 'Un perro guía u otro animal de asistencia no es mascota según la ley de vivienda justa, así que las prohibiciones y cuotas de mascotas casi nunca le aplican. HUD lo explica en hud.gov, y un abogado responde por un caso.',
    },
    source: sources.hud,
  },
  {
    id: 'foreign-seller',
    about: 'finance',
    words: {
      en: "When somebody who isn't a U.S. person for taxes sells a home here, the buyer usually has to hold back part of the price for the IRS (the rule is called FIRPTA). Buying one has no such withholding. A CPA who knows this rule is the one to ask before signing.",
      es: 'Cuando vende una casa aquí alguien que no es residente para impuestos, el comprador casi siempre debe retener parte del precio para el IRS (la regla se llama FIRPTA). Al comprar no hay esa retención. Un contador que conozca la regla es a quien preguntar antes de firmar.',
    },
    source: sources.irs,
  },
  {
    id: 'banknotes',
    about: 'process',
    words: {
      en: "Title companies don't take the price in banknotes: the money comes from a bank. Never carry that much in cash, and ask the title company by phone how it wants to be paid.",
      es: 'Las compañías de título no reciben el precio en billetes: el dinero llega de un banco, y una suma grande en efectivo se reporta al IRS. Nunca lo lleve encima, y pregunte por teléfono a la compañía de título cómo se paga.',
    },
    source: sources.irs,
  },
  {
    id: 'registry',
    about: 'law',
    words: {
      en: "Who lives near a home isn't something we speak to. The Texas Department of Public Safety keeps the public sex offender registry, and anyone can look up an address there at dps.texas.gov.",
      es: 'Quién vive cerca de una casa no es algo de lo que hablemos. El Departamento de Seguridad Pública de Texas lleva el registro público de agresores sexuales, y cualquiera puede buscar una dirección en dps.texas.gov.',
    },
    source: sources.dps,
  },
  {
    id: 'past-deaths',
    about: 'law',
    words: {
      en: 'Which deaths in a home a Texas seller tells of is in Property Code 5.008, and natural deaths, suicides, and accidents that had nothing to do with the home are left out there. You can ask the seller in writing all the same, and public records and old news are open to anyone.',
      es: 'De qué muertes avisa un vendedor en Texas lo dice el Property Code 5.008, y ahí no entran las muertes naturales, los suicidios ni los accidentes ajenos a la casa. Aun así puede preguntarle por escrito, y los registros públicos y las noticias viejas están abiertos a todos.',
    },
    source: sources.disclosure,
  },
];
