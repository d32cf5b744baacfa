/** Imports what the bot imports of the SDKs, and nothing of ours. */
await import('botbuilder');
await import('@microsoft/teams-ai');
await import('restify');
console.log(JSON.stringify({ port: 0 }));
process.exit(0);
