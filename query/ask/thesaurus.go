package ask

import (
	"io/fs"
	"slices"
	"strings"

	"mandate/ingest/wordlist"
	"mandate/query"
)

// thesaurus holds words for words, by part of speech and lemma.
type thesaurus map[string]likeness

// likeness is what other words there are for a word.
type likeness struct {
	alike []string // synonyms in their first senses, and what is derived from it (maintain, maintenance)
	near  []string // near in meaning, or used for the same
}

func (l likeness) known() bool { return len(l.alike)+len(l.near) > 0 }

// verbOf returns the verb that a noun of doing is derived from, the noun itself
// where it is a verb as well; empty where there is none.
func (t thesaurus) verbOf(noun string) string {
	best := ""
	for _, verb := range t["n "+noun].alike {
		derived := slices.Contains(t["v "+verb].alike, noun)
		if derived && verb[0] == noun[0] && (best == "" || len(verb) < len(best)) {
			best = verb
		}
	}
	if best == "" && t["v "+noun].known() {
		return noun
	}
	return best
}

func readThesaurus(fsys fs.FS) (thesaurus, error) {
	t := thesaurus{}
	err := wordlist.Each(fsys, "cues/synonyms.tsv", 4, func(column []string) error {
		t[column[0]+" "+column[1]] = likeness{strings.Fields(column[2]), strings.Fields(column[3])}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return t, wordlist.Each(fsys, "cues/classes.tsv", 2, func(column []string) error {
		class := strings.Fields(column[1])
		for _, word := range class {
			l := t[column[0]+" "+word]
			l.near = append(slices.Clip(l.near), class...)
			t[column[0]+" "+word] = l
		}
		return nil
	})
}

// of notes the words for the words of a question.
func (t thesaurus) of(words *tree, q *query.Question) {
	q.Alike, q.Near = map[string][]string{}, map[string][]string{}
	for _, aim := range q.Aims {
		t.add(q, aim, "v "+strings.ReplaceAll(aim, " ", "_"))
	}
	for i, w := range words.tokens {
		if w.UPOS == "NOUN" || w.UPOS == "VERB" || w.UPOS == "ADJ" {
			pos := map[string]string{"NOUN": "n", "VERB": "v", "ADJ": "a"}[w.UPOS]
			t.add(q, strings.ToLower(w.Text), pos+" "+words.lemma(i))
		}
	}
}

// add notes the words for one word; of a noun that is derived from a verb, also
// those of the verb.
func (t thesaurus) add(q *query.Question, word, key string) {
	if q.Alike[word] != nil || q.Near[word] != nil {
		return
	}
	l := t[key]
	near := slices.Clone(l.near)
	if strings.HasPrefix(key, "n ") {
		for _, verb := range l.alike {
			if of := t["v "+verb]; slices.Contains(of.alike, strings.TrimPrefix(key, "n ")) {
				near = slices.Concat(near, of.alike, of.near)
			}
		}
	}
	q.Alike[word] = spaced(slices.Concat(l.alike, spellings(word)))
	q.Near[word] = spaced(near)
}

// spaced writes words as texts do: carry out for carry_out.
func spaced(words []string) []string {
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, "_", " ")
	}
	return words
}

// spellings returns a word in the other of the two spellings of -ise and -ize.
func spellings(word string) []string {
	for _, pair := range [][2]string{{"is", "iz"}, {"iz", "is"}} {
		for _, ending := range []string{"e", "ed", "es", "ing", "ation", "ations"} {
			if stem, ok := strings.CutSuffix(word, pair[0]+ending); ok && len(stem) > 2 {
				return []string{stem + pair[1] + ending}
			}
		}
	}
	return nil
}
