import type { Knowledge } from '../../knowledge/knowledge.ts';
import { runSituations } from '../../knowledge/revision/runSituations.ts';
import { loadContent } from '../compose.ts';
import { contentSound } from './contentSound.ts';

const usage = 'Use knowledge -- check | export FILE | import FILE.';
const [command, ...rest] = process.argv.slice(2);

if (command === 'check' && rest.length === 0) {
  const knowledge = await contentSound(loadContent);
  if (knowledge) console.log(summary(knowledge));
} else {
  const isToCome = command === 'export' || command === 'import';
  console.error(isToCome ? `knowledge -- ${command} is not built yet.` : usage);
  process.exitCode = 2;
}

function summary(knowledge: Knowledge): string {
  const { agreements, topics, purposes, questions, rules } = knowledge.content;
  const runs = runSituations(knowledge);
  const held = runs.filter(({ holds }) => holds).length;
  return [
    `The content holds: ${agreements.length} agreements, ${topics.length} topics, ${purposes.length} purposes, ` +
      `${questions.length} questions, ${rules.length} rules.`,
    `${held} of its ${runs.length} examples get their own answer first.`,
  ].join('\n');
}
