package statement

import (
	"strings"

	"mandate/ingest/english"
)

// The words that a fragment is read behind, so that the parser sees a sentence.
// "It" would be read as an expletive before "decides to" and "emphasizes that".
const (
	singular    = "She"
	modalled    = "They shall"
	modalledNot = "They shall not"
	going       = "They are"
)

// behind parses text behind words and returns the tree and the number of words,
// 0 where nothing stands behind them.
func (e *Extractor) behind(words, text string) (english.Sentence, int) {
	s, first := e.parser.Parse(words+" "+strings.TrimSpace(text)), strings.Count(words, " ")+1
	if first >= len(s.Tokens) {
		first = 0
	}
	return s, first
}

// borrow parses a fragment behind borrowed words, and returns how many tokens
// are borrowed; 0 where the fragment does not begin with a verb.
func (e *Extractor) borrow(raw english.Sentence, l *lead) (english.Sentence, int) {
	at := opener(raw)
	verb := pastAdverbs(raw, at)
	if verb >= len(raw.Tokens) || wholeBehind(raw, verb) || opensSubject(raw, verb) {
		return raw, 0
	}
	text := opening(raw, at)
	tok, words := raw.Tokens[verb], modalled
	if tok.XPOS == "TO" || strings.EqualFold(tok.Text, "to") && tok.UPOS == "PART" {
		if verb > at && strings.EqualFold(raw.Tokens[verb-1].Text, "not") {
			words = modalledNot
		}
		return e.behind(words, raw.Text[tok.End:])
	}
	third := l.duty == nil || l.title // what the body or the holder of an office does
	switch {
	case tok.XPOS == "VBG" && prepositional[strings.ToLower(tok.Text)]:
		return raw, 0
	case tok.XPOS == "VBG":
		return e.gerund(text, verb-at)
	case tok.XPOS == "VBZ" && third:
		return e.behind(singular, text)
	case tok.XPOS == "VB" || tok.XPOS == "VBP", tok.XPOS == "VBN" && tok.UPOS == "VERB" && strings.EqualFold(tok.Text, tok.Lemma):
		return e.behind(modalled, text)
	case l.later:
		return raw, 0
	case third && strings.HasSuffix(strings.ToLower(tok.Text), "s") && tok.UPOS != "DET":
		return e.mistaken(raw, singular, text, verb-at, "VBZ")
	case l.duty == nil && (tok.UPOS == "ADJ" || tok.XPOS == "VBN") && tok.Head < 0:
		return e.behind(going, text)
	case l.duty == nil || strings.HasPrefix(tok.Deprel, "nsubj"):
		return raw, 0
	case strings.HasSuffix(tok.Text, "ing") && tok.UPOS != "ADJ":
		if s, first := e.gerund(text, verb-at); s.Tokens[first+verb-at].Head < 0 {
			return s, first
		}
		return raw, 0
	case !l.title && (tok.UPOS == "NOUN" || tok.UPOS == "ADJ" || tok.UPOS == "PROPN"):
		return e.mistaken(raw, modalled, text, verb-at, "VB")
	}
	return raw, 0
}

// prepositional participles begin a circumstance and name no act.
var prepositional = wordSet("notwithstanding concerning regarding pending during barring failing excluding including considering")

// gerund parses a fragment whose gerund is token i, "training pilots", where
// the parser may take the gerund to modify what it acts upon.
func (e *Extractor) gerund(text string, i int) (english.Sentence, int) {
	s, first := e.behind(going, text)
	v := first + i
	if first == 0 || s.Tokens[v].XPOS != "VBG" || s.Tokens[v].Head < v {
		return s, first
	}
	n := s.Tokens[v].Head
	if s.Tokens[n].Head >= 0 || s.Tokens[v].Deprel != "amod" && s.Tokens[v].Deprel != "compound" {
		return s, first
	}
	for k := range s.Tokens {
		if s.Tokens[k].Head == n && (k < first || k > first && k < v) {
			s.Tokens[k].Head = v
		}
	}
	s.Tokens[v].Head, s.Tokens[v].Deprel = -1, "root"
	s.Tokens[n].Head, s.Tokens[n].Deprel = v, "obj"
	return s, first
}

// wholeBehind reports whether what begins with token verb is the adjunct of a
// whole sentence: "Working with others, States shall …", "To this end, …".
func wholeBehind(s english.Sentence, verb int) bool {
	t := newTree(&s, 0)
	root := t.root()
	if root <= verb {
		return false
	}
	from := 0
	if subject := t.child(root, "nsubj"); subject > verb {
		from = t.left[subject]
	}
	return from > 0 && s.Tokens[from-1].Text == "," && (t.child(root, "aux", "cop") >= 0 || t.xpos(root, "VBZ", "VBP", "VBD"))
}

// opensSubject reports whether what begins with token i is the subject of a verb
// with a modal: "States Parties shall …".
func opensSubject(s english.Sentence, i int) bool {
	t := newTree(&s, 0)
	root := t.root()
	if root <= i || !t.hasModal(root) || t.xpos(i, "VB", "VBG", "TO") {
		return false
	}
	subject := t.child(root, "nsubj")
	return subject >= i && t.left[subject] <= i
}

// opener is the token at which the clause of a fragment begins: behind "and",
// and behind a circumstance that a comma sets off, "where feasible, restore …".
func opener(s english.Sentence) int {
	at := 0
	for at < len(s.Tokens) && s.Tokens[at].UPOS == "CCONJ" {
		at++
	}
	if at >= len(s.Tokens) || !introduces(s.Tokens[at]) {
		return at
	}
	for i := at + 1; i < len(s.Tokens); i++ {
		if s.Tokens[i].Text != "," {
			continue
		}
		if next := pastAdverbs(s, i+1); next < len(s.Tokens) && begins(s, next) {
			return i + 1
		}
	}
	return at
}

// introduces reports whether t begins a circumstance and no clause: a
// preposition, a subordinator, "where"; not the "to" of an infinitive.
func introduces(t english.Token) bool {
	return t.UPOS == "ADP" || t.UPOS == "SCONJ" || t.XPOS == "WRB" || strings.EqualFold(t.Text, "subject") || strings.EqualFold(t.Text, "as")
}

// begins reports whether a clause without subject can begin with token i: a
// verb, or what must be one because a determiner follows.
func begins(s english.Sentence, i int) bool {
	switch s.Tokens[i].XPOS {
	case "TO", "VB", "VBP", "VBZ", "VBG":
		return true
	case "NN", "JJ":
		return i+1 < len(s.Tokens) && (s.Tokens[i+1].UPOS == "DET" || s.Tokens[i+1].XPOS == "PRP$")
	}
	return false
}

// pastAdverbs is the first token from i on that is neither an adverb nor "not".
func pastAdverbs(s english.Sentence, i int) int {
	for i < len(s.Tokens) && (s.Tokens[i].UPOS == "ADV" && s.Tokens[i].XPOS != "WRB" || strings.EqualFold(s.Tokens[i].Text, "not")) {
		i++
	}
	return i
}

// opening is the text of s from token i on as it goes on a sentence: its first
// letter small, and what begins it in capitals ("CALLS UPON") small as a whole.
func opening(s english.Sentence, i int) string {
	text := s.Text[s.Tokens[i].Start:]
	end := 0
	for end < len(text) {
		word, _, _ := strings.Cut(text[end:], " ")
		if len(word) < 2 || word != strings.ToUpper(word) || word == strings.ToLower(word) {
			break
		}
		end = min(end+len(word)+1, len(text))
	}
	if end > 0 {
		return strings.ToLower(text[:end]) + text[end:]
	}
	return lowerFirst(text)
}

// mistaken parses a fragment whose verb, token i of text, may have been taken
// for a noun because it has no subject. Where it is none with a subject either,
// the fragment stays as it is.
func (e *Extractor) mistaken(raw english.Sentence, words, text string, i int, tag string) (english.Sentence, int) {
	s, first := e.behind(words, text)
	if v := first + i; v < len(s.Tokens) && s.Tokens[v].XPOS == tag && s.Tokens[v].Head < 0 {
		return s, first
	}
	return raw, 0
}
