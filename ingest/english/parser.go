package english

// LongestPiece bounds what is parsed at once, in words: decoding takes time
// with the cube of it. Longer sentences are cut.
const LongestPiece = 160

// Parse tokenises one sentence's text and annotates it.
func (m *Model) Parse(text string) Sentence {
	s := Sentence{Text: text, Tokens: Tokenize(text)}
	m.Annotate(&s)
	return s
}

// Annotate tags, lemmatises and parses a tokenised sentence in place. Every
// tree has one root and is projective. Very long sentences are cut at clause
// marks and parsed piecewise: the roots of later pieces become parataxis of the
// first root. No tokens, no tree.
func (m *Model) Annotate(s *Sentence) {
	if len(s.Tokens) == 0 {
		return
	}
	w := m.workspaces.take()
	defer m.workspaces.put(w)
	w.words = w.words[:0]
	for i := range s.Tokens {
		w.words = append(w.words, w.forms.find(m, s.Tokens[i].Text).features)
	}
	w.tags = m.tagger.tag(w.words, w.tags[:0])
	for i := range s.Tokens {
		pair := m.tagger.tags[w.tags[i]]
		s.Tokens[i].UPOS, s.Tokens[i].XPOS = pair.upos, pair.xpos
	}
	m.settle(w, s.Tokens)
	first := -1
	for start := 0; start < len(s.Tokens); {
		end := pieceEnd(s.Tokens, start)
		root := m.parsePiece(w, s.Tokens, start, end)
		if first < 0 {
			first = root
		} else {
			s.Tokens[root].Head, s.Tokens[root].Deprel = first, "parataxis"
		}
		start = end
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Lemma = m.lemmas.Lemma(t.Text, t.UPOS, t.XPOS)
	}
}

// parsePiece sets heads and relations of the tokens from start to end and
// returns the index of their root.
func (m *Model) parsePiece(w *workspace, tokens []Token, start, end int) int {
	w.scores.arena.reset()
	gates := m.firstGates(w, tokens[start:end], w.tags[start:end])
	w.scores.settled, w.scores.start = w.settled, start
	m.inference.scoreArcs(&w.scores, gates)
	heads := w.eisner.decode(w.scores.arcs)
	m.inference.scoreLabels(&w.scores, heads)
	root := start
	for i := start; i < end; i++ {
		head := heads[i-start+1]
		tokens[i].UPOS, tokens[i].XPOS = m.tagOf(w.scores.tagging.row(i - start + 1))
		scores := w.scores.labelling.row(i - start + 1)[:len(m.lexicon.labels)]
		tokens[i].Deprel = m.lexicon.labels[bestLabel(scores, m.lexicon.root, head == 0)]
		tokens[i].Head = start + head - 1
		if head == 0 {
			tokens[i].Head, root = -1, i
		}
	}
	return root
}

// firstGates sums what the root and the words add to the gates of the first
// layer.
func (m *Model) firstGates(w *workspace, tokens []Token, tags []uint8) matrix {
	f := m.inference
	gates := w.scores.arena.floats(1+len(tokens), f.form.out)
	copy(gates.row(0), f.root)
	for i := range tokens {
		row, tag := gates.row(i+1), f.tag.row(firstWordRow+int(tags[i]))
		for j, x := range w.forms.find(m, tokens[i].Text).sums {
			row[j] = x + tag[j]
		}
	}
	return gates
}

// tagOf is the tag of the highest score.
func (m *Model) tagOf(scores []float32) (upos, xpos string) {
	best := 0
	for tag := range m.tagger.tags {
		if scores[tag] > scores[best] {
			best = tag
		}
	}
	pair := m.tagger.tags[best]
	return pair.upos, pair.xpos
}

// pieceEnd says where the piece that begins at start ends: after the last and
// strongest clause mark in the second half of what may be parsed at once.
func pieceEnd(tokens []Token, start int) int {
	if len(tokens)-start <= LongestPiece {
		return len(tokens)
	}
	limit := start + LongestPiece
	best, strength := limit, 0
	for end := limit; end > start+LongestPiece/2; end-- {
		if s := cutStrength(tokens, end); s > strength {
			best, strength = end, s
		}
	}
	return best
}

// cutStrength rates a cut between the tokens end-1 and end.
func cutStrength(tokens []Token, end int) int {
	switch tokens[end-1].Text {
	case ";", ".", "!", "?":
		return 4
	case ":":
		return 3
	case ",":
		if tokens[end].UPOS == "CCONJ" {
			return 2
		}
		return 1
	}
	return 0
}
