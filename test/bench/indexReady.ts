/** Prints how long a fresh process takes from loaded content to the index that answers, in milliseconds. */
// Runs below `.build/bench`, beside the compiled bot.
const load: string = '../knowledge/loadKnowledge.js';
const { loadCompiled } = await import(load);
const knowledge = await loadCompiled(new URL('../knowledge.json', import.meta.url).pathname, []);
const since = performance.now();
void knowledge.matchIndex;
console.log(performance.now() - since);
