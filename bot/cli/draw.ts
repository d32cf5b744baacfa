process.stderr.write('`npm run draw` is not built yet.\n');
process.exit(2);
