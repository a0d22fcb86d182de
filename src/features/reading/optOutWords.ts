/**
 * How people say that they want no more messages, in the languages of the widget. Keywords are whole messages without
 * spaces, lower case; common misspellings count, because a reasonable person reads them so (FCC, in force since 11 Apr 2025).
 */
export const optOutKeywords: ReadonlySet<string> = new Set([
  ...[
    'stop',
    'stopall',
    'stopit',
    'unsubscribe',
    'cancel',
    'end',
    'quit',
    'revoke',
    'optout',
    'optmeout',
    'optmeoutplease',
  ],
  ...['stp', 'stpo', 'sotp', 'stopp', 'stoppp', 'unsubcribe', 'unsubscibe', 'unsuscribe', 'unsubscrib'],
  ...['parar', 'pare', 'paren', 'alto', 'cancelar', 'baja', 'darmedebaja', 'detener', 'basta'],
  ...[
    'arrêter',
    'arreter',
    'arrêtez',
    'arretez',
    'arrêt',
    'désabonner',
    'desabonner',
    'désinscrire',
    'désinscription',
    'annuler',
  ],
  ...['abmelden', 'abbestellen', 'aufhören', 'aufhoeren', 'stornieren'],
  ...['sair', 'descadastrar', 'cancelamento', 'remover'],
  ...['ferma', 'fermare', 'fermati', 'annulla', 'disiscrivimi', 'disiscriviti', 'cancellami'],
  ...['停', '停止', '退订', '退訂', '取消', '取消订阅', '取消訂閱', '别发了', '不要发了'],
  ...['dừng', 'dừnglại', 'dunglai', 'ngừng', 'ngưng', 'ngung', 'hủy', 'huỷ', 'hủyđăngký', 'huỷđăngký'],
  ...['중지', '정지', '그만', '그만해', '수신거부', '해지', '취소'],
  ...['توقف', 'توقفوا', 'أوقف', 'اوقف', 'إيقاف', 'ايقاف', 'قف', 'إلغاء', 'الغاء', 'إلغاءالاشتراك', 'الغاءالاشتراك'],
]);

/** Of those, the ones that speak of an appointment where one stands. */
export const cancelWords = /^(?:cancel|annul|storn|remover|取消$|hủy$|huỷ$|취소|إلغاء$|الغاء$)/u;

/** Whole messages by which somebody comes back. */
export const optInKeywords: ReadonlySet<string> = new Set([
  ...['start', 'unstop', 'resume', 'restart', 'subscribe', 'resubscribe', 'optin'],
  ...['empezar', 'comenzar', 'iniciar', 'inicio', 'reanudar', 'alta'],
  ...['reprendre', 'démarrer', 'demarrer', 'commencer', 'starten', 'anmelden', 'fortsetzen'],
  ...['começar', 'comecar', 'recomeçar', 'voltar', 'inizia', 'iniziare', 'riprendi', 'riprendere'],
  ...['开始', '開始', '恢复', '恢復', 'bắtđầu', 'batdau', '시작', '다시시작', 'ابدأ', 'ابدا', 'بدء', 'استئناف'],
]);

const before = '(?<!\\p{L})';
const after = '(?!\\p{L})';
/** Clear clauses inside a longer message, beside the English ones. */
export const optOutPhrases: readonly string[] = [
  // Spanish
  `${before}no m[aá]s (?:mensajes|textos|llamadas|correos)${after}`,
  `${before}no me (?:escriba[ns]?|escriban m[aá]s|llame[ns]?|contacte[ns]?|manden?|moleste[ns]?)${after}`,
  `${before}dej(?:e|en|a|ad|es) de (?:escribirme|llamarme|molestar(?:me)?|contactarme|mandarme|enviarme)${after}`,
  `${before}d[eé]je(?:n)?me en paz${after}`,
  `${before}d[eé]jame en paz${after}`,
  `${before}no quiero (?:recibir )?m[aá]s (?:mensajes|textos|llamadas|correos)${after}`,
  `${before}(?:darme|denme|d[eé]me) de baja${after}`,
  `${before}n[uú]mero equivocado${after}`,
  // French
  `${before}ne (?:me |m')(?:contactez|contacte|[eé]crivez|[eé]cris|appelez|appelle|envoyez|d[eé]rangez) (?:plus|pas)${after}`,
  `${before}arr[eê]tez? de (?:me |m')(?:contacter|[eé]crire|appeler|envoyer|d[eé]ranger)${after}`,
  `${before}plus de (?:messages|sms|appels)${after}`,
  `${before}d[eé]sabonnez[- ]moi${after}`,
  `${before}laissez[- ]moi tranquille${after}`,
  // German
  `${before}(?:schreiben|rufen|kontaktieren|bel[aä]stigen) sie mi(?:ch|r) (?:bitte )?(?:nicht|nie) (?:mehr|wieder)${after}`,
  `${before}(?:schreib|schreibt|kontaktiert?) mi(?:ch|r) (?:bitte )?nicht mehr${after}`,
  `${before}rufen sie (?:mich )?nicht mehr an${after}`,
  `${before}keine (?:weiteren )?(?:nachrichten|sms|anrufe|e-?mails)(?: mehr)?\\s*(?:[.!]|$|bitte)`,
  `${before}h(?:ö|oe)r(?:en sie|t)? (?:bitte )?auf,? (?:mir|mich)${after}`,
  `${before}lass(?:en sie|t)? mich in ruhe${after}`,
  `${before}melden sie mich ab${after}`,
  // Portuguese
  `${before}n[aã]o me (?:mandem?|enviem?|liguem?|contatem?|contactem?|escrevam?) (?:mais|nunca)${after}`,
  `${before}parem? de me (?:mandar|enviar|ligar|escrever|contatar|incomodar)${after}`,
  `${before}n[aã]o quero mais (?:mensagens|receber|liga[cç][oõ]es)${after}`,
  `${before}me deixem? em paz${after}`,
  // Italian
  `${before}non (?:scrivetemi|contattatemi|chiamatemi|mi (?:scrivete|contattate|chiamate|scriva|contatti|chiami)) pi[uù]${after}`,
  `${before}smett(?:ete|ila|etela|i) di (?:scrivermi|chiamarmi|contattarmi)${after}`,
  `${before}basta (?:messaggi|chiamate|sms)${after}`,
  `${before}lasci(?:ate|a)mi in pace${after}`,
  // Chinese
  '(?:不要|别|別|请勿|請勿)再(?:给我|給我)?(?:发|發|联系|聯繫|联络|打电话|打電話|打扰|打擾)',
  '(?:请勿|請勿)(?:联系|聯繫|打扰|打擾)我?',
  '停止(?:发送|發送|发信息|發訊息|联系|聯繫)',
  '(?:别|別)(?:烦|煩)我',
  // Vietnamese
  `${before}đừng (?:nhắn(?: tin)?|gọi|liên lạc|liên hệ|gửi|làm phiền)[^.!?]{0,20} nữa${after}`,
  `${before}(?:ngừng|ngưng|dừng) (?:nhắn|gọi|gửi|liên lạc|liên hệ)${after}`,
  `${before}(?:hủy|huỷ) đăng ký${after}`,
  // Korean
  '(?:연락|문자|전화|메시지)(?:를|을|도)? ?(?:더 이상 )?(?:하지|보내지|주지) ?(?:마(?!고)|말아)',
  '그만 ?(?:보내|연락)',
  '수신 ?거부',
  // Arabic
  '(?:لا|ما) (?:تراسل|ترسل|تتصل|تكلم|تزعج)',
  '(?:توقف|توقفوا|كف|كفوا) عن (?:مراسلتي|الاتصال|إرسال|ارسال|إزعاجي|ازعاجي)',
  '(?:إلغاء|الغاء|ألغوا|الغوا) (?:ال)?اشتراك',
];
