let isHushed = false;

/**
 * The SDK writes to the console for every token that does not check: the public key for a bad signature, a stack for
 * an expired one (jwtTokenExtractor.ts). Anybody can send such tokens, so these lines would fill the log; the door
 * logs the refusal itself. Everything else still reaches the console.
 */
export function hushSdk(): void {
  if (isHushed) return;
  isHushed = true;
  const write = console.error;
  console.error = (...words: unknown[]) => {
    if (!isAboutToken(words[0])) write.apply(console, words);
  };
}

function isAboutToken(first: unknown): boolean {
  if (typeof first === 'string') return first.startsWith('Error finding key for token.');
  return first instanceof Error && first.name === 'TokenExpiredError';
}
