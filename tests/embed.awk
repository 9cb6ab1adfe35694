# embed.awk - template files as C: TEMPLATE("id", "line\n" "line\n").
FNR == 1 {
	if (open) print ")"
	id = FILENAME; sub(/.*\//, "", id); sub(/\.mustache$/, "", id)
	printf "TEMPLATE(\"%s\",", id; open = 1
}
{ gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); gsub(/\?/, "\\?"); printf "\n\t\"%s\\n\"", $0 }
END { if (open) print ")" }
