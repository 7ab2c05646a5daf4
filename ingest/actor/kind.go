package actor

import (
	"slices"
	"strings"

	"mandate/graph"
)

// Heads of names that tell the kind of a body which has a name of its own:
// "Coastal Heritage Agency", but not "an agency".
var namedKinds = map[string]graph.ActorKind{
	"authority": graph.GovernmentBody, "service": graph.GovernmentBody, "registry": graph.GovernmentBody, "corps": graph.GovernmentBody,
	"association": graph.CivilSociety, "federation": graph.CivilSociety, "confederation": graph.CivilSociety,
	"foundation": graph.CivilSociety, "society": graph.CivilSociety, "league": graph.CivilSociety, "club": graph.CivilSociety,
	"church": graph.CivilSociety, "fellowship": graph.CivilSociety, "coalition": graph.CivilSociety, "alliance": graph.CivilSociety,
	"bank": graph.Company, "airport": graph.Company, "cooperative": graph.Company, "hotel": graph.Company,
}

// qualifiers in a name tell the kind of a body whose head leaves it open.
var qualifiers = map[string]graph.ActorKind{
	"international": graph.InternationalOrganization, "intergovernmental": graph.InternationalOrganization,
	"multilateral": graph.InternationalOrganization,
	"national":     graph.GovernmentBody, "federal": graph.GovernmentBody, "governmental": graph.GovernmentBody,
	"municipal": graph.GovernmentBody, "ministerial": graph.GovernmentBody, "interministerial": graph.GovernmentBody,
	"royal": graph.GovernmentBody, "city": graph.GovernmentBody, "county": graph.GovernmentBody, "parliamentary": graph.GovernmentBody,
	"central": graph.GovernmentBody, "reserve": graph.GovernmentBody, "presidential": graph.GovernmentBody,
	"nongovernmental": graph.CivilSociety, "volunteer": graph.CivilSociety, "grassroots": graph.CivilSociety,
	"community-based": graph.CivilSociety, "charitable": graph.CivilSociety,
}

// kind tells what kind of actor a phrase names.
func (g *Gazetteer) kind(p *phrase) graph.ActorKind {
	if p.entry != nil {
		return p.entry.Kind
	}
	if p.noun.kind == "" && p.personNamed() || p.titled() {
		return graph.Individual
	}
	kind := p.noun.kind
	switch kind {
	case graph.Individual:
		if p.isPlural() && startsUpper(p.tokens[p.Head].Text) && p.Head > 0 {
			return graph.Collective // the Members of a body, the Parties to a treaty
		}
		return kind
	case "", graph.OtherActor, graph.GovernmentBody:
		return g.qualified(p)
	}
	return kind
}

// qualified looks at what stands around the head of a body: an international
// one, one of a state, one of an organisation.
func (g *Gazetteer) qualified(p *phrase) graph.ActorKind {
	var words []string
	for _, i := range p.kept {
		if e, to := g.namedFrom(p, i, p.To); e != nil && e.Kind == graph.InternationalOrganization && (to <= p.Head || i > p.Head) {
			return e.Kind
		}
		if i <= p.Head {
			words = append(words, key(p.tokens[i].Text))
		}
	}
	named := startsUpper(p.tokens[p.Head].Text) && p.Head > 0 && len(p.kept) > 1
	return kindOf(words, p.noun, named)
}

// kindOf is the kind of a body by the words of its name up to its head; named
// tells that it has a name of its own.
func kindOf(words []string, n noun, named bool) graph.ActorKind {
	for _, w := range words[:max(0, len(words)-1)] {
		if k, ok := qualifiers[w]; ok && (n.kind != graph.GovernmentBody || k == graph.InternationalOrganization) {
			return k
		}
	}
	if len(words) > 0 && named && n.kind != graph.GovernmentBody {
		head := singular(words[len(words)-1])
		if k, ok := namedKinds[head]; ok {
			return k
		}
	}
	if n.kind == "" {
		return graph.OtherActor
	}
	return n.kind
}

// titled reports whether a form of address stands before a name.
func (p *phrase) titled() bool {
	return slices.ContainsFunc(p.kept, func(i int) bool { return isAddress(p.tokens[i].Text) })
}

func isAddress(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Mr", "Ms", "Mrs", "Dr", "Prof", "Sir", "Madam":
		return true
	}
	return false
}
