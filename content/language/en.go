package language

// english is English, as it is written in Europe.
func english() Language {
	return Language{
		Code: "en",
		Terms: Terms{
			Figure: "Figure", Table: "Table", Page: "page", Continued: "(continued)",
			Contents: "Contents", InThis: "In this report", Chapter: "Chapter",
			More:     "and %d more",
			Colophon: "Colophon", About: "About this report", Publisher: "Publisher",
			Series: "Series",
			People: "Contributors", Contact: "Contact", Thanks: "Thanks", Rights: "Rights",
			CiteAs: "How to cite this report", Typography: "Typography", References: "References",
			Faces:  "Set in %s and %s.",
			Answer: "Answer", Answers: "Answers", AnswerAfter: "answer", AnswersAfter: "answers",
			InvitedAfter: "invited", NumberOfAnswers: "Number of answers",
			TotalAnswers: "Answers in all", MultiplePossible: "Several answers possible",
			FreeText: "free-text answers", NEquals: "n =",
			Of: "of", Percent: "per cent", PercentagePoints: "percentage points", PointsShort: "pp",
			Change: "Change", Question: "Question", QuestionsAnswers: "Questions and answers",
			Number: "Number", PercentHead: "Per cent",
			SumLow: "Sum low", SumHigh: "Sum high", Sum: "Sum",
			NoAnswer: "No answer", NotAnswered: "Invited who did not answer",
			Withheld: "withheld", InsideMargin: "within the margin of error", NotGiven: "–",
			Attached:       "The numbers of all figures and tables",
			AttachedSheets: "The numbers of all figures and tables, as a spreadsheet",
			Source:         "Source",
			Responded:      "answered the survey.",
			Earlier:        "In %d: %s.",
			NoEarlier:      "Without earlier figures: %s.",
			Findings:       "Main findings",
			Rise:           "Up from %s, more than the margin of error.",
			Fall:           "Down from %s, more than the margin of error.",
			InEarlier:      "in %d",
			Unchanged:      "As in %d (%s).",
			MaybeChance:    "The difference is within the margin of error.",
			NewQuestion:    "Not asked before.",
			NotComparable:  "Not comparable with earlier years.",
			Dot:            "Each dot is %s people.",
			Person:         "One dot is one person.",
			Filled:         "Filled dot: %d.",
			Hollow:         "Hollow dot: %d.",
			Band:           "The bar shows the uncertainty (95\u00a0%).",
			Field:          "The pale field around a line shows the uncertainty (95\u00a0%).",
			NotMeasured:    "Not measured: %s.",
			Group:          "Group", All: "All", Groups: "Groups:", Or: " or ", Quote: "“%s”",
			ShareOf:       "Share who answered %s",
			ShareWho:      "Share who %s",
			SmallGroup:    "* Under %s answers, read with care.",
			Overlapping:   "One person may be in several groups.",
			OfEach:        "Per cent of each group.",
			Reach:         "The line shows the uncertainty (95\u00a0%).",
			RedGroup:      "Red: the group differs from all by more than the uncertainty.",
			MarkedGroup:   "Highlighted: the group differs from all by more than the uncertainty.",
			RedChange:     "Red: the change is larger than its margin of error.",
			MarkedChange:  "Highlighted: the change is larger than its margin of error.",
			OutsideMargin: "larger than the margin of error",
			ShareYes:      "Share who answered yes",
			ShareHead:     "Share",
			Edition:       "Edition", ForGroup: "%s (%s answers), shown beside all",
			YesAnswers: "Yes answers",
			Likert:     "Shares in per cent.",
			LikertSums: "The sums in the margins add up the low and the high steps.",
			Tried:      "%s of %s comparisons lie outside their margins of error.",
			ByChance:   "By chance alone about %s would.",
			Seldom:     "By chance alone fewer than %s would.",
			NoneChanged: "None of %s comparisons lies outside its margin of error. The " +
				"changes may be chance.",
			ChangedHead: "Changed", MayBeChance: "May be chance",
			SomeInside:  "Of %s changes within the margin of error the %s largest are shown.",
			NoTile:      "–\u00a0Not among the answers",
			SomeOptions: "Only some of the options are shown.",
			Changes: "A hollow dot is %d, a filled dot %d. Per cent, and change in percentage " +
				"points.",
			Paired: "Outlined bars are %d, filled bars %d.",
			Private: "Numbers under %s, and those that could give them away, are withheld to " +
				"protect privacy.",
			Forms: Forms{
				"pie": "Pie chart", "donut": "Donut chart", "hbar": "Horizontal bars",
				"vbar": "Vertical bars", "likert": "Stacked bar chart", "slope": "Slope chart",
				"paired": "Paired bars", "change": "Change list", "dots": "Dot chart",
				"tilemap":   "Tile map",
				"dotcols":   "Dot columns",
				"series":    "Line chart",
				"battery":   "Dot rows",
				"multiples": "Small multiples",
				"dotplot":   "Dot plot",
				"stacked":   "Stacked rows",
				"heat":      "Heat table",
			},
			Web: englishWeb(),
		},
		Numbers: Numbers{Mark: ".", Thousands: ","},
		Numerals: Numerals{
			Low: [20]string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight",
				"nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
				"seventeen", "eighteen", "nineteen"},
			Tens: [10]string{2: "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
				"ninety"},
			Joint: "-", OneJoined: "one", Hundred: "hundred", Thousand: "thousand", One: "one",
			OneHundred: "one ", And: " and ",
		},
		Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August",
			"September", "October", "November", "December"},
		Citation: Citation{
			And: "and", AndOthers: "et" + NoBreakSpace + "al.", NoDate: "n.d.", Pages: "pp.",
			ListComma: ",",
			Names: Names{
				Organisations: `
					academy administration agency alliance archive association authority bank
					board bureau center centre church city college commission committee company
					consortium corporation council county department directorate faculty
					federation foundation fund government group hospital inc institute institution
					laboratory league library limited llc ltd ministry municipality museum
					network nhs office organisation organization parliament partnership plc
					press programme project registry school secretariat service services society
					team the trust union university`,
				Titles: `
					dr prof professor mr mrs ms miss sir dame lord lady rev phd ph.d md m.d msc
					m.sc bsc b.sc ma ba mba esq`,
				Suffixes: commonSuffixes, Particles: commonParticles,
				Capitals: commonCapitals,
			},
		},
		Lexicon: englishLexicon(),
	}
}

func englishLexicon() Lexicon {
	return Lexicon{
		Grammar: Grammar{
			Abbreviations: "ca pct et al vs st approx no nr fig tab",
			Clauses:       "but while whereas",
			Negations: `
				not without no never lack lacks none nothing neither outside avoided avoid
				spared escaped escape cannot`,
			And:      "and",
			Or:       "or",
			As:       "as",
			Who:      "who",
			From:     "from",
			To:       "to",
			Of:       "of",
			Than:     "than",
			By:       "by",
			Refrains: "failed to, declined to, refrained from, chose not to, did nothing",
			Where:    "where when if",
			Links: `
				by with from about as per via through during after before under over between into
				onto because when if which that us we you they also only already`,
		},
		Counting: Counting{
			Ones:         "one",
			StressedOnes: "one",
			Article:      "a",
			Half:         "half",
			Parts: map[string]int{
				"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4,
				"quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "tenth": 10,
				"tenths": 10,
			},
			AfterHalf: `
				of the have had are were say said want work feel report lack think believe do did
				get got answered`,
			Ordinals:    "third thirds quarter quarters fifth fifths",
			Every:       "every",
			OutOf:       "of, out of",
			OutOfFew:    "in",
			Fillers:     "the all total our a of",
			Pairs:       "and or to against",
			Percent:     "percent, per cent, pct",
			Points:      "percentage point, percentage points, percent point, percent points, pp",
			PointsShort: "points",
		},
		Hedges: Hedges{
			Nearly: `nearly, almost, just under, just below, close to, just short of, approaching,
				slightly under, slightly below, virtually, practically, next to, hardly`,
			Above: `
				over, more than, just over, above, slightly over, slightly more than, upwards of,
				greater than`,
			Below:   "under, less than, fewer than, below",
			About:   "about, around, approximately, roughly, some, circa, ca",
			AtMost:  "at most, no more than, not more than",
			AtLeast: "at least, no fewer than, no less than",
			Wide:    "far well clearly considerably much",
		},
		Things: Things{
			Units: `
				year years year-old old month months week weeks day days hour hours minute minutes
				min second seconds km m cm mm kg g gram grams tonnes litres degrees words
				characters pages page chapters questions statements surveys figures tables
				recommendations measures projects meetings courses counties municipalities
				countries groups steps themes parts points times time options categories decimals
				lines columns rows kroner nok euros dollars pounds million billion bn quarters
				credits`,
			MonthsShort:    "jan feb mar apr jun jul aug sep sept oct nov dec",
			MonthFirst:     true,
			OrdinalEndings: "st nd rd th",
			Numbered: `
				page pages p pp figure fig figures table tab chapter ch section sections question
				questions no nr number part week version edition volume vol report appendix step
				level iso covid paragraph article phase scale item phone tel telephone room nok kr
				year years grade standard act isbn issn group age aged ages`,
			Measures: map[string]int{
				"minute": 1, "minutes": 1, "min": 1, "hour": 60, "hours": 60,
				"day": 1440, "days": 1440, "week": 10080, "weeks": 10080,
				"month": 43800, "months": 43800, "year": 525600, "years": 525600,
			},
			Scales:        "scale scales step grade",
			Means:         "average mean median deviation score scores grade",
			PositionSizes: "position post",
		},
		Counted: Counted{
			People: `answers answer responses response replies people persons person respondents
				respondent participants participant informants members member invited women woman
				men man consultants consultant leaders leader employees employee staff colleagues
				users voices votes patients managers`,
			Roles: `
				consultants consultant leaders leader employees employee staff colleagues users
				patients managers members member`,
			It:            "it this that which",
			NounEndings:   "s",
			AgentEndings:  "ers ents ants",
			PluralEndings: "s",
			Adjectives: `
				new other different valid paying invited external internal current former female
				male young older norwegian full completed`,
			Verbs: `
				numbered totalled are were is was have had has got answered answer said say says reported report
				stated state mention mentioned think thought believe believed feel felt work
				worked experience experienced want wanted wish wished would can could should must
				took take participated chose choose ticked lack lacked miss missed know knew use
				used come came went go do did live lived gave give replied responded agree agreed
				disagree disagreed met meet receive received find finds found rate rates rated feels
				thinks believes says reports see sees saw call calls called wait waits waited travel
				travels travelled live lives pay pays paid use uses walk walks drive drives drove knows
				get gets study studies spend spends spent sent comes goes does gives
				replies responds agrees disagrees meets
				receives chooses lacks misses takes wants wishes experiences mentions states`,
			Opines: `
				answered answer said say says reported report stated state states mentioned mention
				mentions think thinks thought believe believes believed feel feels felt rate rates
				rated agree agrees agreed disagree disagrees disagreed replied responded`,
			Them:  "them those the all respondents participants members us our these",
			Tally: "number numbers",
			Only:  "only just for among all total of",
			Also:  "also too additionally",
			Each:  "each every per is than",
		},
		Answers: AnswerWords{
			Small: `
				the of a an by with from in and or to for on at is are has have year years yes no
				this these such it they`,
			Yes:        "yes",
			No:         "no",
			Agree:      "agree agrees agreed",
			Disagree:   "disagree disagrees disagreed",
			Never:      "never, none, no times, not at all",
			Generic:    "other both all",
			Introduces: "answered answer said say says",
			Synonyms: []Phrases{
				"alone, only me, just me, by myself, on my own",
				"phone, telephone, phoned, call, called",
				"email, emails, emailed", "website, web, internet",
				"daily, every day", "weekly, every week", "monthly, every month",
				"woman, women, female", "man, men, male",
				"cycle, bicycle, bike, cycled, cycles, cycling", "walk, on foot, walked, walking",
				"car, drive, drove, driving", "never, not at all",
				"unsure, not sure, do not know, don't know, don’t know",
				"give, gave, given, gives, giving",
				"take, took, taken, takes, taking", "buy, bought, buys, buying",
				"spend, spent, spends, spending", "leave, left, leaves, leaving",
				"find, found, finds", "feel, felt, feels, feeling", "get, got, gets, getting",
				"go, went, gone, goes, going", "see, saw, seen, sees", "think, thought, thinks",
				"pay, paid, pays, paying", "wear, wore, worn, wears, wearing",
				"dissatisfied, unsatisfied, unhappy, dissatisfaction",
				"satisfied, happy, pleased",
			},
			Endings: "e s es d ed r er est st n en",
			Neither: "neither",
		},
		Claims: Claims{
			Majority:   "majority",
			MajorityOf: "most",
			Mostly:     "mostly largely mainly",
			Minority:   "minority",
			Few:        "few, hardly anyone, hardly anybody",
			Some:       "some",
			Most: `
				tops the list, top the list, heads the list, on top, most important, largest,
				biggest, most common, most popular, most used, most widely used, most
				frequent`,
			Least: `
				fewest, smallest, least common, least popular, least used, least frequent`,
			None: "none nobody",
			Next: "second",
			All:  "all, everyone, everybody, every single",
			Multiples: map[string]int{
				"twice as": 2, "double the": 2, "half as": -2,
			},
			Times:  "times as",
			More:   "more higher larger",
			Rather: "commoner likelier",
			Less:   "fewer lower smaller",
			Graded: `
				more less older younger up down longer shorter higher lower over under better
				worse minimum maximum`,
		},
		Asserts: englishAssertions(),
		Changes: Changes{
			Farthest: "most",
			Up:       "increased, increase, rose, risen, grew, grown, went up",
			Down:     "decreased, decrease, fell, fallen, declined, decline, dropped, went down",
			Same:     "unchanged, stable, as last year",
			Factors: map[string]int{
				"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "halved": -2,
			},
			Shifts:      "up down cut reduced raised lifted",
			Less:        "less",
			Fewer:       "fewer",
			Never:       "more less",
			Becomes:     "are is was were become became",
			Among:       "in among",
			Portion:     "share proportion",
			Now:         "this year, now, today",
			Since:       "since",
			Past:        "previous earlier before last since ago",
			Beside:      "from against compared",
			Wishes:      "want wanted wants need needs should",
			Doubts:      "unsure doubt",
			Chance:      "margin chance uncertain",
			NotChance:   "marginal",
			Differences: "difference gap",
			Together:    "together, combined, altogether, in all, in total, taken together, between them",
			Including:   "including included counting counted",
			Without: `
				except, except for, apart from, aside from, excluding, leaving out, leaving aside,
				other than, not counting, all but, take away, taking away`,
			Ordinals: map[string]int{
				"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
				"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
			},
			InARow: "year in a row, year running",
		},
		Polls: Polls{
			Names:    "survey poll questionnaire study",
			Answered: "answered responded participated replied completed",
			Taken:    "answered completed returned filled",
			Replies:  "answers answer responses replies respondents participants",
			Rates:    "response rate, response rates, turnout",
			Asked:    "invited asked contacted",
			Rest:     "the rest, the remaining, remaining, the remainder, the others",
			Aims:     "goal goals target targets aim aims",
			Pale:     "mixed split divided mediocre middling moderately average ok okay so-so lukewarm",
		},
		Sources: Sources{
			Texts:     "text report summary chapter article headline",
			Tells:     "said says stated states gave gives wrote reported",
			Printed:   "text",
			Stood:     "stood",
			PrintedAs: "given as, printed as, stated as",
			Others:    "according to, nationally, nationwide, national average, across the country",
		},
		Scales: Scales{
			{
				"strongly disagree", "disagree", "neither agree nor disagree, neutral", "agree",
				"strongly agree",
			},
			{"never", "rarely, seldom", "sometimes", "often", "always"},
			{"very unsafe", "unsafe", "neither", "safe", "very safe"},
		},
		Bands: Bands{
			Under:  "under, less than, below, fewer than, younger than, shorter than",
			Over:   "over, more than, older than, longer than, above",
			OrMore: "or more, or older, or over, or above, or longer, and over, and above, plus",
			OrLess: `
				or less, or fewer, or younger, or under, or below, or shorter, and under, at most`,
			Times: map[string]int{"once": 1, "twice": 2},
			Upto:  "up to, at most, no more than, a maximum of",
			Within: `
				within, the last, the past, in the last, in the past, over the last, over the past,
				during the last, during the past, within the last, within the past`,
			From:  "at least, a minimum of",
			Apart: "between",
			Per:   "a per each every",
			Mixed: "months weeks",
		},
		Degrees: Degrees{
			Often: []Phrases{
				"never, not once",
				"almost never, hardly ever, very rarely, very seldom",
				"rarely, seldom, less often, yearly, annually, once in a while",
				"sometimes, occasionally, now and then, now and again, from time to time, monthly",
				"often, frequently, regularly, fairly often, quite often, many times, weekly",
				"very often, very frequently, usually, mostly, most of the time, daily",
				"always, all the time, constantly, every time",
			},
			Much: []Phrases{
				"not at all, none, nothing, not any",
				"very little, very few, hardly at all, to a very small extent, almost none",
				`a little, little, a bit, not much, few, a few, slightly, to a small extent, to a
				limited extent`,
				`some, somewhat, partly, in part, moderately, to some extent, to a moderate extent,
				about half, half`,
				"quite a bit, quite a lot, a fair amount, fairly, to a considerable extent",
				"a lot, a great deal, much, many, to a great extent, to a large extent",
				`very much, very many, most, mostly, extremely, to a very great extent, to a very
				large extent`,
				"completely, entirely, fully, totally, all, everything",
			},
			Intensity: `
				not, not at all, not very, not so, hardly, a little, slightly, somewhat, partly,
				moderately, fairly, quite, rather, very, highly, extremely, completely, totally`,
			Nearly: `
				almost, nearly, less than, less often than, more than, more often than, at least,
				only, just`,
			Times:    "times once twice",
			Every:    "every each",
			Periods:  "day week fortnight month quarter year",
			DontKnow: "don't know, dont know, do not know, i don't know, don't know yet",
		},
	}
}
