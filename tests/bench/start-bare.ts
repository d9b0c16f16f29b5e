import process from 'node:process';

process.stdout.write('ready\n');
