package instrument

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mandate/ingest/english"
)

// Resolver tells what the mentions of one document mean. Mentions are given in
// text order; what stands in front of a bare one decides.
type Resolver struct {
	g     *Gazetteer
	title Mention              // what the document itself is
	named map[string][]Mention // named so far, by noun, in text order
	alts  map[string][]string  // by label: other names met
}

// NewResolver starts a document of that title.
func (g *Gazetteer) NewResolver(title string) *Resolver {
	return &Resolver{g: g, title: g.titled(title), named: map[string][]Mention{}, alts: map[string][]string{}}
}

// titled reads the title of a document as the name of an instrument: with its
// first noun for one, "Optional Protocol to the Convention …" is a protocol.
func (g *Gazetteer) titled(title string) Mention {
	title = unshout(strings.Join(strings.Fields(title), " "))
	m := Mention{Kind: Instrument, Label: title, Written: title}
	if n, ok := g.names[key(title)]; ok {
		m.Label = n.Label
	}
	f := finder{Gazetteer: g, s: &english.Sentence{}}
	for w := range strings.FieldsSeq(title) {
		w = strings.Trim(w, ",:;()")
		f.s.Tokens = []english.Token{{Text: w}}
		noun := f.noun(0)
		if m.Noun != "" && noun == "" {
			break // "Framework Convention on …" is a convention
		}
		if noun != "" {
			m.Noun = noun
		}
	}
	return m
}

// unshout writes a title that is all capitals as titles are.
func unshout(title string) string {
	if title != strings.ToUpper(title) {
		return title
	}
	words := strings.Fields(strings.ToLower(title))
	for i, w := range words {
		if i == 0 || !slices.Contains(inside, w) {
			r, size := utf8.DecodeRuneInString(w)
			words[i] = string(unicode.ToUpper(r)) + w[size:]
		}
	}
	return strings.Join(words, " ")
}

// Reference is what a mention means.
type Reference struct {
	Kind  Kind
	Label string // of the whole
	Part  string // label of the part that is meant: "Article 12 of the UN Charter"; empty for the whole
}

// Resolve tells what a mention means; false where that cannot be known.
func (r *Resolver) Resolve(m Mention) (Reference, bool) {
	meant := m
	switch {
	case m.Self:
		if r.title.Label == "" || !startsUpper(m.Written) && r.title.Noun != m.Noun {
			return Reference{}, false
		}
		meant = r.title
	case m.Short:
		before := r.named[m.Noun]
		switch {
		case r.title.Noun == m.Noun:
			meant = r.title
		case len(before) > 0:
			meant = before[len(before)-1]
		default:
			return Reference{}, false
		}
	default:
		meant = r.file(m)
	}
	ref := Reference{Kind: meant.Kind, Label: meant.Label}
	if m.Part != "" {
		ref.Part = m.Part + " of " + definite(ref.Label)
	}
	return ref, true
}

// memory is how many names of a noun a shorter one is compared with.
const memory = 64

// file keeps a name and returns what it is short for: "Data Protection Act" for
// the one of 2018 that was named before.
func (r *Resolver) file(m Mention) Mention {
	if m.Noun == "" {
		m.Noun = r.g.titled(m.Label).Noun
	}
	before := r.named[m.Noun]
	for _, n := range slices.Backward(before[max(0, len(before)-memory):]) {
		if strings.HasPrefix(n.Label, m.Label+" ") {
			m.Label = n.Label
			break
		}
	}
	if n := len(before); n == 0 || before[n-1].Label != m.Label {
		r.named[m.Noun] = append(before, m)
	}
	r.note(m)
	return m
}

// note keeps the other names that a mention gives.
func (r *Resolver) note(m Mention) {
	for _, alt := range []string{m.Written, m.Alias} {
		if alt != "" && alt != m.Label && !slices.Contains(r.alts[m.Label], alt) {
			r.alts[m.Label] = append(r.alts[m.Label], alt)
		}
	}
}

// Aliases returns the other names of what the label stands for, known or met,
// sorted.
func (r *Resolver) Aliases(label string) []string {
	out := slices.Clone(r.alts[label])
	if e := r.g.entries[label]; e != nil {
		out = append(out, e.Aliases...)
	}
	slices.Sort(out)
	out = slices.DeleteFunc(out, func(s string) bool { return s == label })
	return slices.Compact(out)
}

// definite puts the article before a name that takes one: all but those that
// are a number.
func definite(label string) string {
	if strings.ContainsAny(label[len(label)-1:], "0123456789)") && strings.Contains(label, "/") {
		return label
	}
	return "the " + label
}
