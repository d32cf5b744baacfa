process.stderr.write('`npm run screen` is not built yet.\n');
process.exit(2);
