package statement

import "mandate/ingest/english"

// mend puts right what a parser gets wrong and grammar rules out: verbs
// coordinated with what they cannot be coordinated with. It changes s.
func mend(s *english.Sentence) {
	t := newTree(s, 0)
	for k := range s.Tokens {
		if s.Tokens[k].Deprel != "conj" || !t.bareVerb(k) {
			continue
		}
		h := s.Tokens[k].Head
		if t.bareVerb(h) || t.child(k, "nsubj") >= 0 {
			continue
		}
		if to := t.baseBefore(h, k); to >= 0 {
			s.Tokens[k].Head = to
		}
	}
}

// bareVerb reports whether i is a verb in its base form: "put in place" is
// often taken for a participle.
func (t *tree) bareVerb(i int) bool {
	if !t.upos(i, "VERB") {
		return false
	}
	return t.xpos(i, "VB") || t.xpos(i, "VBP", "VBN", "VBD") && t.lower(i) == t.lemma(i) && t.child(i, "aux", "aux:pass") < 0
}

// baseBefore finds the verb in base form that the verb k is meant to be
// coordinated with: the nearest one in front of k that governs its wrong head
// h, or that h governs.
func (t *tree) baseBefore(h, k int) int {
	if t.upos(h, "NOUN", "PROPN", "ADJ", "PRON", "NUM", "ADV") {
		for up := h; up >= 0; up = t.Tokens[up].Head {
			if t.bareVerb(up) && up < k {
				return up
			}
		}
		return -1
	}
	if !t.xpos(h, "VBZ", "VBD") {
		return -1
	}
	for i := k - 1; i > h; i-- {
		if t.bareVerb(i) && t.Tokens[i].Head == h && t.is(i, "xcomp", "ccomp", "advcl") {
			return i
		}
	}
	return -1
}
