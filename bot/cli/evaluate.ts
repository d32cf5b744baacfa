import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import { loadContent } from '../compose.ts';
import { casesOf } from './calibration.ts';
import { calibrationText } from './calibrationText.ts';
import { contentSound } from './contentSound.ts';
import { readArguments, readQuestions } from './evaluateInput.ts';
import { evaluate, type Labelled, type Outcome } from './evaluation.ts';
import { evaluationText } from './evaluationText.ts';
import { Refusal } from './jsonLines.ts';

/** Each question is asked as often as this, and the median time counts: one slow round says little of answering. */
const rounds = 15;
/** The project’s own questions: those nothing was fitted on, and those the confidence was fitted on. */
const own = (name: string) => fileURLToPath(new URL(`../../test/knowledge/questions/${name}.jsonl`, import.meta.url));

try {
  const { file, asJson } = readArguments(process.argv.slice(2));
  const questions = await readFrom(file ?? own('judged'));
  const fitted = file === null ? await readFrom(own('fitted')) : null;
  const knowledge = await contentSound(loadContent);
  if (knowledge) {
    const result = evaluate(questions, answerAll(knowledge, questions));
    console.log(asJson ? JSON.stringify(result) : evaluationText(questions, result));
    if (fitted && !asJson) console.log(`\n${calibrationText(casesOf(knowledge, fitted))}`);
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function readFrom(file: string): Promise<Labelled[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Refusal(`${file} cannot be read: ${error.message}`);
  });
  return readQuestions(text, file);
}

function answerAll(knowledge: Knowledge, questions: readonly Labelled[]): Outcome[] {
  const asked = Array.from({ length: rounds }, () => questions.map((question) => answerOne(knowledge, question)));
  return questions.map((question, at) => {
    const times = asked.map((round) => round[at]?.ms ?? 0).sort((a, b) => a - b);
    return { ...answerOne(knowledge, question), ms: times[Math.floor(rounds / 2)] ?? 0 };
  });
}

function answerOne(knowledge: Knowledge, { id, q, area }: Labelled): Outcome {
  const start = performance.now();
  const { ranked, band, declined } = matchQuestion(knowledge, q, { area, answers: {} });
  const ms = performance.now() - start;
  return { id, ranked: ranked.map(({ label }) => label), band, declined, ms };
}
