package actor

import (
	"slices"
	"strings"

	"mandate/graph"
	"mandate/ingest/english"
)

// Mention is a place where an actor is named: tokens [From,To) of a tree and
// their syntactic head. Where From and To are both 0 the head's subtree decides.
type Mention struct {
	Sentence int // index of the sentence in its document
	Tree     *english.Sentence
	From, To int
	Head     int
}

// Reach of a name to both sides of its head, in tokens: what is longer is a
// sentence, not a name.
const (
	reachLeft  = 24
	reachRight = 40
)

// longestName is the most tokens that a known name can have.
const longestName = 32

// phrase is a mention with what was found out about it.
type phrase struct {
	Mention
	tokens []english.Token
	kept   []int  // tokens of the name, in text order; the head among them
	entry  *Entry // known by name, or nil
	noun   noun
}

func (m Mention) valid() bool {
	return m.Tree != nil && m.Head >= 0 && m.Head < len(m.Tree.Tokens) &&
		(m.From == 0 && m.To == 0 || m.From <= m.Head && m.Head < m.To && m.From >= 0 && m.To <= len(m.Tree.Tokens))
}

// phrase finds the words that name the actor and looks them up.
func (g *Gazetteer) phrase(m Mention) phrase {
	p := phrase{Mention: m, tokens: m.Tree.Tokens}
	lo, hi := max(0, m.Head-reachLeft), min(len(p.tokens), m.Head+reachRight)
	if m.To > 0 {
		lo, hi = max(lo, m.From), min(hi, m.To)
	}
	p.From, p.To = lo, hi
	p.noun = g.nounAt(&p)
	p.kept = p.keep(g)
	p.noun = g.nounAt(&p)
	p.entry = g.named(&p)
	return p
}

// relations that belong to a name when they hang on its head, and when they
// hang further down.
var (
	nearRelations = []string{"compound", "flat", "goeswith", "fixed", "nummod", "det", "amod", "nmod:poss"}
	deepRelations = []string{"compound", "flat", "goeswith", "fixed", "nummod", "det", "det:predet", "amod", "advmod",
		"nmod:poss", "nmod", "case", "conj", "cc", "nmod:desc", "obl:unmarked", "nmod:unmarked"}
)

// keep returns the tokens of the name: the head and what climbs to it by
// relations that belong to a name.
func (p *phrase) keep(g *Gazetteer) []int {
	const unknown, in, out = 0, 1, 2
	state := make([]int8, p.To-p.From)
	state[p.Head-p.From] = in
	var climb func(i, depth int) int8
	climb = func(i, depth int) int8 {
		if i < p.From || i >= p.To || depth > reachLeft+reachRight {
			return out
		}
		at := i - p.From
		if state[at] == unknown {
			state[at] = out // ends a cycle
			if p.belongs(g, i) {
				state[at] = climb(p.tokens[i].Head, depth+1)
			}
		}
		return state[at]
	}
	var kept []int
	for i := p.From; i < p.To; i++ {
		if climb(i, 0) == in {
			kept = append(kept, i)
		}
	}
	return p.mend(g, p.trim(kept))
}

// mend puts right on the surface what parsers get wrong in names: a participle
// at the start of the sentence ("Developing countries") and a known name behind
// "of" ("General Conference of …").
func (p *phrase) mend(g *Gazetteer, kept []int) []int {
	if len(kept) == 0 {
		return kept
	}
	kept = p.whole(g, p.behindName(g, kept))
	if i := kept[0] - 1; i >= p.From && p.tokens[i].UPOS == "VERB" && slices.Contains(participles, strings.ToLower(p.tokens[i].Text)) {
		kept = append([]int{i}, kept...)
	}
	of := p.Head + 1
	if of+1 >= len(p.tokens) || p.tokens[of].Text != "of" {
		return kept
	}
	name := of + 1
	if p.tokens[name].Text == "the" && name+1 < len(p.tokens) {
		name++
	}
	e, to := g.namedFrom(p, name, len(p.tokens))
	if e == nil {
		return kept
	}
	kept = slices.DeleteFunc(kept, func(i int) bool { return i > p.Head })
	for i := of; i < to; i++ {
		kept = append(kept, i)
	}
	p.To = max(p.To, to)
	return kept
}

// whole takes in all of a name that its form gives away.
func (p *phrase) whole(g *Gazetteer, kept []int) []int {
	from := p.Head
	for from > p.From && p.Head-from < 8 && (startsUpper(p.tokens[from-1].Text) || p.hyphen(from-1) || slices.Contains(particles, p.tokens[from-1].Text)) {
		from--
	}
	tokens := p.tokens[:min(len(p.tokens), p.Head+reachRight)]
	for ; from <= p.Head; from++ {
		head, to := g.shaped(tokens, from)
		if head <= p.Head || to <= from+1 {
			continue
		}
		kept = slices.DeleteFunc(kept, func(i int) bool { return i >= from })
		for i := from; i < to; i++ {
			kept = append(kept, i)
		}
		p.To = max(p.To, to)
		break
	}
	return kept
}

// behindName cuts off a known name that is coordinated with the rest: "Interpol
// and national police forces" are two, whatever the parser makes of them.
func (p *phrase) behindName(g *Gazetteer, kept []int) []int {
	from := kept[0]
	if p.is(from, "det") && from+1 < p.Head {
		from++
	}
	e, to := g.namedFrom(p, from, p.Head)
	if e == nil || to+1 >= p.Head || p.tokens[to].UPOS != "CCONJ" {
		return kept
	}
	if at := slices.Index(kept, to+1); at >= 0 {
		return kept[at:]
	}
	return kept
}

// participles that make a kind of actor.
var participles = []string{"developing", "developed", "emerging", "participating", "contracting", "certifying", "governing",
	"requesting", "requested", "sending", "receiving", "exporting", "importing", "producing", "operating", "interested",
	"affected", "certified", "accredited", "designated", "authorized", "authorised", "licensed", "registered", "donating",
	"neighbouring", "neighboring", "competing", "coordinating", "implementing", "industrialized", "industrialised", "reporting"}

// belongs tells whether token i is part of the name that its governor is part
// of.
func (p *phrase) belongs(g *Gazetteer, i int) bool {
	t := p.tokens[i]
	base, _, _ := strings.Cut(t.Deprel, ":")
	near := t.Head == p.Head
	switch {
	case t.Deprel == "punct":
		return p.hyphen(i) || !near && t.Text == "," && p.is(t.Head, "conj")
	case t.Deprel == "nmod" && i > t.Head:
		return near && p.namesBody(g, i) || !near && p.preposition(i) == "of"
	case near && base == "conj":
		return p.noun.class == classWeak && g.nounOf(key(t.Text)).class == classWeak
	case near && t.Deprel == "amod" && i > p.Head:
		return i == p.Head+1 && !p.heads(i)
	case t.Deprel == "cc":
		return !near
	case near:
		return slices.Contains(nearRelations, t.Deprel) || base == "flat" || base == "compound" && t.Deprel != "compound:prt"
	}
	return slices.Contains(deepRelations, t.Deprel) || base == "flat"
}

// heads reports whether something right of token i hangs on it.
func (p *phrase) heads(i int) bool {
	return slices.ContainsFunc(p.tokens[i+1:min(len(p.tokens), i+reachLeft)], func(t english.Token) bool { return t.Head == i })
}

func (p *phrase) is(i int, relations ...string) bool {
	return i >= 0 && i < len(p.tokens) && slices.Contains(relations, p.tokens[i].Deprel)
}

// hyphen reports whether token i joins its neighbours to one word.
func (p *phrase) hyphen(i int) bool {
	if !strings.ContainsAny(p.tokens[i].Text, "-‐‑–/") || i == 0 || i+1 >= len(p.tokens) {
		return false
	}
	return p.tokens[i-1].End == p.tokens[i].Start && p.tokens[i].End == p.tokens[i+1].Start
}

// namesBody tells whether the noun i behind the head is part of the name:
// "Members of the United Nations", "Committee on Disarmament", but not "the
// United Nations, as a channel" or "countries in cyberspace".
func (p *phrase) namesBody(g *Gazetteer, i int) bool {
	preposition := p.preposition(i)
	head := p.tokens[p.Head]
	proper := startsUpper(head.Text) && startsUpper(p.tokens[i].Text)
	switch preposition {
	case "of": // "members of the union", not "inform members of a decision"
		return !p.told() && (p.noun.class != classRole || singular(key(head.Text)) != "member" || p.groups(g, i))
	case "for", "on", "against", "in", "at":
		return proper && p.Head > 0
	case "to":
		return p.noun.class == classRole || proper
	case "with": // "persons with disabilities", not "States with the means to do so"
		return p.noun.acts() && p.tokens[i-1].Text == "with"
	}
	return preposition == "" && i < p.Head
}

// telling verbs take whom they tell or free, and "of" what.
var telling = []string{"notify", "inform", "advise", "apprise", "remind", "warn", "convince", "assure", "deprive", "relieve", "rid", "absolve", "accuse", "acquit"}

// told reports whether the head is who a verb tells something: "notify the
// Commission of any decision".
func (p *phrase) told() bool {
	v := p.tokens[p.Head].Head
	return v >= 0 && v < p.Head && p.is(p.Head, "obj", "iobj") && slices.Contains(telling, strings.ToLower(p.tokens[v].Lemma))
}

// groups reports whether the noun i can have members.
func (p *phrase) groups(g *Gazetteer, i int) bool {
	n := g.nounOf(key(p.tokens[i].Text))
	return n.acts() || n.class == classWeak || p.tokens[i].UPOS == "PROPN" || startsUpper(p.tokens[i].Text)
}

// preposition returns the first word of the preposition between noun i and what
// it hangs on in front of it, in small letters.
func (p *phrase) preposition(i int) string {
	for j := max(0, p.tokens[i].Head+1); j < i; j++ {
		if p.tokens[j].Head == i && p.tokens[j].Deprel == "case" {
			return strings.ToLower(p.tokens[j].Text)
		}
	}
	return ""
}

// trim drops words that a name neither begins nor ends with.
func (p *phrase) trim(kept []int) []int {
	loose := func(i int) bool {
		return i != p.Head && p.is(i, "punct", "cc", "case") && !p.hyphen(i) && p.tokens[i].Text != "'s"
	}
	for len(kept) > 0 && loose(kept[0]) {
		kept = kept[1:]
	}
	for len(kept) > 0 && loose(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	return kept
}

// nounAt classifies the head together with the words right before it.
func (g *Gazetteer) nounAt(p *phrase) noun {
	if slices.Contains([]string{"VERB", "AUX", "ADV", "ADP", "PUNCT", "SCONJ", "CCONJ"}, p.tokens[p.Head].UPOS) {
		return g.nouns[key(p.tokens[p.Head].Text)]
	}
	if p.incorporated() {
		return noun{classBody, graph.Company}
	}
	if one, many := strings.CutSuffix(p.tokens[p.Head].Text, "s"); many && len(one) > 1 && isAcronym(one) {
		return g.nounOf(key(one)) // "GPs", which is not "GPS"
	}
	from := p.Head
	for from > p.From && p.Head-from < 4 && p.joins(from-1) {
		from--
	}
	if to := p.Head + 1; to < p.To && p.hyphen(to) && to+1 < p.To {
		if n := g.nounOf(key(p.text(from, to+2))); n.class != "" {
			return n
		}
		return noun{classThing, graph.OtherActor} // "agency-wide", "country-level"
	}
	if n, known := g.nounWithOf(p); known {
		return n
	}
	if n := g.nounOf(key(p.text(from, p.Head+1))); n.class != "" {
		return n
	}
	return g.nouns[key(p.tokens[p.Head].Lemma)]
}

// nounWithOf finds a noun of several words whose head stands in front of "of":
// "chief of staff", "justice of the peace".
func (g *Gazetteer) nounWithOf(p *phrase) (noun, bool) {
	if p.Head+2 >= len(p.tokens) || p.tokens[p.Head+1].Text != "of" {
		return noun{}, false
	}
	for to := p.Head + 3; to <= min(p.Head+4, len(p.tokens)); to++ {
		if n, known := g.nouns[singular(key(p.tokens[p.Head].Text))+" "+key(p.text(p.Head+1, to))]; known {
			return n, true
		}
	}
	return noun{}, false
}

// incorporated reports whether the name around the head ends with the legal
// form of a company.
func (p *phrase) incorporated() bool {
	for i := p.Head; i < p.To && i < p.Head+8; i++ {
		if isCompanyForm(p.tokens, i) {
			return true
		}
		if !startsUpper(p.tokens[i].Text) && !slices.Contains(particles, p.tokens[i].Text) {
			return false
		}
	}
	return false
}

// joins tells whether token i is a modifier right before the head.
func (p *phrase) joins(i int) bool {
	switch p.tokens[i].UPOS {
	case "NOUN", "PROPN", "ADJ", "VERB", "ADV", "X":
		return true
	case "PART", "PUNCT":
		return p.hyphen(i) || p.tokens[i].Text == "'s" || p.tokens[i].Text == "’s"
	}
	return false
}

// text cuts tokens [from,to) out of the sentence.
func (p *phrase) text(from, to int) string {
	return p.Tree.Text[p.tokens[from].Start:p.tokens[to-1].End]
}

// named finds the longest known name among the words of the phrase that takes
// in its head and is no part of a longer unknown one ("South China").
func (g *Gazetteer) named(p *phrase) *Entry {
	for from := p.From; from <= p.Head; from++ {
		if e, to := g.namedFrom(p, from, p.To); e != nil && to > p.Head && !p.continues(from-1) && !p.continues(to) && !g.isOf(p, from, to) {
			return e
		}
	}
	return nil
}

// isOf reports whether tokens [from,to) are one common noun with what it is of
// behind it, in capitals: what a text calls "the Secretary" is not "the
// Secretary of Health".
func (g *Gazetteer) isOf(p *phrase, from, to int) bool {
	if to != from+1 || to+1 >= len(p.tokens) || p.tokens[to].Text != "of" || !g.nounOf(key(p.tokens[from].Text)).acts() {
		return false
	}
	next := to + 1
	if p.tokens[next].Text == "the" && next+1 < len(p.tokens) {
		next++
	}
	return startsUpper(p.tokens[next].Text)
}

// namedFrom finds the longest known name of tokens [from,to) with to at most
// limit. It stops where no known name goes on so; what stands together without
// a space ("People" + "'s") is looked at as a whole.
func (g *Gazetteer) namedFrom(p *phrase, from, limit int) (entry *Entry, end int) {
	if !hasUpper(p.tokens[from].Text) {
		return nil, 0
	}
	for to := from + 1; to <= min(limit, from+longestName); to++ {
		text := p.text(from, to)
		k := key(text)
		if e := g.entryOf(k, text); e != nil && !strings.ContainsAny(p.tokens[to-1].Text, ",;:") {
			entry, end = e, to
		}
		glued := to < limit && p.tokens[to].Start == p.tokens[to-1].End
		if !glued && !g.beginnings[k] {
			break
		}
	}
	return entry, end
}

// continues reports whether token i goes on with a proper name.
func (p *phrase) continues(i int) bool {
	if i < p.From || i >= p.To || !startsUpper(p.tokens[i].Text) {
		return false
	}
	return p.tokens[i].UPOS == "PROPN" && p.is(i, "compound", "flat", "flat:foreign", "amod") || p.hyphen(i)
}
