package language

// bokmål is Norwegian bokmål.
func bokmål() Language {
	return Language{
		Code: "nb",
		Terms: Terms{
			Figure: "Figur", Table: "Tabell", Page: "side", Continued: "(forts.)",
			Contents: "Innhold", InThis: "I denne rapporten", Chapter: "Kapittel",
			More:     "og %d til",
			Colophon: "Kolofon", About: "Om rapporten", Publisher: "Utgiver", Series: "Serie",
			People: "Medvirkende", Contact: "Kontakt", Thanks: "Takk", Rights: "Rettigheter",
			CiteAs: "Slik siterer du rapporten", Typography: "Typografi", References: "Referanser",
			Faces:  "Satt med %s og %s.",
			Answer: "Svar", Answers: "Svar", AnswerAfter: "svar", AnswersAfter: "svar",
			InvitedAfter: "inviterte", NumberOfAnswers: "Antall svar", TotalAnswers: "Svar i alt",
			MultiplePossible: "Flere svar mulig", FreeText: "svar i fritekst", NEquals: "n =",
			Of: "av", Percent: "prosent", PercentagePoints: "prosentpoeng", PointsShort: "pp.",
			Change: "Endring", Question: "Spørsmål", QuestionsAnswers: "Spørsmål og svar",
			Number: "Antall", PercentHead: "Prosent",
			SumLow: "Sum lav", SumHigh: "Sum høy", Sum: "Sum",
			NoAnswer: "Ubesvart", NotAnswered: "Inviterte som ikke svarte",
			Withheld: "holdt tilbake", InsideMargin: "innenfor feilmarginen", NotGiven: "–",
			Attached:       "Tallene i alle figurer og tabeller",
			AttachedSheets: "Tallene i alle figurer og tabeller, som regneark",
			Source:         "Kilde",
			Responded:      "svarte på undersøkelsen.",
			Earlier:        "I %d: %s.",
			NoEarlier:      "Uten tidligere tall: %s.",
			Findings:       "Hovedfunn",
			Rise:           "Opp fra %s, større enn feilmarginen.",
			Fall:           "Ned fra %s, større enn feilmarginen.",
			InEarlier:      "i %d",
			Unchanged:      "Som i %d (%s).",
			MaybeChance:    "Forskjellen er innenfor feilmarginen.",
			NewQuestion:    "Ikke spurt før.",
			NotComparable:  "Kan ikke sammenlignes med tidligere år.",
			Dot:            "Hvert punkt er %s personer.",
			Person:         "Én prikk er én person.",
			Filled:         "Fylt prikk: %d.",
			Hollow:         "Hul prikk: %d.",
			Band:           "Stripen viser usikkerheten (95\u00a0%).",
			Field:          "Det bleke feltet rundt en linje viser usikkerheten (95\u00a0%).",
			NotMeasured:    "Ikke målt: %s.",
			Group:          "Gruppe", All: "Alle", Groups: "Grupper:", Or: " eller ", Quote: "«%s»",
			ShareOf:       "Andel som svarte %s",
			ShareWho:      "Andel som %s",
			SmallGroup:    "* Under %s svar, les med varsomhet.",
			Overlapping:   "Én person kan være i flere grupper.",
			OfEach:        "Prosent av hver gruppe.",
			Reach:         "Streken viser usikkerheten (95\u00a0%).",
			RedGroup:      "Rødt: gruppen skiller seg fra alle mer enn usikkerheten tilsier.",
			MarkedGroup:   "Framhevet: gruppen skiller seg fra alle mer enn usikkerheten tilsier.",
			RedChange:     "Rødt: endringen er større enn feilmarginen.",
			MarkedChange:  "Framhevet: endringen er større enn feilmarginen.",
			OutsideMargin: "større enn feilmarginen",
			ShareYes:      "Andel som svarte ja",
			ShareHead:     "Andel",
			Edition:       "Utgave", ForGroup: "%s (%s svar), vist ved siden av alle",
			YesAnswers: "Ja-svar",
			Likert:     "Andel i prosent.",
			LikertSums: "Summene i margen legger sammen de lave og de høye trinnene.",
			Tried:      "%s av %s sammenligninger er utenfor feilmarginen.",
			ByChance:   "Ved rene tilfeldigheter ville om lag %s vært det.",
			Seldom:     "Ved rene tilfeldigheter ville færre enn %s vært det.",
			NoneChanged: "Ingen av %s sammenligninger er utenfor feilmarginen. Endringene " +
				"kan være tilfeldige.",
			ChangedHead: "Endret", MayBeChance: "Kan være tilfeldig",
			SomeInside:  "Av %s endringer innenfor feilmarginen er de %s største vist.",
			NoTile:      "–\u00a0Ikke blant svarene",
			SomeOptions: "Bare noen av svaralternativene er vist.",
			Changes:     "Hul prikk er %d, fylt prikk er %d. Prosent og endring i prosentpoeng.",
			Paired:      "Omriss er %d, fylt søyle er %d.",
			Private: "Tall under %s, og tall som kunne røpet dem, er holdt tilbake av hensyn " +
				"til personvernet.",
			Forms: Forms{
				"pie": "Kakediagram", "donut": "Smultringdiagram", "hbar": "Liggende søyler",
				"vbar": "Stående søyler", "likert": "Stablet søylediagram",
				"slope": "Stigningsdiagram", "paired": "Parvise søyler",
				"change": "Endringsliste", "dots": "Prikkdiagram",
				"tilemap":   "Rutekart",
				"dotcols":   "Prikksøyler",
				"series":    "Linjediagram",
				"battery":   "Prikkrader",
				"multiples": "Små søyler",
				"dotplot":   "Prikkplott",
				"stacked":   "Stablede rader",
				"heat":      "Varmetabell",
			},
			Web: bokmålWeb(),
		},
		Numbers: norwegianNumbers(),
		Numerals: Numerals{
			Low: [20]string{"ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni",
				"ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten",
				"atten", "nitten"},
			Tens: [10]string{2: "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti",
				"nitti"},
			OneJoined: "en", Hundred: "hundre", Thousand: "tusen", One: "ett", And: " og ",
		},
		Months:   norwegianMonths(),
		DayDot:   ".",
		Citation: norwegianCitation(),
		Alphabet: norwegianAlphabet(),
		Lexicon:  norwegianLexicon(),
	}
}

// norwegianNumbers is how both written languages of Norway write numbers.
func norwegianNumbers() Numbers { return Numbers{Mark: ",", Thousands: NoBreakSpace} }

func norwegianMonths() [12]string {
	return [12]string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
		"september", "oktober", "november", "desember"}
}

func norwegianCitation() Citation {
	return Citation{And: "og", AndOthers: "mfl.", NoDate: "u.å.", Pages: "s.", Names: Names{
		Organisations: `
			akademi akademiet aksjeselskap allianse alliansen arkiv arkivet as asa avdeling
			avdelingen avis avisen ba bedrift bibliotek biblioteket bispedømme byrå byrået
			departement departementet direktorat direktoratet etat etaten fagforbund forbund
			forbundet forening foreningen foretak foretaket forlag forlaget fond fondet
			forsvaret forskningsråd frivillighet fylke fylkeskommune fylkeskommunen gruppe
			gruppen helse hf høgskole høgskolen høyskole høyskolen iks institutt instituttet kf
			klinikk klinikken klubb klubben komité komiteen kommisjon kommune kommunen
			kompetansesenter kompetansetjeneste laboratorium lag laget landsforening
			landsforeningen museum museet nettverk nettverket norges norsk ombud ombudet
			organisasjon organisasjonen politiet redaksjon redaksjonen regjeringen råd rådet sa
			samarbeid samferdsel samskipnad sekretariat sekretariatet selskap selskapet senter
			senteret sentral sentralbyrå sentralen sentrum skole skolen stat staten stiftelse
			stiftelsen stortinget styre styret sykehus sykehuset tilsyn tilsynet tjeneste
			tjenesten tjenester universitet universitetet utvalg utvalget verk verket virksomhet`,
		Titles: `
			dr prof professor førsteamanuensis amanuensis stipendiat cand mag phd ph.d ing
			siv.ing sivilingeniør advokat adv pastor herr hr fru frk psykolog lege sykepleier`,
		Suffixes: commonSuffixes + " d.y d.e", Particles: commonParticles,
		Capitals: commonCapitals,
	}}
}

// norwegianAlphabet has æ, ø and å, with their Swedish and German kin and with aa, after z
// (Språkrådet, "Alfabetisering").
func norwegianAlphabet() Alphabet {
	return Alphabet{
		After: []string{"æä", "øö", "å"}, Pairs: []Pair{{"aa", "å"}},
		Like: map[rune]string{'ü': "y"},
	}
}

// norwegianLexicon holds bokmål and nynorsk together: authors mix them, and no word of one misleads
// in the other. Words of English stand in it where Norwegian texts use them.
func norwegianLexicon() Lexicon {
	return Lexicon{
		Grammar: Grammar{
			Abbreviations: `
				ca bl kl nr eks pst pct dvs mfl jf jfr inkl evt mnd tlf al et vs st meld prop fig
				tab kap avd`,
			Clauses: "men mens medan",
			Negations: `
				ikke ikkje uten utan mangler manglar savner saknar ingen ingenting verken hverken
				korkje unnlot aldri nei utenfor utanfor slapp slepp slipper unngikk unngjekk`,
			And:  "og",
			Or:   "eller",
			As:   "som",
			Who:  "som",
			From: "fra frå",
			To:   "til",
			Of:   "av",
			Than: "enn",
			By:   "av",
			Refrains: `
				lot være, lar være, latt være, la være, let vere, lèt vere, lét vere, lar vere,
				late vere, unnlèt å, unnlater å`,
			Where: "der hvor kor når hvis dersom viss om",
			Links: `
				hos mot om under over mellom gjennom utan uten siden sidan før fordi hvis dersom
				slik at når mens også bare berre kun allerede allereie`,
		},
		Counting: Counting{
			Numerals: map[string]int{
				"syv": 7, "tyve": 20, "tredve": 30,
			},
			OneBeforeTen: "og",
			Ones:         "en et eit ett én éin ein eitt éi ei",
			StressedOnes: "én éin",
			Half:         "halvparten halvdelen helvta helvten halvdel",
			Fractions: map[string][2]int{
				"trefjerdedel": {3, 4}, "trefjerdedeler": {3, 4}, "trekvart": {3, 4},
				"tredjeparten": {1, 3}, "tredjedelen": {1, 3}, "fjerdeparten": {1, 4},
				"fjerdedelen": {1, 4}, "tredelen": {1, 3}, "firedelen": {1, 4},
			},
			Parts: map[string]int{
				"tredel": 3, "tredeler": 3, "tredelar": 3, "tredjedel": 3,
				"tredjedeler": 3, "tredjedelar": 3, "tredjepart": 3, "tredjeparter": 3,
				"firedel": 4, "firedeler": 4, "firedelar": 4, "fjerdedel": 4,
				"fjerdedeler": 4, "fjerdedelar": 4, "fjerdepart": 4, "femdel": 5,
				"femdeler": 5, "femdelar": 5, "femtedel": 5, "femtedeler": 5,
				"femtedelar": 5, "seksdel": 6, "sjettedel": 6, "tidel": 10, "tideler": 10,
				"tidelar": 10, "tiendedel": 10, "tiendedeler": 10,
			},
			Every:   "hver hvert kvar kvart",
			OutOf:   "av",
			Fillers: "de dei totalt alle til sammen saman våre i alt mulige moglege",
			Pairs:   "og eller til mot",
			Percent: `
				prosent, prosenten, prosents, prosentene, prosentar, prosentane, pst, pct, percent`,
			Points:      "prosentpoeng, prosentpoengs, prosent poeng, prosent poengs, pp",
			PointsShort: "prosentpoeng poeng",
		},
		Hedges: Hedges{
			Nearly: `
				nesten, i underkant av, snaut, snaue, knapt, knappe, nær, nærmere, nærare, opp
				mot, bortimot, like under, litt under, rett under, oppunder, så godt som, så å
				si, så å seie, tilnærmet, tilnærma, praktisk talt, i nærheten av, opptil`,
			Above: `
				over, mer enn, meir enn, flere enn, fleire enn, litt over, i overkant av, drøyt,
				drøye, drygt, godt og vel, vel, rett over, like over, såvidt over, større enn`,
			Below: "under, mindre enn, færre enn, lavere enn, lågare enn",
			About: "rundt, cirka, ca, om lag, omlag, omtrent, omkring, rundt regnet",
			AtMost: `
				høyst, høgst, maksimalt, ikke mer enn, ikke flere enn, ikkje meir enn, ikkje fleire
				enn`,
			AtLeast: "minst, i hvert fall, iallfall, ikke mindre enn, opp til",
			Wide:    "langt godt klart betydelig betydeleg vesentlig monaleg mye mykje",
		},
		Things: Things{
			Units: `
				år års åra årene årig årige åringer åringar åring aar måned måneder månedene månad
				månader månadar mnd mnder md uke uker ukene ukers veke veker dag dager dagar
				dagers dagen døgn time timer timar timers t min minutt minutter minuttar sekund
				sekunder kr kroner kroner- nok øre euro dollar millioner million millionar mill
				milliarder milliard mrd km m cm mm kg g gram tonn liter grader ord tegn teikn
				sider side kapitler kapittel spørsmål påstander påstandar undersøkelser
				undersøkingar figurer tabeller råd anbefalinger anbefalingar tiltak prosjekter
				prosjekt møter kurs fylker fylke kommuner kommune land landsdeler grupper gruppe
				trinn steg temaer tema deler punkter punkt ganger gang gongar gong gonger
				svaralternativer svaralternativ kategorier desimaler desimal linjer kolonner rader
				stk poeng kvartal semester studiepoeng etasjer tall tal`,
			MonthsShort: "jan feb mar apr jun jul aug sep sept okt nov des",
			Numbered: `
				side sidene sider s figur fig figurene tabell tab kapittel kap kapitlene punkt pkt
				spørsmål spm nr nummer no del uke veke kl klokken klokka rapport vedlegg trinn
				steg nivå versjon utgave bind tlf telefon mobil nou iso covid paragraf artikkel
				fase skala ledd bokstav avsnitt rom bydel årsmelding meld prop innst dok lov
				forskrift kr nok år årene året rundskriv standard is postboks boks konto orgnr
				isbn issn dpsnr gruppe bd årgang alder alderen aldersgruppen`,
			Measures: map[string]int{
				"minutt": 1, "minutter": 1, "minuttar": 1, "min": 1, "minuttene": 1, "minutta": 1,
				"kvarter": 15, "kvarteret": 15,
				"halvtime": 30, "halvtimen": 30, "time": 60, "timen": 60, "timer": 60,
				"timar": 60, "timene": 60, "timane": 60,
				"dag": 1440, "dagen": 1440, "dager": 1440, "dagar": 1440, "døgn": 1440,
				"dagene": 1440, "dagane": 1440, "døgnet": 1440, "døgna": 1440,
				"virkedager": 1440, "virkedagar": 1440,
				"uke": 10080, "uka": 10080, "uken": 10080, "uker": 10080, "veke": 10080,
				"veka": 10080, "veker": 10080, "ukene": 10080, "vekene": 10080,
				"måned": 43800, "måneden": 43800, "måneder": 43800, "månad": 43800,
				"månaden": 43800, "månader": 43800, "månadar": 43800, "mnd": 43800,
				"månedene": 43800, "månadene": 43800, "månadane": 43800,
				"år": 525600, "året": 525600, "års": 525600,
				"årene": 525600, "åra": 525600,
			},
			Scales: "skala skalaen skalaer trinn steg karakter poengskala",
			Means: `gjennomsnitt gjennomsnittet gjennomsnittlig snitt snittet median medianen
				standardavvik karakter skåre score snittskår`,
			PositionSizes: "stilling stillinger stillingar stillingsprosent lønn",
		},
		Counted: Counted{
			People: `svar svara svarene personer person personar menneske mennesker menneskja
				respondenter respondentene respondent respondentar deltakere deltakerne deltakarar
				deltaker deltagere informanter medlemmer medlemmene medlemer medlemmar medlem
				inviterte spurte kvinner kvinne menn mann erfaringskonsulenter erfaringskonsulent
				erfaringskonsulentar ledere leder leiarar ansatte tilsette kollegaer kolleger
				kollegaar brukere brukarar stemmer røyster utfylte besvarelser besvarelse
				ubesvarte pasienter pårørende stk`,
			Roles: `
				medlemmer medlemmene medlemer medlemene medlemmar medlemmane medlem
				lederne leiarane erfaringskonsulentene erfaringskonsulenter
				erfaringskonsulent erfaringskonsulentar ledere leder leiarar ansatte tilsette
				kollegaer kolleger kollegaar brukere brukarar pasienter pårørende lesarar elevar
				studentar bebuarar foreldre føresette vitjande stk`,
			NounEndings:   "ene ane",
			AgentEndings:  "erne ørene arane erane",
			It:            "det dette",
			Definite:      "en et a ene ane",
			PluralEndings: "er ere ar ende ande",
			Adjectives: `
				av nye andre flere fleire ulike unike gyldige betalende inviterte spurte eksterne
				interne nåværende tidligere kvinnelige mannlige kvinnelege unge eldre norske
				utfylte fulle hele heile`,
			Verbs: `
				er var ble blei vart blir har hadde fikk får fekk svarte svara svarar svarer oppga
				oppgir oppgav nevner nevnte nemner mener mente meiner meinte synes syntes synest
				opplever opplevde opplev jobber jobba jobbet arbeider arbeidet arbeidde ønsker
				ønsket ønskjer ønskte vil ville kan kunne skal skulle må måtte bør deltok deltar
				deltek sier sa seier valgte velger valde vel krysset kryssa trives trivdes trivst
				møter møtte møtes savner savnet saknar mangler manglet manglar tror trodde trur
				føler følte kjenner bruker brukte brukar kommer kom kjem gikk går gjekk gjør
				gjorde gjer står sto stod bor bodde lever levde tok tar tek ga gir gav gjev synst
				vet visste veit returnerte sendte leverte fullførte besvarte begynte slutta
				sluttet etterlyser etterlyste foretrekker deler delte`,
			Opines: `
				svarte svara svarar svarer oppga oppgir oppgav nevner nevnte nemner mener mente
				meiner meinte synes syntes synest synst opplever opplevde opplev sier sa seier
				tror trodde trur føler følte kjenner savner savnet saknar ønsker ønsket ønskjer
				ønskte etterlyser etterlyste foretrekker trives trivdes trivst`,
			Them: `dem de dei alle respondentene respondentane deltakerne deltakarane medlemmene
				medlemene medlemmane ansatte svarene svara svarerne erfaringskonsulentene oss våre
				informantene lederne leiarane`,
			Tally: "antall antallet tallet tal talet",
			Only:  "bare berre kun for blant hele heile totalt hos av",
			Also:  "også òg også dessuten",
			Each:  "hver hvert kvar kvart per er pr enn",
		},
		Answers: AnswerWords{
			Small: `
				i og på av en et ei den det de dei som til to for med fra frå om eller er har år
				prosent jeg eg du din ditt dine min mitt mine sin sitt sine vi oss seg man hva kva hvilken
				hvilket hvor kor hvordan korleis når da så ved etter ja nei at å dette disse desse
				slik slike altså totalt samlet`,
			Yes:        "ja",
			No:         "nei",
			Agree:      "enig enige einig einige samd samde",
			Disagree:   "uenig uenige ueinig ueinige usamd usamde",
			Never:      "aldri, ingen, ingen ganger, ingen gonger, ikke i det hele tatt",
			Generic:    "annet anna begge alle",
			Introduces: "svarte svart svarer svara svarar sier sa sagt seier sagde krysset oppga",
			Endings: `
				e t a n s r en et ar er es te de dde tt ene ane ne ere are est ast este aste ende
				ande el le re d`,
			Synonyms: []Phrases{
				"alene, åleine, aleine, eneste, einaste, kun meg, bare meg, berre meg",
				"telefon, telefonen, ringe, ringer, ringte",
				"nett, nettside, nettsiden, nettsida, internett, nettet",
				"daglig, dagleg, hver dag, kvar dag",
				"ukentlig, vekentleg, hver uke, kvar veke",
				"månedlig, månadleg, hver måned, kvar månad",
				"kvinne, kvinner, kvinnene, dame, damer", "mann, menn, mennene",
				"hjemmekontor, heimekontor, hjemmefra, heimefrå",
				"sykkel, sykler, sykle, sykler, syklar, sykla, syklende, syklande",
				"gående, gåande, går, gå, til fots", "bil, bilen, kjører, køyrer",
				"buss, bussen, bussene, bussane", "ikke, ikkje", "aldri, ingen ganger",
				"bra, godt, god, gode", "dårlig, dårleg, dårlige, dårlege",
				"barn, barna, unger, ungar", "venner, vener, venene, vennene",
				"sikkert, sikker, sikre",
				"usikker, usikre, vet ikke, veit ikkje", "får, få, fikk, fått, fekk",
				"gir, gi, ga, gitt, gjev, gje, gav, gjeve", "drar, dra, dro, dratt",
				"misfornøyd, misfornøyde, misnøye, misnøyen, misnøgd, misnøgde, misnøya",
				"fornøyd, fornøyde, tilfreds, tilfredse, nøgd, nøgde",
			},
			Neither: "verken hverken korkje",
			Link:    "s",
		},
		Claims: Claims{
			Majority: `
				flertall, flertallet, fleirtal, fleirtalet, majoritet, majoriteten, de fleste,
				dei fleste, de aller fleste, dei aller fleste, mesteparten`,
			Mostly:   "hovedsakelig hovudsakleg",
			Minority: "mindretall, mindretallet, mindretal, mindretalet",
			Few:      "få",
			Some:     "noen nokre nokon enkelte",
			Most: `
				topper listen, topper lista, toppar lista, på topp, viktigst, viktigste, viktigast,
				viktigaste, flest, vanligst, vanligste, vanlegast, vanlegaste, hyppigst, hyppigste, størst,
				største, mest brukt, mest brukte, mest populær, mest populære, mest utbredt,
				mest utbredte`,
			Least: `
				færrest, færrast, sjeldnest, sjeldnast, minst brukt, minst brukte, minst populær,
				minst populære, minst vanlig, minst vanlige, minst vanleg, minst vanlege`,
			None: "ingen ingenting",
			Next: "nest",
			All: `
				alle, samtlige, samtlege, hver eneste, hvert eneste, kvar einaste, kvart einaste,
				alle sammen, alle saman`,
			AsMany:    "like mange",
			NotAsMany: "nesten omtrent nær ikke ikkje",
			Multiples: map[string]int{
				"dobbelt så": 2, "doble så": 2, "tredobbelt så": 3, "halvparten så": -2,
				"halvt så": -2,
			},
			Times:  "ganger så, gonger så",
			More:   "flere fleire høyere høgare større oftere oftare",
			Rather: "vanligere vanlegare mer meir",
			Less:   "færre lavere lågare mindre sjeldnere sjeldnare",
			Graded: `
				over under mer meir mindre minst høyst høgst eldre yngre opp ned lenger lengre
				kortere høyere høgare lavere lågare oftere oftare sjeldnere sjeldnare bedre betre
				verre minimum maksimum`,
		},
		Asserts: norwegianAssertions(),
		Changes: Changes{
			Farthest: "mest",
			Up: `økte, økning, økningen, auke, auken, auka, oppgang, oppgangen, steg, steget,
				vokste, vokst, gikk opp, gått opp, gjekk opp, går opp`,
			Down: `nedgang, nedgangen, sank, sunket, falt, minket, minsket, minka, gikk ned, gått
				ned, gjekk ned, går ned`,
			Same: `uendret, uendra, uforandret, stabil, stabilt, som i fjor, som året før, som åra
				før`,
			Factors: map[string]int{
				"doblet": 2, "dobla": 2, "fordoblet": 2, "fordobla": 2, "tredoblet": 3, "tredobla": 3,
				"firedoblet": 4, "firedobla": 4, "halvert": -2,
			},
			Shifts:      "opp ned økt økte redusert redusere kuttet kutta hevet heva senket senka",
			Have:        "har",
			UpAfterHave: "økt",
			More:        "vanligere vanlegare",
			Fewer:       "færre",
			Never:       "flere fleire",
			OnlyAtEnd:   "større mindre",
			Becomes:     "er ble blei blir blitt vart vorte var",
			Among:       "i blant",
			Portion:     "andel del",
			Now:         "i år, nå, no, i dag",
			Since:       "siden sidan",
			Past:        "fjor fjorårets før tidligere tidlegare siden sidan forrige førre",
			Beside:      "fra frå mot",
			Wishes:      "ønsker ønsket ønskjer vil trenger treng bør må burde kan",
			Doubts:      "usikker usikre usikkert vet veit tvil",
			Chance:      "feilmargin margin tilfeldig usikker",
			NotChance:   "marginal",
			Differences: `
				forskjellen skilnaden differansen gapet`,
			Together: `
				til sammen, til saman, tilsammen, tilsaman, sammenlagt, samanlagt, i alt, totalt,
				samlet, samla, lagt sammen, lagt saman`,
			Including: "medregnet medrekna inkludert inklusive iberegnet medreknet",
			Without: `
				trekker fra, trekker vi fra, trekkjer frå, trekkjer vi frå, trekk frå, ser bort fra,
				ser vi bort fra, ser bort frå, ser vi bort frå, bortsett fra, bortsett frå, unntatt,
				unnateke, utenom, utanom, med unntak av, fratrukket, fråtrekt`,
			Ordinals: map[string]int{
				"andre": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6,
				"sjuende": 7, "syvende": 7, "sjuande": 7, "åttende": 8, "åttande": 8,
				"niende": 9, "niande": 9, "tiende": 10, "tiande": 10,
			},
			InARow: "år på rad, året på rad",
		},
		Polls: Polls{
			Names: `
				undersøkelsen undersøkinga undersøkelse undersøking spørreundersøkelsen
				spørjeundersøkinga skjemaet spørreskjemaet spørjeskjemaet måling målingen målinga`,
			Answered: "svarte svara svarer svarar deltok deltar deltek besvarte returnerte",
			Taken:    "besvart svart svara returnert utfylt",
			Replies: `
				svar svara svarene besvarelser respondenter respondentar`,
			Rates: "svarprosent, svarprosenten, svarandel, svarandelen, deltakelsen, deltakinga",
			Asked: "inviterte spurte spurde utsendte",
			Rest: `
				resten, de øvrige, dei øvrige, de resterende, dei resterande, resterende,
				resterande, de siste, dei siste`,
			Aims: "mål målet målsetting målsettingen målsetjing ambisjonen",
			Pale: `
				delt delte greit greie greitt middels mellomfornøyd midt ok okei sånn passelig
				passeleg`,
		},
		Sources: Sources{
			Texts: `tekst teksten rapport rapporten sammendrag sammendraget samandraget kapitlet
				kapittelet artikkelen overskriften bildeteksten tabellen`,
			Tells: `
				sa sier seier sagde oppga oppgir oppgav oppgjev skrev skriver skreiv skriv hevdet
				hevdar viste`,
			Printed: "tekst teksten",
			Stood:   "sto stod står",
			PrintedAs: `
				oppgitt til, oppgitt som, oppgjeve til, oppgjeve som, oppgjeven til, oppgjeven som`,
			Others: `
				ifølge, i følge, ifølgje, i følgje, på landsbasis, nasjonalt, i landet, i fylket,
				i hele landet, i heile landet, landssnittet, landsgjennomsnittet,
				statistisk sentralbyrå, ssb`,
		},
		Scales: Scales{
			{
				"svært utrygt", "utrygt", "verken eller, verken trygt eller utrygt, både og",
				"trygt", "svært trygt",
			},
			{"svært utrygg", "utrygg", "verken eller, både og", "trygg", "svært trygg"},
			{
				"svært misfornøyd", "misfornøyd", "verken eller, både og", "fornøyd",
				"svært fornøyd",
			},
			{
				"svært dårlig", "dårlig", "verken eller, middels", "bra, god, godt",
				"svært bra, svært god, svært godt",
			},
			{
				"helt uenig, svært uenig", "uenig, litt uenig, delvis uenig",
				"verken eller, nøytral", "enig, litt enig, delvis enig",
				"helt enig, svært enig",
			},
			{"heilt ueinig", "ueinig", "verken eller", "einig", "heilt einig"},
			{
				"aldri", "sjelden, sjeldan", "av og til, noen ganger, nokre gonger", "ofte",
				"svært ofte", "alltid",
			},
			{
				"ikke i det hele tatt", "i svært liten grad", "i liten grad", "i noen grad",
				"i stor grad", "i svært stor grad",
			},
		},
		Bands: Bands{
			Under: "under, mindre enn",
			Over:  "over, mer enn, meir enn, flere enn, fleire enn",
			OrMore: `
				eller mer, eller meir, eller flere, eller fleire, eller eldre, og over, og eldre,
				eller over, eller lenger, eller lengre, og mer, og meir, og oppover, pluss`,
			OrLess: `
				eller mindre, eller færre, eller yngre, eller under, eller kortere, og under,
				eller yngre enn det`,
			Upto: `
				høyst, høgst, maks, maksimalt, opptil, ikke mer enn, ikkje meir enn`,
			Within: `
				inntil, innan, innen, siste, de siste, dei siste, i løpet av de siste,
				i løpet av dei siste, på de siste, på dei siste`,
			From:  "minst, minimum",
			Apart: "mellom",
			Per:   "i per pr kvar hver",
			Mixed: "måneder md mnd månader uker",
		},
		Degrees: Degrees{
			Often: []Phrases{
				"aldri, ikke en gang, ikke én gang, ikkje ein gong",
				"nesten aldri, svært sjelden, svært sjeldan, veldig sjelden, veldig sjeldan",
				`sjelden, sjeldan, sjeldnere, sjeldnare, en sjelden gang, ein sjeldan gong, årlig,
				årleg`,
				`av og til, noen ganger, nokre gonger, iblant, i blant, innimellom, somme tider,
				somme gonger, enkelte ganger, til tider, månedlig, månadleg`,
				`ofte, mange ganger, mange gonger, ganske ofte, nokså ofte, regelmessig, jevnlig,
				jamleg, jamt, ukentlig, vekentleg`,
				`svært ofte, veldig ofte, som regel, som oftest, for det meste, vanligvis,
				vanlegvis, daglig, dagleg`,
				"alltid, bestandig, hele tiden, heile tida, hver gang, kvar gong",
			},
			Much: []Phrases{
				`ikke i det hele tatt, ikkje i det heile, ikkje i det heile teke, overhodet ikke,
				ingen, ingenting, i ingen grad, ikke noe, ikkje noko, null`,
				`i svært liten grad, i veldig liten grad, svært lite, veldig lite, svært få,
				nesten ingen, nesten ingenting`,
				"i liten grad, i mindre grad, lite, lite grann, få, noen få, nokre få",
				`i noen grad, i nokon grad, til en viss grad, til ei viss grad, i middels grad,
				litt, noe, noko, noen, nokre, delvis, til dels, omtrent halvparten, halvparten,
				om lag halvparten`,
				"en del, ein del, ganske mye, nokså mykje, ganske mykje, ganske mange, nokså mange",
				"i stor grad, mye, mykje, mange",
				`i svært stor grad, i veldig stor grad, svært mye, svært mykje, veldig mye, veldig
				mykje, svært mange, de fleste, dei fleste, det meste`,
				"helt, heilt, fullt ut, fullstendig, alle, alt, alt sammen",
			},
			Intensity: `
				ikke, ikkje, ikke i det hele tatt, ikkje i det heile, ikke så, ikkje så, lite, litt,
				noe, noko, nokså, ganske, middels, delvis, svært, veldig, meget, særs, ekstremt,
				utrolig, helt, heilt`,
			Nearly: `
				nesten, sjeldnere enn, sjeldnare enn, oftere enn, oftare enn, mindre enn, mer enn,
				meir enn, minst, bare, berre, kun`,
			Times: "gang ganger gong gonger",
			Every: "hver hvert kvar kvart annenhver annankvar",
			Periods: `
				dag dagen døgn døgnet uke uka uken veke veka måned måneden månad månaden år året`,
			DontKnow: "vet ikke, jeg vet ikke, veit ikkje, eg veit ikkje, veit ikke",
		},
	}
}
