// linters.mjs NODE_MODULES FILE... - the same notes with alex and write-good, warm and in one
// process: microseconds of processor time a note.  Both read English only.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, ...files] = process.argv.slice(2);
const { text } = await import(pathToFileURL(`${modules}/alex/index.js`));
const writeGood = createRequire(import.meta.url)(`${modules}/write-good`);
const notes = files.flatMap((f) => readFileSync(f, 'utf8').split('\n').filter(Boolean)
	.map((line) => line.slice(line.lastIndexOf('\t') + 1)));
const peers = { alex: (note) => text(note).messages.length, 'write-good': (note) => writeGood(note).length };
const rounds = 3;

for (const [name, lint] of Object.entries(peers)) {
	let found = 0;
	for (const note of notes) found += lint(note); // let it warm up
	const start = process.cpuUsage();
	for (let i = 0; i < rounds; i++) for (const note of notes) found += lint(note);
	const { user, system } = process.cpuUsage(start);
	console.log(name, ((user + system) / (rounds * notes.length)).toFixed(2), found ? '' : '?');
}
