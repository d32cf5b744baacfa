import { readFile } from 'node:fs/promises';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import { loadContent } from '../compose.ts';
import { contentSound } from './contentSound.ts';
import { Refusal, readArguments, readQuestions } from './evaluateInput.ts';
import { evaluate, type Labelled, type Outcome } from './evaluation.ts';
import { evaluationText } from './evaluationText.ts';

/** Each question is asked as often as this, and the median time counts: one slow round says little of answering. */
const rounds = 15;

try {
  const { file, asJson } = readArguments(process.argv.slice(2));
  const questions = readQuestions(await readText(file), file);
  const knowledge = await contentSound(loadContent);
  if (knowledge) {
    const result = evaluate(questions, answerAll(knowledge, questions));
    console.log(asJson ? JSON.stringify(result) : evaluationText(questions, result));
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: Error) => {
    throw new Refusal(`${file} cannot be read: ${error.message}`);
  });
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
