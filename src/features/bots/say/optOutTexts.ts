import type { OptOutLanguage } from '../../reading/model.ts';

/** The one confirmation of an opt-out, in every language in which one is understood: it names its sender and the way back, no offer. */
export const optedOut: Readonly<Record<OptOutLanguage, readonly string[]>> = {
  en: [
    "Understood. {brokerage} won't send you any more messages. If you ever want to come back, write START here.",
    'All right, no more messages from {brokerage}. If you ever want to come back, write START here.',
  ],
  es: [
    'Entendido. {brokerage} no le enviará más mensajes. Si algún día quiere volver, escriba START aquí.',
    'De acuerdo, no habrá más mensajes de {brokerage}. Si quiere volver, escriba START aquí.',
  ],
  fr: [
    "C'est noté, {brokerage} ne vous enverra plus de messages. Pour revenir, écrivez START ici.",
    'Entendu, plus aucun message de {brokerage}. Si vous voulez revenir, écrivez START ici.',
  ],
  de: [
    'In Ordnung, {brokerage} schickt Ihnen keine Nachrichten mehr. Um zurückzukommen, schreiben Sie hier START.',
    'Verstanden, es kommen keine Nachrichten mehr von {brokerage}. Zum Zurückkommen schreiben Sie hier START.',
  ],
  pt: [
    'Entendido, {brokerage} não enviará mais mensagens. Para voltar, escreva START aqui.',
    'Certo, não haverá mais mensagens de {brokerage}. Se quiser voltar, escreva START aqui.',
  ],
  it: [
    'Va bene, {brokerage} non le invierà altri messaggi. Per tornare, scriva START qui.',
    "D'accordo, nessun altro messaggio da {brokerage}. Se vuole tornare, scriva START qui.",
  ],
  tl: [
    'Sige po, hindi na kayo padadalhan ng mensahe ng {brokerage}. Para bumalik, isulat dito ang START.',
    'Naiintindihan po, wala nang mensahe mula sa {brokerage}. Kung gusto ninyong bumalik, isulat dito ang START.',
  ],
  vi: [
    'Vâng, {brokerage} sẽ không gửi tin nhắn cho quý vị nữa. Muốn quay lại, xin viết START tại đây.',
    'Đã rõ, sẽ không còn tin nhắn nào từ {brokerage}. Khi muốn quay lại, xin viết START tại đây.',
  ],
  zh: [
    '好的，{brokerage} 不会再给您发消息。如需恢复，请在这里回复 START。',
    '明白了，您不会再收到 {brokerage} 的消息。想恢复时，请在这里回复 START。',
  ],
  ko: [
    '알겠습니다. {brokerage}에서 더 이상 메시지를 보내지 않습니다. 다시 받으시려면 여기에 START라고 적어 주세요.',
    '네, {brokerage}의 메시지를 중단했습니다. 다시 원하시면 여기에 START라고 적어 주세요.',
  ],
  ar: [
    'حسنًا، لن تصلكم رسائل أخرى من {brokerage}. إذا أردتم العودة فاكتبوا START هنا.',
    'تم ذلك، ولن ترسل لكم {brokerage} أي رسائل أخرى. للعودة اكتبوا START هنا.',
  ],
  ru: [
    'Хорошо, {brokerage} больше не будет вам писать. Чтобы вернуться, напишите здесь START.',
    'Понятно, сообщений от {brokerage} больше не будет. Если захотите вернуться, напишите здесь START.',
  ],
};
