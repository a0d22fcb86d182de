/** Words by which somebody shows that a home is theirs, and that they may part with it. They name no wish to sell: that is `readIntent`'s. */

const owned =
  /(?<!\bsold )\b(?:my|our|(?:i|we) (?:own|have) (?:a|an|the|this)|(?:my|our|his|her|the) [\p{L}]+'s|mi|nuestra)(?: (?!works?|working|from|at|to|is|are|and|or|lease|budget)[\p{L}\d'-]+){0,3} (?:home|house|place|condo|property|town ?ho(?:me|use)|duplex|casa|propiedad|departamento)\b/iu;
const tooMuch =
  /\b(?:the |this )?(?:house|home|place|yard|upkeep|casa) (?:is|has (?:become|gotten)|got|es|se (?:nos|me) hizo)(?: \w+)? (?:too (?:much|big)|more than (?:we|i) (?:need|can)|demasiado)/i;
const inArrears =
  /\b(?:behind on (?:my|our|the) (?:payments?|mortgage)|facing foreclosure|(?:i'm|we're|i am|we are) underwater|owe more than|(?:might|may|could|will|going to|gonna|about to) lose (?:the|my|our) (?:house|home|place)|perder (?:la|mi|nuestra) casa)\b/i;
const rid =
  /\b(?:want|need) (?:it|this|the (?:house|place|property)) gone\b|\b(?:make|give) (?:me|us) an offer\b|\b(?:have|own|got)\b[^.?!]{0,40}\b(?:unload|offload|part with|let go of|get rid of)\b/i;
const asksWorth = /\b(?:what|how much)\b[^.?!]{0,24}\b(?:worth|get for (?:it|this|that))\b|\bcu[aá]nto vale\b/i;
const getsForIt =
  /\b(?:i|we)(?:'d| would|'m| am|'re| are)? (?:\w+ )?(?:want|like|hop(?:e|ing)|expect(?:ing)?|ask(?:ing)?|get|take|accept)\b|\b(?:quisiera|espero|pido)\b/i;

/** "My house", "we own a duplex", "my mom's place". */
export const hasHome = (text: string): boolean => owned.test(text);

/** The home is too much for them, its payments are not met, or they only want it gone. */
export const partsWithHome = (text: string): boolean => inArrears.test(text) || tooMuch.test(text) || rid.test(text);

/** "I'd want about 900k. What is it worth?": asks for the value of what they hope to get something for. */
export const asksWhatItBrings = (text: string): boolean => asksWorth.test(text) && getsForIt.test(text);
