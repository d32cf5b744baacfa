/**
 * Loaded before a child of the demo: when the demo goes, however it goes, its end of standard input closes and the child
 * stops itself. The same on every system, and no port stays taken by a process that nobody sees.
 */
process.stdin.once('end', letGo).once('error', letGo).resume();

function letGo(): void {
  // Whoever wants to finish what is in hand listens for SIGTERM.
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(0);
}
