import type { OptOutLanguage } from '../model.ts';

/**
 * Clear clauses by which people end a talk, beside the whole-message words. Latin ones are matched against text without accents
 * (`bareLetters`), Vietnamese with them, because "dừng" (stop) and "dùng" (use) differ in nothing else. Every repetition is
 * bounded, so that long hostile text costs its length and no more.
 */

const end = '(?=\\W*(?:$|[.!?,;\\n]|-|\\b(?:please|pls|plz|now|thanks|thank|thx|ok|and|i|we|or)\\b))';
const swear = '(?:\\S{1,12}ing |damn |the (?:\\S{1,8}|f\\W{1,6}) )?';
const mail =
  '(?:messages?|msgs?|texts?|sms|calls?|e-?mails?|notifications?|communications?|contact|updates?|spam|reminders?)';
const their =
  '(?:these|those|your|the|this|all|any|more|further|future|such|anymore|of|other|stupid|damn|crap|junk|garbage|shit|automated|marketing|text|phone|sales)';
const reaching =
  '(?:texting|txting|text|txt|messaging|msging|messages|contacting|calling|e-?mailing|writing|bothering|spamming|harassing|pestering|bugging|annoying|reaching out|hitting (?:me|us) up|blowing up my phone)';
const reach = '(?:contact|text|txt|call|message|msg|dm|e-?mail|write(?: to)?|bother|ping|disturb|spam|harass)';
const who = '(?:me|us|my (?:phone|number|cell)|(?:this|the) (?:number|phone))';
/** Words that turn "don't call me" into a wish about when or how. */
const limited =
  "(?! ?(?:again )?(?:before|after|until|till|on|at|in|during|today|tomorrow|tonight|this|between|while|early|late|by|back|about|unless|when|if|yet|so|too|crazy|sir|ma'am|every|more than|for (?:a|the next|another)|here at work))";
const notTheirs = "(?<!\\b(?:they|agents?|people|who|you guys|folks|realtors?|if you|if i|why|doesn't|didn't|banks?) )";
const notNegated =
  "(?<!(?:n't|\\bnot|\\bnever|\\bcannot|\\bno need to|\\bdont|\\bwont|\\bcant|\\b(?:did|does|will|would) (?:they|he|she|it|you|i|we)) )";
/** "He just quit calling" tells of somebody else; an opt-out closes every way to reach them. */
const notTold = '(?<!\\b(?:he|she)(?: just| finally| then| even)? )';
const list =
  '(?:(?:of |from |off |the |your |ur |this |that |those |these |whatever |every |all |any |mailing |contact |call |calling |text |texting |sms |marketing |email |e-mail |contacts? |phone ){1,5}(?:lists?|database|system|records?|texts?|messages|campaigns?|crm|contacts))';
const me =
  '(?:me|us|my (?:name|number|phone|phone number|cell|contact|contact info|info|e-?mail)(?: and (?:number|e-?mail))?|\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]?\\d{4})';

const english = [
  `${notNegated}${notTold}\\b(?:stop|quit|cease|discontinue|end)(?: all| with)? ${swear}(?:the |these |those |your |this |sending (?:me |us )?(?:\\w+ ){0,2})?${reaching}\\b(?! (?:the|my (?!wife|husband|phone|number|cell|family|house|mother|mom|dad|partner)|them|him|her|it|about (?:condos|my budget)|other|each))`,
  `${notNegated}\\b(?:stop|quit|cease|discontinue) ${swear}sending(?: me| us)?(?: ${their}){0,3}(?: ${mail}|(?: stuff| crap| junk| garbage| shit| things| anything| everything| listings| homes| houses| these| this| it| to me))?${end}`,
  `${notNegated}\\b(?:stop|cease|discontinue|end|halt|terminate|cancel|turn off|switch off|disable|enough)(?: with| w| of| aux| les)?(?: ${their}){0,3} (?:messages|texts|sms|calls|e-?mails|communications?|contact|correspondence|outreach|notifications|spam)\\b(?! (?:from|about|to) (?!you|me))`,
  `${notTheirs}\\b(?:do not|don't|dont|never)(?: ever| please){0,2} send(?: (?:me|us))?(?: ${their}){0,3} ${mail}\\b(?! (?:about|before|after|until|on|at|to|over|under|with))`,
  "\\b(?:i|we)(?:'ve)? (?:said|told you(?: to)?|asked you(?: to)?|already said|already told you to) stop\\b(?! by)",
  `${notTheirs}\\b(?:do not|don't|dont|never|please don't|pls dont|plz dont|you may not)(?: ever| you| please| you dare){0,2} ${reach}(?: (?:or|and|nor) ${reach})? ${who}\\b${limited}`,
  "\\b(?:do not|don't|dont|never)(?: ever| please){0,2} (?:reach out|contact|text|write)(?: (?:to )?(?:me|us))?(?: ever)? (?:again|any ?more)\\b",
  `\\b(?:do not|don't|dont|never)(?: ever| please){0,2} reach out(?: (?:to )?${who})?(?: again| any ?more)?${end}`,
  `\\b(?:no longer|don't|do not|dont|didn't|never)(?: \\w{2,8}ly| even)? (?:want|wish|need|care|like|ask|agree|sign up|consent)(?:ed)?(?: to| for){0,2}(?: (?:receive|receiving|get|getting|have|be sent|keep getting|keep receiving))?(?: ${their}){0,3} ${mail}\\b(?! (?:about|before|after|until|on|at|the (?:seller|owner)|from (?!you|your|this|here|jorge|the (?:team|bot))))`,
  `\\b(?:no longer|don't|do not|dont|rather not|prefer not)(?: \\w{2,8}ly)?(?: want| wish| care| like)?(?: to)? be (?:contacted|texted|called|messaged|bothered|e-?mailed|on (?:your|this|the|any) list)\\b(?! (?:by|via|through|on|at|before|after|during|while|until|about|again until|the|an?|pictures?|photos?|videos?|links?))`,
  "\\b(?:no longer|don't|do not|dont)(?: \\w{2,8}ly)? (?:want|wish|care|need|wanna)(?: to)? (?:hear|get anything|receive anything|talk|chat)(?: (?:from|with|to) (?:you|u|ya|anyone|anybody|your|y'?all|jorge|this)|\\W*any ?more)\\b(?! (?:about|until|on|by phone))",
  `\\b(?:rather|prefer) not(?: to)? (?:get|receive|have)(?: ${their}){0,4} ${mail}\\b`,
  `\\bno (?:more|further|additional)(?: (?:of )?(?:these|those|your|text|marketing|unwanted))?(?: ${mail})\\b(?! (?:about|before|after|until|on|at))`,
  `\\b(?:remove|delete|take|drop|strike|scratch|get|pull) ${me}(?: (?:please|completely|entirely|permanently))? (?:off|from|out of|out)(?: of)? ?${list}\\b`,
  `\\b(?:how (?:do|can) i|want to|let me|i'd like to) get off(?: of)? ${list}\\b`,
  `\\b(?:remove|delete|drop) ${me}${end}`,
  `\\btake ${me} off(?: (?:this|that|it|of this))?${end}`,
  `\\b(?:removed|deleted|dropped|taken off)(?: \\w+)? ?${list}`,
  '\\b(?:lose|forget|erase|block) (?:my|this) (?:(?:phone )?number|info|contact|details|e-?mail)\\b|\\b(?:delete|remove) (?:my|this) (?:phone )?number\\b',
  "(?<!(?:n't|\\bnot|\\bnever) )\\bleave (?:me|us) (?:the \\S{1,12} |tf |completely )?alone\\b(?! with)",
  '\\bunsu[bcsri]{2,8}e?d?\\b(?! from what|\\W{0,2} me\\?)',
  '\\bopt(?:ing|ed)?[ -]?(?:me |us )?out\\b(?! of (?!(?:(?:these|this|those|your|all|any|future|further|the) )*(?:texts?|messages?|sms|e-?mails?|calls?|communications?|marketing|lists?|everything|it|all|this|these|here|contact|chat)\\b))',
  '\\bwrong number\\b(?! (?:of|is|on|in|at)\\b)(?!.{0,40}(?:\\d\\D{0,2}){7})(?!.{0,20}\\bmine is)(?<!\\bi (?:gave|typed|put|have|wrote|entered)(?: \\w+){0,2} wrong number)',
  "^\\W*(?:(?:sorry|hi|hey|no|you have|you've got|this is|i think|i'm|you got|you texted|you are texting),? ?){0,3}(?:the )?wrong (?:person|guy|lady|phone|contact)\\b",
  '\\b(?:revok|withdraw|rescind|retract)(?:e|ing)? (?:(?:my|all|any|prior|previous) ){0,2}(?:consent|permission|authori[sz]ation)\\b',
  "\\b(?:do[- ]not|dont|don't)[- ](?:call|contact|text|disturb)[- ](?:list|registry)\\b|\\bdnc list\\b",
  '\\bcease and desist\\b',
  '\\b(?:refrain|desist|abstain) from (?:any )?(?:further )?(?:contact|call|text|messag|writ|send|e-?mail)\\w*',
  "\\b(?:do not|don't|dont|never|didn't) (?:give|grant|have)?(?: you)?(?: my)? ?(?:consent|permission|authori[sz]ation|authori[sz]e|agree)(?: you)?(?: to (?:being |be |receiving |getting )?(?:me |us )?| for ){0,1}(?:text|call|contact|messag|e-?mail|reach)\\w*",
  `\\b(?:cut|knock) it out with (?:the|these|your|all the)(?: \\w+)? ?${mail}`,
  "^\\W*(?:(?:i'?m|we're|sorry|no|really) )?not interested,? (?:please )?(?:stop|unsubscribe|quit|end)\\W*$",
  '^\\W*(?:(?:please|just|now|oh|ok|dude|man) )?(?:go away|get lost|buzz off|bug off|back off|scram|(?:fuck|f\\W{0,4}|piss|eff|bugger) off)(?: (?:please|now|already|you \\w+|jorge|bot))?\\W*$',
  '^\\W*(?:please )?make (?:it|this|these|them) stop\\W*$',
  "\\bwhy (?:won't|don't|can't|wont|cant) you (?:just )?(?:stop|leave me alone|quit)\\b(?! by)",
  '\\b(?:please |just |fucking |f\\*+ing )stop(?: it| this| now| please)?\\s*(?:[.!]|$)',
];

const myName = '(?:me|nos|mi (?:numero|nombre|telefono|correo))';
const spanish = [
  '\\b(?:no|ni un|ya no) (?:quiero )?mas (?:mensajes|mensajitos|msjs?|textos|llamadas|correos|sms|whatsapps?)\\b',
  `\\bno (?:quiero que )?(?:me|nos) (?:vuelv(?:a|an|as) a )?(?:escrib(?:a|an|as|ir)|llam(?:e|en|es|ar)|contact(?:e|en|es|ar)|mand(?:e|en|es|ar)|envi(?:e|en|es|ar)|molest(?:e|en|es|ar)|text(?:ee|een|ees)|busqu(?:e|en|es))\\b(?! (?:al|a la|en|antes|despues|por (?!favor)|muy|tan|hasta|durante|el|los|cuando|si|tarde|temprano|otra cosa|foto|otr[oa]s? (?:casa|opcion)|departamento|condominio|casa))`,
  '\\bno vuelv(?:a|an|as) a (?:escribir|llamar|contactar|molestar|mandar|enviar)(?:me|nos)\\b',
  '\\b(?:dej(?:a|e|en|ad|es)|par(?:a|e|en)|ces(?:a|e|en)) (?:ya )?de (?:escribir|llamar|molestar|contactar|mandar|enviar|textear|fastidiar|acosar|spamear)(?:me|nos)?\\b',
  '\\bdeje?(?:n|nme|me|nos)?(?:me|nos)? en paz\\b|\\bdejame en paz\\b|\\bdejanos en paz\\b',
  '\\b(?:ya )?no (?:quiero|deseo|queremos|me interesa)(?: \\w+){0,1}? (?:recibir(?: mas| sus| tus| estos| esos| ningun)?|mas|sus|tus|estos|esos) ?(?:mensajes|textos|llamadas|correos|sms|publicidad|spam|nada)\\b',
  '\\bya no (?:quiero|deseo) (?:mensajes|textos|llamadas|correos)\\b',
  '\\b(?:dar|da|de|den|dar)(?:me|nos) de baja\\b|\\bdame de baja\\b|\\bd(?:e|a)nme de baja\\b',
  `\\b(?:quit|borr|elimin|sac|saqu|remuev|remov|retir)\\w{1,4}(?:me|nos)\\b(?: \\w+){0,2}? (?:de|lista|base)\\b(?! (?:la casa|la cita|duda|dudas|apuro))|\\b(?:quit|borr|elimin|sac)(?:a|e|en|ar) mi (?:numero|nombre|telefono|correo)(?! de (?:la casa|los planos))`,
  '\\b(?:cancelar|parar|dejar de recibir|terminar)(?: (?:los|sus|estos|esos|todos|de))* (?:mensajes|textos|msjs?|llamadas|correos)\\b',
  '\\bbasta de (?:mensajes|textos|llamadas|correos)\\b',
  `\\b(?:quit|borr|elimin|sac)\\w{1,4} ${myName} de (?:la|su|tu|esa|esta) (?:lista|base)`,
  '\\b(?:favor de|les pido que|le pido que|prefiero que|solicito que|pido que) no (?:me |nos )?(?:escrib|llam|contact|mand|envi|molest)\\w{1,5}(?:me|nos)?\\b|\\bno (?:autorizo|doy (?:mi )?(?:permiso|consentimiento)|consiento)\\b[^.!?]{0,12}\\b(?:contact|llam|escrib|mensaj)',
  '\\bnumero equivocado\\b(?! de)|\\bse equivoc(?:o|aron) de (?:numero|persona|telefono)\\b|\\bno soy esa persona\\b',
  '\\brevoco (?:mi|el) (?:consentimiento|permiso)\\b',
  '^\\W*(?:por favor )?para(?:n)?(?:,? (?:ya|por favor|de una vez))+\\W*$|^\\W*basta (?:ya|de mensajes)\\b',
];
const portuguese = [
  '\\bnao (?:me )?(?:quero |desejo )?(?:me )?(?:mand(?:e|em|ar)|envi(?:e|em|ar)|lig(?:ue|uem|ar)|contat(?:e|em|ar)|contact(?:e|em|ar)|escrev(?:a|am|er)|perturb(?:e|em)|incomod(?:e|em)|procur(?:e|em)) ?(?:-me )?(?:mais|nunca|novamente)\\b',
  '\\b(?:chega|basta) de (?:mensage(?:m|ns)|ligacoes|sms|spam)\\b',
  '\\bpar(?:e|em|a) de (?:me )?(?:mandar|enviar|ligar|escrever|contatar|incomodar|perturbar|encher)\\b',
  '\\bnao quero (?:mais )?(?:receber )?(?:mais )?(?:mensage(?:m|ns)|msgs?|receber (?:mais )?(?:mensagens|nada)|ligacoes|contato)\\b',
  '\\bnao (?:quero|desejo) (?:mais )?ser (?:contat|contact|incomod|perturb)ad[oa]\\b|\\b(?:remov|apag|tir|exclu|delet)\\w{1,3} (?:o )?meu (?:numero|nome|contato|telefone)\\b',
  '\\bme deix(?:a|e|em) em paz\\b|\\bdeix(?:a|e|em)-me em paz\\b',
  '\\b(?:me )?(?:tir(?:a|e|em|ar)|remov(?:a|e|am|er)|exclu(?:a|i|am|ir)|retir(?:a|e|em))(?:-me)? (?:me )?(?:d(?:a|essa|esta)|meu numero da) (?:sua )?lista\\b|\\b(?:sair|saia) d(?:a|essa|esta) (?:sua )?lista\\b',
  '\\b(?:numero errado|pessoa errada|foi engano)\\b(?! de)',
  '\\b(?:cancelar|cancele) (?:a |minha )?(?:inscricao|assinatura)\\b|\\bdescadastr(?:ar|e|em)\\b',
];
const french = [
  "\\b(?:ne |n')?(?:me |m'|nous )(?:contactez?|ecri(?:vez|s)|appelez?|envoyez?|derangez?|textez?|relancez?) (?:plus|pas|jamais)\\b(?! (?:avant|apres|au|le|a|ce|pendant|tard))",
  "\\b(?:de|veuillez|priere de|pourriez-vous) ne (?:plus|pas) (?:me |m'|nous )(?:contacter|ecrire|appeler|envoyer|deranger|solliciter|texter)\\b",
  "\\bn'(?:ecri(?:vez|s)|appelez?|envoyez?) plus\\b|^\\W*arret(?:e|ez) (?:ca|cela|tout)\\b|\\bstop (?:aux|les|a vos|a ces) (?:messages?|sms|textos|appels)\\b",
  "\\b(?:arret(?:e|ez|er)|cess(?:e|ez|er)) (?:tout de suite )?de (?:me |m'|nous )(?:contacter|ecrire|appeler|envoyer|deranger|harceler|texter|spammer|solliciter)\\b",
  "\\b(?:ne )?(?:veux|souhaite|desire|voulons) plus (?:recevoir |avoir )?(?:de |d'|vos |aucun |ces )?(?:messages?|sms|textos?|appels?|mails?|etre (?:contacte|derange)|rien recevoir)",
  '(?<!\\w )\\bplus (?:de|aucun) (?:messages?|sms|appels?|mails?|textos?)\\b|^\\W*(?:merci,? )?plus (?:de|aucun) (?:messages?|sms|appels?|mails?)\\b',
  '\\b(?:desabonn|desinscri)\\w{1,5}[- ]?(?:moi|nous)?\\b(?=\\W|$)(?<!desinscription)(?! de quoi)',
  '\\b(?:retir|enlev|supprim|effac|ray)ez?[- ]moi de\\b|\\b(?:retirez?|supprimez?|effacez?) mon (?:numero|nom)\\b',
  '\\b(?:laisse|laissez|foutez|fichez|fous)[- ](?:moi|nous) (?:tranquille|la paix|en paix)\\b',
  '\\b(?:mauvais|faux) numero\\b|\\bvous vous (?:etes )?tromp\\w{1,3} de (?:numero|personne)\\b|\\berreur de numero\\b',
];
const german = [
  '\\b(?:schreib(?:en|t)?|ruf(?:en|t)?|kontaktier(?:en|t)?|belastig(?:en|t)?|text(?:en|et)?)(?: sie)?(?: mir| mich| uns)?(?: bitte)? (?:nicht|nie|nie) ?(?:mehr|wieder)\\b',
  '\\b(?:schreib|schreibt|ruf|ruft|kontaktiert?|kontaktiere|schick|schickt)(?: mich| mir| uns)(?: bitte)? (?:nicht mehr|nie wieder|nichts mehr)\\b|\\brufen sie (?:mich )?nicht mehr an\\b',
  '\\b(?:bitte )?(?:nicht|nie) (?:mehr|wieder) (?:schreiben|anrufen|kontaktieren|anschreiben|melden|belastigen|storen)\\b',
  '\\bkeine (?:weiteren )?(?:nachrichten|sms|anrufe|e-?mails|mails|werbung|kontaktaufnahme)(?: mehr)?(?: bitte)?\\s*(?:[.!,]|$)|\\b(?:mochte|will|wunsche|wollen)[^.!?]{0,16} keine (?:weiteren )?(?:nachrichten|sms|anrufe|mails|werbung)(?: mehr)? (?:von ihnen |von euch )?(?:erhalten|bekommen|haben|empfangen|schicken|senden)\\b',
  '\\b(?:hor|hoer)(?:en|t|e)?(?: sie)?(?: bitte)?(?: damit)? auf,? (?:mir|mich|uns|nachrichten|zu schreiben)\\b|\\bhor(?:en|t)?(?: sie)? (?:bitte )?damit auf\\b|^\\W*(?:bitte )?hor(?:en sie|t|)(?: bitte)?(?: endlich)? auf\\W*(?:bitte)?\\W*$',
  '\\blass(?:en|t|e)?(?: sie)? (?:mich|uns) (?:bitte )?(?:endlich )?in (?:ruhe|frieden)\\b',
  '\\bmeld(?:en|et|e)?(?: sie)? mich (?:bitte )?ab\\b|\\b(?:mich|uns) (?:bitte )?(?:abmelden|abbestellen|austragen)\\b',
  '\\b(?:nehmen|streichen|loschen|loeschen|entfernen|tragen)(?: sie)? (?:mich|uns|meine nummer)(?: bitte)?(?: von| aus| in)? ?(?:\\w+ ){0,2}(?:liste|verteiler|kontaktliste|datenbank)\\b|\\b(?:loschen|loeschen|entfernen) sie (?:bitte )?meine (?:telefon)?nummer\\b|\\bnimm mich (?:von|aus) der liste\\b',
  '\\b(?:falsche nummer|falsch verbunden|falsche person)\\b',
  '\\bmochte (?:nicht mehr|nicht weiter) (?:kontaktiert|angeschrieben|angerufen)\\b|\\bwiderrufe? (?:meine )?(?:einwilligung|zustimmung)\\b|\\bich widerrufe\\b',
];
const italian = [
  '\\bnon (?:scriv(?:etemi|ermi|eteci)|contatt(?:atemi|armi)|chiam(?:atemi|armi)|disturb(?:atemi|armi)|mandatemi|inviatemi|mi (?:scriv(?:ete|a|ere)|contatt(?:ate|i|are)|chiam(?:ate|i|are)|mand(?:ate|i|are)|invi(?:ate|i|are)|disturb(?:ate|i|are)))(?: (?:messaggi|sms|nulla|niente))? piu\\b',
  '\\bsmett(?:ete|etela|ila|i|a|erla) di (?:scriver|chiamar|contattar|mandar|inviar|disturbar|tempestar)(?:mi|ci)\\b',
  '\\bnon (?:voglio|desidero|vogliamo) (?:piu )?(?:ricevere |avere )?(?:piu )?(?:i vostri |altri |dei |questi |piu )?(?:messaggi|sms|chiamate|telefonate|email|essere (?:contattat[oa]|disturbat[oa]))\\b|\\bnon (?:voglio|desidero) piu (?:ricevere|essere contattat[oa])\\b',
  '\\bbasta (?:messaggi|chiamate|sms|mail|scrivermi|con (?:i|questi) messaggi)\\b',
  '\\blasci(?:ate|a|a)(?:mi|ci) in pace\\b|\\bmi lasci(?:ate)? in pace\\b',
  '\\b(?:cancell|toglie?|rimuov|elimin|lev)(?:ate|ete|imi|a|i|imi)?(?:mi|ci)? (?:subito )?(?:il mio (?:nome|numero) )?(?:dall?a|da questa|da) (?:vostra |tua |sua )?lista\\b',
  '\\b(?:numero sbagliato|ha sbagliato numero|avete sbagliato (?:numero|persona)|persona sbagliata)\\b',
  "\\bdisiscriv(?:imi|etemi|ermi)\\b|\\bannullare? (?:l'|la mia )?iscrizione\\b",
];
const tagalog = [
  '\\b(?:itigil|tigilan) (?:mo|nyo|niyo|ninyo)(?: na)?(?: ako| kami| po)?(?: na)?(?:$|\\W*$| (?:ang |sa )?(?:pag|text|mensahe|ka-?text))',
  '\\b(?:huwag|wag) (?:mo|nyo|niyo|ninyo|ka|kayo|na|po)(?: (?:na|po|mo|nyo|niyo|akong|ako|kong|ko|kayong|kang)){0,4} (?:i-?text|itext|mag-?text|mag-?message|i-?message|imessage|tawagan|tumawag|kontakin|i-?contact|kulitin|guluhin|mag-?chat|padalhan)(?: (?:sa )?(?:akin|amin|uli|ulit|na|po))?\\b(?! (?:bago|pagkatapos|kapag|sa trabaho|tuwing))',
  '\\b(?:ayoko|ayaw ko|ayaw)(?: na| po| nang| ng){0,3} (?:makatanggap|mga text|mensahe|ng mensahe|mga mensahe|text|tawag)\\b',
  '\\b(?:tanggalin|alisin|burahin) (?:mo|nyo|niyo|ninyo)(?: po)? (?:ako|ang number ko|ang numero ko)(?: sa (?:listahan|list))?\\b',
  '\\bmaling (?:numero|number|tao)\\b',
];
/** Vietnamese as people type it without its marks, where that can mean nothing else. */
const vietnameseBare = [
  '\\bdung (?:nhan tin|goi|lien lac|lien he|gui|lam phien)(?: \\w+){0,4} nua\\b|\\b(?:ngung|dung) nhan tin\\b|\\bhuy dang ky\\b|\\bde toi yen\\b|\\bnham so roi\\b',
];

const before = '(?<!\\p{L})';
const after = '(?!\\p{L})';
const vietnamese = [
  `${before}(?:đừng|không được|vui lòng không|xin không|làm ơn không) (?:nhắn(?: tin)?|gọi|liên lạc|liên hệ|gửi|làm phiền|quấy rầy)[^.!?]{0,24} (?:nữa|lại)${after}`,
  `${before}(?:ngừng|ngưng|dừng)(?: việc)? (?:nhắn|gọi|gửi|liên lạc|liên hệ|làm phiền)${after}`,
  `${before}(?:hủy|huỷ) đăng ký${after}`,
  `${before}không (?:muốn|cần) (?:nhận|được nhận|nghe)(?: thêm)?[^.!?]{0,16}(?:tin nhắn|tin|cuộc gọi|liên lạc)[^.!?]{0,12}(?:nữa|thêm)?${after}`,
  `${before}(?:xóa|xoá|bỏ|gỡ) (?:tôi|số (?:của )?tôi|tên tôi) (?:khỏi|ra khỏi) (?:danh sách)?`,
  `${before}(?:nhầm|sai|lộn) số(?: rồi)?(?! (?:phòng|nhà|tiền|lượng|liệu|năm))${after}`,
  `${before}(?:để|cho) tôi yên${after}`,
  `${before}(?:đừng|không muốn bị) (?:làm phiền|quấy rầy)`,
  `${before}(?:xóa|xoá|bỏ|gỡ) số (?:điện thoại )?(?:của )?tôi${after}`,
];
const chinese = [
  '(?:不要|别|別|请勿|請勿|勿)再?(?:给我|給我|跟我|和我|向我)?(?:再)?(?:发(?:了|短信|消息|信息|送)|發(?:了|短信|訊息|信息|送)|联系(?!卖|业主|房东)|聯繫(?!賣|業主|房東)|联络|聯絡|打电话给我|打電話給我|打扰|打擾|骚扰|騷擾)',
  '(?:不要|别|別|请勿|請勿)再(?:给我|給我)?(?:打电话|打電話)',
  '(?:请)?停止(?:给我|給我)?(?:发送|發送|发信息|发消息|发短信|發訊息|联系|聯繫|骚扰|騷擾|打扰)',
  '(?:别|別|不要)(?:再)?(?:烦|煩|吵)我',
  '不(?:想|要|希望|愿意|願意)(?:再)?(?:收到|接收|接到)(?:你|您|任何|这|這|此|们|們|的|更多|类|類|些|公司|广告|廣告){0,8}(?:消息|短信|信息|訊息|简讯|簡訊|电话|電話|邮件|郵件)',
  '(?:把我|将我|將我)?从(?:你们?的?|您的|贵公司)?(?:名单|列表|名單)(?:上|中|里|裡)?(?:删除|移除|去掉|删掉)|(?:把|将|將)我(?:的号码|的號碼)?移(?:出|除)|(?:把我|將我)從.{0,6}名單.{0,3}(?:刪除|移除)',
  '(?:打错|打錯|发错|發錯|拨错|找错|找錯)(?:了|号码|號碼|电话|電話|人)|号码(?:错了|不对)|號碼(?:錯了|不對)',
  '取消(?:订阅|訂閱)|退(?:订|訂)(?![单單])',
];
const korean = [
  '(?:연락|문자|전화|메시지|메세지|톡|카톡)(?:를|을|도|는|은)? ?(?:더 ?이상 |이제 |그만 |절대 |다시는 )?(?:하지|보내지|주지) ?(?:마(?!고)|말아|말라)',
  '더 ?이상 (?:연락|문자|전화|메시지)[^.!?]{0,8}(?:싫|원하지|않|마)',
  '(?:메시지|문자|연락|전화)(?:를|을)? (?:더 ?이상 |이제 )?(?:받고 싶지 않|받기 싫|원하지 않|거부)',
  '그만 ?(?:보내|연락|문자|하시)|(?:연락|문자|전화|메시지)(?:를|은|는)? ?그만',
  '수신 ?거부|구독 ?(?:취소|해지)',
  '(?:번호|전화)(?:를|가)? ?잘못|잘못(?:된)? (?:번호|거신|보내|연락)|(?:제|내) (?:번호|연락처)(?:를|을|는)? ?(?:삭제|지워|빼)',
  '귀찮게 ?(?:하지|굴지)|(?:목록|명단|리스트)에서 (?:빼|삭제|지워)|(?:저를|나를|날) 내버려',
];
const arabic = [
  '(?:لا|ما|بلا) (?:تراسل|ترسل|تتصل|تكلم|تزعج|تتواصل|تبعث|تكتب)(?:وا|ون|ي)?(?!\\p{L}* (?:قبل|بعد ال|في العمل|الا))',
  '(?:رجاء|الرجاء|ارجو|نرجو) (?:عدم|التوقف عن|الكف عن) (?:مراسل|الاتصال|ارسال|ازعاج|التواصل)',
  '(?:اوقف|اوقفوا|وقف|وقفوا) (?:ال)?(?:رسائل|رساله|اتصال)',
  '(?:توقف|توقفوا|كف|كفوا|بطل|بطلوا) (?:عن )?(?:مراسلتي|الاتصال|ارسال|ازعاجي|التواصل|مراسله)',
  '(?:الغاء|الغوا|الغ|الغي) (?:ال)?اشتراك',
  'لا (?:اريد|ارغب|احتاج|نريد)(?: في| ان)? ?(?:استلام |تلقي |اتلقي |المزيد من |اي |مزيد من ){1,3}(?:ال)?(?:رسائل|رساله|اتصالات|مكالمات)',
  '(?:احذف|احذفو|امسح|شيل|ازل|ازيلو)(?:ا|وا)?(?:ني|وني)(?: من)? ?(?:ال)?(?:قائمه|قائمتكم)?|(?:احذف|امسح|احذفوا) رقمي',
  '(?:ال)?رقم (?:ال)?(?:خاطئ|خطا|غلط)|غلطان(?:ين)? (?:بال|في ال)رقم',
  '(?:اتركني|اتركوني|دعني|دعوني|سيبني|سيبوني)(?: و(?:شاني|حدي|حالي)| في حالي)',
];
const russian = [
  '(?:не|никогда не) (?:пиши|пишите|звони|звоните|беспокой|беспокойте|шлите|присылайте|отправляйте|связывайтесь)(?: со)?(?: мне| мной| меня| нам)?(?: (?:больше|никогда|сообщени[йя]|смс))',
  'больше (?:мне |нам |меня |со мной )?не (?:пиши|пишите|звони|звоните|беспокой|беспокойте|присылайте|связывайтесь)',
  '(?:перестань|перестаньте|хватит|прекрати|прекратите|кончайте) (?:мне |нам |меня )?(?:писать|звонить|слать|присылать|беспокоить|спамить)',
  'отпиши(?:те|сь)?(?: меня)?(?!\\p{L})',
  '(?:убери|уберите|удали|удалите|вычеркните|исключите) (?:меня|мой номер|мой телефон)(?! из (?:сделки|договора))',
  'остав(?:ь|ьте) меня в покое|отстань(?:те)? от меня',
  '(?:вы |ты )?(?:ошиблись|ошибся|ошиблась) номером|не тот номер|неправильный номер',
  '(?:не хочу|не желаю)(?: больше)? получать(?: ваши| больше| эти| никакие| такие){0,2} (?:сообщения|смс|звонки|рассылку|письма)|больше не хочу (?:получать|слышать)',
  'отзываю (?:свое |моё |мое )?согласие',
];

/** The phrases of each language, as sources of expressions. */
export const phrasesOf: Readonly<Record<OptOutLanguage, readonly string[]>> = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
  it: italian,
  tl: tagalog,
  vi: [...vietnameseBare, ...vietnamese],
  zh: chinese,
  ko: korean,
  ar: arabic,
  ru: russian,
};

/** Matched against text without accents. */
export const latinPhrases = new RegExp(
  [...english, ...spanish, ...portuguese, ...french, ...german, ...italian, ...tagalog, ...vietnameseBare].join('|'),
  'u',
);
/** Matched against text with its marks, in lower case. */
export const vietnamesePhrases = new RegExp(vietnamese.join('|'), 'u');
/** Matched against text of those scripts; Arabic with one form of each letter. */
export const otherPhrases = new RegExp([...chinese, ...korean, ...arabic, ...russian].join('|'), 'u');
