/* fake-personal.c - closeness that anybody could claim. */
#include "check/match.h"

static const struct dc_phrase_rule phrases = {
	.phrases = { {
		[DC_LANG_EN] =
			(const char *const[]){
				"share _ mutual|common|shared? connections|contacts",
				"our|your professional? backgrounds|interests|networks|circles "
				"overlap|align|match|intersect",
				"popped|came|appeared|showed|pop|come up? as|in|among "
				"a|my|the|recommended? "
				"suggestion|suggestions|feed|recommendation|recommendations",
				"many|lot|lots|several|some|most of the same "
				"people|contacts|professionals|connections|folks|circles",
				"came|come|ran|stumbled|landed across|upon|on? your "
				"page|account|name ... while|when|searching|looking|browsing",
				"professionals|experts|leaders in|from your|the same? "
				"field|industry|space|sector|area|niche",
				"know|have ... same|mutual people|contacts|crowd",
				"keeping|kept an eye on your",
				"eye on your career|journey|work|profile",
				"mutual|shared|common connections|contacts|friends|acquaintances",
				"suggested|recommended|shown|proposed|popped ... by|on|in|from "
				"linkedin",
				"much|lot|lots|plenty in common",
				"admirer|follower|reader of your "
				"posts|content|profile|journey|updates",
				"similar|same professional? "
				"paths|path|interests|background|backgrounds|goals|line|niche",
				"think we|you|it|our would|could|might|will both? "
				"get|hit|make|click|benefit|align|great",
				"have|share|got|noticed|saw|see|with "
				"several|many|some|a|lots|quite|so|multiple|few|numerous|mutual|"
				"common|shared of|number|lot|few|couple? of? mutual? common? "
				"shared? connections|contacts|friends|acquaintances",
				"we have|share|got|both "
				"some|several|many|a|lots|quite|so|multiple|_? few? of? "
				"mutual|common|shared "
				"connections|contacts|friends|interests|acquaintances",
				"mutual connections|contacts in|on|here|and",
				"in|from the same industry|field|space|sector|niche",
				"similar|same|common|shared|mutual professional? "
				"industry|fields|field|interests|backgrounds|space|circles|goals|"
				"mindset|values",
				"linkedin "
				"suggested|recommended|recommends|suggests|shows|showed|told|keeps|"
				"thinks",
				"people you may know",
				"your name keeps coming|popping|appearing|showing",
				"your profile popped|came|showed|keeps|appeared|pops "
				"up|in|popping|appearing|coming",
				"been following|watching your|you "
				"work|journey|career|content|progress|profile|for|closely",
				"following your|you journey|career|content|for|closely",
				"follow your journey|career|content",
				"browsing|scrolling|searching|looking|going|navigating "
				"through|on|around|linkedin|for linkedin|profiles|my",
				"as a fellow "
				"professional|leader|entrepreneur|founder|professionals|executive|"
				"manager|marketer|networker",
				"fellow linkedin user|member",
				"feel like i|we know|have|already|should",
				"feels like i|we know|have|already",
				"great minds think",
				"noticed|saw|see|notice|seeing that? we're|we "
				"both|share|have|are|work",
				"noticed|see that? you're|you are? also? "
				"interested|passionate|active",
				"likeminded|like minded",
				"i can tell you|we|that",
				"we have a lot in common",
				"we seem|appear to share|have|move|know",
				"crossed|cross paths",
				"move|run in the? same|similar circles",
				NULL,
			},
		[DC_LANG_DE] =
			(const char *const[]){
				"mir|uns als|hier ... vorgeschlagen|angezeigt",
				"dieselben|gleichen|selben "
				"leute|personen|kontakte|bekannten|kreise",
				"auf ihr|dein profil aufmerksam|gestossen|gekommen",
				"viele|einige|mehrere|etliche "
				"gemeinsamkeiten|uberschneidungen|parallelen|schnittmengen",
				"uber ihr|dein profil gestolpert",
				"von|durch|uber linkedin vorgeschlagen|empfohlen|angezeigt",
				"gemeinsame|gemeinsamen "
				"kontakte|interessen|bekannte|freunde|verbindungen",
				"viel|vieles|einiges gemeinsam",
				"ahnliche|ahnlichen|gleiche|gleichen "
				"interessen|themen|werdegang|branche",
				"gemeinsame|gemeinsamen|einige|viele|mehrere "
				"gemeinsame|gemeinsamen? "
				"kontakte|bekannte|kontakten|interessen|verbindungen",
				"gemeinsame|gemeinsamen "
				"kontakte|interessen|verbindungen|kontakten|bekannte",
				"in|aus der? derselben|gleichen|selben|ahnlichen "
				"branche|bereich|feld|gebiet",
				"in ahnlichen|derselben|den|gleichen|demselben|selben "
				"bereichen|kreisen|branche|feld|gleichen|umfeld",
				"linkedin hat|schlagt|schlug|zeigt|hat|empfiehlt mir|dich|sie|uns",
				"verfolge deinen|ihren|deine|ihre|schon|seit|mit|dein|ihr "
				"werdegang|weg|arbeit|beitrage|karriere|langem|langerem|einiger|"
				"profil|content|lange",
				"dein|ihr name|profil taucht|tauchte|fallt|fiel|wurde|ist "
				"mir|immer|in|oft",
				"beim stobern|scrollen|durchstobern|surfen|suchen",
				"gleichgesinnte|gleichgesinnten",
				"wir haben viel|vieles|einiges|so gemeinsam|gemeinsamkeiten",
				"sehe|gesehen|bemerkt dass wir|sie "
				"beide|gemeinsame|viele|im|in|auch",
				"wir teilen viele|die|ahnliche|gemeinsame|das "
				"interessen|gleichen|leidenschaft|kontakte",
				NULL,
			},
		[DC_LANG_FR] =
			(const char *const[]){
				"les memes personnes|gens|contacts|relations|cercles",
				"l'algorithme|linkedin m'a|vous|me "
				"montre|affiche|presente|mis|conseille",
				"beaucoup|plusieurs|nombreux|pas|quelques de? mal? de? "
				"points|relations|contacts|amis communs|communes",
				"suggere|propose|recommande ... par linkedin",
				"choses|points|interets|relations|contacts en commun",
				"nous avons|avons|partageons "
				"de|des|plusieurs|beaucoup|quelques|nombreux nombreuses|nombreux? "
				"relations|contacts|connaissances|interets|amis|points|connexions",
				"relations|contacts|connexions|amis|connaissances en commun",
				"meme secteur|domaine|industrie|univers|branche|milieu",
				"linkedin m'a|me|vous|nous suggere|propose|a|recommande|conseille",
				"suis|suivre|suivi votre|ton parcours|carriere|travail|actualite "
				"depuis|avec",
				"je suis vos|tes|votre|ton "
				"publications|posts|travail|parcours|actualite depuis|avec",
				"en parcourant|naviguant|surfant|cherchant|me|faisant "
				"linkedin|sur|mon|promenant|defiler",
				"memes centres|interets|passions|valeurs|cercles",
				"beaucoup de points|choses en|communs",
				"partageons les|le|la|un|une memes|meme|interet|passion",
				"vois|vu|remarque que|nous nous|sommes|avons|vous "
				"tous|avons|partageons|etes",
				NULL,
			},
		[DC_LANG_ES] =
			(const char *const[]){
				"las|los mismas|mismos personas|contactos|circulos|intereses",
				"amigos|contactos|conocidos comunes",
				"muchas|varias|bastantes|tantas|algunas "
				"coincidencias|similitudes|afinidades",
				"sugerido|recomendado|sugirio ... por? linkedin",
				"conocidos|contactos|amigos|conexiones en comun",
				"tenemos|compartimos|contamos "
				"varios|muchos|muchas|varias|algunos|algunas|bastantes|con|muchos? "
				"contactos|conexiones|amigos|intereses|cosas",
				"contactos|conexiones|amigos|intereses en|comunes comun",
				"mismo|misma sector|industria|rubro|ambito|campo|area",
				"linkedin me|nos|te ha? "
				"sugirio|recomendo|sugiere|recomienda|sugerido|recomendado|muestra|"
				"mostro",
				"sigo|siguiendo|seguido tu|su|desde|de|con "
				"trayectoria|carrera|trabajo|hace|perfil|contenido|cerca",
				"navegando|buscando|explorando|revisando|mirando "
				"por|en|linkedin|perfiles linkedin|perfiles",
				"mucho|muchas cosas? en comun",
				"veo|vi|noto|note|he|visto que ambos|los? dos? "
				"compartimos|tenemos|trabajas|trabajamos|estamos|somos|ambos",
				"intereses similares|parecidos|comunes|afines",
				NULL,
			},
		[DC_LANG_PT] =
			(const char *const[]){
				"as|os mesmas|mesmos "
				"pessoas|contatos|contactos|circulos|interesses",
				"muitas|varias|bastantes|algumas|tantas afinidades|semelhancas",
				"sugerido|recomendado|indicado ... pelo linkedin",
				"conhecidos|contatos|contactos|amigos em comum",
				"temos|compartilhamos|partilhamos "
				"varios|muitos|muitas|varias|alguns|algumas|diversas|diversos|"
				"bastantes? "
				"conexoes|contatos|contactos|amigos|interesses|coisas|ligacoes",
				"conexoes|contatos|contactos|amigos|interesses|ligacoes em|comuns "
				"comum",
				"mesmo|mesma setor|industria|ramo|area|sector|segmento|campo",
				"linkedin me|nos|o|te "
				"sugeriu|recomendou|sugere|mostrou|indicou|recomenda",
				"linkedin sugeriu|recomendou|mostrou",
				"acompanho|acompanhando|sigo|seguindo|acompanhado|seguido "
				"seu|sua|o|a|ha|voce|teu|tua "
				"seu|sua|trajetoria|carreira|trabalho|tempo|percurso|muito|algum",
				"navegando|buscando|procurando|olhando|passeando|navegar "
				"pelo|no|por|na|perfis linkedin|rede",
				"muito|muitas coisas? em comum",
				"vi|notei|percebi|vejo|reparei que "
				"ambos|temos|somos|voce|trabalhamos|partilhamos|compartilhamos "
				"tambem|temos|em|da|do|no|na|interesses",
				"interesses semelhantes|parecidos|comuns|similares",
				NULL,
			},
		[DC_LANG_IT] =
			(const char *const[]){
				"le|gli|i stesse|stessi persone|contatti|interessi|giri|ambienti",
				"molte|diverse|parecchie|tante|varie affinita|somiglianze",
				"suggerito|consigliato|proposto ... da linkedin",
				"conoscenze|contatti|amici|collegamenti in comune",
				"abbiamo|condividiamo "
				"diversi|molti|molte|varie|parecchi|alcuni|alcune|tanti|tante|"
				"numerosi "
				"contatti|collegamenti|conoscenze|amici|interessi|cose|connessioni",
				"contatti|collegamenti|conoscenze|amici|interessi|connessioni "
				"in|comuni comune",
				"stesso|stessa settore|campo|ambito|industria|area|ambiente",
				"linkedin mi|ti|ci ha? "
				"suggerito|suggerisce|consigliato|consiglia|proposto|propone|"
				"mostrato",
				"seguo|seguito|seguendo da|il|la|con "
				"tempo|tuo|suo|tua|sua|attenzione|interesse|un "
				"percorso|carriera|lavoro|po|profilo|tuo|suo",
				"navigando|cercando|scorrendo|girando su|in|per|tra|profili|la "
				"linkedin|profili|home|i",
				"molto|molte|tanto|tante cose? in comune",
				"vedo|visto|notato|noto che "
				"siamo|abbiamo|condividiamo|entrambi|anche|lavoriamo",
				"interessi simili|comuni|affini",
				NULL,
			},
	} },
	.unless = { {
		[DC_LANG_EN] =
			(const char *const[]){
				"work on|with|about",
				"posts|series|articles|column|writing on|about",
				"newsletter|podcast|blog",
				NULL,
			},
		[DC_LANG_DE] =
			(const char *const[]){
				"arbeit|beitrage|artikel zu|an|uber|zum|zur",
				NULL,
			},
		[DC_LANG_FR] =
			(const char *const[]){
				"travaux|travail|articles|chroniques sur",
				NULL,
			},
		[DC_LANG_ES] =
			(const char *const[]){
				"trabajo|articulos|publicaciones sobre",
				NULL,
			},
		[DC_LANG_PT] =
			(const char *const[]){
				"trabalho|artigos|publicacoes sobre",
				NULL,
			},
		[DC_LANG_IT] =
			(const char *const[]){
				"lavoro|articoli|post su|sul|sulla|sui",
				NULL,
			},
	} },
	.message = "sounds personal, but anybody could claim it.",
};

const struct dc_rule dc_rule_fake_personal = {
	.info = {
		.id = "fake-personal",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It claims a closeness that anybody could claim.",
		.why = "Shared contacts, \"the same industry\" or \"I follow your journey\" sound "
		       "personal and are not: software fills them in. Readers know the phrases.",
		.advice = "Say the one thing that really links you, or leave it out.",
		.source = "career advisers: could the note be sent to anyone? Then it is impersonal",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I noticed we have many mutual connections, so let's connect." },
			{ .note = "Hi Ada, I've been following your journey and we are in the same industry." },
			{ .note = "Hallo Ada, wir haben viele gemeinsame Kontakte und sind in derselben Branche." },
			{ .note = "Hola Ada, tenemos muchos contactos en com\u00fan." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, Tom Reed, whom we both worked with at Contoso, said I should write to you." },
			{ .note = "Hi Ada, we were both on the panel about indexes at PGConf in 2024." }),
	},
	.run = dc_check_run_phrases,
	.data = &phrases,
};
