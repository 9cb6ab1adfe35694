# goals.awk - the ratios that the goals are about, from build/bench/results.tsv.
{ median[$1, $2] = $6; cpu[$1, $2] = $10; peak[$1, $2] = $9; if ($2 > largest) largest = $2; if ($2 > 0 && (!smallest || $2 < smallest)) smallest = $2 }
function ratio(what, a, b, goal, most,   r) {
	if (!a || !b)
		return
	r = a / b
	printf "  %-58s %8.2f  goal %s %-6s %s\n", what, r, most ? "<=" : ">=", goal, (most ? r <= goal : r >= goal) ? "reached" : "missed"
}
END {
	L = largest
	print "goals (rows " L ")"
	ratio("--version : static no-op", median["decorum --version", 0], median["static no-op", 0], 3, 1)
	ratio("check on an empty ledger, ms", median["check, empty ledger", 0] / 1000, 1, 3, 1)
	ratio("cold check : sqlite3 SELECT by address", median["check, cold process", L], median["sqlite3 SELECT by address", L], 1, 1)
	ratio("  the same, processor time", cpu["check, cold process", L], cpu["sqlite3 SELECT by address", L], 1, 1)
	ratio("fastest-levenshtein scan at 100k : cold check", median["fastest-levenshtein scan", 100000], median["check, cold process", 100000], 500, 0)
	ratio("cold check, largest : smallest", median["check, cold process", L], median["check, cold process", smallest], 2, 1)
	ratio("cold check, peak MB", peak["check, cold process", L] / 1024, 1, 8, 1)
	ratio("import : sqlite3 .import without index", median["import", L], median["sqlite3 .import, plain", L], 1, 1)
	ratio("  the same, processor time", cpu["import", L], cpu["sqlite3 .import, plain", L], 1, 1)
	ratio("import : sqlite3 .import with trigrams", median["import", L], median["sqlite3 .import, trigram", L], 0.125, 1)
	ratio("import, 1M : 100k", median["import", 1000000], median["import", 100000], 11, 1)
	ratio("import, peak MB", peak["import", L] / 1024, 1, 512, 1)
	ratio("ledger : raw CSV", median["ledger", L], median["raw CSV", L], 1, 1)
	ratio("append, largest : empty", median["append, durable", L], median["append, empty ledger", 0], 1.5, 1)
	ratio("batch check, ms each", median["batch check of 1,000", L] / 1e6, 1, 0.5, 1)
	ratio("batch check : as many single checks", median["batch check of 1,000", L], 1000 * median["check, cold process", L], 0.2, 1)
	ratio("people: recall within a script", median["people: within a script", L], 1, 0.97, 0)
	ratio("people: recall across scripts", median["people: across scripts", L], 1, 0.6, 0)
	ratio("people: false flags : those of a token ratio of 85", median["people: false flags", L], median["people: flagged by token_sort_ratio", L], 1, 1)
	ratio("notes: precision", median["notes: precision", L], 1, 0.97, 0)
	ratio("notes: recall", median["notes: recall", L], 1, 0.95, 0)
	ratio("notes: error of the count, median", median["notes: count_error_median", L] + 1e-9, 1, 0.02, 1)
	ratio("notes: error of the count, 90th percentile", median["notes: count_error_p90", L], 1, 0.1, 1)
}
