/* guilt.c - reproach. */
#include "check/match.h"

static const struct dc_phrase_rule phrases = {
	.phrases = { {
		[DC_LANG_EN] =
			(const char *const[]){
				"don't|doesn't matter to you",
				"spare|afford me|us? one|a|two single|little? "
				"click|second|seconds|minute|moment|tap",
				"what did|have i|we do|done wrong",
				"accepted ... but|and not me|mine",
				"sad|disappointed|hurt|upset|heartbroken|gutted|devastated if|that "
				"you ... "
				"ignore*|decline*|refuse*|reject*|answer*|reply|replied|accept*|"
				"respond*|say|said|turn*",
				"prove me right|wrong",
				"won't|wouldn't|doesn't|will cost|hurt you anything|nothing",
				"costs you nothing|zero",
				"would mean the world|everything",
				"counting|count on you to",
				"sent|wrote|messaged|invited|contacted|asked you ... "
				"but|and|yet|without you|no|never|nothing|still|not ... "
				"not|never|didn't|did|reply|answer|respond|response|didnt|ignored|"
				"nothing",
				"got|received|had|have|getting|get|hear|heard|with no|nothing|zero "
				"reply|replies|response|answer|back|from|reaction",
				"you|are too|so important|busy|big ... "
				"answer|reply|respond|connect",
				"how|quite|very|so|really|is disappointing|hurtful|rude",
				"takes|take|only|just ... a|one|two|5|five "
				"second|seconds|minute|moment|click ... accept|click|reply|answer",
				"please|don't|not ignore|ignoring me|my|this|us",
				"you|u "
				"haven't|have|didn't|did|never|still|don't|havent|didnt|ignored|"
				"are|keep|not not? still? even? never? "
				"replied|responded|answered|accepted|reply|respond|answer|accept|"
				"ignored|ignoring|ignore|bother|bothered|gotten|got|my|heard|react|"
				"reacted|connected|wrote",
				"haven't|have|not|never|nothing not? heard|received|gotten|got "
				"back|anything|from|a|an|any from|reply|response|answer|you",
				"not|never replying|answering|responding|accepting",
				"is|was|be|seems quite|very|a|so|really|rather|bit "
				"rude|impolite|disrespectful|unprofessional",
				"why haven't|didn't|don't|won't|do|are|did|have you|not ... "
				"reply|replied|answer|answered|accept|accepted|ignore|ignoring|"
				"respond|responded|connect|connected",
				"second|third|fourth|fifth|2nd|3rd|4th|5th|another|yet|final|last "
				"time|attempt|message|request|try|invitation|reminder|note|follow "
				"i|i'm|i've|to|and|that|now|already|asking|writing|from|attempt",
				"i've|i "
				"have|wrote|written|messaged|sent|tried|contacted|reached|asked|"
				"emailed already|now|you|out|many|several|to ... "
				"twice|times|messages|again|invitations|requests|thrice",
				"tried|trying to reach|contact|connect|get ... "
				"several|times|many|again|weeks|months|ages|without",
				"don't|do|please|stop not? ignore|ignoring|disappoint|let|leave "
				"me|my|this|us",
				"i'm|i am|am|be|feel|feeling|felt|very|so|bit|really|little "
				"disappointed|hurt|offended|upset|sad|saddened|insulted|let",
				"it|that|this would|is|be|seems|feels|was be? a? quite? very? bit? "
				"rather? so? "
				"rude|impolite|unfair|unprofessional|disrespectful|arrogant",
				"rude|impolite|unprofessional|disrespectful|arrogant of|to|not",
				"the least you|that",
				"you owe|owed me|us|it",
				"after all|everything i|i've|we|that|the",
				"i thought|expected|hoped|assumed|was we|you|better|more|that ... "
				"better|friends|different|professional|polite|from|kind|care|would",
				"too busy|good|important|proud|arrogant for|to ... "
				"me|reply|answer|accept|respond|people|us|connect|my",
				"did you see|get|read|receive|not|even my",
				"have you seen|read|received|forgotten|even my|me|about",
				"ignored|ignoring|declined|rejected|refused my|me|us|all|our",
				"shame on|if|that|you",
				"no|without answer|reply|response|reaction from|so|yet|to|since",
				"still waiting|no|haven't|nothing|hoping",
				"follow|following up again|for|once|yet",
				"break|breaks my|your heart",
				"only|just people|arrogant|selfish|rude|takes|a ... "
				"ignore|second|seconds|decline|refuse|click",
				"if you cared|really|were|had|have|can't ... "
				"would|even|accept|heart|decency|reply|courtesy",
				NULL,
			},
		[DC_LANG_DE] =
			(const char *const[]){
				"mich|uns bitte? nicht? im stich",
				"enttauschen|enttausche|enttausch|enttauscht sie? mich|uns bitte? "
				"nicht",
				"zahle|verlasse mich? auf dich|sie|ihre|deine",
				"kostet sie|dich|ja? nichts",
				"traurig|enttauscht|schade wenn|dass|falls sie|du",
				"sie|du|ihr haben|hast|habt immer? "
				"noch|nicht|bisher|leider|nie|mir|auf|meine ... "
				"geantwortet|reagiert|angenommen|ignoriert|gemeldet|beantwortet|"
				"akzeptiert",
				"haben|hast sie|du ... nicht|nie|noch|nichts "
				"reagiert|geantwortet|gemeldet|angenommen|nicht|geschrieben",
				"nicht|nie|nichts reagiert|geantwortet|beantwortet|angenommen",
				"warum|wieso|weshalb "
				"antworten|antwortest|haben|hast|ignorieren|ignorierst|nehmen|"
				"nimmst|reagieren|melden|meldest|lehnen|lehnst|reagierst",
				"schon|bereits|nun|jetzt|ist|das|mehrfach|mehrmals|zum|schreibe|"
				"ich|mein|meine "
				"zum|mehrfach|mehrmals|zweimal|dreimal|dritte|dritten|zweite|"
				"zweiten|dritter|zweiter|vierte|vierten ... "
				"mal|geschrieben|nachricht|anfrage|angefragt|versuch|kontaktiert|"
				"angeschrieben|versucht",
				"zum zweiten|dritten|vierten|wiederholten mal|male",
				"immer noch keine|nicht|auf|kein",
				"noch immer keine|nicht",
				"keine antwort|reaktion|ruckmeldung von|erhalten|bekommen|auf",
				"bin|ware|war|sehr|etwas|ziemlich|wirklich sehr? "
				"enttauscht|verletzt|traurig|beleidigt|gekrankt",
				"schade|enttauschend|unhoflich|unverschamt|respektlos|arrogant "
				"dass|von|wenn|nicht|mich",
				"ignorieren|ignoriere|ignorier|ignoriert|ignorierst sie? "
				"mich|meine|nicht|bitte",
				"das mindeste|ist|ware|finde ... "
				"unhoflich|tun|respektlos|arrogant|unprofessionell|mindeste|schade|"
				"konnten|konnen",
				"sie|du schulden|schuldest",
				"zu beschaftigt|wichtig|fein|gut|arrogant|stolz um|fur|mir|zum",
				"nach allem|all was|dem",
				"haben|hast sie|du meine|mich ... "
				"gesehen|gelesen|erhalten|bekommen|vergessen|ubersehen|ignoriert",
				"gehofft|erwartet|gedacht|mehr ... "
				"mehr|besser|antworten|antwort|hoflich",
				NULL,
			},
		[DC_LANG_FR] =
			(const char *const[]){
				"laissez|laisse|laisser pas tomber",
				"decu|decue|triste|peine|blesse|blessee si|que|quand vous|tu",
				"compte sur vous|toi|votre|ta reponse?",
				"coute|coutera|prend|prendra rien|qu'une|que",
				"me decevez|decevoir|decevras|decois pas",
				"vous|tu n'avez|n'as|ne|m'avez|m'as|avez|ignorez|toujours "
				"pas|toujours|m'avez|jamais|ignore|mes|repondez|ignores ... "
				"repondu|accepte|reponds|repondez|ignore|donne|repond|reponse|"
				"messages|message|suite|demande",
				"pourquoi "
				"n'avez|ne|n'as|m'ignorez|ce|refusez|tu|vous|m'ignores|cette ... "
				"repondez|reponds|repondu|accepte|silence|ignorez|ignores|acceptez|"
				"refusez|m'ignorez|ignorer",
				"c'est|voici|deuxieme|troisieme|quatrieme|2eme|3eme|deja|encore|"
				"seconde la|ma|le|mon|fois|message|demande|relance|invitation ... "
				"fois|message|demande|relance|que|invitation|tentative|sans",
				"deuxieme|troisieme|quatrieme|2e|3e|2eme|3eme|enieme "
				"fois|message|demande|relance|invitation|tentative",
				"plusieurs|deux|trois|nombreux|maintes "
				"fois|messages|demandes|relances|reprises "
				"sans|que|deja|envoyes|et|restes|restees|je",
				"toujours|encore|aucune|sans|pas|restee "
				"aucune|pas|sans|reponse|de|nouvelle|nouvelles|retour ... "
				"reponse|nouvelles|part|vous|toi|retour",
				"je|j'ai|suis|serais|etais|assez|vraiment "
				"suis|ete|tres|vraiment|un|assez|serais|peu ... "
				"decu|decue|blesse|blessee|vexe|vexee|triste|peine|attriste",
				"decu|decue|blesse|vexe de|que|par",
				"c'est|serait|trouve|ce "
				"vraiment|un|tres|pas|assez|n'est|serait|cela|peu ... "
				"impoli|malpoli|irrespectueux|poli|dommage|correct|decevant|"
				"grossier|honte|professionnel",
				"ne m'ignorez|m'ignore|m'ignores|m'oubliez pas",
				"m'ignorer|m'ignorez|ignorer mes|mon|ma|pas",
				"la moindre des",
				"le minimum serait|c'est",
				"apres tout ce",
				"vous me devez",
				"tu me dois",
				"avez|as vous|tu vu|lu|recu|oublie mon|mes|ma|bien|mon",
				"trop occupe|occupee|important|importante|fier|bien pour",
				"relance|relancer encore|une|pour|a|de",
				"j'esperais|j'attendais|pensais mieux|que|plus|autre",
				NULL,
			},
		[DC_LANG_ES] =
			(const char *const[]){
				"pondria|pondre|sentiria|sentire muy|tan|bastante? "
				"mal|triste|decepcionado|decepcionada|dolido",
				"triste|decepcionado|decepcionada|dolido|dolida si|que|cuando "
				"no|me|usted",
				"no te|le|os? cuesta|costaria nada",
				"cuento con tu|su|usted",
				"cuento contigo",
				"no me decepciones|decepcione|falles|falle",
				"harias|haria muy? feliz",
				"no me|has|ha|han|te|recibi|recibo|obtuve|tuve "
				"has|ha|respondes|contestas|respondido|contestado|contesta|"
				"responde|respondiste|contestaste|dignas|aceptaste|aceptas|"
				"respuesta|haces|hiciste|ignores|una|ninguna|han|respuesta",
				"todavia|aun|sigo|sigues|nunca|sin|sigue "
				"no|sin|me|he|recibir|respuesta|esperando|obtener|contestar|"
				"responder ... "
				"respondido|respuesta|contestado|aceptado|contestas|respondes|"
				"responder|contestar|recibido|respondiste|contestaste|ignorarme",
				"por|porque que no|me|ignoras|ignora|has ... "
				"respondes|contestas|ignoras|aceptas|responde|respondido|contesta|"
				"ignora|contestado|aceptaste|aceptado",
				"segunda|tercera|cuarta|segundo|tercer|cuarto|otra|enesima|varias|"
				"muchas vez|mensaje|solicitud|invitacion|intento|veces ... "
				"escribo|envio|que|contacto|escrito|invito|sin|mando|intento|te|he",
				"ya te|le|van|son|es|he "
				"he|escribi|envie|mande|la|tres|dos|varias|varios|el|escrito|"
				"enviado|muchos ... "
				"veces|mensajes|vez|ocasiones|mensaje|tercera|segunda|solicitudes",
				"te|le he? escribi|escrito|envie|mande|enviado|contacte|contactado "
				"varias|varios|tres|dos|muchas|muchos veces|mensajes|invitaciones",
				"estoy|me|seria|es|que|muy|siento has? "
				"muy|siento|decepciona|decepcionado|decepcionada|de|bastante|un|"
				"algo|da|parece|deja|duele|decepcionado ... "
				"decepcionado|decepcionada|dolido|dolida|ofendido|triste|"
				"decepcionas|mal|educacion|decepciona|pena|grosero|ofendida|duele|"
				"falta",
				"decepcionado|decepcionada|dolido|dolida|ofendido|ofendida",
				"falta de educacion|respeto|cortesia",
				"no me ignores|ignore|ignoren|dejes",
				"ignores|ignorar|ignoras|ignorado|ignorando|ignora|ignoraste "
				"mi|mis|me|este|a",
				"me ignoras|ignora|ignoraste|debes|debe|has|estas|deben ... "
				"ignorado|ignorando|una|respuesta|mensajes|explicacion|solicitud|",
				"lo|es minimo|lo que|es|podrias|minimo|esperaba",
				"despues de todo",
				"demasiado ocupado|ocupada|importante|orgulloso para",
				"viste|has|recibiste|leiste|ha|olvidaste "
				"visto|recibido|leido|mi|mis|olvidado ... "
				"mensaje|mensajes|solicitud|invitacion|correo",
				"pense|esperaba|creia que|mas ... "
				"amable|educado|responderias|mejor|profesional|eras|amigos",
				NULL,
			},
		[DC_LANG_PT] =
			(const char *const[]){
				"triste|decepcionado|decepcionada|desapontado|desapontada|chateado|"
				"chateada|magoado|magoada se|caso nao|voce|me|o",
				"nao te|lhe? custa|custaria nada",
				"conto com voce|contigo|si|sua",
				"nao me desiluda|desaponte|decepcione|desiludas|desapontes",
				"voce|tu|nao|ainda "
				"nao|ainda|me|nunca|recebi|tive|obtive|respondeu|continua ainda? "
				"me? "
				"respondeu|aceitou|retornou|ignorou|ignorando|ignora|resposta|"
				"responde|respondeste|aceitaste|recebi|obtive|respondido|tive|deu|"
				"retorno|nenhuma",
				"nao "
				"me|obtive|recebi|tive|ignore|responde|respondeu|retornou|houve|"
				"deu "
				"ignore|respondeu|resposta|retorno|nenhuma|ignores|deixe|responde|"
				"nenhum|respondeste|aceitou|qualquer|minha|meu|minhas|meus|deixes|"
				"a",
				"ainda|continuo|sigo|sem|estou "
				"sem|aguardo|nao|nenhuma|resposta|esperando|aguardando|a ... "
				"resposta|retorno|respondeu|respondeste|responder|sua|espera",
				"por|porque que nao|voce|me|ignora|esta ... "
				"responde|respondeu|ignora|aceita|respondes|aceitou|ignorando|"
				"aceitas",
				"segunda|terceira|quarta|segundo|terceiro|quarto|outra|enesima|"
				"varias|muitas|diversas "
				"vez|mensagem|convite|tentativa|solicitacao|vezes|pedido|mensagens "
				"... "
				"escrevo|envio|que|contato|mando|convido|tento|sem|lhe|te|e|nada",
				"ja lhe|te|enviei|escrevi|mandei|tentei|e|sao|foram|o|faz ... "
				"vezes|mensagens|vez|mensagem|convites|tres|terceira|segunda",
				"enviei|escrevi|mandei|tentei|contatei "
				"varias|muitas|tres|duas|diversas|varios|contato|lhe|te|o|"
				"contactar ... vezes|mensagens|convites",
				"estou|fiquei|fico|seria|e|muito|um|que|acho "
				"bem|muito|um|bastante|decepcionado|decepcionada|desapontado|"
				"chateado|triste|falta|pouco|magoado|chateada|desiludido|"
				"desapontada|e ... "
				"decepcionado|decepcionada|desapontado|chateado|triste|educacao|"
				"rude|magoado|respeito|deselegante|chateada|magoada|desapontada|"
				"desiludido|falta|indelicado",
				"decepcionado|decepcionada|desapontado|desapontada|chateado|"
				"magoado|magoada",
				"falta de educacao|respeito|consideracao|cortesia",
				"ignorar|ignorou|ignorando|ignore|ignora|ignoras|ignoraste "
				"minha|meu|minhas|meus|me|a|o|as|os",
				"me ignora|ignorou|ignorando|ignorar|deve|ignore|ignores|ignoras",
				"o minimo|minimo que|seria",
				"depois de tudo",
				"ocupado|ocupada|importante|orgulhoso demais para",
				"muito|demasiado ocupado|ocupada|importante para|pra",
				"viu|recebeu|leu|esqueceu|viste|recebeste|leste|sera as? "
				"minha|minhas|meu|meus|que|a|o ... "
				"mensagem|mensagens|convite|convites|viu|recebeu|pedido",
				"esperava|pensei|achei mais|que|outra ... "
				"educado|atencao|respeito|responderia|melhor|amigos|educacao|voce|"
				"profissional",
				NULL,
			},
		[DC_LANG_IT] =
			(const char *const[]){
				"dispiacerebbe|spiacerebbe molto|tanto? se",
				"triste|deluso|delusa|ferito|ferita|male se non|mi|tu",
				"non ti|le? costa|costerebbe nulla|niente",
				"conto su di te|lei|voi",
				"non deludermi",
				"non mi deluda|deludere",
				"non mi|ha|hai|ho|sei|ti|ci|avete "
				"hai|ha|risposto|ancora|rispondi|rispondere|ricevuto|accettato|"
				"degni|ignorare|degnato|mai|risponde|sono|ignori|ignorarmi ... "
				"risposto|rispondi|risposta|accettato|risponde|riscontro|ignorare|"
				"ricevuto|rispondere|accettata|miei|ignori|messaggi",
				"ancora|tuttora nessuna|nessun|non|senza|in|aspetto|aspettando ... "
				"risposta|riscontro|risposto|attesa|notizie",
				"nessuna|senza risposta|riscontro da|ai|finora|tua|sua|alle",
				"perche non|mi|continui|hai|ignora ... "
				"rispondi|risponde|ignori|accetti|risposto|ignora|ignorato|"
				"accettato",
				"seconda|terza|quarta|secondo|terzo|quarto|ennesima|ennesimo|altra|"
				"altro volta|messaggio|richiesta|tentativo|invito|sollecito ... "
				"scrivo|che|contatto|mando|invito|invio|senza|ti|le|e|provo",
				"gia|ti|le|e|sono|vi "
				"scritto|mandato|inviato|ho|la|il|tre|due|contattato|gia|piu ... "
				"volte|messaggi|volta|terza|seconda|terzo|secondo|messaggio|inviti|"
				"richieste",
				"scritto|mandato|inviato|contattato|provato gia? "
				"piu|tre|due|molte|tante|diverse|varie|svariate "
				"volte|messaggi|inviti|richieste",
				"sono|sarei|rimango|molto|davvero|rimasto|rimasta|un|resto "
				"molto|davvero|rimasto|deluso|delusa|un|ferito|ferita|offeso|"
				"dispiaciuto|triste|offesa|rimasta|po ... "
				"deluso|delusa|ferito|ferita|offeso|triste|male|offesa|dispiaciuto|"
				"deluse",
				"deluso|delusa|offeso|offesa|ferito|ferita dal|dalla|che|da|per",
				"mancanza di rispetto|educazione|cortesia|professionalita",
				"maleducato|maleducata|scortese|irrispettoso|maleducazione",
				"ignorarmi|ignorare|ignorato|ignorata|ignori|ignora|ignorando "
				"i|il|la|le|mie|miei|mio|mia|di|ancora",
				"mi ignori|ignora|stai|devi|deve|hai ... "
				"ignorando|ignorato|risposta|ignori|spiegazione",
				"il|come minimo",
				"dopo tutto quello|cio",
				"troppo occupato|occupata|importante|impegnato|impegnata|superiore "
				"per",
				"hai|ha visto|letto|ricevuto|dimenticato i|il|la|mio|miei|mia|le "
				"... messaggio|messaggi|richiesta|invito|email",
				"pensavo|speravo|credevo|mi|aspettavo "
				"fossi|di|che|in|meglio|aspettavo|fosse ... "
				"meglio|educato|gentile|risposta|amici|piu|professionale|diverso",
				NULL,
			},
	} },
	.message = "blames them.",
};

const struct dc_rule dc_rule_guilt = {
	.info = {
		.id = "guilt",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It blames or shames them.",
		.why = "Nobody owes a stranger an answer. Counting your messages to them, or their "
		       "silence, makes the next answer a block.",
		.advice = "Start afresh with a reason to connect, or leave it.",
		.source = "career advisers: after silence do not repeat",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, you still haven't accepted my request, this is the third time I write." },
			{ .note = "Hi Ada, it would be rude not to answer." },
			{ .note = "Hallo Ada, Sie haben auf meine Anfrage nicht reagiert." },
			{ .note = "Bonjour Ada, vous n'avez toujours pas r\u00e9pondu \u00e0 mon message." },
			{ .note = "Hola Ada, no me has respondido todav\u00eda." },
			{ .note = "Ol\u00e1 Ada, voc\u00ea ainda n\u00e3o respondeu." },
			{ .note = "Ciao Ada, non mi hai ancora risposto." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, I have read your book three times, and the chapter on joins still surprises me." },
			{ .note = "Hi Ada, no answer needed: thank you for the review of my patch." }),
	},
	.run = dc_check_run_phrases,
	.data = &phrases,
};
