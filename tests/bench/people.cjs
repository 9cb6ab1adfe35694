// people.cjs MODULE DIR - "likely the same person" as a token ratio of fuzzball tells it: at least 85
// on the name and at least 85 on the company.  Compared are the people who share a word of the name
// with the candidate (all pairs would take hours), so that a slip in every word is not found.
//
// Prints for either ratio what tests/bench/people.c prints.
const fuzz = require(process.argv[2]), fs = require('fs'), dir = process.argv[3];
const LEAST = 85;

// Calls row(fields) for every record of a file, however large.
function read(name, separator, row) {
	const file = fs.openSync(`${dir}/${name}`, 'r'), block = Buffer.alloc(1 << 20);
	const text = new TextDecoder();
	let cell = '', cells = [], quoted = false, head = true;
	for (let n; (n = fs.readSync(file, block)) > 0;)
		for (const c of text.decode(block.subarray(0, n), { stream: true })) {
			if (c === '"' && separator === ',') quoted = !quoted;
			else if (quoted || (c !== separator && c !== '\n')) { if (c !== '\r') cell += c; }
			else {
				cells.push(cell);
				cell = '';
				if (c === '\n') {
					if (!head) row(cells);
					head = false;
					cells = [];
				}
			}
		}
	fs.closeSync(file);
}

const plain = (s) => fuzz.full_process(s), sorted = (s) => fuzz.process_and_sort(s);
const address = (url) => decodeURIComponent(url).toLowerCase().replace(/^.*\/in\//, '').replace(/[\/?#].*$/, '');
const names = [], companies = [], urls = [], persons = [], blocks = new Map();
read('Outcomes.csv', ',', (r) => companies.push(r[2]));
read('truth_rows.tsv', '\t', (r) => persons.push(r[1]));
read('Invitations.csv', ',', (r) => {
	const i = names.length;
	if (i >= companies.length) return;
	names.push(plain(r[1]));
	urls.push(r[6]);
	for (const w of new Set(names[i].split(/\s+/)))
		if (w.length > 1) blocks.has(w) ? blocks.get(w).push(i) : blocks.set(w, [i]);
});

const ratios = {
	// No text can be as alike as that whose length differs by more.
	token_sort_ratio: (a, b) => Math.min(a.length, b.length) / Math.max(a.length, b.length) < 0.7 ? 0 :
		fuzz.ratio(sorted(a), sorted(b), { full_process: false }),
	token_set_ratio: (a, b) => fuzz.token_set_ratio(a, b, { full_process: false }),
};
const candidates = [], truth = [];
read('Candidates.csv', ',', (r) => candidates.push(r));
read('truth_candidates.tsv', '\t', (r) => truth.push(r));
for (const [ratio, alike] of Object.entries(ratios)) {
	const all = { within: 0, across: 0, false: 0 }, hit = { within: 0, across: 0, false: 0 };
	candidates.forEach((c, i) => {
		const [, kind, person] = truth[i], slot = kind === 'new' ? 'false' : kind !== 'same_person' ? '' :
			truth[i][7] === 'translit' ? 'across' : 'within';
		if (!slot) return;
		const name = plain(c[0]), company = plain(c[3]), own = address(c[1]), seen = new Set();
		let flagged = false;
		for (const w of new Set(name.split(/\s+/)))
			for (const k of blocks.get(w) || []) {
				if (flagged || seen.has(k)) continue;
				seen.add(k);
				if ((slot === 'false' || persons[k] === person) && alike(name, names[k]) >= LEAST &&
				    alike(company, plain(companies[k])) >= LEAST && address(urls[k]) !== own)
					flagged = true;
			}
		all[slot]++;
		hit[slot] += flagged;
	});
	for (const [slot, name] of [['within', 'within a script'], ['across', 'across scripts'], ['false', 'false flags']])
		console.log(`${ratio}: ${name} ${hit[slot]} of ${all[slot]}  ${(hit[slot] / all[slot]).toFixed(3)}`);
}
