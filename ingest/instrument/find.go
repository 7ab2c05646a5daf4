package instrument

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mandate/ingest/english"
)

// Mention is a place where an instrument is named: tokens [From,To) of a
// sentence. What a bare one means, only a Resolver knows.
type Mention struct {
	From, To int
	Head     int    // token of the noun that heads the name, or its last one
	Kind     Kind   // of what is named
	Label    string // the name in its usual form; empty for Self and Short
	Written  string // the name as the text writes it
	Noun     string // "convention": what the name or the bare mention is headed by
	Part     string // "Article 12" of the instrument; empty where the whole is meant
	Alias    string // acronym that stands in brackets behind the name, or empty
	Self     bool   // "this Convention"
	Short    bool   // "the Convention"
}

// Find returns where a sentence names instruments, in text order.
func (g *Gazetteer) Find(s *english.Sentence) []Mention {
	if s.Text == strings.ToUpper(s.Text) {
		return nil // capitals say nothing here
	}
	f := finder{Gazetteer: g, s: s}
	for i := 0; i < len(s.Tokens); i++ {
		if m, ok := f.at(i); ok {
			m.Part = f.partBefore(m.From)
			m.Alias, m.To = f.bracketed(m.To)
			f.found = append(f.found, m)
			f.floor = m.To
			if m.Noun != "" && m.Noun != strings.ToLower(f.s.Tokens[m.Head].Text) {
				f.further(m)
			}
			i = f.floor - 1
		}
	}
	return f.found
}

// finder reads one sentence.
type finder struct {
	*Gazetteer
	s     *english.Sentence
	floor int // behind the last mention
	found []Mention
}

// at reads the mention whose noun, or first word, is token i.
func (f *finder) at(i int) (Mention, bool) {
	if e, to := f.known(i); e != nil {
		return Mention{From: i, To: to, Head: f.head(i, to), Kind: e.Kind, Label: e.Label, Written: f.text(i, to)}, true
	}
	noun := f.noun(i)
	if noun == "" {
		return Mention{}, false
	}
	m := Mention{From: i, To: i + 1, Head: i, Kind: Instrument, Noun: noun}
	id, behind := f.identifier(i)
	named := startsUpper(f.s.Tokens[i].Text)
	if named {
		m.From = f.leftEdge(i)
	}
	switch {
	case id.number != "":
		m.From, m.To = f.bodyBefore(m.From), behind
		m.Label = f.numbered(m.From, i, id)
	case named:
		if to := f.rightEdge(i); to > m.To || m.From < i && !f.generic(m.From, i, noun) {
			m.To = f.yearBehind(to, noun)
			m.Label = f.usual(m.From, m.To)
		}
	}
	if m.Label == "" {
		return f.bare(m, named)
	}
	m.Written = f.text(m.From, m.To)
	if e, ok := f.names[key(m.Label)]; ok && !e.acronym {
		m.Label, m.Kind = e.Label, e.Kind
	}
	return m, true
}

// generic reports whether noun i needs more than the capitals from token from on
// to make a name: "Management Plans" are many, the "United Nations Environment
// Programme" and the "Bureau of Harbour Policy" are bodies.
func (f *finder) generic(from, i int, noun string) bool {
	plural := noun != strings.ToLower(f.s.Tokens[i].Text)
	body := f.nouns[noun] == plan && from > 1 && f.before(from) == "of" && f.namePart(from-2, false)
	return plural && f.nouns[noun] != act || body || strings.HasPrefix(noun, "program")
}

// bare reads "this Convention" and "the Convention".
func (f *finder) bare(m Mention, named bool) (Mention, bool) {
	switch before := f.before(m.From); {
	case before == "this", before == "present":
		m.Self = true
	case named && before == "the":
		m.Short = true
	default:
		return m, false
	}
	m.Written = f.text(m.From, m.To)
	return m, m.Self || f.nouns[m.Noun] != act // "the Rules" of anybody
}

// before is the word in front of token i in small letters, empty at the start.
func (f *finder) before(i int) string {
	if i == 0 {
		return ""
	}
	return strings.ToLower(f.s.Tokens[i-1].Text)
}

// noun is the noun for instruments that token i is, in the singular; empty for
// none.
func (f *finder) noun(i int) string {
	w := strings.ToLower(f.s.Tokens[i].Text)
	if f.nouns[w] != "" {
		return w
	}
	for _, ending := range []struct{ plural, singular string }{{"ies", "y"}, {"s", ""}} {
		if stem, ok := strings.CutSuffix(w, ending.plural); ok && f.nouns[stem+ending.singular] != "" {
			return stem + ending.singular
		}
	}
	return ""
}

// known finds the longest known name that begins at token i, and where it ends.
func (f *finder) known(i int) (*Entry, int) {
	t := f.s.Tokens
	if first := t[i].Text; !startsUpper(first) && !startsDigit(first) {
		return nil, 0
	}
	var found *Entry
	end := 0
	for to := i + 1; to <= len(t); to++ {
		text := f.text(i, to)
		k := key(text)
		if n, ok := f.names[k]; ok && hasUpper(text) && (!n.acronym || text == strings.ToUpper(text)) && t[to-1].UPOS != "PUNCT" {
			found, end = n.Entry, to
		}
		glued := to < len(t) && t[to].Start == t[to-1].End
		if !glued && !f.beginnings[k] {
			break
		}
	}
	return found, end
}

// head is the token of [from,to) that the others hang on.
func (f *finder) head(from, to int) int {
	for i := from; i < to; i++ {
		if h := f.s.Tokens[i].Head; (h < from || h >= to) && f.s.Tokens[i].UPOS != "PUNCT" {
			return i
		}
	}
	return to - 1
}

// bracketed reads the acronym in brackets that begin at token i, and returns
// where they end.
func (f *finder) bracketed(i int) (string, int) {
	t := f.s.Tokens
	if i+2 < len(t) && t[i].Text == "(" && t[i+2].Text == ")" && len(t[i+1].Text) > 1 && t[i+1].Text == strings.ToUpper(t[i+1].Text) &&
		!startsDigit(t[i+1].Text) {
		return t[i+1].Text, i + 3
	}
	return "", i
}

// text cuts tokens [from,to) out of the sentence, white space folded.
func (f *finder) text(from, to int) string {
	t := f.s.Tokens
	return strings.Join(strings.Fields(f.s.Text[t[from].Start:t[to-1].End]), " ")
}

// key folds a name to what its spellings share: words in small letters and
// digits, without articles in front.
func key(text string) string {
	var short [64]byte // most names: one piece of memory a key
	b := short[:0]
	gap := false
	for _, r := range text {
		switch {
		case r == '.', r == '\'', r == '’':
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if gap && len(b) > 0 {
				b = append(b, ' ')
			}
			gap = false
			b = utf8.AppendRune(b, unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return strings.TrimPrefix(string(b), "the ")
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func startsDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

func hasUpper(w string) bool { return strings.ToLower(w) != w }
