package ask

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"mandate/ingest/wordlist"
	"mandate/query"
)

// thesaurus holds words of like meaning, by part of speech and lemma: synonyms
// in their first senses, and what is derived from a verb or a noun (maintain,
// maintenance).
type thesaurus map[string][]string

func readThesaurus(fsys fs.FS) (thesaurus, error) {
	t := thesaurus{}
	return t, wordlist.Each(fsys, "cues/synonyms.tsv", 3, func(column []string) error {
		t[column[0]+" "+column[1]] = strings.Fields(column[2])
		return nil
	})
}

// of returns the words of like meaning for the words of a question.
func (t thesaurus) of(words *tree, q query.Question) map[string][]string {
	alike := map[string][]string{}
	for _, aim := range q.Aims {
		alike[aim] = slices.Concat(t["v "+aim], spellings(aim))
	}
	for i, w := range words.tokens {
		if w.UPOS != "NOUN" && w.UPOS != "VERB" && w.UPOS != "ADJ" {
			continue
		}
		key := strings.ToLower(w.UPOS[:1]) + " " + words.lemma(i)
		if word := strings.ToLower(w.Text); alike[word] == nil {
			alike[word] = slices.Concat(t[key], spellings(word))
		}
	}
	maps.DeleteFunc(alike, func(_ string, list []string) bool { return len(list) == 0 })
	return alike
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
