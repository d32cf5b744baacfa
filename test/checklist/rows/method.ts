import { both, kent, listed, mas, type Row, sf } from './row.ts';

/** Rules about confidence and the way it is sent. */
export const methodRows: readonly Row[] = [
  { rule: 'R15a', fires: { ...sf, 'given-in-confidence': 'yes' }, silent: { 'given-in-confidence': 'no' } },
  { rule: 'R15b', fires: { ...mas, 'given-in-confidence': 'yes' }, silent: { 'given-in-confidence': 'not-sure' } },
  {
    rule: 'R15c',
    fires: { ...kent, 'given-in-confidence': 'yes', 'confidence-reason': '' },
    silent: { 'confidence-reason': 'Said.' },
  },
  { rule: 'R15a', fires: { ...mas, ...both, 'given-in-confidence': 'yes' }, silent: { 'both-agreements': 'no' } },
  { rule: 'R15b', fires: { ...sf, ...both, 'given-in-confidence': 'yes' }, silent: { 'both-agreements': 'no' } },
  { rule: 'R15d', kind: 'police', fires: mas, silent: {}, silentKind: 'council' },
  { rule: 'R16a', fires: { ...mas, 'transfer-method': 'plain-email' }, silent: { 'transfer-method': 'secure-email' } },
  {
    rule: 'R16a',
    fires: { ...sf, 'transfer-method': 'email-tls', 'tls-both-ends': 'no' },
    silent: { 'tls-both-ends': 'yes' },
  },
  { rule: 'R16b', fires: { ...kent, 'transfer-method': 'plain-email' }, silent: { 'transfer-method': 'secure-link' } },
  {
    rule: 'R16c',
    fires: { ...listed, 'transfer-method': 'plain-email' },
    silent: { 'transfer-method': 'secure-link' },
  },
  { rule: 'R16d', fires: { 'transfer-method': 'not-sure' }, silent: { 'transfer-method': 'secure-email' } },
  {
    rule: 'R17a',
    fires: { ...mas, 'transfer-method': 'email-unknown' },
    silent: { 'transfer-method': 'secure-email' },
  },
  {
    rule: 'R17a',
    fires: { ...mas, 'transfer-method': 'email-tls', 'tls-both-ends': 'not-sure' },
    silent: { 'tls-both-ends': 'yes' },
  },
  {
    rule: 'R17b',
    fires: { ...kent, 'transfer-method': 'email-unknown' },
    silent: { 'transfer-method': 'secure-email' },
  },
  {
    rule: 'R17a',
    fires: { ...sf, ...both, 'transfer-method': 'email-unknown' },
    silent: { 'both-agreements': 'not-sure' },
  },
  {
    rule: 'R17c',
    fires: { ...mas, 'transfer-method': 'email-tls', 'tls-both-ends': 'yes' },
    silent: { 'tls-both-ends': 'no' },
  },
  { rule: 'R18c', fires: { 'delivery-checked': 'no' }, silent: { 'delivery-checked': 'yes' } },
  {
    rule: 'R18a',
    fires: { ...sf, 'transfer-method': 'email-tls', 'tls-both-ends': 'not-sure' },
    silent: { 'tls-both-ends': 'yes' },
  },
  { rule: 'R18b', fires: { ...sf, 'transfer-method': 'secure-email' }, silent: { 'transfer-method': 'meeting' } },
  {
    rule: 'R19a',
    fires: { ...mas, 'transfer-method': 'phone', 'phone-urgent': 'no' },
    silent: { 'phone-urgent': 'yes' },
  },
  {
    rule: 'R19b',
    fires: { ...sf, 'transfer-method': 'phone', 'phone-urgent': 'yes' },
    silent: { 'phone-urgent': 'no' },
  },
  { rule: 'R20a', fires: { ...mas, 'transfer-method': 'meeting' }, silent: { 'transfer-method': 'paper' } },
  { rule: 'R20b', fires: { ...sf, 'transfer-method': 'phone' }, silent: { 'transfer-method': 'paper' } },
  { rule: 'R20b', fires: { ...mas, ...both, 'transfer-method': 'phone' }, silent: { 'both-agreements': 'no' } },
  { rule: 'R20c', fires: { ...mas, 'transfer-method': 'meeting' }, silent: sf },
  { rule: 'R20c', fires: { ...kent, 'transfer-method': 'phone' }, silent: { 'transfer-method': 'secure-email' } },
  { rule: 'R21a', fires: { ...sf, 'transfer-method': 'paper' }, silent: { 'transfer-method': 'meeting' } },
  {
    rule: 'R21b',
    fires: { ...mas, 'transfer-method': 'paper', 'paper-tracked': 'no' },
    silent: { 'paper-tracked': 'yes' },
  },
  {
    rule: 'R21b',
    fires: { ...sf, ...both, 'transfer-method': 'paper', 'paper-tracked': 'no' },
    silent: { 'both-agreements': 'no' },
  },
  {
    rule: 'R21c',
    fires: { ...kent, 'transfer-method': 'paper', 'paper-tracked': 'not-sure' },
    silent: { 'paper-tracked': 'yes' },
  },
  { rule: 'R22', fires: { ...mas, 'transfer-method': 'platform' }, silent: { 'transfer-method': 'secure-link' } },
];
