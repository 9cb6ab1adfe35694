/* person.c - one person, one key: every spelling of an address, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include <decorum/mem.h>
#include <decorum/person.h>

#define WWW "https://www.linkedin.com"
#define TAIL "Bk3hJ2_xYz-0123456789abcde" /* the signature of an id: says nothing */

static const struct {
	const char *address, *key;
} good[] = {
	/* scheme and host */
	{ WWW "/in/ada-vey", "in/ada-vey" },
	{ "http://www.linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "https://linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "http://linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "HTTPS://WWW.LINKEDIN.COM/in/ada-vey", "in/ada-vey" },
	{ "https://www.LinkedIn.com/in/ada-vey", "in/ada-vey" },
	{ "www.linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "LinkedIn.com/in/ada-vey", "in/ada-vey" },
	{ "//www.linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "//linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "https://www.linkedin.com./in/ada-vey", "in/ada-vey" },
	{ "linkedin.com./in/ada-vey", "in/ada-vey" },
	{ "https://uk.linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "https://fr.linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "https://de.linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "https://BR.linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "uk.linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "https://m.linkedin.com/in/ada-vey", "in/ada-vey" },
	{ "m.linkedin.com/in/ada-vey#about", "in/ada-vey" },
	{ "  " WWW "/in/ada-vey", "in/ada-vey" },
	{ WWW "/in/ada-vey\n", "in/ada-vey" },
	{ "\t" WWW "/in/ada-vey \r\n", "in/ada-vey" },
	/* path */
	{ WWW "/in/ada-vey/", "in/ada-vey" },
	{ WWW "/in/ada-vey//", "in/ada-vey" },
	{ WWW "//in//ada-vey", "in/ada-vey" },
	{ WWW "/IN/ada-vey", "in/ada-vey" },
	{ WWW "/In/Ada-Vey/", "in/ada-vey" },
	{ WWW "/in/ADA-VEY", "in/ada-vey" },
	{ "https://uk.linkedin.com/in/Ada-Vey/", "in/ada-vey" },
	{ WWW "/mwlite/in/ada-vey", "in/ada-vey" },
	{ WWW "/comm/in/ada-vey", "in/ada-vey" },
	{ WWW "/MWLITE/IN/Ada-Vey", "in/ada-vey" },
	{ WWW "/comm/mwlite/in/ada-vey", "in/ada-vey" },
	{ "in/ada-vey", "in/ada-vey" },
	{ "/in/ada-vey", "in/ada-vey" },
	{ "IN/Ada-Vey/?x=1", "in/ada-vey" },
	/* what follows the name */
	{ WWW "/in/ada-vey/en", "in/ada-vey" },
	{ WWW "/in/ada-vey/de", "in/ada-vey" },
	{ WWW "/in/ada-vey/pt-br", "in/ada-vey" },
	{ WWW "/in/ada-vey/zh_CN/", "in/ada-vey" },
	{ WWW "/in/ada-vey/en?trk=x", "in/ada-vey" },
	{ WWW "/in/ada-vey/overlay/contact-info/", "in/ada-vey" },
	{ WWW "/in/ada-vey/details/experience/", "in/ada-vey" },
	{ WWW "/in/ada-vey/details/education", "in/ada-vey" },
	{ WWW "/in/ada-vey/recent-activity/all/", "in/ada-vey" },
	{ WWW "/in/ada-vey/recent-activity/shares/?x=y", "in/ada-vey" },
	{ WWW "/in/ada-vey?trk=people-guest_people_search-card", "in/ada-vey" },
	{ WWW "/in/ada-vey/?originalSubdomain=uk", "in/ada-vey" },
	{ WWW "/in/ada-vey?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3AACoAAAAdaooB" TAIL,
	  "in/ada-vey" },
	{ WWW "/in/ada-vey?lipi=urn%3Ali%3Apage%3Ad_flagship3%3Bx", "in/ada-vey" },
	{ WWW "/in/ada-vey/?locale=de_DE", "in/ada-vey" },
	{ WWW "/in/ada-vey#experience", "in/ada-vey" },
	{ WWW "/in/ada-vey?a=/in/bob#/in/carl", "in/ada-vey" },
	{ WWW "/in/ada-vey?next=https://evil.com/", "in/ada-vey" },
	{ WWW "/in/ada-vey?", "in/ada-vey" },
	/* the name itself */
	{ WWW "/in/abc", "in/abc" },
	{ WWW "/in/ada_vey", "in/ada_vey" },
	{ WWW "/in/ada.vey", "in/ada.vey" },
	{ WWW "/in/o'brien-42", "in/o'brien-42" },
	{ WWW "/in/o%27brien-42", "in/o'brien-42" },
	{ WWW "/in/ada%2Dvey", "in/ada-vey" },
	{ WWW "/in/%61da-vey", "in/ada-vey" },
	{ WWW "/in/%41DA-vey", "in/ada-vey" },
	{ WWW "/in/ada-vey-1a2b3c4d", "in/ada-vey-1a2b3c4d" },
	{ WWW "/in/ada-vey-%F0%9F%9A%80", "in/ada-vey-🚀" },
	{ WWW "/in/123456", "in/123456" },
	{ WWW "/in/company", "in/company" },
	{ WWW "/in/jos%C3%A9-mu%C3%B1oz", "in/josé-muñoz" },
	{ WWW "/in/jos%c3%a9-mu%c3%b1oz", "in/josé-muñoz" },
	{ WWW "/in/JOS%C3%89-MU%C3%91OZ", "in/josé-muñoz" },
	{ WWW "/in/josé-muñoz", "in/josé-muñoz" },
	{ WWW "/in/jose%CC%81-mun%CC%83oz", "in/josé-muñoz" },
	{ WWW "/in/jose\xcc\x81-mun\xcc\x83oz", "in/josé-muñoz" },
	{ WWW "/in/%D0%B8%D0%B2%D0%B0%D0%BD", "in/иван" },
	{ WWW "/in/%D0%98%D0%92%D0%90%D0%9D", "in/иван" },
	{ WWW "/in/ΝΊΚΟΣ", "in/νίκος" },
	{ WWW "/in/νίκος", "in/νίκος" },
	{ WWW "/in/weiß-1", "in/weiß-1" },
	{ WWW "/in/weiss-1", "in/weiss-1" },
	{ WWW "/in/\xe7\x8e\x8b\xe8\x8a\xb3-9", "in/王芳-9" },
	{ WWW "/in/%E0%A4%B0%E0%A4%BE%E0%A4%B9%E0%A5%81%E0%A4%B2", "in/राहुल" },
	/* the old addresses of public profiles */
	{ WWW "/pub/first-last/a7/576/b50", "in/first-last-b50576a7" },
	{ "http://www.linkedin.com/pub/First-Last/a7/576/b50/", "in/first-last-b50576a7" },
	{ "http://uk.linkedin.com/pub/first-last/a7/576/b50?trk=x", "in/first-last-b50576a7" },
	{ "linkedin.com/PUB/first-last/A7/576/B50/en", "in/first-last-b50576a7" },
	{ WWW "/pub/jos%C3%A9/1/2/3", "in/josé-321" },
	/* member numbers, from every product */
	{ WWW "/in/ACoAAAAdaooB" TAIL, "member/1927818" },
	{ WWW "/in/ACwAAAAdaooB" TAIL, "member/1927818" },
	{ WWW "/in/ACoAAAAdaooB" TAIL "/", "member/1927818" },
	{ "uk.linkedin.com/in/ACoAAAAdaooB" TAIL "?trk=x", "member/1927818" },
	{ WWW "/in/ACoAAAAdaooB", "member/1927818" },
	{ WWW "/in/ACoAAAAdaoo", "member/1927818" },
	{ WWW "/sales/lead/ACwAAAAdaooB" TAIL ",NAME_SEARCH,tok", "member/1927818" },
	{ WWW "/sales/lead/ACwAAAAdaooB" TAIL "%2CNAME_SEARCH%2Ctok", "member/1927818" },
	{ WWW "/sales/lead/ACwAAAAdaooB" TAIL ",NAME_SEARCH,tok?_ntb=x%3D%3D", "member/1927818" },
	{ WWW "/sales/lead/ACwAAAAdaooB" TAIL, "member/1927818" },
	{ WWW "/sales/people/ACwAAAAdaooB" TAIL ",NAME_SEARCH", "member/1927818" },
	{ WWW "/sales/people/ACwAAAAdaooB" TAIL, "member/1927818" },
	{ WWW "/SALES/Lead/ACwAAAAdaooB" TAIL ",x,y", "member/1927818" },
	{ WWW "/talent/profile/AEMAAAAdaooB" TAIL, "member/1927818" },
	{ WWW "/talent/hire/31/manage/all/profile/AEMAAAAdaooB" TAIL, "member/1927818" },
	{ WWW "/profile/view?id=1927818", "member/1927818" },
	{ WWW "/profile/view?trk=x&id=1927818&y=z", "member/1927818" },
	{ WWW "/profile/view?id=ACoAAAAdaooB" TAIL, "member/1927818" },
	{ "urn:li:member:1927818", "member/1927818" },
	{ "URN:LI:MEMBER:1927818", "member/1927818" },
	{ "urn%3Ali%3Amember%3A1927818", "member/1927818" },
	{ "urn:li:member:0001927818", "member/1927818" },
	{ "urn:li:member:4294967295", "member/4294967295" },
	{ "urn:li:fsd_profile:ACoAAAAdaooB" TAIL, "member/1927818" },
	{ "urn:li:fs_miniProfile:ACoAAAAdaooB" TAIL, "member/1927818" },
	{ "urn%3Ali%3Afsd_profile%3AACoAAAAdaooB" TAIL, "member/1927818" },
	{ "urn:li:fs_salesProfile:(ACwAAAAdaooB" TAIL ",NAME_SEARCH,tok)", "member/1927818" },
	{ "urn:li:fs_salesProfile:(ACwAAAAdaooB" TAIL ",undefined,undefined)", "member/1927818" },
	{ "urn:li:fs_salesProfile:ACwAAAAdaooB" TAIL, "member/1927818" },
	{ WWW "/in/ACoAABQ11fIBQLGQbB1V1XPBZJsRwfK5r1U2Rzw", "member/339072498" },
	{ "member/1927818", "member/1927818" },
	/* names that only begin like an id; ids are case-sensitive */
	{ WWW "/in/ACoAA-smith", "in/acoaa-smith" },
	{ WWW "/in/ACoAAsmith", "in/acoaasmith" },
	{ WWW "/in/acoaaaadaoob" TAIL, "in/acoaaaadaoobbk3hj2_xyz-0123456789abcde" },
	{ WWW "/in/ACOAAAADAOOB", "in/acoaaaadaoob" },
	{ WWW "/in/ACxAAAAdaooB", "in/acxaaaadaoob" },
	{ WWW "/in/ACoAAAAAAAAB", "in/acoaaaaaaaab" },
	{ WWW "/in/ACoAAAAdao", "in/acoaaaadao" },
	{ WWW "/in/ACoAAAAdaoo.x", "in/acoaaaadaoo.x" },
	/* the official API, e-mail */
	{ "urn:li:person:AbC_d-9", "api/AbC_d-9" },
	{ "urn:li:person:ACoAAAAdaooB", "api/ACoAAAAdaooB" },
	{ "urn%3Ali%3Aperson%3AAbC", "api/AbC" },
	{ "api/AbC_d-9", "api/AbC_d-9" },
	{ "urn:li:email:Ada@Example.ORG", "email/ada@example.org" },
	{ "mailto:ada@example.org", "email/ada@example.org" },
	{ "email/ada.vey+x@mail.example.org", "email/ada.vey+x@mail.example.org" },
};

/* Each with a part of the reason. */
static const struct {
	const char *address, *why;
} bad[] = {
	{ "", "empty" },
	{ "  \n", "empty" },
	{ "https://linkedin.com.evil.com/in/ada-vey", "not linkedin.com" },
	{ "https://evil.com/linkedin.com/in/ada-vey", "not linkedin.com" },
	{ "https://evil.com/?u=https://www.linkedin.com/in/ada-vey", "not linkedin.com" },
	{ "https://evillinkedin.com/in/ada-vey", "not linkedin.com" },
	{ "https://linkedin.co/in/ada-vey", "not linkedin.com" },
	{ "https://linkedin.com-x.org/in/ada-vey", "not linkedin.com" },
	{ "https://lnkd.in/abcdef", "not linkedin.com" },
	{ "linkedin.com@evil", "user name" },
	{ "https://linkedin.com@evil.com/in/ada-vey", "user name" },
	{ "https://evil@linkedin.com/in/ada-vey", "user name" },
	{ "https://a:b@linkedin.com/in/ada-vey", "user name" },
	{ "https://linkedin.com:pw@evil.com/in/ada-vey", "user name" },
	{ "https://www.linkedin.com:8080/in/ada-vey", "port" },
	{ "linkedin.com:443/in/ada-vey", "port" },
	{ "https://linkedin.com\\@evil.com/in/ada-vey", "backslash" },
	{ "https:\\\\www.linkedin.com\\in\\ada-vey", "backslash" },
	{ "https://www.linkedin.com\\.evil.com/in/ada-vey", "backslash" },
	{ "https://www.linkedin.com../in/ada-vey", "not linkedin.com" },
	{ "https://.linkedin.com/in/ada-vey", "not linkedin.com" },
	{ "https://business.linkedin.com/in/ada-vey", "no profiles" },
	{ "https://www.evil.linkedin.com/in/ada-vey", "no profiles" },
	{ "https://u1.linkedin.com/in/ada-vey", "no profiles" },
	{ "https://l\xc4\xb1nkedin.com/in/ada-vey", "look like" },
	{ "https://link\xd0\xb5"
	  "din.com/in/ada-vey",
	  "look like" },
	{ "https://linkedin\xef\xbc\x8e"
	  "com/in/ada-vey",
	  "look like" },
	{ "https://linkedin.com\xef\xbc\x8fin\xef\xbc\x8f"
	  "ada-vey",
	  "look like" },
	{ "https://xn--lnkedin-sfb.com/in/ada-vey", "look like" },
	{ "https://www.xn--lnkedin-sfb.com/in/ada-vey", "look like" },
	{ "https://linkedin%2ecom/in/ada-vey", "look like" },
	{ "ftp://www.linkedin.com/in/ada-vey", "no web address" },
	{ "javascript:alert(1)//linkedin.com/in/ada-vey", "no web address" },
	{ "javascript://linkedin.com/in/ada-vey", "no web address" },
	{ "data:text/html,linkedin.com/in/ada-vey", "no web address" },
	{ "file:///linkedin.com/in/ada-vey", "no web address" },
	{ "linkedin://in/ada-vey", "no web address" },
	{ "https:/www.linkedin.com/in/ada-vey", "two slashes" },
	{ "https:www.linkedin.com/in/ada-vey", "two slashes" },
	{ "https:///in/ada-vey", "no host" },
	{ "Ada Vey", "blank" },
	{ "ada-vey", "not linkedin.com" },
	{ "https://www.linkedin.com/in/ada vey", "blank" },
	{ "https://www.linkedin.com/in/ada\nvey", "U+000A" },
	{ "https://www.linkedin.com/in/ada\tvey", "U+0009" },
	{ "https://www.linkedin.com/in/ada\x1b[31mvey", "U+001B" },
	{ "https://www.linkedin.com/in/ada\x7f"
	  "vey",
	  "U+007F" },
	{ "https://www.linkedin.com/in/ada\xe2\x80\xaevey", "U+202E" },
	{ "https://www.linkedin.com/in/ada\xe2\x80\x8bvey", "U+200B" },
	{ "https://www.linkedin.com/in/ada\xe2\x80\x8dvey", "U+200D" },
	{ "https://www.linkedin.com/in/ada\xc2\xa0vey", "U+00A0" },
	{ "https://www.linkedin.com/in/ada\xc2\x85vey", "U+0085" },
	{ "https://www.linkedin.com/in/ada\xf3\xa0\x81\x81vey", "U+E0041" },
	{ "https://www.linkedin.com/in/ada\xffvey", "not UTF-8" },
	{ "https://www.linkedin.com/in/ada%00vey", "U+0000" },
	{ "https://www.linkedin.com/in/%00", "U+0000" },
	{ "https://www.linkedin.com/in/ada%0Avey", "U+000A" },
	{ "https://www.linkedin.com/in/ada%20vey", "U+0020" },
	{ "https://www.linkedin.com/in/ada%E2%80%AEvey", "U+202E" },
	{ "https://www.linkedin.com/in/ada%ffvey", "not UTF-8" },
	{ "https://www.linkedin.com/in/ada%C3vey", "not UTF-8" },
	{ "https://www.linkedin.com/in/ada%ED%A0%80vey", "not UTF-8" },
	{ "https://www.linkedin.com/in/ada%C0%AFvey", "not UTF-8" },
	{ "https://www.linkedin.com/in/ada%2Fvey", "'/'" },
	{ "https://www.linkedin.com/in/..%2Fcompany", "'/'" },
	{ "https://www.linkedin.com/in/ada%5Cvey", "'\\'" },
	{ "https://www.linkedin.com/in/ada%3Fvey", "'?'" },
	{ "https://www.linkedin.com/in/ada%25C3%25A9", "'%'" },
	{ "https://www.linkedin.com/in/ada<b>", "'<'" },
	{ "https://www.linkedin.com/in/ada\"x", "'\"'" },
	{ "https://www.linkedin.com/in/ada%E1%BF%AFvey", "'`'" },
	{ "https://www.linkedin.com/in/ada%", "hexadecimal" },
	{ "https://www.linkedin.com/in/ada%4", "hexadecimal" },
	{ "https://www.linkedin.com/in/ada%zz", "hexadecimal" },
	{ "https://www.linkedin.com/in/../company/x", "step" },
	{ "https://www.linkedin.com/in/ada-vey/../bob", "'..'" },
	{ "https://www.linkedin.com/in/ada-vey/%2E%2e/bob", "'..'" },
	{ "https://www.linkedin.com/in/", "nobody's name" },
	{ "https://www.linkedin.com/in", "nobody's name" },
	{ "https://www.linkedin.com/in/?x=/ada-vey", "nobody's name" },
	{ "https://www.linkedin.com/in/#ada-vey", "nobody's name" },
	{ "https://www.linkedin.com/", "nobody's name" },
	{ "https://www.linkedin.com", "nobody's name" },
	{ "https://www.linkedin.com/in/me", "logged in" },
	{ "https://www.linkedin.com/in/me/", "logged in" },
	{ "https://www.linkedin.com/in/ab", "3 to 100" },
	{ "https://www.linkedin.com/company/northwind", "organisation" },
	{ "https://www.linkedin.com/school/mit/", "organisation" },
	{ "https://www.linkedin.com/showcase/x", "organisation" },
	{ "https://www.linkedin.com/feed/", "not a profile" },
	{ "https://www.linkedin.com/jobs/view/123", "not a profile" },
	{ "https://www.linkedin.com/posts/ada-vey_x", "not a profile" },
	{ "https://www.linkedin.com/ada-vey", "not a profile" },
	{ "https://www.linkedin.com/authwall?sessionRedirect=x", "not a profile" },
	{ "https://www.linkedin.com/pub/first-last", "/pub/" },
	{ "https://www.linkedin.com/pub/dir/ada/vey", "/pub/" },
	{ "https://www.linkedin.com/pub/first-last/a7/576", "/pub/" },
	{ "https://www.linkedin.com/pub/first-last/a7/5767/b50", "/pub/" },
	{ "https://www.linkedin.com/sales/lead/ada-vey", "does not decode" },
	{ "https://www.linkedin.com/sales/lead/acwaaaadaoobxyz,NAME_SEARCH,tok",
	  "does not decode" },
	{ "https://www.linkedin.com/sales/company/123", "not about one person" },
	{ "https://www.linkedin.com/sales/lead/", "does not decode" },
	{ "https://www.linkedin.com/talent/search", "not about one person" },
	{ "https://www.linkedin.com/profile/view?trk=1", "no member id" },
	{ "https://www.linkedin.com/profile/view?id=0", "whole number" },
	{ "urn:li:member:0", "whole number" },
	{ "urn:li:member:", "whole number" },
	{ "urn:li:member:4294967296", "whole number" },
	{ "urn:li:member:99999999999999999999999", "whole number" },
	{ "urn:li:member:12x", "whole number" },
	{ "urn:li:fsd_profile:ada-vey", "does not decode" },
	{ "urn:li:fsd_profile:", "does not decode" },
	{ "urn:li:company:12", "does not stand for a person" },
	{ "urn:li:person:", "API id" },
	{ "urn:li:person:a/b", "API id" },
	{ "urn:li:email:ada", "e-mail" },
	{ "mailto:a@b@c.org", "e-mail" },
	{ "mailto:ada@example.org?subject=x", "e-mail" },
};

static void every_spelling_gives_one_key(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(good); i++) {
		DC_AUTO(dc_str) char *key = NULL;
		struct dc_error err = { 0 };

		if (dc_person_key(&key, good[i].address, &err))
			fail_msg("%s: %s", good[i].address, err.msg);
		if (strcmp(key, good[i].key))
			fail_msg("%s: %s, wanted %s", good[i].address, key, good[i].key);
	}
}

static void hostile_spellings_are_refused_with_the_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(bad); i++) {
		DC_AUTO(dc_str) char *key = NULL;
		struct dc_error err = { 0 };

		if (dc_person_key(&key, bad[i].address, &err) != DC_INVALID)
			fail_msg("%s was taken for %s", bad[i].address, key);
		assert_null(key);
		if (!strstr(err.msg, bad[i].why))
			fail_msg("%s: %s", bad[i].address, err.msg);
		assert_non_null(strstr(err.msg, "a good one looks like https://"));
		/* The message itself must be safe to print. */
		for (const char *s = err.msg; *s; s++)
			assert_true((unsigned char)*s >= 0x20 && *s != 0x7f);
		assert_null(strstr(err.msg, "\xe2\x80\xae"));
	}
}

static void very_long_addresses_are_refused(void **state)
{
	static const size_t lengths[] = { 101, 2000, 5000, 1000000 };

	(void)state;
	for (size_t i = 0; i < DC_COUNT(lengths); i++) {
		DC_AUTO(dc_buf_clear) struct dc_buf b = { 0 };
		DC_AUTO(dc_str) char *key = NULL;
		struct dc_error err = { 0 };

		dc_buf_puts(&b, "https://www.linkedin.com/in/");
		for (size_t k = 0; k < lengths[i]; k++)
			dc_buf_putc(&b, 'a');
		assert_int_equal(dc_person_key(&key, dc_buf_str(&b), &err), DC_INVALID);
		assert_true(strlen(err.msg) < 300);
	}
}

static void a_key_leads_to_its_address_and_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < DC_COUNT(good); i++) {
		DC_AUTO(dc_str) char *url = dc_person_url(good[i].key);
		DC_AUTO(dc_str) char *again = NULL, *same = NULL;
		struct dc_error err = { 0 };

		if (dc_person_key(&same, good[i].key, &err))
			fail_msg("%s: %s", good[i].key, err.msg);
		assert_string_equal(same, good[i].key);
		if (!strncmp(good[i].key, "api/", 4) || !strncmp(good[i].key, "email/", 6)) {
			assert_null(url);
			continue;
		}
		assert_non_null(url);
		assert_int_equal(strncmp(url, "https://www.linkedin.com/", 25), 0);
		if (dc_person_key(&again, url, &err))
			fail_msg("%s: %s", url, err.msg);
		assert_string_equal(again, good[i].key);
	}
}

static void addresses_are_re_encoded(void **state)
{
	DC_AUTO(dc_str) char *url = dc_person_url("in/josé-o'x");

	(void)state;
	assert_string_equal(url, "https://www.linkedin.com/in/jos%C3%A9-o%27x");
}

static void the_check_value_decodes(void **state)
{
	DC_AUTO(dc_str) char *key = NULL;

	(void)state;
	assert_int_equal(dc_person_key(&key, "urn:li:fsd_profile:ACwAAAAdaooB", NULL), 0);
	assert_string_equal(key, "member/1927818");
}

static void names_are_not_taken_for_addresses(void **state)
{
	static const char *const yes[] = { "https://x.org",   "linkedin.com/in/x",
		                           "urn:li:member:1", "in/ada-vey",
		                           "LinkedIn.com",    "URN:li:person:x",
		                           "mailto:a@b.c",    "urn%3Ali%3Amember%3A1" };
	static const char *const no[] = { "Ada Vey", "", "@ada", "12", "O'Brien, PhD", "linkedin" };

	(void)state;
	for (size_t i = 0; i < DC_COUNT(yes); i++)
		if (!dc_person_is_address(yes[i]))
			fail_msg("%s is an address", yes[i]);
	for (size_t i = 0; i < DC_COUNT(no); i++)
		if (dc_person_is_address(no[i]))
			fail_msg("%s is no address", no[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_spelling_gives_one_key),
		cmocka_unit_test(hostile_spellings_are_refused_with_the_reason),
		cmocka_unit_test(very_long_addresses_are_refused),
		cmocka_unit_test(a_key_leads_to_its_address_and_back),
		cmocka_unit_test(addresses_are_re_encoded),
		cmocka_unit_test(the_check_value_decodes),
		cmocka_unit_test(names_are_not_taken_for_addresses),
	};

	return cmocka_run_group_tests_name("person", tests, NULL, NULL);
}
