/** The ledger's text form, for the stores: what a line is, and how a sequence of lines is proven. */
export {
  type CaseEntry,
  GENESIS,
  type HouseEntry,
  type LedgerEntry,
  type LedgerHead,
  type LedgerLine,
  ledgerLine,
  noticeSchema,
  readEntry,
  readJson,
} from './ledgerLine.ts';
export { type LedgerBreak, type Walked, type WalkOptions, walkLedger } from './ledgerWalk.ts';
