import type { ProcessCard } from '../model.ts';
import { sources } from './sources.ts';

/** For people in trouble or in grief: those who can truly help come first. */
export const hardshipCards: readonly ProcessCard[] = [
  {
    id: 'missed-payments',
    about: 'finance',
    words: {
      en: "That's a hard spot, and it's good you're asking now. Call your lender about what they can do, and a HUD-approved counselor at 888-995-4673, free of charge. If you'd like to know what selling would look like, our team can go through it quietly.",
      es: 'Es una situación difícil y qué bueno que pregunta ahora. Llame a su prestamista y a un consejero aprobado por HUD, gratis, al 888-995-4673. Si quiere saber cómo sería vender, nuestro equipo lo ve con usted con discreción.',
    },
    source: sources.hudHope,
  },
  {
    id: 'keep-home',
    about: 'finance',
    words: {
      en: 'Lenders have ways to let people stay: the missed payments can be made up at once or on a repayment plan, or the loan can be changed so that it costs less a month. Which of these is open is for the lender to say, and a HUD-approved counselor at 888-995-4673 can ask with you, free of charge.',
      es: 'El banco tiene maneras de que uno se quede: ponerse al día de una vez o con un plan de pagos, o cambiar el préstamo para pagar menos al mes. Cuál se puede lo dice el banco, y un consejero aprobado por HUD lo pregunta con usted, gratis, en el 888-995-4673.',
    },
    source: sources.cfpb,
  },
  {
    id: 'foreclosure',
    about: 'law',
    words: {
      en: "Please get help right away. In Texas these auctions are usually on the first Tuesday of a month, so call an attorney and a HUD-approved counselor at 888-995-4673 today. They can tell you what's still possible. Our team can talk it through as well.",
      es: 'No espere, por favor. En Texas las subastas suelen ser el primer martes del mes, así que llame hoy a un abogado y a un consejero aprobado por HUD al 888-995-4673. Le dicen qué se puede todavía. Nuestro equipo también puede hablarlo.',
    },
    source: sources.foreclosure,
  },
  {
    id: 'short-sale',
    about: 'finance',
    words: {
      en: "If a sale wouldn't cover the loan, a lender can agree to take less, which is called a short sale. It takes time and their yes in writing. A HUD-approved counselor at 888-995-4673 or an attorney can help you weigh it.",
      es: 'Si la venta no alcanza para el préstamo, el prestamista puede aceptar menos, lo que se llama venta corta. Lleva tiempo y tiene que aceptarlo por escrito. Un consejero aprobado por HUD en el 888-995-4673 o un abogado le ayuda a pensarlo.',
    },
    source: sources.cfpb,
  },
  {
    id: 'liens',
    about: 'law',
    words: {
      en: "A home with a lien can often still be sold, and the lien is paid from the sale at closing. A title company looks up what's on record. If you don't agree with one, an attorney is the one to ask.",
      es: 'Una casa con gravamen muchas veces se puede vender y se paga con la venta en el cierre. La compañía de título busca lo que está registrado. Si no está de acuerdo con alguno, pregunte a un abogado.',
    },
    source: sources.tdi,
  },
  {
    id: 'bankruptcy',
    about: 'law',
    words: {
      en: "With a bankruptcy open, your bankruptcy attorney comes first, because the court usually has a say in a sale. They can tell you what's possible and when. Our team can work around those dates.",
      es: 'Con una bancarrota abierta, primero va su abogado de bancarrota, porque el tribunal suele intervenir en una venta. Le dice qué se puede y cuándo. Nuestro equipo se acomoda a esas fechas.',
    },
    source: sources.lawhelp,
  },
  {
    id: 'probate',
    about: 'law',
    words: {
      en: "I'm sorry for your loss. Whether and when a home can be sold during probate is for a probate attorney, so that's the best first call. TexasLawHelp.org explains the basics. Our team can wait for whatever timing fits you.",
      es: 'Siento mucho su pérdida. Si una casa se puede vender durante la sucesión y cuándo, lo dice un abogado de sucesiones, así que conviene llamarle primero. En TexasLawHelp.org explican lo básico. Nuestro equipo se adapta a su tiempo.',
    },
    source: sources.lawhelp,
  },
  {
    id: 'co-heirs',
    about: 'law',
    words: {
      en: "When several heirs own a home, a sale usually takes the signature of each of them, and each may generally use the home until then. If they don't agree, one can buy the others out, a mediator can help, and as a last resort a court can divide or sell it. An attorney can say how it stands in a family's case.",
      es: 'Cuando varios herederos son dueños de una casa, para venderla en general firman todos, y mientras tanto cada uno puede usarla. Si no se ponen de acuerdo, uno puede comprarles su parte a los demás, un mediador puede ayudar, y al final un juez puede dividirla o venderla. Un abogado dice cómo es en su caso.',
    },
    source: sources.lawhelp,
  },
  {
    id: 'inherited',
    about: 'law',
    words: {
      en: "That's a lot to take on, so take it one step at a time. First an attorney can tell you whose name the home is in and who has to sign. After that an agent can look at it as it stands and go over your choices, contents and all.",
      es: 'Es mucho de golpe, así que vaya paso a paso. Primero un abogado le dice a nombre de quién está la casa y quién firma. Después un agente puede verla tal como está y repasar con usted las opciones, también para lo que hay dentro.',
    },
    source: sources.lawhelp,
  },
  {
    id: 'divorce',
    about: 'law',
    words: {
      en: "I'm sorry you're going through that. Who may sell and who has to sign is for a family attorney, so please ask one before anything is signed. When it's time, an agent can work with both of you evenly.",
      es: 'Siento que esté pasando por eso. Quién puede vender y quién firma lo dice un abogado de familia, así que pregunte antes de firmar algo. Cuando llegue el momento, un agente puede atenderles a los dos por igual.',
    },
    source: sources.lawhelp,
  },
  {
    id: 'tenant-notice',
    about: 'law',
    words: {
      en: "That's in your lease, so read its part on notice and moving out first. TexasLawHelp.org explains tenants' rights and lists free legal help. If you plan to buy, tell us when the lease ends and we'll keep it in mind.",
      es: 'Eso está en su contrato de renta, así que lea primero la parte del aviso. TexasLawHelp.org explica los derechos de inquilinos y dónde hay ayuda legal gratis. Si piensa comprar, díganos cuándo termina su contrato.',
    },
    source: sources.lawhelp,
  },
  {
    id: 'tenant-eviction',
    about: 'law',
    words: {
      en: "In Texas a landlord can't put a tenant out without a court. It usually starts with three days' written notice to leave, unless the lease says otherwise, and then a hearing at which the tenant may speak, so be there for it. TexasLawHelp.org says what to do and lists free legal help.",
      es: 'En Texas el dueño no puede sacar a un inquilino sin un juez. Suele empezar con un aviso por escrito de tres días, salvo que el contrato diga otra cosa, y luego hay una audiencia en la que el inquilino puede hablar, así que vaya a ella. TexasLawHelp.org dice qué hacer y dónde hay ayuda legal gratis.',
    },
    source: sources.lawhelp,
  },
  {
    id: 'tenant-repairs',
    about: 'law',
    words: {
      en: "In Texas, what harms health or safety in a rented home is the landlord's to repair, once the rent is up to date and the tenant has told whoever it goes to, best in writing. TexasLawHelp.org explains the steps and lists free legal help. Don't stop paying rent before an attorney has said so.",
      es: 'La ley de Texas manda reparar lo que dañe la salud o la seguridad en una casa rentada, si la renta está al día y hay aviso a quien la cobra, mejor por escrito. TexasLawHelp.org explica los pasos y dónde hay ayuda legal gratis. No deje de pagar la renta antes de que se lo diga un abogado.',
    },
    source: sources.repairs,
  },
  {
    id: 'discrimination',
    about: 'law',
    words: {
      en: "I'm sorry that happened. Housing is open to everyone by law, and you can report it to HUD at 800-669-9777 or to the Texas Workforce Commission at 888-452-4778. If it was about us, please tell me and I'll pass it to our team.",
      es: 'Lamento que haya pasado. Por ley la vivienda está abierta a todos, y puede reportarlo a HUD al 800-669-9777 o a la Texas Workforce Commission al 888-452-4778. Si fue con nosotros, dígame y lo paso al equipo.',
    },
    source: sources.fairhousing,
  },
  {
    id: 'deed-scam',
    about: 'law',
    words: {
      en: "Please don't sign a deed or pay anyone who promises to save the house or take over the loan. It's a common scam, and the loan usually stays in your name. Show the paper to an attorney or a HUD-approved counselor at 888-995-4673 first, which is free.",
      es: 'Por favor no firme una escritura ni le pague a quien promete salvar la casa o hacerse cargo del préstamo. Es una estafa común y el préstamo suele seguir a su nombre. Primero enséñele el papel a un abogado o a un consejero aprobado por HUD, gratis, en el 888-995-4673.',
    },
    source: sources.ftc,
  },
  {
    id: 'money-sent',
    about: 'law',
    words: {
      en: "If money has gone to a scammer, call your bank right away and ask them to stop or reverse it. Report it to the police and at reportfraud.ftc.gov, and if your personal data is out too, IdentityTheft.gov helps you freeze your credit. Keep every message and receipt, and don't send anything more.",
      es: 'Si el dinero ya se fue a un estafador, llame enseguida a su banco y pida que lo detengan o lo reviertan. Repórtelo a la policía y en reportfraud.ftc.gov, y si también dio sus datos personales, robodeidentidad.gov le ayuda a congelar su crédito. Guarde todos los mensajes y recibos, y no mande nada más.',
    },
    source: sources.ftc,
  },
  {
    id: 'rental-scam',
    about: 'law',
    words: {
      en: "Many rental scams copy the ad of a home that's for sale: low rent, an owner far away, keys by mail, a deposit due today. Pay nothing and sign nothing before you've been inside with somebody you've checked at the county or at trec.texas.gov. You can report the ad where you saw it and at reportfraud.ftc.gov.",
      es: 'Muchas estafas de renta copian el anuncio de una casa en venta: renta baja, dueño lejos, llaves por correo y un depósito que urge. No pague ni firme nada antes de entrar con alguien que haya revisado en el condado o en trec.texas.gov. Puede reportar el anuncio donde lo vio y en reportfraud.ftc.gov.',
    },
    source: sources.ftc,
  },
  {
    id: 'tenant-of-sale',
    about: 'law',
    words: {
      en: "If the home you rent is for sale, your lease usually goes along to the new owner, and in Texas the new owner is then the one who returns the deposit. Your lease says when it may be shown and with how much notice. TexasLawHelp.org explains tenants' rights for free.",
      es: 'Si la casa que renta está a la venta, su contrato de renta suele pasar al nuevo dueño, y en Texas es él quien después devuelve el depósito. Su contrato dice cuándo se puede mostrar y con cuánto aviso. TexasLawHelp.org explica gratis los derechos de los inquilinos.',
    },
    source: sources.lawhelp,
  },
  {
    id: 'housing-help',
    about: 'law',
    words: {
      en: "For shelter, rent help, or food, call 2-1-1 any time, day or night, or look at 211texas.org. It's free and open to everyone, and they know what's open near you.",
      es: 'Para refugio, renta o comida marque 2-1-1, de día o de noche, o vea 211texas.org. Es gratis y para todos, y saben qué hay cerca de usted.',
    },
    source: sources.texas211,
  },
  {
    id: 'survivor-home',
    about: 'law',
    words: {
      en: "In Texas a surviving spouse can usually go on living in the couple's homestead, whoever else has a share in it. Sign nothing before an attorney has looked at it, and TexasLawHelp.org lists free legal help.",
      es: 'En Texas el cónyuge que sobrevive casi siempre puede seguir viviendo en la casa que era el hogar, aunque otros tengan una parte. No firme nada antes de que lo vea un abogado, y TexasLawHelp.org tiene ayuda legal gratis.',
    },
    source: sources.lawhelp,
  },
  {
    id: 'deposit-return',
    about: 'law',
    words: {
      en: 'In Texas a landlord generally has 30 days after you move out to return the deposit or send a list of what was kept, counted once they have your new address in writing. TexasLawHelp.org has a sample letter and says what to do if nothing comes.',
      es: 'En Texas el dueño en general tiene 30 días desde que usted se muda para devolver el depósito o mandar una lista de lo que descontó, contados desde que tiene su nueva dirección por escrito. TexasLawHelp.org tiene una carta de ejemplo y dice qué hacer si no llega.',
    },
    source: sources.lawhelp,
  },
];
