import { bareLetters, otherScripts, visibleText } from '../../../kernel/bareLetters.ts';

const machine =
  '(?:chat ?bot|bot|robot|a\\.?i\\b\\.?|artificial(?: intelligence)?|machine|computer|program|automated(?: (?:message|repl(?:y|ies)|system|response)s?)?|automatic|virtual assistant|chat ?gpt|gpt|claude|siri|llm)';
const human =
  '(?:human(?: being)?s?|real (?:person|human|people|agent|one)|live (?:person|human|agent|one)|actual (?:person|human|people|agent)|person(?![- ]friendly)|alive|real(?! \\w))';
const some =
  '(?:(?:a|an|the|actually|really|just|even|some|kind|sort|type|of|like|only|talking|speaking|chatting|to|with|still|in fact|maybe|an actual|really a) ){0,4}';
const latin = [
  `\\b(?:are|r|is|do) (?:you(?: happen to be)?|u|ya|these|this(?: chat| thing)?|it|jorge) ${some}(?:${machine}|${human}|agent|realtor)(?!\\p{L}|[- ](?:estate|listing|price|wood|home|house|deal|fireplace))`,
  `\\bam i (?:talking|speaking|chatting|writing|texting|messaging|dealing)(?: right now)? (?:to |with )?${some}(?:${machine}|${human}|someone real|somebody real|real)\\b`,
  '\\b(?:bot|robot|human|ai|person|machine) or (?:(?:a|an|some|the|kind of) ){0,2}(?:chat ?bot|bot|robot|human|ai|machine|person|real|computer)\\b',
  '^\\W*(?:(?:so )?(?:you|u) )?(?:a |an )?(?:bot|robot|ai|human)\\s*\\?',
  '^\\W*(?:so )?(?:you|u) an? (?:bot|robot|ai|human)\\W*$',
  `\\b(?:is|are) (?:there )?(?:a |an |any )?(?:(?:real|actual|live) )?(?:someone real|somebody real|person|people|human|bot|robot|ai|machine|computer) (?:really |actually )?(?:reading|writing|answering|typing|responding|replying|behind|there\\?|on the other (?:end|side)|at the other end)`,
  '\\b(?:do you use|are you using|is this using) (?:chat ?gpt|gpt|claude|gemini|an? ai|ai)\\b',
  `(?:^|[,.!?;] |\\b(?:so|wait|hold up|hold on|but|and|ok) )you(?:'re| are|r|re) ${some}${machine}(?:,? (?:right|huh|no|yes|or what|correct|aren't you|arent you|are you not|isn't it|i (?:guess|suppose|assume)))?\\s*\\?|\\byou(?:'re| are| r|re) ${some}${machine},? (?:right|huh|aren't you|arent you|are you not|correct)`,
  `\\bdo i have an? (?:live|real|actual) (?:person|human|agent)\\b`,
  `\\b(?:did|does|is|was) (?:an? )?(?:human|(?:real )?person|bot|ai|computer|machine) (?:write|wrote|written|type|answer|send|read)`,
  `\\b(?:is|was) (?:this|that|it) (?:written|typed|answered|sent|generated) by (?:an? )?(?:real )?(?:${machine}|${human})`,
  // Spanish
  '\\b(?:eres|es|son|estas|hablo con|estoy hablando con|estoy chateando con|converso con)(?: usted| ustedes| esto| tu| jorge| este chat| de verdad| realmente){0,2}(?: una?| algun)? (?:chatbot|bot|robot|humano|humana|ser humano|persona(?: real| de verdad| de carne)?|ia|maquina|inteligencia artificial|automatic[oa]|respuesta automatica)\\b',
  '\\bjorge es (?:una? )?(?:persona|robot|bot|humano|ia|maquina)',
  '\\bhay (?:una |alguna )?persona (?:real |de verdad )?(?:ahi|aqui|del otro lado|detras|atendiendo)',
  '\\b(?:robot|bot|maquina|ia) o (?:una? )?(?:persona|humano)|\\b(?:persona|humano) o (?:una? )?(?:robot|bot|maquina|ia)\\b',
  // Portuguese
  '\\b(?:voce|vc|tu|isso|isto|o jorge) (?:e|eh|es|seria) (?:uma? )?(?:robo|bot|maquina|ia|inteligencia artificial|humano|humana|pessoa(?: real| de verdad(?:e)?)?|chatbot|ser humano)\\b',
  '\\b(?:estou|to) (?:falando|conversando|teclando) com (?:uma? )?(?:pessoa|robo|bot|humano|maquina|ia)\\b',
  // French
  "\\b(?:etes[- ]vous|vous etes|es[- ]tu|tu es|t'es|c'est|est-ce|jorge est) (?:vraiment |bien |en fait )?(?:une? )?(?:robot|bot|ia|intelligence artificielle|humain|humaine|machine|vraie personne|personne reelle|chatbot|etre humain|automatique)\\b",
  '\\b(?:je parle|parle-je|suis-je en train de parler|je suis en train de parler|je discute|je chatte)(?: ici)? (?:a|avec) (?:une? )?(?:vrai(?:e)? )?(?:personne|robot|humain|machine|bot|ia)\\b',
  // German
  '\\b(?:sind sie|bist du|ist das|ist dies|ist jorge) (?:hier |denn |eigentlich |wirklich |etwa )?(?:ein(?:e|en)? )?(?:echte[rn]? )?(?:roboter|bot|ki|mensch|maschine|chatbot|kunstliche intelligenz|computer|person)\\b',
  '\\b(?:spreche|schreibe|rede|chatte) ich (?:hier |gerade )?mit (?:einem|einer) (?:echten |richtigen )?(?:menschen|person|roboter|bot|ki|maschine|computer)\\b',
  // Italian
  "\\b(?:sei|lei e|siete|e|questo e|jorge e|questa e)(?: davvero)? (?:un(?:a|')? ?)?(?:robot|bot|umano|umana|persona (?:vera|reale)|macchina|intelligenza artificiale|ia|chatbot|essere umano)\\b",
  '\\b(?:sto )?(?:parlando|parlo|chattando) con (?:una? )?(?:persona|robot|bot|umano|macchina|vera persona|ia)\\b',
  // Tagalog
  '\\b(?:robot|bot|tao|ai|totoong tao|makina)(?: po)? (?:ka|ba|kayo|kausap)(?: ba| po ba)?\\b|\\b(?:tao|bot|robot|ai) ba (?:ito|ang kausap)',
];
const vietnamese =
  /(?<!\p{L})(?:bạn|anh|chị|em|đây|jorge|cái này)(?: có)?(?: phải)?(?: là)? (?:một |con )?(?:robot|bot|máy|ai|trí tuệ nhân tạo|chatbot|người thật|người)(?: thật)?(?: không| à| hả| phải không| đúng không| vậy)|(?:nói chuyện|chat|trò chuyện|nhắn tin) với (?:một )?(?:người(?: thật)?|robot|bot|máy|ai)(?: thật)?(?: hay| không| à|\?)/iu;
const others = [
  // Chinese
  '(?:你|您|这|這|这个|jorge)(?:到底|真的)?是(?:不是)?(?:个|個|一个|一個)?(?:机器人|機器人|真人|ai|人工智能|人工智慧|人类|人類|聊天机器人|聊天機器人|电脑|電腦|机器|人(?:还是|還是))',
  '(?:我)?(?:是)?(?:在|正在)?(?:跟|和|与|與)(?:一个)?(?:真人|机器人|機器人|ai|机器)(?:聊|说|說|对话|對話|讲|講|交谈)[^。]{0,6}(?:吗|嗎|\\?|？|么)',
  // Korean
  '(?:로봇|봇|챗봇|기계|인공지능|ai|사람|진짜 사람|실제 사람|인간)(?:이|입|인|이신|이세|이에|예)(?:에요|예요|니까|가요|지요|죠|냐|야|세요|가|요)',
  '(?:사람|로봇|봇|기계|ai)(?:이랑|랑|하고|과|와)[^.?!]{0,10}(?:대화|이야기|얘기|말)[^.?!]{0,10}(?:맞|인가|건가|거예|거야|중인|\\?)',
  // Arabic
  '(?:هل )?(?:تكون|انت|انتي|انتم|هذا|هذه)(?: \\p{L}+)?(?: هو)? (?:روبوت|بوت|انسان|بشر|شخص حقيقي|اله|ذكاء اصطناعي|رد الي)',
  'هل (?:اتحدث|اتكلم|احكي|اكلم) (?:مع |الي )?(?:شخص|انسان|روبوت|بوت|بشر|اله)',
  // Russian
  '(?:вы|ты|это|здесь|тут|жорж)(?: что)?(?: правда| действительно)?,? (?:робот|бот|человек|живой человек|машина|искусственный интеллект|ии|чат-?бот|нейросеть)(?!\\p{L})[^.!]{0,20}\\?',
  'я (?:говорю|общаюсь|разговариваю|переписываюсь) с (?:живым )?(?:человеком|роботом|ботом|машиной)',
];
// Matched against lower case: `i` beside `u` makes every `\b` a search of its own, and matching twenty times as slow.
const asks = new RegExp(latin.join('|'), 'u');
const asksElsewhere = new RegExp(others.join('|'), 'iu');
/** Remarks, and words about somebody else: no question whether we are a machine. */
const remark =
  /\b(?:seems?|sounds?|acts?|talks?|writes?|looks?) (?:\w+ )?like an? (?:bot|robot)\b|\bis this (?:a )?real (?:listing|price|home|house|ad|deal|estate)|\b(?:owner|seller|landlord|price|listing|gate|door|sprinkler\w*|system|fireplace) (?:is |are )?(?:a )?(?:real|person|automat\w+)/i;

/** Asks in earnest whether it talks to a machine or a person, in the languages of the widget and two more; "you seem like a robot" is a remark. */
export function asksWhetherAi(text: string): boolean {
  const visible = visibleText(text);
  const bare = bareLetters(visible);
  return (
    wordsThatAsk(bare) !== null || vietnamese.test(visible) || (otherScripts.test(bare) && asksElsewhere.test(bare))
  );
}

/** The same message without those words, so that a wish for a person beside them can be read by itself. */
export function withoutAiQuestion(text: string): string {
  const bare = bareLetters(visibleText(text));
  const match = wordsThatAsk(bare);
  if (match === null) return text;
  return `${bare.slice(0, match.index)} ${bare.slice(match.index + match[0].length).replace(orElse, '')}`;
}

/** "… or a real person?": the other half of that question, and no wish for one. */
const orElse =
  /^,? (?:or|o|ou|oder) (?:(?:am i (?:talking|speaking|chatting) (?:to|with)|are you|is (?:this|it)) )?(?:actually |really )?(?:an?|une?|una|ein(?:e|en|em|er)?)? ?(?:real|actual|live|vraie?|echte[nrm]?)? ?(?:person|human(?: being)?|agent|persona(?: real| de verdad)?|humano|personne(?: reelle)?|humain|menschen?)(?= ?(?:$|[?!.,]|here\b|there\b))/;

const wordsThatAsk = (bare: string): RegExpExecArray | null => (remark.test(bare) ? null : asks.exec(bare));

const who =
  /\b(?:who am i (?:talking|speaking|chatting|texting|writing) (?:to|with)|who(?:'s| is) this|who (?:are|r) (?:you|u)|con qui[eé]n (?:hablo|estoy hablando)|qui[eé]n (?:eres|es usted|habla))(?![a-z\u00e0-\u00ff])/i;

/** "Who am I talking to?", "who is this?": answered as the question whether we are a machine. */
export const asksWho = (text: string): boolean => who.test(text);
