import type { Pack } from './model.ts';

/** The market of Austin, Texas: the areas that people name when they say where. */
export const austin: Omit<Pack, 'brokerage' | 'timeZone' | 'listing'> = {
  version: 'austin-1',
  assistant: 'Jorge',
  areas: [
    'Downtown Austin', 'Downtown', 'South Congress', 'SoCo', 'South Lamar', 'Zilker', 'Barton Hills', 'Barton Creek', 'Travis Heights',
    'Bouldin Creek', 'Bouldin', 'Clarksville', 'Tarrytown', 'Hyde Park', 'North Loop', 'Mueller', 'East Austin', 'Cherrywood', 'Holly',
    'Montopolis', 'Riverside', 'Allandale', 'Crestview', 'Brentwood', 'Rosedale', 'North Shoal Creek', 'The Domain', 'Domain',
    'Northwest Hills', 'Great Hills', 'Westlake Hills', 'Westlake', 'West Lake Hills', 'Rollingwood', 'Lakeway', 'Bee Cave', 'Steiner Ranch',
    'Circle C', 'Oak Hill', 'Sunset Valley', 'South Austin', 'North Austin', 'West Austin', 'Windsor Park', 'University Hills', 'St. Elmo',
    'Slaughter Creek', 'Onion Creek', 'Avery Ranch', 'Wells Branch', 'Round Rock', 'Cedar Park', 'Leander', 'Georgetown', 'Pflugerville',
    'Hutto', 'Manor', 'Buda', 'Kyle', 'Dripping Springs', 'San Marcos', 'Lago Vista', 'Taylor', 'Bastrop', 'Del Valle', 'Austin',
  ],
};
