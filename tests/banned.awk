# banned.awk - no call from src/banned anywhere under src/; base/mem.c alone may allocate.
FILENAME ~ /banned$/ { if ($0 !~ /^#/ && NF) { word = $1; $1 = ""; why[word] = $0 } next }
FNR == 1 { comment = 0 }
{
	line = $0
	gsub(/"([^"\\]|\\.)*"/, "", line)
	if (comment) { if (!sub(/.*\*\//, "", line)) next; comment = 0 }
	gsub(/\/\*([^*]|\*[^\/])*\*\//, "", line)
	if (sub(/\/\*.*/, "", line)) comment = 1
	while (match(line, /[A-Za-z_][A-Za-z0-9_]*[ ]*\(/)) {
		name = substr(line, RSTART, RLENGTH - 1); sub(/ +$/, "", name)
		before = RSTART > 1 ? substr(line, RSTART - 1, 1) : ""
		if ((name in why) && before != "." && before != ">" && !(FILENAME == "src/base/mem.c" && name ~ /alloc/)) {
			printf "%s:%d: %s() is banned; use%s\n", FILENAME, FNR, name, why[name]; bad = 1
		}
		line = substr(line, RSTART + RLENGTH)
	}
}
END { if (bad) exit 1; print "banned calls ok" }
