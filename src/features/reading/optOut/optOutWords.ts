import type { OptOutLanguage } from '../model.ts';

/**
 * How people say in one word that they want no more messages, in the languages of the widget and two more that the market speaks.
 * Whole messages without spaces, as `bareLetters` has them; common misspellings count, because a reasonable person reads them so
 * (FCC, in force since 11 Apr 2025). The English ones count in every language: phone networks ask for STOP everywhere.
 */
export const optOutKeywordsOf: Readonly<Record<OptOutLanguage, readonly string[]>> = {
  en: [
    ...['stop', 'stopall', 'stopit', 'stopthis', 'stopthat', 'unsubscribe', 'unsub', 'cancel', 'end', 'quit', 'revoke'],
    ...['optout', 'optmeout', 'stp', 'stpo', 'sotp', 'stopp', 'stoppp'],
    ...['unsubcribe', 'unsubscibe', 'unsuscribe', 'unsubscrib'],
  ],
  es: ['parar', 'pare', 'paren', 'alto', 'cancelar', 'baja', 'darmedebaja', 'detener', 'detente', 'basta', 'paraya'],
  fr: ['arreter', 'arretez', 'arret', 'desabonner', 'medesabonner', 'desinscrire', 'desinscription', 'annuler'],
  de: ['abmelden', 'abbestellen', 'aufhoren', 'aufhoeren', 'stornieren'],
  pt: ['sair', 'descadastrar', 'cancelamento', 'remover', 'cancelarinscricao', 'parar', 'pare', 'cancelar'],
  it: [
    ...['ferma', 'fermare', 'fermati', 'smettila', 'annulla', 'annullaiscrizione', 'disiscrivimi', 'disiscriviti'],
    ...['cancellami', 'basta'],
  ],
  tl: ['tigil', 'itigil', 'itigilmo', 'tama', 'tamana'],
  vi: ['dừng', 'dừnglại', 'dunglai', 'ngừng', 'ngưng', 'ngung', 'hủy', 'huỷ', 'hủyđăngký', 'huỷđăngký'],
  zh: ['停', '停止', '退订', '退訂', '取消', '取消订阅', '取消訂閱', '别发了', '不要发了', '拒收'],
  ko: [
    ...['중지', '정지', '그만', '그만해', '그만해요', '그만하세요', '그만해주세요', '수신거부', '해지', '취소'],
    '구독취소',
  ],
  ar: ['توقف', 'توقفوا', 'اوقف', 'ايقاف', 'قف', 'الغاء', 'الغاءالاشتراك', 'كفي', 'كفايه'],
  ru: [
    ...['стоп', 'отписаться', 'отписка', 'отпишите', 'прекратите', 'прекрати', 'хватит', 'отстаньте', 'отстань'],
    'отмена',
  ],
};

export const optOutKeywords: ReadonlySet<string> = new Set(Object.values(optOutKeywordsOf).flat());

/** The subset that means the appointment when one is booked. */
export const cancelWords = /^(?:cancel|annul|storn|remover|取消$|hủy$|huỷ$|취소|الغاء$|отмена$)/u;

/** The subset that is an opt-out also as a sentence of its own beside others ("I'm not interested. STOP"). */
export const strongKeywords: ReadonlySet<string> = new Set([
  ...['stop', 'stopall', 'stopthis', 'unsubscribe', 'unsub', 'optout', 'stopp', 'desabonner', 'abmelden'],
  ...['退订', '退訂', '수신거부', 'стоп', 'отписаться'],
]);

/** Words that may stand around such a word without changing it. */
export const courtesies: ReadonlySet<string> = new Set([
  ...[
    'please',
    'pls',
    'plz',
    'just',
    'ok',
    'okay',
    'k',
    'yes',
    'hey',
    'hi',
    'hello',
    'sorry',
    'thanks',
    'thx',
    'ty',
    'thank',
    'you',
  ],
  ...[
    'now',
    'already',
    'immediately',
    'right',
    'sir',
    'maam',
    'jorge',
    'kindly',
    'me',
    'my',
    'ya',
    'por',
    'favor',
    'porfa',
    'porfavor',
    'gracias',
  ],
  ...[
    'bitte',
    'danke',
    'jetzt',
    'sofort',
    'svp',
    'merci',
    'maintenant',
    'sil',
    'il',
    'vous',
    'plait',
    'obrigado',
    'obrigada',
    'agora',
  ],
  ...[
    'per',
    'favore',
    'grazie',
    'subito',
    'adesso',
    'di',
    'nhe',
    'po',
    'na',
    'mo',
    'wag',
    'пожалуйста',
    'сейчас',
    'немедленно',
  ],
  ...['제발', '请', '請', '吧', 'رجاء', 'فضلك', 'من', 'لو', 'سمحت'],
]);

/** Whole messages by which somebody comes back. */
export const optInKeywords: ReadonlySet<string> = new Set([
  ...['start', 'unstop', 'resume', 'restart', 'subscribe', 'resubscribe', 'optin'],
  ...['empezar', 'comenzar', 'iniciar', 'inicio', 'reanudar', 'alta'],
  ...['reprendre', 'demarrer', 'commencer', 'starten', 'anmelden', 'fortsetzen'],
  ...['comecar', 'recomecar', 'voltar', 'inizia', 'iniziare', 'riprendi', 'riprendere'],
  ...[
    '开始',
    '開始',
    '恢复',
    '恢復',
    'bắtđầu',
    'batdau',
    '시작',
    '다시시작',
    'ابدا',
    'بدء',
    'استئناف',
    'начать',
    'старт',
  ],
]);
