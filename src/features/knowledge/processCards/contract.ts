import type { ProcessCard } from '../model.ts';
import { sources } from './sources.ts';

/** From an offer to the keys. */
export const contractCards: readonly ProcessCard[] = [
  {
    id: 'offer-steps',
    about: 'process',
    words: {
      en: "Your agent writes the offer on the Texas contract form with price, dates, and terms, usually with a lender's letter or proof of funds. The seller can accept, counter, or say no. Once both have signed, the deadlines in it begin.",
      es: 'Su agente escribe la oferta en el contrato de Texas con precio, fechas y condiciones, casi siempre con carta del prestamista o prueba de fondos. El vendedor puede decir que sí, hacer una contraoferta o decir que no. Cuando ambos firman, corren los plazos.',
    },
    source: sources.trec,
  },
  {
    id: 'multiple-offers',
    about: 'process',
    words: {
      en: "A seller with several offers can take one, counter one, or ask everyone for their best. Price counts, and so do dates and how sure the money is. If one's accepted already, a backup offer puts you next in line in writing.",
      es: 'Un vendedor con varias ofertas puede tomar una, contraofertar o pedir a todos su mejor oferta. Cuenta el precio, y también las fechas y qué tan seguro es el pago. Si ya tomó una, una oferta de respaldo le deja siguiente por escrito.',
    },
    source: sources.trec,
  },
  {
    id: 'earnest-money',
    about: 'process',
    words: {
      en: "Earnest money shows a seller you're serious. It's often about 1 percent of the price, a title company holds it, and it counts toward what you owe at closing. Whether it comes back depends on the contract and its deadlines: within the option period it usually does, and the option fee usually doesn't. Ask your agent before you sign.",
      es: 'El earnest money muestra al vendedor que va en serio. Suele ser como el 1 por ciento del precio, lo guarda la compañía de título y cuenta para lo que paga al cierre. Si se devuelve depende del contrato y sus plazos: dentro del periodo de opción suele devolverse, y la cuota de opción no. Pregunte a su agente antes de firmar.',
    },
    source: sources.practice,
  },
  {
    id: 'proof-of-funds',
    about: 'finance',
    words: {
      en: "With cash there's no loan to wait for, so it can go faster. An offer usually comes with a proof of funds, a recent letter or statement from your bank. That goes to your agent with the offer, so please keep it out of this chat.",
      es: 'De contado no hay préstamo que esperar y puede ir más rápido. La oferta suele llevar una prueba de fondos, una carta o estado reciente de su banco. Eso va a su agente con la oferta, así que no lo ponga en este chat.',
    },
    source: sources.practice,
  },
  {
    id: 'option-period',
    about: 'law',
    words: {
      en: 'In Texas a buyer can agree on an option period: for a small fee you get a set number of days to inspect and to end the contract for any reason. The days and the fee are negotiated. Your agent can explain what your contract says.',
      es: 'En Texas el comprador puede acordar un periodo de opción: por una cuota pequeña tiene ciertos días para inspeccionar y terminar el contrato por cualquier motivo. Los días y la cuota se negocian. Su agente le explica su contrato.',
    },
    source: sources.trec,
  },
  {
    id: 'inspection',
    about: 'process',
    words: {
      en: "An inspection isn't required, but nearly every buyer gets one. You pick a licensed inspector, usually pay for it, and do it in the option period. You get a report, and with it you can ask for repairs, a lower price, or end the contract in time.",
      es: 'La inspección no es obligatoria, pero casi todos la hacen. Usted elige un inspector con licencia, suele pagarlo y se hace en el periodo de opción. Con el reporte puede pedir arreglos, otro precio o terminar el contrato a tiempo.',
    },
    source: sources.trec,
  },
  {
    id: 'appraisal',
    about: 'finance',
    words: {
      en: "With a loan, the lender orders an appraisal to check the price. If it comes in low, people usually renegotiate, add cash, or end the contract where it allows that. Your agent and lender can go over which of those you'd have.",
      es: 'Con préstamo, el prestamista pide un avalúo para revisar el precio. Si sale bajo, se suele renegociar, poner más dinero o terminar el contrato si lo permite. Su agente y su prestamista ven con usted cuáles tendría.',
    },
    source: sources.cfpb,
  },
  {
    id: 'title',
    about: 'process',
    words: {
      en: "A title company checks who owns the home and what's owed on it, holds the money, and handles the closing. Title insurance covers you if an old claim turns up later. In Texas the state sets what that insurance costs.",
      es: 'La compañía de título revisa de quién es la casa y qué se debe, guarda el dinero y hace el cierre. El seguro de título le cubre si aparece un reclamo viejo. En Texas el estado fija el precio de ese seguro.',
    },
    source: sources.tdi,
  },
  {
    id: 'walk-through',
    about: 'process',
    words: {
      en: 'Yes, buyers usually walk through once more a day or so before closing. You check that agreed repairs are done and everything is as it was. Your agent sets it up.',
      es: 'Sí, los compradores suelen recorrerla otra vez un día antes del cierre. Se revisa que los arreglos acordados estén hechos y que todo siga igual. Lo organiza su agente.',
    },
    source: sources.practice,
  },
  {
    id: 'closing-day',
    about: 'process',
    words: {
      en: 'At closing you sign, the money goes through the title company, and the home becomes yours. Bring a photo ID, and ask the title company by phone how to pay. You usually get the keys once the loan has funded.',
      es: 'En el cierre se firma, el dinero pasa por la compañía de título y la casa queda a su nombre. Lleve identificación y pregunte por teléfono a la compañía de título cómo se paga. Las llaves suelen darse cuando llega el dinero del préstamo.',
    },
    source: sources.cfpb,
  },
  {
    id: 'home-warranty',
    about: 'process',
    words: {
      en: "A home warranty is a service contract that helps with repairs to things like appliances or the air conditioner for a year. Plans differ, so read what's left out. Buyer and seller can agree who pays for one.",
      es: 'La garantía de casa es un contrato de servicio que ayuda por un año con reparaciones de aparatos o del aire acondicionado. Los planes varían, así que lea lo que no cubre. Quién la paga se acuerda en el contrato.',
    },
    source: sources.trec,
  },
  {
    id: 'wire-fraud',
    about: 'process',
    words: {
      en: 'Please stop and check first. Never trust wiring details from an email or text, because scammers fake them. Call the title company at a number you already have, and no one will ask you for money in this chat.',
      es: 'Por favor revise primero. Los datos de transferencia que llegan por correo o mensaje muchas veces son falsos. Llame a la compañía de título a un número que ya tenga, y en este chat nadie le pedirá dinero.',
    },
    source: sources.cfpb,
  },
  {
    id: 'backup-offer',
    about: 'process',
    words: {
      en: 'A backup offer is a signed contract that waits behind the first one. If the first deal ends in time, yours takes its place. If the first one closes, yours ends and your earnest money goes back to you under the Texas form. Your agent can tell you what else it ties you to before you sign.',
      es: 'Una oferta de respaldo es un contrato firmado que espera detrás del primero. Si el primero se cae a tiempo, el suyo toma su lugar. Si el primero se cierra, el suyo termina y el depósito se le devuelve según el formulario de Texas. Su agente le explica a qué más se obliga antes de firmar.',
    },
    source: sources.trec,
  },
  {
    id: 'leaseback',
    about: 'process',
    words: {
      en: 'A seller can sometimes stay a little while after closing under a short written lease, often called a leaseback. Rent, deposit, insurance, and the move-out day are agreed before closing, and Texas has a form for up to 90 days. An agent can add it to an offer.',
      es: 'A veces el vendedor puede quedarse un tiempo después del cierre con un contrato corto de renta. La renta, el depósito, el seguro y el día de salida se acuerdan antes del cierre, y Texas tiene un formulario para hasta 90 días. Un agente puede incluirlo en la oferta.',
    },
    source: sources.trec,
  },
];
