/* name.c - display names from many cultures, and what people do to them. */
#include <decorum/person.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <decorum/mem.h>
#include <decorum/text.h>

#define SURE false
#define ASK true

static const struct full_case {
	const char *full, *first, *last;
	bool doubtful;
	const char *nick, *credentials; /* NULL: "" */
} names[] = {
	/* plain */
	{ "Ana Silva", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ada Vey", "Ada", "Vey", SURE, NULL, NULL },
	{ "  Ada   Vey ", "Ada", "Vey", SURE, NULL, NULL },
	{ "Jean-Luc Moreau", "Jean-Luc", "Moreau", SURE, NULL, NULL },
	{ "Siobhán O’Brien", "Siobhán", "O’Brien", SURE, NULL, NULL },
	{ "Conor O'Neill", "Conor", "O'Neill", SURE, NULL, NULL },
	{ "Zoë Łukasik", "Zoë", "Łukasik", SURE, NULL, NULL },
	{ "Þórdís Jónsdóttir", "Þórdís", "Jónsdóttir", SURE, NULL, NULL },
	{ "Søren Ærø", "Søren", "Ærø", SURE, NULL, NULL },
	{ "Nomvula Dlamini", "Nomvula", "Dlamini", SURE, NULL, NULL },
	{ "Chukwuemeka Okonkwo", "Chukwuemeka", "Okonkwo", SURE, NULL, NULL },
	{ "Priya Raghunathan", "Priya", "Raghunathan", SURE, NULL, NULL },
	{ "Ramesh S", "Ramesh", "S", SURE, NULL, NULL },
	{ "Kaʻiulani Kealoha", "Kaʻiulani", "Kealoha", SURE, NULL, NULL },
	/* titles */
	{ "Dr. Jürgen Müller-Lüdenscheidt, PhD", "Jürgen", "Müller-Lüdenscheidt", SURE, NULL,
	  "PhD" },
	{ "Prof. Dr. h.c. Heike Brandt", "Heike", "Brandt", SURE, NULL, NULL },
	{ "Prof. Dr. Dr. h. c. mult. Karl Weiss", "Karl", "Weiss", SURE, NULL, NULL },
	{ "Dr. rer. nat. Uwe Stahl", "Uwe", "Stahl", SURE, NULL, NULL },
	{ "Dipl.-Ing. Petra Kraus", "Petra", "Kraus", SURE, NULL, NULL },
	{ "Dr.Hans Vogel", "Hans", "Vogel", SURE, NULL, NULL },
	{ "Prof.Dr.Ing. Rolf Adler", "Rolf", "Adler", SURE, NULL, NULL },
	{ "Herr Müller", "", "Müller", ASK, NULL, NULL },
	{ "Frau Dr. Schmidt", "", "Schmidt", ASK, NULL, NULL },
	{ "Mr. Bean", "", "Bean", ASK, NULL, NULL },
	{ "Mrs Helen Carter", "Helen", "Carter", SURE, NULL, NULL },
	{ "Sir Elton Grey", "Elton", "Grey", SURE, NULL, NULL },
	{ "Sir Elton", "Elton", "", ASK, NULL, NULL },
	{ "Dame Judi Dale", "Judi", "Dale", SURE, NULL, NULL },
	{ "M. Pierre Dubois", "Pierre", "Dubois", SURE, NULL, NULL },
	{ "Mme Claire Fontaine", "Claire", "Fontaine", SURE, NULL, NULL },
	{ "Sra. Carmen Vidal", "Carmen", "Vidal", SURE, NULL, NULL },
	{ "Dott.ssa Giulia Ferri", "Giulia", "Ferri", SURE, NULL, NULL },
	{ "Ing. Tomáš Dvořák", "Tomáš", "Dvořák", SURE, NULL, NULL },
	{ "Eng. Ahmed Mansour", "Ahmed", "Mansour", SURE, NULL, NULL },
	{ "Ir. Budi Santoso", "Budi", "Santoso", SURE, NULL, NULL },
	{ "Rev. Desmond Cole", "Desmond", "Cole", SURE, NULL, NULL },
	{ "Hon. Grace Mwangi", "Grace", "Mwangi", SURE, NULL, NULL },
	{ "Dr.-Ing. Max Mustermann", "Max", "Mustermann", SURE, NULL, NULL },
	{ "PD Dr. Eva Lang", "Eva", "Lang", SURE, NULL, NULL },
	{ "Lic. Juan Torres", "Juan", "Torres", SURE, NULL, NULL },
	{ "Phil Collier", "Phil", "Collier", SURE, NULL, NULL }, /* no "Dr. phil." */
	{ "Dr.", "", "", ASK, NULL, NULL },
	/* degrees and the like */
	{ "Ana Silva, MBA, CFA", "Ana", "Silva", SURE, NULL, "MBA, CFA" },
	{ "Ana Silva PMP", "Ana", "Silva", SURE, NULL, "PMP" },
	{ "Ana Silva Ph.D.", "Ana", "Silva", SURE, NULL, "Ph.D." },
	{ "Wes Boyd, P.Eng.", "Wes", "Boyd", SURE, NULL, "P.Eng." },
	{ "Lena Roth, CISSP-ISSAP", "Lena", "Roth", SURE, NULL, "CISSP-ISSAP" },
	{ "Lena Roth, Berlin", "Lena", "Roth", SURE, NULL, NULL },
	{ "Sammy Davis Jr.", "Sammy", "Davis", SURE, NULL, "Jr." },
	{ "William Gates III", "William", "Gates", SURE, NULL, "III" },
	{ "Tom Hale Esq.", "Tom", "Hale", SURE, NULL, "Esq." },
	{ "Nora Finch MA", "Nora", "Finch", SURE, NULL, "MA" },
	{ "Jack Ma", "Jack", "Ma", SURE, NULL, NULL },
	{ "JACK MA", "Jack", "Ma", SURE, NULL, NULL },
	{ "Anita Do", "Anita", "Do", SURE, NULL, NULL },
	{ "Lee Ann Bird, RN, BSN", "Lee Ann", "Bird", ASK, NULL, "RN, BSN" },
	{ "Jon Smith III, Esq.", "Jon", "Smith", SURE, NULL, "III, Esq." },
	{ "Jon Smith cpa", "Jon", "Smith", SURE, NULL, "cpa" },
	{ "Kovács János Dr.", "János", "Kovács", SURE, NULL, "Dr." },
	/* nicknames */
	{ "Robert \"Bob\" Stone", "Robert", "Stone", SURE, "Bob", NULL },
	{ "Robert “Bob” Stone", "Robert", "Stone", SURE, "Bob", NULL },
	{ "Robert 'Bob' Stone", "Robert", "Stone", SURE, "Bob", NULL },
	{ "William (Bill) Ng", "William", "Ng", SURE, "Bill", NULL },
	{ "Gerard 't Hooft", "Gerard", "'t Hooft", SURE, NULL, NULL },
	{ "Maria Weber (geb. Huber)", "Maria", "Weber", SURE, NULL, NULL },
	{ "Claire Petit (née Roux)", "Claire", "Petit", SURE, NULL, NULL },
	{ "Sam Field (they/them)", "Sam", "Field", SURE, NULL, NULL },
	{ "Sam Field (He/Him)", "Sam", "Field", SURE, NULL, NULL },
	{ "Tara Moss (MBA)", "Tara", "Moss", SURE, NULL, NULL },
	{ "Dipl.-Inf. (FH) Max Weber", "Max", "Weber", SURE, NULL, NULL },
	{ "Ana Silva she/her", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana Silva, She/Her", "Ana", "Silva", SURE, NULL, NULL },
	{ "Tara Moss (we are hiring", "Tara", "Moss", SURE, NULL, NULL },
	{ "Vladimír „Vlado“ Kováč", "Vladimír", "Kováč", SURE, "Vlado", NULL },
	/* decorations */
	{ "🚀 Ana Silva ✨", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana Silva 👩🏽‍💻", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana ⭐️ Silva", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana Silva 🇵🇹", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana Silva | We're hiring", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana Silva – Recruiter", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana Silva • Growth", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana Silva → Berlin", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana Silva™", "Ana", "Silva", SURE, NULL, NULL },
	{ "𝓐𝓷𝓪 𝓢𝓲𝓵𝓿𝓪", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ａｎａ　Ｓｉｌｖａ", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana\xe2\x80\x8b Silva\xe2\x80\xae", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana Silva CEO", "Ana", "Silva", ASK, NULL, NULL },
	{ "Ana Silva #OpenToWork", "Ana", "Silva", ASK, NULL, NULL },
	{ "#Hiring | Ana Silva", "Ana", "Silva", ASK, NULL, NULL },
	{ "Ana Silva 2.0", "Ana", "Silva", ASK, NULL, NULL },
	{ "⭐Top Voice⭐ Ana Silva", "", "", ASK, NULL, NULL },
	{ "Hiring Now!", "", "", ASK, NULL, NULL },
	{ "Northwind Solutions GmbH", "", "", ASK, NULL, NULL },
	{ "LinkedIn Member", "", "", ASK, NULL, NULL },
	{ "Usuario de LinkedIn", "", "", ASK, NULL, NULL },
	{ "🚀🚀🚀", "", "", ASK, NULL, NULL },
	{ "", "", "", ASK, NULL, NULL },
	{ "   ", "", "", ASK, NULL, NULL },
	{ ". , | -", "", "", ASK, NULL, NULL },
	/* cases */
	{ "ANA SILVA", "Ana", "Silva", SURE, NULL, NULL },
	{ "ana silva", "Ana", "Silva", SURE, NULL, NULL },
	{ "ÉLODIE D'ARTAGNAN", "Élodie", "D'Artagnan", SURE, NULL, NULL },
	{ "JUAN DE LA CRUZ", "Juan", "de la Cruz", SURE, NULL, NULL },
	{ "ana de silva", "Ana", "de Silva", SURE, NULL, NULL },
	{ "RON MCDONALD", "Ron", "McDonald", SURE, NULL, NULL },
	{ "JEAN-LUC MOREAU", "Jean-Luc", "Moreau", SURE, NULL, NULL },
	{ "İBRAHİM YILMAZ", "İbrahim", "Yılmaz", SURE, NULL, NULL },
	{ "ΓΙΩΡΓΟΣ ΠΑΠΑΣ", "Γιωργος", "Παπας", SURE, NULL, NULL },
	{ "ИВАН ПЕТРОВ", "Иван", "Петров", SURE, NULL, NULL },
	{ "ანა მაისურაძე", "ანა", "მაისურაძე", SURE, NULL, NULL },
	{ "Ana SILVA", "Ana", "Silva", SURE, NULL, NULL },
	{ "DUPONT Marie", "Marie", "Dupont", SURE, NULL, NULL },
	{ "María GARCÍA LÓPEZ", "María", "García López", SURE, NULL, NULL },
	{ "Anna VAN DER BERG", "Anna", "van der Berg", SURE, NULL, NULL },
	{ "JP Morgan", "JP", "Morgan", ASK, NULL, NULL },
	/* initials */
	{ "J. R. Tolkien", "", "Tolkien", ASK, NULL, NULL },
	{ "J.R.R. Tolkien", "", "Tolkien", ASK, NULL, NULL },
	{ "J. Robert Oppen", "Robert", "Oppen", ASK, NULL, NULL },
	{ "Robert J. Stone", "Robert", "Stone", SURE, NULL, NULL },
	{ "M.Kumar", "", "Kumar", ASK, NULL, NULL },
	{ "S. Ramesh", "", "Ramesh", ASK, NULL, NULL },
	/* one word, many words */
	{ "Madonna", "Madonna", "", ASK, NULL, NULL },
	{ "Suharto", "Suharto", "", ASK, NULL, NULL },
	{ "Pablo Diego José Francisco de Paula Juan Nepomuceno Ruiz", "Pablo",
	  "de Paula Juan Nepomuceno Ruiz", ASK, NULL, NULL },
	/* particles and double names */
	{ "Ludwig van Beethoven", "Ludwig", "van Beethoven", SURE, NULL, NULL },
	{ "Van Morrison", "Van", "Morrison", SURE, NULL, NULL },
	{ "Alexander von der Heide", "Alexander", "von der Heide", SURE, NULL, NULL },
	{ "Leonardo da Vinci", "Leonardo", "da Vinci", SURE, NULL, NULL },
	{ "José Ortega y Gasset", "José", "Ortega y Gasset", SURE, NULL, NULL },
	{ "Gabriel García Márquez", "Gabriel", "García Márquez", SURE, NULL, NULL },
	{ "Lucía Fernández Ríos", "Lucía", "Fernández Ríos", SURE, NULL, NULL },
	{ "Maria dos Santos", "Maria", "dos Santos", SURE, NULL, NULL },
	{ "Anne Marie Kern", "Anne Marie", "Kern", ASK, NULL, NULL },
	{ "José Luis Prado", "José Luis", "Prado", ASK, NULL, NULL },
	{ "Anne Marie", "Anne", "Marie", ASK, NULL, NULL },
	{ "Silva, Ana", "Ana", "Silva", ASK, NULL, NULL },
	{ "de Vries, Jan, MSc", "Jan", "de Vries", ASK, NULL, "MSc" },
	{ "John Michael Smith", "John", "Smith", SURE, NULL, NULL },
	/* Arabic, Hebrew, Persian, Turkish */
	{ "Mohammed bin Rashid", "Mohammed", "bin Rashid", SURE, NULL, NULL },
	{ "Siti Aminah binti Tarudin", "Siti", "binti Tarudin", SURE, NULL, NULL },
	{ "Niamh Ní Bhriain", "Niamh", "Ní Bhriain", SURE, NULL, NULL },
	{ "Layla Al-Sayed", "Layla", "Al-Sayed", SURE, NULL, NULL },
	{ "Abdul Rahman Khan", "Abdul Rahman", "Khan", ASK, NULL, NULL },
	{ "Abdul Rahman", "Abdul Rahman", "", ASK, NULL, NULL },
	{ "Md. Rafiqul Islam", "Rafiqul", "Islam", SURE, NULL, NULL },
	{ "Md Hasan", "Hasan", "", ASK, NULL, NULL },
	{ "محمد بن سلمان", "محمد", "بن سلمان", SURE, NULL, NULL },
	{ "אבי בן דוד", "אבי", "בן דוד", SURE, NULL, NULL },
	{ "محمد السيد", "محمد", "السيد", SURE, NULL, NULL },
	{ "عبد الرحمن السيد", "عبد الرحمن", "السيد", ASK, NULL, NULL },
	{ "دانה כהן", "دانה", "כהן", SURE, NULL, NULL },
	{ "יעל כהן", "יעל", "כהן", SURE, NULL, NULL },
	/* Cyrillic, Greek, Indic, Thai */
	{ "Иван Петров", "Иван", "Петров", SURE, NULL, NULL },
	{ "Петров Иван", "Иван", "Петров", ASK, NULL, NULL },
	{ "Иванов Иван Иванович", "Иван", "Иванов", SURE, NULL, NULL },
	{ "Анна Сергеевна Ким", "Анна", "Ким", SURE, NULL, NULL },
	{ "Олена Шевченко", "Олена", "Шевченко", SURE, NULL, NULL },
	{ "Μαρία Παπαδοπούλου", "Μαρία", "Παπαδοπούλου", SURE, NULL, NULL },
	{ "प्रिया शर्मा", "प्रिया", "शर्मा", SURE, NULL, NULL },
	{ "สมชาย ใจดี", "สมชาย", "ใจดี", SURE, NULL, NULL },
	/* Hungarian, Vietnamese */
	{ "NAGY János", "János", "Nagy", SURE, NULL, NULL },
	{ "Nagy János", "János", "Nagy", SURE, NULL, NULL },
	{ "János Nagy", "János", "Nagy", SURE, NULL, NULL },
	{ "Kovács Éva", "Éva", "Kovács", SURE, NULL, NULL },
	{ "Szabó-Nagy Éva", "Éva", "Szabó-Nagy", SURE, NULL, NULL },
	{ "Le Thi Hoa", "Hoa", "Le", ASK, NULL, NULL },
	{ "Nguyễn Văn An", "An", "Nguyễn", ASK, NULL, NULL },
	{ "An Nguyen", "An", "Nguyen", SURE, NULL, NULL },
	/* Chinese */
	{ "王伟", "伟", "王", SURE, NULL, NULL },
	{ "王小明", "小明", "王", SURE, NULL, NULL },
	{ "陳美玲", "美玲", "陳", SURE, NULL, NULL },
	{ "欧阳娜", "娜", "欧阳", SURE, NULL, NULL },
	{ "诸葛孔明", "孔明", "诸葛", SURE, NULL, NULL },
	{ "陳方安生", "安生", "陳方", ASK, NULL, NULL },
	{ "王 伟", "伟", "王", SURE, NULL, NULL },
	{ "王 小 明", "小明", "王", SURE, NULL, NULL },
	{ "张伟 (David)", "伟", "张", SURE, "David", NULL },
	{ "Wei Zhang 张伟", "Wei", "Zhang", ASK, NULL, NULL },
	{ "David 王", "David", "王", ASK, NULL, NULL },
	{ "Wang Fang", "Wang", "Fang", ASK, NULL, NULL },
	{ "Xi Jinping", "Xi", "Jinping", ASK, NULL, NULL },
	{ "Zhang Xiaoming", "Zhang", "Xiaoming", ASK, NULL, NULL },
	{ "Lee Kuan Yew", "Kuan Yew", "Lee", ASK, NULL, NULL },
	{ "Kim Smith", "Kim", "Smith", SURE, NULL, NULL },
	{ "Jo Smith", "Jo", "Smith", SURE, NULL, NULL },
	{ "Mei Lin", "Mei", "Lin", SURE, NULL, NULL },
	/* Japanese */
	{ "田中　太郎", "太郎", "田中", SURE, NULL, NULL },
	{ "田中 太郎", "太郎", "田中", SURE, NULL, NULL },
	{ "田中太郎", "太郎", "田中", SURE, NULL, NULL },
	{ "佐々木誠", "誠", "佐々木", SURE, NULL, NULL },
	{ "長谷川健一", "健一", "長谷川", SURE, NULL, NULL },
	{ "高橋みなみ", "みなみ", "高橋", SURE, NULL, NULL },
	{ "佐藤 さくら", "さくら", "佐藤", SURE, NULL, NULL },
	{ "太郎 田中", "太郎", "田中", ASK, NULL, NULL },
	{ "マイケル・ジャクソン", "マイケル", "ジャクソン", SURE, NULL, NULL },
	{ "中村・花子", "花子", "中村", ASK, NULL, NULL },
	{ "ジョン スミス", "ジョン", "スミス", ASK, NULL, NULL },
	{ "さくら", "さくら", "", ASK, NULL, NULL },
	{ "田中", "", "田中", ASK, NULL, NULL },
	/* Korean */
	{ "김민수", "민수", "김", SURE, NULL, NULL },
	{ "김 민수", "민수", "김", SURE, NULL, NULL },
	{ "민수 김", "민수", "김", SURE, NULL, NULL },
	{ "남궁민수", "민수", "남궁", SURE, NULL, NULL },
	{ "이준", "준", "이", SURE, NULL, NULL },
	{ "김민수 (Minsu Kim)", "민수", "김", SURE, "Minsu Kim", NULL },
	{ "Kim Min-su", "Kim", "Min-su", ASK, NULL, NULL },
	/* hostile */
	{ "\x1b[31mAna Silva\x1b[0m", "", "", ASK, NULL, NULL },
	{ "Ana \xff\xfe Silva", "Ana", "Silva", ASK, NULL, NULL },
	{ "\xed\xa0\x80", "", "", ASK, NULL, NULL },
	{ "A̷̛͈̐͑n̶̈́̉̒̚a S", NULL, NULL, SURE, NULL, NULL }, /* marks are cut */
	{ "((((((((", "", "", ASK, NULL, NULL },
	{ "\"\"\"\"''''", "", "", ASK, NULL, NULL },
	{ "https://evil.example/x", "", "", ASK, NULL, NULL },
	{ "{{first_name}}", "", "", ASK, NULL, NULL },
};

static bool same(const char *what, const char *full, const char *got, const char *want)
{
	if (!strcmp(got, want ? want : ""))
		return true;
	print_error("%s: %s is '%s', not '%s'\n", full, what, got, want ? want : "");
	return false;
}

static void full_names(void **state)
{
	int bad = 0;

	(void)state;
	assert_true(DC_COUNT(names) >= 120);
	for (size_t i = 0; i < DC_COUNT(names); i++) {
		const struct full_case *c = &names[i];
		DC_AUTO(dc_name_clear) struct dc_name n = { 0 };

		dc_name_parse(&n, c->full);
		if (c->first)
			bad += !same("first", c->full, n.first, c->first);
		if (c->last)
			bad += !same("last", c->full, n.last, c->last);
		bad += !same("nick", c->full, n.nick, c->nick);
		bad += !same("credentials", c->full, n.credentials, c->credentials);
		if (n.doubtful != c->doubtful) {
			print_error("%s: doubtful is %d\n", c->full, n.doubtful);
			bad++;
		}
	}
	assert_int_equal(bad, 0);
}

static const struct part_case {
	const char *first, *last, *want_first, *want_last;
	bool doubtful;
	const char *nick, *credentials;
} parts[] = {
	{ "Ana", "Silva", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana", "Silva, PhD", "Ana", "Silva", SURE, NULL, "PhD" },
	{ "Dr. Jürgen", "Müller-Lüdenscheidt, PhD", "Jürgen", "Müller-Lüdenscheidt", SURE, NULL,
	  "PhD" },
	{ "Robert \"Bob\"", "Stone", "Robert", "Stone", SURE, "Bob", NULL },
	{ "🚀 Ana", "Silva ✨", "Ana", "Silva", SURE, NULL, NULL },
	{ "ANA", "SILVA", "Ana", "Silva", SURE, NULL, NULL },
	{ "ana", "de silva", "Ana", "de Silva", SURE, NULL, NULL },
	{ "Ana", "SILVA", "Ana", "Silva", SURE, NULL, NULL },
	{ "Robert J.", "Stone", "Robert", "Stone", SURE, NULL, NULL },
	{ "J.", "Stone", "", "Stone", ASK, NULL, NULL },
	{ "Anne Marie", "Kern", "Anne Marie", "Kern", ASK, NULL, NULL },
	{ "John Michael", "Smith", "John", "Smith", SURE, NULL, NULL },
	{ "Juan", "de la Cruz", "Juan", "de la Cruz", SURE, NULL, NULL },
	{ "Ana", "Silva | Hiring", "Ana", "Silva", SURE, NULL, NULL },
	{ "伟", "王", "伟", "王", SURE, NULL, NULL },
	{ "太郎", "田中", "太郎", "田中", SURE, NULL, NULL },
	{ "王伟", "", "伟", "王", SURE, NULL, NULL },
	{ "Min Su", "Kim", "Min Su", "Kim", SURE, NULL, NULL },
	{ "János", "Nagy", "János", "Nagy", SURE, NULL, NULL },
	{ "Nagy", "János", "Nagy", "János", SURE, NULL, NULL }, /* the fields say so */
	{ "", "Ana Silva", "Ana", "Silva", SURE, NULL, NULL },
	{ "Ana", "", "Ana", "", ASK, NULL, NULL },
	{ "Ana", ".", "Ana", "", ASK, NULL, NULL },
	{ "Dr.", "Müller", "", "Müller", ASK, NULL, NULL },
	{ "LinkedIn", "Member", "", "", ASK, NULL, NULL },
	{ "", "", "", "", ASK, NULL, NULL },
	{ "Nora", "Finch MA", "Nora", "Finch", SURE, NULL, "MA" },
	{ "Jack", "MA", "Jack", "Ma", SURE, NULL, NULL },
	{ "Wei (David)", "Zhang", "Wei", "Zhang", SURE, "David", NULL },
};

static void names_in_two_fields(void **state)
{
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < DC_COUNT(parts); i++) {
		const struct part_case *c = &parts[i];
		DC_AUTO(dc_name_clear) struct dc_name n = { 0 };
		DC_AUTO(dc_str) char *both = dc_printf("%s + %s", c->first, c->last);

		dc_name_parse_parts(&n, c->first, c->last);
		bad += !same("first", both, n.first, c->want_first);
		bad += !same("last", both, n.last, c->want_last);
		bad += !same("nick", both, n.nick, c->nick);
		bad += !same("credentials", both, n.credentials, c->credentials);
		if (n.doubtful != c->doubtful) {
			print_error("%s: doubtful is %d\n", both, n.doubtful);
			bad++;
		}
	}
	assert_int_equal(bad, 0);
}

/* Whatever the bytes, the parts are valid text without controls, and there is an end. */
static void any_bytes(void **state)
{
	static const char *const pieces[] = {
		"\"",       "(",
		")",        "'",
		",",        ".",
		"|",        "-",
		" ",        "Dr.",
		"PhD",      "van",
		"abdul",    "\xff",
		"王",       "김",
		"さ",       "・",
		"J.",       "ana",
		"SILVA",    "\xe2\x80\xae",
		"\xcc\x81", "\x1b",
		"🚀",
	};
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		DC_AUTO(dc_buf_clear) struct dc_buf full = { 0 };
		DC_AUTO(dc_name_clear) struct dc_name n = { 0 };
		DC_AUTO(dc_name_clear) struct dc_name m = { 0 };

		for (int i = 0; i < 12; i++) {
			seed = seed * 1103515245u + 12345u;
			dc_buf_puts(&full, pieces[(seed >> 16) % DC_COUNT(pieces)]);
		}
		dc_name_parse(&n, dc_buf_str(&full));
		assert_true(dc_text_valid(n.first, strlen(n.first), NULL));
		assert_true(dc_text_valid(n.last, strlen(n.last), NULL));
		assert_null(strpbrk(n.first, "\x1b\n|(\""));
		assert_true(*n.first || n.doubtful);
		dc_name_parse_parts(&m, dc_buf_str(&full), n.last);
		assert_true(*m.first || m.doubtful);
	}
}

static void very_long_names_are_nobodys(void **state)
{
	DC_AUTO(dc_buf_clear) struct dc_buf full = { 0 };
	DC_AUTO(dc_name_clear) struct dc_name n = { 0 };

	(void)state;
	while (full.len < 1 << 20)
		dc_buf_puts(&full, "Ana ");
	dc_name_parse(&n, full.data);
	assert_string_equal(n.first, "");
	assert_true(n.doubtful);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_names),
		cmocka_unit_test(names_in_two_fields),
		cmocka_unit_test(any_bytes),
		cmocka_unit_test(very_long_names_are_nobodys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
