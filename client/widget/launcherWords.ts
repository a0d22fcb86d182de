import type { Language } from './languages.ts';

/** Words on the page before the chat is loaded; they travel with the loader. */
export interface LauncherWords {
  open: string;
  close: string;
  home: string;
  site: string;
  hide: string;
  failed: string;
  /** The start of the greeting, on a site that lets it appear by itself. */
  hi: string;
}

const from = ([open, close, home, site, hide, failed, hi]: [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]) => ({
  open,
  close,
  home,
  site,
  hide,
  failed,
  hi,
});

export const launcherWords: Record<Language, LauncherWords> = {
  en: from([
    'Open chat',
    'Close chat',
    'Questions about this home?',
    'Questions? Ask here.',
    'Hide',
    'The chat couldn’t load. Try again.',
    'Hi, I’m Jorge, the AI assistant here.',
  ]),
  es: from([
    'Abrir el chat',
    'Cerrar el chat',
    '¿Preguntas sobre esta casa?',
    '¿Preguntas? Escríbanos.',
    'Ocultar',
    'No se pudo cargar el chat. Inténtelo de nuevo.',
    'Hola, soy Jorge, el asistente de IA.',
  ]),
  fr: from([
    'Ouvrir le chat',
    'Fermer le chat',
    'Des questions sur ce bien ?',
    'Des questions ? Écrivez ici.',
    'Masquer',
    'Le chat n’a pas pu se charger. Réessayez.',
    'Bonjour, je suis Jorge, l’assistant IA.',
  ]),
  de: from([
    'Chat öffnen',
    'Chat schließen',
    'Fragen zu diesem Haus?',
    'Fragen? Hier stellen.',
    'Ausblenden',
    'Der Chat konnte nicht geladen werden. Noch einmal versuchen.',
    'Hallo, ich bin Jorge, der KI-Assistent hier.',
  ]),
  pt: from([
    'Abrir o chat',
    'Fechar o chat',
    'Perguntas sobre esta casa?',
    'Perguntas? Escreva aqui.',
    'Ocultar',
    'Não foi possível carregar o chat. Tente de novo.',
    'Olá, sou o Jorge, o assistente de IA.',
  ]),
  it: from([
    'Apri la chat',
    'Chiudi la chat',
    'Domande su questa casa?',
    'Domande? Scriva qui.',
    'Nascondi',
    'Impossibile caricare la chat. Riprova.',
    'Salve, sono Jorge, l’assistente IA.',
  ]),
  zh: from([
    '打开聊天',
    '关闭聊天',
    '对这套房子有疑问？',
    '有问题？在这里问。',
    '隐藏',
    '聊天无法加载，请重试。',
    '您好，我是 AI 助手 Jorge。',
  ]),
  vi: from([
    'Mở trò chuyện',
    'Đóng trò chuyện',
    'Có câu hỏi về căn nhà này?',
    'Có câu hỏi? Hỏi tại đây.',
    'Ẩn',
    'Không tải được trò chuyện. Hãy thử lại.',
    'Xin chào, tôi là Jorge, trợ lý AI.',
  ]),
  ko: from([
    '채팅 열기',
    '채팅 닫기',
    '이 집이 궁금하신가요?',
    '궁금한 점을 물어보세요.',
    '숨기기',
    '채팅을 불러오지 못했습니다. 다시 시도해 주세요.',
    '안녕하세요, AI 도우미 Jorge입니다.',
  ]),
  ar: from([
    'فتح المحادثة',
    'إغلاق المحادثة',
    'هل لديك أسئلة عن هذا المنزل؟',
    'لديك سؤال؟ اسأل هنا.',
    'إخفاء',
    'تعذّر تحميل المحادثة. حاول مرة أخرى.',
    'مرحبًا، أنا Jorge، المساعد الذكي هنا.',
  ]),
};
