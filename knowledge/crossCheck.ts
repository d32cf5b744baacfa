import { checkAbbreviations } from './checks/abbreviations.ts';
import { checkAgreements } from './checks/agreements.ts';
import { checkConditions } from './checks/conditions.ts';
import { checkDocuments } from './checks/documents.ts';
import { checkPlaces } from './checks/places.ts';
import { checkPurposes } from './checks/purposes.ts';
import { checkQuestions } from './checks/questions.ts';
import { checkRules } from './checks/rules.ts';
import { checkTopics } from './checks/topics.ts';
import type { Check } from './contentError.ts';

const checks: readonly Check[] = [
  checkDocuments,
  checkAgreements,
  checkTopics,
  checkPurposes,
  checkQuestions,
  checkConditions,
  checkRules,
  checkPlaces,
  checkAbbreviations,
];

/**
 * Finds what the schema of one file cannot see: ids that lead nowhere or stand twice, a name that two agreements
 * claim, a checklist without its ten questions. Every problem names file, place and cure. Pure.
 */
export const crossCheck: Check = (content) => checks.flatMap((check) => check(content));
