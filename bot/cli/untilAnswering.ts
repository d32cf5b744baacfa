const PATIENCE_MS = 90_000;
const PAUSE_MS = 150;

/** Resolves when each address gives an HTTP answer, whatever it says. Rejects, naming it, when one never does. */
export async function untilAnswering(addresses: readonly string[], patienceMs = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + patienceMs;
  await Promise.all(addresses.map((address) => untilOne(address, deadline)));
}

async function untilOne(address: string, deadline: number): Promise<void> {
  while (!(await answers(address))) {
    if (Date.now() > deadline) throw new Error(`${address} did not answer in time`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
