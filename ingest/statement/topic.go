package statement

import (
	"regexp"
	"slices"
	"strings"

	"mandate/graph"
)

// topics are the things that a statement is about: the noun phrases of its
// object and complements, normalised so that texts which speak of the same
// thing share a topic. Actors are left out, and what says too little by itself.
func (r *reader) topics(p int, object Phrase) []string {
	var out []string
	seen := map[string]bool{}
	for _, i := range r.scope(p, object) {
		for _, t := range r.topicsOf(i) {
			if slug := graph.Slug(t); !seen[slug] {
				seen[slug] = true
				out = append(out, t)
			}
		}
	}
	return out
}

// topicsOf returns the topics of the noun phrase headed by token i, none where
// it heads none or one that can act.
func (r *reader) topicsOf(i int) []string {
	if !r.upos(i, "NOUN", "PROPN") || r.is(i, "compound", "flat") && !r.severed(i) || i < r.first || r.inInstrument(i) || r.canAct(r.phrase(i, true)) {
		return nil
	}
	readings := r.modifierReadings(i)
	if len(readings) == 1 && len(readings[0]) == 0 {
		if ts := r.complemented(i); ts != nil {
			return ts
		}
	}
	var out []string
	for _, modifiers := range readings {
		if r.says(i, modifiers) {
			out = append(out, r.label(append(modifiers, i)))
		}
		if n := len(modifiers); n > 0 && r.act(i) && r.upos(modifiers[n-1], "NOUN") && r.says(modifiers[n-1], modifiers[:n-1]) {
			out = append(out, r.label(modifiers)) // "data protection" is about data too
		}
	}
	return out
}

// says reports whether noun i with its modifiers says enough to be a topic. An
// adjective does not save a stretch of time or a quantity ("a reasonable
// period"), a noun does ("the transition period").
func (r *reader) says(i int, modifiers []int) bool {
	word := r.topicWord(i)
	class, vague := r.cues.Vague[strings.ToLower(word)]
	nouns := slices.ContainsFunc(modifiers, func(k int) bool { return r.upos(k, "NOUN", "PROPN") })
	switch {
	case class == "time", class == "quantity", class == "manner":
		return nouns
	case len(modifiers) > 0:
		return true
	}
	return !vague && !r.cues.Unclassifying[strings.ToLower(word)] && wordlike(word) && !r.xpos(i, "VBG")
}

// wordlike tells words and acronyms from numbers, single letters and marks.
func wordlike(w string) bool {
	return !strings.ContainsAny(w, "0123456789./§@_") && (len(w) > 2 || len(w) == 2 && w == strings.ToUpper(w))
}

// act reports whether noun i names an act, so that its modifiers and its
// of-complement name what is acted upon.
func (r *reader) act(i int) bool {
	w := r.lemma(i)
	class, vague := r.cues.Vague[w]
	return r.cues.Nominals[w] != "" || class == "act" || !vague && deverbal.MatchString(w)
}

// deverbal are the endings of nouns made of verbs.
var deverbal = regexp.MustCompile(`..([st]ion|ment|ing)$`)

// complemented returns the topic that bare noun i makes together with its
// of-complement: "protection of personal data" is personal data protection,
// "freedom of expression" one thing. nil where the two are better taken apart.
func (r *reader) complemented(i int) []string {
	var out []string
	for _, k := range r.children(i, "nmod") {
		if k < i {
			continue
		}
		for _, y := range r.conjuncts(k) {
			if t := r.joined(i, y, r.case_(k)); t != "" {
				out = append(out, t)
			}
		}
	}
	return out
}

// joined is the topic of "i of y", empty where it makes none of its own.
func (r *reader) joined(i, y int, preposition string) string {
	if !r.upos(y, "NOUN") || r.child(y, "det", "nmod:poss") >= 0 || r.child(y, "nmod") > y && r.is(i, "nmod") {
		return ""
	}
	class := r.cues.Vague[r.lemma(i)]
	modifiers := r.modifierReadings(y)[0]
	whole := r.label(append(modifiers, y))
	plural, says := r.xpos(y, "NNS"), r.says(y, modifiers)
	switch actor := r.canAct(r.phrase(y, true)); {
	case class == "right" && preposition == "of" && actor && plural && len(modifiers) == 0:
		return possessive(r.lower(y)) + " " + r.topicWord(i)
	case class == "right" && !actor && !plural && (preposition == "of" || preposition == "to" || preposition == "from"):
		return r.topicWord(i) + " " + preposition + " " + whole
	case preposition != "of":
		return ""
	case r.act(i) && actor:
		if !plural || len(modifiers) > 0 {
			return ""
		}
		return whole + " " + r.topicWord(i)
	case r.act(i) && (says || r.cues.Vague[r.lemma(y)] == "linguistic"):
		return whole + " " + r.topicWord(i)
	case !plural && !actor && (class == "" && says || class == "text" || r.act(i)):
		return r.topicWord(i) + " of " + whole
	}
	return ""
}

// possessive writes a plural as the owner of something.
func possessive(plural string) string {
	if strings.HasSuffix(plural, "s") {
		return plural + "'"
	}
	return plural + "'s"
}
