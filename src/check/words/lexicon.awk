# lexicon.awk - the texts of lexicon/ as C: names of concepts, or their phrases sorted.
#
#   awk -v what=names    …  CONCEPT(NAME) for each concept
#   awk -v what=phrases  …  "phrase TAB concept TAB languages", for sort
#   awk -v what=table    …  from these, sorted: the bytes of the keys, a row for each meaning, and for each
#                            pair of ASCII bytes the first row whose key does not begin before it
#
# In a key a blank stands between words, "~" for "...".
BEGIN {
	size = 0
	split("en de fr es pt it", codes, " ")
	for (i in codes) bit[codes[i]] = 2 ^ (i - 1)
	bit["all"] = 63
	split("à a á a â a ã a ä a å a é e è e ê e ë e í i ì i î i ï i ó o ò o ô o õ o ö o " \
	      "ú u ù u û u ü u ç c ñ n ß ss ’ '", pairs, " ")
	for (i = 1; i in pairs; i += 2) plain[pairs[i]] = pairs[i + 1]
	if (what == "table") FS = "\t"
	for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i
}

function fail(why) {
	printf "%s:%d: %s\n", FILENAME, FNR, why | "cat >&2"
	broken = 1
	exit 1
}

# The byte k of a key, 0 behind its end; what is no ASCII is all one, behind the rest.
function byte(key, k,    c) {
	c = substr(key, k, 1)
	return c == "" ? 0 : code[c] < 127 ? code[c] : 127
}

function folded(s,    from) {
	for (from in plain) gsub(from, plain[from], s)
	return s
}

# "fuer" beside "fur".
function typed(s) {
	gsub(/ä/, "ae", s); gsub(/ö/, "oe", s); gsub(/ü/, "ue", s)
	return folded(s)
}

function put(key) { sub(/^ /, "", key); print key "\t" concept "\t" bit[lang] }

# All phrases that tokens k… say: a|b is two, word? may be missing.
function spell(key, tokens, k, n,    parts, m, i, t) {
	if (k > n) { put(key); return }
	t = tokens[k]
	if (t == "...") { spell(key " ~", tokens, k + 1, n); return }
	if (t ~ /\?$/) { spell(key, tokens, k + 1, n); sub(/\?$/, "", t) }
	m = split(t, parts, "|")
	for (i = 1; i <= m; i++) spell(key " " parts[i], tokens, k + 1, n)
}

function phrase(s,    tokens, n) {
	n = split(s, tokens, " ")
	if (n && (tokens[1] == "..." || tokens[n] == "...")) fail("a gap at the end of:" s)
	if (n) spell("", tokens, 1, n)
}

what == "table" {
	if ($1 != last) {
		if (FNR == 1) print "static const unsigned char keys[] = {"
		last = $1
		at = size
		size += length($1) + 1
		for (i = 1; i <= length($1); i++) printf "%d,", code[substr($1, i, 1)]
		print "0,"
	}
	meaning = at ", DC_C_" $2
	if (!(meaning in langs)) {
		order[++rows] = meaning
		begins[byte($1, 1) * 128 + byte($1, 2) + 1]++
	}
	langs[meaning] += langs[meaning] == bit["all"] || $3 == bit["all"] ? bit["all"] - langs[meaning] : $3
	next
}
/^#/ || /^$/ { next }
/^[A-Z]/ {
	concept = $1; lang = ""
	if (concept in known) fail(concept " is there twice")
	known[concept]
	if (what == "names") print "CONCEPT(" concept ")"
	next
}
what == "names" { next }
/^  [a-z]/ {
	lang = $1
	if (!(lang in bit)) fail("no such language: " lang)
	$1 = ""
}
{
	if (lang == "") fail("phrases without a language")
	n = split(tolower($0), list, ",")
	for (i = 1; i <= n; i++) {
		phrase(folded(list[i]))
		if (lang == "de" && list[i] ~ /ä|ö|ü/) phrase(typed(list[i]))
	}
}
END {
	if (what != "table" || broken) exit broken
	print "};\n\nstatic const uint32_t rows[] = {"
	for (i = 1; i <= rows; i++) {
		split(order[i], parts, ", ")
		printf "\tROW(%s, %d),\n", parts[1], langs[order[i]]
		concept_of[i] = parts[2]
	}
	print "};\n\nstatic const uint8_t concepts[] = {"
	for (i = 1; i <= rows; i++) printf "\t%s,\n", concept_of[i]
	print "};\n\nstatic const uint32_t first[] = {"
	for (i = at = 0; i <= 128 * 128; i++) printf "\t%d,\n", at += begins[i]
	print "};"
}
