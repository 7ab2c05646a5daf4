package actor

import (
	"slices"
	"strings"
	"testing"

	"mandate/ingest/english"
)

// Sentences that stories are made of; the last one of a story asks.
const (
	unNamed       = "The/DET/det/3 United/PROPN/compound/3 Nations/PROPN/nsubj/5 shall/AUX/aux/5 act/VERB/root/0"
	chinaNamed    = "China/PROPN/nsubj/2 thanks/VERB/root/0 the/DET/det/4 military/NOUN/obj/2 ./PUNCT/punct/2"
	councilNamed  = "The/DET/det/3 Security/PROPN/compound/3 Council/PROPN/nsubj/4 meets/VERB/root/0"
	boardNamed    = "The/DET/det/4 Harbour/PROPN/compound/4 Health/PROPN/compound/4 Board/PROPN/nsubj/5 meets/VERB/root/0"
	secretaryOf   = "The/DET/det/2 Secretary/PROPN/nsubj/5 of/ADP/case/4 Fisheries/PROPN/nmod/2 reports/VERB/root/0"
	pairNamed     = "Kenya/PROPN/nsubj/4 and/CCONJ/cc/3 Norway/PROPN/conj/1 agree/VERB/root/0"
	dealerNamed   = "A/DET/det/3 bait/NOUN/compound/3 dealer/NOUN/nsubj/4 pays/VERB/root/0"
	whoDefined    = "The/DET/det/4 World/PROPN/compound/4 Herbal/PROPN/compound/4 Organisation/PROPN/nsubj/8 (/PUNCT/punct/6 WHO/PROPN/appos/4 )/PUNCT/punct/6 meets/VERB/root/0"
	agentDefined  = "The/DET/det/3 Certifying/VERB/amod/3 Agent/NOUN/nsubj/10 (/PUNCT/punct/7 the/DET/det/7 “/PUNCT/punct/7 _Agent/NOUN/appos/3 _”/PUNCT/punct/7 _)/PUNCT/punct/7 meets/VERB/root/0"
	itActs        = "It/PRON/nsubj/2 acts/VERB/root/0"
	theyAct       = "They/PRON/nsubj/2 act/VERB/root/0"
	assemblyNamed = "the/DET/det/3 General/PROPN/compound/3 Assembly/PROPN/nsubj/4 acts/VERB/root/0"
	localAssembly = "the/DET/det/4 Kerala/PROPN/compound/4 General/PROPN/compound/4 Assembly/PROPN/nsubj/5 acts/VERB/root/0"
	panelNamed    = "Malta/PROPN/nsubj/2 appoints/VERB/root/0 a/DET/det/4 panel/NOUN/obj/2 of/ADP/case/6 engineers/NOUN/nmod/4"
	panelActs     = "the/DET/det/2 panel/NOUN/nsubj/3 acts/VERB/root/0"
	sidesAct      = "the/DET/det/3 two/NUM/nummod/3 sides/NOUN/nsubj/4 act/VERB/root/0"
	theseAct      = "these/DET/det/2 countries/NOUN/nsubj/3 act/VERB/root/0"
	councilLower  = "the/DET/det/2 council/NOUN/nsubj/3 acts/VERB/root/0"
	bothActors    = "Both/DET/det/2 countries/NOUN/nsubj/3 act/VERB/root/0"
	strategyNamed = "China/PROPN/nsubj/2 adopts/VERB/root/0 it/PRON/obj/2"
	treatyNamed   = "The/DET/det/2 treaty/NOUN/nsubj/3 exists/VERB/root/0"
	itRains       = "It/PRON/expl/2 rains/VERB/root/0"
	countryActs   = "The/DET/det/2 country/NOUN/nsubj/3 acts/VERB/root/0"
	councilActs   = "The/DET/det/2 Council/PROPN/nsubj/3 acts/VERB/root/0"
	boardActs     = "the/DET/det/2 board/NOUN/nsubj/3 acts/VERB/root/0"
	orgActs       = "The/DET/det/2 Organization/PROPN/nsubj/3 acts/VERB/root/0"
	secretaryActs = "The/DET/det/2 Secretary/PROPN/nsubj/3 acts/VERB/root/0"
	dealerActs    = "the/DET/det/2 dealer/NOUN/nsubj/3 acts/VERB/root/0"
	acronymActs   = "Then/ADV/advmod/4 the/DET/det/3 WHO/PROPN/nsubj/4 acts/VERB/root/0"
	agentActs     = "Then/ADV/advmod/4 the/DET/det/3 Agent/PROPN/nsubj/4 acts/VERB/root/0"
	gpsTagged     = "The/DET/det/2 GPs/NOUN/nsubj/3 act/VERB/root/0"
	ngoActs       = "NGOs/NOUN/nsubj/2 act/VERB/root/0"
	ngoInFull     = "Non-governmental/ADJ/amod/2 organizations/NOUN/nsubj/3 act/VERB/root/0"
	bodyNamed     = "The/DET/det/4 Heron/PROPN/compound/4 Reed/PROPN/compound/4 Authority/PROPN/nsubj/5 meets/VERB/root/0"
	initialsAct   = "Then/ADV/advmod/3 HRA/PROPN/nsubj/3 acts/VERB/root/0"
	personNamed   = "Dr/PROPN/compound/3 Ada/PROPN/compound/3 Heron/PROPN/nsubj/4 speaks/VERB/root/0"
	surnameActs   = "Then/ADV/advmod/4 Dr/PROPN/compound/3 Heron/PROPN/nsubj/4 acts/VERB/root/0"
	heActs        = "He/PRON/nsubj/2 acts/VERB/root/0"
	deputyNamed   = "The/DET/det/3 Deputy/PROPN/compound/3 Warden/PROPN/nsubj/6 of/ADP/case/5 Reeds/PROPN/nmod/3 speaks/VERB/root/0"
	wardenActs    = "The/DET/det/2 Warden/PROPN/nsubj/3 acts/VERB/root/0"
	firmNamed     = "Tern/PROPN/compound/3 Harbours/PROPN/compound/3 Ltd/PROPN/nsubj/4 pays/VERB/root/0"
	companyActs   = "The/DET/det/2 Company/PROPN/nsubj/3 acts/VERB/root/0"
	itsMembersAct = "Its/PRON/nmod:poss/2 members/NOUN/nsubj/3 act/VERB/root/0"
	theirMembers  = "Their/PRON/nmod:poss/2 members/NOUN/nsubj/3 act/VERB/root/0"
	commissioning = "The/DET/det/2 Commission/PROPN/nsubj/3 meets/VERB/root/0"
	threeNamed    = "Kenya/PROPN/nsubj/6 ,/PUNCT/punct/3 Norway/PROPN/conj/1 and/CCONJ/cc/5 Peru/PROPN/conj/1 agree/VERB/root/0"
	thoseAct      = "Those/DET/det/2 States/PROPN/nsubj/3 act/VERB/root/0"
	thoseWhoPay   = "Those/DET/det/2 States/PROPN/nsubj/5 which/PRON/nsubj/4 pay/VERB/acl:relcl/2 act/VERB/root/0"
	kelpFirms     = "Private/ADJ/amod/3 kelp/NOUN/compound/3 enterprises/NOUN/nsubj/4 pay/VERB/root/0"
	suchFirms     = "Such/ADJ/amod/2 enterprises/NOUN/nsubj/3 act/VERB/root/0"
	theseFirms    = "These/DET/det/2 enterprises/NOUN/nsubj/3 act/VERB/root/0"
	pilotMeant    = "“/PUNCT/punct/2 _Pilot/NOUN/nsubj/4 _”/PUNCT/punct/2 means/VERB/root/0 the/DET/det/8 Tern/PROPN/compound/8 Harbour/PROPN/compound/8 Authority/PROPN/obj/4"
	holderMeant   = "“/PUNCT/punct/2 _Pilot/NOUN/nsubj/4 _”/PUNCT/punct/2 means/VERB/root/0 the/DET/det/6 holder/NOUN/obj/4 of/ADP/case/8 papers/NOUN/nmod/6"
	pilotActs     = "Then/ADV/advmod/4 the/DET/det/3 Pilot/PROPN/nsubj/4 acts/VERB/root/0"
	ownFounded    = "There/PRON/expl/3 shall/AUX/aux/3 be/VERB/root/0 a/DET/det/5 Council/PROPN/nsubj/3"
	kelpCouncil   = "The/DET/det/4 foreign/ADJ/amod/4 kelp/NOUN/compound/4 council/NOUN/nsubj/5 acts/VERB/root/0"
	theKelp       = "The/DET/det/3 kelp/NOUN/compound/3 council/NOUN/nsubj/4 acts/VERB/root/0"
	relativeActs  = "We/PRON/nsubj/2 praise/VERB/root/0 Peru/PROPN/obj/2 ,/PUNCT/punct/6 which/PRON/nsubj/6 acts/VERB/acl:relcl/3"
)

func TestResolve(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		name  string
		story []string
		want  string // actor IDs
		from  string // sentences of the antecedents
	}{
		{"subject before object", []string{chinaNamed, itActs}, "china", "0"},
		{"nobody named", []string{itActs}, "", ""},
		{"impersonal", []string{chinaNamed, itRains}, "", ""},
		{"coordination", []string{pairNamed, theyAct}, "kenya norway", "00"},
		{"number", []string{pairNamed, unNamed, theyAct}, "kenya norway", "00"},
		{"too far back", []string{chinaNamed, itRains, itRains, itRains, itRains, itRains, itActs}, "", ""},
		{"the country", []string{chinaNamed, unNamed, countryActs}, "china", "0"},
		{"a country unnamed", []string{unNamed, countryActs}, "country", ""},
		{"the Council", []string{councilNamed, boardNamed, councilActs}, "security-council", "0"},
		{"the board", []string{councilNamed, boardNamed, boardActs}, "harbour-health-board", "1"},
		{"the Organization", []string{unNamed, orgActs}, "united-nations", "0"},
		{"the Secretary", []string{secretaryOf, secretaryActs}, "secretary-of-fisheries", "0"},
		{"a body brought in", []string{panelNamed, panelActs}, "panel-of-engineers", "0"},
		{"a role", []string{dealerNamed, dealerActs}, "bait-dealers", "0"},
		{"acronym in brackets", []string{whoDefined, acronymActs}, "world-herbal-organisation", ""},
		{"acronym known", []string{acronymActs}, "world-health-organization", ""},
		{"quoted short name", []string{agentDefined, agentActs}, "certifying-agent", ""},
		{"it after a short form", []string{councilNamed, councilActs, itActs}, "security-council", "1"},
		{"named again in full", []string{assemblyNamed, assemblyNamed}, "general-assembly", ""},
		{"a local assembly", []string{localAssembly, assemblyNamed}, "kerala-general-assembly", "0"},
		{"both", []string{pairNamed, unNamed, bothActors}, "kenya norway", "00"},
		{"both sides", []string{pairNamed, sidesAct}, "kenya norway", "00"},
		{"these", []string{pairNamed, theseAct}, "kenya norway", "00"},
		{"a lower-case council nearby", []string{councilNamed, councilLower}, "security-council", "0"},
		{"a lower-case council far off", []string{councilNamed, itRains, itRains, itRains, itRains, councilLower}, "council", ""},
		{"both of nobody", []string{unNamed, bothActors}, "countries", ""},
		{"a thing", []string{treatyNamed, itActs}, "", ""},
		{"a thing in between", []string{unNamed, treatyNamed, itActs}, "united-nations", "0"},
		{"one node for NGOs", []string{ngoInFull, ngoActs}, "non-governmental-organizations", ""},
		{"plural of an acronym", []string{gpsTagged}, "gps", ""},
		{"initials", []string{bodyNamed, initialsAct}, "heron-reed-authority", ""},
		{"initials of nobody", []string{boardNamed, initialsAct}, "hra", ""},
		{"a surname", []string{personNamed, surnameActs}, "dr-ada-heron", ""},
		{"he who stands in a role", []string{dealerNamed, heActs}, "bait-dealers", "0"},
		{"he is a person first", []string{secretaryOf, dealerNamed, secretaryOf, heActs}, "secretary-of-fisheries", "2"},
		{"a deputy is another", []string{deputyNamed, wardenActs}, "warden", ""},
		{"the Company", []string{firmNamed, companyActs}, "tern-harbours-ltd", "0"},
		{"its members", []string{unNamed, itsMembersAct}, "members-of-the-united-nations", "0"},
		{"members of a body by its noun", []string{commissioning, itsMembersAct}, "members-of-the-commission", "0"},
		{"members of nobody", []string{treatyNamed, itsMembersAct}, "members", ""},
		{"members of each", []string{pairNamed, theirMembers}, "members-of-kenya members-of-norway", "00"},
		{"members of persons", []string{secretaryOf, itsMembersAct}, "members", ""},
		{"those of a list", []string{threeNamed, thoseAct}, "kenya norway peru", "000"},
		{"those which", []string{threeNamed, thoseWhoPay}, "states", ""},
		{"such, of a kind", []string{kelpFirms, suchFirms}, "private-kelp-enterprises", "0"},
		{"these, of a kind", []string{kelpFirms, theseFirms}, "private-kelp-enterprises", "0"},
		{"such, too far back", []string{kelpFirms, itRains, itRains, suchFirms}, "enterprises", ""},
		{"what a word means", []string{pilotMeant, pilotActs}, "tern-harbour-authority", ""},
		{"a word for a kind", []string{holderMeant, pilotActs}, "pilot", ""},
		{"a body of one's own", []string{councilNamed, ownFounded, councilActs}, "council", ""},
		{"a body of one's own before another", []string{ownFounded, councilNamed, councilActs}, "council", ""},
		{"known by this very name", []string{theKelp, kelpCouncil, theKelp}, "kelp-council", ""},
		{"relative", []string{relativeActs}, "we", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := g.NewResolver()
			var refs []Referent
			for i, words := range c.story {
				s := tree(t, words)
				r.Read(i, s)
				refs = r.Resolve(Mention{Sentence: i, Tree: s, Head: headOfTree(s)})
			}
			var ids []string
			from := ""
			for _, ref := range refs {
				ids = append(ids, ref.Actor)
				if ref.Antecedent != nil {
					from += string(rune('0' + ref.Antecedent.Sentence))
				}
			}
			if got := strings.Join(ids, " "); got != c.want || from != c.from {
				t.Errorf("got %q from %q, want %q from %q", got, from, c.want, c.from)
			}
		})
	}
}

func TestRelativePronoun(t *testing.T) {
	r := load(t).NewResolver()
	s := tree(t, relativeActs)
	r.Read(0, s)
	refs := r.Resolve(Mention{Tree: s, Head: 4})
	if len(refs) != 1 || refs[0].Actor != "peru" {
		t.Errorf("which: %v", refs)
	}
}

// Who adopts "it" is not adopted.
func TestObjectPronounIsNotItsSubject(t *testing.T) {
	r := load(t).NewResolver()
	s := tree(t, strategyNamed)
	r.Read(0, s)
	if refs := r.Resolve(Mention{Tree: s, Head: 2}); refs != nil {
		t.Errorf("it: %v", refs)
	}
}

func TestActorsAreThoseAsked(t *testing.T) {
	r := load(t).NewResolver()
	s := tree(t, pairNamed)
	r.Read(0, s)
	r.Resolve(Mention{Tree: s, Head: 2})
	r.Resolve(Mention{Tree: s, Head: 0})
	r.Among("norway", "kenya")
	actors := r.Actors()
	if len(actors) != 2 || actors[0].ID != "kenya" || actors[1].ID != "norway" {
		t.Fatalf("actors %v", actors)
	}
	if !slices.Equal(actors[1].MemberOf, []string{"kenya"}) || !slices.Contains(actors[0].AltLabels, "Republic of Kenya") {
		t.Errorf("actors %+v", actors)
	}
}

// A list item asks for the pronoun of its lead-in long after it was read.
func TestLeadInPronounIsRemembered(t *testing.T) {
	r := load(t).NewResolver()
	china, it := tree(t, chinaNamed), tree(t, itActs)
	r.Read(0, china)
	r.Read(1, it)
	first := r.Resolve(Mention{Sentence: 1, Tree: it, Head: 0})
	for i := 2; i < 40; i++ {
		r.Read(i, tree(t, itRains))
	}
	again := r.Resolve(Mention{Sentence: 1, Tree: it, Head: 0})
	if len(first) != 1 || len(again) != 1 || first[0].Actor != again[0].Actor {
		t.Errorf("first %v, again %v", first, again)
	}
}

func TestResolveBadMentions(t *testing.T) {
	g := load(t)
	s := tree(t, unNamed)
	for _, m := range []Mention{{}, {Tree: s, Head: -1}, {Tree: s, Head: 99}, {Tree: s, From: 3, To: 2, Head: 1},
		{Tree: s, From: 0, To: 99, Head: 1}, {Tree: &english.Sentence{}, Head: 0}} {
		if refs := g.NewResolver().Resolve(m); refs != nil {
			t.Errorf("%+v gives %v", m, refs)
		}
		if m.Tree != nil && g.CanAct(m.Tree, m.From, m.To, m.Head) {
			t.Errorf("%+v can act", m)
		}
	}
}
