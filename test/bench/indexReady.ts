/** Prints how long a fresh process takes from loaded content to the index that answers, in milliseconds. */
import { loadCompiled } from '../../knowledge/loadCompiled.ts';

const knowledge = await loadCompiled(new URL('../../knowledge.json', import.meta.url).pathname);
const since = performance.now();
void knowledge.matchIndex;
console.log(performance.now() - since);
