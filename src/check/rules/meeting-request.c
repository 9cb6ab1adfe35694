/* meeting-request.c - a meeting before they know each other. */
#include "check/match.h"

static const struct dc_phrase_rule phrases = {
	.phrases = { {
		[DC_LANG_EN] =
			(const char *const[]){
				"value|appreciate|borrow|steal "
				"10|15|20|30|five|ten|fifteen|twenty|a|few? few? "
				"minutes|moments|moment with|of you|your",
				"to|can|could|let's|shall ... jump|hop|dial on|onto a? quick? "
				"teams|zoom|skype|meet|call|phone|video|hangout",
				"find|spare|carve|squeeze ... half|quarter an|a|of an? hour",
				"half an hour",
				"hour|minutes|moment|bit of your time",
				"fancy|up|keen|game|free|down for? on? a|some? "
				"coffee|lunch|drink|beer|call|chat|pint",
				"virtual|online|phone|video|zoom|teams "
				"coffee|call|chat|meeting|conversation",
				"would|does|could|how|what|is|might ... "
				"monday|tuesday|wednesday|thursday|friday|tomorrow|week ... "
				"work|suit|works|suits|you|free|call|chat",
				"book|grab|pick|reserve|choose a|any|some "
				"slot|time|appointment|spot",
				"love|like|happy|great|want to|for|if ... "
				"get|jump|hop|have|schedule|set|arrange ... "
				"call|chat|meeting|zoom|conversation|coffee",
				"meet|talk|chat|speak|call|catch up? in person|face|over|this "
				"week|next|tomorrow|on the",
				"quick|short|brief|15|10|20|30|five|ten|fifteen|twenty|"
				"introductory|intro|virtual|informal|discovery|exploratory "
				"minute|min|mins|minutes? "
				"call|chat|meeting|zoom|catchup|conversation|coffee|sync|phone|"
				"intro|video|convo",
				"quick|short|brief|introductory|intro|virtual|informal|discovery|"
				"exploratory|casual "
				"call|chat|meeting|zoom|catchup|conversation|coffee|sync|phone|"
				"video|convo",
				"15|10|20|30|five|ten|fifteen|twenty|thirty|few|couple "
				"minute|minutes|min|mins call|chat|meeting|this|next",
				"minutes|min|mins of your time",
				"have|spare|got "
				"15|10|20|30|five|ten|fifteen|twenty|thirty|a|some|few "
				"minutes|min|mins|few|time minutes? for|to|this|next|tomorrow|on",
				"hop|jump|get on|onto a|the? quick? short? brief? "
				"call|zoom|phone|chat|video",
				"schedule|arrange|book|set|organize|organise|plan up? "
				"a|some|an|in|time|30|15|your|our|with ... "
				"call|meeting|chat|time|zoom|slot|demo|conversation|appointment|"
				"session|minutes",
				"set up a? ... call|meeting|chat|time|zoom",
				"are you free|available|open "
				"this|next|on|for|tomorrow|to|sometime|any|in|at|later|today",
				"are you around|up|open for|to ... "
				"call|coffee|chat|meeting|lunch|meet",
				"grab|have|get|do|share|meet|buy|catch|over|for up? you? "
				"a|some|over|for ... "
				"coffee|lunch|drink|drinks|breakfast|beer|dinner|tea "
				"with|sometime|together|some|next|this|in|and|one|when|or|soon",
				"grab|buy|get you|a|some coffee|lunch|drink|beer",
				"a|virtual|quick coffee chat",
				"coffee|lunch together|sometime|next|this",
				"find|pick|choose|suggest|propose|block|book a time|slot|date",
				"when|what|which time|day|are|would|works|is|suits ... "
				"works|free|available|best|suit|convenient|suits ... "
				"you|call|talk|chat|meet|for",
				"love|like|want|happy|great|keen|hoping|wondering|could|can|shall|"
				"should|let's|may|might to|we|i|if ... "
				"call|meet|chat|talk|speak|zoom|phone "
				"over|next|this|on|by|with|via|in|tomorrow|for ... "
				"phone|zoom|week|call|monday|tuesday|wednesday|thursday|friday|"
				"coffee|teams|video|minutes|person|lunch",
				"let's|lets|could|can|shall|should we? meet|chat|talk|speak|call "
				"next|this|tomorrow|on|over|soon|sometime|up|in|for",
				"good|best|convenient|suitable|right time ... "
				"talk|call|chat|meet|speak",
				"my calendar|calendly",
				"on your|my calendar",
				"put time on",
				"what does your calendar|schedule|week|availability",
				"your availability",
				"would you have|be ... time|minutes|free|available|open ... "
				"call|chat|talk|meet|coffee|meeting|zoom",
				"can we|i talk|meet|speak|call|chat|schedule|set|have",
				"call|ring|phone you tomorrow|next|this|on|sometime|later|today|at",
				"give|phone|drop me|you a call",
				NULL,
			},
		[DC_LANG_DE] =
			(const char *const[]){
				"darf|kann|konnte|soll|durfte ich dich|sie|ihnen|dir ... "
				"anrufen|treffen|sprechen",
				"hast|hatten|hattest|habt du|sie|ihr "
				"am|nachste|nachsten|diese|morgen|mal|kurz|vielleicht|irgendwann "
				"_? _? zeit",
				"halbe|viertel stunde zeit|fur|am|nachste|diese",
				"viertelstunde|halbstunde|stundchen "
				"zeit|fur|am|nachste|diese|telefonieren",
				"fur ein|einen|eine kurzes|kurzen|kurze|gemeinsames|gemeinsamen? "
				"telefonat|anruf|videocall|videotelefonat|treffen|meeting",
				"lust|interesse|zeit auf|an|fur einen|ein|eine|nen ... "
				"kaffee|call|gesprach|austausch|telefonat|treffen|meeting|"
				"mittagessen",
				"virtuellen|virtueller|gemeinsamen|kurzen "
				"kaffee|austausch|call|termin",
				"kaffee trinken|gehen",
				"kurzes|kurzen|kurzer|kurz|kleines|15|20|30|10|15-minutiges|15-"
				"minutigen|unverbindliches|unverbindlichen|informelles|virtuellen|"
				"virtueller minutiges? minutigen? minuten? "
				"telefonat|gesprach|call|telefonieren|austausch|termin|meeting|"
				"zoom|videocall|kennenlerngesprach|telefongesprach|videogesprach|"
				"treffen|kaffee",
				"10|15|20|30|funf|zehn|funfzehn|zwanzig|dreissig|paar|wenige "
				"minuten zeit|fur|telefonieren|ihrer|deiner|sprechen|austauschen",
				"zeit fur|auf ein|einen|eine|nen|n kurzen? kurzes? kurze? "
				"virtuellen? "
				"telefonat|gesprach|call|kaffee|meeting|austausch|anruf|treffen|"
				"telefongesprach|termin|videocall|zoom",
				"termin "
				"vereinbaren|ausmachen|finden|vorschlagen|buchen|machen|fur|"
				"nachste|diese",
				"termin in|diese|nachste|kommende ... kalender|woche",
				"telefonieren|telefonat|treffen "
				"wir|uns|nachste|diese|morgen|am|vereinbaren|mal|kommende|fuhren",
				"nachste|diese|kommende|nachster|dieser woche|tage "
				"telefonieren|sprechen|treffen|zeit|austauschen|einen|ein|fur|mal|"
				"auf",
				"wann "
				"hatten|hast|haben|hattest|passt|wurde|ware|konnen|konnten|ware "
				"sie|du|es|ihnen|dir|wir",
				"hatten|hast|haben|hattest sie|du ... zeit|minuten "
				"fur|zum|auf|nachste|diese|am|in",
				"auf einen|ein|nen kaffee|kaffeechen|bier|mittagessen|virtuellen",
				"meinen|ihren|deinen|meinem|ihrem|mein|ihr|dein kalender",
				"gesprach vereinbaren|fuhren",
				"lassen sie uns ... telefonieren|sprechen|treffen|zoomen",
				"lass uns ... telefonieren|treffen|zoomen|sprechen",
				"konnen|konnten|wollen wir ... "
				"telefonieren|treffen|sprechen|zoomen|austauschen",
				NULL,
			},
		[DC_LANG_FR] =
			(const char *const[]){
				"un|ce cafe|verre|dejeuner|appel|call "
				"la|cette|un|demain|lundi|mardi|mercredi|jeudi|vendredi|"
				"prochainement",
				"se|nous voir|parler|appeler|rencontrer|echanger "
				"dix|quinze|vingt|10|15|20|30|quelques|lundi|mardi|mercredi|jeudi|"
				"vendredi",
				"auriez|aurais|avez|as|accorder|accorderiez|consacrer "
				"vous|tu|moi|me? ... minutes|creneau|quart|demi",
				"echanger|discuter|parler par telephone|visio|tel|zoom",
				"prendre|prend|prenons|prendrait|boire|boit|partager un|ensemble "
				"cafe|verre|dejeuner|the",
				"visio|appel cette|virtuel|prochaine|ensemble",
				"se|nous voir|voit|rencontrer|parler|appeler|appelle "
				"cette|demain|prochaine|prochainement",
				"bref|court|petit|rapide|15|20|30|10|breve|courte minutes? "
				"appel|echange|entretien|call|rendez|visio|cafe|rdv|conversation|"
				"discussion",
				"appel|echange|entretien|visio|discussion|call "
				"rapide|telephonique|court|de|cette|la|demain|bref|ensemble|en",
				"10|15|20|30|quelques|cinq|dix|quinze|vingt|trente minutes "
				"pour|cette|ensemble|au|avec|afin",
				"prendre|fixer|planifier|organiser|programmer|caler|convenir|"
				"proposer d'un? un|de "
				"rendez|rdv|creneau|appel|cafe|moment|temps|entretien|call",
				"rendez vous|-vous telephonique|cette|la|pour|dans|en|demain",
				"un|d'un rendez|rdv",
				"seriez|serais|etes|es|auriez|aurais|avez|as vous|tu "
				"disponible|libre|dispo|quelques|un|15|10|30|du|20",
				"disponible|libre|dispo "
				"cette|la|pour|demain|lundi|mardi|mercredi|jeudi|vendredi|un|en",
				"autour d'un cafe|verre|dejeuner",
				"boire|prendre|partager|offrir un cafe|verre",
				"quand etes|seriez|serais|es|auriez|peut|pouvons|pourrions",
				"mon|votre|ton|vos agenda|calendrier|disponibilites|calendly",
				"s'appeler|nous appeler|telephone|se telephoner",
				"vous|t'|te|nous|se appeler|rencontrer|voir|parler "
				"cette|la|demain|prochainement|semaine|au|rapidement|par|lundi|en",
				"echanger de vive|par|au voix|telephone|visio|tel",
				"echanger 10|15|20|30|quelques minutes",
				NULL,
			},
		[DC_LANG_ES] =
			(const char *const[]){
				"podriamos|podemos|podria ... reunirnos|vernos|llamarnos|quedar",
				"un cafe|almuerzo la|esta|el|manana|proxima? "
				"semana|lunes|martes|miercoles|jueves|viernes",
				"podriamos|podemos|podria|quieres "
				"hablar|vernos|reunirnos|llamarte|llamarle|conversar|charlar ... "
				"telefono|semana|lunes|martes|miercoles|jueves|viernes|zoom|teams|"
				"rato",
				"tienes|tiene|tendrias|tendria|dispones|dispone|dedicarme|"
				"regalarme de? unos|diez|quince|veinte|treinta|10|15|20|30|media "
				"minutos|minutitos|hora",
				"para|hacer|hacemos|hagamos|tener|agendar|agendamos una "
				"videollamada|llamada|reunion|videoconferencia",
				"te|le|os apetece|apeteceria|animas|gustaria|provoca a? "
				"quedar|tomar|vernos|almorzar|charlar|reunirnos",
				"quedar|quedamos|vernos|reunirnos para|a|y "
				"tomar|charlar|hablar|comer|conocernos",
				"te|le apetece|parece|gustaria|animas ... "
				"cafe|llamada|reunion|videollamada",
				"tomamos|tomar|tomemos un|unos cafe|cafes|cafecito|algo",
				"nos vemos|reunimos|hablamos|llamamos ... "
				"semana|lunes|martes|miercoles|jueves|viernes|manana|zoom|telefono",
				"breve|corta|rapida|pequena|corto|rapido|15|20|30|10|virtual|unos "
				"minutos? "
				"llamada|charla|reunion|videollamada|cafe|conversacion|call|"
				"encuentro|zoom",
				"llamada|charla|reunion|videollamada|conversacion|call "
				"rapida|breve|corta|de|esta|la|por|manana|telefonica|virtual|"
				"introductoria",
				"10|15|20|30|unos|cinco|diez|quince|veinte|treinta|pocos minutos "
				"para|de|esta|por|la|conmigo|libres|tu",
				"agendar|programar|coordinar|concertar|organizar|fijar|reservar|"
				"cuadrar|tener|hacer|agendamos|pactar una? un? "
				"una|un|llamada|reunion|cita|videollamada|breve ... "
				"llamada|reunion|cita|charla|videollamada|espacio|encuentro|hora|"
				"zoom|momento|cafe|call",
				"agendar|programar|coordinar|agendamos|coordinamos "
				"una|un|llamada|reunion",
				"tomar|tomamos|tomarnos|invitarte|invito|tomemos|tomarme a? "
				"un|algo cafe|cafecito",
				"un cafe esta|la|virtual|juntos|conmigo|y|cuando|un",
				"cuando "
				"podrias|puedes|podemos|tienes|estas|podriamos|te|tendrias|tiene|"
				"podria",
				"tienes|tendrias|tiene|tendria|tenes "
				"disponibilidad|tiempo|unos|15|10|20|30|un|hueco|minutos|esta",
				"estas|estarias|esta|estaria disponible|libre "
				"esta|la|para|manana|el|por",
				"mi|tu|su calendario|agenda|calendly",
				"podemos|podriamos|podremos|puedo "
				"hablar|reunirnos|vernos|conversar|llamarte|charlar|quedar|llamar|"
				"conectar|juntarnos "
				"esta|la|manana|por|un|pronto|10|unos|15|para|el|en",
				"hablar|hablamos|reunirnos|vernos|nos|quedar|reunimos por "
				"esta|la|manana|telefono|zoom|proxima|pronto|llamada|videollamada|"
				"semana",
				"te|le|os puedo? llamo|llamar|parece manana|esta|el|si|una ... "
				"llamada|reunion|semana|hablamos|lunes|cafe",
				NULL,
			},
		[DC_LANG_PT] =
			(const char *const[]){
				"podemos|poderiamos|podiamos|posso|bora "
				"falar|conversar|reunir|encontrar|ligar "
				"por|esta|essa|amanha|nesta|nessa|pelo",
				"topa|aceita|bora um|uma|tomar "
				"cafe|chamada|conversa|call|almoco|um",
				"tem|teria|tens|terias|dispoe|arranja "
				"uns|dez|quinze|vinte|trinta|10|15|20|30|meia "
				"minutos|minutinhos|hora|horinha",
				"tomar|tomarmos|beber|bebermos um|uma "
				"cafe|cafezinho|cerveja|cha|copo",
				"uma videochamada|chamada|videoconferencia rapida|amanha|breve",
				"tomamos|tomar|tomarmos|que tal um|uma "
				"cafe|cafezinho|conversa|call|reuniao|chamada",
				"vamos marcar|conversar|agendar|tomar|falar",
				"breve|rapida|curta|rapido|curto|15|20|30|10|virtual|uns minutos? "
				"ligacao|conversa|reuniao|chamada|call|cafe|bate|papo|videochamada|"
				"encontro|zoom",
				"ligacao|conversa|reuniao|chamada|call|videochamada|papo "
				"rapida|breve|curta|de|esta|nesta|por|amanha|rapido|telefonica|na|"
				"semana",
				"10|15|20|30|uns|alguns|cinco|dez|quinze|vinte|trinta|poucos "
				"minutos|minutinhos para|de|esta|por|da|na|do|nesta|comigo",
				"agendar|marcar|combinar|fazer|programar|agendarmos|marcarmos|"
				"agendamos|marcamos|ter|reservar uma? um? "
				"uma|um|ligacao|reuniao|chamada|conversa|horario|rapida|breve|call "
				"... "
				"ligacao|reuniao|chamada|conversa|papo|cafe|horario|encontro|call|"
				"hora",
				"agendar|marcar|marcarmos|agendarmos|agendamos "
				"uma|um|ligacao|reuniao|horario|call",
				"tomar|tomarmos|tomamos|bebermos|beber um cafe|cafezinho",
				"um cafe esta|virtual|comigo|na|nesta|juntos|qualquer|semana",
				"quando "
				"voce|podemos|podes|pode|tem|poderiamos|esta|estaria|teria|terias",
				"tem|teria|tens|terias "
				"disponibilidade|tempo|uns|alguns|15|10|20|30|um|agenda|minutos|"
				"horario",
				"esta|estaria|estarias|estas disponivel|livre "
				"esta|para|amanha|na|nesta|em",
				"minha|sua|tua|meu|seu|teu agenda|calendario|calendly",
				"podemos|poderiamos|posso|vamos nos? "
				"conversar|falar|marcar|ligar|reunir|encontrar|bater "
				"esta|na|amanha|por|um|uns|nesta|lhe|te|em|sobre|15|10|semana",
				"bater um papo",
				"falar|falarmos|conversar|conversarmos por|na|nesta|esta|amanha "
				"telefone|zoom|proxima|semana|video|chamada",
				NULL,
			},
		[DC_LANG_IT] =
			(const char *const[]){
				"possiamo|potremmo|potrei "
				"sentirci|vederci|incontrarci|parlarci|chiamarti|chiamarla",
				"ti|le va|andrebbe un|una|di "
				"caffe|chiamata|pranzo|aperitivo|vederci|sentirci",
				"hai|ha|avresti|avrebbe|trovi|dedicarmi "
				"dieci|quindici|venti|trenta|10|15|20|30|qualche minuti|minuto",
				"hai|ha|avresti|avrebbe mezz'ora|mezzora|un quarto|po|per",
				"prendere|prenderci|prendiamo|bere|berci|beviamo un|qualcosa|il "
				"caffe|aperitivo|insieme",
				"una videochiamata|videocall|chiamata "
				"veloce|breve|rapida|domani|questa",
				"ci|ti va|andrebbe|prendiamo|beviamo|sentiamo|vediamo ... "
				"caffe|chiamata|call|settimana|telefono|incontro",
				"prendiamoci|beviamoci|prendere un caffe",
				"breve|rapida|veloce|piccola|15|20|30|10|virtuale|corta minuti? "
				"chiamata|chiacchierata|riunione|videochiamata|call|caffe|"
				"telefonata|incontro|conversazione|zoom",
				"chiamata|chiacchierata|riunione|videochiamata|call|telefonata "
				"rapida|breve|veloce|di|questa|la|conoscitiva|domani|settimana|"
				"prossima|insieme",
				"10|15|20|30|pochi|cinque|dieci|quindici|venti|trenta|qualche|due "
				"minuti|minuto per|di|questa|del|la|con|insieme",
				"fissare|organizzare|programmare|prenotare|pianificare|concordare|"
				"sentirci|fissiamo|organizziamo|fare una|un|per ... "
				"chiamata|call|riunione|incontro|appuntamento|videochiamata|"
				"chiacchierata|telefonata|caffe|colloquio",
				"fissare|organizzare|fissiamo|organizziamo una|un|per",
				"prendere|prenderci|bere|berci|prendiamo|prendiamoci|offrirti|"
				"offrirle|beviamo un caffe",
				"davanti a un caffe",
				"un caffe insieme|questa|virtuale|la|in|uno",
				"quando "
				"saresti|sei|sarebbe|possiamo|potremmo|puoi|avresti|hai|potresti|"
				"potrebbe",
				"hai|avresti|ha|avrebbe "
				"disponibilita|tempo|qualche|15|10|20|30|un|minuti|dieci|quindici",
				"sei|saresti|sarebbe|e disponibile|libero|libera "
				"questa|la|per|domani|a|un|lunedi",
				"mia|tua|sua|mio|tuo|suo agenda|calendario|calendly",
				"possiamo|potremmo|posso|vediamoci|sentiamoci|incontriamoci|ci "
				"sentirci|vederci|parlare|incontrarci|parlarne|sentiamo|vediamo|"
				"chiamarti|chiamarla "
				"questa|la|domani|per|al|un|presto|prossima|a|nei|lunedi|in",
				"sentiamoci|vediamoci|incontriamoci",
				"sentirci|vederci|incontrarci|parlarci "
				"telefonicamente|questa|la|domani|per|al|via|prossima|su|in",
				NULL,
			},
	} },
	.unless = { {
		[DC_LANG_EN] =
			(const char *const[]){
				"spent half|an",
				"we|i had|spoke|talked|met|chatted",
				"after|since our|your|the|that",
				"enjoyed our|the|your",
				"thanks|thank|grateful you? for the|our|your|taking|a",
				"was|were a? nice|great|good|lovely|pleasure|glad",
				NULL,
			},
		[DC_LANG_DE] =
			(const char *const[]){
				"gestern|letzte|letzten|letzter|gesprochen|telefonat uber",
				"danke|dank fur",
				"nach unserem|dem|ihrem|deinem",
				"hatten|hatte wir|unser",
				"war|hat mich|sehr|schon|gefreut|spannend|toll",
				NULL,
			},
		[DC_LANG_FR] =
			(const char *const[]){
				"colloque|parle|hier|dernier|derniere|salon",
				"merci pour|de",
				"apres notre|votre|la",
				"suite a notre",
				"lors de notre|votre|la",
				NULL,
			},
		[DC_LANG_ES] =
			(const char *const[]){
				"tomamos ... despues|ayer|cuando|juntos|aquel|aquella|en",
				"congreso|hablamos|ayer|pasado|encuentro|feria",
				"gracias por",
				"despues de|tras nuestra|la",
				"fue|me un|gusto|encanto",
				NULL,
			},
		[DC_LANG_PT] =
			(const char *const[]){
				"tomamos ... depois|ontem|quando|juntos|naquele|naquela|em",
				"congresso|falamos|ontem|passado|passada|encontro|feira",
				"obrigado|obrigada pela|pelo",
				"depois da|do nossa|nosso",
				"foi um|muito|otimo|bom",
				NULL,
			},
		[DC_LANG_IT] =
			(const char *const[]){
				"convegno|parlato|ieri|scorso|scorsa|fiera",
				"grazie per|della|del",
				"dopo la|il|nostra",
				"e|stato stato? un|bello|piacere",
				NULL,
			},
	} },
	.message = "asks for a meeting before you know each other.",
};

const struct dc_rule dc_rule_meeting_request = {
	.info = {
		.id = "meeting-request",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It asks for a meeting.",
		.why = "A call is more than a click: asked of a stranger, in the first lines, it "
		       "makes the request a thing to get rid of.",
		.advice = "Ask for the connection only; a meeting can follow when you have talked.",
		.source = "career advisers: no ask beyond connecting: no job, meeting, link or pitch",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, would you be open to a quick call next week?" },
			{ .note = "Hi Ada, can we grab a coffee and talk about SQLite?" },
			{ .note = "Hallo Ada, h\u00e4tten Sie Zeit f\u00fcr ein kurzes Telefonat?" },
			{ .note = "Bonjour Ada, auriez-vous 15 minutes pour un appel ?" },
			{ .note = "Hola Ada, \u00bfpodemos agendar una llamada?" },
			{ .note = "Ol\u00e1 Ada, podemos marcar uma reuni\u00e3o?" },
			{ .note = "Ciao Ada, possiamo fissare una breve chiamata?" }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, I answered your call for papers last spring; thank you for the careful review." },
			{ .note = "Hi Ada, your coffee-chat podcast with Tom Reed made me rewrite our on-call guide." }),
	},
	.run = dc_check_run_phrases,
	.data = &phrases,
};
