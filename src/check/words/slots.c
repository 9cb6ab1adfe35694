/* slots.c - names of places in templates; ASCII, lower case. */
#include "check/words/slots.h"

#include <string.h>

/* Words that name what goes into the place. */
static const char names[] =
	" name firstname lastname fname lname surname fullname nickname givenname familyname "
	"username "
	"company companyname employer organisation organization org firm role position job "
	"jobtitle "
	"title topic subject event city location town country region school university college "
	"degree "
	"industry field skill skills project product team department interest interests "
	"conference meetup group date day month year number time recipient sender contact person "
	"mutual connection station venue place channel show newspaper magazine podcast "
	"episode book tool feature community newsletter state area brand store shop award "
	"achievement milestone course class group hook reason link url website email phone "
	"signature greeting salutation titel titre titulo titolo "
	"publication journal vorname nachname anrede firma unternehmen thema ort stadt beruf "
	"ansprechpartner "
	"veranstaltung konferenz messe zeitschrift zeitung artikel beitrag datum "
	"prenom nom entreprise societe poste sujet ville evenement salon revue "
	"nombre apellido apellidos empresa puesto cargo tema ciudad evento revista congreso "
	"nome sobrenome cognome azienda ruolo argomento citta cidade assunto rivista convegno "
	"fiera "
	"grund bezug branche produkt abteilung kursname motiv raison motif secteur produit motivo "
	"sector producto setor "
	"produto settore prodotto hobby detail details detalle detalhe dettaglio ";

/* Words that only say that something goes there. */
static const char verbs[] = " insert placeholder enter add fill your here the their his her my of "
			    "a an x first last this "
			    "that specific personal custom customize personalize ihr ihre hier "
			    "einfugen einsetzen eintragen "
			    "votre ici inserer su aqui insertar seu sua inserir il tuo qui "
			    "inserire text sentence "
			    "value full given family user common shared tv radio  recent post "
			    "article work name's current note something colleague ";

static bool letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
	       (unsigned char)c >= 0x80;
}
static bool capital(char c) { return c >= 'A' && c <= 'Z'; }

/* U+00E0 to U+00FF, and the capitals before them, without their marks. */
static const char plain[] = "aaaaaaaceeeeiiiionooooo-ouuuuyty";

static bool listed(const char *list, const char *s, size_t len)
{
	char word[24] = " ";

	if (!len || len > sizeof(word) - 3)
		return false;
	size_t to = 1;

	for (size_t i = 0; i < len; i++, to++)
		if (s[i] == '\xc3' && i + 1 < len)
			word[to] = plain[(unsigned char)s[++i] & 0x1f];
		else
			word[to] = capital(s[i]) ? (char)(s[i] - 'A' + 'a') : s[i];
	word[to] = ' ';
	return strstr(list, word) != NULL;
}

/* The end of the word at s: at a non-letter, or where a capital follows a small letter. */
static size_t word_end(const char *s, size_t len, size_t at)
{
	size_t end = at + 1;

	while (end < len && letter(s[end]) && !(capital(s[end]) && !capital(s[end - 1])))
		end++;
	return end;
}

struct tally {
	size_t words, named, known;
};

static struct tally count(const char *s, size_t len)
{
	struct tally t = { 0 };

	for (size_t i = 0; i < len;) {
		if (!letter(s[i])) {
			/* Anything but a joint is something else than a name. */
			t.words += !strchr(" _-.:,/1234567890*|", s[i]) || !s[i];
			i++;
			continue;
		}
		size_t end = word_end(s, len, i);
		bool named = listed(names, s + i, end - i);

		t.words++;
		t.named += named;
		t.known += named || listed(verbs, s + i, end - i);
		i = end;
	}
	return t;
}

bool dc_slots_named(const char *s, size_t len)
{
	struct tally t = count(s, len);
	bool whole = listed(names, s, len); /* "FirstName" is two words, "firstname" one */

	return whole || t.named > 0 || (t.words && t.known == t.words);
}

/* "class of 2011": a year stands where a place would have none. */
static bool has_year(const char *s, size_t len)
{
	size_t digits = 0;

	for (size_t i = 0; i < len && digits < 4; i++)
		digits = s[i] >= '0' && s[i] <= '9' ? digits + 1 : 0;
	return digits == 4;
}

bool dc_slots_only(const char *s, size_t len)
{
	struct tally t = count(s, len);

	if (has_year(s, len))
		return false;
	return listed(names, s, len) || (t.named && t.known == t.words);
}
