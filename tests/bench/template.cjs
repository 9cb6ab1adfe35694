// template.cjs MODULE... - the same note with handlebars, in nanoseconds a render.
const Handlebars = require(process.argv[2]);

const text = 'Hi {{first_name}}, good to meet you at {{event}}{{#late}}, late as it ' +
	'was{{/late}}. What you said about {{topic}} has stayed with me since' +
	'{{^company}}, wherever you work{{/company}}. I am {{me}}; {{closing}}.';
const data = { first_name: 'Ada', event: 'FOSDEM 2026', late: true,
	topic: 'keeping old migrations readable', me: 'Ana', closing: 'see you' };
const ways = { compiled: { noEscape: true }, fastest: { noEscape: true, knownHelpersOnly: true } };
const renders = 400000;

for (const way of Object.keys(ways)) {
	const render = Handlebars.compile(text, ways[way]);
	let bytes = 0;
	for (let i = 0; i < renders / 4; i++) bytes += render(data).length; // let it warm up
	const start = process.hrtime.bigint();
	for (let i = 0; i < renders; i++) bytes += render(data).length;
	console.log(way, (Number(process.hrtime.bigint() - start) / renders).toFixed(1), bytes ? '' : '?');
	if (way === 'compiled') console.log('text', render(data));
}
