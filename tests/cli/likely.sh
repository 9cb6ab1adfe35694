#!/bin/sh
# The same person under another address: told with its reason, across scripts, spellings and
# exports; never a stop; namesakes are not told.
. "${0%/*}/../lib.sh"

# export_of DAY ROWS: a folder that is an export of that day.
export_of() {
	mkdir -p "$dir/x_$1"
	printf 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n%s\n' "$2" >"$dir/x_$1/Connections.csv"
	printf 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n' >"$dir/x_$1/Invitations.csv"
	echo "$dir/x_$1"
}
run import "$(export_of 09-01-2026 'Дмитрий,Лысенко,linkedin.com/in/dl-1,,Чайка,Инженер,08 Feb 2026
Γιώργος,Παπαδόπουλος,linkedin.com/in/gp-1,,Chaika,Analyst,08 Feb 2026
민준,김,linkedin.com/in/mk-11,,Minato,Engineer,08 Feb 2026
ケンジ,さくら,linkedin.com/in/sk-11,,Minato,Engineer,08 Feb 2026
राहुल,शर्मा,linkedin.com/in/rs-11,,Falcon,Engineer,08 Feb 2026
伟,王,linkedin.com/in/wei-wang-18fed0,,Minato,Engineer,08 Feb 2026
Łukasz,Wiśniewski,linkedin.com/in/lw-1,,Minato,Clerk,08 Feb 2026
William,Stone,linkedin.com/in/wstone,,Granite Data GmbH,Baker,08 Feb 2026
Ada,Vey,linkedin.com/in/ada-vey,ada@example.org,Northwind,Analyst,08 Feb 2026')"
is 'people of many scripts' $status 0

# like NAME COMPANY HEADLINE REASON: who is checked, and what the finding says ("": no finding)
like() {
	run check in/somebody-else --name "$1" --company "$2" ${3:+--headline "$3"} --rule likely-same-person
	is "$1: never a stop" $status 0
	if [ "$4" ]; then has "$1: $4" "$(printf '%s' "$out" | tr -s '\n ' ' ')" " of 100: $4)"
	else hasnt "$1: nobody on file" "$out" likely-same-person; fi
}
like 'Dmitri Lysenko' Chaika '' 'the same name and nearly the same company'
like 'Giorgos Papadopoulos' Chaika '' 'the same name and the same company'
like 'Minjun Kim' Minato '' 'the same name and the same company'
like '김 민준' Minato '' 'the same name in another order and the same company'
like 'さくら　ケンジ' Minato '' 'the same name in another order and the same company'
like 'Kenji Sakura' Minato '' 'the same name and the same company'
like 'राहुल शर्मा' Falcon '' 'the same name and the same company'
like 'राहुल वर्मा' Falcon '' ''
like 'Rahul Sharma' Falcon '' 'the same name and the same company'
like 'Wei Wang' Minato '' 'the same name in the address and the same company'
like 'Lukasz Wisniewski' Minato '' 'the same name and the same company'
like 'Bill Stone' 'Granite Data' 'Baker at Granite Data' 'a short form of the same name, the same company and the same job'
like 'Vey, Ada, PhD' Northwind '' 'the same name in another order and the same company'
like 'A. Vey' Northwind '' 'nearly the same name and the same company'
like 'Ada Vye' Northwind '' ''
like 'Ada Vey' Initech '' ''
like 'Ada Vey' Northwind Attorney 'the same name and the same company, but another job'

run check in/ada-vey-2 --name 'Ada Vey' --company Northwind --rule likely-same-person --json
is 'a score' "$(json findings.0.evidence.score)" 100
is 'the address on file' "$(json findings.0.evidence.key)" in/ada-vey
run person alias in/ada-vey in/ada-vey-2
run check in/ada-vey-2 --name 'Ada Vey' --company Northwind --rule likely-same-person
hasnt 'once told, it is one person' "$out" likely-same-person

# Two of one name at one company in one list of connections: two accounts, each alive.
run import "$(export_of 10-01-2026 'Tom,Reed,linkedin.com/in/tom-reed-1,,Minato,Baker,08 Feb 2026
Tom,Reed,linkedin.com/in/tom-reed-2,,Minato,Baker,09 Feb 2026')"
run check in/tom-reed-1 --rule likely-same-person
hasnt 'two in one list are two people' "$out" likely-same-person
run check in/tom-reed-3 --name 'Tom Reed' --company Minato --rule likely-same-person
has 'a third may be either of them' "$out" in/tom-reed-2

# Another export: a new address with the same mailbox, given name and day of connecting.
run import "$(export_of 11-01-2026 'Ada,Lovelace,linkedin.com/in/ada-lovelace,ada@example.org,Northwind,Analyst,08 Feb 2026')"
run person show in/ada-vey
has 'a renamed address is the same person, by the newer name' "$out" 'Ada Lovelace'
has 'with all of her addresses' "$out" 'in/ada-lovelace'
run history in/ada-lovelace
has 'and it says why' "$out" 'in/ada-vey is in/ada-lovelace: same mailbox, given name and day'
has 'that this is inferred' "$out" inferred
finish
