package actor

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mandate/graph"
)

// calledSo finds the actor that the text has called by a name of its own
// making: in brackets, by initials, by the surname of a person.
func (r *Resolver) calledSo(p *phrase, n naming) (string, bool) {
	if !startsUpper(n.written) {
		return "", false
	}
	k := key(n.written)
	if id, ok := r.aliases[k]; ok {
		return id, true
	}
	if p.titled() {
		k = k[strings.LastIndexByte(k, ' ')+1:] // "Dr Heron"
	}
	if p.entry != nil || strings.Contains(k, " ") || p.noun.acts() {
		return "", false
	}
	if id, ok := r.initials[n.written]; ok {
		return id, true
	}
	id, ok := r.surnames[k]
	return id, ok
}

// callings notes what else the text may call an actor without saying so: a body
// of three words or more by its initials, a person by the surname.
func (r *Resolver) callings(p *phrase, a *graph.Actor) {
	const fewest = 3
	words := strings.Fields(a.Label)
	switch {
	case a.Kind == graph.Individual && len(words) > 1 && (p.titled() || p.noun.class == "" || p.personNamed()):
		r.surnames[key(words[len(words)-1])] = a.ID
	case a.Kind != graph.Individual && len(words) >= fewest && p.entry == nil:
		if i := initials(words); utf8.RuneCountInString(i) >= fewest {
			r.initials[i] = a.ID
		}
	}
}

// initials of a name: the first letters of its words, those in small letters
// left out; empty where a word could be no part of a proper name.
func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		switch {
		case startsUpper(w):
			first, _ := utf8.DecodeRuneInString(w)
			b.WriteRune(first)
		case !slices.Contains([]string{"of", "for", "the", "and", "on", "in", "to", "de", "&"}, w):
			return ""
		}
	}
	return b.String()
}

// sameFirst reports whether two words begin with the same letter.
func sameFirst(a, b string) bool {
	first, _ := utf8.DecodeRuneInString(a)
	other, _ := utf8.DecodeRuneInString(b)
	return unicode.ToLower(first) == unicode.ToLower(other)
}

// define notes a short name that the text gives in brackets behind a phrase:
// "the World Health Organization (WHO)", "the Certifying Agent (the “Agent”)".
func (r *Resolver) define(p *phrase, id string) {
	if name := p.meant(); name != "" && key(name) != key(r.actors[id].Label) {
		r.aliases[key(name)] = id
		r.called(id, name)
	}
	at := p.kept[len(p.kept)-1] + 1
	if at+2 >= len(p.tokens) || p.tokens[at].Text != "(" && p.tokens[at].Text != "[" {
		return
	}
	end := at + 1
	for end < len(p.tokens) && end-at < 10 && p.tokens[end].Text != ")" && p.tokens[end].Text != "]" {
		end++
	}
	if end >= len(p.tokens) || end == at+1 {
		return
	}
	inside := p.Tree.Text[p.tokens[at].End:p.tokens[end].Start]
	name, ok := defined(inside, r.actors[id].Label)
	if !ok || !isAcronym(name) && r.endsAt(p.Sentence, at, p.kept[0]) {
		return // what ends here is part of a longer name that is meant
	}
	r.aliases[key(name)] = id
	if one, many := strings.CutSuffix(name, "s"); many && isAcronym(one) { // "(HSMs)", and then "the HSM"
		r.aliases[key(one)] = id
	}
	r.called(id, name)
}

// meant is the word that a definition gives to a named actor: “Agent” in “‘Agent’
// means the Coastal Certifying Agency”; empty where none does. What is meant by
// a common noun is a kind of actor, not one.
func (p *phrase) meant() string {
	from := p.kept[0]
	if from > 0 && strings.EqualFold(p.tokens[from].Text, "the") {
		from++
	} else if from == 0 || !strings.EqualFold(p.tokens[from-1].Text, "the") {
		return ""
	}
	if from > p.Head || !startsUpper(p.tokens[from].Text) || !startsUpper(p.tokens[p.Head].Text) {
		return ""
	}
	before := strings.TrimSpace(p.Tree.Text[:p.tokens[from].Start])
	m := meaning.FindStringSubmatch(before)
	if m == nil {
		return ""
	}
	return m[1]
}

// meaning is what stands in front of whom a definition means.
var meaning = regexp.MustCompile(`["“‘'](?:[Tt]he )?(\p{Lu}[^"”’']{0,60})["”’'],? (?:means|shall mean|refers to|shall refer to|denotes|is|shall be) the$`)

// endsAt reports whether an actor named in a sentence ends at a token and
// begins in front of another.
func (r *Resolver) endsAt(sentence, end, from int) bool {
	for i := len(r.records) - 1; i >= 0 && r.records[i].place.Sentence == sentence; i-- {
		if rec := &r.records[i]; rec.id != "" && rec.place.To == end && rec.place.From < from {
			return true
		}
	}
	return false
}

// defined tells whether a bracket gives a short name and which: an acronym
// whose first letter the name has too, or words in quotation marks.
func defined(inside, label string) (string, bool) {
	inside = strings.TrimSpace(inside)
	if open := strings.IndexAny(inside, "\"“‘'"); open >= 0 {
		quoted := strings.TrimLeft(inside[open:], "\"“‘'")
		if end := strings.IndexAny(quoted, "\"”’'"); end > 0 {
			name := strings.TrimPrefix(strings.TrimSpace(quoted[:end]), "the ")
			return name, startsUpper(name)
		}
		return "", false
	}
	for _, lead := range []string{"hereinafter ", "hereafter ", "referred to as ", "called ", "known as ", "the "} {
		inside = strings.TrimPrefix(inside, lead)
	}
	plain := strings.TrimSuffix(inside, "s")
	if strings.ContainsAny(inside, " ,;") || len(plain) < 2 || !isAcronym(plain) || label == "" {
		return "", false
	}
	for _, w := range strings.Fields(label) {
		if sameFirst(w, plain) {
			return inside, true
		}
	}
	return "", false
}
