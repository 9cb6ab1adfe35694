# layers.awk - check every #include under src/ against the table in src/LAYERS.
FILENAME ~ /LAYERS$/ {
	if ($0 ~ /^#/ || NF == 0) next
	if (NF != 4) { printf "%s:%d: four columns wanted\n", FILENAME, FNR; bad = 1; next }
	known[$1] = 1; may[$1] = "," $2 ","
	n = split($3, h, ","); for (i = 1; i <= n; i++) if (h[i] != "-") publisher[h[i]] = $1
	n = split($4, h, ","); for (i = 1; i <= n; i++) if (h[i] != "-") owner[h[i]] = $1
	next
}
FNR == 1 {
	split(FILENAME, p, "/"); me = p[2]
	if (!(me in known)) fail("folder '" me "' is not in LAYERS")
}
/^#[ ]*include "/ {
	split($0, q, "\""); n = split(q[2], d, "/")
	if (me == "cli") { if (n > 1 && (d[1] in known)) fail("the program sees only <decorum/...>") }
	else if (n > 1 && d[1] != me && (d[1] in known) && !allowed(d[1])) fail("'" me "' must not include \"" q[2] "\"")
}
/^#[ ]*include </ {
	name = $0; sub(/.*</, "", name); sub(/>.*/, "", name)
	if (name ~ /^decorum\//) {
		sub(/^decorum\//, "", name); sub(/\.h$/, "", name)
		if (!(name in publisher)) fail("nobody publishes <decorum/" name ".h>")
		else if (publisher[name] != me && !allowed(publisher[name]))
			fail("'" me "' must not include <decorum/" name ".h> of '" publisher[name] "'")
	} else for (k in owner) if (index(name, k) == 1 && owner[k] != me) fail("<" name "> belongs to '" owner[k] "'")
}
function allowed(folder) { return may[me] == ",*," || index(may[me], "," folder ",") }
function fail(why) { printf "%s:%d: %s\n", FILENAME, FNR, why; bad = 1 }
END { if (bad) exit 1; print "layers ok" }
