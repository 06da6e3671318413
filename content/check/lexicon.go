package check

import "strings"

// lexicon is the words of a language that tell a statistic from other numbers, and how it is meant.
type lexicon struct {
	language   string
	comma      bool // parts thousands (10,000)
	percent    map[string]bool
	points     map[string]bool // after "percentage"
	units      map[string]bool // of time, money, length: what no survey counts
	months     map[string]bool
	after      map[string]bool // what is numbered: side, figur, kapittel
	scales     map[string]bool // before a step of a scale
	means      map[string]bool // the sentence is about an average
	people     map[string]bool // people and answers
	them       map[string]bool // after "av": dem, de
	adjectives map[string]bool // between a number and what it counts
	verbs      map[string]bool // what people who are counted do
	only       map[string]bool // bare, kun, for
	each       map[string]bool // hver, per: no count
	ones       map[string]bool // articles that look like numbers
	pairs      map[string]bool // between two numbers with one unit
	fillers    map[string]bool // between "av" and the base
	hedges     map[string]hedge
	wide       map[string]bool
	half       map[string]bool
	afterHalf  map[string]bool
	wholeParts map[string][2]int // trefjerdedel
	parts      map[string]int    // tredel, tredjedeler: the denominator
}

func words(list string) map[string]bool { return set(strings.Fields(list)...) }

// phrases maps each phrase of a list, parted by commas, to a hedge.
func phrases(m map[string]hedge, h hedge, list string) {
	for _, p := range strings.Split(list, ",") {
		m[strings.TrimSpace(p)] = h
	}
}

var lexicons = map[string]*lexicon{"nb": newNorwegian("nb"), "nn": newNorwegian("nn"), "en": newEnglish()}

// lexiconFor is the lexicon of a language; an unknown one reads bokmål.
func lexiconFor(language string) lexicon {
	if l := lexicons[language]; l != nil {
		return *l
	}
	return *lexicons["nb"]
}

// newNorwegian holds bokmål and nynorsk together: authors mix them, and no word of one misleads in the
// other.
func newNorwegian(language string) *lexicon {
	l := &lexicon{
		language: language,
		percent:  words("prosent prosenten prosents prosentene prosentar pst pct percent"),
		points:   words("poeng poengs"),
		units: words(`år års åra årene årig årige åringer åringar åring aar måned måneder månedene månad månader månadar mnd mnder md uke uker ukene ukers veke veker
			dag dager dagar dagers dagen døgn time timer timar timers t min minutt minutter minuttar sekund sekunder kr kroner kroner- nok øre euro dollar
			millioner million millionar mill milliarder milliard mrd km m cm mm kg g gram tonn liter grader ord tegn teikn sider side kapitler kapittel
			spørsmål påstander påstandar undersøkelser undersøkingar figurer tabeller råd anbefalinger anbefalingar tiltak prosjekter prosjekt møter kurs fylker fylke kommuner
			kommune land landsdeler grupper gruppe trinn steg temaer tema deler punkter punkt ganger gang gongar gong svaralternativer svaralternativ kategorier
			desimaler desimal linjer kolonner rader stk poeng kvartal semester studiepoeng etasjer tall tal`),
		months: words("januar februar mars april mai juni juli august september oktober november desember jan feb mar apr jun jul aug sep sept okt nov des"),
		after: words(`side sidene sider s figur fig figurene tabell tab kapittel kap kapitlene punkt pkt spørsmål spm nr nummer no del uke veke kl klokken klokka
			rapport vedlegg trinn steg nivå versjon utgave bind tlf telefon mobil nou iso covid paragraf artikkel fase skala ledd bokstav avsnitt rom bydel
			årsmelding meld prop innst dok lov forskrift kr nok år årene året rundskriv standard is postboks boks konto orgnr isbn issn dpsnr gruppe bd årgang alder alderen aldersgruppen`),
		scales:     words("skala skalaen skalaer trinn steg karakter poengskala"),
		means:      words("gjennomsnitt gjennomsnittet gjennomsnittlig snitt snittet median medianen standardavvik karakter skåre score snittskår"),
		people:     words(`svar svara svarene personer person personar menneske mennesker menneskja respondenter respondentene respondent respondentar deltakere deltakerne deltakarar deltaker deltagere informanter informanter medlemmer medlemmene medlemer medlemmar medlem inviterte spurte kvinner kvinne menn mann erfaringskonsulenter erfaringskonsulent erfaringskonsulentar ledere leder leiarar ansatte tilsette kollegaer kolleger kollegaar brukere brukarar stemmer røyster utfylte besvarelser besvarelse ubesvarte inviterte pasienter pårørende stk`),
		them:       words("dem de dei alle respondentene respondentane deltakerne deltakarane medlemmene medlemene medlemmane ansatte svarene svara svarerne erfaringskonsulentene oss våre informantene lederne leiarane"),
		adjectives: words("av nye andre flere fleire ulike unike gyldige betalende inviterte spurte eksterne interne nåværende tidligere kvinnelige mannlige kvinnelege unge eldre norske utfylte fulle hele heile"),
		verbs: words(`er var ble blei vart blir har hadde fikk får fekk svarte svara svarar svarer oppga oppgir oppgav nevner nevnte nemner mener mente meiner meinte synes syntes synest opplever opplevde opplev jobber jobba jobbet arbeider arbeidet arbeidde
			ønsker ønsket ønskjer ønskte vil ville kan kunne skal skulle må måtte bør deltok deltar deltek sier sa seier valgte velger valde vel krysset kryssa trives trivdes trivst møter møtte møtes savner savnet saknar mangler manglet manglar tror trodde trur føler følte følte kjenner
			bruker brukte brukar kommer kom kjem gikk går gjekk gjør gjorde gjer står sto stod bor bodde lever levde tok tar tek ga gir gav gjev er synst vet visste veit returnerte sendte leverte fullførte besvarte begynte slutta sluttet etterlyser etterlyste foretrekker deler delte`),
		only:    words("bare berre kun for blant hele heile totalt hos av"),
		each:    words("hver hvert kvar kvart per er pr enn"),
		ones:    words("en ett én éin ein eitt éi ei"),
		fillers: words("de dei totalt alle til sammen saman våre i alt mulige moglege"),
		pairs:   words("og eller til mot"),
		half:    words("halvparten halvdelen helvta helvten halvdel"),
		wholeParts: map[string][2]int{"trefjerdedel": {3, 4}, "trefjerdedeler": {3, 4}, "trekvart": {3, 4}, "tredjeparten": {1, 3}, "tredjedelen": {1, 3},
			"fjerdeparten": {1, 4}, "fjerdedelen": {1, 4}, "tredelen": {1, 3}, "firedelen": {1, 4}},
		parts: map[string]int{"tredel": 3, "tredeler": 3, "tredelar": 3, "tredjedel": 3, "tredjedeler": 3, "tredjedelar": 3, "tredjepart": 3, "tredjeparter": 3,
			"firedel": 4, "firedeler": 4, "firedelar": 4, "fjerdedel": 4, "fjerdedeler": 4, "fjerdedelar": 4, "fjerdepart": 4, "femdel": 5, "femdeler": 5,
			"femdelar": 5, "femtedel": 5, "femtedeler": 5, "femtedelar": 5, "seksdel": 6, "sjettedel": 6, "tidel": 10, "tideler": 10, "tidelar": 10, "tiendedel": 10, "tiendedeler": 10},
		wide:   words("langt godt klart betydelig betydeleg vesentlig monaleg mye mykje"),
		hedges: map[string]hedge{},
	}
	phrases(l.hedges, nearly, "nesten, i underkant av, snaut, snaue, knapt, knappe, nær, nærmere, nærare, opp mot, bortimot, like under, litt under, rett under, oppunder, så godt som, i nærheten av, opptil")
	phrases(l.hedges, above, "over, mer enn, meir enn, flere enn, fleire enn, litt over, i overkant av, drøyt, drøye, drygt, godt og vel, vel, rett over, like over, såvidt over, større enn")
	phrases(l.hedges, below, "under, mindre enn, færre enn, lavere enn, lågare enn, ikke mer enn")
	phrases(l.hedges, about, "rundt, cirka, ca, om lag, omlag, omtrent, omkring, rundt regnet, tilnærmet, ca.")
	phrases(l.hedges, atLeast, "minst, i hvert fall, iallfall, ikke mindre enn, opp til")
	return l
}

func newEnglish() *lexicon {
	l := &lexicon{
		language: "en", comma: true,
		percent: words("percent pct"), points: words("point points"),
		units: words(`year years year-old old month months week weeks day days hour hours minute minutes min second seconds km m cm mm kg g gram grams tonnes litres degrees
			words characters pages page chapters questions statements surveys figures tables recommendations measures projects meetings courses counties municipalities
			countries groups steps themes parts points times time options categories decimals lines columns rows kroner nok euros dollars pounds million billion m bn quarters credits`),
		months: words("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"),
		after: words(`page pages p pp figure fig figures table tab chapter ch section sections question questions no nr number part week version edition volume vol report appendix step level
			iso covid paragraph article phase scale item phone tel telephone room nok kr year years grade standard act isbn issn group age aged ages`),
		scales:     words("scale scales step grade"),
		means:      words("average mean median deviation score scores grade"),
		people:     words("answers answer responses response replies people persons person respondents respondent participants participant informants members member invited women woman men man consultants consultant leaders leader employees employee staff colleagues users voices votes patients managers"),
		them:       words("them those the all respondents participants members us our these"),
		adjectives: words("new other different valid paying invited external internal current former female male young older norwegian full completed"),
		verbs: words(`are were is was have had has got answered answer said say says reported report stated state mention mentioned think thought believe believed feel felt work worked experience experienced
			want wanted wish wished would can could should must took take participated chose choose ticked lack lacked miss missed know knew use used come came went go do did live lived gave give replied responded agree agreed disagree disagreed met meet receive received`),
		only:    words("only just for among all total of"),
		each:    words("each every per is than"),
		ones:    words("one"),
		fillers: words("the all total our a of"),
		pairs:   words("and or to against"),
		half:    words("half"), afterHalf: words("of the have had are were say said want work feel report lack think believe do did get got answered"),
		wholeParts: map[string][2]int{},
		parts:      map[string]int{"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "tenth": 10, "tenths": 10},
		wide:       words("far well clearly considerably much"),
		hedges:     map[string]hedge{},
	}
	phrases(l.hedges, nearly, "nearly, almost, just under, just below, close to, just short of, approaching, slightly under, slightly below")
	phrases(l.hedges, above, "over, more than, just over, above, slightly over, slightly more than, upwards of, greater than")
	phrases(l.hedges, below, "under, less than, fewer than, below, no more than")
	phrases(l.hedges, about, "about, around, approximately, roughly, some, circa, ca")
	phrases(l.hedges, atLeast, "at least, no fewer than, no less than")
	return l
}
