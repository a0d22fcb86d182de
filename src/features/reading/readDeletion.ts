import { plainText } from './plainText.ts';

const before = '(?<!\\p{L})';
const request = new RegExp(
  [
    `${before}(?:delete|erase|remove|wipe|forget|purge|destroy)(?: all| any)?(?: of)? (?:my|our) (?:personal )?(?:data|information|info|personal|details|records?|account|history|conversation|chat|profile|file|name and (?:number|e-?mail))`,
    `${before}(?:delete|erase|remove|wipe|forget|purge|destroy)(?: (?:all|any|the|of|everything|whatever|this)){0,3}(?: (?:personal )?(?:data|information|info|details|records?|everything))? (?:you(?:'ve| have)?(?: got)? (?:have|hold|keep|store|stored|saved|collected)|you (?:have|hold|keep)|(?:about|on|of) me)(?!\\p{L})`,
    `${before}(?:right to be forgotten|right (?:to|of) (?:erasure|deletion))`,
    `${before}(?:ccpa|gdpr|tdpsa)(?: data)? (?:deletion|erasure|delete) request`,
    `${before}(?:borr|elimin|suprim)(?:a|ar|e|en|an|ad|o|es)? (?:todos |toda )?(?:mis datos|mi informaci[oó]n|mi cuenta|mis conversaciones|lo que (?:saben|tienen) de m[ií])`,
    `${before}derecho (?:al olvido|de supresi[oó]n)`,
    `${before}(?:supprim(?:er|ez|e)|effac(?:er|ez|e)) (?:toutes )?mes (?:donn[eé]es|informations)`,
    `${before}(?:l[oö]sch(?:en|t|e)?|entfern(?:en|t|e)?)(?: sie)?(?: bitte)?(?: alle)? meine (?:daten|informationen|angaben)`,
    `${before}meine daten (?:bitte )?l[oö]schen`,
    `${before}(?:apag(?:ar|uem?|ue)|exclu(?:ir|a|am)|delet(?:ar|e|em)|elimin(?:ar|em?)) (?:todos )?(?:os )?meus dados`,
    `${before}(?:cancell(?:are|ate|a)|elimin(?:are|ate|a)) (?:tutti )?i miei dati`,
    '(?:删除|刪除|清除|删掉)(?:所有|全部)?(?:我的|关于我的)(?:个人)?(?:数据|资料|資料|信息|個人)',
    `${before}x(?:oá|óa|oa) (?:hết |tất cả )?(?:dữ liệu|thông tin)(?: cá nhân)? của tôi`,
    '(?:내|제) ?(?:개인)? ?(?:정보|데이터)(?:를|을)? ?(?:모두 )?(?:삭제|지워)',
    '(?:احذف|احذفوا|امسح|امسحوا|حذف) (?:كل )?(?:بياناتي|معلوماتي)',
  ].join('|'),
  'iu',
);

/** A wish to have personal data deleted (CCPA, Texas TDPSA, GDPR), in the languages of the widget. */
export const asksForDeletion = (text: string): boolean => request.test(plainText(text));
