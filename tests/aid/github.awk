# github.awk - what GitHub's runner makes of workflow commands: file, line, column, severity and text,
# with tabs between.  "::command key=value,...::data", and the escapes that its source takes back.
function plain(s, property) {
	if (property) {
		gsub(/%3A/, ":", s)
		gsub(/%2C/, ",", s)
	}
	gsub(/%0D/, "\r", s)
	gsub(/%0A/, "\n", s)
	gsub(/%25/, "%", s)
	return s
}
/^::[a-z]+ / && (end = index(substr($0, 3), "::")) {
	command = substr($0, 3, end - 1)
	count = split(substr(command, index(command, " ") + 1), pairs, ",")
	delete value
	for (i = 1; i <= count; i++)
		value[substr(pairs[i], 1, index(pairs[i], "=") - 1)] = plain(substr(pairs[i], index(pairs[i], "=") + 1), 1)
	printf "%s\t%s\t%s\t%s\t%s [%s]\n", value["file"], value["line"], value["col"], substr(command, 1, index(command, " ") - 1), plain(substr($0, end + 4), 0), value["title"]
	next
}
{ print "unread: " $0 }
