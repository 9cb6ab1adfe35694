# check.sh - one note in memory against all rules.
"$BUILD/tests/bench/check"
