package english

// longestPiece bounds what is parsed at once, in words: decoding takes time
// with the cube of it. Longer sentences are cut.
const longestPiece = 160

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
	w := m.workspaces.Get().(*workspace)
	defer m.workspaces.Put(w)
	w.words = w.words[:0]
	for i := range s.Tokens {
		w.words = append(w.words, describeWord(s.Tokens[i].Text))
	}
	w.tags = m.tagger.tag(w.words, w.tags[:0])
	for i := range s.Tokens {
		pair := m.tagger.tags[w.tags[i]]
		s.Tokens[i].UPOS, s.Tokens[i].XPOS = pair.upos, pair.xpos
	}
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
	w.inputs = append(w.inputs[:0], rootInput())
	for i := start; i < end; i++ {
		w.inputs = append(w.inputs, m.lexicon.input(&w.words[i], w.tags[i]))
	}
	m.network.scoreArcs(&w.activations, w.inputs, nil)
	heads := w.eisner.decode(w.activations.arcs)
	m.network.scoreLabels(&w.activations, heads)
	root := start
	for i := start; i < end; i++ {
		head := heads[i-start+1]
		tokens[i].UPOS, tokens[i].XPOS = m.tagOf(w.activations.tagging.row(i - start + 1))
		scores := w.activations.labelling.row(i - start)[:len(m.lexicon.labels)]
		tokens[i].Deprel = m.lexicon.labels[bestLabel(scores, m.lexicon.root, head == 0)]
		tokens[i].Head = start + head - 1
		if head == 0 {
			tokens[i].Head, root = -1, i
		}
	}
	return root
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
	if len(tokens)-start <= longestPiece {
		return len(tokens)
	}
	limit := start + longestPiece
	best, strength := limit, 0
	for end := limit; end > start+longestPiece/2; end-- {
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
