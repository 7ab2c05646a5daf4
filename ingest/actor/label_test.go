package actor

import (
	"slices"
	"testing"

	"mandate/graph"
)

func TestLabel(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		words string
		label string
		kind  graph.ActorKind
	}{
		{"every/DET/det/2 country/NOUN/nsubj/3 acts/VERB/root/0", "Countries", graph.State},
		{"All/DET/det/2 States/NOUN/nsubj/3 act/VERB/root/0", "States", graph.State},
		{"each/DET/det/3 Member/PROPN/compound/3 State/PROPN/nsubj/4 acts/VERB/root/0", "Member States", graph.State},
		{"the/DET/det/3 flag/NOUN/compound/3 State/NOUN/nsubj/4 acts/VERB/root/0", "Flag States", graph.State},
		{"All/DET/det/2 parties/NOUN/nsubj/3 act/VERB/root/0", "All parties", graph.Collective},
		{"the/DET/det/2 Parties/NOUN/nsubj/3 act/VERB/root/0", "Parties", graph.Collective},
		{"the/DET/det/3 international/ADJ/amod/3 community/NOUN/nsubj/4 acts/VERB/root/0", "International community", graph.Collective},
		{"No/DET/det/2 person/NOUN/nsubj/3 acts/VERB/root/0", "Persons", graph.Individual},
		{"an/DET/det/6 all/DET/det/4 _-/PUNCT/punct/2 _party/ADJ/amod/6 rural/ADJ/amod/6 council/NOUN/nsubj/7 acts/VERB/root/0", "All-party rural councils", graph.OtherActor},
		{"the/DET/det/3 sea/NOUN/compound/3 carrier/NOUN/nsubj/4 acts/VERB/root/0", "Sea carriers", graph.Company},
		{"the/DET/det/3 kelp/NOUN/compound/3 company/NOUN/nsubj/4 acts/VERB/root/0", "Kelp company", graph.Company},
		{"the/DET/det/3 certifying/VERB/amod/3 agent/NOUN/nsubj/4 acts/VERB/root/0", "Certifying agents", graph.OtherActor},
		{"the/DET/det/3 fish/NOUN/compound/3 board/NOUN/nsubj/4 acts/VERB/root/0", "Fish board", graph.OtherActor},
		{"a/DET/det/2 council/NOUN/nsubj/3 acts/VERB/root/0", "Councils", graph.OtherActor},
		{"the/DET/det/2 mayor/NOUN/nsubj/3 acts/VERB/root/0", "Mayor", graph.Individual},
		{"The/DET/det/3 United/PROPN/compound/3 Nations/PROPN/nsubj/10 ,/PUNCT/punct/3 as/ADP/case/7 a/DET/det/7 channel/NOUN/nmod/3 ,/PUNCT/punct/3 should/AUX/aux/10 act/VERB/root/0", "United Nations", graph.InternationalOrganization},
		{"the/DET/det/3 UN/PROPN/compound/3 Security/PROPN/compound/4 Council/PROPN/nsubj/5 acts/VERB/root/0", "Security Council", graph.InternationalOrganization},
		{"the/DET/det/4 People/NOUN/nmod:poss/4 _'s/PART/case/2 Republic/PROPN/nsubj/7 of/ADP/case/6 China/PROPN/nmod/4 acts/VERB/root/0", "China", graph.State},
		{"the/DET/det/3 Chinese/ADJ/amod/3 government/NOUN/nsubj/4 acts/VERB/root/0", "Government of China", graph.GovernmentBody},
		{"the/DET/det/4 New/PROPN/compound/3 Zealand/PROPN/compound/4 government/NOUN/nsubj/5 acts/VERB/root/0", "Government of New Zealand", graph.GovernmentBody},
		{"the/DET/det/2 foreign/ADJ/amod/3 government/NOUN/nsubj/4 acts/VERB/root/0", "Foreign government", graph.GovernmentBody},
		{"China/PROPN/nmod:poss/3 _'s/PART/case/1 government/NOUN/nsubj/4 acts/VERB/root/0", "Government of China", graph.GovernmentBody},
		{"the/DET/det/2 Government/PROPN/nsubj/7 of/ADP/case/6 the/DET/det/6 United/PROPN/compound/6 States/PROPN/nmod/2 acts/VERB/root/0", "Government of the United States", graph.GovernmentBody},
		{"Members/NOUN/nsubj/6 of/ADP/case/5 the/DET/det/5 United/PROPN/compound/5 Nations/PROPN/nmod/1 act/VERB/root/0", "Members of the United Nations", graph.Individual},
		{"their/PRON/nmod:poss/2 governments/NOUN/nsubj/3 act/VERB/root/0", "Governments", graph.GovernmentBody},
		{"Two/NUM/nummod/2 members/NOUN/nsubj/6 of/ADP/case/5 the/DET/det/5 council/NOUN/nmod/2 act/VERB/root/0", "Members of the council", graph.Individual},
		{"Two/NUM/nummod/4 or/CCONJ/cc/3 more/ADJ/conj/1 Parties/NOUN/nsubj/5 act/VERB/root/0", "Parties", graph.Collective},
		{"international/ADJ/amod/2 organizations/NOUN/nsubj/3 act/VERB/root/0", "International organizations", graph.InternationalOrganization},
		{"Other/ADJ/amod/3 international/ADJ/amod/3 mechanisms/NOUN/nsubj/6 and/CCONJ/cc/5 platforms/NOUN/conj/3 act/VERB/root/0", "International mechanisms and platforms", graph.InternationalOrganization},
		{"countries/NOUN/nsubj/5 which/PRON/nsubj/4 have/AUX/aux/4 signed/VERB/acl:relcl/1 act/VERB/root/0", "Countries", graph.State},
		{"the/DET/det/2 Ministry/PROPN/nsubj/7 of/ADP/case/4 Food/PROPN/nmod/2 and/CCONJ/cc/6 Agriculture/PROPN/conj/4 acts/VERB/root/0", "Ministry of Food and Agriculture", graph.GovernmentBody},
		{"The/DET/det/3 General/PROPN/compound/3 Conference/PROPN/nsubj/14 of/ADP/case/13 the/DET/det/13 United/PROPN/compound/7 Nations/PROPN/compound/13 Educational/ADJ/amod/13 _,/PUNCT/punct/10 Scientific/ADJ/conj/8 and/CCONJ/cc/12 Cultural/ADJ/conj/8 Organization/PROPN/nmod/3 acts/VERB/root/0", "General Conference of UNESCO", graph.InternationalOrganization},
		{"the/DET/det/2 members/NOUN/nsubj/9 of/ADP/case/8 the/DET/det/8 World/PROPN/compound/8 Trade/PROPN/compound/8 _-/PUNCT/punct/8 Organisation/PROPN/nmod/2 act/VERB/root/0", "Members of the World Trade Organization", graph.Individual},
		{"Developing/VERB/advcl/3 countries/NOUN/nsubj/3 act/VERB/root/0", "Developing countries", graph.State},
		{"persons/NOUN/nsubj/4 with/ADP/case/3 disabilities/NOUN/nmod/1 act/VERB/root/0", "Persons with disabilities", graph.Individual},
		{"members/NOUN/nsubj/8 of/ADP/case/5 the/DET/det/5 United/PROPN/nmod/1 Nations/PROPN/flat/4 freely/ADV/advmod/4 together/ADV/advmod/4 act/VERB/root/0", "Members of the United Nations", graph.Individual},
		{"Interpol/PROPN/compound/4 and/CCONJ/cc/4 national/ADJ/amod/4 police/NOUN/nsubj/5 act/VERB/root/0", "National police", graph.GovernmentBody},
		{"the/DET/det/3 State/PROPN/compound/3 Party/PROPN/nsubj/4 acts/VERB/root/0", "States Parties", graph.State},
		{"a/DET/det/2 number/NOUN/nsubj/5 of/ADP/case/4 States/NOUN/nmod/2 act/VERB/root/0", "States", graph.State},
		{"We/PRON/nsubj/2 act/VERB/root/0", "We", graph.Collective},
		{"the/DET/det/2 Secretary/PROPN/nsubj/7 _-/PUNCT/punct/4 _General/PROPN/flat/2 shall/AUX/aux/7 duly/ADV/advmod/7 act/VERB/root/0", "Secretary-General", graph.Individual},
	} {
		s := tree(t, c.words)
		head := headOfTree(s)
		if !g.CanAct(s, 0, 0, head) {
			t.Errorf("%q cannot act", s.Text)
			continue
		}
		r := g.NewResolver()
		r.Read(0, s)
		refs := r.Resolve(Mention{Tree: s, Head: head})
		if len(refs) != 1 {
			t.Errorf("%q: %d referents", s.Text, len(refs))
			continue
		}
		a := r.Actors()[0]
		if a.Label != c.label || a.Kind != c.kind || a.ID != graph.Slug(c.label) {
			t.Errorf("%q: got %q %s %s, want %q %s", s.Text, a.Label, a.Kind, a.ID, c.label, c.kind)
		}
	}
}

// Names that the parser tore apart are made whole by their form.
func TestNamesByTheirForm(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		words string
		label string
		kind  graph.ActorKind
	}{
		{"The/DET/det/2 Ministry/PROPN/nsubj/9 of/ADP/case/4 Rivers/PROPN/nmod/2 _,/PUNCT/punct/2 Ports/PROPN/conj/2 and/CCONJ/cc/8 Fisheries/PROPN/conj/6 acts/VERB/root/0", "Ministry of Rivers, Ports and Fisheries", graph.GovernmentBody},
		{"the/DET/det/2 Ministry/PROPN/nsubj/7 of/ADP/case/4 Rivers/PROPN/nmod/2 and/CCONJ/cc/6 Parliament/PROPN/conj/2 act/VERB/root/0", "Ministry of Rivers", graph.GovernmentBody},
		{"the/DET/det/2 Board/PROPN/nsubj/6 of/ADP/case/5 the/DET/det/5 Orchard/PROPN/nmod/2 acts/VERB/root/0", "Board of the Orchard", graph.OtherActor},
		{"The/DET/det/2 Director/NOUN/nsubj/8 _-/PUNCT/punct/2 _General/NOUN/appos/2 of/ADP/case/7 Lighthouses/PROPN/nmod/4 duly/ADV/advmod/8 acts/VERB/root/0", "Director-General of Lighthouses", graph.Individual},
		{"Tern/CCONJ/compound/3 Harbours/PROPN/compound/3 plc/NOUN/nsubj/4 acts/VERB/root/0", "Tern Harbours plc", graph.Company},
		{"Rossi/PROPN/nsubj/4 Fratelli/PROPN/flat/1 S.p.A./PROPN/flat/1 acts/VERB/root/0", "Rossi Fratelli S.p.A.", graph.Company},
		{"the/DET/det/3 Kelp/PROPN/compound/3 Federation/PROPN/nsubj/4 acts/VERB/root/0", "Kelp Federation", graph.CivilSociety},
		{"the/DET/det/4 United/PROPN/compound/4 Nations/PROPN/compound/4 Mission/PROPN/nsubj/5 acts/VERB/root/0", "United Nations Mission", graph.InternationalOrganization},
		{"GPs/NOUN/nsubj/2 act/VERB/root/0", "GPs", graph.Individual},
		{"Women/NOUN/nmod:poss/3 _'s/PART/case/1 cooperatives/NOUN/nsubj/4 act/VERB/root/0", "Women's cooperatives", graph.OtherActor},
		{"Alumni/NOUN/nsubj/2 act/VERB/root/0", "Alumni", graph.Individual},
		{"the/DET/det/2 deaf/ADJ/nsubj/3 act/VERB/root/0", "Deaf", graph.Collective},
		{"Tell/VERB/root/0 members/NOUN/nsubj/1 of/ADP/case/5 such/ADJ/amod/5 leaks/NOUN/nmod/2", "Members", graph.Individual},
		{"the/DET/det/2 committee/NOUN/obj/3 assisted/VERB/root/0 by/ADP/case/6 a/DET/det/6 secretariat/NOUN/nsubj/3", "Secretariats", graph.OtherActor},
	} {
		s := tree(t, c.words)
		r := g.NewResolver()
		r.Read(0, s)
		refs := r.Resolve(Mention{Tree: s, Head: headOfTree(s)})
		if len(refs) != 1 {
			t.Errorf("%q: %d referents", s.Text, len(refs))
			continue
		}
		if a := r.Actors()[0]; a.Label != c.label || a.Kind != c.kind {
			t.Errorf("%q: got %q %s, want %q %s", s.Text, a.Label, a.Kind, c.label, c.kind)
		}
	}
}

func TestNames(t *testing.T) {
	g := load(t)
	for words, want := range map[string][][2]int{
		"Ask/VERB/root/0 the/DET/det/3 Bureau/PROPN/obj/1 of/ADP/case/5 Tides/PROPN/nmod/3 and/CCONJ/cc/7 Dykes/PROPN/conj/5": {{2, 7}},
		"Ask/VERB/root/0 Tern/PROPN/compound/3 Ltd/PROPN/obj/1":                                                               {{1, 3}},
		"the/DET/det/5 Kelp/PROPN/compound/5 and/CCONJ/cc/4 Eels/PROPN/conj/2 Department/PROPN/nsubj/6 acts/VERB/root/0":      {{1, 5}},
		"the/DET/det/2 Chair/PROPN/nsubj/6 and/CCONJ/cc/5 Eel/PROPN/compound/5 Committee/PROPN/conj/2 act/VERB/root/0":        nil,
		"the/DET/det/2 Council/PROPN/nsubj/6 and/CCONJ/cc/5 Eel/PROPN/compound/5 Committee/PROPN/conj/2 act/VERB/root/0":      nil,
		"WHO/PRON/nsubj/2 acts/VERB/root/0":                                                                  {{0, 1}},
		"It/PRON/nsubj/2 acts/VERB/root/0":                                                                   nil,
		"the/DET/det/2 council/NOUN/nsubj/5 of/ADP/case/4 March/PROPN/nmod/2 acts/VERB/root/0":               nil,
		"the/DET/det/2 Council/PROPN/nsubj/6 of/ADP/case/4 March/PROPN/nmod/2 duly/ADV/x/6 acts/VERB/root/0": nil,
	} {
		s := tree(t, words)
		if got := g.Names(s); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", s.Text, got, want)
		}
	}
}
