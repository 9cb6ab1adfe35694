/* name_words.c - lists of words, as data; each is one string of folded words. */
#include "person/name_words.h"

#include <decorum/compiler.h>
#include <string.h>

#include "text/utf8.h"

static const char *const lists[DC_NAME_LIST_COUNT] = {
	[DC_NAME_TITLE] =
		" dr dr-ing maitre dra drs ddr prof profa professor univ-prof mr mrs ms miss mx "
		"mister "
		"herr frau "
		"mme mlle monsieur madame sr sra srta senor senora senhor senhora dott dottssa "
		"dottoressa doctor engr rev revd reverend capt captain sgt lt cmdr dhr mevr "
		"mevrouw mw fru signor signora dipl-ing dipl-kfm dipl-inf mgr inz judr mudr phdr "
		"rndr paeddr shri smt rabbi hrh ",
	[DC_NAME_TITLE_DOTTED] = " m me pr lic arq ra pd cp fr eng ing ir er ca hon bc hr ma sig "
				 "gen col maj don dna doc "
				 "prim mag adv arch ",
	[DC_NAME_TITLE_MORE] =
		" hc h c med rer nat phil jur oec pol soc habil ing techn mult vet dent univ em e "
		"agr theol dr prof ",
	[DC_NAME_HONOUR] = " sir dame lord lady md mohd muhd ",
	[DC_NAME_DEGREE] = " dr phd dphil mphil mbbs frcs mrcp dds dmd dvm pharmd llm llb esq mba "
			   "emba msc mscs mmath "
			   "meng mres mfa mpa mph mpp msw bsc beng bcom btech mtech bba dba edd "
			   "psyd jd md cfa frm "
			   "cpa acca fcca cma cisa cism cissp caia cfp chfc clu pmp pgmp pmi-acp "
			   "csm cspo psm itil "
			   "peng aia raiba leed ccie ccna ccnp shrm-cp shrm-scp sphr phr gphr cscp "
			   "cphq obe mbe cbe "
			   "ceng cphys frsa mcips cipd jr ii iii iv rph lcsw lmft cphr cmgr fcmi "
			   "oscp cipp cams ",
	[DC_NAME_DEGREE_CAPS] = " ma ms ba bs bed med pe rn np kc qc fca aca asa fsa acc pcc mcc "
				"mp mep ra sr eit cia "
				"do od dc pt ot cps cip mcs mis mim mem mps ",
	[DC_NAME_PARTICLE] =
		" van von der den de del della dello degli di da do dos das du des la le lo el al "
		"bin "
		"ibn bint binti binte ni nic ui ben ould zu zum zur vom ter ten te op af av dela "
		"san 't d' ap y "
		"\xd8\xa8\xd9\x86 \xd8\xa7\xd8\xa8\xd9\x86 \xd7\x91\xd7\x9f ",
	[DC_NAME_DOUBLE] =
		" marie maria ann anne anna jean claude pierre paul luc louise lynn jo sue carlos "
		"luis "
		"jose manuel miguel antonio francisco clara eduarda paula luiza luisa fernanda "
		"beatriz "
		"helena isabel laura victoria henrique felipe pedro vitor augusto gabriel paulo "
		"alejandro angel andres javier ramon alberto enrique guadalupe fernando ignacio "
		"beth kate ellen mae grace ",
	[DC_NAME_SERVANT] = " abdul abd abdel abdal abu umm abou \xd8\xb9\xd8\xa8\xd8\xaf "
			    "\xd8\xa3\xd8\xa8\xd9\x88 \xd8\xa7\xd8\xa8\xd9\x88 ",
	[DC_NAME_BORN] = " nee ne born geb geborene formerly ex maiden roz ",
	[DC_NAME_PITCH] =
		" top voice hiring recruiting recruiter recruiters helping help we i i'm im we're "
		"were "
		"opentowork "
		"open looking seeking founder co-founder cofounder ceo cto cfo coo cmo cio vp hr "
		"consultant coach mentor speaker author investor entrepreneur freelance freelancer "
		"developer engineer designer manager director expert specialist strategist "
		"marketer "
		"writer trainer advisor influencer creator official your our join contact dm call "
		"follow available immediate joiner actively ",
	[DC_NAME_COMPANY] =
		" inc llc llp ltd limited gmbh ag ug kg oy ab bv nv plc srl sarl sas spa corp "
		"corporation company group agency solutions services consulting technologies tech "
		"studio studios team recruitment academy university institute bank foundation "
		"marketing "
		"digital media labs ventures capital partners software systems global "
		"international "
		"staffing talent careers jobs association club network community support sales ",
	[DC_NAME_HU_FAMILY] =
		" nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp "
		"takacs "
		"juhasz lakatos meszaros olah simon racz fekete szilagyi torok feher balazs gal "
		"kis "
		"szucs kocsis pinter fodor orsos szalai sipos magyar lukacs gulyas biro kiraly "
		"balint "
		"laszlo katona jakab bogdan fazekas boros somogyi antal kelemen vass hegedus deak "
		"orban illes bodnar vegh szoke hajdu major halasz barta bakos dudas ",
	[DC_NAME_HU_GIVEN] =
		" janos istvan laszlo jozsef zoltan sandor ferenc gabor attila peter tamas zsolt "
		"tibor "
		"andras csaba imre lajos gyorgy balazs gyula mihaly karoly robert bela daniel adam "
		"krisztian miklos norbert david bence mate levente aron gergo gergely akos dezso "
		"kalman "
		"endre janos geza pal maria erzsebet katalin ilona eva anna zsuzsanna margit judit "
		"agnes "
		"julianna andrea ildiko erika krisztina iren eszter magdolna edit monika szilvia "
		"gabriella "
		"aniko marta reka nora dora zsofia timea petra boglarka emese orsolya kinga tunde ",
	[DC_NAME_VI_FAMILY] =
		" nguyen tran pham hoang huynh phan dang bui duong dinh trinh truong vuong ",
	[DC_NAME_EAST_FAMILY] = " xi lee tan goh ong teo koh chua yeo toh zhang wang li liu chen "
				"yang huang zhao zhou wu xu sun zhu ma gao "
				"lin he guo luo liang "
				"song zheng xie tang deng feng cao peng zeng xiao tian dong pan "
				"yuan cai jiang yu du ye "
				"cheng wei su lu ding ren yao lu shen zhong jia xia fu fang zou "
				"xiong bai meng qin qiu "
				"hou jin lei ouyang zhuge sima shangguan kim park choi jung jeong "
				"kang cho yoon jang "
				"lim han oh seo shin kwon hwang ahn ryu yoo hong ko moon bae baek "
				"heo nam wong chan "
				"cheung leung lam ng ho chow kwok lau yip tsang chiu ",
	[DC_NAME_ES_FAMILY] = " garcia silva santos souza sousa oliveira lima costa ferreira "
			      "almeida ribeiro carvalho "
			      "gomes lopes soares vieira barbosa rocha dias nunes mendes moreira "
			      "reyes morales castro "
			      "ortiz rubio marin serrano torres ruiz diaz romero moreno munoz "
			      "molina ortega delgado "
			      "castillo vargas rojas mendoza flores rivera cruz navarro ramos gil "
			      "blanco medina vega ",
};

bool dc_name_is(enum dc_name_list list, const char *word)
{
	size_t n = strlen(word);

	if (!n || strchr(word, ' '))
		return false;
	for (const char *p = lists[list]; (p = strstr(p, word)); p++)
		if (p[-1] == ' ' && p[n] == ' ')
			return true;
	return false;
}

/* --- East Asian family names: runs of characters without separators, or words */

static const char zh_single[] = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑"
				"鄭谢謝韩韓唐冯馮于董萧蕭程"
				"曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏"
				"钟鍾鐘汪田任姜范方石姚谭譚"
				"廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹"
				"黎易常武乔喬贺賀赖賴龚龔文"
				"庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢"
				"聂聶焦向柳邢路岳齐齊梅莫庄"
				"莊辛管祝左涂谷祁时耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳"
				"陽裴席卫衛查屈鲍鮑位覃霍翁"
				"隋植甘景薄单單包司柏宁寧柯阮桂闵闵解强柴华華车車冉房边邊";

static const char zh_compound[] =
	" 欧阳 歐陽 诸葛 諸葛 司马 司馬 上官 司徒 东方 東方 独孤 獨孤 南宫 南宮 夏侯 皇甫 尉迟 "
	"尉遲 "
	"公孙 公孫 慕容 令狐 端木 轩辕 軒轅 宇文 长孙 長孫 西门 西門 东郭 東郭 百里 呼延 ";

static const char ja_family[] = " 佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 "
				"山田 佐々木 山口 松本 井上 "
				"木村 斎藤 斉藤 齋藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 "
				"小川 前田 岡田 長谷川 藤田 "
				"後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 "
				"三浦 中野 中川 原田 松田 竹内 "
				"小野 田村 中山 和田 石田 森田 上田 柴田 酒井 工藤 横山 宮崎 宮本 "
				"内田 高木 安藤 谷口 大野 丸山 "
				"今井 高田 藤本 武田 村田 上野 杉山 増田 平野 大塚 千葉 久保 松井 "
				"岩崎 野口 松尾 木下 菊地 菊池 "
				"野村 新井 佐野 杉本 古川 浜田 市川 小島 水野 桜井 高野 吉川 山内 "
				"西田 西川 北村 安田 五十嵐 川口 "
				"平田 関 森 林 原 東 南 堀 辻 星 谷 ";

static const char ko_single[] = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽"
				"성차주우구나민진지엄채원천방공현함변"
				"염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국류라";

static const char ko_compound[] = " 남궁 황보 제갈 선우 독고 사공 서문 동방 ";

static bool is_word_of(const char *list, const char *text, size_t len)
{
	for (const char *p = list; *p; p += strcspn(p, " "))
		if (*++p && strcspn(p, " ") == len && !memcmp(p, text, len))
			return true;
	return false;
}

static bool is_char_of(const char *chars, uint32_t c)
{
	size_t len = strlen(chars);
	uint32_t one;

	for (size_t i = 0; i < len;) {
		i += dc_text_decode(&one, chars + i, len - i);
		if (one == c)
			return true;
	}
	return false;
}

bool dc_name_zh_compound(const char *text, size_t len)
{
	return is_word_of(zh_compound, text, len);
}
bool dc_name_zh_single(uint32_t c) { return is_char_of(zh_single, c); }
bool dc_name_ja_family(const char *text, size_t len) { return is_word_of(ja_family, text, len); }
bool dc_name_ko_compound(const char *text, size_t len)
{
	return is_word_of(ko_compound, text, len);
}
bool dc_name_ko_single(uint32_t c) { return is_char_of(ko_single, c); }
