import { bareLetters, otherScripts, visibleText } from '../../../kernel/bareLetters.ts';

const verb =
  "(?<!(?:n't|\\bnot|\\bnever|\\bdont) )\\b(?:delete|erase|remove|wipe|purge|destroy|scrub|clear|expunge|forget|get rid of|take down)";
const noun =
  '(?:data|information|infos?|details|records?|account|history|conversations?|chats?|profile|file|personal (?:stuff|things)|name and (?:number|e-?mail)|(?:phone )?number and e-?mail)';
/** By what they can be found: "forget my number" means another thing. */
const removes = "(?<!(?:n't|\\bnot|\\bnever|\\bdont) )\\b(?:delete|erase|remove|wipe|purge|get rid of)";
const contact = '(?:(?:phone |cell )?number|phone|cell|e-?mail(?: address)?|info|data|numero|telefono|correo|datos)';
const my = '(?:my|our) (?:(?:personal|private|contact|own|chat) ){0,2}';
const held =
  "(?:you|y'all|you guys|your (?:team|company))(?:'ve| have)?(?: got)? ?(?:have|hold|keep|kept|know|store|stored|saved|collected|on file)?";
const latin = [
  `${removes} (?:my|our) ${contact}\\b(?! (?:and|,) (?:use|put|here))`,
  `\\b${contact}\\b[^?]{0,50}${removes} (?:it|that|them|this)\\b|\\d{3}[-. ]?\\d{4}\\W{1,3}(?:please |pls )?${removes} (?:it|that|this)\\b|\\b(?:delete|erase|wipe) (?:it all|all of it|everything)\\b`,
  `\\b${contact}\\b[^?]{0,50}\\b(?:borr|elimin)(?:a|e|en|an)(?:lo|la|los)\\b|\\b(?:borr|elimin)(?:a|e|en|an|ar)(?:lo|la)? (?:mi|ese|el) (?:numero|telefono|correo|nombre)\\b`,
  `${verb}(?: (?:all|any|of|the|every|everything|this|chat|conversation|and)){0,4} ${my}${noun}`,
  `${verb}(?: (?:all|any|of|the|every|everything|whatever|what|this|that|personal|chat|conversation|and)){0,5}(?: (?:data|information|info|details|records?))?(?: (?:that|which))? (?:${held} (?:about|on|of) me|you(?: have|'ve)? (?:collected|stored|saved|kept|have|hold|keep|store|know)(?! (?:about|on|of|for) (?!me|us|file)))\\b`,
  `${verb}(?: (?:all|any|of|the|every|everything|this|that|chat|conversation|and|records?|data|information|info|details|traces?)){1,6} (?:about|on|of) (?:me|us|myself)\\b`,
  `${verb} (?:this|the|our) (?:chat|conversation) and my\\b`,
  `\\b${my}${noun} (?:(?:to be|be|is|all|completely|permanently) ){0,3}(?:deleted|erased|removed|wiped|destroyed|purged|gone|expunged)\\b`,
  `\\b(?:deletion|erasure|removal) of (?:all )?(?:of )?${my}${noun}`,
  '\\bright (?:to|of) (?:be forgotten|erasure|deletion|delete|erase)\\b|\\b(?:data|information) (?:deletion|erasure) request\\b',
  '\\b(?:ccpa|cpra|gdpr|tdpsa)\\b[^.!?]{0,20}\\b(?:deletion|erasure|delete|erase)',
  `\\b(?:don't|do not|dont|never)(?: want you to| let them)? (?:keep|store|retain|save|hold(?: on to)?)(?: any(?: of)?)? ${my}${noun}`,
  `\\b(?:delete|remove|erase|wipe|purge|scrub) (?:me|us|my \\w{3,9}(?: number)?(?: and \\w{4,6})?) (?:completely |entirely )?(?:from|off|out of) (?:your|the|any) (?:database|systems?|records?|crm|files|servers?)\\b`,
  `\\b(?:get|take|pull) ${my}(?:${noun}|${contact}) (?:out of|off|from) (?:your|the) (?:database|systems?|records?|crm|files|servers?)`,
  "^\\W*(?:please |just )?forget (?:about )?me(?: please)?\\W*$|(?<!n't )\\bforget (?:everything|all|anything)(?: that)?(?: you (?:know|have))? (?:about|on) me\\b",
  // Spanish
  '\\b(?:borr|elimin|suprim|destruy)\\w{1,6}(?: (?:todos?|toda|todas|por favor|los|la|de)){0,4} (?:mis (?:datos|conversaciones|mensajes guardados)|mi (?:informacion|cuenta|historial)|sobre mi\\b|lo (?:que|q) (?:saben|tienen|sabe|tiene|sepan|tengan|guardan) (?:de|sobre) mi\\b|(?:lo|todo lo) (?:que|q) (?:tienen|tengan|guarden|guardan) mio\\b)',
  '\\b(?:eliminacion|supresion|borrado) de (?:todos )?mis datos\\b|\\bderecho (?:al olvido|de supresion)\\b|\\bno (?:guarden?|almacenen?|conserven?) (?:mis datos|mi informacion)\\b',
  // French, German
  "\\b(?:supprim|effac|detrui)\\w{1,5}(?: (?:toutes|tous|svp)){0,2} (?:mes (?:donnees|informations|infos)|mon compte)\\b|\\b(?:suppression|effacement) de (?:toutes )?mes (?:donnees|informations)\\b|\\bdroit a l'oubli\\b",
  '\\b(?:losch|loesch|entfern|vernicht)\\w{0,4}(?: (?:sie|bitte|alle)){0,3} meine (?:person\\w+ )?(?:daten|informationen|angaben)\\b|\\bmeine (?:person\\w+ )?(?:daten|informationen|angaben)[^.!?]{0,20}\\b(?:geloscht|loschen|geloescht|entfernt|vernichtet)\\b|\\brecht auf (?:vergessenwerden|loschung)\\b',
  // Portuguese, Italian, Tagalog
  '\\b(?:apag|exclu|delet|elimin|remov)\\w{1,3}(?: (?:todos|todas|os|as)){0,2} (?:meus dados|minhas informacoes|minha conta)\\b|\\bexclusao d(?:os|e) meus dados\\b',
  "\\b(?:cancell|elimin|rimuov)\\w{1,4}(?: (?:tutti|tutte)){0,1} (?:i miei dati|le mie informazioni|il mio account)\\b|\\bcancellazione dei miei dati\\b|\\bdiritto all'oblio\\b",
  '\\b(?:burahin|tanggalin|i-?delete|paki-?delete)(?: (?:mo|nyo|niyo|po|ang|ng|lahat|mga)){0,5} (?:data|impormasyon|info) ko\\b',
  // Vietnamese, as the marks are gone
  '\\bxoa (?:het |tat ca |bo )?(?:du lieu|thong tin)(?: ca nhan)?(?: cua)? (?:toi|em|minh)\\b',
];
const others = [
  '(?:删除|刪除|清除|删掉|销毁|抹掉)(?:所有|全部|掉)?(?:我的|关于我的|關於我的)(?:所有|全部)?(?:个人|個人)?(?:数据|資料|资料|信息|資訊|個人)|把我的(?:个人|個人)?(?:数据|资料|資料|信息)[^。]{0,6}(?:删|刪|清除)',
  '(?:내|제|저의)? ?(?:개인)? ?(?:정보|데이터)(?:를|을)? ?(?:모두 |전부 |다 )?(?:삭제|지워|파기)',
  '(?:احذف|احذفوا|امسح|امسحوا|حذف|مسح) (?:كل |جميع )?(?:بياناتي|معلوماتي)',
  '(?:удал|сотр|уничтож)\\p{L}{1,6}(?: (?:все|всю|пожалуйста)){0,2} (?:мои (?:личные |персональные )?данные|мою (?:личную )?информацию|информацию обо мне|данные обо мне)',
];
const request = new RegExp(latin.join('|'), 'u');
const elsewhere = new RegExp(others.join('|'), 'u');

/** A wish to have personal data deleted (CCPA, Texas TDPSA, GDPR), in the languages of the widget and two more. */
export function asksForDeletion(text: string): boolean {
  const bare = bareLetters(visibleText(text));
  return request.test(bare) || (otherScripts.test(bare) && elsewhere.test(bare));
}
