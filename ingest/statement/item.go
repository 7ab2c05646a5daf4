package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mandate/graph"
	"mandate/ingest/english"
)

// item reads a list item in the frame of its lead-in. ok is false where the
// item is a sentence of its own, or names a thing instead of an aim.
func (e *Extractor) item(raw english.Sentence, l *lead) (found []Found, next *lead, ok bool) {
	s, first := e.borrow(raw, l)
	if first == 0 {
		return nil, nil, false
	}
	f := l.frame
	f.passive, f.agents, f.lent = false, nil, true
	f.gerund = s.Tokens[first-1].XPOS != "MD" && l.duty != nil
	r := e.read(&s, first, f)
	if f.duty != nil && f.duty.force == graph.GoalForce {
		label := goalLabel(raw.Text)
		for i := range r.found {
			r.found[i].Goals = []string{label}
		}
	}
	next = r.leads()
	if next == nil || !strings.HasSuffix(strings.TrimSpace(raw.Text), ":") {
		next = l
	}
	return r.found, next, true
}

// singular is the subject borrowed for a verb in the third person: "It" would
// be read as an expletive before "decides to" and "emphasizes that".
const singular = "She"

// borrow parses a fragment behind borrowed words, so that it reads as a
// sentence, and returns how many tokens are borrowed; 0 where the fragment
// does not begin with a verb.
func (e *Extractor) borrow(raw english.Sentence, l *lead) (english.Sentence, int) {
	i := 0
	for i < len(raw.Tokens) && (raw.Tokens[i].UPOS == "ADV" || strings.EqualFold(raw.Tokens[i].Text, "not")) {
		i++
	}
	if i >= len(raw.Tokens) {
		return raw, 0
	}
	tok, text := raw.Tokens[i], lowerFirst(raw.Text)
	switch {
	case strings.EqualFold(tok.Text, "to"):
		return e.behind("They shall", raw.Text[tok.End:])
	case tok.XPOS == "VBG":
		return e.behind("They are", text)
	case tok.XPOS == "VBZ" && l.duty == nil:
		return e.behind(singular, text)
	case tok.XPOS == "VB" || tok.XPOS == "VBP":
		return e.behind("They shall", text)
	case l.duty == nil && strings.HasSuffix(tok.Text, "s") && tok.UPOS != "DET":
		return e.mistaken(raw, singular, text, i, "VBZ")
	case l.duty == nil || strings.HasPrefix(tok.Deprel, "nsubj"):
	case strings.HasSuffix(tok.Text, "ing") && tok.UPOS != "ADJ":
		return e.mistaken(raw, "They are", text, i, "VBG")
	case tok.UPOS == "NOUN" || tok.UPOS == "ADJ" || tok.UPOS == "PROPN":
		return e.mistaken(raw, "They shall", text, i, "VB")
	}
	return raw, 0
}

// mistaken parses a fragment whose verb, its token i, may have been taken for a
// noun because it has no subject. Where it is none with a subject either, the
// fragment stays as it is.
func (e *Extractor) mistaken(raw english.Sentence, words, text string, i int, tag string) (english.Sentence, int) {
	s, first := e.behind(words, text)
	if v := first + i; v < len(s.Tokens) && s.Tokens[v].XPOS == tag && s.Tokens[v].Head < 0 {
		return s, first
	}
	return raw, 0
}

// behind parses text behind words and returns the tree and the number of words.
func (e *Extractor) behind(words, text string) (english.Sentence, int) {
	return e.parser.Parse(words + " " + strings.TrimSpace(text)), strings.Count(words, " ") + 1
}

// goalLabel names the goal that a fragment declares.
func goalLabel(text string) string {
	text = fold(text)
	for _, stop := range []string{", so that ", ", so as to "} {
		text, _, _ = strings.Cut(text, stop)
	}
	text = strings.TrimRight(text, " .;,:")
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
