/* vague-flattery.c - praise that would fit anybody. */
#include "check/match.h"

static const struct dc_phrase_rule phrases = {
	.phrases = { {
		[DC_LANG_EN] =
			(const char *const[]){
				"look|looking|looked up to "
				"people|someone|leaders|you|professionals",
				"people|someone|leaders|professionals with your "
				"drive|vision|talent|energy|success|passion|ambition",
				"blew|blows|wowed|floored|stunned|dazzled|superb|brilliant|"
				"excellent|fantastic|wonderful|stellar|speaks ... "
				"profile|career|resume|credentials|trajectory",
				"profile|career|resume|credentials|trajectory ... "
				"blew|blows|wowed|floored|stunned|dazzled|superb|brilliant|"
				"excellent|fantastic|wonderful|stellar|speaks",
				"you're|you are absolutely|totally|really? "
				"crushing|killing|nailing|rocking|smashing|slaying it",
				"total|absolute|real|true|such|complete a? "
				"boss|legend|rockstar|beast|icon|inspiration|superstar|queen|king|"
				"powerhouse",
				"what|such a|an "
				"incredible|amazing|inspiring|great|impressive|fantastic|wonderful|"
				"remarkable "
				"journey|career|profile|path|trajectory|resume|background",
				"extraordinary|exceptional|brilliant|amazing|inspiring|remarkable|"
				"incredible|great|outstanding "
				"minds|people|leaders|individuals|professionals|talents such|like "
				"as? yours|you|yourself",
				"respect|admiration for what|everything|all you|you've",
				"caught my eye|attention|interest",
				"impress*|inspir*|amaz*|incredib*|remarkable|outstanding|awesome|"
				"fascinat*|extraordinary|exceptional|admir*|respect|stellar|wow "
				"... "
				"profile|career|background|experience|experiences|journey|"
				"achievement|achievements|accomplishments|accomplished|expertise|"
				"content|success|trajectory|leadership|skills|credentials|path|"
				"person|resume",
				"profile|career|background|experience|journey|achievements|"
				"accomplishments|expertise|content|leadership|story ... "
				"impress*|inspir*|amaz*|incredib*|remarkable|outstanding|awesome|"
				"fascinat*|extraordinary|exceptional|admir*|respect|stellar|wow",
				"love|like|enjoy|enjoying your "
				"content|posts|profile|energy|updates|vibe",
				"looks|look|looked|sounds|seems|seem|are "
				"super|very|really|so|like|truly|quite|such a|an|very? really? "
				"interesting|impressive|fascinating|amazing|cool "
				"person|profile|human|professional|background|individual",
				"checked|checking|looked|viewed|visited|seen out|at|through? your "
				"profile",
				"profile ... super|very|really|so|quite|extremely|pretty|truly "
				"interesting|cool|impressive|inspiring|strong",
				"everything|all you have|you've accomplished|achieved|done|built",
				"honored|honoured|privilege|honor to ... "
				"connected|network|connect|know",
				"came|come|ran|coming|stumbled across|upon|on|over your "
				"profile|page|background|account",
				"stumbled across|upon|on your|you",
				"your profile|background|experience|journey|career|work|story "
				"really? "
				"caught|grabbed|caught|stood|stands|popped|impressed|intrigued|"
				"inspired|inspires|amazed my|me|out|up",
				"your profile is|looks|was|seems really|so|very|truly|absolutely? "
				"impressive|great|amazing|interesting|awesome|outstanding|"
				"fascinating|inspiring|remarkable",
				"impressive|amazing|incredible|inspiring|outstanding|remarkable|"
				"awesome|fantastic|fascinating|wonderful|extraordinary|excellent|"
				"stellar|exceptional "
				"profile|background|career|experience|journey|credentials|resume|"
				"accomplishments|achievements|expertise|trajectory|track",
				"interesting|great profile|background|career|journey|trajectory",
				"impressive|amazing|incredible|inspiring|outstanding|remarkable|"
				"fascinating|extraordinary professional|work|career|industry "
				"profile|background|experience|journey|path|achievements|history",
				"impressed|intrigued|inspired|amazed|fascinated|blown "
				"by|with|away|at by? your|all? your? "
				"profile|background|experience|career|journey|accomplishments|"
				"achievements|expertise|success|credentials|trajectory|skills|work|"
				"professional",
				"pick your brain",
				"love|admire|like|appreciate|respect|adore what you do|did|stand",
				"love|admire|like|appreciate|respect|adore what you're|you|are "
				"doing|building|about",
				"big|huge|great fan of yours|you",
				"fan of your work|content|posts|profile|career",
				"thought leader|leaders|leadership",
				"doing great|amazing|incredible|fantastic|awesome|wonderful "
				"things|stuff",
				"keep up the great|good|amazing work",
				"learn|learning from the? best|someone|somebody|people like|as "
				"you|accomplished|experienced",
				"someone|somebody|people|person of|with your "
				"caliber|calibre|stature|expertise|experience|background|talent",
				"you are|you're a? true? "
				"rockstar|legend|inspiration|visionary|genius|guru|inspiring|"
				"superstar",
				"your "
				"impressive|amazing|incredible|inspiring|outstanding|remarkable|"
				"vast|wealth|extensive "
				"profile|background|career|experience|journey|work|expertise|"
				"achievements|accomplishments|knowledge|of",
				"greatly? admire your "
				"work|career|journey|success|achievements|expertise|"
				"accomplishments|leadership|professional",
				"like minded professionals|people|individuals",
				NULL,
			},
		[DC_LANG_DE] =
			(const char *const[]){
				"grossartig*|hervorragend*|beachtlich*|bemerkenswert*|klasse|stark|"
				"exzellent*|eindrucksvoll*|respekt|chapeau|gluckwunsch ... "
				"profil|werdegang|karriere|laufbahn|lebenslauf|vita",
				"profil|werdegang|karriere|laufbahn|lebenslauf|vita ... "
				"grossartig*|hervorragend*|beachtlich*|bemerkenswert*|klasse|stark|"
				"exzellent*|eindrucksvoll*|respekt|chapeau|gluckwunsch",
				"respekt|hochachtung|hut vor|ab vor? "
				"dem|allem|ihrer|deiner|ihrem|deinem "
				"was|allem|lebenswerk|karriere|werdegang|laufbahn|leistung",
				"sie|du sind|bist ein|eine? "
				"echtes|echte|wahre|grosse|grosses|echter? "
				"vorbild|inspiration|legende|visionar|genie",
				"bewundere|bewundern|schatze "
				"menschen|leute|personen|personlichkeiten|fuhrungskrafte|"
				"unternehmer wie sie|dich|ihnen",
				"menschen|jemanden|jemandem|leuten|jemand wie sie|dich|ihnen|dir",
				"so viel|viele|vieles erreicht|geschafft|geleistet haben|hast",
				"profil|werdegang|karriere|erfahrung|laufbahn|lebenslauf ... "
				"bewunder*|beachtlich|herausragend|aussergewohnlich",
				"beeindruck*|inspir*|bewunder*|faszinier*|begeister*|toll*|"
				"spannend* ... "
				"profil|werdegang|karriere|erfahrung|expertise|laufbahn|erfolge|"
				"erfolg|lebenslauf|vita|beitrage|content",
				"profil|werdegang|karriere|erfahrung|laufbahn|lebenslauf|vita|"
				"expertise ... "
				"beeindruck*|inspir*|faszinier*|begeister*|spannend*|interessant|"
				"toll",
				"auf dein|deinem|ihr|ihrem|ihre|deine "
				"interessantes|interessante|spannendes|spannende|tolles? profil "
				"gestossen|aufmerksam|gelandet",
				"dein|ihr profil ist|hat|klingt|sieht|wirkt|fand "
				"mich|mir|sehr|wirklich|so|echt|ich",
				"dein|ihr|deinem|ihrem "
				"beeindruckendes|beeindruckende|beeindruckender|beeindruckenden|"
				"spannendes|spannender|interessantes|interessanter|tolles|toller|"
				"inspirierendes|inspirierender|interessantem|beeindruckendem|"
				"spannendem",
				"deine|ihre|deiner|ihrer "
				"beeindruckende|beeindruckenden|spannende|spannenden|interessante|"
				"interessanten|tolle|tollen|inspirierende|inspirierenden "
				"karriere|erfahrung|laufbahn|vita|arbeit|expertise|erfolge|reise|"
				"erfahrungen|werdegang",
				"beeindruckt|begeistert|fasziniert von "
				"deinem|ihrem|deiner|ihrer|deinen|ihren "
				"profil|werdegang|lebenslauf|karriere|erfahrung|expertise|laufbahn|"
				"arbeit|erfolgen|leistungen|beruflichen|beruflicher",
				"dein|ihr|deinem|ihrem profil hat ... "
				"beeindruckt|begeistert|aufgefallen|neugierig|inspiriert",
				"dein|ihr profil ist ... aufgefallen|ins",
				"dein|ihr beeindruckender? werdegang|lebenslauf "
				"ist|hat|beeindruckt|spannend",
				"toll|super|grossartig|klasse was du|sie "
				"machst|machen|leistest|leisten|tust|tun|aufgebaut",
				"tolle|grossartige|super|klasse arbeit weiter",
				"grosser|riesiger|riesen fan von",
				"bewundere deine|ihre|deinen|ihren "
				"arbeit|karriere|erfolg|werdegang|expertise|leistung|erfolge|was",
				"von den besten lernen",
				"ich finde|fand dein|ihr profil",
				NULL,
			},
		[DC_LANG_FR] =
			(const char *const[]){
				"chapeau|compliments|exceptionn*|brillant*|superbe|magnifique|"
				"extraordinaire|eblouissant* ... profil|parcours|carriere|reussite",
				"profil|parcours|carriere|reussite ... "
				"chapeau|compliments|exceptionn*|brillant*|superbe|magnifique|"
				"extraordinaire|eblouissant*",
				"force|forcent|impose|imposent|inspire|inspirent|merite|meritent "
				"le|l'admiration|du|mon respect",
				"vous|tu etes|es un|une vraie|veritable|vrai|grande|grand? "
				"source|modele|exemple|inspiration|reference|legende",
				"j'admire|admire _? _? votre|ton|vos|tes "
				"parcours|travail|carriere|reussite|expertise|vision|profil|"
				"engagement|realisations|competences|energie|leadership",
				"gens|personnes|quelqu'un comme vous|toi",
				"tout ce que vous|tu avez|as accompli|realise|construit",
				"interessant|beau|riche ... profil|parcours",
				"impressionn*|inspir*|admir*|remarqu*|fascin*|felicitations|bravo|"
				"incroyable ... "
				"profil|parcours|carriere|experience|expertise|reussite|"
				"realisations",
				"profil|parcours|carriere|experience ... "
				"impressionn*|inspir*|remarquable|fascinant|interessant|admirable|"
				"exceptionnel|m'interesse|m'intrigue",
				"tombe|tombee|tombai sur votre|ton profil|parcours",
				"decouvert votre|ton profil|parcours",
				"votre|ton profil|parcours|experience|carriere "
				"m'a|a|est|semble|retient|m'ont|m'impressionne|m'inspire",
				"votre|ton profil|parcours|carriere "
				"impressionnant|inspirant|remarquable|exceptionnel|impressionnante|"
				"interessant|incroyable|riche|atypique",
				"impressionne|impressionnee|interpelle|inspire|inspiree|admiratif|"
				"admirative|fascine|fascinee|seduit|seduite par|de "
				"votre|ton|vos|tes "
				"profil|parcours|experience|carriere|expertise|realisations|succes|"
				"reussite|competences|travail",
				"j'admire|admire beaucoup|vraiment? votre|ton|ce "
				"parcours|travail|carriere|que|reussite|expertise",
				"j'admire votre|ton|ce "
				"parcours|travail|carriere|que|reussite|expertise",
				"j'adore|j'aime ce que vous|tu faites|fais",
				"excellent|super|beau|formidable|magnifique travail|parcours "
				"continuez|continue",
				"bravo pour votre|ton parcours|carriere|profil|reussite",
				"grand|grande fan|admirateur|admiratrice de votre|ton|vous",
				NULL,
			},
		[DC_LANG_ES] =
			(const char *const[]){
				"brillante|excelente|fantastic*|notable|extraordinari*|maravillos*|"
				"espectacular|felicitaciones|chapo ... perfil|trayectoria",
				"perfil|trayectoria ... "
				"brillante|excelente|fantastic*|notable|extraordinari*|maravillos*|"
				"espectacular|felicitaciones|chapo",
				"encanta|encanto|gusta|gusto|fascina|fascino tu|su "
				"perfil|trayectoria|energia|contenido",
				"eres|es un|una gran|verdadero|verdadera|autentico|autentica? "
				"crack|maquina|genio|referente|inspiracion|leyenda|fenomeno",
				"admiro _? _? tu|su|tus|sus "
				"perfil|trayectoria|carrera|trabajo|vision|logros|energia|"
				"experiencia|liderazgo",
				"personas|gente|alguien como tu|usted|vosotros",
				"todo lo que has|ha|habeis logrado|conseguido|alcanzado",
				"interesante|gran|buen ... perfil|trayectoria|curriculum",
				"impresion*|inspir*|admir*|increible|felicidades|fascin*|"
				"enhorabuena ... "
				"perfil|trayectoria|carrera|experiencia|logros|exito",
				"perfil|trayectoria|carrera|experiencia ... "
				"impresion*|inspir*|admirable|increible|fascinante|interesante",
				"encontre|encontrado|encontrar|encontrando|topado|tope|cruce|di|"
				"llegue|vi|visto|he|con tu|su|a perfil",
				"he visto|encontrado tu|su perfil",
				"me tope|cruce|encontre con tu|su perfil",
				"tu|su perfil|trayectoria|experiencia|carrera "
				"me|es|parece|llamo|resulta|muy|tan",
				"tu|su "
				"impresionante|increible|admirable|interesante|gran|inspiradora|"
				"brillante perfil|trayectoria|experiencia|carrera|trabajo",
				"tu|su perfil|trayectoria|carrera|experiencia profesional? "
				"impresionante|increible|admirable|inspiradora|interesante",
				"impresionado|impresionada|impresionan|impresiona|impresiono|"
				"inspirado|inspirada|fascinado|fascinada|admirado|inspira "
				"con|por|tu|su|de tu? su? "
				"trayectoria|perfil|experiencia|carrera|logros|trabajo|exito",
				"me "
				"impresiono|impresiona|impresionan|impresionaron|encanto|fascino|"
				"inspira ... trayectoria|perfil|carrera|experiencia|logros",
				"admiro|admiro mucho? tu|su|lo|mucho "
				"trabajo|trayectoria|carrera|que|tu|perfil|lo",
				"me encanta|gusta|fascina lo que haces|hace",
				"gran|gran fan|admirador|admiradora|admirador de tu|ti|su",
				"me llamo|llama la atencion tu|su perfil|trayectoria",
				"aprender de los|las mejores",
				"felicidades|enhorabuena por tu|su "
				"trayectoria|perfil|carrera|exito",
				"sigue asi",
				NULL,
			},
		[DC_LANG_PT] =
			(const char *const[]){
				"parabens|brilhante|excelente|fantastic*|notavel|extraordinari*|"
				"maravilhos*|espetacular|sensacional ... "
				"perfil|trajetoria|carreira",
				"perfil|trajetoria|carreira ... "
				"parabens|brilhante|excelente|fantastic*|notavel|extraordinari*|"
				"maravilhos*|espetacular|sensacional",
				"adorei|amei|gostei|adoro|amo|curti do|o|a|da? seu|teu|sua|tua "
				"perfil|trajetoria|conteudo|energia|carreira",
				"voce|tu e|es um|uma verdadeiro|verdadeira|grande? "
				"genio|craque|inspiracao|referencia|fera|lenda",
				"admiro _? _? o|a|os|as? seu|sua|teu|tua|seus|suas "
				"perfil|trajetoria|carreira|trabalho|visao|percurso|lideranca|"
				"energia|conquistas",
				"pessoas|gente|alguem como voce|tu|o|a senhor|senhora",
				"tudo o que voce? conquistou|alcancou|conquistaste|construiu",
				"interessante|belo|otimo ... perfil|trajetoria|curriculo",
				"impression*|inspir*|admir*|incrivel|parabens|fascin* ... "
				"perfil|trajetoria|carreira|experiencia|percurso|conquistas|"
				"sucesso",
				"perfil|trajetoria|carreira|experiencia|percurso ... "
				"impression*|inspirador*|admiravel|incrivel|fascinante|"
				"interessante",
				"encontrei|vi|achei|deparei|descobri com? o? seu|teu perfil",
				"me deparei com o|a? seu|sua|teu perfil|trajetoria",
				"cheguei ao|no seu|teu perfil",
				"seu|teu perfil|percurso "
				"me|chamou|e|parece|despertou|impressionou|esta|muito",
				"sua|tua trajetoria|carreira|experiencia|historia "
				"me|e|impressiona|chamou|inspira|impressionou|impressionante|"
				"inspiradora",
				"impressionado|impressionada|impressionou|inspirado|inspirada|"
				"encantado|encantada|fascinado com|pela|pelo|por|seu|sua o? a? "
				"seu? sua? "
				"trajetoria|perfil|experiencia|carreira|percurso|trabalho|"
				"conquistas",
				"admiro muito? o|a|seu|sua seu? sua? "
				"trabalho|trajetoria|carreira|percurso|que",
				"adoro|amo|gosto o|do que voce|tu faz|fazes",
				"grande|super fa do|da|de",
				"perfil|trajetoria|carreira|percurso|experiencia "
				"incrivel|impressionante|inspirador|inspiradora|admiravel|"
				"fantastico",
				"excelente|incrivel|impressionante|brilhante|otimo|belo "
				"perfil|trajetoria|carreira|percurso|experiencia",
				"parabens pela|pelo sua|seu? "
				"trajetoria|perfil|carreira|sucesso|percurso",
				"aprender com os? melhores",
				NULL,
			},
		[DC_LANG_IT] =
			(const char *const[]){
				"brillante|eccellente|fantastic*|notevole|straordinari*|"
				"meraviglios*|spettacolare|congratulazioni|chapeau ... "
				"profilo|carriera|curriculum",
				"profilo|carriera|curriculum ... "
				"brillante|eccellente|fantastic*|notevole|straordinari*|"
				"meraviglios*|spettacolare|congratulazioni|chapeau",
				"sei un|una vero|vera|grande|autentica? "
				"genio|mito|ispirazione|esempio|leggenda|fuoriclasse|riferimento",
				"adoro|amo|piace il|la tuo|tua|suo|sua profilo|percorso|energia",
				"ammiro _? _? il|la|i|le tuo|tua|suo|sua|tuoi|suoi "
				"profilo|percorso|carriera|lavoro|visione|esperienza|risultati|"
				"energia|leadership",
				"persone|gente|qualcuno come te|lei|voi",
				"tutto quello|cio che hai|ha raggiunto|costruito|realizzato",
				"interessante|bello|fantastico|notevole ... "
				"profilo|percorso|curriculum|carriera",
				"impressionat*|ispira*|ammir*|incredibile|complimenti|affascina*|"
				"colpit* ... "
				"profilo|percorso|carriera|esperienza|risultati|successo|"
				"curriculum",
				"profilo|percorso|carriera|esperienza|curriculum ... "
				"impression*|ispira*|ammirevole|incredibile|affascinante|"
				"interessante|notevole|colpit*",
				"imbattuto|imbattuta|capitato|capitata|trovato|scoperto|incappato|"
				"arrivato|arrivata nel|sul|il|per|al|caso suo|tuo|tuo|sul|nel "
				"suo|tuo? profilo",
				"ho visto|trovato|notato|letto il tuo|suo profilo",
				"il tuo|suo profilo|percorso|esperienza|carriera "
				"mi|e|sembra|molto|davvero|ha",
				"il tuo|suo percorso|curriculum mi|e|molto|davvero|impressionante",
				"la tua|sua esperienza|carriera mi|e|davvero|impressionante",
				"colpito|colpita|impressionato|impressionata|affascinato|"
				"affascinata|ispirato|ispirata dal|dalla|dai|da|il|per "
				"tuo|tua|suo|sua|tuoi|suoi "
				"profilo|percorso|esperienza|carriera|curriculum|risultati|"
				"successi|competenze|lavoro|professionalita",
				"profilo|percorso|carriera|esperienza davvero|molto|veramente? "
				"impressionante|interessante|straordinario|notevole|incredibile|"
				"fantastico|ispirante|straordinaria",
				"ammiro molto? il|la|quello|cio tuo|tua|suo|sua|che "
				"lavoro|percorso|carriera|fai|fa",
				"adoro|amo|mi piace? quello|cio che fai|fa",
				"complimenti per il|la|i tuo|tua|suo|sua|tuoi|suoi "
				"profilo|percorso|carriera|successi|esperienza",
				"grande|gran fan|ammiratore|ammiratrice del|tuo|suo|di",
				"imparare dai migliori",
				NULL,
			},
	} },
	.unless = { {
		[DC_LANG_EN] =
			(const char *const[]){
				"posts|content|updates on|about",
				"talk|paper|book|article|essay|lecture|keynote|report|chapter|film|"
				"course|workshop|thesis|exhibition|library|tool|poster|interview|"
				"panel|podcast|story of",
				"work on|with|for|about|around|at",
				"what you said|wrote|did",
				NULL,
			},
		[DC_LANG_DE] =
			(const char *const[]){
				"vortrag|buch|artikel|aufsatz|film|kurs|vorlesung|dissertation|"
				"ausstellung",
				"arbeit zu|an|mit|uber|fur|am|zum|zur",
				NULL,
			},
		[DC_LANG_FR] =
			(const char *const[]){
				"livre|article|expose|conference|these|film|cours|exposition|"
				"ouvrage",
				"travail sur|avec|pour|autour",
				NULL,
			},
		[DC_LANG_ES] =
			(const char *const[]){
				"libro|articulo|charla|ponencia|tesis|pelicula|curso|exposicion|"
				"taller",
				"trabajo sobre|con|para|en",
				NULL,
			},
		[DC_LANG_PT] =
			(const char *const[]){
				"livro|artigo|palestra|tese|filme|curso|exposicao|apresentacao",
				"trabalho sobre|com|para|em|no|na",
				NULL,
			},
		[DC_LANG_IT] =
			(const char *const[]){
				"libro|articolo|intervento|tesi|film|corso|mostra|relazione|saggio",
				"lavoro su|sul|sulla|sui|sulle|con|per",
				NULL,
			},
	} },
	.message = "would fit anybody.",
};

const struct dc_rule dc_rule_vague_flattery = {
	.info = {
		.id = "vague-flattery",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "Praise that would fit anybody.",
		.why = "\"Impressive background\" can be said without opening the profile, and is, "
		       "thousands of times a day. Praise counts when it names the thing.",
		.advice = "Name the talk, the text, the project or the decision that you mean.",
		.source = "career advisers: no vague flattery",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, I came across your profile and was impressed by your background. Let's connect." },
			{ .note = "I'd love to pick your brain some time." },
			{ .note = "Hallo Ada, ich bin auf Ihr Profil gesto\u00dfen und w\u00fcrde mich gern vernetzen." },
			{ .note = "Bonjour Ada, votre parcours est tr\u00e8s impressionnant." },
			{ .note = "Hola Ada, tu trayectoria me parece admirable." },
			{ .note = "Ol\u00e1 Ada, fiquei impressionado com a sua trajet\u00f3ria." },
			{ .note = "Ciao Ada, sono rimasto colpito dal tuo percorso." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, your post on why Northwind dropped its ORM changed how my team writes queries." },
			{ .note = "Hi Ada, we met at PyCon in Lisbon; your profile photo is by the same photographer as mine." }),
	},
	.run = dc_check_run_phrases,
	.data = &phrases,
};
