package actor

import (
	"slices"
	"strings"

	"mandate/graph"
)

// Words in front of a name that are no part of it.
var (
	singling   = []string{"a", "an", "each", "every", "any", "no", "either", "neither", "another"}
	definite   = []string{"the", "this", "that", "said", "such", ""}
	determiner = []string{"a", "an", "the", "each", "every", "any", "no", "all", "both", "either", "neither", "another",
		"other", "others", "this", "that", "these", "those", "such", "same", "said", "its", "their", "his", "her", "our",
		"my", "your", "whose", "which", "what", "respective", "own", "aforementioned", "aforesaid", "above", "following",
		"only", "just", "even", "also", "not"}
)

// finite are the tags of verb forms that stand in no name; a parser may hang
// such a verb on its object.
var finite = []string{"VB", "VBP", "VBZ", "VBD"}

// settled are labels that texts spell in several ways.
var settled = map[string]string{
	"member states": "Member States", "state parties": "States Parties", "states parties": "States Parties",
	"non-member states": "Non-Member States", "non-governmental organizations": "Non-governmental organizations",
	"nongovernmental organizations":  "Non-governmental organizations",
	"non-governmental organisations": "Non-governmental organizations",
}

// shortPlurals are abbreviations of common nouns that every reader knows. Each
// is one node with its long form, under the label that the text uses first.
var shortPlurals = map[string]string{
	"NGOs": "Non-governmental organizations", "CSOs": "Civil society organizations", "SMEs": "Small and medium-sized enterprises",
	"MSMEs": "Micro, small and medium-sized enterprises", "IDPs": "Internally displaced persons", "ISPs": "Internet service providers",
	"MNEs": "Multinational enterprises", "DPOs": "Data protection officers", "MPs": "Members of Parliament",
}

// naming is how a phrase is named as a node.
type naming struct {
	label   string
	written string // as the text has it, determiners left out
	det     string // the last determiner left out, small letters
	all     bool   // "all" was left out
	plural  bool
	bare    bool // nothing but determiners around the head
	called  bool // written is how a reader would name it, label what all its spellings share: "UK Government"
}

// name makes the label of a phrase.
func (g *Gazetteer) name(p *phrase) naming {
	var n naming
	if len(p.kept) == 0 {
		return n
	}
	kept := n.dropDeterminers(p)
	n.plural = p.isPlural()
	n.bare = len(kept) == 1
	n.written = p.join(kept)
	if p.entry != nil {
		n.label, n.plural, n.bare = p.entry.Label, false, false
		return n
	}
	n.label = capitalise(g.compose(p, kept, n.mustBePlural(p)))
	n.called = strings.HasPrefix(n.label, "Government of ") && strings.HasSuffix(n.written, " Government")
	if e := g.entry(n.label); e != nil {
		p.entry, n.label = e, e.Label
	}
	if l := settled[strings.ToLower(n.label)]; l != "" {
		n.label = l
	}
	if n.all && n.label == "Parties" && !startsUpper(p.tokens[p.Head].Text) {
		n.label = "All parties"
	}
	return n
}

// dropDeterminers returns the tokens of the name without determiners,
// quantifiers and counts in front.
func (n *naming) dropDeterminers(p *phrase) []int {
	kept := p.kept
	for len(kept) > 1 && kept[0] != p.Head {
		w := strings.ToLower(p.tokens[kept[0]].Text)
		counts := p.counting(kept[0])
		if !counts && len(kept) > 2 && p.hyphen(kept[1]) { // "all-dimensional" says nothing of all
			break
		}
		if !counts && !slices.Contains(determiner, w) && !slices.Contains(finite, p.tokens[kept[0]].XPOS) {
			break
		}
		if n.all = n.all || w == "all"; !counts {
			n.det = w
		}
		kept = kept[1:]
		for len(kept) > 1 && kept[0] != p.Head && p.hyphen(kept[0]) { // "Fifty-five"
			kept = kept[2:]
		}
	}
	return kept
}

// counting reports whether token i is part of a count: "three", "two or more",
// "at least four".
func (p *phrase) counting(i int) bool {
	const deepest = 3
	for range deepest {
		if i < 0 || i >= p.Head {
			return false
		}
		if p.is(i, "nummod") || p.tokens[i].UPOS == "NUM" {
			return true
		}
		i = p.tokens[i].Head
	}
	return false
}

// isPlural reports whether the head stands in the plural.
func (p *phrase) isPlural() bool {
	t := p.tokens[p.Head]
	switch t.XPOS {
	case "NNS", "NNPS":
		return true
	case "NN", "NNP":
		return false
	}
	k := key(t.Text)
	return singular(k) != k
}

// mustBePlural tells whether a singular phrase stands for all of its kind:
// "every country", "a producer", "the applicant", "the flag State".
func (n *naming) mustBePlural(p *phrase) bool {
	if n.plural || p.personNamed() {
		return false
	}
	proper := startsUpper(p.tokens[p.Head].Text) && p.Head > 0
	switch p.noun.class {
	case classBody, classOffice, classWeak:
		// "appoint a panel" and "assisted by a panel" bring one in, "a panel shall"
		// speaks of all.
		brought := (n.det == "a" || n.det == "an") && roleOf(p.tokens, p.Head) < roleSubject
		return slices.Contains(singling, n.det) && !brought || !proper && slices.Contains(definite, n.det) && p.trades()
	case classState:
		return slices.Contains(singling, n.det) || !n.bare && n.det == "the"
	case classRole:
		return slices.Contains(singling, n.det) || !proper && slices.Contains(definite, n.det)
	}
	return false
}

// trades reports whether the head calls a company by what such companies do, so
// that the singular stands for each of them: "the carrier", "the supplier".
func (p *phrase) trades() bool {
	k := singular(key(p.tokens[p.Head].Text))
	return p.noun.class == classBody && p.noun.kind == graph.Company && (strings.HasSuffix(k, "er") || strings.HasSuffix(k, "or"))
}

// personNamed reports whether a title has the name of its holder behind it.
func (p *phrase) personNamed() bool {
	for _, i := range p.kept {
		if i > p.Head && p.tokens[i].UPOS == "PROPN" && strings.HasPrefix(p.tokens[i].Deprel, "flat") {
			return true
		}
	}
	return false
}

// compose writes the name out: possessors behind ("Government of China"), the
// head in the plural where it must be, names within in the form they are known
// by.
func (g *Gazetteer) compose(p *phrase, kept []int, manyOf bool) string {
	if owner, rest := g.possessor(p, kept); owner != "" {
		return p.words(g, rest, manyOf) + " of " + owner
	}
	return p.words(g, kept, manyOf)
}

// possessor takes "the Council's", "China's" or "Chinese" (of a government) off
// a name and returns who that is.
func (g *Gazetteer) possessor(p *phrase, kept []int) (string, []int) {
	for at, i := range kept {
		if i >= p.Head {
			break
		}
		switch {
		case p.tokens[i].Deprel == "nmod:poss" && p.tokens[i].Head == p.Head && p.tokens[i].UPOS != "PRON":
			owner := g.phrase(Mention{Tree: p.Tree, Head: i})
			end := at + 1
			for end < len(kept) && (p.tokens[kept[end]].Text == "'s" || p.tokens[kept[end]].Text == "’s" || p.tokens[kept[end]].Text == "'") {
				end++
			}
			if end == len(kept) || !g.actsAt(&owner) || owner.classifies() || p.officeOf(&owner) {
				return "", nil
			}
			return article(&owner, g.name(&owner)), kept[end:]
		case key(p.tokens[p.Head].Text) == "government" && at == 0:
			if state, next := g.stateBefore(p, kept); state != nil {
				return withArticle(state.Label), kept[next:]
			}
		}
	}
	return "", nil
}

// classifies tells a possessor that only says what kind of body is meant
// ("women's organizations") from one who has it.
func (p *phrase) classifies() bool {
	return p.entry == nil && p.isPlural() && (p.noun.class == classRole || p.noun.class == classGroup)
}

// officeOf tells a possessor that is part of a proper name: "the Mayor's Office",
// "the Governor's Council on Energy".
func (p *phrase) officeOf(owner *phrase) bool {
	return owner.noun.class == classOffice && startsUpper(owner.tokens[owner.Head].Text) && startsUpper(p.tokens[p.Head].Text)
}

// stateBefore finds the state that a name begins with, as a noun or adjective
// ("UK", "Chinese", "New Zealand"), and how many of the kept tokens that takes.
func (g *Gazetteer) stateBefore(p *phrase, kept []int) (*Entry, int) {
	if e := g.adjectives[key(p.tokens[kept[0]].Text)]; e != nil {
		return e, 1
	}
	e, to := g.namedFrom(p, kept[0], p.Head)
	if e == nil || e.Kind != graph.State {
		return nil, 0
	}
	n := slices.IndexFunc(kept, func(i int) bool { return i >= to })
	return e, n
}

// article puts back the article in front of a name inside another one.
func article(p *phrase, n naming) string {
	switch {
	case p.entry != nil:
		return withArticle(n.label)
	case n.det == "the":
		return "the " + n.written
	}
	return n.written
}

// withArticle tells "the United Nations" and "the World Bank" from "China" and
// "UNESCO".
func withArticle(label string) string {
	last := label[strings.LastIndexByte(label, ' ')+1:]
	switch {
	case strings.Contains(label, " of ") || strings.Contains(label, " for "):
		return "the " + label
	case strings.Contains(label, " ") && endsAny(last, []string{"s", "Union", "Kingdom", "Republic", "Organization",
		"Organisation", "Bank", "Fund", "Council", "Commission", "Assembly", "Court", "Agency", "Authority", "Programme",
		"Committee", "Community", "Parliament", "Forum", "Society", "See", "League", "Group"}):
		return "the " + label
	case slices.Contains([]string{"Netherlands", "Philippines", "Maldives", "Bahamas", "Comoros", "Gambia", "Congo"}, label):
		return "the " + label
	}
	return label
}

// words writes tokens as the text does, names inside in the form they are known
// by, and the head in the plural if manyOf.
func (p *phrase) words(g *Gazetteer, kept []int, manyOf bool) string {
	var b strings.Builder
	for at := 0; at < len(kept); at++ {
		i := kept[at]
		if b.Len() > 0 && (p.tokens[i-1].End != p.tokens[i].Start || kept[at-1] != i-1) {
			b.WriteByte(' ')
		}
		if e, to := g.namedWithin(p, i); e != nil {
			written := strings.TrimSuffix(b.String(), "the ")
			b.Reset()
			b.WriteString(written + withArticle(e.Label))
			for at+1 < len(kept) && kept[at+1] < to {
				at++
			}
			continue
		}
		w := p.tokens[i].Text
		if i == p.Head && manyOf {
			w = plural(w)
		}
		b.WriteString(p.unshout(w))
	}
	return b.String()
}

// namedWithin finds a known name that begins at token i behind the head and
// takes in the whole of an "of" complement.
func (g *Gazetteer) namedWithin(p *phrase, i int) (*Entry, int) {
	if i <= p.Head {
		return nil, 0
	}
	return g.namedFrom(p, i, p.To)
}

// unshout writes a word of a text that is all capitals small.
func (p *phrase) unshout(w string) string {
	if len(w) > 1 && isAcronym(w) && isAcronym(p.Tree.Text) && strings.Contains(strings.TrimSpace(p.Tree.Text), " ") {
		return strings.ToLower(w)
	}
	return w
}

// join cuts tokens out of the text with their own white space.
func (p *phrase) join(kept []int) string {
	var b strings.Builder
	for at, i := range kept {
		if at > 0 && (kept[at-1] != i-1 || p.tokens[i-1].End != p.tokens[i].Start) {
			b.WriteByte(' ')
		}
		b.WriteString(p.tokens[i].Text)
	}
	return b.String()
}
