import type { Check } from '../contentError.ts';
import { dangling, duplicates, ids } from './report.ts';

/** Rules stand once, lead to a question that puts them right, and find their reason under a key that exists. */
export const checkRules: Check = (content) => {
  const questions = ids(content.questions);
  const keys = new Set(content.questions.flatMap(({ inputs }) => inputs.map(({ key }) => key)));
  return [
    ...duplicates(content, ['rules'], content.rules, 'rule'),
    ...content.rules.flatMap(({ question, reasonKey }, index) => [
      ...dangling(content, ['rules', index, 'question'], question, questions, 'question'),
      ...(reasonKey ? dangling(content, ['rules', index, 'reasonKey'], reasonKey, keys, 'input key') : []),
    ]),
  ];
};
