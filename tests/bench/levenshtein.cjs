// levenshtein.cjs MODULE Invitations.csv NOTE - the nearest earlier note by scanning them all:
// what a program without an index does.  Prints milliseconds, reading the file not counted.
const { distance } = require(process.argv[2]);
const text = require('fs').readFileSync(process.argv[3], 'utf8');
const notes = [];
for (let i = 0, row = [], cell = '', quoted = false; i < text.length; i++) {
	const c = text[i];
	if (quoted) {
		if (c !== '"') cell += c;
		else if (text[i + 1] === '"') { cell += c; i++; }
		else quoted = false;
	} else if (c === '"') quoted = true;
	else if (c === ',') { row.push(cell); cell = ''; }
	else if (c === '\n') {
		row.push(cell); cell = '';
		if (row[3]) notes.push(row[3]);
		row = [];
	} else if (c !== '\r') cell += c;
}
const note = process.argv[4], times = [];
for (let round = 0; round < 3; round++) {
	const from = process.hrtime.bigint();
	let best = Infinity;
	for (const n of notes) {
		const d = distance(note, n);
		if (d < best) best = d;
	}
	times.push(Number(process.hrtime.bigint() - from) / 1e6);
}
times.sort((a, b) => a - b);
console.log(times[1].toFixed(1));
