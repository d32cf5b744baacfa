const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * Ten digits whose last one checks the others (modulus 11: weights 10 to 2; 11 counts as 0, 10 is never issued). All
 * digits alike pass the sum and are no number (ten zeros do).
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
