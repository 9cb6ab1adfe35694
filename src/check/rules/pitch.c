/* pitch.c - something is being sold. */
#include "check/match.h"

static const struct dc_phrase_rule phrases = {
	.phrases = { {
		[DC_LANG_EN] =
			(const char *const[]){
				"want|fancy|interested a|in|an free? sample|samples|demo|quote",
				"earn|win|deserve your business|custom",
				"i|we sell|resell|supply|distribute|manufacture ... "
				"would|could|can|quote",
				"quote|proposal|estimate for your|you",
				"at fair|good|great|best|reasonable|special|fantastic "
				"prices|price|rates",
				"day|week|month|session|lesson|trial is? on us|me|the house",
				"imagine "
				"cutting|saving|doubling|halving|tripling|reaching|growing|earning",
				"what our|my "
				"app|tool|platform|software|service|product|agency|solution "
				"does|do|offers|delivers|can",
				"add|adds|bring|brings|deliver|delivers|create|creates _? _? _? "
				"value|benefit|benefits to|for you|your",
				"happy|satisfied|pleased with your current|present|existing",
				"our brochure|flyer|whitepaper|pricing",
				"case studies|study ... clients|results|customers|share|send",
				"share|send ... case "
				"studies|study|brochure|catalog|catalogue|deck|proposal|quote|"
				"pricing",
				"affordable|competitive|discounted|low|unbeatable "
				"rates|prices|price|pricing|cost|rate|fees",
				"10|15|20|25|30|40|50|60|70|75 off",
				"our|my clients|customers "
				"typically|usually|get|see|save|achieve|earn|report",
				"we've|we|i've|i have? developed|built|created|launched|designed "
				"... tool|platform|app|solution|software|system|program|course "
				"that|which|to|for ... "
				"boosts|boost|increases|saves|reduces|cuts|automates|drives|"
				"companies|businesses",
				"boosts|increases|doubles|drives|generates|accelerates ... "
				"sales|revenue|productivity|leads|roi|conversions|profits",
				"a|leading|trusted|top provider|supplier|vendor|reseller of",
				"work|partner with ... "
				"companies|executives|businesses|founders|brands|leaders|owners|"
				"entrepreneurs|professionals|clients|ceos ... help|scale|grow",
				"help|helps|helping "
				"them|you|people|clients|professionals|leaders|founders ... "
				"lose|earn|make|grow|scale|increase|land|become",
				"are|is you|your ... "
				"looking|interested|happy|satisfied|struggling|tired|ready|"
				"searching|in ... for|with|of|to ... "
				"developers|supplier|partner|provider|services|leads|clients|"
				"solution|agency|candidates|freelancers|vendor|insurance|software|"
				"designers|outsource|grow|scale|save|marketing",
				"my|our agency "
				"builds|offers|provides|helps|makes|develops|designs|creates|"
				"delivers|sells|does|runs",
				"my|our company|firm|startup|business "
				"offers|provides|sells|specializes|specialises|delivers",
				"earn|make|making|earning ... "
				"money|income|dollars|usd|commission|profit",
				"first month|week|order|session|consultation is? free|off|for",
				"satisfaction|money|results guaranteed|guarantee|back",
				"no|without strings|upfront|setup attached|cost|costs|fee|fees",
				"reseller|referral|affiliate program|commission|partners",
				"sign up|subscribe|register for|to our|my|now|today|here|and",
				"join our|my free? webinar|course|program|masterclass",
				"we|i|i'll|we'll|which|that|can|who specialize|specialise in "
				"helping|providing|offering|delivering|working|lead|sales|"
				"marketing|b2b",
				"we|i|company|agency|firm|startup helps|help ... "
				"companies|businesses|founders|leaders|brands|startups|agencies|"
				"organizations|organisations|clients|executives|ceos|ctos|cfos|"
				"marketers|entrepreneurs|smbs|enterprises|coaches|owners|"
				"consultants|firms|recruiters|you|professionals|people|teams|"
				"managers",
				"helping|help|assisting|enabling|empowering "
				"companies|businesses|founders|brands|startups|agencies|"
				"organizations|organisations|entrepreneurs|smbs|enterprises|"
				"clients|leaders|coaches|teams|executives to?",
				"helping _ "
				"companies|businesses|founders|brands|startups|agencies|"
				"organizations|entrepreneurs|firms|teams",
				"companies|businesses|people|teams|leaders|founders|firms|"
				"organizations|professionals like yours|you",
				"our|my "
				"solution|solutions|platform|product|products|service|services|"
				"software|tool|tools|app|agency|offering|program|programme|course|"
				"system|technology "
				"helps|enables|allows|lets|saves|offers|increases|reduces",
				"our|my "
				"solution|solutions|platform|product|products|service|services|"
				"software|tool|tools|app|agency|program|programme|course|system "
				"can|could|will ... help|save|increase|reduce|boost|improve",
				"we|i|company offer|provide|sell|deliver|supply ... "
				"services|solutions|software|products|packages|leads|rates|prices|"
				"training|coaching|websites|apps|development|marketing|discount|"
				"price",
				"increase|boost|grow|double|triple|improve|skyrocket|maximize|"
				"scale|explode|optimize|drive|generate|accelerate|multiply "
				"your|more|their ... "
				"revenue|sales|leads|roi|conversions|business|pipeline|profit|"
				"profits|income|traffic|productivity|growth|bookings|revenues|"
				"customers|clients",
				"save|saves|saving|cut|cuts|reduce|reduces|lower|lowers "
				"you|your|them|companies|up ... "
				"time|money|costs|cost|hours|budget|spend|bill|bills|expenses",
				"free|complimentary|no "
				"trial|demo|consultation|audit|assessment|quote|strategy|"
				"obligation",
				"special|exclusive|limited|unbeatable|irresistible "
				"offer|discount|deal|price|pricing|offers|deals",
				"show|give|book|schedule|offer|see|arrange|request you|a|our|the "
				"a? quick? short? live? free? demo|demonstration",
				"lead|leads generation|gen",
				"qualified|more|new|warm|b2b leads|clients|customers|appointments",
				"investment|business|partnership|income|lucrative|exciting|unique|"
				"amazing|mlm|great opportunity|opportunities "
				"that|for|to|with|in|you|i|which|today",
				"passive|extra|side|monthly|additional income|revenue",
				"work from home and",
				"financial freedom",
				"be your own boss",
				"crypto|bitcoin|forex|trading|nft "
				"investment|investments|signals|trading|investing|opportunity|"
				"platform|expert|profits",
				"guaranteed results|roi|returns|profit|leads|income|growth",
				"interested in our|buying|trying|purchasing ... "
				"product|services|service|solution|offer|software|demo|platform|"
				"about",
				"you|team|company would|might|could|may benefit|profit from "
				"our|this|a|my|what",
				"benefit from our",
				"introduce|present|show you? to? our|my|you ... "
				"product|products|solution|solutions|services|service|platform|"
				"offer",
				"tell you about our|my "
				"product|products|solution|solutions|services|service|platform|"
				"company|offer",
				"for|at a fraction|discounted|reduced of|price",
				"outsource|outsourcing your|of|services",
				"check|try|visit|see out? our|my "
				"website|product|platform|services|tool|solution|course|app|page|"
				"shop|store|offer|offers",
				"we are|we're a "
				"leading|premier|top|award|certified|trusted|global|full",
				"risk free",
				"seo|web|marketing|digital|app|offshore services|packages",
				"close|win|closing|winning more deals|clients|sales",
				"10x|5x|3x|2x your|more|their|the",
				"take your|the business|company|career|sales|brand to|next the? "
				"next",
				"unlock your|the|more|new|hidden|massive "
				"potential|growth|revenue|value|savings|opportunities",
				"your pain points",
				NULL,
			},
		[DC_LANG_DE] =
			(const char *const[]){
				"mit unserem|unserer|unseren "
				"tool|software|losung|app|plattform|programm ... "
				"sie|du|ihre|ihren|deine|deinen",
				"jetzt testen|kaufen|bestellen|sichern|buchen|anmelden",
				"ich|wir vertrete|vertreten ... "
				"hersteller|anbieter|firma|agentur|unternehmen|marke|produkte",
				"ich|wir verkaufe|verkaufen|vertreibe|vertreiben",
				"unser|unsere|unseren|mein|meine "
				"sortiment|portfolio|leistungen|produkte|katalog ... "
				"vorstellen|prasentieren|zeigen|schicken|senden|anbieten",
				"zufrieden sind|bist|waren sie|du|ihr mit",
				"zufrieden mit ihrem|ihrer|ihren|deinem|deiner|deinen "
				"jetzigen|jetziger|aktuellen|aktueller|derzeitigen|bisherigen|"
				"bestehenden",
				"mache|machen|unterbreite|unterbreiten|erstelle|sende|schicke "
				"ihnen|dir|wir ... angebot|kostenvoranschlag",
				"mit unserer|unserem|unseren "
				"software|losung|plattform|produkten|produkt|tool|service|"
				"leistungen|coaching|methode ... "
				"sparen|steigern|senken|erhohen|gewinnen|konnen|erreichen|"
				"optimieren|reduzieren",
				"sparen|spart|sparst sie|du|bis|ihnen|dir ... "
				"kosten|zeit|geld|prozent|30|20|40|50|euro|stunden",
				"unsere|meine kunden ... "
				"sparen|steigern|erzielen|berichten|haben|gewinnen",
				"broschure|whitepaper|infomaterial|unterlagen|preisliste ... "
				"senden|schicken|zusenden|zukommen",
				"gunstige|gunstigen|faire|attraktive|unschlagbare "
				"preise|konditionen|preisen|tarife",
				"geld verdienen",
				"wir helfen|unterstutzen ... "
				"unternehmen|firmen|kunden|teams|mittelstandlern|agenturen|ihnen|"
				"startups|selbststandigen|dienstleistern|coaches|betrieben|dir|"
				"euch|fuhrungskraften",
				"ich helfe|unterstutze ... "
				"unternehmen|firmen|kunden|teams|selbststandigen|coaches|"
				"unternehmern|fuhrungskraften|ihnen|dir|menschen|agenturen|"
				"grundern|dienstleistern",
				"helfen|helfe|unterstutzen wir|ich ... "
				"unternehmen|firmen|kunden|teams|ihnen|dir|mittelstandlern|"
				"selbststandigen",
				"unsere|unserer|unserem|unser|meine|mein "
				"losung|losungen|produkte|dienstleistung|dienstleistungen|agentur|"
				"angebot|coaching",
				"unsere|unserer|unserem|unser "
				"plattform|produkt|software|tool|service|app|kurs|programm ... "
				"hilft|spart|ermoglicht|bietet|unterstutzt|senkt|steigert|"
				"optimiert|helfen",
				"wir|ich "
				"bieten|biete|verkaufen|liefern|entwickeln|vertreiben|sind|haben "
				"... "
				"losungen|losung|dienstleistungen|software|beratung|produkte|"
				"webseiten|leads|konditionen|rabatt|pakete|coaching|services|"
				"spezialisiert|agentur|angebot|marktfuhrer|schulungen",
				"spezialisiert auf",
				"ihren|ihre|deinen|deine|mehr "
				"umsatz|umsatze|leads|kunden|vertrieb|kosten|gewinn|neukunden|"
				"anfragen|prozesse|bewerber ... "
				"steigern|erhohen|verdoppeln|senken|gewinnen|generieren|optimieren|"
				"sparen|automatisieren|reduzieren|erzielen",
				"umsatz|umsatze|gewinn|leads|kosten|zeit|geld|neukunden|kunden "
				"steigern|erhohen|verdoppeln|senken|gewinnen|generieren|sparen|"
				"reduzieren|einsparen|zu",
				"mehr "
				"neukunden|kunden|leads|umsatz|bewerber|anfragen|reichweite|gewinn|"
				"verkaufe|qualifizierte",
				"kostenlose|kostenloses|kostenlosen|kostenfreie|kostenfreies|"
				"unverbindliche|unverbindliches|gratis|unverbindlichen|"
				"kostenfreien|kostenloser "
				"erstgesprach|beratung|demo|analyse|test|testversion|webinar|"
				"strategiegesprach|angebot|probe|audit|testzugang|probeabo|e",
				"interesse|interessiert|interessant an|fur "
				"unserem|unserer|unseren|einem|einer|unser|sie|ihr "
				"produkt|angebot|losung|losungen|demo|dienstleistungen|service|"
				"unternehmen",
				"angebot unterbreiten|machen|vorstellen|zukommen|senden|fur",
				"unverbindliches angebot",
				"passives|zusatzliches|nebenbei|finanzielle "
				"einkommen|freiheit|geld",
				"attraktives|einmaliges|exklusives|exklusive|besonderes|"
				"unschlagbares|spannendes|lukrative|lukratives "
				"angebot|geschaftsmoglichkeit|rabatt|konditionen|geschaftsmodell",
				"rabatt auf|von|fur",
				"unternehmen wie ihres|ihrem|das|deines|ihrer|ihr",
				"ihnen|dir|euch unsere|unser|unseren|mein|meine ... "
				"vorstellen|zeigen|prasentieren|anbieten",
				"stellen|stelle|zeige|zeigen|prasentiere ihnen|dir "
				"unsere|unser|mein|gern|gerne",
				NULL,
			},
		[DC_LANG_FR] =
			(const char *const[]){
				"profitez|beneficiez|profiter|beneficier "
				"de|d'une|nos|notre|d'un|des ... "
				"tarifs|tarif|offre|remise|sur|reduction|roulements|promotion",
				"nous avons|proposons une|un "
				"solution|outil|logiciel|service|produit|plateforme qui|pour ... "
				"redui*|economis*|augment*|amelior*|optimis*|gagn*|divis*",
				"je|nous "
				"commercialise|commercialisons|distribue|distribuons "
				"des|une|un|les|du|de|nos",
				"produits|services|offres|offre|solutions|gamme ... vous|t' "
				"interesser|aider|convenir|seduire",
				"satisfait|satisfaite|content|contente de votre|vos|ton "
				"actuel|fournisseur|prestataire|logiciel|assurance|contrat",
				"vous|te proposer|adresser|soumettre|etablir un|une|notre|nos "
				"devis|offre|tarif|tarifs|services|produits",
				"solution|offre|outil|logiciel|methode "
				"innovante|innovant|unique|cle|performante|revolutionnaire|"
				"efficace",
				"booster|augmenter|doubler|reduire|generer vos|votre|les|leurs|ses "
				"... ventes|revenus|couts|leads|clients|chiffre",
				"nos|mes clients ... "
				"economisent|gagnent|obtiennent|augmentent|constatent|ont",
				"plaquette|tarifs|devis",
				"gagner|gagnez de|plus d'argent|argent",
				"prix|tarifs|tarif "
				"imbattables|competitifs|attractifs|abordables|preferentiel",
				"nous|on|j' "
				"aidons|aide|accompagnons|accompagne|proposons|propose|offrons ... "
				"entreprises|entrepreneurs|dirigeants|clients|pme|startups|equipes|"
				"solutions|services|societes|agences|marques|independants|cabinets",
				"j'aide|j'accompagne ... "
				"entreprises|entrepreneurs|dirigeants|clients|pme|equipes|"
				"independants|coachs|societes|freelances|managers|professionnels|"
				"personnes",
				"aidons|accompagnons|aidant|accompagnant les|des? "
				"entreprises|pme|dirigeants|entrepreneurs|startups|equipes|"
				"societes|marques",
				"notre|nos|ma|mon|mes "
				"solution|solutions|produits|agence|offre|offres",
				"notre|nos|mon|mes "
				"plateforme|produit|logiciel|outil|service|services|formation|"
				"application|methode|programme ... "
				"permet|aide|vous|offre|reduit|augmente|permettent|aident|peut|"
				"peuvent",
				"augmenter|booster|doubler|developper|accroitre|multiplier|"
				"ameliorer|optimiser|generer|reduire|economiser|diminuer "
				"vos|votre|ton|tes|plus|leur|leurs|du ... "
				"ventes|chiffre|revenus|leads|clients|visibilite|couts|"
				"productivite|temps|prospects|affaires|trafic|rentabilite|business|"
				"activite|depenses|argent",
				"essai|demo|audit|demonstration|consultation|devis|diagnostic|"
				"webinaire|formation gratuit|gratuite|offert|offerte|sans",
				"gratuit|gratuite|gratuitement et|sans",
				"offre "
				"speciale|exclusive|exceptionnelle|promotionnelle|commerciale|"
				"unique|limitee",
				"opportunite d'affaires|d'investissement|unique|de|exceptionnelle",
				"revenus passifs|complementaires",
				"revenu passif|complementaire",
				"nous sommes specialises|specialistes|une|leader|le|un "
				"dans|en|agence|sur|du|leader|des|acteur",
				"specialisee|specialise|specialises|specialisees dans|en",
				"vous|te presenter|proposer|montrer|faire|offrir "
				"notre|nos|mon|ma|une|un|decouvrir",
				"interesse|interessee|interesses par nos|notre|une|mes|ma",
				"entreprises|societes|dirigeants comme|telles la|le|les|vous|votre",
				"liberte financiere",
				"generation de leads",
				"reduction|remise de|sur",
				NULL,
			},
		[DC_LANG_ES] =
			(const char *const[]){
				"tenemos|tengo una|un|la|el "
				"solucion|producto|software|sistema|plataforma|servicio|"
				"herramienta que|para ... reduc*|ahorr*|aument*|mejor*|optimiz*",
				"vendo|vendemos|distribuyo|distribuimos|comercializo|"
				"comercializamos",
				"precios|tarifas|condiciones|descuentos muy? "
				"buenos|buenas|competitivos|bajos|inmejorables|especiales|"
				"competitivas|exclusivos",
				"contento|contenta|satisfecho|satisfecha|conforme con tu|su "
				"actual|proveedor|seguro|banco|agencia",
				"te|le|os ofrezco|ofrecemos|ofrecerte|presento|propongo ... "
				"descuento|servicio|servicios|producto|productos|precio|precios|"
				"presupuesto",
				"presento|presentar|presentamos|ofrezco|ofrecemos|ofrecer ... "
				"software|solucion|producto|productos|plataforma|servicio|"
				"servicios|herramienta|propuesta|programa|oferta",
				"ahorrar|reducir|aumentar|incrementar|duplicar|generar mas? "
				"costes|costos|ventas|ingresos|clientes|tiempo|dinero|leads|gastos",
				"nuestros|mis clientes ... "
				"ahorran|consiguen|obtienen|aumentan|logran|han",
				"conseguir|captar|atraer|obtener mas|nuevos|mejores "
				"clientes|ventas|leads",
				"folleto|presupuesto|tarifas",
				"ganar dinero",
				"precios|tarifas competitivos|competitivas|accesibles|imbatibles",
				"ayudamos|ayudo|apoyamos|asesoramos|asesoro|acompanamos a? ... "
				"empresas|negocios|emprendedores|clientes|equipos|pymes|"
				"profesionales|companias|lideres|directivos|marcas|agencias|"
				"coaches|personas|startups|empresarios|duenos",
				"nuestra|nuestro|nuestros|nuestras|mi|mis "
				"solucion|soluciones|productos|agencia|oferta",
				"nuestra|nuestro|nuestros|mi|mis "
				"plataforma|producto|software|herramienta|servicio|servicios|curso|"
				"programa|app|aplicacion|metodo|sistema ... "
				"permite|ayuda|te|ofrece|reduce|aumenta|ayudan|puede|pueden|"
				"permiten",
				"ofrecemos|ofrezco|vendemos|brindamos|proporcionamos|desarrollamos|"
				"vendo|proveemos ... "
				"servicios|soluciones|software|productos|precios|descuento|"
				"descuentos|cursos|consultoria|asesoria|paginas|leads|formacion|"
				"marketing|aplicaciones|un|una",
				"aumentar|incrementar|duplicar|mejorar|impulsar|hacer|reducir|"
				"ahorrar|optimizar|triplicar|multiplicar|generar|potenciar|"
				"disparar sus|tus|tu|su|las|los|mas|el ... "
				"ventas|ingresos|clientes|leads|negocio|costos|costes|"
				"productividad|facturacion|tiempo|rentabilidad|beneficios|crecer|"
				"dinero|prospectos",
				"prueba|demo|demostracion|consulta|auditoria|asesoria|sesion|"
				"diagnostico|webinar gratis|gratuita|gratuito|sin",
				"gratis|gratuita sin|y compromiso",
				"oferta|promocion|descuento "
				"especial|exclusiva|exclusivo|limitada|unica|del|de",
				"oportunidad de negocio|inversion|ingresos|unica",
				"ingresos pasivos|extra|adicionales",
				"ingreso pasivo|extra",
				"libertad financiera",
				"somos una|lideres|especialistas|expertos|un|la|el "
				"empresa|en|agencia|lider|equipo|consultora|numero",
				"especializada|especializado|especializados|especialistas|"
				"especializadas en",
				"interesado|interesada|interesaria|interesa en? "
				"nuestros|nuestra|nuestro|una|conocer|nuestras|probar "
				"servicios|solucion|producto|demo|productos|soluciones|nuestra|"
				"nuestros|oferta|propuesta",
				"presentarte|presentarle|mostrarte|ofrecerte|ofrecerle|mostrarle|"
				"contarte|ensenarte "
				"nuestra|nuestro|nuestros|una|un|mi|nuestras|como|lo",
				"empresas|negocios|profesionales como "
				"la|el|las|tu|usted|los|vosotros "
				"tuya|suya|tu|suyas|tuyas|tuyo|suyo",
				"generacion de leads",
				"mas clientes|ventas|ingresos|leads",
				NULL,
			},
		[DC_LANG_PT] =
			(const char *const[]){
				"temos|tenho uma|um|a|o "
				"solucao|produto|software|sistema|plataforma|servico|ferramenta "
				"que|para ... reduz*|econom*|aument*|melhor*|otimiz*|poup*",
				"vendo|vendemos|distribuo|distribuimos|comercializo|"
				"comercializamos",
				"precos|condicoes|tarifas|descontos muito? "
				"bons|boas|competitivos|baixos|imbativeis|especiais|exclusivos",
				"satisfeito|satisfeita|contente com o|a? seu|sua|teu|tua "
				"atual|fornecedor|seguro|banco|agencia",
				"enviar|mandar|apresentar|fazer lhe|te|um|uma|a|o ... "
				"proposta|orcamento|oferta|catalogo",
				"apresento|apresentar|apresentamos|ofereco|oferecemos|oferecer ... "
				"software|solucao|produto|produtos|plataforma|servico|servicos|"
				"ferramenta|proposta|programa|oferta",
				"economizar|reduzir|aumentar|dobrar|gerar|poupar mais? "
				"custos|vendas|receita|clientes|tempo|dinheiro|leads",
				"nossos|meus clientes ... "
				"economizam|conseguem|aumentam|obtem|poupam",
				"conseguir|captar|atrair mais|novos clientes|vendas|leads",
				"orcamento|brochura|folheto",
				"ganhar dinheiro",
				"precos competitivos|acessiveis|imbativeis",
				"ajudamos|ajudo|apoiamos|auxiliamos|auxilio|assessoramos|apoio a? "
				"... "
				"empresas|negocios|empreendedores|clientes|equipes|equipas|pmes|"
				"profissionais|lideres|gestores|marcas|agencias|pessoas|startups|"
				"empresarios|coaches",
				"nossa|nosso|nossos|nossas|minha|meu "
				"solucao|solucoes|produtos|agencia|oferta|mentoria",
				"nossa|nosso|nossos|minha|meu "
				"plataforma|produto|software|ferramenta|servico|servicos|curso|"
				"programa|app|aplicativo|metodo|sistema ... "
				"permite|ajuda|oferece|reduz|aumenta|ajudam|pode|podem|permitem",
				"oferecemos|ofereco|vendemos|fornecemos|desenvolvemos|vendo|"
				"disponibilizamos ... "
				"servicos|solucoes|software|produtos|precos|desconto|descontos|"
				"cursos|consultoria|sites|leads|formacao|treinamentos|marketing|um|"
				"uma",
				"aumentar|dobrar|duplicar|melhorar|impulsionar|reduzir|economizar|"
				"otimizar|triplicar|alavancar|gerar|multiplicar|poupar "
				"suas|seus|seu|sua|as|os|mais|o|tuas|teus ... "
				"vendas|receita|faturamento|clientes|leads|negocio|custos|"
				"produtividade|lucro|lucros|resultados|tempo|dinheiro|faturacao",
				"teste|demo|demonstracao|consulta|auditoria|consultoria|sessao|"
				"diagnostico|webinar|avaliacao gratis|gratuita|gratuito|sem",
				"gratis|gratuita|gratuito sem|e compromisso",
				"oferta|promocao|desconto|condicao "
				"especial|exclusiva|exclusivo|limitada|imperdivel|unica|de",
				"oportunidade de "
				"negocio|negocios|investimento|renda|ganhar|unica|imperdivel",
				"renda passiva|extra",
				"rendimento passivo|extra",
				"liberdade financeira",
				"somos uma|lideres|especialistas|um|a|lider "
				"empresa|em|agencia|consultoria|equipe|equipa|lider|no",
				"especializada|especializado|especializados|especializadas "
				"em|na|no",
				"interessado|interessada|interesse em|nos|na|no|pela|pelos "
				"conhecer|nossos|nossa|nosso|uma|saber",
				"apresentar|mostrar|oferecer "
				"lhe|te|nossa|nosso|nossos|a|o|os|voce|meu|minha|uma? "
				"nossa|nosso|nossos|solucao|servicos|como|produto|plataforma|meu|"
				"minha|uma|um",
				"empresas|negocios|profissionais como a|o|voce|as "
				"sua|seu|suas|voce|tua",
				"geracao de leads",
				"mais clientes|vendas|leads|receita|faturamento",
				NULL,
			},
		[DC_LANG_IT] =
			(const char *const[]){
				"abbiamo|ho una|un|la|il "
				"soluzione|prodotto|software|sistema|piattaforma|servizio|"
				"strumento che|per ... "
				"ridu*|risparm*|aument*|miglior*|ottimizz*|taglia*",
				"vendo|vendiamo|distribuisco|distribuiamo|commercializzo|"
				"commercializziamo",
				"prezzi|condizioni|tariffe|sconti molto? "
				"buoni|ottimi|competitivi|bassi|imbattibili|speciali|esclusivi|"
				"vantaggiosi|vantaggiose",
				"sconti|sconto fino|del|esclusivo|speciale",
				"soddisfatto|soddisfatta|contento|contenta del|della|dei|di "
				"tuo|tua|suo|sua|vostro attuale",
				"inviarti|inviarle|mandarti|farti|farle|proporti|proporle|"
				"presentarti un|una|il|la|i ... "
				"preventivo|offerta|catalogo|servizi|prodotti",
				"presento|presentare|presentiamo|offro|offriamo|proponiamo ... "
				"software|soluzione|prodotto|prodotti|piattaforma|servizio|servizi|"
				"strumento|proposta|programma|offerta",
				"risparmiare|ridurre|aumentare|raddoppiare|generare i|le|il|piu? "
				"costi|vendite|fatturato|clienti|tempo|denaro|lead",
				"nostri|miei clienti ... risparmiano|ottengono|aumentano|hanno",
				"trovare|acquisire|ottenere|attrarre piu|nuovi "
				"clienti|lead|vendite",
				"preventivo|listino",
				"guadagnare soldi|denaro|online|da",
				"prezzi competitivi|accessibili|imbattibili|vantaggiosi",
				"aiutiamo|aiuto|supportiamo|affianchiamo|supporto|accompagniamo|"
				"affianco ... "
				"aziende|imprese|imprenditori|clienti|team|pmi|professionisti|"
				"manager|startup|agenzie|brand|persone|dirigenti|consulenti|liberi",
				"nostra|nostro|nostri|nostre|mia "
				"soluzione|soluzioni|prodotti|agenzia|offerta",
				"nostra|nostro|nostri|mio|mia "
				"piattaforma|prodotto|software|strumento|servizio|servizi|corso|"
				"programma|app|metodo|sistema ... "
				"permette|aiuta|offre|riduce|aumenta|aiutano|puo|possono|consente",
				"offriamo|offro|vendiamo|forniamo|sviluppiamo|vendo|proponiamo|"
				"realizziamo|propongo ... "
				"servizi|soluzioni|software|prodotti|prezzi|sconto|sconti|corsi|"
				"consulenza|siti|lead|formazione|marketing|un|una",
				"aumentare|incrementare|raddoppiare|migliorare|far|ridurre|"
				"risparmiare|ottimizzare|triplicare|generare|moltiplicare|"
				"accelerare|tagliare "
				"le|i|il|la|tue|tuoi|piu|tuo|suoi|sue|vostre|vostri|loro ... "
				"vendite|ricavi|fatturato|clienti|lead|business|costi|produttivita|"
				"tempo|profitti|contatti|crescere|guadagni|spese",
				"prova|demo|dimostrazione|consulenza|audit|sessione|analisi|"
				"webinar|preventivo gratis|gratuita|gratuito|senza",
				"gratis|gratuita|gratuito senza|e impegno",
				"offerta|promozione|sconto|proposta "
				"speciale|esclusiva|esclusivo|limitata|unica|del|imperdibile|"
				"commerciale",
				"opportunita di business|investimento|guadagno|unica|lavoro",
				"guadagno|guadagni|entrate|reddito passivo|passive|extra|passivi",
				"liberta finanziaria",
				"siamo una|un|leader|specialisti|specializzati|esperti|la "
				"azienda|in|agenzia|team|leader|nel|societa|realta",
				"specializzata|specializzato|specializzati|specializzate "
				"in|nella|nel|nello",
				"interessato|interessata|interessa|interesserebbe "
				"a|ai|alla|al|conoscere|provare|scoprire "
				"nostri|nostra|nostro|una|conoscere|provare|la|i",
				"presentarti|presentarle|mostrarti|proporti|offrirti|mostrarle|"
				"proporle|farti|farle|presentarvi "
				"il|la|i|le|una|un|come|vedere|conoscere "
				"nostro|nostra|nostri|nostre|mia|mio|demo|proposta|offerta|"
				"possiamo|il|la|soluzione",
				"aziende|imprese|professionisti come la|il|le|te|lei|i "
				"tua|tuo|sua|vostra|tue|suo",
				"generazione di lead",
				"piu clienti|vendite|lead|fatturato",
				NULL,
			},
	} },
	.message = "sells something.",
};

const struct dc_rule dc_rule_pitch = {
	.info = {
		.id = "pitch",
		.group = DC_GROUP_NOTE,
		.severity = DC_SEVERITY_WARNING,
		.summary = "It sells something.",
		.why = "A request that opens with an offer is refused or reported. Whoever accepts a "
		       "request has not agreed to a sales talk.",
		.advice = "Ask for nothing but the connection; an offer can follow a conversation.",
		.source = "career advisers: no ask beyond connecting; LinkedIn: do not send commercial "
		       "messages unasked",
		.bad = DC_EXAMPLES(
			{ .note = "Hi Ada, we help companies like yours increase revenue by 30%." },
			{ .note = "Hi Ada, our platform saves HR teams ten hours a week. Care for a free trial?" },
			{ .note = "Hallo Ada, wir unterst\u00fctzen Unternehmen dabei, mehr Neukunden zu gewinnen." },
			{ .note = "Bonjour Ada, nous aidons les entreprises \u00e0 augmenter leur chiffre d'affaires." },
			{ .note = "Hola Ada, ayudamos a empresas a aumentar sus ventas." },
			{ .note = "Ol\u00e1 Ada, ajudamos empresas a reduzir seus custos." },
			{ .note = "Ciao Ada, aiutiamo le aziende ad aumentare il fatturato." }),
		.good = DC_EXAMPLES(
			{ .note = "Hi Ada, I help maintain SQLite's test suite, and your fuzzing post gave us two new cases." },
			{ .note = "Hi Ada, our platform team at Contoso uses your library every day. Thank you for it." },
			{ .note = "Hi Ada, your pitch at the demo day was the clearest of the evening." }),
	},
	.run = dc_check_run_phrases,
	.data = &phrases,
};
