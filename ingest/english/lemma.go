package english

import (
	"strings"
	"unicode/utf8"
)

// longestSuffix is how many code points of a word's end its inflection is read from.
const longestSuffix = 6

// Lemmatizer finds the dictionary form of a tagged word: in a table of the
// words that inflect unlike others, else by the edit that most words with the
// same tag and the same (longest known) ending take, where an edit that gives
// a known lemma goes first. Make one with TrainLemmatizer or ReadLemmatizer; it
// does not change afterwards and is safe for use by many goroutines.
type Lemmatizer struct {
	tags       map[tagName]int      // number of a pair of tags
	tagOfXPOS  map[string]int       // the most frequent pair that an XPOS stands in
	exceptions map[formKey]string   // lemma
	rules      map[suffixKey][]edit // most frequent first
	known      map[lemmaKey]struct{}
}

func newLemmatizer() *Lemmatizer {
	return &Lemmatizer{
		tags: map[tagName]int{}, tagOfXPOS: map[string]int{},
		exceptions: map[formKey]string{}, rules: map[suffixKey][]edit{}, known: map[lemmaKey]struct{}{},
	}
}

// tagName is a pair of tags as the treebank has it.
type tagName struct{ upos, xpos string }

// proper tells the tags of names, whose case is part of them.
func (n tagName) proper() bool { return n.upos == "PROPN" || strings.HasPrefix(n.xpos, "NNP") }

// key is how a form is looked up; it is also the lemma of what does not inflect.
func (n tagName) key(form string) string {
	if n.proper() {
		return form
	}
	return strings.ToLower(form)
}

// formKey is a word as tagName.key writes it, under its pair of tags.
type formKey struct {
	tag  int
	form string
}

// suffixKey is the end of a word, under its pair of tags; "^" marks the word's start.
type suffixKey struct {
	tag    int
	suffix string
}

type lemmaKey struct{ upos, lemma string }

// edit makes a lemma of a form.
type edit struct {
	lower bool   // take the form in lower case
	strip int    // bytes to cut off its end
	add   string // what to put there
}

// apply gives the lemma, false when the form is too short to be cut.
func (e edit) apply(form string) (string, bool) {
	if e.lower {
		form = strings.ToLower(form)
	}
	keep := len(form) - e.strip
	if keep < 0 || keep < len(form) && !utf8.RuneStart(form[keep]) {
		return "", false
	}
	if keep == len(form) && e.add == "" {
		return form, true
	}
	return form[:keep] + e.add, form[:keep]+e.add != ""
}

// Lemma returns the dictionary form of a word with its universal and Penn tag,
// in lower case but for proper nouns. A form that nothing is known of is
// returned as it stands; the empty form has the empty lemma.
func (l *Lemmatizer) Lemma(form, upos, xpos string) string {
	form = strings.ReplaceAll(form, "’", "'")
	name := tagName{upos, xpos}
	tag, ok := l.tags[name]
	if !ok {
		if tag, ok = l.tagOfXPOS[xpos]; !ok {
			return name.key(form)
		}
	}
	if lemma, ok := l.exceptions[formKey{tag, name.key(form)}]; ok {
		return lemma
	}
	if xpos == "VBD" || xpos == "VBN" {
		if lemma, ok := l.prefixed(tag, name.key(form)); ok {
			return lemma
		}
	}
	return l.byRule(tag, form, name)
}

// prefixed finds the lemma of a verb that is an irregular one behind a prefix:
// withdrew by drew, undertook by took.
func (l *Lemmatizer) prefixed(tag int, form string) (string, bool) {
	for _, prefix := range [...]string{"under", "over", "with", "fore", "out", "mis", "up", "re", "un"} {
		if rest, ok := strings.CutPrefix(form, prefix); ok && len(rest) > 2 {
			if lemma, ok := l.exceptions[formKey{tag, strings.TrimPrefix(rest, "-")}]; ok {
				return form[:len(form)-len(rest)] + lemma, true
			}
		}
	}
	return "", false
}

// byRule tries the edits of the longest ending known first, and takes the
// first that gives a known lemma, or else the first of all.
func (l *Lemmatizer) byRule(tag int, form string, name tagName) string {
	best := ""
	for suffix := range suffixes(form) {
		for _, e := range l.rules[suffixKey{tag, suffix}] {
			lemma, ok := e.apply(form)
			if !ok {
				continue
			}
			if _, known := l.known[lemmaKey{name.upos, lemma}]; known {
				return lemma
			}
			if best == "" {
				best = lemma
			}
		}
	}
	if best == "" {
		return name.key(form)
	}
	return best
}

// knows reports whether a form is a lemma of a universal tag.
func (l *Lemmatizer) knows(upos, form string) bool {
	_, ok := l.known[lemmaKey{upos, form}]
	return ok
}

// suffixes yields the ends of a form in lower case, longest first and the
// empty one last; a form no longer than the longest begins with "^".
func suffixes(form string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := len(form)
		for range longestSuffix {
			_, size := utf8.DecodeLastRuneInString(form[:start])
			start -= size
		}
		end := strings.ToLower(form[start:])
		if start == 0 {
			end = "^" + end
		}
		for {
			if !yield(end) || end == "" {
				return
			}
			_, size := utf8.DecodeRuneInString(end)
			end = end[size:]
		}
	}
}
