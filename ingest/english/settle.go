package english

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// settled is a tag that grammar leaves no choice of, by its token in a piece.
type settled struct {
	token int
	tag   uint8
}

// settle finds the words that a modal behind its subject makes verbs in base
// form and the tagger took for nouns, adjectives or participles: "the Secretary
// shall issue standards". It gives them that tag. Questions turn subject and
// modal round and are left alone.
func (m *Model) settle(w *workspace, tokens []Token) {
	w.settled = w.settled[:0]
	base := slices.Index(m.tagger.tags, tagPair{"VERB", "VB"})
	if base < 0 || tokens[len(tokens)-1].Text == "?" {
		return
	}
	for i := 1; i < len(tokens); i++ {
		if tokens[i].XPOS != "MD" || !subjectTag(tokens[i-1].XPOS) {
			continue
		}
		k := i + 1
		for k < len(tokens) && tokens[k].XPOS == "RB" {
			k++
		}
		if k < len(tokens) && m.mistaken(&tokens[k]) {
			w.tags[k] = uint8(base)
			w.settled = append(w.settled, settled{k, w.tags[k]})
		}
	}
}

// subjectTag tells the tags of words that end a subject.
func subjectTag(xpos string) bool {
	switch xpos {
	case "NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP", "CD", "-RRB-", ")":
		return true
	}
	return false
}

// mistaken reports whether a word that can be a verb in base form has the tag
// of another class.
func (m *Model) mistaken(t *Token) bool {
	switch t.XPOS {
	case "NN", "NNP", "JJ", "VBN", "VBD", "VBP", "VBG":
	default:
		return false
	}
	first, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsLower(first) && m.lemmas.knows("VERB", t.Text)
}

// enforce makes the settled tags the likeliest.
func (s *scores) enforce() {
	const margin = 16 // in logits: nothing else is believed
	for _, f := range s.settled {
		if at := f.token - s.start + 1; at > 0 && at < s.tagging.rows {
			row := s.tagging.row(at)
			row[f.tag] = slices.Max(row) + margin
		}
	}
}
