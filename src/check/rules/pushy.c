/* pushy.c - pressure. */
#include "check/match.h"

static const struct dc_phrase_rule phrases = {
	.phrases = { {
		[DC_LANG_EN] =
			(const char *const[]){
				"bumping|bump|resurfacing|resending|pinging this|my|it",
				"top of your inbox",
				"keep|keeping|continue trying|writing|messaging|asking|knocking "
				"until|till|unless",
				"until|till|unless you accept|reply|answer|respond|connect",
				"any update|updates on|about my|this|that? "
				"request|invitation|message|invite",
				"following|follow|circling|checking up|back|in on|about "
				"my|previous|earlier|pending ... "
				"invitation|invite|request|message|note|email",
				"still|kept waiting|wait for|on _? _? "
				"reply|answer|response|decision|feedback",
				"i expect|need|want|require to hear",
				"hear back ... today|tomorrow|asap|soon|quickly|immediately|by",
				"need to hear",
				"need|want|expect|require|urge|ask you to "
				"reply|answer|respond|accept|connect|act|confirm|decide|sign",
				"let this|the|it|such ... slip|pass ... away|by|you|up",
				"slip|slipping away|by|through",
				"offer|deal|discount|invitation expires|ends|closes",
				"expires|expiring tonight|today|tomorrow|soon|at|in",
				"time is|s running|of|out|short",
				"earliest|soonest convenience|possible",
				"promptly|without delay|at once",
				"right|straight away",
				"asap",
				"as soon as possible",
				"urgent|urgently "
				"need|request|matter|reply|response|connect|that|we|i|please|to|"
				"looking",
				"it's|is|very|this|extremely|really|am urgent",
				"please|kindly|just|and|do|you|must|should|go accept "
				"my|this|the|me|our connection? linkedin? "
				"invitation|invite|request|connection|now|today|asap",
				"accept my|this "
				"invitation|invite|request|connection|now|today|immediately|"
				"quickly",
				"hit|click|press|tap accept|connect|the",
				"act|accept|connect|reply|respond|decide|book|answer|buy "
				"now|fast|today|immediately|quickly",
				"respond|reply|answer|confirm|accept by|before|within|until "
				"tomorrow|today|friday|monday|tuesday|wednesday|thursday|tonight|"
				"24|48|eod|noon|end",
				"no later than",
				"let me know by|before|today|asap|immediately|right|now|tomorrow",
				"get back to me asap|today|by|as|immediately|soon|right|quickly",
				"don't|dont miss|wait|hesitate|delay|ignore|pass",
				"do not miss|wait|hesitate|delay|ignore|pass",
				"last|final|golden chance|opportunity|reminder|warning",
				"once in a lifetime",
				"limited|few "
				"time|spots|seats|places|slots|spaces|availability|offer",
				"only _? few|two|three|five|ten spots|seats|places|slots|left",
				"selling|filling out|up|fast",
				"you|u must|need|better to? not? "
				"connect|accept|reply|respond|act|join|add|answer|try|meet|miss",
				"you have|ought to "
				"connect|accept|reply|respond|join|add|answer|meet",
				"you won't|will|wont|can't|cannot not? regret|believe|afford|want",
				"i insist|demand|expect your|that|you|a|an|on|to",
				"waiting|await|awaiting|expecting|expect for? your|a|an immediate? "
				"quick? prompt? fast? positive? urgent? "
				"reply|response|answer|confirmation|acceptance|positive",
				"immediate|urgent attention|response|reply|action|answer",
				"need|want|expect|require your|a|an "
				"answer|reply|response|decision|confirmation|acceptance",
				"hurry|hurry up",
				"time is running|of|limited",
				"before it's|it|its is? too? late",
				"tonight or",
				"you would be|you'd|be a? crazy|foolish|fool|mad|stupid|silly",
				NULL,
			},
		[DC_LANG_DE] =
			(const char *const[]){
				"erwarte|erwarten|brauche|benotige|verlange ihre|deine|eine|von "
				"... ruckmeldung|antwort|zusage|bestatigung",
				"ruckmeldung|antwort|zusage bis|noch|spatestens spatestens|zum? "
				"montag|dienstag|mittwoch|donnerstag|freitag|morgen|heute",
				"warte|warten noch|immer|weiterhin|seit|schon ... "
				"antwort|reaktion|ruckmeldung",
				"nachfassen|nachhaken",
				"brauche|benotige|erwarte ... antwort|ruckmeldung|zusage",
				"dringend|dringende|eilig|asap|schnellstmoglich|umgehend|"
				"unverzuglich|schleunigst",
				"so schnell|bald wie moglich",
				"bitte|sofort|einfach|nur|jetzt|schnell "
				"nehmen|nimm|akzeptieren|akzeptiere|bestatigen|bestatige|annehmen|"
				"antworten|antworte|melden|melde sie? ... "
				"an|anfrage|einladung|kontaktanfrage|sofort|umgehend|jetzt|heute|"
				"schnell|rasch|bis|vernetzungsanfrage",
				"nehmen|nimm|akzeptieren|akzeptiere|bestatigen|bestatige sie? "
				"bitte? meine|diese|doch ... anfrage|einladung|kontaktanfrage|an",
				"verpassen|verpasse|warten|warte|zogern|zogere sie? "
				"nicht|diese|keine|die",
				"nicht verpassen|warten|zogern|entgehen|lange|verpasse",
				"letzte|letzter|einmalige|nur|einmaliger "
				"chance|aufruf|gelegenheit|noch|moglichkeit|heute|wenige",
				"nur noch heute|wenige|bis|kurze",
				"jetzt "
				"handeln|zugreifen|annehmen|vernetzen|antworten|sichern|zuschlagen|"
				"sofort|anmelden|buchen|oder",
				"sie|du mussen|musst|sollten|solltest|werden|wirst|konnen|kannst "
				"unbedingt|es|sich|mich|mir|das|nicht ... "
				"bereuen|annehmen|vernetzen|antworten|sehen|nein|entgehen|"
				"verpassen|kennenlernen|leisten",
				"antworten|antworte|melden|melde|zusagen|ruckmeldung|antwort|"
				"bescheid ... bis|heute|noch "
				"morgen|heute|freitag|montag|zum|spatestens|ende",
				"erwarte|warte|erwarten|warten auf? ihre|deine|eine|ihr|dein "
				"schnelle? baldige? umgehende? rasche? sofortige? "
				"antwort|ruckmeldung|zusage|bestatigung",
				"bestehe darauf",
				"sofort|umgehend|heute|schnell ... "
				"antworten|annehmen|melden|bestatigen|zusagen|reagieren",
				NULL,
			},
		[DC_LANG_FR] =
			(const char *const[]){
				"repondez|reponds|acceptez|accepte moi|-moi|me? tres? "
				"vite|rapidement|maintenant|immediatement|aujourd'hui",
				"j'attends|attends votre|ta "
				"reponse|retour|confirmation|acceptation "
				"avant|d'ici|rapidement|demain|vite",
				"j'attends|attends toujours|encore votre|ta|une reponse|retour",
				"besoin|veux|faut ... reponse|accord|confirmation",
				"urgent|urgente|urgemment|d'urgence|asap",
				"des|le|au que|plus plus? tot? vite|possible",
				"dans les plus brefs",
				"merci|veuillez|il|vous|priere|acceptez|s'il|svp "
				"d'accepter|accepter|de|vous|faut|devez|mon|plait|mon ... "
				"accepter|invitation|demande|repondre|d'accepter|connexion|"
				"rapidement|vite",
				"acceptez|accepte|accepter "
				"vite|mon|ma|maintenant|rapidement|cette|des|sans|tout ... "
				"invitation|demande|maintenant|vite|rapidement|connexion|attendre",
				"ne "
				"ratez|rate|manquez|manque|laissez|tardez|attendez|perdez|tarde|"
				"hesitez|passez pas|plus",
				"derniere chance|opportunite|relance|occasion|limite",
				"places|offre|temps|nombre|duree limitees|limitee|limite",
				"vous|tu devez|dois|faut|allez|n'allez absolument? pas? "
				"accepter|me|repondre|absolument|regretter|voir|le|connecter",
				"repondez|reponds|agissez|contactez|inscrivez|agis "
				"vite|avant|rapide|maintenant|rapidement|d'ici|immediatement|moi|"
				"immediate|vous|aujourd'hui|des|sous",
				"j'attends|attends|attente|attendons de? avec? impatience? "
				"votre|ta|une reponse|retour|confirmation|rapide|acceptation",
				"attends votre|ta|une reponse|acceptation|confirmation|retour",
				"j'exige|j'insiste",
				"immediatement|maintenant ou",
				"il faut absolument|que|qu'on|vite",
				"avant demain|ce|vendredi|qu'il|lundi|la",
				NULL,
			},
		[DC_LANG_ES] =
			(const char *const[]){
				"acepta|aceptame|responde|respondeme|contesta "
				"ya|ahora|pronto|hoy|rapido",
				"se acaba|termina|vence|cierra el|la|hoy|manana "
				"plazo|oferta|promocion",
				"necesito|espero|exijo una|tu|su "
				"respuesta|contestacion|confirmacion "
				"hoy|ya|antes|urgente|manana|inmediata|cuanto|rapida|esta",
				"sigo|estoy|continuo esperando|aguardando|sin tu|su|una|respuesta",
				"urgente|urgentemente|urge|urgencia|cuanto|inmediato|asap",
				"lo antes|mas posible|pronto|rapido ... posible",
				"cuanto antes",
				"por|favor|acepta|acepte|aceptame|solo|debes|tienes "
				"favor|acepta|acepte|mi|que|debe ... "
				"acepta|acepte|aceptar|invitacion|solicitud|responder|aceptame|"
				"responde|aceptarme|responda",
				"acepta|acepte|aceptar|aceptame "
				"ya|mi|ahora|esta|rapido|hoy|cuanto|por ... "
				"invitacion|solicitud|ya|ahora|favor|hoy|antes|conexion|rapido",
				"no "
				"te|se|lo|la|pierdas|pierda|dejes|espere|dudes|esperes|tardes|"
				"desaproveches|deje lo? "
				"pierdas|pierda|arrepentiras|arrepentira|pienses|esta|pasar|mas|en|"
				"quedes|la|dejes|escapar",
				"ultima|unica|ultimo|ultimos "
				"oportunidad|chance|vez|llamada|aviso|plazas|dias|dia|cupos",
				"plazas|tiempo|cupos|oferta|pocas "
				"limitadas|limitado|limitados|limitada|plazas",
				"responde|responda|contesta|conteste|respondeme|contestame|decide|"
				"respondas|actua|actue|confirma|confirme|contesteme|respondame "
				"hoy|ya|rapido|antes|ahora|pronto|cuanto|inmediatamente|me|lo|esta|"
				"en|sin",
				"espero|esperando|aguardo|exijo|insisto|necesito una|tu|su|en|que "
				"... "
				"respuesta|confirmacion|aceptes|respondas|contestes|acepte|"
				"responda",
				"tienes|debes|tiene|debe que? "
				"aceptar|responder|conectar|aceptarme|verlo|agregarme|contestar|"
				"conocer|responderme",
				"antes de manana|que|este|hoy|del",
				"ahora mismo|o",
				"de inmediato",
				NULL,
			},
		[DC_LANG_PT] =
			(const char *const[]){
				"aceite|aceita|responda|responde ja|agora|hoje|logo|rapido",
				"preciso|espero|exijo de? uma|a|da? sua|tua? resposta|confirmacao "
				"hoje|ja|antes|urgente|amanha|ate|imediata|rapida",
				"sigo|estou|continuo|ainda a? esperando|aguardando|espera|aguardo "
				"pela|de|a|uma|sua|tua resposta|retorno|sua|tua",
				"preciso|necessito|quero da|de|uma sua|tua|uma? resposta",
				"urgente|urgentemente|urgencia|asap|imediatamente",
				"o mais rapido|breve|depressa",
				"quanto antes",
				"assim que possivel|puder",
				"por|favor|aceite|aceita|so|deve|queira "
				"favor|meu|minha|tem|aceite|aceitar ... "
				"aceite|aceitar|convite|solicitacao|pedido|responda|aceita|"
				"responder|responde|conexao",
				"aceite|aceita|aceitar|aceitem "
				"ja|meu|minha|agora|este|hoje|logo|o|esse|rapido ... "
				"convite|solicitacao|ja|agora|pedido|hoje|conexao|logo",
				"nao "
				"perca|percas|deixe|deixes|espere|demore|perder|ignore|demores|"
				"hesite|esperes|se|vai ... "
				"oportunidade|chance|passar|mais|tempo|isso|esta|essa|arrepender|"
				"demais|muito|isto|para",
				"ultima|unica|ultimas|ultimo "
				"chance|oportunidade|vagas|aviso|dia|vez",
				"vagas|tempo|oferta|lugares limitadas|limitado|limitada|limitados",
				"responda|responde|decida|confirme|retorne|aja|confirma|me|"
				"inscreva "
				"hoje|ja|rapido|antes|agora|logo|ate|imediatamente|o|me|em|se",
				"aguardo|espero|esperando|aguardando|exijo|insisto|preciso|no de? "
				"uma? a? sua|tua|que|em|seu "
				"resposta|retorno|confirmacao|aceite|responda|aceitacao|aguardo",
				"voce|tem|deve|precisa|tens precisa|tem|deve|que|de|aceitar ... "
				"aceitar|responder|conectar|ver|me|conhecer|ouvir",
				"antes de amanha|que|hoje|sexta",
				"agora mesmo|ou",
				"de imediato",
				NULL,
			},
		[DC_LANG_IT] =
			(const char *const[]){
				"accetta|accetti|rispondi|risponda subito|adesso|ora|oggi|presto",
				"ho|aspetto|voglio|esigo|pretendo bisogno? di? una|la "
				"tua|sua|vostra? risposta|conferma "
				"subito|oggi|entro|urgente|domani|prima|immediata|veloce",
				"aspetto|attendo|aspettando ancora|sempre|tuttora "
				"una|la|tua|sua|un ... risposta|riscontro",
				"urgente|urgentemente|urgenza|asap|immediatamente",
				"il|al prima|piu possibile|presto",
				"quanto prima",
				"per|prego|accetta|accetti|devi|basta|ti|la "
				"favore|accetta|accetti|di|il|prego|accettare ... "
				"accetta|accetti|accettare|invito|richiesta|rispondi|rispondere|"
				"risponda|collegamento|rispondermi",
				"accetta|accetti|accettare|accettami "
				"subito|il|la|ora|adesso|questo|questa|oggi|mio|mia ... "
				"invito|richiesta|subito|ora|adesso|collegamento|oggi",
				"non "
				"perdere|perdete|perderti|perda|aspettare|lasciarti|esitare|"
				"tardare|perderlo|puoi|te|lasciare|perderla|si ... "
				"occasione|opportunita|tempo|sfuggire|perdere|oltre|questa|"
				"pentirai|perderti|pentira|scappare|chance|ancora|troppo",
				"ultima|unica|ultimi|ultimo "
				"occasione|opportunita|possibilita|chance|posti|avviso|giorno|"
				"chiamata",
				"posti|tempo|offerta|pochi limitati|limitato|limitata|posti",
				"rispondi|risponda|decidi|conferma|confermi|agisci|rispondimi|mi|"
				"iscriviti "
				"oggi|subito|presto|entro|ora|adesso|risponda|prima|immediatamente|"
				"velocemente|al|in|rapidamente|risposta",
				"attendo|aspetto|esigo|insisto|pretendo|attesa|aspettando|"
				"necessito una|di|tua|sua|che|la ... "
				"risposta|conferma|riscontro|accetti|risponda|accettazione",
				"devi|deve|dovete|dovresti assolutamente? "
				"accettare|rispondere|collegarti|vedere|accettarmi|conoscere|"
				"rispondermi|provare|per",
				"entro domani|oggi|venerdi|stasera|lunedi|e|la",
				"subito o",
				"adesso o",
				NULL,
			},
	} },
	.message = "presses.",
};

const struct dc_rule dc_rule_pushy = {
	.info = {
		.id = "pushy",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It presses.",
		.why = "Deadlines and orders work on nobody who owes you nothing; they are the mark "
		       "of a sales script.",
		.advice = "Leave them the time and the choice.",
		.source = "career advisers: a request is an offer, not a demand",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, please accept my invitation as soon as possible." },
			{ .note = "Hi Ada, this is urgent, I need your answer by tomorrow." },
			{ .note = "Hallo Ada, bitte nehmen Sie meine Anfrage umgehend an." },
			{ .note = "Bonjour Ada, merci d'accepter ma demande rapidement." },
			{ .note = "Hola Ada, acepta mi invitaci\u00f3n ya, por favor." },
			{ .note = "Ol\u00e1 Ada, n\u00e3o perca esta oportunidade." },
			{ .note = "Ciao Ada, accetta subito il mio invito." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, please accept my thanks for the review; your hint on locks was right." },
			{ .note = "Hi Ada, no need to answer: your talk on urgent care scheduling was a joy." }),
	},
	.run = dc_check_run_phrases,
	.data = &phrases,
};
