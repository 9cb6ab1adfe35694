/* lang.c - function words, as data; all folded. */
#include "text/lang.h"

static const char *const codes[DC_LANG_COUNT] = {
#define X(id, code, name) [DC_LANG_##id] = code,
	DC_LANGS(X)
#undef X
		[DC_LANG_OTHER] = "other",
	[DC_LANG_UNKNOWN] = "unknown",
};

static const char *const names[DC_LANG_COUNT] = {
#define X(id, code, name) [DC_LANG_##id] = name,
	DC_LANGS(X)
#undef X
		[DC_LANG_OTHER] = "another language",
	[DC_LANG_UNKNOWN] = "an unknown language",
};

/* A word that several languages share counts less for each of them. */
static const char *const words[DC_LANG_COUNT] = {
	[DC_LANG_EN] =
		" the and you your i i'd i'm i've i'll to of for is was were are would have has "
		"had "
		"with we my on at it it's that this these be been about from our us me as an a in "
		"both how by what who where when which will can could should do did don't like "
		"love "
		"enjoyed saw met great good hope connect thanks thank there their they not but or "
		"if "
		"so since after before next last week year here just also more than let's you're "
		"hi "
		"hello dear talk work team think looking happy glad would too one no ",
	[DC_LANG_DE] =
		" ich und der die das sie ihr ihre ihren ihrem ihrer ihnen mit fur auf ist war "
		"waren wir "
		"uns unser unsere bei beim von vom zu zum zur den dem des ein eine einen einem "
		"einer "
		"nicht auch mich mir mein meine meinen dich dir du dein deine deinen deinem deiner "
		"haben habe hatte hat uber wurde wurden gerne gern freue freuen hallo liebe lieber "
		"geehrte geehrter aus nach vor wie dass sich als an im am es er oder aber um "
		"kennen "
		"vielen dank grusse grussen ja nein noch nur schon sehr so was wer wo wenn weil "
		"seit "
		"durch ohne gegen will kann konnen man bin sind in hier heute gestern letzte "
		"letzten "
		"danke guten tag ",
	[DC_LANG_FR] = " je vous votre vos nous notre nos et le la les des du de un une est sont "
		       "etait pour avec "
		       "dans sur que qui au aux ce cet cette ces tu ton ta tes te toi mon ma mes "
		       "moi me ai j'ai "
		       "suis etais bonjour bonsoir salut merci d'un d'une c'est j'aimerais ete "
		       "tres plus par ne "
		       "pas en chez lors apres avant depuis comme mais ou si on il elle ils leur "
		       "votre a serais "
		       "voudrais souhaite aussi bien bientot cordialement y l'equipe l'occasion "
		       "qu'on j'etais "
		       "cher chere sans tout tous entre ",
	[DC_LANG_ES] = " el la los las un una unos y e de que en por para con su sus tu tus me mi "
		       "mis es fue era "
		       "del al se lo le te nos hola gracias encanto gustaria sobre como mas muy he "
		       "ha yo usted "
		       "ustedes ser este esta estoy soy estuve vi no si pero tambien desde hasta "
		       "cuando donde "
		       "buenos buenas saludos trabajo charla a o hay hemos ti ya esa ese estimado "
		       "estimada "
		       "nuestro nuestra entre sin ",
	[DC_LANG_PT] = " o a os as um uma uns e de que em por para com seu sua seus suas meu minha "
		       "meus minhas "
		       "no na nos nas do da dos das foi era nao voce voces ola oi obrigado "
		       "obrigada gostaria "
		       "sobre muito ao aos pelo pela mais eu me te esta estou tambem sou ser se "
		       "tem tenho mas "
		       "como quando onde ja bom boa dia abraco abracos prezado prezada seria num "
		       "numa nosso "
		       "nossa desde entre sem este esse essa isso ",
	[DC_LANG_IT] =
		" il lo la i gli le un uno una e ed di che in per con suo sua tuo tua tuoi mio mia "
		"mi del "
		"dello della dei delle degli al allo alla ai alle nel nella nei sul sulla sulle ho "
		"hai ha "
		"sono sei e' ciao grazie piacere vorrei piacerebbe anche molto come da dal dalla "
		"ci ti si "
		"non siamo abbiamo buongiorno buonasera lavoro era ero quando dove piu se ma cui "
		"questo "
		"questa quello salve gentile saluti dopo prima a o l'altro nostro nostra fra tra ",
	/* nl, sv, da, nb, fi, pl, cs, tr, ro, hu */
	[DC_LANG_OTHER] = " het een ik van dat niet voor je jij jouw uw zijn mijn bij naar ook "
			  "graag hoi wij hebben "
			  "heb op met te aan of er maar leuk bedankt jag och att det som inte med "
			  "pa jeg og ikke til "
			  "av hei hej din ditt dig meg mig var vi ni er en ett den har kan pa hos "
			  "efter etter fra "
			  "fran sie nie jest na z w czesc dzien dobry jak oraz pana pani do mnie "
			  "ze ve bir bu icin "
			  "merhaba ile cok bey hanim si este pentru cu dumneavoastra jsem ahoj "
			  "jsme ja on olen etta "
			  "olemme hyva egy nem vagyok es hogy az ",
	[DC_LANG_UNKNOWN] = " ",
};

const char *dc_lang_code(enum dc_lang l) { return codes[l]; }
const char *dc_lang_name(enum dc_lang l) { return names[l]; }
const char *dc_lang_words(enum dc_lang l) { return words[l]; }
