/* job-ask.c - a job is asked for. */
#include "check/match.h"

static const struct dc_phrase_rule phrases = {
	.phrases = { {
		[DC_LANG_EN] =
			(const char *const[]){
				"desperate|desperately|urgently|badly for|need|looking|seeking "
				"for? a|any? job|work|employment|income",
				"connect|introduce|put|point|pass|refer|link me ... "
				"hiring|hr|recruiter|recruiters|recruiting",
				"anything|positions|roles|jobs open|opening|available "
				"in|at|with|within",
				"seeking|looking|searching|hunting for? my|a|an "
				"first|next|new|entry|junior ... "
				"role|job|position|internship|placement|gig",
				"contract|job|position ends|ending|ended|expires ... "
				"grateful|thankful|hint|tip|help|appreciate|looking|lead",
				"looking|searching|hunting|hoping|search for ... "
				"jobs|positions|internship|internships|employment|vacancy|"
				"placement|traineeship|job|roles|openings",
				"considered|consider ... for|me ... "
				"role|position|job|internship|opening|vacancy",
				"love|like|dream|eager|keen to|of work|working|join|joining ... "
				"for|at|with your|you|the? company|team",
				"need|want|seeking|seek a|any|new|another|full "
				"job|work|position|internship|employment",
				"land|secure|get|find|landing|getting|finding a|my|an "
				"first|new|dream? job|internship|role|position",
				"share|send|forward|pass|review|see|look ... my|at "
				"cv|resume|application|portfolio",
				"laid off|unemployed|redundant|between jobs",
				"any|some leads|openings|vacancies|referrals|job|tips ... "
				"help|appreciated|job|jobs|positions|hiring|would|know",
				"fresh graduate|looking|seeking|hoping",
				"looking|searching|hunting|hoping for "
				"a|an|new|my|any|job|work|employment|internship ... "
				"job|jobs|role|roles|position|positions|opportunity|opportunities|"
				"internship|internships|employment|openings|gig|placement|vacancy",
				"looking|searching|hunting for "
				"work|job|jobs|employment|internship|internships|opportunities|"
				"roles|positions|openings",
				"looking|trying|hoping to find|get|land|secure a|an|my ... "
				"job|role|position|internship|work",
				"in search of ... "
				"job|role|position|opportunity|opportunities|internship|employment",
				"seeking|want|need a|an|new|job|internship|my|work|employment ... "
				"job|role|position|opportunity|opportunities|internship|"
				"opportunities",
				"hire|hiring|interview|employ|recommend|refer me",
				"refer|recommend|introduce|forward|pass|send|submit|put me|my "
				"for|to|resume|cv|application|profile|name|on|along|in",
				"referral for|to|at|from",
				"a|for|give|your|get referral",
				"any|some|are|is|open|there|current|have|know|aware|of|about job? "
				"openings|vacancies|vacancy|jobs|internships",
				"any open|job|suitable|available|relevant|current|potential "
				"roles|role|positions|opportunities|opening|openings|position|"
				"opportunity|vacancies",
				"my|attached|attaching|latest|updated resume|cv|curriculum",
				"open to work|opportunities|new",
				"are|if|is you|your|company|team|there|it ... "
				"hiring|recruiting",
				"consider|keep|bear|have me|my|in "
				"for|in|as|profile|application|mind",
				"put|good in a good? word",
				"good word for",
				"job|career|employment|work|internship "
				"opportunities|opportunity|opening|openings|vacancy|search|hunt|"
				"seeker|hunting",
				"help|helping me find|get|land|secure ... "
				"job|role|position|internship|interview|work",
				"foot in the door",
				"opportunity|opportunities|openings|vacancies at|in|within|with "
				"your",
				"i'm|i am|am currently? unemployed|jobless|available|laid|between",
				"recently|was|been|got laid off",
				"love to work for|at",
				"join your team|company as|if|and|i|for",
				"need a job|work|internship",
				"can|could|would|will you help|get|find|give me ... "
				"job|role|internship|position|hired|interview|work|referral",
				NULL,
			},
		[DC_LANG_DE] =
			(const char *const[]){
				"mich bei|fur|an ... "
				"empfehlen|vorschlagen|weiterempfehlen|vermitteln",
				"braucht|brauchen|sucht|suchen ihr|sie "
				"gerade|noch|aktuell|vielleicht|zufallig? noch? "
				"leute|jemanden|verstarkung|nachwuchs|mitarbeiter|entwickler",
				"sofort|kurzfristig|ab sofort? verfugbar|einsetzbar",
				"wurde|mochte|will|konnte|hatte gern|gerne? bei|in _ _? _? "
				"ein|eine|einen|als "
				"praktikum|job|stelle|ausbildung|werkstudent|werkstudentin|"
				"praktikant|praktikantin|anfangen",
				"bei ihnen|euch|ihrer|eurer|ihrem|dir "
				"arbeiten|anfangen|einsteigen|bewerben|firma|team ... "
				"arbeiten|anfangen|einsteigen|job|stelle",
				"gern|gerne bei|fur ihnen|sie|euch|ihr|ihrem ... "
				"arbeiten|einsteigen|anfangen",
				"job|stelle|praktikum|anstellung|ausbildungsplatz "
				"vermitteln|besorgen|suche|gesucht|verhelfen",
				"suche|suchen "
				"neuen|neue|neuer|eine|einen|nach|gerade|derzeit|aktuell|dringend|"
				"ein ... "
				"job|stelle|jobs|praktikum|position|herausforderung|anstellung|"
				"praktikumsplatz|werkstudentenstelle|stellen|ausbildungsplatz|"
				"arbeitsstelle|arbeitsplatz",
				"suche nach ... "
				"job|stelle|praktikum|position|arbeit|anstellung|herausforderung",
				"suche job|stelle|praktikum|arbeit",
				"auf jobsuche|stellensuche|arbeitssuche",
				"suche nach ... "
				"job|stelle|praktikum|position|arbeit|anstellung|herausforderung",
				"suche job|stelle|praktikum|arbeit",
				"offene|freie|passende|vakante|offenen|freien|aktuelle "
				"stellen|stelle|positionen|position|jobs|vakanzen",
				"stellen|stelle|job|praktikum|jobs|arbeit|einstieg|praktikumsplatz "
				"fur mich|bei|in ihnen|dir|mich|ihrem|deinem|ihrer|deiner",
				"mich ... "
				"empfehlen|einstellen|weiterempfehlen|vorschlagen|weiterleiten|"
				"vermitteln|unterbringen",
				"meinen|meine|mein|meiner|meinem "
				"lebenslauf|bewerbung|bewerbungsunterlagen|cv|unterlagen ... "
				"weiterleiten|schicken|senden|zusenden|weitergeben|ansehen|"
				"anschauen|ubermitteln|empfehlen|an",
				"lebenslauf|bewerbungsunterlagen|bewerbung|cv "
				"anbei|zusenden|schicken|weiterleiten|weitergeben|senden|an",
				"gutes wort fur|einlegen",
				"stellt|stellen|sucht|suchen ihr|sie|ihre|eure|dein|ihr "
				"... ein|leute|mitarbeiter|verstarkung|jemanden|personal",
				"ein praktikum|job bei|in",
				"arbeitslos|jobsuchend|arbeitssuchend",
				"mich|gerne|gern bewerben bei",
				"jobmoglichkeiten|karrieremoglichkeiten|einstiegsmoglichkeiten|"
				"jobchancen",
				NULL,
			},
		[DC_LANG_FR] =
			(const char *const[]){
				"avez|auriez|cherchez vous|besoin d'un|d'une|un|une "
				"stagiaire|alternant|alternante|apprenti|apprentie",
				"auriez|avez|aurais|as|proposez|proposes|offrez vous|tu ... "
				"un|une|des "
				"stage|stages|poste|postes|emploi|alternance|mission|job",
				"stage|poste|alternance|emploi|mission a me|nous? proposer|offrir",
				"j'aimerais|aimerais|voudrais|reverais|souhaite|souhaiterais de? "
				"rejoindre|integrer|d'integrer ... "
				"equipe|equipes|entreprise|societe|maison",
				"recommander|candidature|postuler ... "
				"poste|stage|entreprise|emploi|equipe",
				"recherche|cherche|quete|recherchant|cherchant activement? "
				"actuellement? un|une|d'un|d'une|mon|de|des ... "
				"emploi|poste|stage|opportunite|alternance|travail|opportunites|"
				"job|contrat|cdi|postes|apprentissage|missions|mission",
				"en recherche d'emploi|de|d'une|d'un|active",
				"a l'ecoute|la recherche",
				"a la recherche d'un|d'une|de|du ... "
				"emploi|poste|stage|opportunite|alternance|travail|opportunites|"
				"job|opportunites",
				"recherche|cherche d'emploi|d'alternance|d'un|de stage? emploi?",
				"postes|poste "
				"ouverts|vacants|disponibles|ouvert|vacant|disponible|a",
				"recrutez|recrutes|embauchez|recrute|embauche "
				"vous|tu|votre|t|en|actuellement|des|dans",
				"me "
				"recommander|embaucher|recruter|pistonner|coopter|prendre|"
				"parrainer",
				"mon cv|curriculum|candidature|profil ... "
				"transmettre|transferer|aux|rh|recruteur|recruteurs|a|joint|jointe|"
				"ci|envoyer|votre|appuyer",
				"transmettre|transferer|envoyer|faire|joins|joint|consulter|"
				"appuyer passer? mon|ma cv|candidature|curriculum",
				"coup de pouce|piston",
				"opportunites|opportunite "
				"d'emploi|professionnelle|professionnelles|de|chez|au|dans ... "
				"emploi|stage|carriere|travail|votre|vous|entreprise|"
				"poste|equipe",
				"sans emploi",
				NULL,
			},
		[DC_LANG_ES] =
			(const char *const[]){
				"necesitan|necesitais|necesitas|buscan|buscais "
				"un|una|a|algun|alguna "
				"becario|becaria|practicante|ayudante|desarrollador|desarrolladora",
				"encantaria|gustaria|quiero|quisiera|querria|ilusionaria trabajar "
				"en|para|con tu|su|vuestra|vuestro|la empresa|equipo|compania",
				"recomendar|referir|recomiendas|recomiende ... "
				"puesto|vacante|trabajo|cargo|posicion|equipo",
				"busco|buscando|busca|busqueda|buscar|en de? "
				"un|una|nuevo|nueva|activa|activamente|trabajo|empleo|mi|nuevas|"
				"oportunidades|practicas|de|actualmente ... "
				"trabajo|empleo|puesto|oportunidad|oportunidades|practicas|laboral|"
				"laborales|pasantia|empleos|vacante",
				"busco|buscando|busqueda de? "
				"trabajo|empleo|practicas|oportunidades|laboral",
				"en busca|busqueda de|activa",
				"alguna|algunas|hay|haya|tienen|vacantes|si|existen|tener|de "
				"vacante|vacantes|oferta|puestos|plaza|posicion|puesto|oportunidad "
				"... "
				"disponible|disponibles|abierta|abiertas|laboral|trabajo|para|en|"
				"empresa",
				"vacantes|vacante|puestos|puesto "
				"disponibles|abiertas|abiertos|en|disponible|abierta|vacantes",
				"mi|el|un curriculum|cv|hoja|curriculo|candidatura ... "
				"enviar|enviarte|enviarle|pasar|adjunto|adjunta|reenviar|recursos|"
				"rrhh|vida|compartir|a|mando|equipo",
				"enviarte|enviarle|enviar|mandarte|adjunto|pasar|mando|envio|hacer|"
				"compartirte|mandarle llegar? te? le? mi "
				"curriculum|cv|hoja|curriculo",
				"me "
				"recomiendes|recomiende|recomendar|recomendarias|contrates|"
				"contraten|refieras|refiera|recomendaras|puedas|puede ... "
				"puesto|trabajo|empleo|empresa|vacante|para|equipo|recomendar|"
				"referir",
				"recomendarme|referirme|contratarme|recomiendame",
				"estan|estais|esta|si "
				"contratando|buscando|reclutando|seleccionando ... "
				"personal|gente|alguien|perfiles|en",
				"contratando|contratan",
				"oportunidad|oportunidades laboral|laborales|de ... "
				"trabajo|empleo|practicas",
				"desempleado|desempleada",
				"conseguir|encontrar|darme|dar|ofrecerme un|una|trabajo|empleo ... "
				"trabajo|empleo|puesto|oportunidad|practicas",
				NULL,
			},
		[DC_LANG_PT] =
			(const char *const[]){
				"precisam|precisa|procuram de? um|uma|algum|alguma "
				"estagiario|estagiaria|ajudante|programador|programadora",
				"adoraria|gostaria|queria|quero|sonho de|em|muito? trabalhar "
				"na|no|em|para|com sua|seu|tua|teu|vossa? "
				"empresa|equipa|time|equipe",
				"recomendar|indicar|indicacao ... "
				"vaga|cargo|trabalho|posicao|equipe",
				"procuro|procurando|busco|buscando|busca|procura por? de? "
				"um|uma|novo|nova|emprego|trabalho|oportunidades|estagio|minha|"
				"recolocacao|atualmente|novas ... "
				"emprego|trabalho|vaga|oportunidade|oportunidades|estagio|"
				"recolocacao|cargo|vagas|posicao|desafio|desafios",
				"procuro|procurando|busco|buscando|busca|procura de? "
				"emprego|trabalho|estagio|oportunidades|recolocacao|vaga|vagas",
				"em busca|procura de",
				"alguma|algumas|ha|haja|tem|existem|vagas|sobre|se|existe "
				"vaga|vagas|oportunidade|posicao ... "
				"aberta|abertas|disponivel|disponiveis|para|na|em|empresa|time|"
				"equipa",
				"vagas|vaga abertas|aberta|disponiveis|disponivel",
				"vagas na|em|no|para",
				"meu|o curriculo|cv|curriculum ... "
				"enviar|encaminhar|anexo|rh|encaminhe|repassar|segue|a|para|"
				"compartilhar",
				"enviar|encaminhar|enviar "
				"lhe|mandar|repassar|anexo|envio|segue|encaminhe|partilhar|passar "
				"lhe? te? o? meu curriculo|cv|curriculum",
				"me "
				"indicar|indique|recomendar|contratar|recomende|indicaria|"
				"referenciar|ajudar ... "
				"vaga|vagas|emprego|rh|empresa|cargo|trabalho|para|estagio|"
				"conseguir",
				"indicar me|para|meu",
				"me indicar|indique|contratar|contrate",
				"indicacao|indicacoes para|na|de ... vaga|vagas|emprego|empresa",
				"estao|esta|se contratando|recrutando|a",
				"contratando",
				"oportunidade|oportunidades de ... "
				"emprego|trabalho|estagio|carreira",
				"desempregado|desempregada",
				"conseguir|encontrar|arranjar|arrumar um|uma|me|emprego|trabalho "
				"... emprego|trabalho|vaga|estagio|oportunidade",
				NULL,
			},
		[DC_LANG_IT] =
			(const char *const[]){
				"bisogno|cercate|cerca di? un|una|uno "
				"stagista|tirocinante|collaboratore|collaboratrice|apprendista|"
				"impiegato|impiegata",
				"piacerebbe|vorrei|amerei|sogno|desidero tanto|molto|di? "
				"lavorare|entrare|candidarmi da|per|in|con|nella|nel|presso la|il? "
				"vostra|vostro|tua|tuo|sua|suo? azienda|team|squadra",
				"raccomandare|segnalare|candidarmi|candidatura ... "
				"posizione|posto|ruolo|lavoro|curriculum",
				"cerco|cercando|ricerca|cerca alla? di? attivamente? "
				"un|una|nuovo|nuova|lavoro|attualmente|nuove|opportunita|stage|di|"
				"mio|nuovi|occupazione ... "
				"lavoro|impiego|posto|opportunita|stage|tirocinio|occupazione|"
				"posizione|lavorativa|lavorative|impieghi|opportunita",
				"cerco|cercando|ricerca|cerca di? "
				"lavoro|stage|tirocinio|occupazione|opportunita",
				"alla|in ricerca|cerca di",
				"posizioni|posizione|posti|ruoli "
				"aperte|aperta|disponibili|vacanti|disponibile|aperti|vacante|"
				"libere",
				"qualche|eventuali|delle|se|ci "
				"posizione|posizioni|opportunita|sono ... "
				"aperta|aperte|disponibile|disponibili|lavoro|lavorative|"
				"lavorativa|posizioni",
				"mio|il curriculum|cv ... "
				"inviare|inviarti|inoltrare|allegato|allego|hr|risorse|girare|"
				"mandare|mandarti|passare|a|al",
				"inviarti|inviarle|inviare|inoltrare|mandarti|allego|mandare|"
				"girare|mandarle|far|passare|allegare avere? il? mio curriculum|cv",
				"raccomandarmi|segnalarmi|assumermi|propormi|consigliarmi|assumete|"
				"assumi",
				"mettere una buona parola",
				"state|stai|sta|se|azienda|team assumendo|cercando|cercano|assume "
				"... personale|qualcuno|persone|figure|in",
				"assumendo",
				"opportunita|opportunita|offerte|possibilita "
				"di|lavorativa|lavorative|stage ... "
				"lavoro|stage|impiego|tirocinio|carriera|in|presso|da|nella|per",
				"disoccupato|disoccupata",
				"trovare|ottenere|darmi|offrirmi un|una|lavoro ... "
				"lavoro|impiego|posto|opportunita|stage",
				NULL,
			},
	} },
	.message = "asks for a job or a favour on the way to one.",
};

const struct dc_rule dc_rule_job_ask = {
	.info = {
		.id = "job-ask",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It asks for a job or a favour on the way to one.",
		.why = "A stranger cannot vouch for you. Asked in the first lines, they can only "
		       "refuse, and refuse the connection with it.",
		.advice = "Say why you follow their work; leave the job for later, or apply openly.",
		.source = "career advisers: no ask beyond connecting: no job, meeting, link or pitch",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I am looking for a new job. Are there any openings in your team?" },
			{ .note = "Hi Ada, could you refer me for the analyst role? I can send my CV." },
			{ .note = "Hallo Ada, ich suche eine neue Stelle als Analystin." },
			{ .note = "Bonjour Ada, je suis \u00e0 la recherche d'un stage." },
			{ .note = "Hola Ada, estoy buscando trabajo como analista." },
			{ .note = "Ol\u00e1 Ada, estou \u00e0 procura de emprego." },
			{ .note = "Ciao Ada, sto cercando lavoro come analista." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, I applied for the analyst role in your team and read your post on its tools with joy." },
			{ .note = "Hi Ada, your paper on job scheduling in clusters is the one I give to every new colleague." }),
	},
	.run = dc_check_run_phrases,
	.data = &phrases,
};
