/* names.c - given names, their other forms, and words of address; all folded. */
#include "check/words/names.h"

#include <stddef.h>
#include <string.h>

/* One line: names that stand for each other. */
static const char *const forms[] = {
	" abigail abby gail ",
	" abraham abe avi ",
	" albert al bert albrecht ",
	" alejandro alex ale jandro ",
	" alessandra alessandro ale sandro sandra ",
	" alexander alexandra alexandre alexandros aleksander aleksandra alex alec sasha sascha "
	"xander lex sandy sandra aleks olek ",
	" alfred fred alfie freddie ",
	" amanda mandy ",
	" andrew andreas andre andy drew andi andrei ",
	" angela angie ",
	" anthony antonio anton antoine antony tony toni nino ",
	" anna anne ann annie anja anya hanna hannah anika annika ana anita ",
	" archibald archie ",
	" arthur art artur ",
	" barbara barb babs barbie ",
	" beatrice beatriz bea bia trixie ",
	" benjamin ben benny benji benno ",
	" bernard bernie bernd bernhard ",
	" bradley brad ",
	" brian bryan ",
	" caroline carolina carol carrie caro lina ",
	" catherine katherine kathryn katharina catarina katarina kate katie kathy cathy kat kati "
	"katja cat trina kit kasia katarzyna ",
	" charles charlie chuck carlos carl karl charly ",
	" charlotte lotte charlie lottie ",
	" christian chris christiane ",
	" christina christine kristina chris chrissy tina krissy kris ",
	" christopher christoph christophe kristofer chris kit topher ",
	" claudia claudine ",
	" constance connie constanze ",
	" cynthia cindy ",
	" daniel dan danny dani daniele danilo ",
	" daniela danielle dani danny ",
	" david dave davy davide dawid ",
	" deborah debbie deb debra ",
	" dennis denny denis ",
	" diana diane di ",
	" dominic dom dominik nick dominique ",
	" donald don donnie ",
	" dorothy dot dottie dorothea dora thea ",
	" douglas doug ",
	" eduardo edu lalo edoardo ",
	" edward ed eddie ted ned teddy eduard ",
	" eleanor ellie nora elli eleonora ella lena nell ",
	" elizabeth elisabeth elisa liz lizzy lizzie beth betsy betty eliza lisa elsa libby "
	"lisbeth liesbeth elise ellie isabel isabella bella ",
	" emily em emmy emilia emilie ",
	" emmanuel manuel manu manny emanuel ",
	" ernest ernst ernie ernesto ",
	" eugene gene ",
	" felix felice ",
	" fernando fer nando ",
	" florian flo ",
	" frances fran francesca franziska fanny franzi franka chessa ",
	" francis frank francisco francesco francois franz paco pancho kiko franco frankie cisco "
	"chico ",
	" franklin frank ",
	" frederick friedrich frederic fred freddy fritz rick federico fede ",
	" gabriel gabe gabi ",
	" gabriele gabriela gabriella gabi gaby ",
	" geoffrey jeffrey geoff jeff jeffry ",
	" george georg jorge giorgio georges jurgen ",
	" gerald jerry gerry gerhard gerd gert ",
	" gerard gerry gerardo ",
	" giovanni gianni gio vanni nino ",
	" giuseppe beppe pino peppe beppo ",
	" gregory greg gregor gregorio ",
	" guillaume william guillermo guille memo ",
	" guilherme gui ",
	" gustavo gus ",
	" harold harry hal ",
	" heinrich henry henri heinz enrico enrique henrik hank harry quique ",
	" helen helena helene elena lena nell nelly ellen ",
	" ignacio nacho ignatius ",
	" isabel isa isabelle isabella isabela bella belle ",
	" jacob jakob jake jack jacques jacek ",
	" jacqueline jackie ",
	" james jim jimmy jamie jaime ",
	" janet jan jane janice ",
	" jason jay ",
	" jennifer jen jenny jenni jenn ",
	" jessica jess jessie jessy ",
	" joachim jo achim jochen joaquin quino ",
	" joana johanna joanna joan jo hanna joanne asia ",
	" joao jp ",
	" johannes johann hannes hans john jon johnny jo juan jan jean jack ian ivan sean ",
	" jonathan jon john jonny nathan johnny jonas ",
	" jose pepe joe ze chepe ",
	" joseph joe joey josef jo jupp sepp josip jozef ",
	" joshua josh ",
	" judith judy jutta ",
	" julia julie jules giulia julka ",
	" julian jules ",
	" karen kari ",
	" kenneth ken kenny ",
	" kimberly kim ",
	" larissa lara ",
	" laura laurie lori lauri ",
	" lawrence laurence laurent lorenzo larry laurie lorenz enzo ",
	" leonard leo leon leonardo lenny len leonhard ",
	" leslie les ",
	" louis lou luis ludwig luigi lewis louie lutz gigi ",
	" lucas luke luca lukas lucca luc lukasz ",
	" lucia lucy luci lucie ",
	" magdalena magda lena maggie madeleine maddie ",
	" manuela manu ela ",
	" marcus markus marc mark marco marcos marek marcello marcel ",
	" margaret maggie meg peggy marge margie rita greta margarete margarita margarida margot "
	"grete gretchen maisie ",
	" maria marie mary mia mariana marian molly polly maja miriam moll mimi ",
	" martha marta marty ",
	" martin marty martino marcin tino ",
	" mathias matthias mathieu matthew matt matteo mateus mateo mats matti matze hias ",
	" maximilian max maxim maxi massimo massimiliano maximo ",
	" melanie mel meli ",
	" melissa mel missy lissa ",
	" michael mike mick micky mikey michel miguel mikhail misha michele micha michal mitch "
	"mikael mischa ",
	" miguel mike ",
	" mikhail misha ",
	" monica monika moni mona ",
	" mohammed mohamed muhammad mo moe mohammad mehmet ",
	" nathaniel nathan nate nat ",
	" nicholas nicolas nikolaus nick nicky niko nico nicola klaus niklas nikolas nicolai "
	"nikolai mikolaj ",
	" nicole nicola nicky nikki nic ",
	" oliver ollie olli olivier oli olly ",
	" olivia liv livia livvy ",
	" pamela pam ",
	" patricia pat patty trish tricia patrizia paty tina ",
	" patrick pat paddy patrik patrizio patricio rick ",
	" paul pablo paolo paulo pavel pawel ",
	" paula paola pauline paulina ",
	" peter pete pedro pierre pietro petr piet piotr petra ",
	" philip philipp phil felipe philippe filippo pip filip ",
	" rachel rach raquel rahel ",
	" rafael rafa raphael raf raffaele rafal ",
	" raymond ray raimund ramon ",
	" rebecca becky becca rebekka bex ",
	" regina gina ",
	" reinhard reini ",
	" ricardo ricky rico riccardo ",
	" richard rick dick rich richie ricky ritchie ",
	" robert bob rob bobby robbie bert roberto bo robin beto ",
	" roberta bobbie ",
	" roger rog rodger ",
	" roland rolf rolly orlando ",
	" ronald ron ronnie ",
	" rudolf rudi rudy rolf ",
	" russell russ ",
	" samantha sam sammy ",
	" samuel sam sammy ",
	" sara sarah sally sadie ",
	" sebastian seb basti bastian sebastien sebi bas wastl ",
	" simon simone simao ",
	" sofia sophie sophia sofie sonja zosia ",
	" stanislav stan stanislaw stas ",
	" stanley stan ",
	" stephanie stefanie steph steffi stefania stef steffy ",
	" stephen steven stefan steffen steve stephan stevie etienne stef esteban stefano ",
	" susan suzanne susanne susanna sue susie suzy susi sanne suse ",
	" teresa theresa therese tess terry resi tessa tere ",
	" theodore theodor theo ted teddy teodoro ",
	" thomas tom tommy tomas tommaso tommi thom tomasz tomek ",
	" timothy tim timmy timo ",
	" tobias toby tobi ",
	" ulrich uli ueli utz ",
	" ulrike uli rike ",
	" valentina vale tina valentin ",
	" valerie val vale valeria ",
	" vanessa nessa ",
	" veronica veronika vero roni ronnie ",
	" victor vic viktor vittorio ",
	" victoria vicky viktoria tori vicki vittoria ",
	" vincent vince vinnie vincenzo vicente enzo vinz ",
	" virginia ginny gina ",
	" walter walt wally walther ",
	" wilhelm willi willy helmut will wim ",
	" william will bill billy liam willy willie wil ",
	" wolfgang wolf wolfi ",
	" yevgeny eugene evgeny zhenya ",
	" guadalupe lupita lupe pita ",
	" dolores lola loli lolita ",
	" concepcion concha conchi conchita ",
	" mercedes merche meche ",
	" rosario charo ",
	" manuel manolo manolito lolo ",
	" josefa josefina pepa pepita fina ",
	" alberto beto tito ",
	" luis lucho luisito ",
	" antonio tono antonino to ",
	" veronika vroni ",
	" rosa rosi rosita ",
	" josef sepp seppi bepi ",
	" georg schorsch girgl ",
	" salvatore toto turi ",
	" domenico mimmo nico ",
	" vincenzo enzo vincenzino ",
	" filippo pippo ",
	" stephane stef steph ",
	" malgorzata gosia ",
	" agnieszka aga agni ",
	" aleksandra ola ",
	" jakub kuba ",
	" dmitri dmitry dima mitya ",
	" ekaterina katya katia ",
	" anastasia nastya ",
	" vladimir vova volodya vlad ",
	" natalia natasha nata ",
	" tatiana tanya ",
	" ivan vanya ",
	" alexei aleksei lyosha alyosha ",
	" augustus gus ",
	" bartholomew bart ",
	" clifford cliff ",
	" calvin cal ",
	" cameron cam ",
	" harriet hattie ",
	" matilda tilly tilda ",
	" millicent mildred millie ",
	" penelope penny ",
	" reginald reg reggie ",
	" rosemary rosie rose ",
	" winifred winnie freda ",
	" wilfred wilf ",
	" josephine josie jo ",
	" mitchell mitch ",
	" norman norm ",
	" roderick rod roddy ",
	" sidney sid ",
	" terence terry ",
	" tiffany tiff ",
	" vivian viv ",
	" wesley wes ",
	" gillian gill jill ",
	" geraldine gerry geri ",
	" florence flo flossie ",
	" georgina georgie ",
	" philippa pippa pip ",
	" antonia toni toni ",
	" siobhan shiv ",
	" padraig paddy pat ",
	" rajesh raj ",
	" venkatesh venky venkat ",
	" subramanian subbu mani ",
	" leopold leo poldi ",
	" sigrid siggi ",
	" siegfried siggi ",
	" hildegard hilde ",
	" gertrud trude gerti ",
	" waltraud traudl ",
	" jurgen jorg ",
	" ludovic ludo ",
	" mathilde math ",
	" clementine clem ",
	" benedicte bene ",
	" frederique fred ",
	" thibault thibaut titi ",
	" raimundo rai mundo ",
	" sebastiao tiao bastiao ",
	" aparecida cida ",
	" fatima fa ",
	" conceicao sao cao ",
	" isaac ike zac ",
	" israel izzy ",
	" isidore izzy ",
	" jeremiah jeremy jerry jem ",
	" nathalie nat ",
	" natalie nat ",
	" cristina cris kika ",
	" rodrigo rodri ",
	" santiago santi chago tiago iago ",
	" hernan nan ",
	" maximiliano maxi ",
	" agustin agus ",
	" gonzalo gonza ",
	" ernestina tina ",
	" consuelo chelo ",
	" remedios reme ",
	" inmaculada inma ",
	" macarena maca ",
	" encarnacion encarna ",
	" montserrat montse ",
	" milagros mila ",
	" asuncion asun ",
	" pilar pili ",
	" soledad sole ",
	" esperanza espe ",
	" purificacion puri ",
	" carmen mamen menchu ",
	" teodora dora ",
	" amalia lia ",
	" emiliano emi ",
	" giacomo mino ",
	" tommaso masino ",
	" raffaella lella ",
	" antonella nella ",
	" graziella lella ",
	" mariangela ",
	" annamaria anna ",
	" pierluigi gigi ",
	" gianmarco gian ",
	" gianluca luca gian ",
	" massimiliano max massi ",
	" costanza coty ",
	" eleonora nora ele ",
	" ludovica ludo ",
	" federica fede ",
	" caterina cate rina ",
	" zachary zach zack zac ",
	NULL,
};

static const char given[] = " aaron adam adrian agnes ahmed aisha alan albert alex alexander "
			    "alexandra alice alicia alina "
			    "amanda amelie amir amy ana anders andre andrea andreas andrew angela "
			    "anita anja anke anna anne "
			    "annette anthony antoine antonio arthur astrid barbara beatrice "
			    "beatriz ben benjamin bernd bill "
			    "birgit bob brian bruno camille carla carlos carmen carol caroline "
			    "catherine cecilia charles "
			    "charlotte chiara chris christian christina christine claire claudia "
			    "claus clara cristina daniel "
			    "daniela david deborah denise dennis diana diego dieter dirk dominik "
			    "donald dorothy edward elena "
			    "elisa elisabeth elizabeth ella ellen emil emilia emily emma eric erik "
			    "ernst eva fabian fatima "
			    "federico felix fernando florian francesca francesco francisco frank "
			    "franz frederic friedrich "
			    "gabriel gabriela george gerhard giovanni giulia giuseppe gonzalo greg "
			    "gregor guillaume gustavo "
			    "hannah hans harald heike heinz helen helena helga henri henry holger "
			    "hugo ian ines ingrid irene "
			    "isabel isabella ivan jack jacob james jan jane janet jason javier "
			    "jean jennifer jens jessica jim "
			    "joan joana joao joe johan johannes john jonas jonathan jorge jose "
			    "joseph joshua juan judith julia "
			    "julian julie jurgen karen karin karl kate katharina kathrin katrin "
			    "kevin kim klaus laura lea lena "
			    "leo leon leonardo linda lisa lorenzo louis luca lucas lucia lucy luis "
			    "luisa lukas magdalena manuel "
			    "marc marco marcus margaret maria mariana marie marina mario mark "
			    "markus marta martha martin martina "
			    "mary mathieu matteo matthew matthias maurice max maximilian melanie "
			    "michael michel michele miguel "
			    "mike mohamed mohammed monica monika nadia nadine natalia natalie "
			    "nathan nick nicolas nicole nina "
			    "noah nora oliver olivia oscar pablo paolo patricia patrick paul paula "
			    "pedro peter petra philip "
			    "philipp pierre pietro priya rachel rafael rainer ralf raul rebecca "
			    "renate ricardo richard rita "
			    "robert roberto roger roland ruben ruth ryan sabine samuel sandra sara "
			    "sarah sebastian sergio silke "
			    "silvia simon simone sofia sonia sophia sophie stefan stefanie "
			    "stephanie stephen steve steven susan "
			    "susanne svenja sven sylvie tanja teresa theo thomas tim tobias tom "
			    "ulrich ulrike ursula uwe "
			    "valentina vanessa vera veronica victor victoria vincent volker walter "
			    "werner william wolfgang yves "
			    "zoe ";

static const char roles[] =
	" colleague colleagues coworker fellow fellows friends neighbour neighbor neighbours "
	"neighbors "
	"stranger hiring manager managers recruiter recruiters member members network connection "
	"connections linkedin linkedinnetwork world community students student speaker speakers "
	"organiser "
	"organisers organizer organizers author alumni alum alumna alumnus mate buddy folks guys "
	"legend "
	"boss captain chef mentor rustacean pythonista gopher developer developers engineer "
	"engineers "
	"committee crew people readers editor founders founder partner partners leader leaders "
	"professional professionals candidate applicant customer "
	"kollege kollegin kollegen kolleginnen nachbar nachbarin mitstreiter mitstreiterin freund "
	"freundin "
	"freunde leute community mitglied mitglieder welt "
	"collegue collegues confrere consoeur camarade voisin voisine ami amie amis ancien "
	"ancienne monde "
	"colega colegas companero companera vecino vecina amigo amiga amigos vizinho vizinha mundo "
	"pessoal "
	"gente equipo equipe "
	"collega colleghi colleghe vicino vicina amico amica amici mondo ragazzi ";

static bool listed(const char *list, const char *w)
{
	const size_t len = strlen(w);

	for (const char *s = list; len && (s = strstr(s, w)); s++)
		if (s != list && s[-1] == ' ' && s[len] == ' ')
			return true;
	return false;
}

bool dc_names_alike(const char *a, const char *b)
{
	for (const char *const *line = forms; *line; line++)
		if (listed(*line, a) && listed(*line, b))
			return true;
	return false;
}

bool dc_names_given(const char *w) { return listed(given, w); }
bool dc_names_role(const char *w) { return listed(roles, w); }
