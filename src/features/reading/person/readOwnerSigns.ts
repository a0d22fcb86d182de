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

/** True when they ask what a home is worth and name what they hope to get for it: "I'd want about 900k. What is it worth?" */
export const asksWhatItBrings = (text: string): boolean => asksWorth.test(text) && getsForIt.test(text);

const tells = new RegExp(
  [
    "\\b(?:we|i) (?:still )?owe\\b(?! (?:you|them|him|her|taxes))|(?:^|[,.;] )owe (?:about |around |like )?\\$?\\d|\\b(?:it'?s|its|house is|home is|all) (?:all )?paid off\\b|\\bno mortgage\\b|\\b(?:casa|esta|está) (?:ya )?(?:est[aá] )?pagada\\b|\\b(?:debo|debemos)\\b[^.?!]{0,30}\\b(?:casa|banco|hipoteca)\\b",
    "\\bfor sale by owner\\b|\\bfsbo\\b|\\bcash (?:me|us) out\\b|\\b(?:house|home|place|it)\\b[^.?!]{0,20}\\b(?:has to|have to|needs to|must|gotta) (?:be sold|sell)\\b|\\b(?:can|could|would|will) (?:y'?all|you|u) (?:move|list|sell) (?:it|this|ours|mine)\\b",
    "\\b(?:ours|mine) is (?:an? )?(?:\\d|in\\b|on\\b|at\\b|worth)|\\b(?:what|how much)\\b[^.?!]{0,30}\\b(?:our|my) (?:house|home|place|condo)\\b|\\b(?:on|off) the deed\\b|\\bi'?m (?:the )?executor\\b|\\bletters testamentary\\b|\\bleft the (?:house|home|place)\\b",
    '\\bi (?:have|had|own) (?:a )?tenants?\\b|\\bmy tenants?\\b|\\bfind me an? (?:tenant|renter)\\b|\\b(?:agenc(?:y|ies)|agents?|realtors?|brokers?)\\b[^.?!]{0,30}\\bfor (?:my|our) (?:house|home|place|condo)\\b|\\bmarket analysis\\b|\\bcma\\b',
    '\\basking \\$?\\d{3}(?:k|,000)?\\b(?! (?:for|too))|\\bin my pocket\\b|\\bwalking away\\b|\\bwant \\$?\\d{3}k?(?:,000)? for it\\b|\\bzestimate\\b|\\bcounty (?:says|val|has it)',
    '\\b(?:me|nos|le) (?:quieren?|quer[ií]an?|van a|ofrecen?|ofreci[oó]|ofrecieron)\\b[^.?!]{0,20}(?:\\bcomprar\\b|\\bpor (?:la|mi) casa\\b|\\d)|\\b(?:la casa|mi casa) (?:qued[oó]|me cost[oó]|est[aá] a nombre)|\\bme qued[eé] con la casa\\b|\\b(?:quitar|rematar|embargar)\\w*\\b[^.?!]{0,20}\\bcasa\\b',
    '\\bgot (?:a|my) \\d/\\d\\b|\\b(?:house|home|casa) (?:is|es|est[aá]) (?:perfect|in (?:great|good))|\\bhail (?:got|hit) (?:my|our)\\b|\\b(?:my|our) (?:roof|foundation|hvac|slab)\\b',
  ].join('|'),
  'i',
);

/** Says of a home what only its owner would: the loan on it, that it must be sold, who lives in it, their price for it. */
export const tellsOfOwnHome = (text: string): boolean => tells.test(text);
