import { anyOf, shows } from './dangerSigns.ts';

const r = String.raw;

const home = r`(?:my|our|the|this) (?:own )?(?:house|home|apartment|place|condo|garage|back ?yard|kitchen|bedroom|living room|hallway|building)`;
const stranger = r`(?:(?:some|any)(?:one|body)|somebody|some (?:guy|man|dude|person)|a (?:\w+ )?(?:man|guy|stranger|intruder|burglar|robber)|an (?:intruder|armed \w+)|intruders?|burglars?)`;
const casa = r`(?:mi|la|nuestra|esta) (?:casa|departamento|cochera|patio|cocina|cuarto|edificio)`;

const emergency = anyOf(
  // Somebody is in the house who should not be, or has a weapon.
  r`\b${stranger}(?:s| is| are| has| have)?(?: \w+){0,3} (?:in(?:side)?|breaking into|broke into|broken into|getting into|climbing into) ${home}(?: \w+){0,3} (?:with (?:a|an) (?:gun|knife|weapon|rifle|bat)|right now|now)\b`,
  r`\b(?:theres|there is|hes|shes|they are|theyre) (?:${stranger} )?(?:in(?:side)?|breaking into|trying to (?:get|break) into) ${home} (?:with (?:a|an|his|her|their) (?:gun|knife|weapon|rifle)|right now)\b`,
  r`\b${stranger}(?: is|s)? (?:breaking in(?:to ${home})?|trying to break in|trying to get in)(?: right)?(?: now)?(?=\W*$|\W+(?:help|please|call|im|i am|we|right|now|what|and)\b)`,
  r`\b(?:a|the) (?:man|guy|person|kid|neighbor) (?:is )?(?:shooting|waving a gun|pointing a gun)|\b(?:shots? fired|active shooter|someones? (?:is )?shooting)\b(?=\W|$)`,
  // Fire, gas, water.
  r`\b${home}(?: is|s)? (?:on fire|burning|full of smoke|filling (?:up )?with (?:smoke|gas))\b(?! sale)|\b(?:theres|there is) (?:a )?(?:fire|smoke) (?:in|coming (?:from|out of)) ${home}\b(?! place)`,
  r`\b(?:smell|smells|smelling)(?: of| like)? (?:strong )?gas\b[^.!?]{0,60}\b(?:dizzy|faint\w*|passed out|pass out|wont wake|unconscious|throwing up|sick)\b`,
  // Somebody does not breathe.
  r`\b(?:isnt|is not|not|stopped|cant|wont|hardly|barely) (?:breath(?:e|ing)|wake up|waking up|responding|responsive)\b(?=[^.!?]{0,40}(?:\b(?:help|please|what do i do|call|floor|now|collapsed)\b|$))(?<=\b(?:he|she|hes|shes|husband|wife|mom|mother|dad|father|baby|son|daughter|man|woman|guy|agent|friend|they|kid|lady|brother|sister|grandma|grandpa|neighbor)\b.{0,60})`,
  r`\b(?:having|had|has) (?:a )?(?:heart attack|stroke|seizure) (?:right now|now|here)\b|\bbleeding (?:out|badly|a lot|everywhere) (?:right now|now|help|here)\b`,
  // Lo mismo.
  r`\bhay (?:alguien|un (?:hombre|tipo|intruso|ladron|senor)|unos (?:hombres|tipos|ladrones)|ladrones|intrusos)(?: \w+){0,4} (?:en|dentro de|adentro de|metido en) ${casa}\b|\b(?:se (?:metio|metieron|estan metiendo|esta metiendo)|entr(?:o|aron)|estan entrando|quieren entrar|esta tratando de entrar)(?: \w+){0,4} (?:a|en) ${casa}(?: \w+){0,2} (?:con (?:una |un )?(?:pistola|cuchillo|arma|navaja)|ahorita|ahora|ayuda)\b`,
  r`\b(?:se (?:esta )?(?:quemando|incendia\w*)|esta (?:en llamas|ardiendo|quemandose)|hay (?:fuego|un incendio|lumbre) en) (?:${casa})\b|\b${casa} (?:se (?:esta )?(?:quemando|quema|incendia\w*)|esta (?:en llamas|ardiendo))\b`,
  r`\bhuele (?:mucho )?a gas\b[^.!?]{0,60}\b(?:mare\w+|desmay\w+|vomit\w+)|\b(?:no (?:esta )?respira\w*|no despierta|no reacciona|se desmayo)\b(?=[^.!?]{0,40}(?:\b(?:ayuda|auxilio|por favor|que hago|ahorita)\b|$))`,
);

/** Whether something happens right now for which one calls 911. Of words as `bareWords` leaves them. */
export const tellsEmergency = (words: string): boolean => shows(emergency, words);
