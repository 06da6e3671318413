package language

import "strings"

// Words are single words, parted by spaces.
type Words string

// List are the words, in order.
func (w Words) List() []string { return strings.Fields(string(w)) }

// Phrases are expressions of one word or several, parted by commas.
type Phrases string

// List are the phrases, in order, with one space between the words of each.
func (p Phrases) List() []string {
	var list []string
	for _, phrase := range strings.Split(string(p), ",") {
		if words := strings.Fields(phrase); len(words) > 0 {
			list = append(list, strings.Join(words, " "))
		}
	}
	return list
}

// Lexicon is the words by which the check of a report's prose reads it (package content/check).
// They stand in small letters and without the full stop of an abbreviation. Every form of a word is
// listed by itself: singular and plural, present and past. Only the words of answers, which the
// lexicon does not know, are recognised in other forms, by Answers.Endings.
type Lexicon struct {
	Grammar  Grammar
	Counting Counting
	Hedges   Hedges
	Things   Things
	Counted  Counted
	Answers  AnswerWords
	Claims   Claims
	Asserts  Assertions
	Changes  Changes
	Polls    Polls
	Sources  Sources
	Scales   Scales
	Bands    Bands
	Degrees  Degrees
}

// Grammar is the small words that hold a sentence together.
type Grammar struct {
	Abbreviations Words   // whose full stop ends no sentence: "ca", "nr"
	Clauses       Words   // that begin a new clause, by which a claim is parted from others: "men"
	Negations     Words   // that deny what a clause says: "ikke", "uten", "never"
	And           Words   // between two parts of a sentence: "og"
	Or            Words   // between two of which either may be: "eller"
	As            Words   // in "like mange som", "sto som": "som", "as"
	Who           Words   // that begins a relative clause about people: "som", "who"
	From, To      Words   // of a range, a scale or a change: "fra", "til"
	Of            Words   // between a part and its whole: "av"
	Than          Words   // after a comparative: "enn"
	By            Words   // before who does what is done: "av"
	Refrains      Phrases // that deny what is done: "lot være"
	Where         Words   // before a one that is anybody: "der" in "der én arbeider"
	Links         Words   // others that part a noun from what follows it: "hos", "fordi"
}

// Counting is how numbers are written in words, beside Language.Numerals.
type Counting struct {
	Numerals     map[string]int    // other words for 1 to 90 than those that a report prints: "syv"
	OneBeforeTen string            // between a one and the ten after it: "og" in "åtteogtjue"
	Ones         Words             // words for one that are also articles: "en", "én", "one"
	StressedOnes Words             // those of them that count somebody before a verb: "én svarte"
	Article      Words             // that is no numeral and yet begins a fraction: "a" in "a third"
	Half         Words             // "halvparten", "half"
	Fractions    map[string][2]int // of one word, part and whole: "trefjerdedel" {3, 4}
	Parts        map[string]int    // the whole that a word after a number tells: "tredel" 3
	AfterHalf    Words             // one must follow Half; "" when that has no other meaning
	Ordinals     Words             // Parts that are ordinals too, and so need AfterHalf: "third"
	Every        Words             // before an ordinal that tells a share: "hver" in "hver tredje"
	OutOf        Phrases           // between a count and any base: "av" in "35 av 62"
	OutOfFew     Words             // before a base of ten at most: "in" in "one in five"
	Fillers      Words             // between OutOf and the base: "de" in "35 av de 62"
	Pairs        Words             // between two numbers that share a unit: "og", "til"
	Percent      Phrases           // after a number of per cent: "prosent", "per cent"
	Points       Phrases           // after a number of percentage points: "prosentpoeng"
	PointsShort  Words             // for points after a placeholder that prints a change: "poeng"
}

// Hedges are what stands before a number that is not meant exactly, by how it is meant.
type Hedges struct {
	Nearly  Phrases // a little less: "nesten", "i underkant av"
	Above   Phrases // more: "over", "mer enn"
	Below   Phrases // less: "under", "mindre enn"
	About   Phrases // a little less or more: "rundt", "om lag"
	AtLeast Phrases // as much or more: "minst"
	AtMost  Phrases // as much or less: "høyst"
	Wide    Words   // by which a hedge leaves open how far it is off: "langt" in "langt over"
}

// Things are what numbers count or name that are no statistics of a survey.
type Things struct {
	Units          Words          // after a number: time, money and all that no survey counts
	MonthsShort    Words          // months as they are abbreviated
	MonthFirst     bool           // a day may stand after its month: "June 9"
	OrdinalEndings Words          // that make digits an ordinal: "nd" in "2nd"
	Numbered       Words          // before its number: "side", "kapittel", "nr"
	Measures       map[string]int // units of time, in minutes: "uke" 10080
	Scales         Words          // before a step of a scale: "skala", "trinn"
	Means          Words          // that make a decimal near them a mean or a score: "gjennomsnitt"
	PositionSizes  Words          // after a per cent that is the size of a post: "stilling"
}

// Counted is who surveys count, and what stands around a number that counts them.
type Counted struct {
	People        Words // "svar", "respondenter"
	Roles         Words // those of People who are counted only where a survey says so: "ansatte"
	NounEndings   Words // of plurals that are nouns and nothing else: "ene"
	AgentEndings  Words // of those that may be people all the same: "erne"
	It            Words // pronouns for things that were told before: "det" in "en tredel av det"
	Definite      Words // endings of a noun that is told apart from others: "en" in "kommunen"
	PluralEndings Words // by which words of a survey's population are such people too: "er"
	Adjectives    Words // between the number and the people: "gyldige"
	Verbs         Words // what people who are counted do: "svarte", "har"
	Opines        Words // those of Verbs that only who answers does: "mener"
	Them          Words // the people after Grammar.Of: "dem" in "fire av dem"
	Tally         Words // how many there are, of whom the number may stand alone: "antallet"
	Only          Words // before a number that counts people when nothing follows it: "bare", "kun"
	Also          Words // by which those who did something else are counted too: "også"
	Each          Words // before a number that counts nobody, though a verb follows: "hver", "per"
}

// AnswerWords is how sentences name the answers of a question.
type AnswerWords struct {
	Small      Words     // that say nothing about which answer is meant: "og", "på", "den"
	Yes, No    Words     // "ja", "nei"
	Agree      Words     // with which one agrees to a statement: "enig"
	Disagree   Words     // with which one does not: "uenig"
	Never      Phrases   // whole labels by which one denies what was asked: "aldri"
	Generic    Words     // others that may stand in any sentence without being named: "annet"
	Introduces Words     // before an answer that is quoted: "svarte" in "svarte ja"
	Endings    Words     // by which forms of one word differ, not words made from it: "er"
	Synonyms   []Phrases // that mean the same, also in parts of a label: "alene, bare meg"
	Neither    Words     // with which a label of the middle begins, and may be called: "verken"
	Link       string    // between the parts of a compound: "s" in "vikariatsstilling"
}

// Claims are what is said about answers without a number.
type Claims struct {
	Majority   Phrases        // more than half: "flertallet", "de fleste"
	MajorityOf Words          // more than half before people or Grammar.Of: "most"
	Mostly     Words          // more than half before what they did: "mostly"
	Minority   Phrases        // less than half: "et mindretall"
	Few        Phrases        // a small part, before people or Grammar.Of: "få"
	Some       Words          // before people or Grammar.Of, no more than half: "noen"
	Most       Phrases        // the largest of all answers: "flest", "most common"
	Least      Phrases        // the smallest: "færrest"
	None       Words          // no count at all, before a verb or people: "ingen"
	Next       Words          // before Most or Least, the second from there: "nest"
	All        Phrases        // the whole base, before a verb or people: "alle"
	AsMany     Phrases        // the count of another answer: "like mange"
	NotAsMany  Words          // before AsMany, makes no such claim: "nesten", "ikke"
	Multiples  map[string]int // "dobbelt så" 2; of parts less than 0: "halvparten så" -2
	Times      Phrases        // after a number from two to ten: "ganger så" in "tre ganger så"
	More, Less Words          // than another answer, or than before: "flere", "færre"
	Rather     Words          // as More, only of two answers: "vanligere", "mer"
	Graded     Words          // that take in the steps above or below one: "eldre"
}

// Polls is how a survey itself is spoken of, and not its answers.
type Polls struct {
	Names    Words   // "undersøkelsen"
	Answered Words   // what those did who took part: "svarte"
	Taken    Words   // what a survey was by those who took part: "besvart"
	Replies  Words   // what they gave: "svar"
	Rates    Phrases // "svarprosenten", "response rate"
	Asked    Words   // who were asked: "inviterte"
	Rest     Phrases // all answers but those named before: "resten", "de øvrige"
	Aims     Words   // before a number that is wished for: "målet"
	Pale     Words   // that call an outcome neither good nor bad: "middels"
}

// Changes are claims about an earlier year.
type Changes struct {
	Farthest       Words          // beside such a word, that it changed most: "mest" in "økte mest"
	Up, Down, Same Phrases        // "økte", "gikk opp"; "sank"; "uendret", "som i fjor"
	Shifts         Words          // that tell one beside "med" or "by": "opp", "redusert"
	Factors        map[string]int // that claim one by how many times: "doblet" 2; of parts below 0
	Have           Words          // before a participle that is another word without it: "har"
	UpAfterHave    Words          // such a participle: "økt"
	More, Less     Words          // as Claims.More and Less, only of changes: "vanligere"
	Fewer          Words          // that claim a change at the head of a short text: "færre"
	Never          Words          // of More and Less, those that claim none there: "flere"
	OnlyAtEnd      Words          // of them, those that must be its last word: "større"
	Becomes        Words          // before a comparative that claims one there: "er", "ble"
	Among          Words          // that may follow such a comparative: "blant"
	Portion        Words          // "andel" in "en mindre andel"
	Now            Phrases        // that name the year of the report: "i år", "nå"
	Since          Words          // before the year from which a change is counted: "siden"
	Past           Words          // that name an earlier year: "fjor", "før"
	Beside         Words          // that put two years beside each other: "mot" in "52 mot 48"
	Wishes         Words          // before what is no change then: "ønsker" in "ønsker flere"
	Doubts         Words          // that speak of not knowing: "usikker"
	Chance         Words          // how words begin that say a change may be chance: "feilmargin"
	NotChance      Words          // how words begin that only look like them: "marginal"
	Differences    Words          // before what lies between two numbers: "forskjellen"
	Together       Phrases        // that add up what was told: "til sammen"
	Including      Words          // that add some to others: "medregnet"
	Without        Phrases        // that leave out those who are named: "bortsett fra"
	Ordinals       map[string]int // "femte" 5
	InARow         Phrases        // after an ordinal: "år på rad" in "for femte år på rad"
}

// Sources are how a text tells what another text printed, right or wrong.
type Sources struct {
	Texts     Words   // "rapporten", before one of Tells: "rapporten skrev at"
	Tells     Words   // "skrev"
	Printed   Words   // just before the number itself: "tekst" in "tekst 68,8"
	Stood     Words   // before Grammar.As: "sto" in "sto som 68,8"
	PrintedAs Phrases // "oppgitt til"
	Others    Phrases // that name who else counted: "ifølge", "på landsbasis", "according to"
}

// Scales are scales whose steps have an order that everybody knows. A scale is its steps, lowest
// first; a step is its wordings, the usual one first.
type Scales [][]Phrases

// Bands is how the label of an answer says which numbers it holds; marks need not be told.
type Bands struct {
	Under  Phrases        // all below the number: "under"
	Over   Phrases        // all above it: "mer enn"
	OrMore Phrases        // the number and all above it: "eller eldre"
	OrLess Phrases        // the number and all below it: "eller mindre"
	Upto   Phrases        // the same, before the number: "høyst"
	Within Phrases        // before a number that may belong to them or not: "innen"
	From   Phrases        // the number and all above it, before the number: "minst"
	Apart  Words          // before two numbers with Grammar.And between them: "mellom"
	Per    Words          // between a unit and the time in which it is counted: "i" in "dager i uken"
	Times  map[string]int // words for how many times: "twice" 2
	Mixed  Words          // of labels that are measured otherwise than those beside them: "måneder"
}
