package actor

import "strings"

// irregular plurals of nouns that name actors.
var irregular = map[string]string{
	"man": "men", "woman": "women", "child": "children", "person": "persons", "people": "people",
	"alumnus": "alumni", "chief": "chiefs", "staff": "staff", "personnel": "personnel", "police": "police",
	"chief of staff": "chiefs of staff", "youth": "youth", "attorney general": "attorneys general",
	"secretary-general": "secretaries-general", "director-general": "directors-general",
	"head of state": "heads of state",
}

var singulars = invert(irregular)

func invert(m map[string]string) map[string]string {
	out := make(map[string]string, len(m))
	for k, v := range m {
		out[v] = k
	}
	delete(out, "people")
	return out
}

// plural forms the plural of the last word of text and keeps its capitals.
func plural(text string) string {
	at := strings.LastIndexByte(text, ' ') + 1
	head, word := text[:at], text[at:]
	lower := strings.ToLower(word)
	one, many := strings.CutSuffix(word, "s")
	if _, already := singulars[lower]; already || many && len(one) > 1 && isAcronym(one) {
		return text // "GPs"
	}
	if p, ok := irregular[lower]; ok {
		return head + matchCase(p, word)
	}
	for _, end := range []string{"woman", "man"} {
		if strings.HasSuffix(lower, end) {
			return head + word[:len(word)-2] + "en"
		}
	}
	switch {
	case lower == "", strings.HasSuffix(lower, "people"):
		return text
	case endsAny(lower, []string{"s", "x", "z", "ch", "sh"}):
		return text + "es"
	case strings.HasSuffix(lower, "y") && !endsAny(lower, []string{"ay", "ey", "oy", "uy"}):
		return text[:len(text)-1] + "ies"
	}
	return text + "s"
}

// singular undoes plural for the last word of a key; a word that is no plural
// comes back as it is or as no word at all, which no list holds.
func singular(k string) string {
	at := strings.LastIndexByte(k, ' ') + 1
	head, word := k[:at], k[at:]
	if s, ok := singulars[word]; ok {
		return head + s
	}
	switch {
	case strings.HasSuffix(word, "men"):
		return k[:len(k)-2] + "an"
	case strings.HasSuffix(word, "ies"):
		return k[:len(k)-3] + "y"
	case endsAny(word, []string{"sses", "xes", "ches", "shes", "zes"}):
		return k[:len(k)-2]
	case strings.HasSuffix(word, "s") && !endsAny(word, []string{"ss", "us", "is"}):
		return k[:len(k)-1]
	}
	return k
}

func matchCase(word, like string) string {
	switch {
	case isAcronym(like) && len(like) > 1:
		return strings.ToUpper(word)
	case startsUpper(like):
		return capitalise(word)
	}
	return word
}
