/* generic.c - the vocabulary of networking, as data; all folded. */
#include "check/words/generic.h"

#include <string.h>

static const char *const generic[DC_LANG_KNOWN] = {
	[DC_LANG_EN] = " connect* network* linkedin add adding join joining professional* profile* "
		       "industr* field* "
		       "sector* space business* opportunit* expand* grow* build building widen* "
		       "broaden* extend* "
		       "career* experience* expertise background* skill* insight* insightful "
		       "knowledge share sharing "
		       "exchange* idea* learn learning potential* future collaborat* synerg* "
		       "explore exploring "
		       "discuss chat mutual* benefit* interest* person people someone somebody "
		       "others everyone anyone "
		       "touch contact* reach reaching reached out accept* invit* request* hope* "
		       "hoping well day* week* "
		       "do doing find finds finding found message* note* best regards kind kindly "
		       "warm warmest "
		       "sincerely cheers thank* advance appreciate* great* good nice wonderful "
		       "amazing impress* "
		       "awesome excellent excit* happy pleased pleasure delighted glad honored "
		       "honoured forward look* "
		       "seek* search* love* like* keen want* wish* please help* each other "
		       "together always new more "
		       "meet stay follow* see seeing seen world sure admir* inspir* journey* "
		       "success* achieve* work* "
		       "company companies team* job* role* position* leader* minded circle* "
		       "communit* value* "
		       "valuable know* knowing get getting got make making think believe feel "
		       "similar same common "
		       "passionate passion based area* various different diverse many lot lots "
		       "really very much truly "
		       "highly free let let's lets us part online platform active actively recent* "
		       "noticed notice "
		       "came come come across saw stumbled discovered viewed current* expert* "
		       "year* perhaps maybe "
		       "possib* fellow relationship* friend* quick* call today tomorrow time* "
		       "minute* hello hi hey "
		       "dear name welcome support* grateful try trying start starting begin "
		       "beginning hard step* level "
		       "offer* service* product* solution* i'd i'm i've i'll you're you've it's "
		       "that's don't can't "
		       "we're we'd one some any all your yours mine myself yourself this that "
		       "thing* stuff way "
		       "would could should may might must need* also just only even still back "
		       "again soon often "
		       "open reason* send sent sending take taking keep keeping ask asking "
		       "question* answer* "
		       "talent* caliber calibre brain pick wealth vast great* true truly kind* fan "
		       "big huge "
		       "individual* colleague* member* suggestion* suggest* recommend* appear* "
		       "popped feed home page link linking up ",
	[DC_LANG_DE] =
		" vernetz* netzwerk* kontakt* linkedin hinzu* aufnehmen profil* beruf* "
		"professionell* "
		"branche* bereich* feld gebiet business geschaft* moglichkeit* chance* erweiter* "
		"ausbau* "
		"aufbau* wachsen wachs* karriere* erfahrung* expertise hintergrund kenntnisse "
		"fahigkeit* "
		"wissen teilen austausch* ideen lernen potenzial* potential* zukunft* zusammen* "
		"synergie* "
		"gesprach* gemeinsam* interess* person* menschen leute jemand* andere* erreichen "
		"annehmen "
		"anfrage* einladung* hoffe hoffen gut gute guten guter gutes gern* freu* wurde* "
		"mochte* "
		"nachricht* grusse gruss* grussen beste besten lieb* freundlich* dank* voraus "
		"schon* toll* "
		"beeindruck* spannend* interessant* super grossartig* herzlich* suche suchen welt "
		"sicher* "
		"bewunder* inspir* weg werdegang erfolg* arbeit* firma unternehmen team* job* "
		"rolle position* "
		"stelle* fuhrungskraft* gleichgesinnt* kreis* community wert* wertvoll* kennen* "
		"kennenlern* "
		"finde finden gefunden denke glaube ahnlich* gleich* selben derselben "
		"leidenschaft* "
		"verschieden* viele viel* wirklich sehr aktiv* kurzlich entdeckt gesehen gestossen "
		"aufmerksam "
		"aktuell* experte* experten jahr* vielleicht moglich* beziehung* freund* kurz* "
		"heute morgen "
		"zeit minuten hallo hi bitte helfen hilf* unterstutz* versuche beginne anfang* "
		"gegenseitig* "
		"angebot* dienst* produkt* losung* ware waren lass* uns einander hatte* konnt* "
		"sollt* mehr neu* "
		"immer wieder bald tag* woche* frage* antwort* sagen weiter* kontaktdaten vorteil* "
		"profitieren "
		"blick* bleiben treten verbind* verbunden auch noch doch mal einfach personlich* "
		"bestatig* lg vg mfg ",
	[DC_LANG_FR] =
		" connect* connexion* reseau* linkedin ajout* rejoindre professionnel* profil* "
		"secteur* "
		"domaine* industrie* milieu affaires business opportunit* elargir elargis* "
		"developper agrandir "
		"etendre enrichir construire carriere* experience* expertise parcours competence* "
		"connaissance* "
		"partag* echang* idee* apprendre potentiel* avenir futur* collabor* synergie* "
		"discuter mutuel* "
		"benefi* interes* personne* gens quelqu'un autres contact* joindre accept* invit* "
		"demande* "
		"espere* bien bon bonne bonjour message* cordialement salutations sinceres "
		"meilleures merci "
		"remerci* avance apprecie* ravi* heureu* plaisir enchant* hate regard* cherche* "
		"recherche* aime* "
		"aimerais j'aimerais voudrais souhait* souhaiterais plait aide* ensemble toujours "
		"nouveau* nouvel* plus rencontrer rester suivre voir vu monde sur admir* inspir* "
		"impression* "
		"succes reussite travail* entreprise* societe* equipe* poste* role leader* "
		"dirigeant* cercle* "
		"communaut* valeur* savoir connaitre trouve* trouver pense crois semblable* meme* "
		"commun* "
		"passion* different* divers* beaucoup vraiment tres actif* recemment remarque "
		"decouvert tombe* "
		"actuellement expert* annee* peut possible* relation* ami* rapide* appel "
		"aujourd'hui "
		"demain temps minutes salut cher chere soutien reconnaissant* essaie* debut* "
		"service* produit* "
		"solution* offre* decouvr* compter parmi serais serait avoir etre faire fait "
		"mettre entrer "
		"prendre lien* "
		"permettre "
		"question* reponse* jour* journee semaine ici aussi encore tout tous toute s'il "
		"reciproque* "
		"entre mutuelle* creer etoffer ",
	[DC_LANG_ES] = " conect* contact* red redes linkedin agreg* anad* unir* profesional* "
		       "perfil* sector* campo* "
		       "industria* ambito negocio* oportunidad* ampliar* expandir* crecer crecim* "
		       "construir carrera* "
		       "experiencia* pericia trayectoria* habilidad* conocim* conocer* conozcamos "
		       "compart* intercambi* "
		       "idea* aprend* potencial* futur* colabor* sinergi* hablar charlar mutu* "
		       "benefici* interes* "
		       "persona* gente alguien otros otras acept* invit* solicitud* espero "
		       "esperando bien bueno buena "
		       "buenos buenas mensaje* nota saludo* cordial* atentamente gracias agradec* "
		       "antemano aprecio "
		       "encant* feliz alegr* placer gusto gustaria gusta busco buscando quiero "
		       "quisiera querria favor "
		       "ayud* junt* siempre nuevo* nueva* mas seguir* sigo ver visto vi mundo "
		       "seguro admir* inspir* "
		       "impresion* exito* logro* trabaj* empresa* equipo* puesto* cargo rol lider* "
		       "circulo* comunidad* "
		       "valor* valios* encontr* pienso creo similar* mism* comun* pasion* apasion* "
		       "distint* divers* "
		       "mucho* mucha* realmente muy activ* reciente* note descubri tope actual* "
		       "expert* ano* quizas "
		       "posib* relacion* amig* rapid* llamada hoy manana tiempo minuto* hola "
		       "estimad* apoy* intento "
		       "comenzar empez* servicio* producto* solucion* oferta* seria podria "
		       "podriamos puede hacer tener "
		       "formar parte mutuo saber dia* semana pregunta* respuesta* aqui tambien "
		       "permit* poder vincul* "
		       "contar contigo conmigo podemos nosotros parec* resulta interesante* sumar* "
		       "enriquec* estas podamos pueda podremos abrazo* formar "
		       "bonito lindo saludar* quedo ordenes disposicion ",
	[DC_LANG_PT] =
		" conect* conex* contat* contact* rede redes linkedin adicion* juntar* profission* "
		"perfil* setor* "
		"sector* area* campo* industria* ramo negocio* oportunidad* ampliar* expandir* "
		"crescer cresc* "
		"construir carreira* experiencia* pericia trajetoria* percurso habilidad* "
		"competencia* conhec* "
		"compartilh* partilh* troca* trocar* ideia* aprend* potencia* futur* colabor* "
		"sinergi* falar "
		"conversar mutu* benefici* interess* pessoa* gente alguem outros outras aceit* "
		"convit* "
		"solicit* pedido* espero esperando bem bom boa mensagem* nota cumpriment* cordial* "
		"atenciosamente obrigad* agradec* antecipadamente aprecio encant* feliz alegr* "
		"prazer gosto "
		"gostaria gostei adoraria busco buscando procuro procur* quero queria favor ajud* "
		"junt* sempre "
		"novo* nova* mais seguir sigo acompanh* ver visto vi mundo certo admir* inspir* "
		"impression* "
		"sucesso* conquista* trabalh* empresa* time equipe* equipa* cargo vaga papel "
		"lider* circulo* "
		"comunidad* valor* valios* encontr* penso acredito acho semelhant* mesm* comum "
		"comuns paixao "
		"apaixonad* diferent* divers* muito* muita* realmente ativ* recent* notei descobri "
		"deparei "
		"atual* especialista* experient* ano* talvez possi* relac* amig* rapid* ligacao "
		"hoje amanha "
		"tempo minuto* ola oi prezad* car* apoi* tento comecar servico* produto* solucao "
		"solucoes "
		"oferta* seria poderia poderiamos pode fazer ter formar parte saber dia* semana "
		"pergunta* "
		"resposta* aqui tambem permit* poder vincul* parec* enriquec* networking abraco* "
		"abracos "
		"fazer manter ligac* ligar podemos certeza contar contigo comigo outro outra "
		"vamos ",
	[DC_LANG_IT] =
		" colleg* connet* conness* contatt* rete reti linkedin aggiung* unir* "
		"professional* "
		"profession* profil* settore* settori campo* industria ambito affari business "
		"opportunit* "
		"ampliare espandere crescere crescit* costruire carriera esperienz* competenz* "
		"percorso "
		"capacita conoscenz* conoscere conoscer* condivid* scambi* idea idee imparare "
		"potenzial* "
		"futur* collabor* sinergi* parlare discutere reciproc* benefici* interess* persona "
		"persone gente "
		"qualcuno altri altre accett* invit* richiest* spero sperando bene buon* messaggi* "
		"nota saluti "
		"cordial* distinti grazie ringrazi* anticipo apprezz* lieto lieta felic* piacere "
		"piacerebbe piace "
		"cerco cercando vorrei voglio favore aiut* insieme sempre nuov* piu incontr* "
		"seguire seguo vedere "
		"visto mondo sicur* ammir* ispir* colpit* impression* success* risultat* lavor* "
		"aziend* societa "
		"impresa team squadra posto ruolo posizione leader* cerchi* communit* comunita "
		"valor* trov* "
		"penso credo simil* stess* comun* passion* appassionat* divers* molt* davvero "
		"realmente attiv* "
		"recentemente notato scoperto imbattut* attual* espert* anno anni forse possibil* "
		"relazion* "
		"amic* rapid* veloc* chiamata oggi domani tempo minut* ciao salve gentile support* "
		"provo "
		"iniziare servizi* prodott* soluzion* offert* sarebbe potremmo potrebbe puo fare "
		"avere essere "
		"parte sapere giorn* settimana domand* rispost* qui anche permett* potere legam* "
		"sembra "
		"interessant* arricch* farebbe te aver* miei mie sarei networking restare rimanere "
		"mantenere confront* "
		"allargare ",
};

void dc_marks_set(struct dc_marks *m, size_t i)
{
	if (i < DC_MARKS_MAX)
		m->bit[i / 8] |= (unsigned char)(1u << (i % 8));
}

bool dc_marks_has(const struct dc_marks *m, size_t i)
{
	return i < DC_MARKS_MAX && m->bit[i / 8] & (1u << (i % 8));
}

void dc_marks_list(struct dc_marks *m, const struct dc_doc *doc, const char *list)
{
	for (const char *s = list + 1, *end; *s; s = end + 1) {
		size_t i = doc->first[(unsigned char)*s];

		for (end = s; *end != ' '; end++)
			;
		if (i == DC_NO_WORD)
			continue;
		bool stem = end[-1] == '*';
		size_t len = (size_t)(end - s) - stem;

		for (; i != DC_NO_WORD; i = doc->words[i].next) {
			const struct dc_word *w = &doc->words[i];

			if ((stem ? w->fold_len >= len : w->fold_len == len) &&
			    !memcmp(w->fold, s, len))
				dc_marks_set(m, i);
		}
	}
}

void dc_generic_mark(struct dc_marks *m, const struct dc_doc *doc, enum dc_lang l)
{
	dc_marks_list(m, doc, generic[l]);
}
