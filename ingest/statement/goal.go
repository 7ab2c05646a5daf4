package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	snowball "github.com/kljensen/snowball/english"

	"mandate/graph"
	"mandate/ingest/english"
)

// declaredGoal is the rule of statements that say what an actor aims at.
const declaredGoal = "declared goal"

// longestGoal bounds the name of a goal, in words: what is longer ends at its
// first comma.
const longestGoal = 16

// goalLabel names the goal that a fragment declares.
func goalLabel(text string) string {
	text = strings.TrimPrefix(lowerFirst(fold(text)), "to ")
	for _, stop := range []string{", so that ", ", so as to ", "; and", ": "} {
		text, _, _ = strings.Cut(text, stop)
	}
	if short, _, _ := strings.Cut(text, ", "); strings.Count(text, " ") >= longestGoal && strings.Contains(short, " ") {
		text = short
	}
	text = strings.TrimRight(text, " .;,:")
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// goalOf names the goal whose aim is p: its clause without what is coordinated
// with it.
func (r *reader) goalOf(p int) string {
	to := r.right[p] + 1
	for _, k := range r.children(p, "conj", "parataxis") {
		if k > p {
			to = min(to, r.left[k])
		}
	}
	return goalLabel(r.words(r.trim(p, to)))
}

// Imperative names the goal that a sentence without a subject sets, "Ensure
// clean water for all"; empty where it sets none.
func (e *Extractor) Imperative(text string) string {
	s := e.parser.Parse(text)
	t := newTree(&s, 0)
	root := t.root()
	if root < 0 || !t.xpos(root, "VB") || t.child(root, "nsubj", "aux") >= 0 || t.left[root] < root && !t.upos(t.left[root], "ADV") {
		return ""
	}
	return goalLabel(text)
}

// Word is a word that says what a text is about, in the form that its
// spellings share, and what it weighs.
type Word struct {
	Stem   string
	Weight float64
}

// GoalWords returns what a statement must speak of to serve the goal of that
// title, each word once.
func (e *Extractor) GoalWords(title string) []Word {
	s := e.parser.Parse(strings.ToLower(title)) // capitals would make names of its words
	var out []Word
	for i := range s.Tokens {
		w := e.word(&s.Tokens[i])
		if w.Weight > 0 && !slices.ContainsFunc(out, func(o Word) bool { return o.Stem == w.Stem }) {
			out = append(out, w)
		}
	}
	return out
}

// word weighs a token: a noun says what a goal is about; a verb says what is to
// become of it, for which there are many verbs, and a vague noun little.
func (e *Extractor) word(t *english.Token) Word {
	lemma := strings.ToLower(t.Lemma)
	stem := snowball.Stem(lemma, true) // "trawling" may be a noun or a verb
	if !wordlike(t.Text) && t.UPOS != "NUM" {
		return Word{}
	}
	verb, nominal := e.cues.Nominals[lemma]
	class := e.cues.Vague[lemma]
	switch {
	case announcing[lemma] == graph.GoalForce || announcing[strings.TrimSuffix(lemma, "s")] == graph.GoalForce || lemma == "principle":
		return Word{}
	case nominal && (t.UPOS == "NOUN" || t.UPOS == "PROPN"):
		return Word{snowball.Stem(verb, true), verbWeight}
	case t.UPOS == "VERB" || class != "":
		return Word{stem, verbWeight}
	case t.UPOS == "ADJ" && e.cues.Unclassifying[lemma], class == "quantity", class == "manner", class == "time":
		return Word{}
	case t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "ADJ":
		return Word{stem, 1}
	}
	return Word{}
}

// verbWeight is what a verb weighs beside a noun that says something.
const verbWeight = 0.5

// content returns the words of the statement with aim p.
func (r *reader) content(p int, object Phrase) []string {
	out := []string{r.word(&r.Tokens[p]).Stem}
	for _, i := range r.scope(p, object) {
		if w := r.word(&r.Tokens[i]); w.Weight > 0 && !slices.Contains(out, w.Stem) {
			out = append(out, w.Stem)
		}
	}
	return out
}
