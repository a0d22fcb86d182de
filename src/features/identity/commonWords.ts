/** The words of which passwords are made most often: guessed first, so worth little. Lower case, without spaces and hyphens. */
export const commonWords: readonly string[] = `
password passwort passwd pass pwd contrasena heslo senha motdepasse secret changeme change default letmein login logon signin
welcome admin administrator root user guest test tester testing temp temporary demo example sample please access enter open sesame
trustno1 opensesame whatever nothing something abc123 a1b2c3d4e5 1q2w3e4r5t 1q2w3e4r 1q2w3e q1w2e3r4t5 q1w2e3r4 q1w2e3
iloveyou loveyou love lovely lover baby babygirl angel princess prince sunshine rainbow flower butterfly heaven forever
football baseball basketball soccer hockey softball tennis golf golfer cowboys steelers packers yankees lakers eagles rangers
raiders broncos redskins dolphins patriots redsox arsenal liverpool chelsea barcelona juventus
dragon monkey master shadow killer hunter ranger thunder phoenix falcon tiger panther jaguar mustang corvette ferrari porsche
mercedes toyota honda harley yamaha superman batman spiderman ironman starwars startrek pokemon naruto minecraft matrix
computer internet google facebook samsung microsoft windows apple cisco server system network telecom phone mobile
summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december happy lucky freedom family friend friends hello goodbye thankyou jesus christ
pakistan india china brazil russia germany france england turk telekom vodafone bismillah theworldinyourhand thisis qwaszx
america american canada mexico texas austin dallas houston boston chicago newyork london florida california
michael jennifer jessica daniel robert thomas george charlie michelle jordan andrew amanda ashley nicole joshua matthew
anthony william joseph david james john maria carlos jose peter martin richard samantha alexander elizabeth
cheese cookie banana orange coffee chocolate pepper ginger peanut chicken buster maggie bailey snoopy silver golden diamond
purple yellow black white green blue qazwsx money boss company office work business team manager
house home homes realty realtor realestate broker brokerage agent property listing jorge jorgehub hub
fuck fucking shit asshole bitch sexy killme
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);
