/** Whether the bot may talk to (and send its token to) a service address. */
export type Trusts = (address: string) => boolean;

/**
 * The connector hosts of Teams in the public cloud and GCC, as Microsoft's own successor SDK lists them
 * (teams.ts, cloud environments). No wildcards: anyone can register a name below trafficmanager.net.
 */
const teamsHosts: ReadonlySet<string> = new Set([
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
]);

const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

export const isTeams: Trusts = rememberingLatest((address) => {
  const url = plainUrl(address);
  return url !== null && url.protocol === 'https:' && url.port === '' && teamsHosts.has(url.hostname);
});

/** Local mode: the Playground on this machine and nothing else. */
export const isLoopback: Trusts = rememberingLatest((address) => {
  const url = plainUrl(address);
  return url !== null && url.protocol === 'http:' && loopbackHosts.has(url.hostname);
});

/** A URL without the parts in which a host can be disguised. */
function plainUrl(address: string): URL | null {
  if (address.length > 300 || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '' ? url : null;
}

/** Nearly every turn names the same address, and taking one apart costs as much as a card's buttons. */
function rememberingLatest(trusts: Trusts): Trusts {
  let latest = '';
  let isTrusted = false;
  return (address) => {
    if (address !== latest) {
      isTrusted = trusts(address);
      latest = address;
    }
    return isTrusted;
  };
}
