import { stemOf } from './claimWords.ts';

/*
 * Words that an answer may use whatever its facts: they carry it, and say nothing of a home, a deal or a person. No word of praise,
 * no word of what somebody will, may or must do, and none that makes anything sound certain or scarce.
 */
const english = `
a an the this that these those it its i im me my we us our you your yours one ones he she his her him their there here thing
and or but so if as than then though although because since while where when which who whom whose what how whether also too either neither nor both
of on in into onto at by for from to with without within about around between through during per via off out up over under above below near next
be am is are was were been being isnt arent wasnt werent have has had having hasnt havent do does did doing doesnt dont done can could cant would might may let lets
not no yes yep okay ok right just only even still yet already again now currently today far first second third last other another same such each
some any anything something nothing everything none part rest more less much many few little bit quite rather very pretty fairly simply really actually exactly
say says said tell told ask asked asking answer question show shown see seen look looks looking check find found know known knowing note noted mention mentioned
list listed listing file record data detail details information info fact facts page sheet source confirm confirmed read mean means meaning calld name named describe described explain explained point go going went come comes came
stand sit lie lies located run runs measure measures size sized number figure date year month day week hour time morning afternoon evening noon
give given gives get take taken put use used using want wants wish like would rather prefer help helps happy glad start starting begin end ends keep kept make made work works working lead leave
think guess sound sounds seem seems consist include includes included including plus together along per according total
depend depends vary varies differ different difference kind type sort way case general generally usual usually often typical typically mostly varied common
person people someone somebody anyone anybody else team phone message chat contact email text
able aware possible available clear honest short brief simple main other own exact precisely round rough roughly approximately nearly almost close
site online address city town state website lookup search
interest interested topic subject matter
attorney lawyer lender agent adviser advisor accountant counselor inspector licensed broker professional expert best
share estimate quote number guess opinion rate judge advice
sorry thanks thank please welcome course problem worry understand appreciate hear
built stories square foot feet sq ft sqft acre meter meters
as-is speaking plan plans idea step steps decide decision choose choice
mr mrs ms dr
outside room rooms space
wherever whenever whichever anyway however
likewise instead home house property place they zip long short prepare fit fits cover covers place set lay laid total totaling span contain equip handle belong apply surround stay remain count add put done finish complete date dates before after until till ago area call called except apart besides tool conversation amount version correct right true current currently officially publicly public shown stated quoted marked indicate indicates spelled way overall altogether combined respectively each per word words quick quickly afraid unfortunately basically essentially mainly date dated mind visit filed shall ai mr inside install installed put together access related anyway everything online printed summary note notes remark latest entry entries field fields column put together similar region hotline system unit powered patient monthly yearly annual carry hold full live living addition pass away office market otherwise besides meanwhile setup layout footage schedule business code line noon midday specialist authority county company review go over clarify walk through yourself themselves itself
worry worries reason useful easy simple hand ready mind feel feeling keen care concern hard case cases rule rules term terms form forms paper papers document documents process
between among against toward towards beyond across behind beside
reach email e-mail text write reply respond response return meet visit tour showing
mine ours theirs whatever somewhere anywhere elsewhere
honestly happily gladly briefly directly separately together exactly precisely
needs wants likes asks covers counts goes says tells shows looks works lists stands lies sits runs stays
there's here's that's it's i'm i'll i'd i've you're you'd you'll we're
doubt sense respect regard regarding
ha hi hello hey
`;
const spanish = `
el la los las lo un una unos unas este esta esto estos estas ese esa eso esos esas aquel su sus mi mis nuestro nuestra usted ustedes le les se me nos yo ella ellos
y e o u pero sino aunque porque pues si no ni tampoco tambien ya aun todavia solo solamente mas menos muy tan tanto como cuando donde que quien quienes cual cuales cuanto cuanta
de del a al en con sin por para entre sobre desde hasta segun hacia ante tras durante
es son era eran fue fueron ser sido esta estan estaba estar hay habia ha han haber tiene tienen tenia tener tengo puede pueden puedo podria poder debe seria sirve
dice decir digo dicho diga cuenta pregunta preguntar pregunto consultar consulta responder respuesta mostrar muestra ver vea mire mirar revisar revise buscar busque busca encontrar saber se sabe conozco conocer anotar anoto anotado confirmar confirmo averiguar explicar explica
ficha dato datos archivo detalle informacion anuncio pagina fuente figura aparece llama llamar nombre
mide medir miden tamano numero cifra fecha ano mes dia semana hora tarde manana mediodia
queda quedan ubicada ubicado encuentra cae incluye incluido cuenta trae
dar doy dan da poner puso hacer hace haciendo usar uso necesita necesito quiere quiero desea gusta prefiere prefiero ayudar ayudo gusto empezar empiezo seguir volver volviendo termina
depende varia cambia distinto general normalmente suele suelen caso tipo manera forma parte resto otro otra otros mismo misma cada algo nada alguien nadie persona equipo telefono mensaje correo
cerca alrededor aproximadamente casi unos unas exacto exactamente total
lamento siento gracias claro perfecto bien entiendo comprendo perdon disculpe favor
abogado prestamista agente asesor contador inspector licencia corredor profesional indicado adecuado correcto
pie pies cuadrado cuadrados metro metros
primero primera segundo tercera siguiente antes despues ahora hoy aqui ahi alla
casa propiedad vivienda hogar averigua averiguar horario ia visita visitar mensual anual averiguarlo completo lugar nosotros oficina atiende atendemos salio pasar paso situacion dificil
sitio direccion ciudad mapa linea entonces mientras tambien juntos junta suma dolares cualquier adelante
`;

/** Names that stand in every answer about this trade and this market, whatever is cited. */
const names = 'austin texas tx jorge';

const plain: ReadonlySet<string> = new Set(`${english} ${spanish} ${names}`.trim().split(/\s+/).map(stemOf));

/** Whether a word only carries a sentence. */
export const isPlain = (stem: string): boolean => plain.has(stem);
