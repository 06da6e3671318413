package language

// english is English, as it is written in Europe.
func english() Language {
	return Language{
		Code: "en",
		Terms: Terms{
			Figure: "Figure", Table: "Table", Page: "page", Continued: "(continued)",
			Contents: "Contents", InThis: "In this report", Chapter: "Chapter",
			Colophon: "Colophon", About: "About this report", Publisher: "Publisher", Series: "Series",
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
			Attached:  "The numbers of all figures and tables",
			Responded: "answered the survey.",
			Earlier:   "In %d: %s.",
			NoEarlier: "Without earlier figures: %s.",
			Dot:       "Each dot is %s people.",
			Likert:    "Shares in per cent. The sums in the margins add up the low and the high steps.",
			Changes: "A hollow dot is %d, a filled dot %d. Per cent, and change in percentage " +
				"points.",
			Paired: "Outlined bars are %d, filled bars %d.",
			Private: "Numbers under %s, and those that could give them away, are withheld to " +
				"protect privacy.",
			Forms: Forms{
				"pie": "Pie chart", "donut": "Donut chart", "hbar": "Horizontal bars",
				"vbar": "Vertical bars", "likert": "Stacked bar chart", "slope": "Slope chart",
				"paired": "Paired bars", "change": "Change list", "dots": "Dot chart",
			},
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
		},
	}
}
