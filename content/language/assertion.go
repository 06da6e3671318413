package language

// Assertions are the predicates of claims in words that are read together with what they speak of,
// wherever that stands in the sentence. They come beside those of Claims and Changes, which are
// read with the words next to them.
type Assertions struct {
	Mostly   Phrases // more than half, beside a verb: "stort sett", "mostly"
	Majority Phrases // more than half, as a noun: "de fleste", "most"
	Minority Phrases // less than half: "mindretallet", "de færreste"
	Few      Phrases // a small part: "få", "few"
	Some     Phrases // not said of most: "noen av", "some of"
	Split    Phrases // not said where one side has most: "delt", "divided"
	Both     Phrases // of Split, those that need Grammar.And after them: "både", "both"
	NotFew   Words   // before Few, which then is none: "å" in "å få", "a" in "a few"

	First, Last Phrases // the largest or smallest of all answers: "viktigste", "oftest"

	More, Less      Words          // how many, than others or than before: "flere", "vanligere"
	Very, Little    Words          // make the next word such a comparative: "mer" in "mer brukt"
	Better, Worse   Words          // up or down a scale of good and bad steps: "bedre", "safer"
	Kindly, Harshly Words          // after Very, up or down such a scale: "strengt", "harshly"
	Quantity        Words          // after Very, how many and nothing else: "vanlig", "common"
	Ahead, Behind   Phrases        // between two answers: "foran"; "bak"
	Rising, Falling Phrases        // "på vei opp", "losing ground"
	Factors         map[string]int // by what a share was multiplied: "doblet" 2, "halvert" -2
	Becoming        Words          // by which a comparative tells a change: "blitt", "becoming"
	Then            Phrases        // that name an earlier time: "i fjor", "last time"
	Leading         Words          // of Then, those that may begin a clause instead: "før"
	Years, Ago      Words          // after a number: "three years ago"
	Denials         Words          // by which a label denies what was asked: "ingen", "never"
	Good, Bad       Words          // steps of a scale
	Grading         Words          // of First and Last, those that may grade the next word: "minst"
	Reverses        Words          // beginnings that make a word mean the opposite: "mis"
	Kinds           Words          // nouns for what an answer is: "grunn", "way"
	Restricts       Words          // before those of whom alone something is said: "blant"
	Groups          Words          // people of whom only some were asked: "kvinner", "young"
	Highest, Lowest Phrases        // of a share in a group, among all groups: "høyest"; "lavest"
	Counting        Words          // of First to Less, those that count people: "flest", "more"
	Age             Words          // of a question for how old somebody is: "gammel"
	Youngest        Words          // the first and the last of groups by age
	Oldest          Words
	Multiples       map[string]int // "dobbelt så" 2, "halvparten så" -2
	Wishes          Words          // before a comparative that is wished for and not told: "want"
	Conditional     Words          // that begin what may be: "hvis", "if"
	Vague           Words          // that speak of others than those who were asked: "nasjonalt"
	Infinitives     Words          // endings of verbs that such nouns lack: "e"
	Cut             Words          // endings of nouns that are made of verbs: "ing"
	Verbs           Words          // of most general meaning, that name no answer: "nevner", "go"
}

// norwegianAssertions are those of bokmål and nynorsk.
func norwegianAssertions() Assertions {
	return Assertions{
		Mostly: `
			stort sett, for det meste, hovedsakelig, hovudsakleg, i hovedsak, i hovudsak, for det
			mest, i all hovedsak, gjennomgående, gjennomgåande, mestepart`,
		Majority: `
			de fleste, dei fleste, de aller fleste, dei aller fleste, flertall, flertallet,
			fleirtal,
			fleirtalet, majoriteten, fleirparten, storparten, flesteparten, mesteparten,
			størsteparten, mer enn halvparten, meir enn halvparten, over halvparten, nesten alle,
			så godt som alle, omtrent alle, om lag alle, nær sagt alle, tilnærmet alle`,
		Minority: `
			mindretall, mindretallet, mindretal, mindretalet, de færreste, dei færraste, færreste,
			færraste, et fåtall, eit fåtal, fåtall, fåtal, unntaket, unntak`,
		Few: `
			få, svært få, ganske få, veldig få, nokså få, nesten ingen, knapt noen, knapt nokon`,
		NotFew: "å kan vil skal må bør kunne ville skulle måtte vil lar la vi jeg de dei",
		Some: `
			noen av, nokre av, nokon av, enkelte av, somme av, enkelte, somme, noen få, nokre få,
			noen, nokre, en del av, ein del av, en del, ein del`,
		Split: `
			delt, delte, delt på midten, delte på midten, splittet, splitta, todelt, todelte,
			blandet, blanda, blandede, sprikende, sprikande, uenige seg imellom, usamde seg imellom,
			deler seg på midten, både og`,
		Both: "både",

		First: `
			flest, vanligst, vanligste, vanlegast, vanlegaste, viktigst, viktigste, viktigast,
			viktigaste, oftest, oftast, hyppigst, hyppigste, hyppigast, hyppigaste, helst, størst,
			største, mest, mest brukt, mest brukte, mest populær, mest populære, mest populært, mest
			utbredt, mest utbredte, mest utbreidd, mest utbreidde, mest vanlig, mest vanlige, mest
			vanleg, topper, toppar, øverst, øvst, på topp, nummer én, nummer en, nummer ein, først
			og fremst, fyrst og fremst, først og fremst`,
		Last: `
			færrest, færrast, sjeldnest, sjeldnast, minst, minst brukt, minst brukte, minst populær,
			minst populære, minst populært, minst vanlig, minst vanlige, minst vanleg, minst viktig,
			minst viktige, nederst, nedst, sist på listen, på bunn, på botn`,

		More: `
			flere fleire høyere høgare oftere oftare vanligere vanlegare viktigere viktigare
			hyppigere hyppigare`,
		Less: `
			færre lavere lågare sjeldnere sjeldnare`,
		Very:   "mer meir",
		Little: "mindre",
		Better: `
			bedre betre tryggere tryggare gladere gladare lykkeligere lukkelegare`,
		Worse: "dårligere dårlegare verre utryggere utryggare",
		Kindly: `
			positivt positiv positive velvillig optimistisk optimistiske optimistisk`,
		Harshly: `
			kritisk kritiske strengt streng strenge negativt negativ negative pessimistisk
			pessimistiske hardt`,
		Quantity: `
			vanlig vanlige vanleg vanlege brukt brukte utbredt utbredte utbreidd utbreidde populær
			populære populært viktig viktige etterspurt etterspurte ettertrakta nevnt nevnte nemnd
			hyppig hyppige ofte enn`,
		Ahead:  "foran, framfor, fremfor, forbi",
		Behind: "bak",
		Rising: `
			på vei opp, på veg opp, på fremmarsj, på frammarsj, i vekst, øker, aukar, vokser,
			veks, stiger, stig, har økt, har auka, er økt, gått fram, gått frem, går fram, går
			frem, gjekk fram, tatt seg opp, rykket opp, rykka opp, klatret, klatra, vokst`,
		Falling: `
			på vei ned, på veg ned, på retur, falle attende, gått tilbake, gått attende, går
			tilbake, går attende, gikk tilbake, synker, søkk, faller, fell, minker, minkar, avtar,
			avtek, mistet terreng, mista terreng, taper terreng, tapt terreng, rykket ned, rykka
			ned, falt, falle`,
		Factors: map[string]int{
			"doblet": 2, "dobla": 2, "fordoblet": 2, "fordobla": 2, "doblast": 2, "dobles": 2,
			"tredoblet": 3, "tredobla": 3, "firedoblet": 4, "firedobla": 4, "halvert": -2,
			"halverte": -2, "halvering": -2, "dobling": 2, "fordobling": 2,
		},
		Becoming: "blitt blir blei ble vart vorte blive nå no lenger lengre stadig etterhvert",
		Then: `
			i fjor, fjoråret, fjorårets, forrige gang, førre gong, forrige undersøkelse, førre
			undersøking, sist, sist gang, sist gong, året før, åra før, årene før, før, tidligere,
			tidlegare, siden sist, sidan sist, år siden, år sidan, i forfjor, år tidligere, år
			tidlegare, på ett år, på eitt år, på to år, på tre år`,
		Leading: "før",
		Years:   "år",
		Ago:     "siden sidan",
		Denials: "nei ingen aldri ingenting ikke ikkje",
		Good: `
			god gode godt bra fornøyd nøgd trygg trygt lett enkelt enig einig glad viktig
			tilfreds`,
		Bad: `
			dårlig dårleg misfornøyd misnøgd utrygg utrygt vanskelig vanskeleg tungt uenig ueinig
			uviktig`,
		Grading:  "mest minst",
		Reverses: "mis u ikke ikkje",
		Kinds: `
			samme same gruppe gruppen gruppa gruppene grunn grunnen grunner grunnar årsak årsaken årsaka
			årsaker
			svar svaret måte måten måtar måter ønske ønsket ønsker ønskje ønsket ønskelisten
			ønskelista liste listen lista tiltak tiltaket hinder hinderet hindre metode metoden
			metoder valg valget val valet andel andelen del delen tilbud tilbudet tilbod tilbodet
			gjøremål gjøremålet gjeremål fag faget oppgave oppgaven oppgåve oppgåva kanal kanalen
			kanaler problem problemet ting forklaring forklaringen tall tallet tal talet kategori
			kategorien aldersgruppe aldersgruppen aldersgruppa aldersgruppene framkomstmiddel
			framkomstmiddelet transportmiddel transportmiddelet behov behovet krav kravet bruken
			bruk bruka synet syn meningene meiningane oppfatningene spørsmålet plass plassen
			kilde kilden kjelde kjelda form formen forma type typen alternativ alternativet
			driftsform driftsforma produksjon produksjonen hovudproduksjonen`,
		Restricts: "blant",
		Groups: `
			kvinner kvinnene kvinne menn mennene mann jenter jentene gutter guttene gutar gutane
			unge yngste yngre eldre eldste gamle barn barna ungdom innvandrere nye`,
		Highest: `
			høyest, høyeste, høgast, høgaste, høgst, høgste, mest, oftest,
			oftast, mest utbredt, mest utbreidd, vanligst, vanlegast, størst, flest`,
		Lowest: `
			lavest, laveste, lågast, lågaste, sjeldnest, sjeldnast, minst, minst utbredt, minst
			utbreidd, færrest`,
		Counting: "flest flere fleire færrest færre",
		Age:      "gammel gammal gamle alder alderen aldersgruppe aldersgruppen aldersgruppa født fødd",
		Youngest: "yngste",
		Oldest:   "eldste",
		Multiples: map[string]int{
			"dobbelt så": 2, "tre ganger så": 3, "tre gonger så": 3, "tredobbelt så": 3,
			"fire ganger så": 4, "fire gonger så": 4, "fem ganger så": 5, "fem gonger så": 5,
			"halvparten så": -2, "halvt så": -2,
		},
		Wishes: `
			ønsker ønsket ønskjer vil ville trenger treng bør må burde kan håper håpar trur tror
			skal skulle ynskjer etterlyser etterlyste mål målet å krever krev`,
		Conditional: "hvis dersom når",
		Infinitives: "e",
		Cut:         "ing inga ingen ingar inger",
		Vague: `
			burde skulle ville håper håpar målet mål kunne nasjonalt landet kommunen fylket
			landsbasis europa verden verda`,
		Verbs: `
			er var ble blei vart blir har hadde fikk får fekk svarte svara svarar svarer oppga
			oppgir
			nevner nevnte nemner mener mente meiner meinte synes syntes synest synst opplever
			opplevde opplev sier sa seier valgte velger valde vel føler følte kjenner går gikk gjekk
			gjør gjorde gjer står sto stod tar tok tek gir ga gav trekker trekkjer teller tel folk
			betyr tyder ligger ligg kommer kjem kom finnes finst finnast vurderer vurderte
			karakteriserer
			kaller kallar kalla fremdeles framleis fortsatt bare berre klart svært ganske særlig
			særleg også òg når seg spesielt mye mykje mest selv sjøl helt heilt litt her der
			begge alle enn enten anten både mange flere fleire måtte må vil kan skal bør gang gong
			ganger
			gonger dagens hver kvar eneste år året siste sist lang lengst aller større mindre langt
			betydelig omtrent godt vel noe noko gått tatt gjort vært vore fått blitt vorte heller
			heilt ikke ikkje gjelder gjeld gjaldt gjelde utgjør utgjer utgjorde omfatter omfattar
			viser viste syner synte brukes brukast være vere bli egen eigen eget eige egne eigne
			dermed altså likevel imidlertid derimot ellers elles samtidig samstundes derfor difor
			øvrige resten enda endå sammen saman løpet tilfelle tilfeller tilfelle regner reknar
			holder held beholder første andre tredje fjerde femte sjette sjuende åttende niende
			tiende sjuande åttande niande tiande omvendt dette disse desse`,
	}
}

// englishAssertions are those of English.
func englishAssertions() Assertions {
	return Assertions{
		Mostly: `
			mostly, mainly, largely, for the most part, by and large, in the main, on the whole,
			predominantly, overwhelmingly, generally`,
		Majority: `
			most, majority, the majority, the vast majority, a majority, more than half, over half,
			nearly all, almost all, virtually all, practically all`,
		Minority: `
			minority, a minority, the minority,
			exception, the exception, rarity, a rarity`,
		Few: `
			few, very few, hardly any, barely any, scarcely any, hardly anyone, hardly anybody,
			scarcely anyone, almost nobody, almost no one, next to nobody, a handful, only a few, only a handful`,
		NotFew: "a past next last first the these those quite",
		Some: `
			some, some of, a few, a few of, several of, a number of, certain`,
		Split: `
			divided, split, mixed, evenly split, evenly divided, split down the middle, polarised,
			in two minds, torn`,
		Both: "both",

		First: `
			largest, biggest, greatest, most common, most commonly, most popular, most used, most
			widely used, most frequent, most frequently, most important, most often, main, chief,
			principal, favourite, favorite, leading, top, tops, top of, number one, first place,
			prime, primary, commonest, most widespread, most wanted, most mentioned, most cited`,
		Last: `
			fewest, smallest, least common, least commonly, least popular, least used, least
			frequent, least important, least often, lowest, rarest, bottom of, least wanted`,

		More:    "higher larger commoner oftener",
		Less:    "fewer lower smaller rarer",
		Very:    "more",
		Little:  "less",
		Better:  "better happier safer stronger easier",
		Worse:   "worse poorer unhappier harder",
		Kindly:  "kindly favourably favorably positively generously leniently positive favourable",
		Harshly: "harshly critically negatively severely critical negative harsh pessimistic",
		Quantity: `
			common popular used often frequent frequently widespread important commonly widely usual
			likely than people numerous willing inclined ready`,
		Ahead: `
			ahead of, outnumber, outnumbers, outnumbered, outranks, beats, outweigh, outweighs`,
		Behind: "behind, outnumbered by, outranked by, outweighed by, beaten by",
		Rising: `
			on the rise, on the increase, on the up, gaining ground, gained ground, growing, rising,
			increasing, climbing, climbed, soared, surged, grew, grown, rose, risen, increased, gone
			up, went up, going up, picked up, up since, up on`,
		Falling: `
			on its way out, on the decline, on the wane, losing ground, lost ground, falling,
			declining, shrinking, shrunk, dwindling, dwindled, decreasing, slumped, declined,
			dropped,
			fell, fallen, decreased, gone down, went down, going down, waned, down since, down on`,
		Factors: map[string]int{
			"doubled": 2, "doubling": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "halved": -2,
			"halving": -2,
		},
		Becoming: `
			become becoming became becomes grown growing now getting got increasingly turned`,
		Then: `
			last time, last year, last survey, the last survey, previous survey, the previous
			survey,
			two years ago, three years ago, a year ago, one year ago, years ago, year ago, before,
			previously, earlier, the year before, years before, used to, years earlier, since`,
		Leading: "before",
		Years:   "year years",
		Ago:     "ago",
		Denials: "no none never nobody neither nothing not",
		Good: `
			good well satisfied safe easy happy agree useful excellent pleased important`,
		Bad: `
			bad badly poor dissatisfied unsafe difficult hard unhappy disagree useless poorly
			unimportant`,
		Grading:  "most least",
		Reverses: "mis dis un in non",
		Kinds: `
			same group groups reason reasons way ways answer answers choice choices purpose purposes
			worry
			worries thing things problem problems obstacle method methods share proportion number
			use priority wish wishes demand calls call option options form kind type means mode
			concern concerns part category channel channels views opinions opinion ticket tickets
			list place source running`,
		Restricts: "among",
		Groups: `
			women woman men man girls boys young younger youngest old older oldest elderly children
			female male new`,
		Highest: `
			highest, most likely, the likeliest, most often, most common, most widespread, largest
			share, largest proportion, most`,
		Lowest: `
			lowest, least likely, the least, least often, least common, smallest share, smallest
			proportion, fewest, least`,
		Counting: "most fewest more fewer",
		Age:      "old age aged born",
		Youngest: "youngest",
		Oldest:   "oldest",
		Multiples: map[string]int{
			"twice as": 2, "three times as": 3, "four times as": 4, "five times as": 5,
			"half as": -2,
		},
		Wishes:      "want wanted wants need needs should would hope hopes wish wishes like to",
		Conditional: "if unless when",
		Infinitives: "e",
		Cut:         "ing ings",
		Vague: `
			unless should aim aims target goal hope hopes nationally county country national
			england britain europe councils elsewhere`,
		Verbs: `
			are were is was be been being have has had having got get gets getting answered answer
			said say says reported report stated think thought believe feel feels felt want would
			could should must took take takes taken use used using come comes came go goes went
			going
			gone do does did doing give gives gave given see seen found find finds make makes made
			still just only even also very really quite fairly much far clearly own who whom that
			which their them they there those these our we us when by with as about from at into
			than so too all any both any most more fewer less many people become becoming becomes
			becoming became told tell tells judged judge regard regarded rated considered seem seems
			ever once time times least always person what how why where something anything
			everything nothing thing
			another other others its his her your you out off up down remaining rest according
			compared whether nor within named show shows showed shown remain remains remained
			choose chose chosen pick picked put puts stay stays stayed keep keeps kept let lets
			account accounts first second third fourth fifth together altogether else
			usually often not now again further happen happens called call count counts matter
			matters tend tends respond responded if although though because but while whereas day`,
	}
}
