package statement

import "mandate/ingest/english"

// joinNames makes each known name of several words one subtree, whatever the
// parser made of the commas and conjunctions inside it. It changes s.
func joinNames(s *english.Sentence, names [][2]int) {
	for _, n := range names {
		joinName(s, n[0], n[1])
	}
}

func joinName(s *english.Sentence, from, to int) {
	inside := func(i int) bool { return i >= from && i < to }
	head := -1
	for i := from; i < to && (head < 0 || s.Tokens[i].UPOS != "ADP"); i++ { // "Office for …": the head stands in front
		if t := s.Tokens[i]; !hangsOn(s, i, inside) && (t.UPOS == "NOUN" || t.UPOS == "PROPN" || head < 0) {
			head = i
		}
	}
	if head < 0 {
		return
	}
	if last := to - 1; s.Tokens[last].Head == head && s.Tokens[last].Deprel == "conj" {
		// "Parks and Gardens Department": the last noun is what the name is of.
		s.Tokens[last].Head, s.Tokens[last].Deprel = s.Tokens[head].Head, s.Tokens[head].Deprel
		s.Tokens[head].Head, s.Tokens[head].Deprel = last, "compound"
		head = last
	}
	if t := &s.Tokens[head]; t.UPOS == "PRON" || t.UPOS == "VERB" && to == from+1 {
		t.UPOS, t.XPOS = "PROPN", "NNP"
		if t.Deprel == "csubj" { // "Purchasing shall approve …"
			t.Deprel = "nsubj"
		}
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch {
		case i == head:
		case inside(i) && !inside(t.Head):
			t.Head, t.Deprel = head, "compound"
		case !inside(i) && inside(t.Head):
			t.Head = head
		}
	}
	unbind(s, head, from)
}

// hangsOn reports whether token i lies, at whatever depth, under one of those
// that in tells. A head chosen among those would close a circle.
func hangsOn(s *english.Sentence, i int, in func(int) bool) bool { return nearestAbove(s, i, in) >= 0 }

// nearestAbove returns the nearest token above i that fits, -1 where there is none.
func nearestAbove(s *english.Sentence, i int, fits func(int) bool) int {
	h := s.Tokens[i].Head
	for h >= 0 && !fits(h) {
		h = s.Tokens[h].Head
	}
	return h
}

// unbind turns a name that the parser took for a conjunct back into the
// complement that its preposition makes it: "the Conference of the X, Y and Z
// Organization".
func unbind(s *english.Sentence, head, from int) {
	t := &s.Tokens[head]
	if t.Deprel != "conj" {
		return
	}
	for i := t.Head + 1; i < from; i++ {
		if s.Tokens[i].Head == head && s.Tokens[i].Deprel == "cc" {
			return
		}
	}
	for i := t.Head + 1; i < from; i++ {
		if s.Tokens[i].Head == head && s.Tokens[i].Deprel == "case" {
			t.Deprel = "nmod"
			return
		}
	}
}
