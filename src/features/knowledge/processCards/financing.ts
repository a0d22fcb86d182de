import type { ProcessCard } from '../model.ts';
import { sources } from './sources.ts';

/** Loans, and the money it takes to buy. */
export const financingCards: readonly ProcessCard[] = [
  {
    id: 'prequalified',
    about: 'finance',
    words: {
      en: "Pre-qualified is a lender's quick estimate from what you tell them. Pre-approved means they've checked your income, credit, and savings, so sellers give it more weight. You can look at homes before either one.",
      es: 'La precalificación es un cálculo rápido del prestamista con lo que usted le cuenta. La preaprobación ya revisa ingresos, crédito y ahorros, por eso pesa más ante un vendedor. Puede ver casas antes de tener una u otra.',
    },
    source: sources.cfpb,
  },
  {
    id: 'down-payment',
    about: 'finance',
    words: {
      en: 'The down payment is the part of the price you pay yourself, and how much you need depends on the loan. Many people put down less than 20 percent: FHA loans start at 3.5 percent, some others at 3 percent, and VA loans often take none. A lender of your choice can show you the options side by side.',
      es: 'El enganche es la parte del precio que usted paga, y cuánto hace falta depende del préstamo. Mucha gente da menos del 20 por ciento: los FHA empiezan en 3.5 por ciento, algunos otros en 3 por ciento, y los VA muchas veces no piden nada. Un prestamista de su elección le muestra las opciones.',
    },
    source: sources.cfpb,
  },
  {
    id: 'closing-costs',
    about: 'finance',
    words: {
      en: "Closing costs are what comes on top of the price, often 2 to 5 percent of it: the lender's fees, title insurance, the survey, and taxes and insurance paid ahead. Your lender gives you a Loan Estimate with each one early on. Who pays which part is agreed in the contract.",
      es: 'Los gastos de cierre se suman al precio, muchas veces del 2 al 5 por ciento: cargos del prestamista, seguro de título, plano del terreno, e impuestos y seguro por adelantado. El prestamista le da pronto un Loan Estimate con cada uno. Quién paga qué se acuerda en el contrato.',
    },
    source: sources.cfpb,
  },
  {
    id: 'fha-loan',
    about: 'finance',
    words: {
      en: 'An FHA loan is insured by the government and is often easier on the down payment and credit. The home has to pass an FHA appraisal too. A lender who does FHA loans can say what fits you, and our team can ask about this home.',
      es: 'Un préstamo FHA está asegurado por el gobierno y suele pedir menos enganche e historial. La casa también tiene que pasar un avalúo FHA. Un prestamista que hace FHA le dice qué le conviene, y nuestro equipo puede preguntar por esta casa.',
    },
    source: sources.hud,
  },
  {
    id: 'va-loan',
    about: 'finance',
    words: {
      en: 'A VA loan is for veterans, service members, and some surviving spouses, and often takes no down payment. First you get a Certificate of Eligibility, from va.gov or through a lender who does VA loans. Veterans who get VA compensation for a service-connected disability generally pay no funding fee.',
      es: 'El préstamo VA es para veteranos, militares en servicio y algunos cónyuges sobrevivientes, y muchas veces no pide enganche. Primero se pide el certificado de elegibilidad, en va.gov o con un prestamista que hace VA. Quien recibe compensación del VA por una discapacidad del servicio en general no paga la cuota.',
    },
    source: sources.va,
  },
  {
    id: 'itin-loan',
    about: 'finance',
    words: {
      en: "Some lenders do offer ITIN loans, often with 10 to 20 percent down and a higher rate, and each has its own terms, so it's worth asking two or three of them. Our homes are open to everyone.",
      es: 'Sí hay prestamistas que ofrecen préstamos con ITIN, muchas veces con 10 a 20 por ciento de enganche y una tasa más alta, cada uno con sus condiciones, así que conviene preguntar a dos o tres. Nuestras casas están abiertas a todos por igual.',
    },
    source: sources.practice,
  },
  {
    id: 'older-borrowers',
    about: 'finance',
    words: {
      en: 'A lender may not turn somebody down for being older: the Equal Credit Opportunity Act forbids it. Social Security, pensions, and retirement savings can count as income. A lender of your choice can say what they would look at.',
      es: 'Un prestamista no puede negar un préstamo por la edad: lo prohíbe la ley de igualdad de crédito (ECOA). Las pensiones y los ahorros para el retiro pueden contar como ingreso. Un prestamista de su elección le dice qué revisaría.',
    },
    source: sources.cfpb,
  },
  {
    id: 'credit',
    about: 'finance',
    words: {
      en: "There's no single score, since each lender and loan has its own. A lender can look at yours, and a HUD-approved housing counselor helps you work on it, often at no cost. You can find one at hud.gov or by calling 800-569-4287.",
      es: 'No hay un solo puntaje, porque cada prestamista y préstamo tiene el suyo. Un prestamista puede ver el de usted, y un consejero aprobado por HUD le ayuda a mejorarlo, muchas veces sin costo. Lo encuentra en hud.gov o en el 800-569-4287.',
    },
    source: sources.cfpb,
  },
  {
    id: 'mortgage-insurance',
    about: 'finance',
    words: {
      en: "Mortgage insurance, often called PMI, protects the lender when the down payment is small, and it's part of the monthly payment. On many loans you can ask to end it later. Your lender can say when that would be on yours.",
      es: 'El seguro hipotecario, o PMI, protege al prestamista cuando el enganche es chico y va en el pago mensual. En muchos préstamos se puede pedir que termine más adelante. Su prestamista le dice cuándo sería en el suyo.',
    },
    source: sources.cfpb,
  },
  {
    id: 'rates',
    about: 'finance',
    words: {
      en: "Rates change daily and depend on you and the loan, so I don't quote any. Ask two or three lenders for a Loan Estimate on the same day, so they're easy to compare. They can explain locking a rate too.",
      es: 'Las tasas cambian a diario y dependen de usted y del préstamo, por eso no cito ninguna. Pida el mismo día un Loan Estimate a dos o tres prestamistas y así los compara fácil. También le explican cómo se fija una tasa.',
    },
    source: sources.cfpb,
  },
  {
    id: 'help-programs',
    about: 'finance',
    words: {
      en: 'There are programs that help with a down payment, some of them statewide. The Texas Department of Housing at tdhca.texas.gov and TSAHC at tsahc.org list theirs, with who can apply. A lender who works with them can check yours.',
      es: 'Hay programas que ayudan con el enganche, algunos en todo el estado. El Departamento de Vivienda de Texas en tdhca.texas.gov y TSAHC en tsahc.org publican los suyos y quién puede pedirlos. Un prestamista que trabaja con ellos revisa su caso.',
    },
    source: sources.tdhca,
  },
  {
    id: 'self-employed',
    about: 'finance',
    words: {
      en: "Yes, plenty of self-employed people buy homes. Lenders usually look at tax returns and what's left after expenses, and some have loans that go by bank statements. It's worth talking to one early, so you know what to gather.",
      es: 'Sí, mucha gente que trabaja por su cuenta compra casa. Los prestamistas suelen ver las declaraciones y lo que queda después de gastos, y algunos se guían por estados de cuenta. Conviene hablar con uno pronto para saber qué juntar.',
    },
    source: sources.cfpb,
  },
  {
    id: 'payment-parts',
    about: 'finance',
    words: {
      en: "A house payment usually has four parts: the loan, its interest, property taxes, and home insurance. HOA dues come on top. As an example and not an offer of credit, $100,000 borrowed for 30 years costs about $632 a month at 6.5 percent, or $665 at 7 percent, for the first two parts. A lender knows today's rate.",
      es: 'El pago de una casa suele tener cuatro partes: préstamo, intereses, impuestos y seguro. El HOA va aparte. Como ejemplo, y no como oferta de crédito, $100,000 a 30 años cuestan unos $632 al mes con 6.5 por ciento, o $665 con 7 por ciento, por las dos primeras partes. La tasa de hoy la dice un prestamista.',
    },
    source: sources.cfpb,
  },
  {
    id: 'va-offers',
    about: 'finance',
    words: {
      en: "Some sellers worry about a VA loan because of its appraisal, and others don't mind at all. What counts is the whole offer: the price, the dates, and how firm the approval is. A lender who does many VA loans and an agent can help yours look solid.",
      es: 'Algunos vendedores dudan de un préstamo VA por su avalúo y a otros no les importa. Cuenta la oferta completa: el precio, las fechas y qué tan firme es la aprobación. Un prestamista con experiencia en préstamos VA y un agente le ayudan a que la suya se vea sólida.',
    },
    source: sources.practice,
  },
];
