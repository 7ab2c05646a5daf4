package english

import "strings"

// abbreviationClass says what the full stop after an abbreviation can mean.
type abbreviationClass int

const (
	notAbbreviation          abbreviationClass = iota
	abbreviationInside                         // never ends a sentence: Mr., e.g., vs.
	abbreviationBeforeNumber                   // an abbreviation only before a number: No. 3, Art. 5
	abbreviationAnywhere                       // may end a sentence too: Inc., etc., p.m.
)

// longestAbbreviation bounds what classOf looks up.
const longestAbbreviation = 8

// classOf looks a word (without its last full stop) up among the abbreviations.
func classOf(word string) abbreviationClass {
	if len(word) > longestAbbreviation || len(word) == 1 && isUpper(rune(word[0])) { // capitals are initials
		return notAbbreviation
	}
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "prof", "st", "gen", "lt", "col", "capt", "cpt", "maj", "sgt", "cmdr", "adm", "gov",
		"sen", "rep", "reps", "rev", "hon", "pres", "mme", "mlle", "messrs", "amb", "atty", "supt", "e.g", "eg", "i.e",
		"cf", "viz", "vs", "v", "approx", "esp", "incl", "excl", "resp", "attn", "fr", "mt", "ft", "gds", "ed", "eds",
		"transl", "dept", "univ", "assn", "conf", "int'l", "nat'l", "gov't", "ass't":
		return abbreviationInside
	case "no", "nos", "art", "arts", "sec", "secs", "sect", "para", "paras", "par", "pars", "p", "pp", "vol", "vols", "ch",
		"chap", "chaps", "cl", "cls", "fig", "figs", "ex", "reg", "regs", "res", "doc", "docs", "app", "ser", "supp", "suppl", "ref",
		"rec", "ss", "subs", "subpara", "pt", "bk", "tab", "op", "ca", "c", "n", "nn", "ff", "f", "min", "max", "avg", "est", "stat", "div", "ext", "tel":
		return abbreviationBeforeNumber
	case "inc", "ltd", "corp", "co", "cos", "bros", "plc", "llc", "etc", "jr", "sr", "esq", "al", "ibid", "seq",
		"jan", "feb", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
		"tue", "tues", "wed", "thu", "thur", "thurs", "fri", "ave", "blvd", "rd", "hwy",
		"govt", "yrs", "hrs":
		return abbreviationAnywhere
	}
	return notAbbreviation
}

// startsSentence tells capitalised words that after an abbreviation show that a
// new sentence has begun: the function words that open most sentences.
func startsSentence(word string) bool {
	switch word {
	case "The", "This", "That", "These", "Those", "A", "An", "It", "Its", "He", "She", "They", "We", "You", "His", "Her",
		"Their", "Our", "My", "Your", "There", "Here", "In", "On", "At", "By", "For", "From", "With", "Without", "To", "Of", "As",
		"If", "When", "While", "Where", "Whereas", "After", "Before", "Since", "Although", "Though", "Because", "Unless", "Until",
		"During", "Under", "Upon", "Through", "Within", "And", "But", "Or", "Nor", "Yet", "So", "However", "Moreover", "Furthermore",
		"Therefore", "Thus", "Hence", "Nevertheless", "Meanwhile", "Otherwise", "Instead", "Also", "Then", "Once", "What", "Who",
		"Which", "Why", "How", "Each", "Every", "All", "Any", "Some", "Many", "Most", "Several", "Such", "No", "None", "Nothing",
		"Not", "Both", "Either", "Neither", "One", "Two", "Another", "Other", "Only", "Even", "According", "Despite", "Given",
		"Pursuant", "Subject", "Is", "Are", "Was", "Were", "Do", "Does", "Did", "Has", "Have", "Had", "Can", "Could", "Should",
		"Would", "Will", "May", "Must", "Shall", "Let", "Please", "I":
		return true
	}
	return false
}
