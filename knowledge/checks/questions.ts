import type { Check, Problem } from '../contentError.ts';
import type { Content, Question } from '../schema.ts';
import { duplicates, type Place, problemAt } from './report.ts';

/** Questions stand once, the ten are numbered 1 to 10, and every answer has a key of its own. */
export const checkQuestions: Check = (content) => [
  ...duplicates(content, ['questions'], content.questions, 'question'),
  ...checkNumbers(content),
  ...checkKeys(content),
  ...content.questions.flatMap((question, index) => checkInputs(content, question, index)),
];

function checkNumbers(content: Content): Problem[] {
  return Array.from({ length: 10 }, (_, index) => index + 1).flatMap((number) => {
    const holders = content.questions.filter((question) => question.number === number);
    if (holders.length === 1) return [];
    const who = holders.length === 0 ? 'no question has' : `${holders.map(({ id }) => id).join(' and ')} have`;
    return [problemAt(content, ['questions'], `${who} the number ${number}`, 'Give each of 1 to 10 to one question.')];
  });
}

function checkKeys(content: Content): Problem[] {
  const owners = new Map<string, string>();
  return inputsOf(content).flatMap(({ key, question, place }) => {
    const owner = owners.get(key);
    owners.set(key, owner ?? question);
    if (owner === undefined) return [];
    return [problemAt(content, [...place, 'key'], `${key} is also a key of ${owner}`, 'Give it a key of its own.')];
  });
}

/** Every input with the question it belongs to and its place. */
function inputsOf(content: Content): { key: string; question: string; place: Place }[] {
  return content.questions.flatMap((question, index) =>
    question.inputs.map(({ key }, at) => ({ key, question: question.id, place: ['questions', index, 'inputs', at] })),
  );
}

function checkInputs(content: Content, question: Question, index: number): Problem[] {
  return question.inputs.flatMap(({ kind, options }, at) => {
    const place = ['questions', index, 'inputs', at, 'options'];
    const chosen = kind === 'choice' || kind === 'choices';
    if (chosen && options === undefined) return [problemAt(content, place, 'is missing', 'A choice needs options.')];
    if (!chosen && options !== undefined)
      return [problemAt(content, place, `is set on ${kind}`, 'Take the options out.')];
    return Array.isArray(options) ? duplicates(content, place, options, 'option') : [];
  });
}
