import { readMoney } from '../../reading/numbers/readMoney.ts';
import { namesPayment } from '../../reading/person/namesPayment.ts';
import {
  stopPayment as stopPaymentWords,
  stopSigning as stopSigningWords,
  stopStraw as stopStrawWords,
} from '../say/careTexts.ts';
import { finishReply, type Reply } from '../say/reply.ts';
import { isGentle } from '../state/gentle.ts';
import type { Effect } from '../state/protocol.ts';
import type { Wordings } from '../state/question.ts';
import { charsPassedOn, escalate, notifyTeamOnce, type StepContext, say } from '../state/stepContext.ts';
import type { MessageReading } from '../understand/readMessage.ts';
import type { Plan } from './plan.ts';

/**
 * Money that is about to go where it can't be had back: the words that may still save it stand alone, and a person looks. Claude judges for
 * itself whether a payment is one; without it every such payment is warned of, because a needless warning costs nothing.
 */
export function stopPayment({ turn, reply, readings }: Plan): Effect[] | null {
  const { state } = turn;
  const isWarned = state.said.stopPayment !== undefined;
  const said = readings.filter(
    ({ message: { text }, isReadByModel }) =>
      !isReadByModel &&
      (namesPayment(text) || (isWarned && (readMoney(text) !== null || ofPaying.test(text) || presses.test(text)))),
  );
  if (said.length === 0) return null;
  // Danger that was told before weighs more.
  if (!isGentle(state.situation)) state.situation = 'fear';
  return warn(turn, reply, { said, of: 'May be about to lose money', key: 'stopPayment', wordings: stopPaymentWords });
}

/** A person who was warned and says that the money has gone needs the bank now, however small the sum. */
const ofPaying =
  /(?<!\p{L})(?:cash|efectivo|sent|paid|wired|transferred|zelled|mand[eé]|envi[eé]|pagu[eé]|deposit[eé]|transfer[ií])(?!\p{L})/iu;

/**
 * Somebody who is behind on their home, and speaks of signing it over or of paying whoever offers to save it: that is how homes are lost to
 * foreclosure rescue scams (FTC, "Mortgage relief scams"). Judged, and warned of without a model, as a payment is.
 */
export function stopSigning({ turn, reply, intents, readings }: Plan): Effect[] | null {
  const { state } = turn;
  const isWarned = state.said.stopSigning !== undefined;
  const isInTrouble = [state.situation, intents.situation].includes('money-trouble');
  const said = readings.filter(
    ({ message: { text }, isReadByModel, question }) =>
      !isReadByModel &&
      ((isInTrouble && givesAway.test(text)) ||
        (isWarned && presses.test(text)) ||
        signsOver.test(text) ||
        (question === null && isPressed(text))),
  );
  if (said.length === 0) return null;
  state.situation = 'money-trouble';
  return warn(turn, reply, {
    said,
    of: 'May be about to sign a home away',
    key: 'stopSigning',
    wordings: stopSigningWords,
  });
}

/**
 * Somebody else is to take the home or the loan in their own name, and they pay: it would be that person's by law, and the lender would be told
 * what isn't so.
 */
export function stopStraw({ turn, reply, readings }: Plan): Effect[] | null {
  const said = readings.filter(({ message: { text }, isReadByModel }) => !isReadByModel && strawPurchase.test(text));
  if (said.length === 0) return null;
  return warn(turn, reply, {
    said,
    of: 'May be about to buy in somebody else’s name',
    key: 'stopStraw',
    wordings: stopStrawWords,
  });
}

const strawPurchase =
  /(?<!\p{L})(?:(?:put|puts|buy|buys|get|gets|take|takes|sign|signs)\b[^.?!]{0,30}\b(?:in|under) (?:his|her|their|(?:a|my) (?:friend|cousin|brother|sister|uncle|boss|coworker|buddy)(?:'s)?|someone else's|somebody else's) (?:own )?name\b[^.?!]{0,60}\b(?:we|i)(?:'ll| will| just| would)? (?:pay|give|make|cover)|(?:saca|compra|pone|pide|agarra)\p{L}* [^.?!]{0,24}a (?:su|otro) nombre(?!\p{L})[^.?!]{0,60}(?:pag|damos|doy|le da))/iu;

/** After a warning, what the other one says or does next is pressure: "he says if I wait I get nothing". */
const presses =
  /(?<!\p{L})(?:he|she|they|(?:the|that|this) (?:guy|man|lady|woman|company|investor)|él|ella|(?:el|la) se[nñ]ora?)(?:['’]s| is| are)? (?:\p{L}+ )?(?:says?|said|told|wants?|coming|comes|keeps?|texted|called|dice|dijo|quiere|viene)(?!\p{L})/iu;

const givesAway =
  /(?<!\p{L})(?:notar(?:y|ies|ios?)|deed|escrituras?|quit ?claim|sign(?:ed|ing)? (?:it|the (?:house|home|place)) over|up ?front|in advance|por adelantado|adelanto|firm(?:e|o|ar\p{L}*)|sign(?:ed|ing)? (?:\p{L}+ ){0,2}(?:papers?|paperwork|contract|form)s?)(?!\p{L})/iu;

/** A home that is signed over to somebody is rarely had back, whoever does it and why. */
const signsOver =
  /\b(?:sign|signs|signed|signing) (?:over (?:the |my |our )(?:deed|title|house|home)|(?:the |my |our )?(?:deed|title|house|home)[^.?!]{0,20}? over\b(?! the (?:weekend|phone)\b| (?:zoom|email|video)\b))/i;

/** Somebody else wants it signed at once: "he offered 160 cash and that I sign today". */
const presser =
  '(?:he|she|they|somebody|someone|(?:an?|the|this|some) (?:\\p{L}+ )?(?:investor|buyer|guy|man|lady|company|flipper)|investors?|él|el(?= (?:me|nos|quiere|dice))|ella|(?:un|una|el|la) (?:se[nñ]ora?|tipo|hombre|inversionista|comprador|compa[nñ][ií]a|vecino))';
const atOnce = '(?:today|tonight|tomorrow|now|right away|hoy|ahora|ya|ma[nñ]ana|de una vez)';
const pressed = new RegExp(
  `(?<!\\p{L})(?<!(?:i['’]m|i am|we['’]re|we are|as|soy|somos) )${presser}(?!\\p{L})[^.?!]{0,140}(?<!\\p{L})(?:sign|signed|signing|firm\\p{L}+)(?!\\p{L})[^.?!]{0,24}(?<!\\p{L})${atOnce}(?!\\p{L})`,
  'iu',
);
const ofShowings =
  /(?<!\p{L})(?:agreements?|tours?|showings?|lease|acuerdos?|visitas?|recorridos?|contrato de renta)(?!\p{L})/iu;
const isPressed = (text: string): boolean => pressed.test(text) && !ofShowings.test(text);

interface Warning {
  said: readonly MessageReading[];
  /** Of what, as the team reads it. */
  of: string;
  key: string;
  wordings: Wordings;
}

/** Nothing else is said or asked beside the words that may still help. */
function warn(turn: StepContext, reply: Reply, { said, of, key, wordings }: Warning): Effect[] {
  turn.state.asked = null;
  reply.question = null;
  const words = said.map(({ message }) => message.text).join(' ');
  notifyTeamOnce(turn, 'danger-check', `${of}: “${words.slice(0, charsPassedOn)}”`, 0);
  escalate(turn, 'distress', 'high');
  return finishReply(turn, reply, say(turn, key, wordings));
}
