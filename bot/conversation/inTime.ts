/** What a promise comes to within so many milliseconds, else `otherwise`. The promise itself goes on. */
export function inTime<T, U>(answer: Promise<T>, ms: number, otherwise: U): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), Math.max(ms, 0));
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
