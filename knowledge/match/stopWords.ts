import { stem } from './stem.ts';

const words = `a about after again all also am an and any anyone anything are around as asap ask asked asking asks at back be
because been before being but by can cannot cant could did do does doesnt doing done dont down each either else even ever
every everyone everything few find for from get gets getting give given gives go goes going got had has hasnt have
havent having he hello help her here hers hey hi him his how however i id if im in into is isnt it its ive just know
knows known let like look looking lot made make many may me might mine more most much must my need needed needing needs
never new next no not now of off ok okay on once one only onto or other others our ours out over own people person
please pls put really said same say says see seen she should so some somebody someone something soon still such
sure take taken tell telling tells than thank thanks that thats the their theirs them then there these they thing
things think this those though through to today told tomorrow too towards two under until up upon us use used using very
wanna want wanted wants was wasnt way we well were weve what whats when where which while who whom whose why will with
within without wont would wouldnt yes yesterday yet you your yours
share shared sharing shares information info data details agreement agreements cover covers covered covering allowed
pass passed passing send sends sending sent disclose disclosed disclosing disclosure request requested requests`;

/** Words that say nothing about which agreement or topic is meant; every question here is about sharing information. */
export const stopWords: ReadonlySet<string> = new Set(words.split(/\s+/));

/** The same, stemmed. */
export const stopStems: ReadonlySet<string> = new Set([...stopWords].map(stem));
