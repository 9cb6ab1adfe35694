# tap.pl - does Perl's own parser read the TAP on standard input?  Prints its errors, else how many
# tests there are and which failed.
use strict;
use warnings;
use TAP::Parser;

my $parser = TAP::Parser->new({ tap => do { local $/; <STDIN> } });
while (my $result = $parser->next) {
	print "unread: ", $result->as_string, "\n" if $result->is_unknown;
}
print "$_\n" for $parser->parse_errors;
printf "%d tests, failed: %s\n", $parser->tests_run, join ' ', $parser->failed;
