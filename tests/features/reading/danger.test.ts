import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { hintsAtDanger, readDanger } from '../../../src/features/reading/person/readDanger.ts';

/** By people who had not seen the rules. */
const written = z
  .object({ none: z.array(z.string()), stated: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../fixtures/dangerLines.json'), 'utf8')));

const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

const selfHarm = lines(`
  I want to die
  i wanna kill myself
  im going to kill myself tonight
  im gonna kms
  I've been thinking about suicide
  thinking about ending my life
  i keep thinking of ending it
  i don't want to live anymore
  i dont want to live
  I don't want to live like this, i lost everything
  I can't go on living
  I'd be better off dead
  my kids would be better off without me
  theres no point in living anymore
  there is no reason to live now that she is gone
  i have nothing left to live for
  i cant do this anymore i just want to end it all
  honestly I'm suicidal
  I tried to kill myself last week
  my daughter is suicidal and we are losing the house
  sometimes I wish I wouldn't wake up
  i wish i was dead
  I have pills and I'm going to take them all
  I'm going to jump off a bridge
  life isn't worth living
  I have a gun and I'm going to use it on myself
  i want to hurt myself
  i keep cutting myself
  nobody would miss me if i was gone
  if i lose this house im going to kill myself
  i want to unalive myself
  ya no quiero vivir
  ya no quiero vivir así
  no quiero seguir viviendo
  me quiero morir
  quiero matarme
  me voy a matar
  he pensado en suicidarme
  ya no tengo ganas de vivir
  estaría mejor muerta
  mi vida ya no tiene sentido, quiero acabar con todo
  been thinking everyone would be better off without me
  i just want to die
  i want to disappear and never wake up
  idk why i'm even alive, i want to kill my self
  if they foreclose i'm gonna end my life
  I wish I could just die
  i took a bunch of pills
  me dan ganas de matarme
  quisiera morirme
  lost the job lost the house lost her. thinking about driving off the bridge
  if they take the house im going to end it
  i just want it all to stop. there's no reason to keep going
  my wife told me she wants to die since the foreclosure letter
  my son says he wants to kill himself
  para que quiero casa si ya no tengo ganas de seguir
  thanks for being nice to me. this is goodbye, for good. take care of my dog someone
  i dont want to be here anymore
  i cant do this any more. not the house. any of it
  doesnt matter, wont be around to see it close
  what does money matter im going to end it tonight
  my family would be better off with the insurance than with me and this mortgage
  goodbye. tell my kids the house is theirs. i took care of it
  im sitting in the garage with the car running thinking about it
  whats the point of a plan, people like me dont make it to spring
  I have lost my wife, my work and now the house. I see no reason to continue living.
  i wont be alive friday lol. not lol
  thanks for listening. you'll be the last one i talked to
  ya perdi todo, mejor me quito del camino y que descansen todos
  pa que quiero casa si ya tengo decidido matarme
  some days i stand on the 360 bridge on the way home from work and just look
  give it away, where im going i wont need it
  ya no le veo sentido a nada, desde que me quitaron la casa quisiera no despertar
  honestly id rather be dead than lose this house
  i'd be worth more dead, the policy pays the mortgage off
  i took a whole bottle of tylenol
  I have a gun in my lap and i am tired
  I don't see the point of living anymore, so the price is whatever
  i keep thinking about hanging myself in the garage
  its too much i wanna end everything tonite
  no reason to be here any more since my wife passed
  i hate being alive
  ya escribi la carta de despedida
  ojala no despertara mañana
  tengo las pastillas en la mano
  todos descansarian si yo ya no estoy
  im done. not with the house. with everything
`);

const violence = lines(`
  he would kill me if i left
  my husband would kill me if he finds out
  my husband hits me and I need to get out
  he beats me and the kids
  my hubby beat me up last nite
  my bf hits me
  my ex is going to kill me if he finds out where i live
  he said if i leave he'll kill me
  she'll kill me if i leave her
  I'm scared of my husband
  my boyfriend choked me last night
  she throws things at me and hits me
  i need to leave before he hurts me again
  my partner is abusive
  my husband is violent
  I'm in an abusive relationship and need a place fast
  im fleeing domestic violence
  theres a restraining order against my ex, need somewhere he cant find me
  he threatened to kill us
  my dad beats my mom
  he put his hands on me
  he pulled a gun on me
  he won't let me leave the house
  my husband punched me in the face
  i'm hiding from my abusive ex
  he's hurting my kids
  he pushed me down the stairs
  my ex is stalking me and i need somewhere with security
  i am afraid for my life
  im not safe at home
  my stepdad touches me, i need to get out of here
  mi esposo me pega
  mi marido me golpea y no sé a dónde ir
  mi ex me amenazó con matarme
  tengo miedo de mi pareja
  le tengo miedo a mi esposo
  soy víctima de violencia doméstica
  huyo de mi marido, me maltrata
  me va a matar si sabe dónde vivo
  él golpea a mis hijos
  mi novio es violento
  no estoy segura en mi casa, él me pega
  hes hitting me again i gotta move out
  my fiance slapped me in front of the kids
  we have to leave before my stepfather gets home, he beats us
  my ex broke in and strangled me
  I need a place where my ex husband cant find me, he wants to kill me
  he gets drunk and hits my mom
  she keeps threatening me with a knife
  mi padrastro nos golpea
  estoy huyendo de mi ex
  tengo miedo de que mi esposo me mate
  mi hijo me pega
  he broke my arm last week, can i sell without him finding out
  he'd rather kill me than sign. he said that
  my grandson strikes me when I will not give him money
  he locked me in and took my keys
  he said if i leave he'll burn the house down with us inside
  my ex broke in with a knife saturday
  si mi esposo se entera me va mal
  anoche me aventó contra la pared enfrente de los niños
  before he comes home. i'm serious he has a gun
  this week, the kids and i are at a shelter and i cant go back there
  does he see this chat if he checks the laptop?? he checks everything and then he hits
  no. no calls no texts. he broke my last phone and then my arm
  only this one he doesnt know about: tulip.reyes@mail.com
  my husband decides everything. last time i asked i ended up in the er
  can i see it today when he's at work, im not safe where i am
  2, me and my daughter. my boyfriend put her in the hospital
  first i gotta survive the weekend with him drunk
  bedroom door he kicked in, and the wall where my head went
  there's holes from his fists in every room
  my mom's husband beats her and she owns the house. how do i get him out of there so she can sell
  my brother said hes gonna burn the place with all of us in it if we sell, and he means it
  estoy encerrada en el baño, el está gritando que me va a quemar la casa
  he found the realtor's card in my purse and locked me in. i'm typing from my kids tablet
  My daughter is in danger with that man. I want to buy her a place he can't get into.
  10 to 2, he's on shift then. if he catches me i'm dead
  el me amenazo con una pistola si vendo la casa, no se que hacer
  my stepdad hits my little brother and me
  he has a knife call someone
  i have bruises all over so i cant do a video tour
  we fled to a womens shelter with nothing, do you take section 8
  im hiding in the closet he is breaking the door
  i'm being stalked by my ex, needs to be a secure building
  he threatned to burn the house down with the kids inside
  my wife stabbed me last year. need a place alone
  my husband hits me and i need somewhere he cant find
  me amenaza con quitarme a los niños y matarme
  no me deja salir de la casa, me quito el telefono
  si se entera que escribo me mata
  me rompio el brazo la semana pasada por eso no puedo manejar
  el me quiere matar si me voy
  my kids flinch when he comes home. i need my own place
  when he gets out of jail he will come for us so it has to be far
  my ex put a gun to my head, is there anything with a gate
`);

const hinted = lines(`
  sell it, leave the money to my kids, i wont be around much longer. by choice
  doesn't matter, i won't be here by christmas. i've decided
  cancel all of it. i'm not going to be here. tell no one
  neither really. was putting my affairs in order so nobody has to deal w it after
  a veces pienso q valgo mas muerto que vivo por el seguro jaja
  wish i had never been born lol what time is the showing
  im such a burden to my kids, they can have the house sooner if i hurry up
  no need to save my number, im not gonna be needing it after sunday
  its ok, soon i wont be anybodys burden
  my wifes gone and im going to be with her soon, sell it quick
  closing date doesnt matter to me i wont see it
  i cant write it here hes right behind me
  antes de que salga de la carcel, juro que viene por mi
  he slammed my head on the counter, so no granite pls lol
  i walked into a door again haha thats what we tell people. 2 bed please
  cant talk hes coming
  no me llames porque si contesta el se pone como loco y me va mal
  i sleep in the car with the kids when he drinks
  he checks my phone so say youre the dentist if you call
`);

const nearMisses = lines(`
  actually 1.125 and ill keep a 5 day option. wife would kill me
  my wife would kill me if i paid that
  im dying to see it
  we're dying to get into that neighborhood
  my wife would kill me if I bought another fixer
  my husband will kill me if we miss this one
  my wife is gonna kill me if I dont get her a bigger kitchen
  killer view!
  he hit me with a low offer
  the seller hit us with a counter
  they hit us with a special assessment
  hit me up when the price drops
  this market is killing me
  my feet are killing me after all those showings
  I'd kill for a kitchen like that
  the commute is killing us
  the taxes will kill us
  he said the taxes would kill me
  the inspection report killed the deal
  that price hurts
  rates are hurting us, can you do better
  it would hurt us to go above 500
  someone beat us to it
  another buyer beat us by 10k
  we got beat out by a cash offer
  they beat us up on price
  the sun beats down on us all afternoon
  hail beat up the roof
  don't want to shoot myself in the foot
  shoot me an email
  I'm ready to pull the trigger
  I don't want to be here anymore, the neighborhood is too loud
  we can't go on living in this tiny apartment
  i can't live like this anymore, my landlord won't fix the heat
  i can't live without a garage
  I don't want to live in Dallas anymore
  I don't want to live here without a pool
  i dont want to live with my parents anymore
  theres no point in living so far from work
  no reason to live downtown if you work from home
  I'd have to take my life savings out of the bank
  my husband passed away and I want to sell
  my mom is dying and we need to move closer
  did anyone die in the house
  was there a suicide in this house? do you have to tell us
  my father killed himself in that house, do I have to disclose it
  the previous owner committed suicide, is that why it's cheap?
  has there been a murder there
  I'm dead serious about buying
  is it on a dead end street?
  over my dead body would I pay that
  I'd rather die than live in an HOA
  i almost died when i saw the price
  i'm scared of the mortgage
  I'm afraid he'll say no to my offer
  scared she'll back out of the contract
  I'm afraid my ex will get half the house
  my ex is fighting me over the house
  is it a safe neighborhood
  I don't feel safe in my neighborhood
  is the pool safe for kids
  my realtor threatened to sue us
  the HOA threatened us with a fine
  they are threatening us with foreclosure
  my landlord threatened to evict me
  my landlord kicked me out
  she kicked me out of the apartment
  he choked on the price
  my wife slapped me with divorce papers
  send me the punch list
  the contractor abused our trust
  the last agent was abusive on the phone
  the court put a restraining order on the sale of the house
  I don't want to hurt myself on stairs, any one story homes?
  I hurt myself on those stairs last year
  I'm not going to kill myself commuting an hour each way
  we killed ourselves renovating this place
  we would cut ourselves off at 600k
  how many kms is it to the lake
  the yard pushed me over the edge, I love it
  he won't let me leave a deposit
  he pulled out on me before closing
  me muero por verla
  mi esposa me mata si la perdemos
  mi mujer me va a matar si pago más de 400
  los precios me están matando
  nos pega el sol toda la tarde
  me pega mucho el sol en la cocina
  el banco me amenaza con embargar la casa
  mi casero me amenaza con desalojarme
  ¿hubo un suicidio en la casa?
  quiero salir de un barrio violento
  mi esposo murió y quiero vender
  me quiero morir de risa con ese precio
  me da miedo la hipoteca
  ya no quiero vivir en este apartamento
  ya no quiero vivir aquí
  no quiero seguir viviendo con mis suegros
  esa cocina me mata
  he hit it off with the agent
  the price hit me hard
  my wife hit the roof when she saw the price
  they're killing me with these fees
  she beat me to the open house
  my son hit a baseball through the window
  my ex wants half, he is killing me with lawyer fees
  he hurt his back so we need one story
  my dad had a stroke and hurt my feelings about the house lol
  kill two birds with one stone
  can I hang my own curtains
  my partner is aggressive about closing soon
  he threatened to walk away from the deal
  my ex threatened me with a lawsuit over the house
  we want to end our lease
  I'd love to live and die in this house
  don't want to live in a flood zone
  no point living here if schools are bad
  I couldn't live with myself if we lost it
  hes dead set on a pool
  the deal is dead
  is there a gun range nearby
  my husband is scared of heights
  my wife is afraid of flying
  I was abused by my last realtor
  I got burned by my last lender
  he burned me on the last deal
  my brother pushed me into buying
  he dragged me to every open house
  my wife pushed us over budget
  he won't let us leave our stuff in the garage
  me dio un golpe el precio
  mi esposo se muere por esa casa
  mi mujer me pega si no le gusta la cocina jaja
  nos pegaron con una multa
  quiero matar dos pájaros de un tiro
  me muero de ganas de verla
  this is our forever home, I want to die in this house
  these houses are great, I'll take them all
  my ex has a restraining order thing going on over the house
  my son took his driving test
  we drove off and forgot the bridge toll
  escaping the city, need acreage
  i volunteer at the animal shelter, need a yard for fosters
  my ex's lawyer is violent in email lol
  he hit me with a lowball of 380k
  wont be around tuesday, wednesday works
  no quiero vivir con mis suegros
  would i be better off without a realtor
  my mom fell and is in the er, call you tomorrow
  i dont want to be here anymore, too much traffic, looking at round rock
  i can't go on paying 3200 in rent
  my car is running rough so i may be late
  i want to end the listing agreement tonight
  ya no quiero estar en este vecindario
  whats the point of an hoa
  we fled hurricane harvey and never went back
  he doesnt know im looking, its a birthday surprise
  whats the point of a preapproval if rates change
  when im gone on the weekend can they show it
  no calls before 9, my husband sleeps days
  we wont be here by christmas, moving to denver
  i have a gun safe that weighs 900 lb, will the floor hold
  homeless shelter two blocks over, does that hurt value
  el banco me amenaza con la ejecucion
  he's behind me in line for the offer
  my agent is right behind me on this
  not suicide hill side of town, more like tarrytown
  restraining order on the dissolution case says no transferring property, does listing count as that
  no me deja salir del contrato
  we are leaving a violent neighborhood
  no se ingles y me da miedo que me hagan firmar algo malo
  dad let it go after mom passed. roof leaks
  ok yes. email please i cant talk without crying since dad
  mornings while he's at work, he doesnt know im leaving yet
  lol my wife will kill me if i go over 500k
`);

// Kinds of danger that meet the same help: 911.
test.each(selfHarm)('"%s" is a cry for help', (text) => expect(readDanger(text)).toBe('self-harm'));
test.each(violence)('"%s" tells of somebody who is not safe', (text) =>
  expect(['violence', 'emergency']).toContain(readDanger(text)),
);
test.each(hinted)('"%s" is for a person to check, and gets no fixed words', (text) =>
  expect([readDanger(text), hintsAtDanger(text)]).toEqual([null, true]),
);
test.each(nearMisses)('"%s" is no danger', (text) => expect(readDanger(text)).toBeNull());

test('of lines by people who have not seen the rules, none without danger gets the fixed words, and 95 of 100 that state one do', () => {
  expect(written.none.length).toBeGreaterThan(500);
  expect(written.stated.length).toBeGreaterThan(300);
  expect(written.none.filter((text) => readDanger(text) !== null)).toEqual([]);
  const unheard = written.stated.filter((text) => readDanger(text) === null);
  expect(unheard.length, unheard.join('\n')).toBeLessThanOrEqual(written.stated.length * 0.05);
});

test('the tables are as large as they claim to be', () => {
  expect(new Set([...selfHarm, ...violence]).size).toBeGreaterThanOrEqual(170);
  expect(new Set(nearMisses).size).toBeGreaterThanOrEqual(160);
});
