// Package ingesttest makes policy documents for tests, as many and as long as
// wanted: numbered headings, paragraphs and lists of made-up sentences that say
// who shall do what. The same seed gives the same text.
package ingesttest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Document writes a Markdown document of about so many words.
func Document(seed uint64, words int) string {
	w := &writer{random: rand.New(rand.NewPCG(seed, stream))}
	w.actors = w.cast()
	w.line("# %s for %s", w.pick(kinds), w.title(w.pick(topics)))
	w.line("%s", w.sentence())
	for section := 1; w.words < words; section++ {
		w.line("## %d. %s", section, w.title(w.pick(topics)))
		for range 2 + w.random.IntN(4) {
			if w.random.IntN(4) == 0 {
				w.list()
			} else {
				w.paragraph()
			}
		}
	}
	return w.text.String()
}

// stream is the second half of every seed: any number will do.
const stream = 0x6d616e64617465

// writer is a document in the making.
type writer struct {
	random *rand.Rand
	text   strings.Builder
	words  int
	actors []string // of this document
}

// cast chooses those who act in the document, some of whom no other has.
func (w *writer) cast() []string {
	cast := make([]string, 0, 12)
	for range 8 {
		cast = append(cast, w.pick(states), "the "+w.title(w.pick(topics))+" "+w.pick(bodies))
	}
	return append(cast, "member states", "each party", "local councils", "the secretariat")
}

func (w *writer) pick(of []string) string { return of[w.random.IntN(len(of))] }

// title writes each word of a phrase with a capital.
func (w *writer) title(phrase string) string {
	words := strings.Fields(phrase)
	for i, word := range words {
		words[i] = strings.ToUpper(word[:1]) + word[1:]
	}
	return strings.Join(words, " ")
}

// line writes a line between empty ones.
func (w *writer) line(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	w.words += len(strings.Fields(text))
	w.text.WriteString(text + "\n\n")
}

func (w *writer) paragraph() {
	sentences := make([]string, 2+w.random.IntN(5))
	for i := range sentences {
		sentences[i] = w.sentence()
	}
	w.line("%s", strings.Join(sentences, " "))
}

// list writes a lead-in and its items, each one thing to do.
func (w *writer) list() {
	w.line("%s %s:", capital(w.pick(w.actors)), w.pick(deontics))
	for i := range 2 + w.random.IntN(5) {
		w.line("(%c) %s;", 'a'+i, w.deed())
	}
}

// sentence is one of several constructions.
func (w *writer) sentence() string {
	actor := w.pick(w.actors)
	switch w.random.IntN(9) {
	case 0:
		return fmt.Sprintf("%s, %s %s %s.", capital(w.pick(conditions)), actor, w.pick(deontics), w.deed())
	case 1:
		return fmt.Sprintf("%s and %s %s %s.", capital(actor), w.pick(w.actors), w.pick(deontics), w.deed())
	case 2:
		return fmt.Sprintf("%s %s %s and %s.", capital(actor), w.pick(deontics), w.deed(), w.deed())
	case 3:
		return fmt.Sprintf("%s %s %s.", capital(actor), w.pick(stances), w.object())
	case 4:
		return fmt.Sprintf("%s %s be %s by %s.", capital(w.object()), w.pick([]string{"shall", "should", "must"}), w.pick(participles), actor)
	case 5:
		return fmt.Sprintf("%s has grown in importance since %d.", capital(w.object()), 1950+w.random.IntN(70))
	case 6:
		return fmt.Sprintf("%s %s %s %s.", capital(actor), w.pick(deontics), w.deed(), w.pick(constraints))
	case 7:
		return fmt.Sprintf("It is for %s to %s.", actor, w.deed())
	}
	return fmt.Sprintf("%s %s %s.", capital(actor), w.pick(deontics), w.deed())
}

// deed is a verb with what it is done to, and sometimes for whom.
func (w *writer) deed() string {
	deed := w.pick(verbs) + " " + w.object()
	if w.random.IntN(5) == 0 {
		deed += " with " + w.pick(w.actors)
	}
	return deed
}

func (w *writer) object() string {
	object := w.pick(determiners) + " " + w.pick(nouns)
	if w.random.IntN(2) == 0 {
		object += " on " + w.pick(topics)
	}
	return object
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
